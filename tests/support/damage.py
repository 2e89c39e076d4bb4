"""Ways to damage a copy of the checkpoints' folder."""

import json
from pathlib import Path


def change_card(folder: Path, name: str, **changes: object) -> dict:
    """Write other values into a model's card and return it as it is now; `None` takes an entry away."""
    path = folder / f"{name}.json"
    card = json.loads(path.read_text()) | changes
    card = {key: value for key, value in card.items() if value is not None}
    path.write_text(json.dumps(card))
    return card


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
