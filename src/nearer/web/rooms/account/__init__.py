"""Begin, sign in, unlock, lock, and everything about one's own keys."""
