"""Ways to damage a copy of the checkpoints' folder."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file


def change_card(folder: Path, name: str, **changes: object) -> dict:
    """Write other values into a model's card and return it as it is now; `None` takes an entry away."""
    path = folder / f"{name}.json"
    card = json.loads(path.read_text()) | changes
    card = {key: value for key, value in card.items() if value is not None}
    path.write_text(json.dumps(card))
    return card


def forge(folder: Path, name: str, place: str, value: Any) -> None:
    """Write another value at a place of a model's card, such as "figures.test.mse" or "history[0].train"."""
    path = folder / f"{name}.json"
    card = json.loads(path.read_text())
    *way, last = [int(key) if key.isdigit() else key for key in re.findall(r"[^.\[\]]+", place)]
    entry = card
    for key in way:
        entry = entry[key]
    entry[last] = value
    path.write_text(json.dumps(card))


def forge_gallery(folder: Path, name: str, key: str, value: float) -> None:
    """Write another number at the beginning of an array of a model's gallery."""
    path = folder / f"{name}.gallery.safetensors"
    arrays = load_file(path)
    arrays[key] = np.array(arrays[key])
    arrays[key].flat[0] = value
    save_file(arrays, path)


def forget_cached(folder: Path, name: str) -> None:
    """Give a model's card another digest, so that nothing that was read before and kept in memory answers for it."""
    change_card(folder, name, digest=64 * "0")


def cut_short(folder: Path, file: str) -> None:
    """Keep only the first thousand bytes of a model's file, such as "simple.safetensors"."""
    path = folder / file
    path.write_bytes(path.read_bytes()[:1000])
    forget_cached(folder, file.partition(".")[0])


def take_away(folder: Path, file: str) -> None:
    """Delete a model's file."""
    (folder / file).unlink()
    forget_cached(folder, file.partition(".")[0])
