"""What several denoising variants share: dropout as a corruption, and the median filter as a baseline."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from aemodels import losses
from aemodels.corruption import Corruption
from aemodels.layers import PIXELS

WINDOW = 3


@dataclass(frozen=True)
class Dropout(Corruption):
    """Masking that makes up for what it takes: the kept pixels are divided by the share that is kept.

    Kept pixels may therefore exceed 1. The mean brightness of a picture stays, on average over all masks.

    Source:
        Srivastava et al. 2014, Dropout, section 10 (scaling while training, so that nothing changes afterwards).
    """

    def apply(self, images, field):
        """Mask and rescale images; shapes as in `Corruption.apply`."""
        return super().apply(images, field) / (1 - self.amount)


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
