"""What can be said from one's own marks, and how sure one can be of it."""
