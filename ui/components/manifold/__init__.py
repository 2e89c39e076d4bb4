"""The manifold at once: pictures decoded on a lattice of codes, with axes; a plane on the same page goes along."""

import numpy as np

from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component

_component = component("latent_manifold", "manifold")


def manifold(key: str, pictures: np.ndarray, values: np.ndarray, label: str) -> None:
    """Show the figure.

    Args:
        key: Of this figure on its page.
        pictures: (n * n, 28, 28) in [0, 1], row by row from the largest second number down.
        values: (n,) of either number, rising.
        label: For screen readers.
    """
    header = {"values": np.round(values.astype(float), 3).tolist(), "label": label}
    _component(key=key, data=pack(header, pictures=ink_bytes(mosaic(pictures))))


def mosaic(pictures: np.ndarray) -> np.ndarray:
    """Lay pictures (n * n, 28, 28) out row by row, as (28 n, 28 n)."""
    count = round(len(pictures) ** 0.5)
    return pictures.reshape(count, count, 28, 28).swapaxes(1, 2).reshape(28 * count, 28 * count)
