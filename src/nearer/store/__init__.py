"""Rows on disk: people, their slots and sessions, spaces, records. Everything of meaning in them is sealed."""
