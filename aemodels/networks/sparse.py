"""What the sparse variants share: a penalty on every active unit, and figures that show how many are active."""

import torch
from torch import Tensor

from aemodels.networks.autoencoder import Autoencoder

BINS = 10
SMALL = 0.1
LEAST_DEVIATION = 0.01
ACTIVATION_UNITS = {
    "unit_mean_min": "mean activation of the quietest unit",
    "unit_mean_mean": "mean activation of all units",
    "unit_mean_max": "mean activation of the busiest unit",
    "share_below_0.1": "of all activations are below 0.1",
    "share_above_0": "of all activations are above 0",
    "dead_share": "of the units are dead",
    "live_share": "of the units are active",
}
"""Words that follow the figures of `activation_measures`."""


class SparseAutoencoder(Autoencoder):
    """Base class. A variant gives `encode`, `penalty`, `penalty_formula` and either `decode_logits` or `decode`."""

    penalty_formula: str
    units = ACTIVATION_UNITS

    def penalty(self, z: Tensor) -> Tensor:
        """Return the penalty of codes (B, D), a scalar: mean over the batch, in the unit of the reconstruction term."""
        raise NotImplementedError

    def loss_terms(self, x: Tensor, target: Tensor) -> dict[str, Tensor]:
        """Reconstruction and sparsity penalty, apart."""
        z = self.encode(x)
        return {"reconstruction": self.reconstruction_loss(z, target), "sparsity": self.penalty(z.float())}

    def formulas(self):
        """Both terms; z are an image's activations."""
        return super().formulas() | {"sparsity": self.penalty_formula}

    def own_measures(self, data, x):
        """Activation figures, as `activation_measures` returns them."""
        return activation_measures(torch.cat([self.encode(batch) for batch in x.split(1000)]))


def activation_measures(codes: Tensor) -> dict[str, float | list[float]]:
    """Return how active the units of a code are.

    Args:
        codes: (N, D) activations, none negative.

    Returns:
        "unit_mean_min", "unit_mean_mean", "unit_mean_max" of the units' mean activations over all images;
        "share_below_0.1" of all activations; "share_above_0"; "dead_share" of the units, those whose activation
        deviates by less than 0.01 over the images, and "live_share" of all others; "histogram", shares of all
        activations in ten equal bins from 0 to "histogram_top", which is 1 for activations that cannot exceed it.
    """
    means, deviations = codes.mean(0), codes.std(0)
    top = max(1.0, float(codes.max()))
    counts = torch.histc(codes, BINS, 0.0, top)
    dead = float((deviations < LEAST_DEVIATION).float().mean())
    return {
        "unit_mean_min": float(means.min()),
        "unit_mean_mean": float(means.mean()),
        "unit_mean_max": float(means.max()),
        "share_below_0.1": float((codes < SMALL).float().mean()),
        "share_above_0": float((codes > 0).float().mean()),
        "dead_share": dead,
        "live_share": 1.0 - dead,
        "histogram": (counts / counts.sum()).tolist(),
        "histogram_top": top,
    }
