"""Letters: write one, see exactly what the other will see, send, answer, take back."""
