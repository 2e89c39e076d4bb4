"""Classifiers that learn from few labels, in words and as functions.

Each function trains on labelled inputs and returns a `Classifier`, which maps unseen inputs to labels.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import nn

from aemodels.networks.layers import mlp
from aemodels.training.phase import computes_bfloat16

CLASSES = 10
MOST_ITERATIONS = 2000


@dataclass(frozen=True)
class Method:
    """A classifier that learns from few labels.

    Attributes:
        title: A few words.
        explanation: One or two sentences of Markdown for somebody who has never heard of it.
        kind: "logistic regression", "nearest neighbour" or "network".
        view: Its input, made from a picture: "pixels", "pca", or the "denoising" or "plain" encoder's code.
        start: Encoder that a network starts from: "denoising" or "random"; empty for the other kinds.
    """

    title: str
    explanation: str
    kind: str
    view: str
    start: str = ""


METHODS = {
    "pixels": Method(
        "Pixels + logistic regression",
        "Learns one weight per pixel and class from the labelled pictures alone; the class with the largest weighted "
        "sum wins.",
        "logistic regression",
        "pixels",
    ),
    "pca_neighbour": Method(
        "PCA-30 + nearest neighbour",
        "Encodes a picture as 30 principal components, found without labels, and copies the label of the labelled "
        "picture with the most similar code.",
        "nearest neighbour",
        "pca",
    ),
    "scratch": Method(
        "Network from scratch",
        "Trains the encoder 784-500-250-64 and a linear layer on top on the labelled pictures alone, starting from "
        "random weights.",
        "network",
        "pixels",
        "random",
    ),
    "denoising_frozen": Method(
        "Denoising encoder, frozen",
        "The same encoder was first trained, without labels, to restore pictures with half of their pixels erased "
        "(**pretraining**). Its weights stay as they are, and logistic regression learns from its 64-D code.",
        "logistic regression",
        "denoising",
    ),
    "denoising_tuned": Method(
        "Denoising encoder, fine-tuned",
        "Starts from the same pretrained encoder with a random linear layer on top, and trains all weights on the "
        "labelled pictures (**fine-tuning**).",
        "network",
        "pixels",
        "denoising",
    ),
    "plain_frozen": Method(
        "Plain encoder, frozen",
        "The smaller encoder 784-100-30 was trained, without labels, only to copy clean pictures. Its weights stay as "
        "they are, and logistic regression learns from its 30-D code.",
        "logistic regression",
        "plain",
    ),
}


class Classifier(Protocol):
    """What has learnt to name pictures."""

    def __call__(self, unseen: np.ndarray) -> np.ndarray:
        """Map inputs (M, F) to labels (M,)."""
        ...


@dataclass(frozen=True)
class Sums:
    """One weighted sum per class: weights (10, F) and biases (10,)."""

    weight: np.ndarray
    bias: np.ndarray

    def __call__(self, unseen: np.ndarray) -> np.ndarray:
        """Name the class with the largest sum."""
        return (unseen @ self.weight.T + self.bias).argmax(1)


@dataclass(frozen=True)
class Neighbours:
    """Labelled points (N, F) with labels (N,)."""

    points: np.ndarray
    labels: np.ndarray

    def __call__(self, unseen: np.ndarray) -> np.ndarray:
        """Copy the label of the nearest point."""
        from sklearn.neighbors import KNeighborsClassifier

        return KNeighborsClassifier(n_neighbors=1).fit(self.points, self.labels).predict(unseen)


@dataclass(frozen=True)
class Trained:
    """An encoder and the linear layer on top of it."""

    model: nn.Sequential

    def __call__(self, unseen: np.ndarray) -> np.ndarray:
        """Name the class with the largest logit."""
        return through(self.model, unseen).argmax(1)


def logistic_regression(inputs: np.ndarray, labels: np.ndarray, inverse_penalty: float) -> Sums:
    """Fit one weighted sum per class under a softmax, with a penalty on squared weights.

    Args:
        inputs: (N, F) float32.
        labels: (N,) int64.
        inverse_penalty: scikit-learn's C: the larger, the freer the weights.

    Returns:
        Function from (M, F) to (M,) labels.
    """
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=inverse_penalty, max_iter=MOST_ITERATIONS).fit(inputs, labels)
    return Sums(fitted.coef_, fitted.intercept_)


def nearest_neighbour(inputs: np.ndarray, labels: np.ndarray) -> Neighbours:
    """Remember labelled points (N, F) with labels (N,); the nearest one answers for an unseen point."""
    return Neighbours(inputs, labels)


def network(
    encoder: nn.Sequential, inputs: np.ndarray, labels: np.ndarray, learning_rate: float, steps: int, seed: int
) -> Trained:
    """Train a copy of an encoder and a fresh linear layer on top, all labelled pictures in every step.

    Args:
        encoder: Made by `layers.mlp`; maps (B, F) to (B, D); left as it is.
        inputs: (N, F) float32.
        labels: (N,) int64.
        learning_rate: AdamW's, the same for all weights.
        steps: Number of steps.
        seed: Of the linear layer's weights.

    Returns:
        Function from (M, F) to (M,) labels.
    """
    torch.manual_seed(seed)
    code_size = [layer.out_features for layer in encoder if isinstance(layer, nn.Linear)][-1]
    model = nn.Sequential(deepcopy(encoder), mlp([code_size, CLASSES], nn.ReLU))
    optimizer = torch.optim.AdamW(model.parameters(), lr=learning_rate, weight_decay=0.0, fused=True)
    x, target = torch.from_numpy(inputs), torch.from_numpy(labels)
    native = computes_bfloat16(x.device)
    for _ in range(steps):
        with torch.autocast("cpu", torch.bfloat16, enabled=native):
            logits = model(x)  # (N, 10)
        optimizer.zero_grad()
        nn.functional.cross_entropy(logits.float(), target).backward()
        optimizer.step()
    return Trained(model)


@torch.inference_mode()
def through(module: nn.Module, inputs: np.ndarray) -> np.ndarray:
    """Send inputs (N, F) float32 through a module; returns (N, D) float32."""
    return module(torch.from_numpy(inputs)).numpy()
