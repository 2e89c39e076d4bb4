"""What learns in the page computes the gradients of torch's autograd, and follows them as torch.optim does."""

from typing import Any

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA

from aemodels import datasets
from aemodels.datasets import golden_images
from tests.support.learning import DEFAULTS, Reference
from tests.support.node import computed

COUNT = 7
NETWORKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "no hidden layer": {"widths": []},
    "four hidden layers": {"widths": [8, 7, 6, 5]},
    "squared error": {"loss": "mse"},
    "linear throughout": {"activation": "linear", "loss": "mse"},
    **{name: {"activation": name} for name in ("selu", "silu", "tanh", "sigmoid")},
    "tied": {"network": "tied", "widths": [6, 4]},
    "sparse L1": {"kind": "sparse_l1", "weight": 0.7},
    "sparse KL": {"kind": "sparse_kl", "weight": 2.5, "target": 0.1},
    "variational": {"kind": "variational", "weight": 4},
    "variational, squared error": {"kind": "variational", "weight": 0.5, "loss": "mse"},
    "tied and variational": {"network": "tied", "kind": "variational"},
    "tied and sparse": {"network": "tied", "kind": "sparse_kl"},
    "convolutional": {"network": "convolutional", "activation": "tanh"},
    "convolutional, ReLU": {"network": "convolutional", "loss": "mse"},
    "convolutional, variational": {"network": "convolutional", "kind": "variational", "activation": "silu"},
    "convolutional, sparse": {"network": "convolutional", "kind": "sparse_l1", "weight": 0.3, "activation": "selu"},
}
OPTIMISERS = {
    "sgd": lambda weights: torch.optim.SGD(weights, lr=0.05),
    "momentum": lambda weights: torch.optim.SGD(weights, lr=0.05, momentum=0.9),
    "adam": lambda weights: torch.optim.Adam(weights, lr=0.05),
}


def batch(code: int) -> dict[str, np.ndarray]:
    """Pictures with a little noise between 0 and 1, and what a variational network draws."""
    dice = np.random.default_rng(5)
    clean = golden_images()[:COUNT].reshape(COUNT, -1).astype(float)
    x = np.clip(clean + dice.normal(0, 0.1, clean.shape), 0, 1)
    return {"x": x, "target": clean, "chance": dice.normal(size=(COUNT, code))}


def slopes() -> np.ndarray:
    """Gradients of twenty steps, of very different sizes."""
    return np.random.default_rng(6).normal(size=(20, 9)) * np.logspace(-6, 3, 9)


@pytest.fixture(scope="module")
def in_the_page(tmp_path_factory) -> dict:
    """What the page's modules compute, all cases at once."""
    networks = [
        {"settings": DEFAULTS | settings, "count": COUNT}
        | {name: values.ravel().tolist() for name, values in batch(DEFAULTS["code"]).items()}
        for settings in NETWORKS.values()
    ]
    rules = [{"rule": rule, "rate": 0.05, "start": [1.0] * 9, "slopes": slopes().tolist()} for rule in OPTIMISERS]
    made = computed("learning", {"networks": networks, "optimisers": rules}, tmp_path_factory.mktemp("learning"))
    return {
        "networks": dict(zip(NETWORKS, made["networks"], strict=True)),
        "optimisers": dict(zip(OPTIMISERS, made["optimisers"], strict=True)),
    }


@pytest.mark.parametrize("case", NETWORKS)
def test_gradients_are_those_of_autograd(case, in_the_page):
    page = in_the_page["networks"][case]
    reference = Reference(NETWORKS[case]).double()
    parameters = dict(reference.named_parameters())
    for learnt in page["learnt"]:
        parameters[learnt["name"]].data = torch.tensor(learnt["value"], dtype=torch.float64).view(learnt["shape"])
    given = {name: torch.from_numpy(values) for name, values in batch(DEFAULTS["code"]).items()}
    terms = reference.terms(**given)
    sum(terms.values()).backward()
    assert page["terms"] == pytest.approx({name: value.item() for name, value in terms.items()}, rel=1e-9)
    assert len(page["learnt"]) >= 4
    for learnt in page["learnt"]:
        expected = parameters[learnt["name"]].grad.numpy().ravel()
        away = np.linalg.norm(expected - learnt["gradient"]) / np.linalg.norm(expected)
        assert away < 1e-5, learnt["name"]


@pytest.mark.parametrize("rule", OPTIMISERS)
def test_weights_follow_their_gradients_as_in_torch(rule, in_the_page):
    weights = torch.ones(9, dtype=torch.float64, requires_grad=True)
    optimiser = OPTIMISERS[rule]([weights])
    for slope in slopes():
        weights.grad = torch.from_numpy(slope.copy())
        optimiser.step()
    np.testing.assert_allclose(in_the_page["optimisers"][rule], weights.detach().numpy(), rtol=1e-9)


def test_the_line_to_beat_is_what_pca_loses(tmp_path):
    pictures = datasets.load("digits").train.images.reshape(-1, 784)
    train, held, counts = pictures[:600], pictures[600:800], [1, 8, 40]
    given = {"size": 784, "train": train.ravel().tolist(), "held": held.ravel().tolist(), "counts": counts}
    expected = []
    for count in counts:
        pca = PCA(count, svd_solver="full").fit(train)
        expected.append(np.square(pca.inverse_transform(pca.transform(held)) - held).mean())
    assert computed("components", given, tmp_path) == pytest.approx(expected, rel=2e-3)
