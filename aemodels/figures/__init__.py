"""Arrays to Plotly figures."""

from aemodels.figures import denoising, maps, models, style

__all__ = ["denoising", "maps", "models", "style"]
