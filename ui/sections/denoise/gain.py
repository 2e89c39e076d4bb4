"""What a denoiser gained, in a sentence."""

from aemodels.corruption.stack import Stack
from ui.sections.denoise.denoisers import UNTOUCHED, Cleaned
from ui.sections.denoise.method import called


def said(cleaned: Cleaned, results: list[Cleaned], stack: Stack) -> str:
    """Return how much of the noisy picture's error a method took away; that it did harm; or that nothing is to do.

    Args:
        cleaned: What the method made of the noisy picture.
        results: All results, the noisy picture itself among them.
        stack: The corruptions that are on.
    """
    before = next(result.error for result in results if result.name == UNTOUCHED)
    if before == 0:
        return "Nothing is added to the picture yet, so there is nothing to remove."
    gained = (
        f"**It took away {1 - cleaned.error / before:.0%}** of the error that the noise had made."
        if cleaned.error < before
        else "**It did harm:** the noisy picture was nearer to the clean one."
    )
    return f"{gained} {_trained(cleaned.method.seen, stack)}".rstrip()


def _trained(seen: str | None, stack: Stack) -> str:
    """Return whether a network was trained to remove what is on; nothing for a method that was not trained to."""
    if seen is None:
        return ""
    others = [called(layer.kind) for layer in stack.layers if layer.kind != seen]
    if not others:
        return "It was **trained to remove** this kind of noise."
    return f"In training it **never saw** {' or '.join(dict.fromkeys(others))}, only {called(seen)}."
