"""Watch denoising: a model's output goes back in, step by step, and the error falls, then rises."""

import numpy as np
import streamlit as st

from aemodels.checkpoints import cards
from aemodels.errors import AutoencoderError
from aemodels.experiments.repeated_denoising import Repetition, repeat
from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component

LITTLE = 0.05

_component = component("watch", "denoising_passes", styles=("controls", "pictures", "curves"))


def show(clean: np.ndarray, noisy: np.ndarray, names: list[str]) -> None:
    """Show what becomes of a noisy picture that goes through each model again and again.

    Args:
        clean: (28, 28) in [0, 1].
        noisy: (28, 28); what lies outside [0, 1] is cut off in painting only.
        names: Variants, one or two; their strips stand under each other and move in step.
    """
    walks = []
    for name in names:
        try:
            card = cards.read(name)
            walks.append((card["spec"]["title"], _walked(name, card["digest"], clean, noisy)))
        except AutoencoderError as error:
            st.warning(str(error), icon=":material/build:")
    if not walks:
        return
    header = {"walks": [{"title": title, "errors": each.errors.tolist(), "best": each.best} for title, each in walks]}
    pictures = np.stack([each.pictures for _, each in walks])
    _component(key="watch", data=pack(header, clean=ink_bytes(clean), pictures=ink_bytes(pictures)))
    for title, each in walks:
        st.markdown(f"**{title}.** {verdict(each)}")


@st.cache_data(max_entries=64, show_spinner=False)
def _walked(name: str, digest: str, clean: np.ndarray, noisy: np.ndarray) -> Repetition:
    return repeat(name, clean, noisy)


def verdict(walked: Repetition) -> str:
    """Say in words after which step a walk is best, and what the steps after it do; all from its own errors."""
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
        return f"{helped} Within these {last} steps it never turns."
    return f"{helped} {_afterwards(walked)}"


def _afterwards(walked: Repetition) -> str:
    """Say what the steps after the best one do."""
    errors, best, last = walked.errors, walked.best, len(walked.errors) - 1
    rise = errors[last] / errors[best] - 1
    if rise < LITTLE:
        return f"More steps change next to nothing: after {last} it is {errors[last]:.4f}."
    grown = f"{1 + rise:.1f} times as large" if rise > 1 else f"{rise:.0%} larger"
    harm = f"after {last} steps the error is {errors[last]:.4f}, {grown}."
    if (np.diff(errors[best:]) > 0).all():
        return f"Every later step does harm: {harm} With no noise left to take away, it takes away fine detail."
    return f"What follows does harm on the whole: {harm}"
