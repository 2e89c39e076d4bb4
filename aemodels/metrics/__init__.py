"""Figures of a model, and how alike two pictures are."""
