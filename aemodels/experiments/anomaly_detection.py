"""How well the reconstruction error detects anomalies: `python -m aemodels.experiments.anomaly_detection`.

Two questions. Do trained digits models notice clothes? And does a small autoencoder that never saw one of the ten
digits notice that digit? The first is asked of every digits model, the second of ten fresh networks, and of some with
other code sizes. Errors are those of clean test images.
"""

import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch

import aemodels
from aemodels import datasets, folders, registry
from aemodels.checkpoints import cards
from aemodels.datasets import Dataset, Split
from aemodels.experiments import anomaly_threshold, command
from aemodels.networks.autoencoder import Autoencoder
from aemodels.training import description, loop

BATCH = 1000
DIGITS = 4
NETWORK = "simple"


@dataclass(frozen=True)
class Plan:
    """How the alarm is tried.

    Attributes:
        rate: Share of false alarms at which the share of odd pictures that are found is reported.
        points: Of a curve.
        epochs: Of every training.
        seed: Of every training.
        capacity_digit: Left out where code sizes are compared.
        code_sizes: To compare.
    """

    rate: float = 0.05
    points: int = 60
    epochs: int = 10
    seed: int = 0
    capacity_digit: int = 8
    code_sizes: tuple[int, ...] = (4, 8, 16, 32, 64, 128, 256)


