"""The kinds of layers that a browser runs: what each is, and what it computes, here by torch.

All of them take and give flat numbers, (B, in) and (B, out); a picture's channels come one after the other, row by row.
`ui/components/shared/network/` has the same kinds in JavaScript.
"""

from dataclasses import asdict, dataclass
from typing import ClassVar

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

ACTIVATIONS = {"relu": torch.relu, "selu": F.selu, "silu": F.silu, "sigmoid": torch.sigmoid, "tanh": torch.tanh}


@dataclass(frozen=True)
class Layer:
    """Base class. A kind gives `apply`; its fields are the numbers that the browser is told."""

    kind: ClassVar[str]

    @property
    def weights(self) -> tuple[np.ndarray, ...]:
        """Arrays that are multiplied with, in the order in which the browser reads them."""
        return ()

    @property
    def biases(self) -> np.ndarray:
        """What is added, (N,) float32."""
        return np.zeros(0, np.float32)

    def facts(self) -> dict:
        """Return kind and numbers, ready for JSON."""
        numbers = {name: value for name, value in asdict(self).items() if not isinstance(value, np.ndarray)}
        return {"kind": self.kind} | numbers

    def apply(self, x: Tensor) -> Tensor:
        """Compute what the browser computes."""
        raise NotImplementedError


@dataclass(frozen=True)
class Weighted(Layer):
    """Base class of kinds with weights and a bias."""

    weight: np.ndarray
    bias: np.ndarray

    @property
    def weights(self) -> tuple[np.ndarray, ...]:
        """The one array of weights."""
        return (self.weight,)

    @property
    def biases(self) -> np.ndarray:
        """One number for every output or channel."""
        return self.bias

    def tensors(self) -> tuple[Tensor, Tensor]:
        """Return weights and biases for torch, both float32."""
        return torch.from_numpy(self.weight).float(), torch.from_numpy(self.bias)


@dataclass(frozen=True)
class Dense(Weighted):
    """A fully connected layer, weight (rows, columns); applied to every `columns` numbers of a longer input."""

    rows: int
    columns: int
    kind = "dense"

    def apply(self, x: Tensor) -> Tensor:
        """Multiply and add."""
        return F.linear(x.view(len(x), -1, self.columns), *self.tensors()).flatten(1)


@dataclass(frozen=True)
class Recurrent(Layer):
    """An LSTM over `steps` steps, its states after all of them; gates in the order input, forget, cell, output."""

    from_input: np.ndarray
    from_state: np.ndarray
    bias: np.ndarray
    steps: int
    columns: int
    size: int
    kind = "recurrent"

    @property
    def weights(self) -> tuple[np.ndarray, ...]:
        """Weights of the input (4 size, columns), then of the state (4 size, size)."""
        return self.from_input, self.from_state

    @property
    def biases(self) -> np.ndarray:
        """Of the gates, (4 size,)."""
        return self.bias

    def apply(self, x: Tensor) -> Tensor:
        """Go through the steps."""
        lstm = torch.nn.LSTM(self.columns, self.size, batch_first=True)
        parameters = (self.from_input, self.from_state, self.bias, np.zeros_like(self.bias))
        for own, given in zip(lstm.parameters(), parameters, strict=True):
            own.data.copy_(torch.from_numpy(given))
        return lstm(x.view(len(x), self.steps, self.columns))[0].flatten(1)


@dataclass(frozen=True)
class Last(Layer):
    """The last `size` numbers."""

    size: int
    kind = "last"

    def apply(self, x: Tensor) -> Tensor:
        """Cut."""
        return x[:, -self.size :]


@dataclass(frozen=True)
class Repeat(Layer):
    """All numbers, `times` times over."""

    times: int
    kind = "repeat"

    def apply(self, x: Tensor) -> Tensor:
        """Repeat."""
        return x.repeat(1, self.times)


@dataclass(frozen=True)
class Scaling(Layer):
    """Every number times a factor, plus a shift."""

    factor: float
    shift: float
    kind = "scaling"

    def apply(self, x: Tensor) -> Tensor:
        """Multiply and add."""
        return self.factor * x + self.shift


@dataclass(frozen=True)
class Shift(Layer):
    """A number of its own added to each."""

    bias: np.ndarray
    kind = "shift"

    @property
    def biases(self) -> np.ndarray:
        """What is added."""
        return self.bias

    def facts(self) -> dict:
        """Return kind and how many numbers there are."""
        return {"kind": self.kind, "size": len(self.bias)}

    def apply(self, x: Tensor) -> Tensor:
        """Add."""
        return x + torch.from_numpy(self.bias)


@dataclass(frozen=True)
class Cut(Layer):
    """Every number brought into a range; None for no limit."""

    low: float | None
    high: float | None
    kind = "cut"

    def apply(self, x: Tensor) -> Tensor:
        """Clamp."""
        return x.clamp(self.low, self.high)


@dataclass(frozen=True)
class Activation(Layer):
    """A function of every number: "relu", "selu", "silu", "sigmoid" or "tanh"."""

    function: str
    kind = "activation"

    def apply(self, x: Tensor) -> Tensor:
        """Bend."""
        return ACTIVATIONS[self.function](x)
