"""Train the network that chooses between readings of a picture: `python -m tools.train_judge [ROUNDS]`.

It makes pictures of MNIST's training digits of every kind that is tuned on, reads each in all ways, and learns which
readings show the digit that is on the picture. It writes `aemodels/images/judge.safetensors`. Pictures, order and seeds
are fixed, whatever the number of cores: on one machine the file comes out the same each time.
"""

import os
import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
from safetensors.numpy import save_file
from scipy import ndimage
from torch import nn

from aemodels import datasets
from aemodels.images import SIDE, judge
from aemodels.images.decode import colours
from aemodels.images.normalisation import VIEW
from aemodels.images.pixels import fitted
from aemodels.images.ways import SEARCHED, to_learn_from
from benchmarks.photo_kinds import STRETCHED, TUNED
from benchmarks.photo_studio import row, stretched

ALIKE, WORSE = 0.65, 0.3
"""A reading shows the digit if it is correlated with MNIST's picture of it by at least this; it is not wanted if by
`WORSE` less than the best reading."""
HIDDEN, STEPS, BATCH, RATE, DECAY = (48, 24), 6000, 256, 3e-3, 0.02
EXACT, PIXELS = np.float16, SIDE**2
SEED, ROUNDS, ROW = 1, 160, "row"


def examples(number: int) -> dict[str, np.ndarray]:
    """Read one picture of every kind, and two of several digits in a row.

    Args:
        number: Of the round; each has its own pictures.

    Returns:
        "images" (N, 28, 28), "facts" (N, M), "alike" (N,): each reading's correlation with the digit; "picture" (N,)
        and "kind" (N,), the numbers of what was read.
    """
    digits = datasets.load_pictures("mnist").train.images
    kept: dict[str, list] = {"images": [], "facts": [], "alike": [], "picture": [], "kind": []}
    for kind, name in enumerate([*TUNED, ROW, ROW]):
        dice = np.random.default_rng([SEED, number, kind])
        inks = list(digits[dice.integers(len(digits), size=4 if name == ROW else 1)])
        made = row(inks, dice)[0] if name == ROW else TUNED[name](inks[0], dice)
        meant = [stretched(ink) for ink in inks] if name in STRETCHED else inks
        for part, values in zip(kept, _judged(fitted(colours(made), VIEW), meant), strict=False):
            kept[part] += list(values)
        count = len(kept["images"]) - len(kept["picture"])
        kept["picture"] += [number * 100 + kind] * count
        kept["kind"] += [kind] * count
    return {name: np.array(values) for name, values in kept.items()}


def _judged(view: np.ndarray, inks: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    look = fitted(view, SEARCHED)
    gradient = ndimage.gaussian_gradient_magnitude(look.mean(2), 1)
    readings = to_learn_from(view)
    images = np.array([reading.image for reading in readings]).reshape(-1, 28, 28)
    facts = np.array([judge.measures(reading, look, gradient) for reading in readings])
    return images, facts, _alike(images, inks)


def _alike(images: np.ndarray, inks: list[np.ndarray]) -> np.ndarray:
    """How well each image is correlated with one of the digits, (N,), written with this pen or a thicker one."""
    meant = np.array([*inks, *(ndimage.grey_dilation(ink, (3, 3)) for ink in inks)]).reshape(-1, PIXELS)
    return np.corrcoef(images.reshape(-1, PIXELS), meant)[: len(images), len(images) :].max(1)


def fit(made: dict[str, np.ndarray], seed: int = 0) -> dict[str, np.ndarray]:
    """Train the network on examples; return its weights as float16, and its facts' mean and spread."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    mean, spread = made["facts"].mean(0), made["facts"].std(0) + 1e-3
    images = torch.from_numpy(made["images"].astype(np.float32)).reshape(-1, SIDE, SIDE)
    facts = torch.from_numpy(((made["facts"] - mean) / spread).astype(np.float32))
    wanted, network = torch.from_numpy(_wanted(made)), _network(PIXELS + facts.shape[1])
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS)
    for _ in range(STEPS):
        chosen, (down, across) = torch.randint(len(images), (BATCH,)), torch.randint(-1, 2, (2,)).tolist()
        moved = torch.roll(images[chosen], (down, across), (1, 2)).reshape(-1, PIXELS)
        odds = network(torch.cat([moved, facts[chosen]], 1))[:, 0]
        loss = nn.functional.binary_cross_entropy_with_logits(odds, wanted[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return _weights(network) | {"mean": mean.astype(np.float32), "spread": spread.astype(np.float32)}


def _network(inputs: int) -> nn.Sequential:
    return nn.Sequential(
        *(nn.Dropout(0.1), nn.Linear(inputs, HIDDEN[0]), nn.ReLU(), nn.Dropout(0.1)),
        *(nn.Linear(*HIDDEN), nn.ReLU(), nn.Linear(HIDDEN[1], 1)),
    )


def _weights(network: nn.Sequential) -> dict[str, np.ndarray]:
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    weights = {f"w{at}": layer.weight.detach().numpy().T.astype(EXACT) for at, layer in enumerate(layers, 1)}
    biases = {f"b{at}": layer.bias.detach().numpy().astype(EXACT) for at, layer in enumerate(layers, 1)}
    return {name: np.ascontiguousarray(values) for name, values in (weights | biases).items()}


def _wanted(made: dict[str, np.ndarray]) -> np.ndarray:
    """How much each reading is wanted, (N,) float32: 1 for the best of a picture, 0 if it does not show the digit."""
    pictures, places = np.unique(made["picture"], return_inverse=True)
    best = np.zeros(len(pictures))
    np.maximum.at(best, places, made["alike"])
    wanted = np.clip(1 - (best[places] - made["alike"]) / WORSE, 0, 1)
    return (wanted * (made["alike"] > ALIKE)).astype(np.float32)


def main() -> None:
    """Make examples with all cores, train, and write the weights."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(examples, range(rounds)))
    weights = fit({name: np.concatenate([part[name] for part in made]) for name in made[0]})
    save_file(weights, judge.WEIGHTS)


if __name__ == "__main__":
    main()
