"""Together: link with the other by a one-time link, compare four words; leave at any time."""
