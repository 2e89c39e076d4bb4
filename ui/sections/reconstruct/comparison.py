"""Many reconstructions of one picture side by side, and the steps that made the picture."""

import numpy as np
import streamlit as st
from PIL import Image, ImageOps

from aemodels.checkpoints.card import Card
from aemodels.images import SIDE, Normalised
from ui import models, networks, state
from ui.components.tiles import Tile, tiles
from ui.models import Rebuilt
from ui.sample import Sample

STEP_SIDE = 140
PHOTOS = ("as given", "grey")


def show(key: str, rebuilt: list[Rebuilt], selected: str, study: Sample) -> None:
    """Show what every model made of a picture, the best first; a click chooses the model.

    Args:
        key: Of this comparison on its page.
        rebuilt: The smallest error first.
        selected: Variant to mark.
        study: The picture; tiles follow a hand that draws, and keep their places as long as it does.
    """
    order = [entry.card.name for entry in rebuilt]
    if study.live:
        order = [name for name in st.session_state.get(f"{key}.order", order) if name in order]
        order += [entry.card.name for entry in rebuilt if entry.card.name not in order]
    st.session_state[f"{key}.order"] = order
    by_name = {entry.card.name: entry for entry in rebuilt}
    entries = [_tile(by_name[name], name == selected) for name in order]
    tiles(key, entries, width=150, on_choose=lambda name: state.put("model", name), drawn=study.drawn)


def _tile(rebuilt: Rebuilt, selected: bool) -> Tile:
    spec = rebuilt.card.spec
    facts = f"{spec.code_size} numbers\nerror {{error}}"
    return Tile(
        id=rebuilt.card.name,
        picture=rebuilt.x_hat,
        label=f"Reconstruction by {spec.title}",
        title=spec.title,
        badge="baseline" if rebuilt.card.is_baseline else "",
        facts=facts.format(error=f"{rebuilt.error:.4f}"),
        text=rebuilt.card.story.idea,
        selected=selected,
        network=networks.described(rebuilt.card),
        following=facts,
    )


def show_digits(key: str, card: Card, normalised: Normalised) -> None:
    """Show all digits of a photo, each beside what a model makes of it."""
    gap = np.zeros((SIDE, 2), np.float32)
    entries = []
    for number, digit in enumerate(normalised.digits, 1):
        rebuilt = models.rebuild(card, digit.image)
        pair = np.hstack([digit.image, gap, rebuilt.x_hat])
        label = f"Digit {number} and its reconstruction"
        entries.append(Tile(str(number), pair, label, title=f"Digit {number}", facts=f"error {rebuilt.error:.4f}"))
    tiles(key, entries, width=130)


def show_steps(normalised: Normalised) -> None:
    """Show the pictures on the way from what was given to what the models get."""
    entries = [
        Tile(name, _photo(picture) if name in PHOTOS else _ink(picture), name, title=f"{index}. {name}")
        for index, (name, picture) in enumerate(normalised.steps.items(), 1)
    ]
    tiles("steps_shown", entries, width=120)


def _photo(picture: np.ndarray) -> np.ndarray:
    """Return a photo as a square of (STEP_SIDE, STEP_SIDE, 3) bytes, keeping its proportions."""
    scaled = picture if picture.dtype == np.uint8 else np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    colour = Image.fromarray(scaled).convert("RGB")
    return np.asarray(ImageOps.pad(colour, (STEP_SIDE, STEP_SIDE), Image.Resampling.BOX, color="white"))


def _ink(picture: np.ndarray) -> np.ndarray:
    """Return ink (H, W) as a square of (STEP_SIDE, STEP_SIDE), keeping its proportions; small pixels stay sharp."""
    ink = Image.fromarray(picture / np.float32(255) if picture.dtype == np.uint8 else picture.astype(np.float32))
    method = Image.Resampling.NEAREST if max(ink.size) < STEP_SIDE else Image.Resampling.BOX
    return np.asarray(ImageOps.pad(ink, (STEP_SIDE, STEP_SIDE), method, color=0))
