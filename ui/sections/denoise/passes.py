"""Denoising again and again: what becomes of the picture pass by pass."""

import numpy as np

from aemodels.checkpoints import cards
from ui import networks, trouble
from ui.components.denoising_passes import watch


def show(clean: np.ndarray, noisy: np.ndarray, names: list[str]) -> None:
    """Show what becomes of a noisy picture that goes through each model again and again.

    Args:
        clean: (28, 28) in [0, 1].
        noisy: (28, 28).
        names: Variants, one or two; their strips stand under each other and move in step.
    """
    walking = {}
    for name in names:
        with trouble.reported():
            card = cards.read(name)
            if network := networks.described(card):
                walking[card.spec.title] = network
    if walking:
        watch("watch", clean, noisy, walking)
