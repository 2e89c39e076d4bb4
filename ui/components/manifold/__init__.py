"""The manifold at once: pictures decoded on a lattice of codes, with axes; a plane on the same page goes along."""

from collections.abc import Callable

import numpy as np

from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component
from ui.components.shared.value import Point, value

_component = component("latent_manifold", "manifold", styles=("controls",))


def manifold(
    key: str, pictures: str, values: np.ndarray, label: str, on_choose: Callable[[list[float]], None] | None = None
) -> None:
    """Show the figure.

    Args:
        key: Of this figure on its page.
        pictures: Where the message of `packed` is fetched.
        values: (n,) of either number, rising.
        label: For screen readers.
        on_choose: Called with the code of a picture that is clicked; None where a plane on the page hears of it.
    """
    header = {"values": np.round(values.astype(float), 3).tolist(), "label": label, "pictures": pictures}

    def chosen() -> None:
        code = value(key, "chosen", Point)
        if on_choose and code:
            on_choose(code)

    _component(key=key, data=pack(header | {"alone": on_choose is not None}), on_chosen_change=chosen)


def packed(pictures: np.ndarray) -> bytes:
    """Make the message of pictures (n * n, 28, 28) in [0, 1], row by row from the largest second number down."""
    return pack({}, pictures=ink_bytes(mosaic(pictures)))


def mosaic(pictures: np.ndarray) -> np.ndarray:
    """Lay pictures (n * n, 28, 28) out row by row, as (28 n, 28 n)."""
    count = round(len(pictures) ** 0.5)
    return pictures.reshape(count, count, 28, 28).swapaxes(1, 2).reshape(28 * count, 28 * count)
