"""How far a few labels go on a pretrained encoder: `python -m aemodels.experiments.few_labels [--json FILE]`.

Two encoders see all training images without their labels. Then every method learns to name pictures from 50 to 1,000
labelled training images, as many of each class; ten draws give a mean and a deviation. The one setting a method leaves
open is chosen on the validation images with other draws, for each data set, once for all label counts. The test images
are looked at once, at the end.
"""

import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import sklearn
import torch
from tqdm import tqdm

from aemodels import datasets, folders, registry
from aemodels.datasets import Dataset, Split
from aemodels.experiments import classifiers, command, denoising_network, pretraining
from aemodels.experiments.classifiers import METHODS, Classifier, Method

DATA = ("mnist", "fashion")
DIGITS = 4
NO_SETTING = 0.0  # of a method that leaves none open
DRAWS = "training images at random, as many of each class; a larger draw holds the smaller ones of the same seed"


@dataclass(frozen=True)
class Plan:
    """How the methods are compared.

    Attributes:
        counts: Numbers of labelled images, as many of each class.
        seeds: Of the draws that are reported.
        choosing_seeds: Of the draws that settings are chosen with.
        penalties: Logistic regression's C, to choose from.
        learning_rates: Of the networks that learn from labels, to choose from.
        steps: Of those networks, with all labelled images in each.
        epochs: Of the pretraining.
    """

    counts: tuple[int, ...] = (50, 100, 500, 1000)
    seeds: tuple[int, ...] = tuple(range(10))
    choosing_seeds: tuple[int, ...] = (100, 101)
    penalties: tuple[float, ...] = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
    learning_rates: tuple[float, ...] = (3e-4, 1e-3, 3e-3)
    steps: int = 200
    epochs: int = 15

    def options(self, method: Method) -> dict[str, tuple[float, ...]]:
        """Values to choose from, by the setting's name; empty for a method without one."""
        grids = {"logistic regression": {"C": self.penalties}, "network": {"learning_rate": self.learning_rates}}
        return grids.get(method.kind, {})


def draw(labels: np.ndarray, count: int, seed: int) -> np.ndarray:
    """Pick images at random, as many of each class; a larger draw with the same seed contains the smaller ones.

    Args:
        labels: (N,) of all images.
        count: How many to pick, a multiple of the number of classes.
        seed: Of the draw.

    Returns:
        (count,) positions.
    """
    generator = np.random.default_rng(seed)
    of_each_class = count // classifiers.CLASSES
    members = [generator.permutation(np.flatnonzero(labels == label)) for label in range(classifiers.CLASSES)]
    return np.concatenate([positions[:of_each_class] for positions in members])


