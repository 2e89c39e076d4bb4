"""What is known about a trained model, as plain typed data: read from its card, written to it, never guessed."""

from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from aemodels.corruption import Corruption
from aemodels.specs import Recipe, Source, Spec, Story, Target

Figures = dict[str, Any]
"""Figures by measure: a number, or a list of numbers for a distribution."""


class ModelId(NamedTuple):
    """Which model, and which training of it: what caches are keyed by.

    Attributes:
        name: Variant.
        digest: SHA-256 of its weights, in hexadecimal.
    """

    name: str
    digest: str


class Layer(NamedTuple):
    """A module that an input passes through.

    Attributes:
        part: "encoder", "code" or "decoder".
        kind: Class of the module.
        shape: Of what comes out of it, without the batch.
        weights: How many it has.
    """

    part: str
    kind: str
    shape: tuple[int, ...]
    weights: int


class Splits(NamedTuple):
    """Figures on the 10,000 first training examples, on the validation examples and on the test examples."""

    train: Figures
    validation: Figures
    test: Figures


class Verdict(NamedTuple):
    """A bar in words, and whether the test figures pass it."""

    bar: str
    met: bool


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
        parameters: How many weights it has.
        figures: Every measured figure.
        targets: Its bars, in the order of `spec.targets`.
        seconds: How long training took.
        torch: Version of torch that trained it.
        golden: What it makes of fixed input; see `weights.golden`.
        dtype: Of the stored weights, "float16" or "float32".
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
    parameters: int
    figures: Splits
    targets: tuple[Verdict, ...]
    seconds: float
    torch: str
    golden: dict[str, list]
    dtype: str
    digest: str
    history: tuple[dict, ...]
    maps: dict[str, dict[str, float]] = field(default_factory=dict)

    @property
    def id(self) -> ModelId:
        """Which model this is."""
        return ModelId(self.name, self.digest)

    @property
    def is_baseline(self) -> bool:
        """Whether it is a closed form to compare networks with, and learns nothing step by step."""
        return self.spec.family == "linear" and self.spec.recipe.epochs == 0

    @property
    def has_prior(self) -> bool:
        """Whether its codes were drawn towards a standard normal, so that codes can be sampled from it."""
        return "kl" in self.formulas

    @property
    def is_linear(self) -> bool:
        """Whether encoder and decoder are linear maps."""
        return self.spec.family == "linear"

    @property
    def lesson(self) -> bool:
        """Whether it was trained for the lesson on the loss, and is left out of other pages' menus."""
        return self.spec.family == LESSON


LESSON = "loss lesson"


def from_json(values: dict) -> Card:
    """Make a card of the values in its file.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: Something is missing, or is not what it should be.
    """
    known = dict(values)
    known["spec"] = spec_from_json(values["spec"])
    known["story"] = Story(**values["story"])
    known["shape"] = tuple(values["shape"])
    known["layers"] = tuple(
        Layer(entry["part"], entry["kind"], tuple(entry["shape"]), entry["weights"]) for entry in values["layers"]
    )
    known["figures"] = Splits(**values["figures"])
    known["targets"] = tuple(Verdict(**entry) for entry in values["targets"])
    known["history"] = tuple(values["history"])
    return Card(**known)


def to_json(card: Card) -> dict:
    """Give a card's values ready for JSON, in the order of its fields; without maps where none was drawn."""
    values = {key: getattr(card, key) for key in card.__dataclass_fields__}
    values |= {"spec": asdict(card.spec), "story": asdict(card.story), "figures": card.figures._asdict()}
    values["layers"] = [entry._asdict() for entry in card.layers]
    values["targets"] = [entry._asdict() for entry in card.targets]
    if not card.maps:
        del values["maps"]
    return values


def spec_from_json(values: dict) -> Spec:
    """Make a spec of the values in a card; errors as in `from_json`."""
    recipe = dict(values["recipe"])
    if recipe["corruption"] is not None:
        recipe["corruption"] = Corruption(**recipe["corruption"])
    known = dict(values)
    known["recipe"] = Recipe(**recipe)
    known["source"] = Source(**values["source"])
    known["targets"] = tuple(Target(**entry) for entry in values["targets"])
    known["code_grid"] = values["code_grid"] and tuple(values["code_grid"])
    return Spec(**known)
