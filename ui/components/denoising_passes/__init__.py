"""Watch denoising: a model's output goes back in, pass by pass, and the error falls, then rises; all in the page."""

import numpy as np

from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("watch", "denoising_passes", styles=("controls", "pictures", "curves"))


def watch(key: str, clean: np.ndarray, noisy: np.ndarray, networks: dict[str, dict]) -> None:
    """Show strips of pictures under each other, which move in step, their errors as curves and in words.

    Args:
        key: Of these strips on their page.
        clean: (28, 28) in [0, 1].
        noisy: (28, 28); what lies outside [0, 1] is cut off in painting only.
        networks: What the page has to know to run each model, by title; one or two.
    """
    header = {"walks": [{"title": title, "network": network} for title, network in networks.items()]}
    _component(key=key, data=pack(header, clean=clean.astype(np.float32), noisy=noisy.astype(np.float32)))
