"""Everything a browser sees: middleware, the door to another's records, and the rooms."""
