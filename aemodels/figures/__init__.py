"""Arrays to Plotly figures."""

from aemodels.figures import denoising, loss, maps, models, sentences, style, training, units

__all__ = ["denoising", "loss", "maps", "models", "sentences", "style", "training", "units"]
