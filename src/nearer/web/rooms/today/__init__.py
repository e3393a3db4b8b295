"""Today: the one page each comes back to; and the timeline of what was kept."""
