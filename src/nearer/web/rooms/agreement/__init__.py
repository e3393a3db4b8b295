"""Our agreement: a few sentences in both hands, with versions that each may sign or not."""
