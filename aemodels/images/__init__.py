"""Any picture of a digit to a model's input."""

from aemodels.images.normalisation import SIDE, Normalised, normalise

__all__ = ["SIDE", "Normalised", "normalise"]
