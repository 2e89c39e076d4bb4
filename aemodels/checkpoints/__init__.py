"""Trained weights on disk, and the cards that say what is known about them."""
