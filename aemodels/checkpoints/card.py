"""What is known about a trained model, as plain typed data: read from its card, written to it, never guessed."""

import re
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from aemodels.checkpoints import completeness
from aemodels.checkpoints.records import Figures as Figures
from aemodels.checkpoints.records import Layer as Layer
from aemodels.checkpoints.records import ModelId as ModelId
from aemodels.checkpoints.records import Provenance as Provenance
from aemodels.checkpoints.records import Splits as Splits
from aemodels.checkpoints.records import Verdict as Verdict
from aemodels.checkpoints.typed import build
from aemodels.specs import LESSON as LESSON
from aemodels.specs import Spec, Story

Half = Literal["encoder", "decoder"]
DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Card:
    """A trained model's card.

    Attributes:
        name: Variant.
        spec: What it is and how it was trained.
        story: The same in words.
        formulas: LaTeX of every term of its loss, by name.
        shape: Of one input.
        layers: What an input passes through, in order.
        browser: Which of its halves a browser can run; see `browser_weights`.
        parameters: How many weights it has.
        figures: Every measured figure.
        units: Words that follow the figures of the measures that targets name, e.g. "nats a pixel".
        targets: Its bars, in the order of `spec.targets`.
        seconds: How long training took.
        provenance: How its weights came about.
        golden: What it makes of fixed input; see `weights.golden`.
        dtype: Of the stored weights.
        digest: SHA-256 of the weights' file, in hexadecimal.
        history: One entry an epoch: phase, epoch, terms on training and validation examples, learning rate, seconds.
        maps: How far each map of its codes can be trusted, by map and measure; empty where none was drawn.
    """

    name: str
    spec: Spec
    story: Story
    formulas: dict[str, str]
    shape: tuple[int, ...]
    layers: tuple[Layer, ...]
    browser: tuple[Half, ...]
    parameters: int
    figures: Splits
    units: dict[str, str]
    targets: tuple[Verdict, ...]
    seconds: float
    provenance: Provenance
    golden: dict[str, list]
    dtype: Literal["float16", "float32"]
    digest: str
    history: tuple[dict, ...]
    maps: dict[str, dict[str, float]] = field(default_factory=dict)

    @property
    def id(self) -> ModelId:
        """Which model this is."""
        return ModelId(self.name, self.digest)

    @property
    def minimised(self) -> dict[tuple[str, ...], list[str]]:
        """The phases of the training by the terms whose sum they minimise; a closed form minimises all of them."""
        phases: dict[tuple[str, ...], list[str]] = {}
        for entry in self.history:
            names = phases.setdefault(tuple(entry["train"]), [])
            if entry["phase"] not in names:
                names.append(entry["phase"])
        return phases or {tuple(self.formulas): ["closed form"]}

    @property
    def is_baseline(self) -> bool:
        """Whether it is a closed form to compare networks with, and learns nothing step by step."""
        return not self.history

    @property
    def has_prior(self) -> bool:
        """Whether its codes were drawn towards a standard normal, so that codes can be sampled from it."""
        return "kl" in self.formulas

    @property
    def is_linear(self) -> bool:
        """Whether encoder and decoder are linear maps."""
        return self.spec.family == "linear"

    @property
    def removes_noise(self) -> bool:
        """Whether it learnt to restore corrupted pictures."""
        return self.spec.recipe.corruption is not None

    @property
    def lesson(self) -> bool:
        """Whether it was trained for the lesson on the loss, and is left out of other pages' menus."""
        return self.spec.family == LESSON

    @property
    def has_filters(self) -> bool:
        """Whether any of its layers is a convolution."""
        return any("Conv" in layer.kind for layer in self.layers)

    @property
    def encoder_runs_in_browser(self) -> bool:
        """Whether a browser can encode by itself, exactly; see `browser_weights`."""
        return "encoder" in self.browser

    @property
    def decoder_runs_in_browser(self) -> bool:
        """Whether a browser can decode by itself, exactly; see `browser_weights`."""
        return "decoder" in self.browser


def from_json(values: Any) -> Card:
    """Make a card of the values in its file.

    Raises:
        ValueError: Something is missing, unknown, of another type, or does not fit the rest; says what and where.
    """
    card: Card = build(Card, values, "card")
    if not DIGEST.fullmatch(card.digest):
        raise ValueError(f"card.digest is {card.digest[:40]!r}, not 64 hexadecimal digits")
    completeness.check(card)
    return card


def to_json(card: Card) -> dict:
    """Return a card's values ready for JSON, in the order of its fields; without maps where none was drawn."""
    values = {key: getattr(card, key) for key in card.__dataclass_fields__}
    values |= {"spec": asdict(card.spec), "story": asdict(card.story)}
    values |= {"provenance": asdict(card.provenance), "figures": card.figures._asdict()}
    values["layers"] = [entry._asdict() for entry in card.layers]
    values["targets"] = [entry._asdict() for entry in card.targets]
    if not card.maps:
        del values["maps"]
    return values
