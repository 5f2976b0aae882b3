"""The dialog of what the user prefers. Nothing of it is imported before it is opened."""
