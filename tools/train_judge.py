"""Train the network that chooses between readings of a picture: `python -m tools.train_judge [ROUNDS]`.

It makes pictures of MNIST's training digits of every kind that is tuned on, reads each in all ways, and learns which
readings show the digit that is on the picture. It writes `aemodels/images/judge.safetensors`.
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
from aemodels.images import judge
from aemodels.images.decode import colours
from aemodels.images.normalisation import SEARCHED, VIEW, every_reading
from aemodels.images.pixels import fitted
from benchmarks.photo_kinds import TUNED
from benchmarks.photo_studio import row

ALIKE, WORSE = 0.65, 0.3
"""A reading shows the digit if it is correlated with MNIST's picture of it by at least this; it is not wanted if by
`WORSE` less than the best reading."""
HIDDEN, STEPS, BATCH, RATE, DECAY = (48, 24), 6000, 256, 3e-3, 0.02
EXACT, PIXELS = np.float16, 784


def examples(seed: int, rounds: int) -> dict[str, np.ndarray]:
    """Read pictures of every kind, `rounds` of each.

    Returns:
        "images" (N, 28, 28), "facts" (N, M), "alike" (N,): each reading's correlation with the digit; "picture" (N,)
        and "kind" (N,), the numbers of what was read.
    """
    digits = datasets.load_pictures("mnist").train.images
    kept: dict[str, list] = {"images": [], "facts": [], "alike": [], "picture": [], "kind": []}
    for number in range(rounds):
        for kind in range(len(TUNED) + 2):
            dice = np.random.default_rng([seed, number, kind])
            inks = digits[dice.integers(len(digits), size=1 if kind < len(TUNED) else 4)]
            made = list(TUNED.values())[kind](inks[0], dice) if kind < len(TUNED) else row(list(inks), dice)[0]
            view = fitted(colours(made), VIEW)
            for name, values in zip(kept, _judged(view, inks), strict=False):
                kept[name] += list(values)
            count = len(kept["images"]) - len(kept["picture"])
            kept["picture"] += [(seed * rounds + number) * 100 + kind] * count
            kept["kind"] += [kind] * count
    return {name: np.array(values) for name, values in kept.items()}


def _judged(view: np.ndarray, inks: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    look = fitted(view, SEARCHED)
    gradient = ndimage.gaussian_gradient_magnitude(look.mean(2), 1)
    readings = every_reading(view)
    images = np.array([reading.image for reading in readings]).reshape(-1, 28, 28)
    facts = np.array([judge.measures(reading, look, gradient) for reading in readings])
    alike = np.array([max(np.corrcoef(image.ravel(), ink.ravel())[0, 1] for ink in inks) for image in images])
    return images, facts, alike


def fit(made: dict[str, np.ndarray], seed: int = 0) -> dict[str, np.ndarray]:
    """Train the network on examples; return its weights as float16, and its facts' mean and spread."""
    torch.manual_seed(seed)
    mean, spread = made["facts"].mean(0), made["facts"].std(0) + 1e-3
    pixels = made["images"].reshape(-1, PIXELS)
    x = np.concatenate([pixels, (made["facts"] - mean) / spread], 1)
    inputs, good = torch.from_numpy(x.astype(np.float32)), torch.from_numpy(_wanted(made))
    network = nn.Sequential(
        *(nn.Dropout(0.1), nn.Linear(x.shape[1], HIDDEN[0]), nn.ReLU(), nn.Dropout(0.1)),
        *(nn.Linear(*HIDDEN), nn.ReLU(), nn.Linear(HIDDEN[1], 1)),
    )
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS)
    for _ in range(STEPS):
        chosen = torch.randint(len(inputs), (BATCH,))
        loss = nn.functional.binary_cross_entropy_with_logits(network(inputs[chosen])[:, 0], good[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    weights = {f"w{at}": layer.weight.detach().numpy().T.astype(EXACT) for at, layer in enumerate(layers, 1)}
    biases = {f"b{at}": layer.bias.detach().numpy().astype(EXACT) for at, layer in enumerate(layers, 1)}
    facts = {"mean": mean.astype(np.float32), "spread": spread.astype(np.float32)}
    return {name: np.ascontiguousarray(values) for name, values in (weights | biases | facts).items()}


def _wanted(made: dict[str, np.ndarray]) -> np.ndarray:
    """How much each reading is wanted, (N,) float32: 1 for the best of a picture, 0 if it does not show the digit."""
    pictures, places = np.unique(made["picture"], return_inverse=True)
    best = np.zeros(len(pictures))
    np.maximum.at(best, places, made["alike"])
    wanted = np.clip(1 - (best[places] - made["alike"]) / WORSE, 0, 1)
    return (wanted * (made["alike"] > ALIKE)).astype(np.float32)


def main() -> None:
    """Make examples with all cores, train, and write the weights."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        made = list(pool.map(examples, range(cores), [rounds // cores] * cores))
    weights = fit({name: np.concatenate([part[name] for part in made]) for name in made[0]})
    save_file(weights, judge.WEIGHTS)


if __name__ == "__main__":
    main()
