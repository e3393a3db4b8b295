"""Something good: said of the other or of a day, kept or shown, and asked back about."""
