"""Arrays to Plotly figures."""

from aemodels.figures import denoising, maps, models, sentences, style, training, units

__all__ = ["denoising", "maps", "models", "sentences", "style", "training", "units"]
