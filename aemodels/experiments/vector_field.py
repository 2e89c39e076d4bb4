"""What a denoiser has learnt, as a field of arrows: from where pictures lie to where it brings them back.

A denoiser's answer lies, seen from its input, where pictures are more likely: the arrow estimates the gradient of the
logarithm of their density. Here it is seen on the plane of the two leading principal components. An arrow begins at
digits that were pushed along that plane, away from all others; they get noise, the model cleans them, and the arrow
ends where its answers lie on the average. A model that knows the pictures undoes the push and leaves alone what lies
among them; one that only fades or blurs drags all of them to the middle.

Source: Alain & Bengio 2014, What Regularized Auto-Encoders Learn from the Data-Generating Distribution.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

import aemodels
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.corruption import Corruption
from aemodels.latent.nearest import Known

PLANES = {"mnist": "pca_2", "fashion": "pca_30_fashion"}
KEEPERS = {"mnist": "deep_30d", "fashion": "conv"}
SIDE = 11
NEAREST = 3
CLOUD = 1000
INSIDE = (0.5, 99.5)
MARGIN = 0.25
OUTSIDE = 0.8


class Field(NamedTuple):
    """Arrows on a plane of pictures, and clean pictures on it.

    Attributes:
        starts: (A, 2) where the arrows begin.
        ends: (A, 2) where they end.
        cloud: (M, 2) clean pictures.
        labels: (M,) their classes.
    """

    starts: np.ndarray
    ends: np.ndarray
    cloud: np.ndarray
    labels: np.ndarray


class Reading(NamedTuple):
    """What a field says in three numbers.

    Attributes:
        nearer: Share of the arrows from outside the crowd that end nearer to a clean picture, 0 to 1.
        outside: Mean length of those arrows.
        inside: Mean length of the others.
    """

    nearer: float
    outside: float
    inside: float


def field(name: str, amount: float, seed: int = 0) -> Field:
    """Find where a model brings noisy pictures.

    Args:
        name: Variant for "mnist" or "fashion".
        amount: Standard deviation of the Gaussian noise, which is otherwise as in the model's training. A model that
            learnt from another corruption gets that one as in its training.
        seed: Of the noise.

    Returns:
        Places along the two leading principal components; 1 is a distance of 1 between pictures of 784 numbers.

    Raises:
        BadCheckpoint: The checkpoint of the model, of the principal components, or of the model whose gallery gives
            the clean pictures is missing or damaged.
    """
    spec = aemodels.spec(name)
    plane, keeper = PLANES[spec.data], KEEPERS[spec.data]
    clean, cloud, labels = _clean(cards.read(plane).id, cards.read(keeper).id)
    pushed = _pushed(plane, clean, cloud)
    corruption = spec.recipe.corruption or Corruption("gaussian", amount)
    if corruption.kind == "gaussian":
        corruption = corruption.with_amount(amount)
    noisy = corruption(pushed, np.random.default_rng(seed))
    answers = aemodels.reconstruct(name, noisy, bounded=False)
    starts, ends = (_places(plane, pictures).reshape(-1, NEAREST, 2).mean(1) for pictures in (pushed, answers))
    return Field(starts, ends, cloud, labels)


def reading(arrows: Field) -> Reading:
    """Measure a field's arrows; those that begin further than `OUTSIDE` from every clean picture begin outside."""
    before, after = (_distance(places, arrows.cloud) for places in (arrows.starts, arrows.ends))
    lengths, outside = np.linalg.norm(arrows.ends - arrows.starts, axis=1), before > OUTSIDE
    nearer = (after < before)[outside].mean()
    return Reading(float(nearer), float(lengths[outside].mean()), float(lengths[~outside].mean()))


def _distance(places: np.ndarray, cloud: np.ndarray) -> np.ndarray:
    """Return the distances (A,) from places (A, 2) to the nearest point of a cloud (M, 2)."""
    return Known(cloud).nearest(places).distances[:, 0]


@lru_cache(maxsize=4)
def _clean(plane: ModelId, keeper: ModelId) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return clean pictures that need no data set, as the keeper's gallery holds them, their places and classes."""
    gallery = cards.load_gallery(keeper.name)
    pictures = aemodels.decode(keeper.name, gallery["codes"][:CLOUD])
    return pictures, _places(plane.name, pictures), gallery["labels"][:CLOUD]


def _pushed(plane: str, clean: np.ndarray, cloud: np.ndarray) -> np.ndarray:
    """Lay a grid over the cloud and its surroundings, and push to each of its points the clean pictures nearest to it.

    Returns:
        (SIDE² * NEAREST, 28, 28), cut to [0, 1].
    """
    low, high = np.percentile(cloud, INSIDE, axis=0)
    margin = MARGIN * (high - low)
    axes = [np.linspace(*ends, SIDE, dtype=np.float32) for ends in zip(low - margin, high + margin, strict=True)]
    grid = np.stack(np.meshgrid(*axes), -1).reshape(-1, 2)
    nearest = Known(cloud).nearest(grid, NEAREST).positions
    pushes = _lifted(plane, (grid[:, None] - cloud[nearest]).reshape(-1, 2)) - _lifted(plane, np.zeros((1, 2)))
    return np.clip(clean[nearest.ravel()] + pushes, 0, 1)


def _lifted(plane: str, places: np.ndarray) -> np.ndarray:
    """Return the pictures (A, 28, 28) at places (A, 2) of a plane."""
    codes = np.zeros((len(places), aemodels.spec(plane).code_size), np.float32)
    codes[:, :2] = places
    return aemodels.decode(plane, codes)


def _places(plane: str, pictures: np.ndarray) -> np.ndarray:
    """Find where pictures (A, 28, 28) lie on a plane: (A, 2)."""
    return aemodels.encode(plane, pictures, bounded=False)[:, :2]
