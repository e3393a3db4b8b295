"""Left guessing, at night and alone: another way to see it, with an account or without one."""
