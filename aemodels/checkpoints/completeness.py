"""What a card of its kind has to state, beyond the types of its fields: everything that a page or a figure reads."""

from collections.abc import Iterable
from math import prod
from typing import TYPE_CHECKING, Any

from aemodels.checkpoints.typed import build
from aemodels.datasets import TABLE

if TYPE_CHECKING:
    from aemodels.checkpoints.card import Card

LOSSES = ("mse", "bce")
PARTS = ("encoder", "decoder")
EPOCH = {
    "phase": str,
    "epoch": int,
    "train": dict[str, float],
    "validation": dict[str, float],
    "learning_rate": float,
    "seconds": float,
}
"""What every entry of a history has at least."""
GOLDEN = {"codes": list[list[float]], "means": list[float]}
OF_A_MAP = ("trustworthiness", "label_agreement", "distance_correlation")
OF_PICTURES = ("mse", "sse", "bce", "pca_mse")
DENOISED = ("noisy", "linear_denoiser", "median_filter", "untouched")
OF_A_PRIOR = ("reconstruction_nats", "kl_nats", "negative_elbo", "active_units")
OF_ACTIVATIONS = ("share_below_0.1", "unit_mean_min", "unit_mean_max", "dead_share", "histogram_top")
OF_SENTENCES = (
    *("words_right", "words_right_known", "words_right_short", "pca_words_right", "commonest_word"),
    *("code_cosine", "code_cosine_p5", "code_cosine_p95", "shuffled_cosine"),
)
LISTS_OF_SENTENCES = ("words_right_by_length", "words_right_by_position")


def check(card: "Card") -> None:
    """Refuse a card that lacks something of its kind, or whose parts do not fit each other.

    Raises:
        ValueError: Says what and where.
    """
    _check_spec(card)
    _check_targets(card)
    _check_history(card)
    for split, figures in card.figures._asdict().items():
        _check_figures(card, figures, f"card.figures.{split}")
    for key, hint in GOLDEN.items():
        build(hint, card.golden.get(key), f"card.golden.{key}")
    for kind, figures in card.maps.items():
        _check_all(float, OF_A_MAP, figures, f"card.maps.{kind}")
    _check_formulas(card)


def _check_spec(card: "Card") -> None:
    spec = card.spec
    _demand(spec.data in TABLE, f"card.spec.data is {spec.data[:40]!r}, not one of {', '.join(TABLE)}")
    _demand(spec.loss in LOSSES, f"card.spec.loss is {spec.loss[:40]!r}, not one of {', '.join(LOSSES)}")
    _demand(spec.code_size > 0, f"card.spec.code_size is {spec.code_size}, not above 0")
    fits = not spec.code_grid or prod(spec.code_grid) == spec.code_size
    _demand(fits, f"card.spec.code_grid {spec.code_grid} does not hold card.spec.code_size, {spec.code_size} numbers")
    shapes = {"card.shape": card.shape} | {
        f"card.layers[{at}].shape": each.shape for at, each in enumerate(card.layers)
    }
    for at, layer in enumerate(card.layers):
        _demand(layer.part in PARTS, f"card.layers[{at}].part is {layer.part[:40]!r}, not one of {', '.join(PARTS)}")
    for place, shape in shapes.items():
        _demand(bool(shape) and min(shape) > 0, f"{place} is {shape}, not sizes above 0")


def _check_targets(card: "Card") -> None:
    targets = card.spec.targets
    _demand(bool(targets), "card.spec.targets are none")
    _demand(len(card.targets) == len(targets), "card.targets are not as many as card.spec.targets")
    for at, target in enumerate(targets):
        bounded = target.at_most is not None or target.at_least is not None
        _demand(bounded, f"card.spec.targets[{at}] has neither at_most nor at_least")
    named = {target.measure for target in targets}
    others = {target.at_most for target in targets if isinstance(target.at_most, str)}
    for split, figures in card.figures._asdict().items():
        _check_all(float, sorted(named | others), figures, f"card.figures.{split}")
    _check_all(str, sorted(named), card.units, "card.units")


def _check_figures(card: "Card", figures: dict[str, Any], place: str) -> None:
    """Demand the figures that cards of its kind have: of pictures, sentences, denoisers, priors and activations."""
    build(dict[str, float | list[float]], figures, place)
    data = TABLE[card.spec.data]
    wanted: list[str] = [*OF_PICTURES] if data.pictures else []
    if card.removes_noise:
        wanted += [f"{method}_mse" for method in DENOISED]
    if card.has_prior:
        wanted += OF_A_PRIOR
    if "histogram" in figures:
        wanted += OF_ACTIVATIONS
        _check_all(list[float], ["histogram"], figures, place)
    if data.noun == "sentences":
        wanted += OF_SENTENCES
        _check_all(list[float], LISTS_OF_SENTENCES, figures, place)
    _check_all(float, wanted, figures, place)


def _check_history(card: "Card") -> None:
    for at, entry in enumerate(card.history):
        place = f"card.history[{at}]"
        for key, hint in EPOCH.items():
            build(hint, entry.get(key), f"{place}.{key}")
        terms = entry["train"].keys()
        _demand(bool(terms) and terms == entry["validation"].keys(), f"{place} has other terms in train and validation")
        measures = {key: value for key, value in entry.items() if key not in EPOCH}
        build(dict[str, float], measures, place)
        _demand(entry.keys() == card.history[0].keys(), f"{place} has other entries than the first epoch")


def _check_formulas(card: "Card") -> None:
    """Demand a formula for every term of the history, and no other; of a closed form, which has no history, any."""
    terms = {term for entry in card.history for term in entry["train"]}
    _demand(bool(card.formulas), "card.formulas are none")
    fits = not card.history or terms == card.formulas.keys()
    _demand(fits, f"card.formulas are of {', '.join(card.formulas)}, card.history is of {', '.join(sorted(terms))}")


def _check_all(hint: Any, keys: Iterable[str], values: dict[str, Any], place: str) -> None:
    for key in keys:
        build(hint, values.get(key), f"{place}.{key}")


def _demand(right: bool, fault: str) -> None:
    if not right:
        raise ValueError(fault)
