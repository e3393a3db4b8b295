"""Every element in every state, on one page, for those who build."""
