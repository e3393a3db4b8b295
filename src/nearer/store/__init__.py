"""Rows on disk: people, slots, sessions, spaces, records. All meaning in them is sealed."""
