"""Everything that can take noise out of a picture, side by side: networks, linear methods, filters, nothing at all."""

from functools import partial
from typing import NamedTuple

import numpy as np
import streamlit as st

from aemodels.baselines import linear_denoiser
from aemodels.baselines.median_and_friends import FILTERS, Filter
from aemodels.checkpoints.card import Card
from aemodels.metrics import similarity
from ui import kept, state, trouble
from ui.components.tiles import Tile, tiles
from ui.literal import literal
from ui.sample import Sample
from ui.sections.denoise.corruptions import Corrupted
from ui.sections.denoise.method import Method, of_network

UNTOUCHED = "untouched"
FOLLOWING = "error {error}\nPSNR {psnr} dB\nSSIM …"
FILTER_SETTINGS = {"median_filter": 3, "total_variation": 0.2, "non_local_means": 0.2}
FILTER_GROUP = "filter, set for Gaussian noise 0.5"


class Cleaned(NamedTuple):
    """What a method made of a noisy picture.

    Attributes:
        name: Key of the method.
        method: The method.
        x_hat: (28, 28) in [0, 1].
        error: Mean squared error a pixel to the clean picture.
        psnr: In decibels to the clean picture.
        ssim: At most 1, to the clean picture.
    """

    name: str
    method: Method
    x_hat: np.ndarray
    error: float
    psnr: float
    ssim: float


def methods(cards_by_name: dict[str, Card], data: str) -> dict[str, Method]:
    """Return all methods for pictures of a data set by name, those that learnt to denoise first.

    Args:
        cards_by_name: Cards of the models that know such pictures.
        data: "mnist" or "fashion"; the best linear denoiser is there for digits only.
    """
    order = sorted(cards_by_name, key=lambda name: cards_by_name[name].spec.recipe.corruption is None)
    by_name = {name: of_network(cards_by_name[name]) for name in order}
    if data == linear_denoiser.DATA:
        by_name["linear_denoiser"] = Method(
            "Best linear denoiser",
            f"fitted to Gaussian noise {linear_denoiser.CORRUPTION.amount:g}",
            "Each pixel becomes a weighted sum of all pixels. No other weights do better against this noise.",
            lambda noisy: linear_denoiser.denoise(noisy[None])[0],
        )
    for name, rule in FILTERS.items():
        clean = partial(_filtered, rule, FILTER_SETTINGS[name])
        by_name[name] = Method(rule.title, FILTER_GROUP, rule.explanation, clean)
    return by_name


def clean_with_all(methods: dict[str, Method], noisy: np.ndarray, clean: np.ndarray) -> list[Cleaned]:
    """Clean a picture by every method; says on the page which ones are damaged.

    Args:
        methods: By name.
        noisy: (28, 28); noise that is not clipped leaves [0, 1].
        clean: (28, 28) in [0, 1].

    Returns:
        The smallest error first, with the noisy picture itself among them.
    """
    nothing = Method("No denoising", "the noisy picture itself", "A method that ends up behind this did harm.", np.copy)
    pictures = {}
    for name, method in ({UNTOUCHED: nothing} | methods).items():
        with trouble.reported():
            pictures[name] = (method, method.clean(noisy).clip(0, 1))
    measured = similarity.compare(np.stack([x_hat for _, x_hat in pictures.values()]), clean)
    results = [
        Cleaned(name, method, x_hat, *map(float, figures))
        for (name, (method, x_hat)), figures in zip(pictures.items(), np.transpose(measured), strict=True)
    ]
    return sorted(results, key=lambda cleaned: cleaned.error)


def choose(methods: dict[str, Method]) -> str:
    """Let the student choose a method and return its name; says so if the address names one that does not exist."""
    if (asked := st.query_params.get("denoiser")) and asked not in methods:
        st.warning(f"The denoiser {literal(asked)} in the address does not fit this picture. Choose any from the list.")
    return state.select("denoiser", list(methods), lambda name: methods[name].title)


def show_one(key: str, cleaned: Cleaned, corrupted: Corrupted, clean: np.ndarray) -> None:
    """Show what one method made of a picture: the result beside the clean one, what is still wrong, what it took.

    Args:
        key: Of this row on its page.
        cleaned: The result.
        corrupted: The noisy picture.
        clean: (28, 28).
    """
    wrong, taken = cleaned.x_hat - clean, cleaned.x_hat - corrupted.noisy.clip(0, 1)
    label, facts = f"Result of {cleaned.method.title}", f"error {cleaned.error:.4f}"
    row = [
        Tile("result", cleaned.x_hat, label, "Result", facts=facts, following="error {error}"),
        Tile("clean", clean, "The clean picture", "Clean original", text="The method never saw it."),
        Tile("wrong", wrong, "Result minus clean", "Remaining error", text="Orange: added. Blue: lost.", signed=True),
        Tile("taken", taken, "Result minus noisy", "Removed", text="At best only noise, no digit.", signed=True),
    ]
    following = [tile._replace(network=cleaned.method.network, shows=tile.id) for tile in row]
    tiles(key, following, 130, drawn=corrupted.drawn, first=True)


def compare(key: str, results: list[Cleaned], corrupted: Corrupted, chosen: str, study: Sample, taken: bool) -> None:
    """Show all results side by side, the best first and marked; a click chooses the method.

    Args:
        key: Of this comparison on its page.
        results: The smallest error first.
        corrupted: The noisy picture.
        chosen: Method to mark.
        study: The clean picture; while a hand draws it, tiles keep their places.
        taken: Whether to show what each one removed instead of its result.
    """
    by_name = {cleaned.name: cleaned for cleaned in results}
    before = st.session_state.get(f"{key}.order", []) if corrupted.live or study.live else []
    order = list(dict.fromkeys([*(name for name in before if name in by_name), *by_name]))
    st.session_state[f"{key}.order"] = order
    best = next(name for name in by_name if name != UNTOUCHED)
    noisy = corrupted.noisy if taken else None
    marked = [_tile(by_name[name], name == best, name == chosen, noisy) for name in order]
    tiles(key, marked, 150, _take, corrupted.drawn, keep=kept.if_same(study.example))


def _take(name: str) -> None:
    if name != UNTOUCHED:
        state.put("denoiser", name)


def _filtered(rule: Filter, setting: float, noisy: np.ndarray) -> np.ndarray:
    return rule.clean(noisy[None], setting)[0]


def _tile(cleaned: Cleaned, best: bool, chosen: bool, noisy: np.ndarray | None) -> Tile:
    """Make a tile of a result, or of what was removed from a noisy picture if there is one."""
    method = cleaned.method
    return Tile(
        id=cleaned.name,
        picture=cleaned.x_hat if noisy is None else cleaned.x_hat - noisy.clip(0, 1),
        label=f"Result of {method.title}" if noisy is None else f"Removed by {method.title}",
        title=method.title,
        badge="best" if best else "",
        facts=f"{method.group}\n{_figures(cleaned)}",
        text=method.text,
        selected=chosen,
        signed=noisy is not None,
        network=method.network,
        following=f"{method.group}\n{FOLLOWING}",
        shows="result" if noisy is None else "taken",
    )


def _figures(cleaned: Cleaned) -> str:
    decibels = "∞" if np.isinf(cleaned.psnr) else f"{cleaned.psnr:.1f}"
    return f"error {cleaned.error:.4f}\nPSNR {decibels} dB\nSSIM {cleaned.ssim:.2f}"
