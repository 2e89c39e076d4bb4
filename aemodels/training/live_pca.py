"""A network trained while somebody looks on: the linear autoencoder on the cloud, and how its plane turns into PCA's.

It goes through the house's own training loop, with the variant's recipe but for fewer epochs and larger steps, so that
nobody has to wait.

Source: Baldi and Hornik 1989, Neural Networks and Principal Component Analysis: learning from examples without local
minima. Every minimum of the linear autoencoder's error spans PCA's subspace; all else is a saddle, where it may linger.
"""

import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from aemodels import registry
from aemodels.baselines.linear import largest_principal_angle, principal_components
from aemodels.datasets import plane_3d
from aemodels.networks.autoencoder import Autoencoder

VARIANT = "linear_3d"
EPOCHS = 70
LEARNING_RATE = 0.15
_one_at_a_time = threading.Lock()  # the training loop seeds torch's own generator


class Turning(NamedTuple):
    """How a decoder's plane moved while its network learnt; E epochs, the fresh network first.

    Attributes:
        points: (N, 3) training points of the cloud.
        pca_plane: (2, 3) orthonormal directions of the two principal components.
        pca_centre: (3,) a point of that plane, the mean of all points.
        planes: (E + 1, 2, 3) orthonormal directions of the decoder's plane, each as near to PCA's as it can be.
        centres: (E + 1, 3) the point of that plane that is nearest to PCA's centre.
        angles: (E + 1,) largest principal angle between the two, degrees.
        seconds: What the training took.
    """

    points: np.ndarray
    pca_plane: np.ndarray
    pca_centre: np.ndarray
    planes: np.ndarray
    centres: np.ndarray
    angles: np.ndarray
    seconds: float


def points() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the cloud's training points (N, 3), PCA's plane (2, 3) of orthonormal directions and its centre (3,)."""
    cloud = plane_3d.load().train.tensor()
    mean, components = principal_components(cloud)
    return cloud.numpy(), components[:2].numpy(), mean.numpy()


def learn_plane(seed: int) -> Turning:
    """Train the linear autoencoder on the cloud anew and watch its decoder after every epoch.

    Args:
        seed: Of the first weights and of the order of the points.

    Returns:
        Turning; its last plane is that of the averaged weights, which training keeps.
    """
    from aemodels.training import loop  # with accelerate: only whoever trains needs it

    data = plane_3d.load()
    model_of = registry.variant(VARIANT)
    recipe = replace(model_of.spec.recipe, epochs=EPOCHS, learning_rate=LEARNING_RATE, seed=seed)
    weights: list[Tensor] = []
    biases: list[Tensor] = []
    with _one_at_a_time, torch.random.fork_rng(), tempfile.TemporaryDirectory() as folder:
        torch.manual_seed(seed)
        model = model_of.network(replace(model_of.spec, recipe=recipe))

        def note(_epochs: int) -> None:
            weight, bias = _decoder(model)
            weights.append(weight)
            biases.append(bias)

        started = time.perf_counter()
        loop.fit(model, data.train.tensor(), data.validation.tensor(), Path(folder) / "state.pt", note)
        seconds = time.perf_counter() - started
        weights[-1], biases[-1] = _decoder(model)
    return _turning(weights, biases, seconds)


def _decoder(model: Autoencoder) -> tuple[Tensor, Tensor]:
    layer = [module for module in model.modules() if isinstance(module, nn.Linear)][-1]
    return layer.weight.detach().cpu().clone(), layer.bias.detach().cpu().clone()


def _turning(weights: list[Tensor], biases: list[Tensor], seconds: float) -> Turning:
    cloud, pca_plane, pca_centre = points()
    directions = torch.from_numpy(pca_plane)
    planes = np.stack([_nearest_directions(weight, directions) for weight in weights])
    offsets = np.stack([bias.numpy() for bias in biases]) - pca_centre
    inside = np.einsum("ekd,ed->ek", planes, -offsets)
    centres = pca_centre + offsets + np.einsum("ek,ekd->ed", inside, planes)
    angles = np.array([largest_principal_angle(weight, directions) for weight in weights], np.float32)
    return Turning(cloud, pca_plane, pca_centre, planes, centres.astype(np.float32), angles, seconds)


def _nearest_directions(weight: Tensor, directions: Tensor) -> np.ndarray:
    """Choose orthonormal directions (2, 3) in the plane that weight (3, 2) spans, as near as can be to given ones."""
    basis = torch.linalg.qr(weight).Q.T  # (2, 3)
    left, _, right = torch.linalg.svd(directions @ basis.T)
    return (left @ right @ basis).numpy()