class Comparison:
    """All methods on one data set, with the encoders and views they share."""

    def __init__(self, data: Dataset, plan: Plan, state_folder: Path):
        self.data, self.plan = data, plan
        self.encoders = pretraining.pretrain(data, plan.epochs, state_folder)
        self.views = pretraining.views(data, self.encoders)
        self.inputs = {name: view(data.train.images) for name, view in self.views.items()}
        choices = sum(len(values) for method in METHODS.values() for values in plan.options(method).values())
        learned = len(plan.counts) * (len(METHODS) * len(plan.seeds) + choices * len(plan.choosing_seeds))
        self.bar = tqdm(total=learned, desc=f"Few labels · {datasets.TABLE[data.name].title}")

    def learn(self, method: Method, setting: float, count: int, seed: int) -> Classifier:
        """Teach a method with one draw of labelled training images."""
        drawn = draw(self.data.train.labels, count, seed)
        inputs, labels = self.inputs[method.view][drawn], self.data.train.labels[drawn]
        if method.kind == "logistic regression":
            return classifiers.logistic_regression(inputs, labels, setting)
        if method.kind == "nearest neighbour":
            return classifiers.nearest_neighbour(inputs, labels)
        random = method.start == "random"
        encoder = denoising_network.fresh_encoder(seed) if random else self.encoders[method.start]
        return classifiers.network(encoder, inputs, labels, setting, self.plan.steps, seed)

    def accuracies(self, method: Method, setting: float, seeds: tuple[int, ...], split: Split) -> np.ndarray:
        """Teach a method with every draw and count; returns its accuracies on a split, 0 to 1, (counts, seeds)."""
        unseen = self.views[method.view](split.images)
        shares = np.empty((len(self.plan.counts), len(seeds)))
        for row, count in enumerate(self.plan.counts):
            for column, seed in enumerate(seeds):
                named = self.learn(method, setting, count, seed)(unseen)
                shares[row, column] = (named == split.labels).mean()
                self.bar.update()
        return shares

    def choose(self, method: Method) -> dict[str, float]:
        """Choose a method's setting by the mean accuracy on validation images over all counts; empty without one."""
        chosen = {}
        for name, values in self.plan.options(method).items():
            seeds, split = self.plan.choosing_seeds, self.data.validation
            chosen[name] = max(values, key=lambda value: self.accuracies(method, value, seeds, split).mean())
        return chosen

    def report(self, method: Method) -> dict:
        """Return a method's chosen setting, and mean and deviation of its accuracy on test images by label count."""
        chosen = self.choose(method)
        shares = self.accuracies(method, next(iter(chosen.values()), NO_SETTING), self.plan.seeds, self.data.test)
        moments = zip(self.plan.counts, shares.mean(1), shares.std(1, ddof=1), strict=True)
        return {
            "chosen": chosen,
            "accuracy": {
                str(count): {"mean": round(mean, DIGITS), "deviation": round(deviation, DIGITS)}
                for count, mean, deviation in moments
            },
        }


def compare(data: Dataset, plan: Plan, state_folder: Path) -> dict[str, dict]:
    """Compare all methods on a data set.

    Args:
        data: Data set.
        plan: How.
        state_folder: Where the state of an unfinished pretraining is kept.

    Returns:
        By method: "chosen" setting and "accuracy" on the test images, by label count "mean" and "deviation" (sample
        standard deviation over the draws), as shares.
    """
    comparison = Comparison(data, plan, state_folder)
    with comparison.bar:
        return {name: comparison.report(method) for name, method in METHODS.items()}


def document(results: dict[str, dict], plan: Plan, seconds: float) -> dict:
    """Put results by data set, how they came about, and the methods in words into one JSON-ready dict."""
    recipes = {"denoising": denoising_network.DENOISING.recipe, "plain": registry.variant("stacked").spec.recipe}
    return {
        "plan": asdict(plan),
        "draws": DRAWS,
        "pretraining": {name: asdict(recipe) | {"epochs": plan.epochs} for name, recipe in recipes.items()},
        "methods": {
            name: {"title": method.title, "explanation": method.explanation} for name, method in METHODS.items()
        },
        "results": results,
        "seconds": round(seconds),
        "torch": torch.__version__,
        "scikit-learn": sklearn.__version__,
    }


def table(document: dict) -> str:
    """Lay a document's results out as text, in percent."""
    counts = document["plan"]["counts"]
    lines = []
    for data, methods in document["results"].items():
        lines.append(f"{datasets.TABLE[data].title:<30}" + "".join(f"{count:>14}" for count in counts))
        for name, result in methods.items():
            cells = [result["accuracy"][str(count)] for count in counts]
            text = "".join(f"{100 * cell['mean']:>8.1f} ± {100 * cell['deviation']:3.1f}" for cell in cells)
            lines.append(f"{document['methods'][name]['title']:<30}{text}   {result['chosen']}")
    return "\n".join(lines)


def measure() -> dict:
    """Compare on both data sets; as `document` returns it."""
    started, plan = time.perf_counter(), Plan()
    both = [datasets.load_pictures(name) for name in DATA]
    results = {data.name: compare(data, plan, folders.runs() / "few_labels") for data in both}
    return document(results, plan, time.perf_counter() - started)


def main() -> int:
    """Run the command; returns its exit code."""
    return command.run("few_labels", __doc__, measure, table)


if __name__ == "__main__":
    sys.exit(main())
