"""PCA and autoencoders compared: small maps of the same digits, their figures, partial sums."""

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from aemodels.images import SIDE
from aemodels.latent import pca
from ui import kept, models, networks, state, words
from ui.components import lines as line_widget
from ui.components.component_sum import sums
from ui.components.lines import Axis, Chart, Line
from ui.components.linked_maps import SmallMap, side_maps
from ui.components.table import Column, table
from ui.sample import Sample

MAPS = ("pca_2", "linear", "deep_2d", "vae_2d")
LADDER = "pca_32"
SIZES = (2, 3, 10, 30)
ERROR_COLUMNS = [
    *(Column("Code size"), Column("Pictures"), Column("Best network")),
    Column("Its error", 4, "Squared error a pixel on 10,000 test images"),
    Column("PCA's error", 4, "PCA with as many numbers, same images"),
    Column("Share of PCA's error", help="Its error divided by PCA's: 50% is half of it"),
]


def maps(cards_by_name: dict[str, Card], study: Sample) -> None:
    """Show the codes of the same test digits by PCA and by three networks.

    Raises:
        BadCheckpoint: A gallery or weights are missing or damaged.
    """
    shown = [name for name in MAPS if name in cards_by_name]
    if not shown:
        models.say_untrained(MAPS[0])
        return
    maps_shown = [_small_map(cards_by_name[name], study.normalised.image) for name in shown]
    labels = models.gallery(cards_by_name[shown[0]].id)["labels"]
    own = "an example digit, until you draw one" if study.example else "your digit"
    side_maps("side_maps", maps_shown, labels, datasets.TABLE["mnist"].classes, own, kept.keep, study.drawn)


def _small_map(card: Card, image: np.ndarray) -> SmallMap:
    own = aemodels.encode(card.name, image[None])[0]
    codes, axes = models.gallery(card.id)["codes"], None
    facts = f"neighbours agree: {_accuracy(card.id):.0%}\nerror {card.figures.test['mse']:.4f}"
    if codes.shape[1] > 2:
        mean, directions = _directions(card.id)
        facts = f"two directions of {codes.shape[1]} numbers\n{facts}"
        codes, own = (codes - mean) @ directions.T, (own - mean) @ directions.T
        axes = {"mean": mean.tolist(), "directions": directions.tolist()}
    return SmallMap(card.spec.title, facts, codes, own, networks.described(card), axes)


@st.cache_data(max_entries=16, show_spinner=False)
def _accuracy(model: ModelId) -> float:
    """Return how often neighbours agree on the map that is shown, 0 to 1."""
    gallery = models.gallery(model)
    codes = gallery["codes"]
    if codes.shape[1] > 2:
        mean, directions = _directions(model)
        codes = (codes - mean) @ directions.T
    return pca.neighbour_accuracy(codes, gallery["labels"])


@st.cache_data(max_entries=16, show_spinner=False)
def _directions(model: ModelId) -> tuple[np.ndarray, np.ndarray]:
    return pca.main_directions(models.gallery(model)["codes"])


def components(cards_by_name: dict[str, Card], study: Sample) -> None:
    """Show the digit from as many principal components as the student likes.

    Raises:
        BadCheckpoint: The weights or the gallery are missing or damaged.
    """
    if LADDER not in cards_by_name:
        models.say_untrained(LADDER)
        return
    image, card = study.normalised.image, cards_by_name[LADDER]
    code = aemodels.encode(LADDER, image[None])
    size = code.shape[1]
    rebuilt = aemodels.decode(LADDER, np.tril(np.ones((size + 1, size), np.float32), -1) * code)
    usual = _usual_errors(card.id)
    count, network = state.read("components"), networks.described(card)
    keep = kept.if_same(study.example)
    sums("sums", image, rebuilt, usual, count, lambda new: state.write("components", new), network, study.drawn, keep)
    for name in ("deep_2d", "deep_30d"):
        if name in cards_by_name:
            words.markdown(_worth(cards_by_name[name], usual))


@st.cache_data(max_entries=2, show_spinner=False)
def _usual_errors(model: ModelId) -> np.ndarray:
    gallery = models.gallery(model)
    return pca.errors_of_fewer_components(gallery["codes"], gallery["errors"], SIDE * SIDE)


def _worth(card: Card, usual: np.ndarray) -> str:
    """Return how many components have the same error as a network's code, in a sentence."""
    spec, error = card.spec, card.figures.test["mse"]
    enough = np.flatnonzero(usual <= error)
    most = f"more than the **{len(usual) - 1}** of this slider"
    needs = f"**{enough[0]}** components" if len(enough) else most
    return (
        f"- **{spec.title}** has a mean error of {error:.4f} with {spec.code_size} numbers. PCA needs {needs} for that."
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def angle_by_epoch(model: ModelId) -> bytes:
    """Lay out how a linear decoder's patterns turned towards PCA's components while it was trained.

    Args:
        model: With "principal_angle", in degrees, in every epoch of its history.
    """
    history = cards.read(model.name).history
    points = [(float(entry["epoch"]), float(entry["principal_angle"])) for entry in history]
    last = points[-1][0]
    across = Axis(
        "Epoch (how often it has seen all digits)", 0, last, tuple(round(last * share / 5) for share in range(6))
    )
    up = Axis("Largest principal angle to PCA, °", 0, 92, (0, 15, 30, 45, 60, 75, 90))
    label = f"Largest principal angle to PCA after every epoch; {points[-1][1]:.2f}° after the last."
    line = Line(points, "chosen", "Linear autoencoder")
    return line_widget.packed(Chart([line], across, up, label, "after epoch {x}: {y}°", 280))


def errors_by_size(cards_by_name: dict[str, Card]) -> None:
    """Show PCA's error and the best network's by code size; each row says what pictures it is about."""
    rows = []
    for size in SIZES:
        cards = [card for card in cards_by_name.values() if _counts(card, size)]
        if not cards:
            continue
        best = min(cards, key=lambda card: (card.spec.data != "mnist", card.figures.test["mse"]))
        test, pictures = best.figures.test, datasets.TABLE[best.spec.data].noun
        left = f"{test['mse_to_pca']:.0%}"
        rows.append([size, pictures, best.spec.title, test["mse"], test["pca_mse"], left])
    table("errors_by_size", ERROR_COLUMNS, rows)


def _counts(card: Card, size: int) -> bool:
    spec = card.spec
    return spec.code_size == size and not card.is_baseline and not spec.recipe.binarised


def angle(cards_by_name: dict[str, Card]) -> None:
    """Show how close the linear model for digits came to PCA's subspace, and how; nothing if it is not trained."""
    if "linear" not in cards_by_name:
        return
    card = cards_by_name["linear"]
    size, test = card.spec.code_size, card.figures.test
    words.markdown(
        f"The same happens in 784 dimensions. The model **{card.spec.title}**, trained on digits, has "
        f"{size} patterns in its decoder. At the end of training, they differed from as many principal components by "
        f"an angle of only **{test['principal_angle']:.2f}°** (0° would be the same space, 90° entirely another "
        f"direction), and its error was {test['mse_to_pca']:.4f} times PCA's."
    )
    line_widget.lines("angle_by_epoch", angle_by_epoch(card.id))
    words.caption(
        f"Measured after every epoch of its training: the largest **principal angle**, that of the worst direction. As "
        f"long as even one "
        f"of the {size} dimensions is missing, it stays near 90°. Nothing but the error told the network where to go."
    )
