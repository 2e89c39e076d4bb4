"""What the training loop, the measures and the commands need of a data set, whatever its examples are."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, Self, cast

import numpy as np

if TYPE_CHECKING:
    from torch import Tensor


class Examples(Protocol):
    """One split of a data set: images, points or sentences."""

    @property
    def labels(self) -> np.ndarray:
        """(N,) int64: the class of each example, or what else is known of it."""
        ...

    def tensor(self) -> "Tensor":
        """Return all examples as networks are trained on them: (N, ...)."""
        ...

    def first(self, count: int) -> Self:
        """Return the first examples."""
        ...


class Data(Protocol):
    """A data set in its three splits."""

    @property
    def name(self) -> str:
        """Key of `TABLE`."""
        ...

    @property
    def train(self) -> Examples:
        """What models learn from."""
        ...

    @property
    def validation(self) -> Examples:
        """What recipes are chosen on."""
        ...

    @property
    def test(self) -> Examples:
        """What figures are reported on."""
        ...


def shortened(data: Data, count: int) -> Data:
    """Return a data set, a dataclass as all are, of which every split has its first examples alone."""
    parts = {part: getattr(data, part).first(count) for part in ("train", "validation", "test")}
    return replace(cast(Any, data), **parts)
