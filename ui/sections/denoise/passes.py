"""Denoising again and again: what becomes of the picture pass by pass, and in words which pass is best."""

import numpy as np
import streamlit as st

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.experiments.repeated_denoising import Repetition, repeat
from ui import trouble
from ui.components.denoising_passes import Passes, watch

LITTLE = 0.05


def show(clean: np.ndarray, noisy: np.ndarray, names: list[str]) -> None:
    """Show what becomes of a noisy picture that goes through each model again and again.

    Args:
        clean: (28, 28) in [0, 1].
        noisy: (28, 28).
        names: Variants, one or two; their strips stand under each other and move in step.
    """
    walks = {}
    for name in names:
        with trouble.reported():
            card = cards.read(name)
            walks[card.spec.title] = _repeated(card.id, clean, noisy)
    if not walks:
        return
    shown = [Passes(title, walk.pictures, walk.errors, walk.best) for title, walk in walks.items()]
    watch("watch", clean, shown)
    for title, walk in walks.items():
        st.markdown(f"**{title}.** {verdict(walk)}")


@st.cache_data(max_entries=64, show_spinner=False)
def _repeated(model: ModelId, clean: np.ndarray, noisy: np.ndarray) -> Repetition:
    return repeat(model.name, clean, noisy)


def verdict(walked: Repetition) -> str:
    """Return in words after which step a walk is best, and what the steps after it do; all from its own errors."""
    errors, best, last = walked.errors, walked.best, len(walked.errors) - 1
    if best == 0:
        return (
            f"Here even the first step does harm: the error goes from {errors[0]:.4f} to {errors[1]:.4f}, and after "
            f"{last} steps it is {errors[last]:.4f}. This picture is best left alone."
        )
    first = f"The first step takes the error from {errors[0]:.4f} to {errors[1]:.4f}"
    if best == 1:
        return f"{first}. That is all the help there is. {_afterwards(walked)}"
    gain = 1 - errors[best] / errors[1]
    worth = "hardly better" if gain < LITTLE else f"{gain:.0%} less"
    helped = f"{first}; after step {best} it is smallest, {errors[best]:.4f}, {worth} than after the first."
    if best == last:
        return f"{helped} Within these {last} steps the error never rises."
    return f"{helped} {_afterwards(walked)}"


def _afterwards(walked: Repetition) -> str:
    """Return what the steps after the best one do."""
    errors, best, last = walked.errors, walked.best, len(walked.errors) - 1
    rise = errors[last] / errors[best] - 1
    if rise < LITTLE:
        return f"More steps change next to nothing: after {last} it is {errors[last]:.4f}."
    grown = f"{1 + rise:.1f} times as large" if rise > 1 else f"{rise:.0%} larger"
    harm = f"after {last} steps the error is {errors[last]:.4f}, {grown}."
    if (np.diff(errors[best:]) > 0).all():
        return f"Every later step does harm: {harm} With no noise left to remove, it removes fine detail."
    return f"What follows does harm on the whole: {harm}"
