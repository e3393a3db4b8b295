"""One file for each act that has more than one step: each is one transaction, or says why not."""
