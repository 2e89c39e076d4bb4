"""The units of a code: the inputs that activate them most, and what is lost without them."""

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card, ModelId
from ui import kept, models, networks, state, words
from ui.components.shared.message import ink_bytes
from ui.components.tiles import Tile, tiles
from ui.sample import Sample

FAVOURITES = 16
MOST_SWITCHES = 40
FILL = {"zero": "Off: puts out 0", "mean": "Off: puts out its mean"}


def favourites(card: Card) -> None:
    """Show the inputs that activate units of the code most, for the units that vary most over test images.

    Raises:
        BadCheckpoint: The weights or the gallery are missing or damaged.
    """
    tiles("favourites", _favourites(card.id), width=92, keep=kept.by_address)


@st.cache_resource(max_entries=16, show_spinner="Searching for them …")
def _favourites(model: ModelId) -> list[Tile]:
    codes = models.gallery(model)["codes"]
    units = np.sort(np.argsort(-codes.std(0), kind="stable")[:FAVOURITES])
    best = aemodels.favourites(model.name, tuple(map(int, units)))
    return [
        Tile(
            *(str(unit), ink_bytes(picture), f"Input that activates unit {unit} most"),
            title=f"unit {unit}",
            facts=_activations(*values),
        )
        for unit, picture, *values in zip(units, best.pictures, best.after, codes[:, units].max(0), strict=True)
    ]


def _activations(here: float, most: float) -> str:
    return f"this: {here:.2f}\nimages: {most:.2f}"


def switches(card: Card, study: Sample, least: float | None = None) -> None:
    """Let the student switch units of the code off, and show what the reconstruction of a picture loses.

    Args:
        card: Of the model.
        study: The picture.
        least: Activation above which a unit is shown, and "off" means zero; None for all that matter, and a choice.

    Raises:
        BadCheckpoint: The weights or the gallery are missing or damaged.
    """
    image = study.normalised.image
    code = aemodels.encode(card.name, image[None])[0]
    codes = models.gallery(card.id)["codes"]
    off = units_off(_asked(card.name), len(code))
    usual = least is None and state.switch("instead", words=FILL) == "mean"
    instead = codes.mean(0) if usual else np.zeros_like(code)
    full = aemodels.decode(card.name, code[None])[0]
    given = _given(card.name, code, full, instead)
    shown = _most(given, off) if least is None else _active(code, off, least)
    keep = kept.if_same(study.example)
    extra = {"kind": "units", "off": off, "each": shown, "instead": instead.tolist()}
    tiles(
        "cut", _cut(card, image, code, full, instead, off), 132, drawn=study.drawn, first=True, extra=extra, keep=keep
    )
    order = "They stand in the order of their names." if least is None else "The most active come first."
    words.markdown(
        "**Tap a unit to switch it off or on**, and watch the third picture above. A unit’s tile shows what it alone "
        "changes in the copy of this picture: ink added in orange, lost in blue. Below it stand its name and, after "
        f"the colon, its **activation**: how strongly it responds to this picture. {order}"
    )
    buttons = _buttons(card, code, given, shown, off)
    tiles("units", buttons, 66, on_choose=lambda id: _toggle(int(id), off), drawn=study.drawn, extra=extra, keep=keep)
    if off:
        st.button("Switch all on", on_click=state.write, args=("off", ""), icon=":material/restart_alt:")


def _asked(name: str) -> str:
    """Return what the address says of units that are off; they belong to one model and do not follow into another."""
    text = st.query_params.get("off", "")
    if state.has_changed("off.model", name) and state.news("off") is None:
        text = ""
    state.write("off", text)
    return text


def _cut(
    card: Card, image: np.ndarray, code: np.ndarray, full: np.ndarray, instead: np.ndarray, off: list[int]
) -> list[Tile]:
    """Return the picture, its reconstructions from all units and without some, and what is lost."""
    cut = aemodels.without_units(card.name, code, off, instead)
    network, error = networks.described(card), "error {error}"
    whole, left = [error.format(error=f"{np.square(x_hat - image).mean():.4f}") for x_hat in (full, cut)]
    named, lost = _named(off), "What changes"
    return [
        Tile("input", image, "The picture", "The picture", network=network, shows="given"),
        Tile("full", full, "Reconstruction from all units", "All units", "", whole, "", False, network, error),
        Tile("cut", cut, "Reconstruction without them", named, "", left, "", False, network, error, "without"),
        Tile("lost", cut - full, lost, lost, facts=_lost(off), network=network, shows="lost", signed=True),
    ]


def _given(name: str, code: np.ndarray, full: np.ndarray, instead: np.ndarray) -> np.ndarray:
    """Return what every unit alone adds to a reconstruction, (D, 28, 28)."""
    changed = np.tile(code, (len(code), 1))
    np.fill_diagonal(changed, instead)
    return full - aemodels.decode(name, changed)


def _most(given: np.ndarray, off: list[int]) -> list[int]:
    """Return the units that add most, and those that are off; by number, so that each keeps its place."""
    strongest = np.argsort(-np.square(given).sum((1, 2)), kind="stable")[:MOST_SWITCHES]
    return sorted({*map(int, strongest), *off})


def _active(code: np.ndarray, off: list[int], least: float) -> list[int]:
    """Return the units whose activation is above `least`, and those that are off, the most active first."""
    return sorted({*map(int, np.flatnonzero(code > least)), *off}, key=lambda unit: (-code[unit], unit))


def _buttons(card: Card, code: np.ndarray, given: np.ndarray, shown: list[int], off: list[int]) -> list[Tile]:
    """Return the units as tiles that switch them, each with what it alone adds, in one scale for all."""
    strongest = max(float(np.abs(given[shown]).max()), 1e-6)
    return [
        Tile(
            *(str(unit), given[unit] / strongest, f"Unit {unit}: {'off' if unit in off else 'on'}"),
            facts=f"{unit}:\u00a0{'off' if unit in off else f'{code[unit]:.2f}'}",
            off=unit in off,
            network=networks.described(card),
            following="" if unit in off else f"{unit}:\u00a0{{code:{unit}}}",
            shows="alone",
            place=place,
            signed=True,
        )
        for place, unit in enumerate(shown)
    ]


def units_off(text: str, size: int) -> list[int]:
    """Return the units that the address switches off, e.g. "3,17", in order; what is nonsense there is left out."""
    numbers = [int(part) for part in text.split(",") if part.isascii() and part.isdigit()]
    return sorted({number for number in numbers if number < size})


def _toggle(unit: int, off: list[int]) -> None:
    state.write("off", ",".join(map(str, sorted({unit} ^ set(off)))))


def _named(off: list[int]) -> str:
    return "Nothing off yet" if not off else f"Without unit {off[0]}" if len(off) == 1 else f"Without {len(off)} units"


def _lost(off: list[int]) -> str:
    return "blue: lost\norange: added" if off else "nothing yet\n\u00a0"
