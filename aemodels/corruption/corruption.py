"""Corrupt pictures on purpose: a field of random numbers drawn once, and a rule that applies it by an amount.

The field does not depend on the amount. Whoever holds the field can turn the amount up and down and gets the
same noise, stronger or weaker.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

Kind = Literal["gaussian", "salt_and_pepper", "masking", "occlusion"]


@dataclass(frozen=True)
class Corruption:
    """One way to corrupt images.

    Attributes:
        kind: "gaussian" adds noise; "salt_and_pepper" sets pixels to 0 or 1; "masking" sets pixels to 0;
            "occlusion" sets a square block to 0.
        amount: Standard deviation (gaussian) or share of the pixels (all others), 0 to 1.
        mean: Of the added noise; gaussian only.
        clip: Whether the result is cut to [0, 1]; gaussian only.
        rescale: Whether kept pixels are divided by the share that is kept, so that the mean brightness stays and they
            may exceed 1, as in dropout; masking only.
    """

    kind: Kind
    amount: float
    mean: float = 0.0
    clip: bool = True
    rescale: bool = False

    def field(self, shape: tuple[int, ...], generator: np.random.Generator) -> np.ndarray:
        """Draw the random field for images of this shape.

        Args:
            shape: (..., H, W).
            generator: Source of randomness.

        Returns:
            float32 of that shape: standard normal for "gaussian", else in [0, 1].
        """
        if self.kind == "gaussian":
            return generator.standard_normal(shape, dtype=np.float32)
        if self.kind == "occlusion":
            return _block_field(shape, generator)
        return generator.random(shape, dtype=np.float32)

    def apply(self, images, field):
        """Corrupt images with a field; works alike on numpy arrays and torch tensors.

        Args:
            images: (..., H, W) in [0, 1].
            field: Of the same shape, as `field` draws it.

        Returns:
            Same shape and type, in [0, 1] unless `clip` is off or `rescale` on.
        """
        if self.kind == "gaussian":
            noisy = images + (self.mean + self.amount * field)
            return noisy.clip(0.0, 1.0) if self.clip else noisy
        kept = images * (field >= self.amount)
        if self.kind == "salt_and_pepper":
            return kept + 1.0 * (field < self.amount / 2)
        return kept / (1 - self.amount) if self.rescale else kept

    def __call__(self, images: np.ndarray, generator: np.random.Generator) -> np.ndarray:
        """Corrupt images with a fresh field; shapes as in `apply`."""
        return self.apply(images, self.field(images.shape, generator)).astype(np.float32)

    def with_amount(self, amount: float) -> "Corruption":
        """Return the same corruption, stronger or weaker."""
        return replace(self, amount=amount)


def _block_field(shape: tuple[int, ...], generator: np.random.Generator) -> np.ndarray:
    """Share of the picture that a block around a random centre covers when it just reaches each pixel."""
    *batch, height, width = shape
    centre_row = generator.random((*batch, 1, 1), dtype=np.float32) * height
    centre_column = generator.random((*batch, 1, 1), dtype=np.float32) * width
    rows = np.arange(height, dtype=np.float32)[:, None] + 0.5
    columns = np.arange(width, dtype=np.float32)[None, :] + 0.5
    reach = np.maximum(np.abs(rows - centre_row) / height, np.abs(columns - centre_column) / width)
    return np.minimum((2 * reach) ** 2, 1.0).astype(np.float32)
