"""What a denoiser gained, in a sentence."""

from ui.sections.denoise.denoisers import UNTOUCHED, Cleaned


def said(cleaned: Cleaned, results: list[Cleaned]) -> str:
    """Return how much of the noisy picture's error a method took away; that it did harm; or that nothing is to do.

    Args:
        cleaned: What the method made of the noisy picture.
        results: All results, the noisy picture itself among them.
    """
    before = next(result.error for result in results if result.name == UNTOUCHED)
    if before == 0:
        return "Nothing is added to the picture yet, so there is nothing to remove."
    if cleaned.error < before:
        return f"**It took away {1 - cleaned.error / before:.0%}** of the error that the noise had made."
    return "**It did harm:** the noisy picture was nearer to the clean one."
