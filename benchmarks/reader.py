"""A small convolutional network that reads digits: whether a picture is readable is what it says."""

import numpy as np
import torch
from torch import nn

from aemodels import datasets

BATCH, RATE = 128, 2e-3


def train(pictures: int = 60_000, epochs: int = 4, seed: int = 0) -> nn.Module:
    """Train on MNIST's training images, shifted by up to a pixel: some three minutes on one core."""
    torch.manual_seed(seed)
    data = datasets.load_pictures("mnist").train
    x = torch.from_numpy(data.images[:pictures])[:, None]
    y = torch.from_numpy(data.labels[:pictures]).long()
    network = nn.Sequential(
        *(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Dropout(0.3), nn.Linear(32 * 49, 128), nn.ReLU(), nn.Linear(128, 10)),
    )
    steps = epochs * len(x) // BATCH
    optimiser = torch.optim.AdamW(network.parameters(), RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for step in range(steps):
        chosen = torch.randint(len(x), (BATCH,))
        moved = torch.roll(x[chosen], tuple(np.random.default_rng(step).integers(-1, 2, 2).tolist()), (2, 3))
        loss = nn.functional.cross_entropy(network(moved), y[chosen], label_smoothing=0.02)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return network.eval()


@torch.no_grad()
def read(network: nn.Module, images: np.ndarray) -> np.ndarray:
    """Return the digit that each image (N, 28, 28) shows, (N,)."""
    return network(torch.from_numpy(np.asarray(images, np.float32))[:, None]).argmax(1).numpy()
