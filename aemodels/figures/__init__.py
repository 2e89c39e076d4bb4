"""Arrays to Plotly figures."""

from aemodels.figures import anomaly, denoising, loss, maps, models, sentences, style, training, units

__all__ = ["anomaly", "denoising", "loss", "maps", "models", "sentences", "style", "training", "units"]
