"""Networks of the page “Train one”, built by torch from the same settings, to hold the browser's against them."""

from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

ACTIVATIONS = {
    "relu": nn.ReLU,
    "selu": nn.SELU,
    "silu": nn.SiLU,
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
    "linear": nn.Identity,
}
DEFAULTS = {
    "network": "dense",
    "widths": [6],
    "code": 5,
    "kind": "plain",
    "weight": 1,
    "target": 0.05,
    "activation": "relu",
    "loss": "bce",
    "seed": 3,
}


class Reference(nn.Module):
    """An autoencoder of two `nn.Sequential`; a tied decoder uses the encoder's weights, turned over."""

    def __init__(self, settings: dict):
        super().__init__()
        self.settings = DEFAULTS | settings
        make = _convolutional if self.settings["network"] == "convolutional" else _chains
        self.encoder, self.decoder = make(self.settings)

    def decode(self, z: Tensor) -> Tensor:
        """Decode codes (B, D) to logits, or pictures where the output is linear: (B, 784)."""
        if self.settings["network"] != "tied":
            return self.decoder(z).flatten(1)
        encoding = [layer for layer in self.encoder if isinstance(layer, nn.Linear)]
        for place, layer in enumerate(self.decoder):
            if isinstance(layer, nn.Linear):
                shared = encoding.pop().weight[: z.shape[1]]
                z = F.linear(z, shared.T, layer.bias)
            else:
                z = self.decoder[place](z)
        return z

    def terms(self, x: Tensor, target: Tensor, chance: Tensor) -> dict[str, Tensor]:
        """Return the terms of the loss for pictures (B, 784); `chance` (B, D) is what a variational one draws."""
        s = self.settings
        made = self.encoder(x.view(-1, 1, 28, 28) if s["network"] == "convolutional" else x)
        z, penalty = made, {}
        if s["kind"] == "variational":
            mean, log_variance = made.chunk(2, 1)
            z = mean + (0.5 * log_variance).exp() * chance
            kl = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance)
            penalty = {"kl": s["weight"] * kl.sum(1).mean()}
        if s["kind"] == "sparse_l1":
            penalty = {"sparsity": s["weight"] * z.sum(1).mean()}
        if s["kind"] == "sparse_kl":
            p, q = torch.tensor(s["target"], dtype=z.dtype), z.mean(0)
            penalty = {"sparsity": s["weight"] * (p * (p / q).log() + (1 - p) * ((1 - p) / (1 - q)).log()).sum()}
        return {"reconstruction": self._reconstruction(self.decode(z), target), **penalty}

    def _reconstruction(self, results: Tensor, target: Tensor) -> Tensor:
        if self.settings["loss"] == "bce":
            return F.binary_cross_entropy_with_logits(results, target, reduction="none").sum(1).mean()
        shown = results if self.settings["activation"] == "linear" else results.sigmoid()
        return (shown - target).square().sum(1).mean()


def _chains(s: dict) -> tuple[nn.Sequential, nn.Sequential]:
    bend = ACTIVATIONS[s["activation"]]
    there, back = [784, *s["widths"]], [s["code"], *s["widths"][::-1], 784]
    encoder = [part for pair in pairwise(there) for part in (nn.Linear(*pair), bend())]
    encoder.append(nn.Linear(there[-1], s["code"] * (2 if s["kind"] == "variational" else 1)))
    decoder = [part for pair in pairwise(back) for part in (nn.Linear(*pair), bend())]
    return nn.Sequential(*encoder, *_last(s)), nn.Sequential(*decoder[:-1])


def _convolutional(s: dict) -> tuple[nn.Sequential, nn.Sequential]:
    bend = ACTIVATIONS[s["activation"]]
    encoder = nn.Sequential(
        *(nn.Conv2d(1, 16, 3, 3, 1), bend(), nn.MaxPool2d(2, 2)),
        *(nn.Conv2d(16, 8, 3, 2, 1), bend(), nn.MaxPool2d(2, 1), nn.Flatten()),
        nn.Linear(32, s["code"] * (2 if s["kind"] == "variational" else 1)),
        *_last(s),
    )
    decoder = nn.Sequential(
        *(nn.Linear(s["code"], 32), bend(), nn.Unflatten(1, (8, 2, 2))),
        *(nn.ConvTranspose2d(8, 16, 3, 2), bend(), nn.ConvTranspose2d(16, 8, 5, 3, 1), bend()),
        *(nn.ConvTranspose2d(8, 1, 2, 2, 1), nn.Flatten()),
    )
    return encoder, decoder


def _last(s: dict) -> list[nn.Module]:
    return {"sparse_l1": [nn.ReLU()], "sparse_kl": [nn.Sigmoid()]}.get(s["kind"], [])
