"""Weekly together: a quarter of an hour in which nobody goes first."""
