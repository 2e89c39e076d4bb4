"""The kinds of layers that slide over a picture's channels, as a browser runs them."""

from dataclasses import dataclass

import torch.nn.functional as F
from torch import Tensor

from aemodels.inspection.browser_layers import Layer, Weighted

Pair = tuple[int, int]


@dataclass(frozen=True)
class Windowed(Layer):
    """Base class of kinds that slide a window over channels.

    Attributes:
        given: Channels, height and width of the input.
        made: Of the output.
        kernel: Height and width of the window.
        stride: Down and right.
        padding: At top and bottom, left and right.
    """

    given: tuple[int, int, int]
    made: tuple[int, int, int]
    kernel: Pair
    stride: Pair
    padding: Pair


@dataclass(frozen=True)
class Convolution(Windowed, Weighted):
    """A convolution, weight (channels made, channels given, height, width)."""

    kind = "convolution"

    def apply(self, x: Tensor) -> Tensor:
        """Weigh what every window shows."""
        return F.conv2d(x.view(-1, *self.given), *self.tensors(), self.stride, self.padding).flatten(1)


@dataclass(frozen=True)
class TransposedConvolution(Windowed, Weighted):
    """A transposed convolution, weight (channels given, channels made, height, width)."""

    kind = "transposed"

    def apply(self, x: Tensor) -> Tensor:
        """Put a weighed window down for every input, the parts beyond `made` cut off."""
        weight, bias = self.tensors()
        sides = zip(self.given[1:], self.stride, self.padding, self.kernel, self.made[1:], strict=True)
        more = [made - ((side - 1) * stride - 2 * pad + wide) for side, stride, pad, wide, made in sides]
        return F.conv_transpose2d(x.view(-1, *self.given), weight, bias, self.stride, self.padding, more).flatten(1)


@dataclass(frozen=True)
class Pooling(Windowed):
    """The largest number in every window; the last windows may reach beyond the edge."""

    kind = "pooling"

    def apply(self, x: Tensor) -> Tensor:
        """Take the maxima."""
        maxima = F.max_pool2d(x.view(-1, *self.given), self.kernel, self.stride, self.padding, ceil_mode=True)
        return maxima[:, :, : self.made[1], : self.made[2]].flatten(1)


@dataclass(frozen=True)
class Upsampling(Layer):
    """Every number repeated `factor` times down and right."""

    given: tuple[int, int, int]
    factor: int
    kind = "upsampling"

    def apply(self, x: Tensor) -> Tensor:
        """Repeat."""
        return F.interpolate(x.view(-1, *self.given), scale_factor=float(self.factor)).flatten(1)
