"""The terms that are minimised: summed over an image's dimensions, averaged over the batch."""

import torch
import torch.nn.functional as F
from torch import Tensor

FORMULAS = {
    "mse": r"\sum_{i=1}^{784} (x_i - \hat x_i)^2",
    "bce": r"-\sum_{i=1}^{784} \left[ x_i \ln \hat x_i + (1 - x_i) \ln (1 - \hat x_i) \right]",
    "kl": r"\tfrac12 \sum_{j=1}^{D} \left( \mu_j^2 + \sigma_j^2 - 1 - \ln \sigma_j^2 \right)",
}
"""Terms in LaTeX: x the image, x̂ its reconstruction, μ and σ² the posterior's mean and variance."""


def squared_error(x_hat: Tensor, target: Tensor) -> Tensor:
    """Sum of squared differences per image, averaged over the batch.

    Args:
        x_hat: (B, ...) reconstruction in [0, 1].
        target: Same shape.

    Returns:
        Scalar; 784 times the per-pixel MSE for a 28x28 image.
    """
    return (x_hat.float() - target).square().flatten(1).sum(1).mean()


def binary_cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy per image in nats, averaged over the batch.

    Args:
        logits: (B, ...) log odds of ink.
        target: Same shape, in [0, 1]; grey targets leave a floor above zero, see `cross_entropy_floor`.

    Returns:
        Scalar, nats.
    """
    per_pixel = F.binary_cross_entropy_with_logits(logits.float(), target, reduction="none")
    return per_pixel.flatten(1).sum(1).mean()


def cross_entropy_floor(target: Tensor) -> Tensor:
    """Cross-entropy of a perfect reconstruction: the entropy of the grey values.

    Args:
        target: (B, ...) in [0, 1].

    Returns:
        Scalar, nats per image.
    """
    entropy = -torch.xlogy(target, target) - torch.xlogy(1 - target, 1 - target)
    return entropy.flatten(1).sum(1).mean()


def kl_to_standard_normal(mean: Tensor, log_variance: Tensor) -> Tensor:
    """Divergence of the diagonal normal posterior from the standard normal prior.

    Args:
        mean: (B, D).
        log_variance: (B, D), natural logarithm of the variance.

    Returns:
        (B, D), nats per code dimension, never negative.

    Source:
        Kingma and Welling 2014, Auto-Encoding Variational Bayes, appendix B.
    """
    return 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance)
