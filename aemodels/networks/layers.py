"""Small building blocks that several variants share."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from torch import nn

PIXELS = 28 * 28


def mlp(sizes: Sequence[int], activation: Callable[[], nn.Module], last: bool = False) -> nn.Sequential:
    """Stack fully connected layers with Glorot weights and zero biases.

    Args:
        sizes: Widths from input to output, at least two.
        activation: Makes the module that stands between two layers.
        last: Whether an activation follows the last layer too.

    Returns:
        Module that maps (B, sizes[0]) to (B, sizes[-1]).
    """
    modules: list[nn.Module] = []
    for index, (width_in, width_out) in enumerate(pairwise(sizes)):
        layer = nn.Linear(width_in, width_out)
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)
        modules.append(layer)
        if last or index < len(sizes) - 2:
            modules.append(activation())
    return nn.Sequential(*modules)


def convolution(channels_in: int, channels_out: int, padding: int = 1) -> nn.Conv2d:
    """Make a 3x3 convolution with He weights and zero biases: (B, C_in, H, W) to (B, C_out, H', W')."""
    layer = nn.Conv2d(channels_in, channels_out, kernel_size=3, padding=padding)
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    nn.init.zeros_(layer.bias)
    return layer


def begin_as_projection(encoder: nn.Sequential, decoder: nn.Sequential) -> None:
    """Start an encoder with orthonormal weights and its decoder with the same ones, transposed; both made by `mlp`.

    Apart from the activations the two begin as a projection and its way back; afterwards they are free.
    """
    inward, outward = ([part for part in half if isinstance(part, nn.Linear)] for half in (encoder, decoder))
    for layer in inward:
        nn.init.orthogonal_(layer.weight)
    for layer, partner in zip(inward, reversed(outward), strict=True):
        partner.weight.data.copy_(layer.weight.data.T)


def glorot(layer: nn.Conv2d | nn.ConvTranspose2d | nn.Linear) -> nn.Module:
    """Give a layer Glorot weights and zero biases, and give it back."""
    nn.init.xavier_uniform_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


def variational_mlp(sizes: Sequence[int], activation: Callable[[], nn.Module]) -> tuple[nn.Sequential, nn.Sequential]:
    """Make the two halves of a fully connected variational autoencoder, mirror images of one another.

    Args:
        sizes: Widths from the picture to the code.
        activation: Makes the module that stands between two layers.

    Returns:
        Encoder to (B, 2 * sizes[-1]), means before log variances, and decoder from (B, sizes[-1]).
    """
    return mlp([*sizes[:-1], 2 * sizes[-1]], activation), mlp(sizes[::-1], activation)
