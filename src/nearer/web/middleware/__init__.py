"""What happens to every request before a room sees it, and to every answer after."""
