"""The rooms: one folder for each thing a person does."""
