"""Lengths that the specification gives to what a browser sends here, in bytes."""

INVITE_LENGTH = 93
SEALED_KEY_LENGTH = 81
