"""Safety: help that is always one tap away. Needs no account and keeps nothing."""
