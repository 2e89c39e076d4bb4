"""What every variant is: an encoder, a decoder, and the named terms whose sum is minimised."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import torch
from torch import Tensor, nn

from aemodels.datasets import golden_images
from aemodels.networks import losses
from aemodels.specs import Spec

if TYPE_CHECKING:
    from aemodels.datasets import Data

Terms = Callable[[Tensor, Tensor], dict[str, Tensor]]


@dataclass(frozen=True)
class Phase:
    """A stretch of training with its own objective.

    Attributes:
        name: Shown beside its learning curve.
        terms: (x, target) to the named terms whose sum is minimised.
        parameters: The weights that move.
        epochs: Passes over the training images.
        begin: Called once before the first step; None for nothing to do.
    """

    name: str
    terms: Terms
    parameters: tuple[nn.Parameter, ...]
    epochs: int
    begin: Callable[[], None] | None = None


class Autoencoder(nn.Module):
    """Base class. A variant gives `encode` and either `decode_logits` or `decode`; the other hooks have defaults.

    Attributes:
        neighbours: How many neighbours in code space vote on a picture's class when the code is measured as a map;
            0 where it is not measured so.
        examples: How many it is trained on.
        shape: Of one input.
        units: Words that follow the figures of `own_measures`, by measure, e.g. "nats an image"; those that a target
            names must be here or in `metrics.model.UNITS`.
    """

    neighbours = 0
    examples = 55_000
    shape: tuple[int, ...] = (1, 28, 28)
    units: ClassVar[dict[str, str]] = {}

    def __init__(self, spec: Spec):
        super().__init__()
        self.spec = spec

    def encode(self, x: Tensor) -> Tensor:
        """Map images (B, 1, 28, 28) in [0, 1] to flat codes (B, D)."""
        raise NotImplementedError

    def decode_logits(self, z: Tensor) -> Tensor:
        """Map codes (B, D) to log odds of ink (B, 1, 28, 28)."""
        raise NotImplementedError

    def decode(self, z: Tensor) -> Tensor:
        """Map codes (B, D) to images (B, 1, 28, 28) in [0, 1]."""
        return torch.sigmoid(self.decode_logits(z))

    def maps(self, z: Tensor) -> Tensor:
        """Lay codes (B, D) out as the maps (B, channels, height, width) that the spec's `code_grid` names."""
        assert self.spec.code_grid, f"{self.spec.title} has a flat code"
        return z.view(-1, *self.spec.code_grid)

    def forward(self, x: Tensor) -> Tensor:
        """Map images to their reconstructions, both (B, 1, 28, 28) in [0, 1]."""
        return self.decode(self.encode(x))

    def reconstruction_loss(self, z: Tensor, target: Tensor) -> Tensor:
        """Compare what codes decode to with the target, by the loss that the spec names."""
        if self.spec.loss == "bce":
            return losses.binary_cross_entropy(self.decode_logits(z), target)
        return losses.squared_error(self.decode(z), target)

    def corrupt(self, target: Tensor) -> Tensor:
        """Make a training step's input from clean images (B, 1, 28, 28): corrupted if the recipe says so."""
        corruption = self.spec.recipe.corruption
        if corruption is None:
            return target
        draw = torch.randn_like if corruption.kind == "gaussian" else torch.rand_like
        return corruption.apply(target, draw(target))

    def loss_terms(self, x: Tensor, target: Tensor) -> dict[str, Tensor]:
        """Name every term of the objective; what is minimised is exactly their sum.

        Args:
            x: (B, 1, 28, 28) input, corrupted if the recipe says so.
            target: (B, 1, 28, 28) clean images in [0, 1].

        Returns:
            Scalars by name, summed over an image's dimensions and averaged over the batch.
        """
        return {"reconstruction": self.reconstruction_loss(self.encode(x), target)}

    def formulas(self) -> dict[str, str]:
        """Write every term of every phase in LaTeX, for one image x, its code z and its reconstruction x̂."""
        return {"reconstruction": losses.FORMULAS[self.spec.loss]}

    def phases(self) -> list[Phase]:
        """Say what is trained, in order; one phase, end to end, unless a variant says otherwise."""
        return [Phase("end to end", self.loss_terms, tuple(self.parameters()), self.spec.recipe.epochs)]

    def prepare(self, x: Tensor) -> None:
        """Set what is known before the first step, from all training images (N, 1, 28, 28)."""

    def example(self, count: int) -> Tensor:
        """Make random training input, to time a step with: (count, 1, 28, 28) in [0, 1] for images."""
        return torch.rand(count, *self.shape)

    def batches(self, x: Tensor, order: Tensor, size: int) -> list[Tensor]:
        """Part what is trained on into batches.

        Args:
            x: (N, ...) all of it.
            order: (N,) places in x, shuffled.
            size: Most places in a batch.

        Returns:
            Places in x, batch by batch; as many batches for every order.
        """
        return list(order.split(size))

    def golden_input(self) -> Tensor:
        """Return fixed input for `encode` that needs no data set: ten enlarged digits (10, 1, 28, 28)."""
        return torch.from_numpy(golden_images())[:, None]

    def embed(self, x: Tensor) -> Tensor:
        """Turn what it is trained on into what `encode` takes; images stay as they are."""
        return x

    def rebuild_all(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Encode and decode many inputs.

        Args:
            x: (N, ...) as in training.

        Returns:
            Codes (N, D) and mean squared errors (N,).
        """
        codes = torch.cat([self.encode(batch) for batch in x.split(1000)])
        x_hat = torch.cat([self.decode(batch) for batch in codes.split(1000)])
        return codes, (x_hat - x).square().flatten(1).mean(1)

    def epoch_measures(self) -> dict[str, float]:
        """Measure after every epoch what only this variant's training shows: figures by name, for its history."""
        return {}

    def own_measures(self, data: "Data", x: Tensor) -> dict[str, float | list[float]]:
        """Measure what only this variant has.

        Args:
            data: Data set, for baselines fitted on its training images.
            x: (N, 1, 28, 28) images to measure on.

        Returns:
            Figures by name; a list of them for a distribution.
        """
        return {}
