"""Nearer: a private place for two people when one of them goes quiet."""

__version__ = "0.1.0"