def squared_errors(x_hat: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the mean squared error a pixel of every picture, (N,), for reconstructions and pictures (N, 28, 28)."""
    return np.square(x_hat - x).mean((1, 2))


def entry(ordinary: np.ndarray, odd: np.ndarray, plan: Plan) -> dict:
    """Put the curve of errors (N,) against errors (M,) into JSON-ready numbers."""
    curve = anomaly_threshold.roc(ordinary, odd)
    thinned = curve.thinned(plan.points)
    return {
        "auc": round(curve.area, DIGITS),
        "recall": round(float((odd > anomaly_threshold.threshold(ordinary, plan.rate)).mean()), DIGITS),
        "roc": {name: np.round(values, DIGITS).tolist() for name, values in thinned._asdict().items()},
    }


def against_clothes(name: str, clothes: np.ndarray, plan: Plan) -> dict:
    """Try a digits model on clothes (M, 28, 28), against the test digits of its gallery.

    Raises:
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    odd = squared_errors(aemodels.reconstruct(name, clothes), clothes)
    return {"digest": cards.read(name).digest} | entry(cards.load_gallery(name)["errors"], odd, plan)


def without(split: Split, digit: int) -> Split:
    """Leave a digit's images out of a split."""
    kept = split.labels != digit
    return Split(split.images[kept], split.labels[kept])


def trained_without(data: Dataset, digit: int, code_size: int, plan: Plan, state_folder: Path) -> Autoencoder:
    """Train a small autoencoder on all training images but those of one digit.

    Args:
        data: Digits.
        digit: Which is left out.
        code_size: D.
        plan: How.
        state_folder: Where the state of an unfinished training is kept meanwhile.
    """
    network, spec = registry.variant(NETWORK).network, registry.variant(NETWORK).spec
    recipe = replace(spec.recipe, epochs=plan.epochs, seed=plan.seed)
    title = f"Simple autoencoder ({code_size}-D) without {digit}"
    torch.manual_seed(plan.seed)
    model = network(replace(spec, title=title, data=data.name, code_size=code_size, recipe=recipe))
    x, x_validation = (
        torch.from_numpy(without(split, digit).images)[:, None] for split in (data.train, data.validation)
    )
    state_file = state_folder / f"{data.name}_without_{digit}_{code_size}.pt"
    loop.fit(model, x, x_validation, state_file)
    state_file.unlink(missing_ok=True)
    return model


@torch.inference_mode()
def errors_on(model: Autoencoder, images: np.ndarray) -> np.ndarray:
    """Rebuild pictures (N, 28, 28) and give the mean squared error a pixel of each, (N,)."""
    x_hat = torch.cat([model(batch[:, None])[:, 0] for batch in torch.from_numpy(images).split(BATCH)])
    return squared_errors(x_hat.numpy(), images)


def left_out(data: Dataset, plan: Plan, state_folder: Path) -> dict[str, dict]:
    """Leave every digit out once and try the alarm on it; by digit, as in `results.anomaly_detection`."""
    size, labels = registry.variant(NETWORK).spec.code_size, data.test.labels
    models = [trained_without(data, digit, size, plan, state_folder) for digit in range(10)]
    errors = np.stack([errors_on(model, data.test.images) for model in models])  # (10, N)
    by_digit = {}
    for digit in range(10):
        own = labels == digit
        means = {
            "unseen": errors[digit, own].mean(),
            "seen": np.delete(errors, digit, axis=0)[:, own].mean(),
            "others": errors[digit, ~own].mean(),
        }
        by_digit[str(digit)] = entry(errors[digit, ~own], errors[digit, own], plan) | {
            name: round(float(mean), DIGITS + 2) for name, mean in means.items()
        }
    return by_digit


def by_capacity(data: Dataset, plan: Plan, state_folder: Path) -> dict:
    """Leave one digit out with codes of several sizes; areas by code size."""
    digit, areas = plan.capacity_digit, {}
    own = data.test.labels == digit
    for size in plan.code_sizes:
        errors = errors_on(trained_without(data, digit, size, plan, state_folder), data.test.images)
        areas[str(size)] = round(anomaly_threshold.roc(errors[~own], errors[own]).area, DIGITS)
    return {"digit": digit, "auc": areas}


def measure(digits: Dataset, clothes: np.ndarray, plan: Plan, state_folder: Path) -> dict:
    """Ask both questions; clothes are (M, 28, 28), the rest as in `results.anomaly_detection`.

    Raises:
        BadCheckpoint: A checkpoint of a trained digits model is damaged.
    """
    started = time.perf_counter()
    names = [name for name in cards.trained() if cards.read(name).spec.data == "mnist"]
    recipe = replace(registry.variant(NETWORK).spec.recipe, epochs=plan.epochs, seed=plan.seed)
    return {
        "rate": plan.rate,
        "seed": plan.seed,
        "images": {"clothes": len(clothes), "left_out": len(digits.test.labels)},
        "network": NETWORK,
        "recipe": asdict(recipe),
        "clothes": {name: against_clothes(name, clothes, plan) for name in names},
        "left_out": left_out(digits, plan, state_folder),
        "capacity": by_capacity(digits, plan, state_folder),
        "seconds": round(time.perf_counter() - started),
        "torch": torch.__version__.split("+")[0],
    }


def table(document: dict) -> str:
    """Lay results out as text: what is odd, the area under the curve, the share found at the rate of false alarms."""
    found_at = f"found at {document['rate']:.0%} false alarms"
    heading = f"{'odd pictures':<34}{'area':>8}{found_at:>30}"
    rows = {f"clothes · {name}": row for name, row in document["clothes"].items()}
    rows |= {f"{digit}, left out in training": row for digit, row in document["left_out"].items()}
    lines = [f"{title:<34}{row['auc']:>8.3f}{row['recall']:>30.1%}" for title, row in rows.items()]
    digit, areas = document["capacity"]["digit"], document["capacity"]["auc"]
    lines += [f"{f'{digit}, left out, {size} numbers':<34}{area:>8.3f}" for size, area in areas.items()]
    return "\n".join([heading, *lines, f"{document['seconds']} s"])


def measure_all() -> dict:
    """Ask both questions of the real test images; as `measure` returns it."""
    clothes = datasets.test("fashion").images[: description.GALLERY_EXAMPLES]
    return measure(datasets.load_pictures("mnist"), clothes, Plan(), folders.runs() / "anomaly_detection")


def main() -> int:
    """Run the command; returns its exit code."""
    return command.run("anomaly_detection", __doc__, measure_all, table)


if __name__ == "__main__":
    sys.exit(main())
