"""Small steps: one that is offered, what one expects of it, and what came. For oneself alone."""
