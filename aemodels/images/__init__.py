"""Any picture of a digit to a model's input."""

from aemodels.images.box import SIDE
from aemodels.images.digits import Digit
from aemodels.images.normalisation import Normalised, normalise

__all__ = ["SIDE", "Digit", "Normalised", "normalise"]
