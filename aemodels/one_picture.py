"""One picture through one model without questions: what pages do for twenty models at every answer."""

import numpy as np
import torch

from aemodels.checkpoints.card import ModelId
from aemodels.inference import load_model


def rebuild(model: ModelId, image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Do what `inference.rebuild` does for a picture that is known to be good, by a model whose card has been read.

    Looking at the card and at the picture again takes as long as a small model.

    Args:
        model: From a card.
        image: (28, 28) float32, writable; in [0, 1], as `images.normalise` gives it, but for noise.

    Returns:
        (D,) code and (28, 28) reconstruction, float32.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    network = load_model(model)  # here, for what is loaded in inference mode has no gradients for others
    with torch.inference_mode():
        codes = network.encode(torch.from_numpy(image).view(1, *network.shape))
        return codes.float().flatten().numpy(), network.decode(codes).float().view(image.shape).numpy()
