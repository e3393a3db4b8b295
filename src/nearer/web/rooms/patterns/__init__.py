"""My patterns: what goes together, from one's own marks, for oneself alone."""
