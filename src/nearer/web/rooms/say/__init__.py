"""Say it: one feeling, one reason, one request, read back, and how sure one is of it."""
