"""Our cycle: each writes and shows their own half; the picture of the loop belongs to both."""
