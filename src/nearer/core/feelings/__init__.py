"""Words for what is felt, and which of them to offer."""
