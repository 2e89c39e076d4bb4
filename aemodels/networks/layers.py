"""Small building blocks that several variants share."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from torch import nn

PIXELS = 28 * 28
Layer = TypeVar("Layer", nn.Conv2d, nn.ConvTranspose2d, nn.Linear)


class Dense(nn.Sequential):
    """Fully connected layers with activations between them."""

    @property
    def linear(self) -> list[nn.Linear]:
        """The fully connected layers alone, in order."""
        return [module for module in self.modules() if isinstance(module, nn.Linear)]


def mlp(sizes: Sequence[int], activation: Callable[[], nn.Module], last: bool = False) -> Dense:
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
        modules.append(glorot(nn.Linear(width_in, width_out)))
        if last or index < len(sizes) - 2:
            modules.append(activation())
    return Dense(*modules)


def convolution(channels_in: int, channels_out: int, padding: int = 1) -> nn.Conv2d:
    """Make a 3x3 convolution with He weights and zero biases: (B, C_in, H, W) to (B, C_out, H', W')."""
    layer = nn.Conv2d(channels_in, channels_out, kernel_size=3, padding=padding)
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    return _without_bias(layer)


def begin_as_projection(encoder: Dense, decoder: Dense) -> None:
    """Start an encoder with orthonormal weights and its decoder with the same ones, transposed; both made by `mlp`.

    Apart from the activations the two begin as a projection and its way back; afterwards they are free.
    """
    for layer in encoder.linear:
        nn.init.orthogonal_(layer.weight)
    for layer, partner in zip(encoder.linear, reversed(decoder.linear), strict=True):
        partner.weight.data.copy_(layer.weight.data.T)


def glorot(layer: Layer) -> Layer:
    """Set Glorot weights and zero biases, and return the layer."""
    nn.init.xavier_uniform_(layer.weight)
    return _without_bias(layer)


def _without_bias(layer: Layer) -> Layer:
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


def variational_mlp(sizes: Sequence[int], activation: Callable[[], nn.Module]) -> tuple[Dense, Dense]:
    """Make the two halves of a fully connected variational autoencoder, mirror images of one another.

    Args:
        sizes: Widths from the picture to the code.
        activation: Makes the module that stands between two layers.

    Returns:
        Encoder to (B, 2 * sizes[-1]), means before log variances, and decoder from (B, sizes[-1]).
    """
    return mlp([*sizes[:-1], 2 * sizes[-1]], activation), mlp(sizes[::-1], activation)


def remembering(lstm: nn.LSTM) -> nn.LSTM:
    """Set Glorot inputs, orthogonal recurrence and forget gates that start open, and return the LSTM."""
    for name, parameter in lstm.named_parameters():
        if "weight_ih" in name:
            nn.init.xavier_uniform_(parameter)
        elif "weight_hh" in name:
            for gate in parameter.data.chunk(4):
                nn.init.orthogonal_(gate)
        else:
            nn.init.zeros_(parameter)
            if "bias_ih" in name:
                nn.init.ones_(parameter.data[lstm.hidden_size : 2 * lstm.hidden_size])
    return lstm
