"""Several corruptions on top of each other, each by its own amount, and the text that stands for them in an address.

The random fields do not depend on the amounts, so `ui/components/corruption` can follow a hand with the same fields and
the same rules; a test in a real browser holds both against each other.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from aemodels.corruption import Corruption

MOST_LAYERS = 4
NOTHING = "none"
SCRIBBLE = "scribble"


class Kind(NamedTuple):
    """A way to corrupt pictures.

    Attributes:
        title: Display name.
        text: What it does, and what its amount means, in a sentence.
        usual: Amount to begin with.
        most: Largest amount; the smallest is 0.
        step: Between two amounts.
        corruption: With amount 0, where chance is in it; None for all else.
    """

    title: str
    text: str
    usual: float
    most: float = 1.0
    step: float = 0.01
    corruption: Corruption | None = None


KINDS = {
    "gaussian": Kind(
        "Gaussian noise",
        "Makes every pixel lighter or darker at random. The amount is by how much: the standard deviation.",
        0.5,
        corruption=Corruption("gaussian", 0.0),
    ),
    "gaussian_half": Kind(
        "Gaussian noise, mean 0.5",
        "Makes pixels lighter or darker at random, on average half a grey darker: the mean is 0.5.",
        0.5,
        corruption=Corruption("gaussian", 0.0, mean=0.5, clip=False),
    ),
    "salt_and_pepper": Kind(
        "Salt-and-pepper noise",
        "This share of the pixels turns to pure paper or pure ink, at random.",
        0.3,
        corruption=Corruption("salt_and_pepper", 0.0),
    ),
    "masking": Kind(
        "Masking noise", "This share of the pixels is erased (set to 0).", 0.5, corruption=Corruption("masking", 0.0)
    ),
    "dropout": Kind(
        "Dropout",
        "This share of the pixels is erased, and the others get darker to make up for it.",
        0.5,
        most=0.9,
        corruption=Corruption("masking", 0.0, rescale=True),
    ),
    "occlusion": Kind(
        "Occlusion", "Erases a square block, this share or less.", 0.2, corruption=Corruption("occlusion", 0.0)
    ),
    SCRIBBLE: Kind("Scribble", "Draw on the picture. The amount is how dark the ink is.", 1.0),
    "blur": Kind("Gaussian blur", "Mixes every pixel with those about this many pixels around it.", 1.0, 3.0, 0.05),
    "contrast": Kind("Lower contrast", "Moves every pixel towards middle grey, 0.5; at 1 all is grey.", 0.5),
}


@dataclass(frozen=True)
class Layer:
    """One corruption of several.

    Attributes:
        kind: Key of `KINDS`.
        amount: 0 to the kind's `most`: standard deviation ("gaussian"), pixels ("blur"), share (all others).
    """

    kind: str
    amount: float

    @property
    def corruption(self) -> Corruption | None:
        """The random corruption it stands for; None for scribble, blur and contrast."""
        chance = KINDS[self.kind].corruption
        return chance.with_amount(self.amount) if chance else None

    def field(self, shape: tuple[int, ...], generator: np.random.Generator, scribble: np.ndarray) -> np.ndarray | None:
        """Draw its random field; the scribble for "scribble", None where it needs none."""
        if self.corruption:
            return self.corruption.field(shape, generator)
        return scribble if self.kind == SCRIBBLE else None

    def apply(self, images: np.ndarray, field: np.ndarray | None) -> np.ndarray:
        """Corrupt images (..., H, W) with its field; returns the same shape."""
        if self.corruption:
            return self.corruption.apply(images, field)
        if self.kind == SCRIBBLE and field is not None:
            return images + (1 - images) * (self.amount * field)
        if self.kind == "contrast":
            return 0.5 + (1 - self.amount) * (images - 0.5)
        height, width = images.shape[-2:]
        return blur_matrix(height, self.amount) @ images @ blur_matrix(width, self.amount)


@dataclass(frozen=True)
class Stack:
    """Corruptions on top of each other; the first one meets the clean picture.

    Attributes:
        layers: At most four.
    """

    layers: tuple[Layer, ...] = ()

    def fields(self, shape: tuple[int, ...], seed: int, scribble: np.ndarray | float = 0.0) -> list[np.ndarray | None]:
        """Draw the random fields of all layers, one after the other; a single layer's is that of `Corruption`.

        Args:
            shape: (..., H, W).
            seed: Of the noise.
            scribble: (H, W) in [0, 1], as `strokes.coverage` returns it; 0 for none.

        Returns:
            For each layer a float32 array of that shape, or None where it needs none.
        """
        generator = np.random.default_rng(seed)
        drawn = np.broadcast_to(np.float32(scribble), shape)
        return [layer.field(shape, generator, drawn) for layer in self.layers]

    def apply(self, images: np.ndarray, fields: list[np.ndarray | None]) -> np.ndarray:
        """Corrupt images with fields as `fields` draws them.

        Args:
            images: (..., H, W) in [0, 1].
            fields: One for each layer.

        Returns:
            float32 of the same shape; "gaussian_half" and "dropout" may leave [0, 1].
        """
        for layer, field in zip(self.layers, fields, strict=True):
            images = layer.apply(images, field)
        return images.astype(np.float32)

    @property
    def gaussian(self) -> float:
        """Standard deviation of the Gaussian noise in the stack; 0 without any."""
        return max((layer.amount for layer in self.layers if layer.kind.startswith("gaussian")), default=0.0)

    def __str__(self):
        return ",".join(f"{layer.kind}:{layer.amount:g}" for layer in self.layers) or NOTHING


def parse(text: str) -> tuple[Stack, list[str]]:
    """Read a stack of corruptions from its text, e.g. "gaussian:0.5,blur:1"; "none" stands for none.

    Returns:
        The stack, amounts brought into their range, and the parts of the text that could not be read.
    """
    layers, refused = [], []
    for part in text.split(",") if text != NOTHING else []:
        layer = _layer(part)
        if layer and len(layers) < MOST_LAYERS:
            layers.append(layer)
        else:
            refused.append(part)
    return Stack(tuple(layers)), refused


def _layer(part: str) -> Layer | None:
    kind, _, amount = part.partition(":")
    try:
        value = float(amount)
    except ValueError:
        return None
    if kind not in KINDS or not np.isfinite(value):
        return None
    return Layer(kind, round(min(max(value, 0.0), KINDS[kind].most), 2))


def blur_matrix(side: int, amount: float) -> np.ndarray:
    """Weights (side, side) float32 of a Gaussian blur along one axis; beyond the edge there is paper, 0.

    Args:
        side: Pixels.
        amount: Standard deviation in pixels; 0 leaves all as it is.
    """
    if amount == 0:
        return np.eye(side, dtype=np.float32)
    distances = np.arange(1 - side, side)
    weights = np.exp(-(distances**2) / (2 * amount**2))
    places = np.arange(side)
    return (weights / weights.sum())[places[:, None] - places + side - 1].astype(np.float32)
