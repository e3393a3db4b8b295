"""Why do I go quiet? Four answers, each with a way on of its own. For oneself alone."""
