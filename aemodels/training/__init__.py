"""The one training loop, and what becomes of a trained model."""
