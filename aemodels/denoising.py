"""What several denoising variants share: the median filter as a baseline."""

import numpy as np
import torch
from torch import Tensor

from aemodels import losses
from aemodels.corruption import Corruption
from aemodels.layers import PIXELS

WINDOW = 3


def median_filter_measures(corruption: Corruption, x: Tensor) -> dict[str, float]:
    """Measure the oldest denoiser: every pixel becomes the median of the 3x3 square around it.

    Args:
        corruption: Spoils the images, the same way at every call.
        x: (N, 1, 28, 28) clean images.

    Returns:
        "median_filter_mse" (a pixel) and "median_filter_sse" (an image).
    """
    from scipy.ndimage import median_filter

    noisy = corruption(x[:, 0].numpy(), np.random.default_rng(1))
    filtered = torch.from_numpy(median_filter(noisy, size=(1, WINDOW, WINDOW)))[:, None]
    sse = float(losses.squared_error(filtered, x))
    return {"median_filter_mse": sse / PIXELS, "median_filter_sse": sse}
