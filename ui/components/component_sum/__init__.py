"""A digit built up from principal components, as many as the slider says."""

from collections.abc import Callable

import numpy as np

from ui.components.shared.message import ink_bytes, pack, signed_bytes
from ui.components.shared.modules import component
from ui.components.shared.value import Row, value

LEAST = 1e-6
_component = component("sums", "component_sum", styles=("controls", "pictures", "curves"))


def sums(
    key: str,
    image: np.ndarray,
    rebuilt: np.ndarray,
    usual: np.ndarray,
    count: int,
    on_count: Callable[[int], None],
    network: dict | None = None,
    drawn: dict[str, int] | None = None,
    keep: Callable[[bytes], bytes] = bytes,
) -> None:
    """Show the digit, what it is with some components, what the last of them adds, and the errors of all.

    Args:
        key: Of this figure on its page.
        image: (28, 28) in [0, 1].
        rebuilt: (K + 1, 28, 28) from 0 to K components.
        usual: (K + 1,) mean squared error a pixel over test images.
        count: How many components are on, 0 to K.
        on_count: Called with the new number when the slider rests.
        network: What the page has to know of PCA to follow a hand that draws; None where it cannot.
        drawn: Number of the drawing that is the digit, under "pad"; None for any other picture.
        keep: Puts the message away, if it is the same for everybody, and gives one that says where it is fetched.
    """
    added, strongest = _steps(rebuilt)
    header = {
        "count": count,
        "network": network,
        "drawn": drawn,
        "own": np.square(rebuilt - image).mean(axis=(1, 2)).astype(float).round(6).tolist(),
        "usual": usual.astype(float).round(6).tolist(),
        "strongest": strongest.tolist(),
    }
    arrays = {
        "image": ink_bytes(image),
        "mean": ink_bytes(rebuilt[0]),
        "added": added,
    }
    message = keep(pack(header, **arrays))
    _component(key=key, data=message, on_count_change=lambda: on_count(value(key, "count", Row) or 0))


def _steps(rebuilt: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Turn pictures (K + 1, 28, 28) into bytes of what each component adds, in a scale of its own.

    What rounding leaves over is added to the next step, so that the page finds every picture within half a step.

    Returns:
        (K + 1, 28, 28) uint8 as `signed_bytes` gives them, and (K + 1,) what stands for the largest.
    """
    strongest = np.maximum(np.abs(np.diff(rebuilt, axis=0, prepend=rebuilt[:1])).max(axis=(1, 2)), LEAST)
    reached, steps, none = ink_bytes(rebuilt[0]) / 255, [], np.zeros_like(rebuilt[0])
    for picture, most in zip(rebuilt, strongest, strict=True):
        steps.append(signed_bytes((picture - reached) / most if steps else none))
        reached = reached + (steps[-1].astype(float) - 128) / 127 * most
    return np.stack(steps), strongest.astype(float).round(6)
