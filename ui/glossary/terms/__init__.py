"""The terms themselves, by subject."""
