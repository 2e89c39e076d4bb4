"""What the units of a model see: weights, filters and their maps, favourite inputs, and what is lost without them."""

import numpy as np
import streamlit as st

import aemodels
from aemodels import unit_figures
from ui import models, state
from ui.tiles import Tile, tiles

MOST = 48
MOST_MAPS = 16
FAVOURITES = 16
MOST_SWITCHES = 40
STRONG = 99.5
PLAIN = {"displayModeBar": False}
FILL = {"zero": "zero", "mean": "its mean over 5,000 test images"}
ACTIVE = ("vanilla", "sparse_relu_l1", "sparse_l1", "sparse_kl")
GOALS = {"sparse_kl": ("unit_mean_min", "unit_mean_max")}


def can_be_seen(card: dict) -> bool:
    """Say whether a model begins with weights that are pictures, or with filters."""
    return bool(card["layers"]) and card["layers"][0]["kind"] in ("Linear", "Conv2d")


def begins_with_filters(card: dict) -> bool:
    """Say whether a model begins with a convolution."""
    return card["layers"][0]["kind"] == "Conv2d"


def weights(name: str) -> None:
    """Show the first layer's weights as pictures, those with the clearest pattern first.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    patterns = aemodels.first_layer(name)
    order = np.argsort(-np.square(patterns).sum((1, 2)), kind="stable")
    shown = order if len(order) <= MOST or state.toggle("every") else order[:MOST]
    entries = [
        Tile(str(unit), stretched(patterns[unit]), f"Weights of unit {unit}", facts=f"{unit}", signed=True)
        for unit in shown
    ]
    tiles("weights", entries, width=62)
    st.caption(
        f"{len(shown)} of {len(patterns)} units, the largest weights first. Orange: ink there wakes the unit up. "
        "Blue: ink there quiets it. Each picture has a scale of its own."
    )


def stretched(pattern: np.ndarray) -> np.ndarray:
    """Scale a signed picture so that nearly all of it lies in [-1, 1]."""
    return np.clip(pattern / max(float(np.percentile(np.abs(pattern), STRONG)), 1e-6), -1, 1)


def filters(name: str, image: np.ndarray) -> None:
    """Show a convolutional model's filters, and what every layer makes of a picture (28, 28).

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    kernels = aemodels.filters_of(name)
    entries = [
        Tile(str(index), stretched(kernel), f"Filter {index}", facts=f"{index}", signed=True)
        for index, kernel in enumerate(kernels)
    ]
    tiles("filters", entries, width=52)
    height, width = kernels.shape[1:]
    st.caption(
        f"{len(kernels)} filters of {height}x{width} weights. Each visits every place of the picture and answers where "
        "the ink lies as its orange and not as its blue."
    )
    st.markdown("**The picture on its way through all layers.** The brighter a place, the stronger the answer there.")
    for index, layer in enumerate(aemodels.feature_maps(name, image), 1):
        _layer(index, layer)


def _layer(index: int, layer) -> None:
    count, height, width = layer.maps.shape
    strongest = np.argsort(-layer.maps.std((1, 2)), kind="stable")[:MOST_MAPS]
    some = f", the {MOST_MAPS} liveliest" if count > MOST_MAPS else ""
    maps = "1 map" if count == 1 else f"{count} maps"
    st.caption(f"**{index}. {layer.part}, {layer.layer}**: {maps} of {height}x{width}{some}")
    entries = [
        Tile(str(one), _lit(layer.maps[one]), f"Layer {index}, map {one}") for one in sorted(map(int, strongest))
    ]
    tiles(f"layer-{index}", entries, width=58)


def _lit(answers: np.ndarray) -> np.ndarray:
    low, high = float(answers.min()), float(answers.max())
    return (answers - low) / max(high - low, 1e-6)


def favourites(name: str, card: dict) -> None:
    """Show the inputs that the liveliest units of the code answer to most.

    Raises:
        BadCheckpoint: The weights or the gallery are missing or damaged.
    """
    codes = models.gallery(name, card["digest"])["codes"]
    units = np.sort(np.argsort(-codes.std(0), kind="stable")[:FAVOURITES])
    with st.spinner("Looking for them …", show_time=False):
        found = aemodels.favourites(name, tuple(map(int, units)))
    entries = [
        Tile(str(unit), picture, f"Favourite input of unit {unit}", title=f"unit {unit}", facts=_answer(*answers))
        for unit, picture, *answers in zip(units, found.pictures, found.after, codes[:, units].max(0), strict=True)
    ]
    tiles("favourites", entries, width=92)


