"""Layer by layer against all at once: `python -m aemodels.experiments.layer_by_layer [--json FILE]`.

Two comparisons on 8,000 digits. First one shape, 784-100-30-100-784, trained in three ways, with as many passes over
the images: one shallow network after the other (greedy), end to end, and end to end with tied weights. Then a deeper
network, 784-200-100-50-30 and back, with sigmoid units and small random weights as in 2006, and what cures it. Its
learning rate is chosen on validation images among those that are listed; the test images are looked at once, at the
end. Seconds are those of the processor, on one core: set OMP_NUM_THREADS=1. Some five minutes. The weights lie in
`layer_by_layer.safetensors` beside the results.
"""

import sys
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import torch
from safetensors.torch import save
from torch import Tensor
from torch.nn.utils import vector_to_parameters
from tqdm import tqdm

from aemodels import datasets, files, folders, registry
from aemodels.baselines.linear import principal_components
from aemodels.checkpoints import results
from aemodels.datasets import Dataset
from aemodels.experiments import command, deep_networks
from aemodels.experiments.deep_networks import TRAININGS, Deep
from aemodels.experiments.layer_stages import PASSES, shallow_spec
from aemodels.networks.autoencoder import Autoencoder
from aemodels.training import loop

SHALLOW = ("greedy", "stacked", "tied")
IMAGES = 8_000
WATCHED = 1000
RATES = {"sgd": (0.01, 0.03), "adam": (0.001,)}
KEPT = ("small_weights", "pretrained", "today")
"""Deep networks whose weights are kept, for the page to run them."""
DIGITS = 5
SHAPE = (-1, 1, 28, 28)


def mse(rebuild: Callable[[Tensor], Tensor], x: Tensor) -> float:
    """Return the mean squared error a pixel of a function's reconstructions of images (N, 1, 28, 28)."""
    with torch.no_grad():
        return sum(float((rebuild(part) - part).square().sum()) for part in x.split(1000)) / x.numel()


def outer(model) -> Callable[[Tensor], Tensor]:
    """Return the reconstruction of a greedy network's outer layers alone, from 100 numbers."""
    return lambda x: torch.sigmoid(model.outer_decoder(model.outer_encoder(x.flatten(1)))).view(SHAPE)


def train_shallow(name: str, data: Dataset, state: Path) -> tuple[Autoencoder, list[dict]]:
    """Train one of `SHALLOW` in the loop of all models; returns it and its course: phase, mse, seconds an epoch."""
    spec = shallow_spec(name)
    torch.manual_seed(spec.recipe.seed)
    model = registry.variant(name).network(spec)
    x, watched = data.train.tensor()[:IMAGES], data.validation.tensor()[:WATCHED]
    names = [phase.name for phase in model.phases() for _ in range(phase.epochs)]
    course: list[dict] = []
    started = time.process_time()

    def watch(done: int) -> None:
        nonlocal started
        if done:
            phase, seconds = names[len(course)], time.process_time() - started
            error = mse(outer(model) if phase == "outer layers" else model, watched)
            course.append({"phase": phase, "mse": error, "seconds": seconds})
        started = time.process_time()

    state.unlink(missing_ok=True)
    loop.fit(model, x, watched, state, watch)
    state.unlink(missing_ok=True)
    return model, course


def train_deep(name: str, data: Dataset) -> tuple[Deep, dict]:
    """Train a deep network with every rate; returns the best on validation images, and its rate, tries and course."""
    training, tries = TRAININGS[name], {}
    x, validation = data.train.tensor()[:IMAGES], data.validation.tensor()
    for rate in RATES[training.optimiser]:
        model = Deep(training)
        entries = deep_networks.fit(model, training, rate, x, lambda m=model: mse(m, validation[:WATCHED]))
        course = list(tqdm(entries, f"{training.title}, rate {rate}", model.spec.recipe.epochs, leave=False))
        tries[rate] = (mse(model, validation), model, course)
    rate = min(tries, key=lambda tried: tries[tried][0])
    return tries[rate][1], {
        "title": training.title,
        "rate": rate,
        "tried": {str(tried): round(error, DIGITS) for tried, (error, _, _) in tries.items()},
        "course": tries[rate][2],
    }


def entry(model: Autoencoder, described: dict, test: Tensor) -> dict:
    """Put a network's figures together: its test error, parameters and seconds beside what is known of its course."""
    course = [
        {"phase": step["phase"], "mse": round(step["mse"], DIGITS), "seconds": round(step["seconds"], 2)}
        for step in described["course"]
    ]
    return described | {
        "mse": round(mse(model, test), DIGITS),
        "parameters": sum(weights.numel() for weights in model.parameters()),
        "seconds": round(sum(step["seconds"] for step in course), 1),
        "course": course,
    }


def baselines(data: Dataset) -> dict[str, float]:
    """Return the test errors of PCA with 30 numbers, and of the mean training image whatever comes in."""
    x, test = data.train.tensor().flatten(1), data.test.tensor().flatten(1)
    mean, components = principal_components(x)
    used = components[:30]
    by_pca = float(((test - mean) @ used.T @ used + mean - test).square().mean())
    return {"pca_mse": round(by_pca, DIGITS), "mean_image_mse": round(float((mean - test).square().mean()), DIGITS)}


def measure() -> dict:
    """Train all networks, write their weights beside the results, and return the results."""
    data = datasets.load_pictures("mnist")
    test, weights = data.test.tensor(), {}
    document: dict = {"passes": PASSES, "images": IMAGES, "rates": RATES, "torch": torch.__version__}
    document |= baselines(data) | {"shallow": {}, "deep": {}}
    for name in SHALLOW:
        model, course = train_shallow(name, data, folders.runs() / "layer_by_layer" / f"{name}.pt")
        document["shallow"][name] = entry(model, {"title": model.spec.title, "course": course}, test)
        if name == "greedy":
            document["shallow"][name] |= _stages(model, test)
        weights |= _named(name, model)
    for name in TRAININGS:
        deep, described = train_deep(name, data)
        document["deep"][name] = entry(deep, described, test)
        weights |= _named(name, deep) if name in KEPT else {}
    files.write(results.path("layer_by_layer").with_suffix(".safetensors"), save(weights))
    return document


def _stages(model: Autoencoder, test: Tensor) -> dict:
    """Return a greedy network's test errors before fine-tuning: of its outer layers alone, and of all."""
    before = deepcopy(model)
    with torch.no_grad():
        vector_to_parameters(model.get_buffer("before_tuning"), before.parameters())
    return {"outer_mse": round(mse(outer(before), test), DIGITS), "before_tuning_mse": round(mse(before, test), DIGITS)}


def _named(name: str, model: Autoencoder) -> dict[str, Tensor]:
    return {f"{name}.{key}": value.half().contiguous() for key, value in model.state_dict().items()}


def table(document: dict) -> str:
    """Lay the results out as text."""
    lines = [
        f"{'always the mean image':<32}{document['mean_image_mse']:>9}",
        f"{'PCA (30)':<32}{document['pca_mse']:>9}",
    ]
    rows = [*document["shallow"].values(), *document["deep"].values()]
    lines += [f"{row['title']:<32}{row['mse']:>9}{row['parameters']:>10,}{row['seconds']:>8} s" for row in rows]
    return "\n".join(lines)


def main() -> int:
    """Run the command; returns its exit code."""
    return command.run("layer_by_layer", __doc__, measure, table)


if __name__ == "__main__":
    sys.exit(main())
