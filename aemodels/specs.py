"""What a variant is, as plain data: frozen dataclasses that a card can print."""

from dataclasses import asdict, dataclass
from typing import Any

from aemodels.corruption import Corruption

LESSON = "loss lesson"
"""Family of the variants that the lesson on the loss compares."""


@dataclass(frozen=True)
class Source:
    """Where an architecture was published, and the figure printed there.

    Attributes:
        title: Book, paper or tutorial, with its section.
        figure: The figure as the source prints it, with its unit; "none" where it prints none.
        edition: Of a book with several; this and what follows belong to the figure, the first one where it has two.
        network: What of the network that has the figure is unlike the one here, e.g. "ReLU, linear output".
        loss: What that network minimises.
        epochs: How long it is trained; None where the source does not say.
        differs: What is different here, in network or loss; the recipe always is. Empty where nothing is.
    """

    title: str
    figure: str
    edition: str = ""
    network: str = ""
    loss: str = ""
    epochs: int | None = None
    differs: str = ""

    @property
    def whose(self) -> str:
        """What the figure belongs to, in words: edition, network, loss, epochs; empty where nothing is known."""
        epochs = "" if self.epochs is None else f"{self.epochs} epochs"
        return "; ".join(part for part in (self.edition, self.network, self.loss, epochs) if part)

    @property
    def quoted(self) -> str:
        """The figure, and in brackets what it belongs to."""
        return f"{self.figure} ({self.whose})" if self.whose else self.figure


@dataclass(frozen=True)
class Target:
    """A bar on the test set.

    Attributes:
        measure: Key of what `metrics.model.measure` returns, e.g. "mse".
        at_most: Highest value that passes, in the measure's unit; a string names another measure to stay below.
        at_least: Lowest value that passes.
    """

    measure: str
    at_most: float | str | None = None
    at_least: float | None = None

    def met(self, figures: dict[str, Any]) -> bool:
        """Return whether figures by measure pass this bar."""
        value = figures[self.measure]
        if isinstance(self.at_most, str):
            return value < figures[self.at_most]
        if self.at_most is not None:
            return value <= self.at_most
        return self.at_least is None or value >= self.at_least

    def in_words(self, figures: dict[str, Any], split: str) -> str:
        """Say whether figures on a split pass this bar, e.g. "bce ≤ 0.0908 met on the test examples (0.0906)"."""
        verdict = "met" if self.met(figures) else "MISSED"
        return f"{self} {verdict} on the {split} examples ({figures[self.measure]:.4g})"

    def __str__(self):
        if isinstance(self.at_most, str):
            return f"{self.measure} < {self.at_most}"
        if self.at_most is not None:
            return f"{self.measure} ≤ {self.at_most:g}"
        return f"{self.measure} ≥ {self.at_least:g}"


@dataclass(frozen=True)
class Recipe:
    """How a variant is trained.

    Attributes:
        epochs: Passes over the 55,000 training images; 0 for a closed form.
        batch_size: Images a step, over all processes together.
        learning_rate: Peak of the one-cycle schedule.
        weight_decay: AdamW's decoupled decay.
        warm_up: Share of the steps that climb to the peak.
        averaging: Decay of the exponential moving average of the weights; what is kept is the average.
        bfloat16: Whether the forward pass runs in bfloat16.
        affine: Share of the images that are moved, turned, scaled and sheared a little, in input and target
            alike; it fades out over the last 15 % of the steps.
        corruption: Of the input, while the target stays clean, in measuring and, unless the variant overrides
            `Autoencoder.corrupt`, in training; None for a plain autoencoder.
        binarised: Whether every pixel becomes black or white by chance, its grey being the chance; drawn anew for
            every epoch, once for measuring.
        seed: Of weights, order, noise and augmentation.
    """

    epochs: int
    batch_size: int = 256
    learning_rate: float = 3e-3
    weight_decay: float = 0.0
    warm_up: float = 0.2
    averaging: float = 0.998
    bfloat16: bool = False
    affine: float = 0.0
    corruption: Corruption | None = None
    binarised: bool = False
    seed: int = 0


@dataclass(frozen=True)
class Spec:
    """A variant's identity card.

    Attributes:
        title: Display name, a few words.
        family: Group in menus: "linear", "dense", "convolutional", "denoising", "variational", …
        data: Data set's name in `datasets`.
        loss: "mse" (sum of squared differences) or "bce" (cross-entropy in nats), summed over pixels.
        code_size: D, numbers in a code.
        recipe: How it is trained.
        source: Where the architecture comes from.
        targets: Bars on the test set.
        code_grid: (channels, height, width) of a spatial code, None for a flat one.
        note: What a reader of the figures has to know.
    """

    title: str
    family: str
    data: str
    loss: str
    code_size: int
    recipe: Recipe
    source: Source
    targets: tuple[Target, ...]
    code_grid: tuple[int, int, int] | None = None
    note: str = ""

    def as_dict(self) -> dict:
        """Return the spec as values ready for JSON."""
        return asdict(self)


@dataclass(frozen=True)
class Story:
    """A variant in words for somebody who has never heard of it.

    Attributes:
        idea: One sentence, shown beside its reconstruction.
        how: Two or three sentences: what it does differently from its neighbours and why.
        fails: Where it fails, and why.
    """

    idea: str
    how: str
    fails: str