def _answer(here: float, most: float) -> str:
    return f"says {here:.3g}\ntest images: {most:.3g}"


def switches(name: str, card: dict, image: np.ndarray) -> None:
    """Let the student switch units of the code off, and show what the reconstruction of a picture (28, 28) loses.

    Raises:
        BadCheckpoint: The weights or the gallery are missing or damaged.
    """
    code = aemodels.encode(name, image[None])[0]
    codes = models.gallery(name, card["digest"])["codes"]
    off = units_off(st.query_params.get("off", ""), len(code))
    instead = codes.mean(0) if state.switch("instead", words=FILL.get) == "mean" else np.zeros_like(code)
    full = aemodels.decode(name, code[None])[0]
    cut = aemodels.without_units(name, code, off, instead)
    entries = [
        Tile("input", image, "The picture", title="The picture"),
        Tile("full", full, "Reconstruction from all units", title="All units", facts=_error(full, image)),
        Tile("cut", cut, "Reconstruction without them", title=_named(off), facts=_error(cut, image)),
        Tile("lost", full - cut, "What is lost", title="What is lost", signed=True, facts="orange gone, blue new"),
    ]
    tiles("cut", entries, width=132)
    changed = np.tile(code, (len(code), 1))
    np.fill_diagonal(changed, instead)
    given = full - aemodels.decode(name, changed)
    order = np.argsort(-np.square(given).sum((1, 2)), kind="stable")[:MOST_SWITCHES]
    strongest = float(np.abs(given[order]).max())
    st.markdown("**Click a unit to switch it off or on.** Its picture is what it alone gives to the reconstruction.")
    buttons = [
        Tile(
            *(str(unit), given[unit] / max(strongest, 1e-6), f"Unit {unit}: {'off' if unit in off else 'on'}"),
            facts=f"{unit}: {'off' if unit in off else f'{code[unit]:.2f}'}",
            selected=unit in off,
            signed=True,
        )
        for unit in dict.fromkeys([*map(int, order), *off])
    ]
    tiles("units", buttons, width=66, on_choose=lambda id: _toggle(int(id), off))
    if off:
        st.button("Switch all on", on_click=state.write, args=("off", ""), icon=":material/restart_alt:")
    st.caption(f"The {len(buttons)} of {len(code)} units that matter most for this picture, the most important first.")


def units_off(text: str, size: int) -> list[int]:
    """Read which units are off from the address, "3,17"; what is nonsense there is left out."""
    numbers = [int(part) for part in text.split(",") if part.isascii() and part.isdigit()]
    return sorted({number for number in numbers if number < size})


def _toggle(unit: int, off: list[int]) -> None:
    state.write("off", ",".join(map(str, sorted({unit} ^ set(off)))))


def _named(off: list[int]) -> str:
    return "All on" if not off else f"Without unit {off[0]}" if len(off) == 1 else f"Without {len(off)} units"


def _error(x_hat: np.ndarray, image: np.ndarray) -> str:
    return f"error {np.square(x_hat - image).mean():.4f}"


def activity(known: dict[str, dict]) -> None:
    """Show how active the units of a plain code and of sparse ones are, side by side."""
    shown = [name for name in ACTIVE if name in known]
    for column, name in zip(st.columns(max(1, len(shown))), shown, strict=False):
        with column:
            card = known[name]
            st.markdown(f"**{card['spec']['title']}**")
            st.plotly_chart(_figure(name, card["digest"], card), config=PLAIN, key=f"activity-{name}")


@st.cache_resource(max_entries=8, show_spinner=False)
def _figure(name: str, digest: str, _card: dict):
    codes = models.gallery(name, digest)["codes"]
    test = _card["figures"]["test"]
    known = (test["histogram"], test["histogram_top"]) if "histogram" in test else unit_figures.histogram(codes)
    bars = [target for target in _card["spec"]["targets"] if target["measure"] in GOALS.get(name, ())]
    edges = [bar["at_least"] or bar["at_most"] for bar in bars]
    return unit_figures.activity(*known, codes.mean(0), sum(edges) / len(edges) if edges else None)
