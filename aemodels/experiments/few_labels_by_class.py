"""Which digits few labels confuse: `python -m aemodels.experiments.few_labels_by_class [--json FILE]`.

Every method learns again, with the settings that `few_labels` chose, from the first of its draws, and the share
of test images that it gets wrong is counted for each digit. The classifiers are kept in
`few_labels_by_class.safetensors` beside the results, in a small form whose own accuracy stands in the results, too.
"""

import sys
from dataclasses import asdict, dataclass

import numpy as np
import torch
from safetensors.numpy import save
from torch import nn

from aemodels import datasets, files, folders
from aemodels.checkpoints import results
from aemodels.experiments import classifiers, command, denoising_network, few_labels, kept_classifiers
from aemodels.experiments.classifiers import METHODS, Classifier, Neighbours, Sums, Trained
from aemodels.experiments.few_labels import Comparison, Plan

DATA = "mnist"
PLAN = Plan(seeds=(0,))
TRIED = 2000  # test images on which the kept form is compared with the whole one
DIGITS = 4
SMALLEST = 6e-8  # a deviation below it would be 0 as float16


@dataclass
class Counted:
    """Errors by method, count and class, and the classifiers of the draw that is kept."""

    errors: dict[str, dict[str, list[float]]]
    kept: dict[tuple[str, int], Classifier]


def count_errors(comparison: Comparison, chosen: dict[str, dict[str, float]]) -> Counted:
    """Teach every method with every draw and count, and count which test images it gets wrong.

    Args:
        comparison: The data set with its encoders.
        chosen: Setting of every method, as `few_labels` writes it.

    Returns:
        Shares of wrong labels for each class, means over the draws, and the classifiers of the draw to keep.
    """
    counted = Counted({}, {})
    for name, method in METHODS.items():
        unseen = comparison.views[method.view](comparison.data.test.images)
        setting = next(iter(chosen[name].values()), few_labels.NO_SETTING)
        counted.errors[name] = {}
        for count in comparison.plan.counts:
            wrong = np.zeros(classifiers.CLASSES)
            for seed in comparison.plan.seeds:
                learnt = comparison.learn(method, setting, count, seed)
                wrong += _wrong_by_class(learnt(unseen), comparison.data.test.labels)
                comparison.bar.update()
                if seed == kept_classifiers.SEED:
                    counted.kept[name, count] = learnt
            counted.errors[name][str(count)] = (wrong / len(comparison.plan.seeds)).round(DIGITS).tolist()
    return counted


def _wrong_by_class(named: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.array([(named[labels == label] != label).mean() for label in range(classifiers.CLASSES)])


def arrays(comparison: Comparison, kept: dict[tuple[str, int], Classifier]) -> dict[str, np.ndarray]:
    """Return everything that the kept classifiers need, by name, as `kept_classifiers` reads it."""
    images = comparison.data.train.images.reshape(-1, 784)
    found = _components(images) | _encoder(comparison, "denoising") | _encoder(comparison, "plain")
    fresh = denoising_network.fresh_encoder(kept_classifiers.SEED)
    starts = {"scratch": fresh, "denoising_tuned": comparison.encoders["denoising"]}
    for (name, count), learnt in kept.items():
        found |= {f"{name}.{count}.{part}": array for part, array in _parts(learnt, starts.get(name)).items()}
    return {name: np.ascontiguousarray(array, np.float16) for name, array in found.items()}


def _components(images: np.ndarray) -> dict[str, np.ndarray]:
    mean, components = few_labels.pretraining.principal_components(torch.from_numpy(images))
    return {"pca.mean": mean.numpy(), "pca.components": components[: few_labels.pretraining.COMPONENTS].numpy()}


def _encoder(comparison: Comparison, name: str) -> dict[str, np.ndarray]:
    encoder = comparison.encoders[name]
    codes = classifiers.through(encoder, comparison.inputs["pixels"])
    deviation = codes.std(0)
    deviation[deviation < SMALLEST] = 1
    return _layers(encoder, f"{name}.") | {f"{name}.mean": codes.mean(0), f"{name}.deviation": deviation}


def _layers(encoder: nn.Sequential, start: str = "") -> dict[str, np.ndarray]:
    linear = [layer for layer in encoder.modules() if isinstance(layer, nn.Linear)]
    parts = {
        f"{start}{at}.{name}": value for at, layer in enumerate(linear) for name, value in layer.named_parameters()
    }
    return {name: value.detach().numpy() for name, value in parts.items()}


def _parts(learnt: Classifier, start: nn.Sequential | None) -> dict[str, np.ndarray]:
    """Take a classifier apart into arrays."""
    if isinstance(learnt, Sums):
        return {"weight": learnt.weight, "bias": learnt.bias}
    if isinstance(learnt, Neighbours):
        return {"points": learnt.points, "labels": learnt.labels}
    assert isinstance(learnt, Trained)
    assert start is not None
    before, after = _layers(start), _layers(learnt.model)
    top = kept_classifiers.LAYERS
    found = {"weight": after[f"{top}.weight"], "bias": after[f"{top}.bias"]}
    for at in range(top):
        left, right = kept_classifiers.change(before[f"{at}.weight"], after[f"{at}.weight"])
        found |= {f"{at}.left": left, f"{at}.right": right, f"{at}.bias": after[f"{at}.bias"]}
    return found


def compare_kept(comparison: Comparison, kept: dict[tuple[str, int], Classifier]) -> dict[str, dict[str, dict]]:
    """Return the accuracies of whole and kept classifiers on the same test images, by method and count."""
    test = comparison.data.test.first(TRIED)
    counts = list(comparison.plan.counts)
    asked = [kept_classifiers.shares(image, METHODS, counts) for image in test.images]
    accuracies: dict[str, dict[str, dict]] = {name: {} for name in METHODS}
    for (name, count), learnt in kept.items():
        whole = learnt(comparison.views[METHODS[name].view](test.images))
        small = np.array([answer[name][count].argmax() for answer in asked])
        pair = {"whole": float((whole == test.labels).mean()), "kept": float((small == test.labels).mean())}
        accuracies[name][str(count)] = {key: round(value, DIGITS) for key, value in pair.items()}
    return accuracies


def measure() -> dict:
    """Count errors, write the classifiers beside the results, and return the results."""
    found = results.few_labels()["results"][DATA]
    comparison = Comparison(datasets.load_pictures(DATA), PLAN, folders.runs() / "few_labels_by_class")
    with comparison.bar:
        counted = count_errors(comparison, {name: result["chosen"] for name, result in found.items()})
    files.write(kept_classifiers.path(), save(arrays(comparison, counted.kept)))
    return {
        "plan": asdict(PLAN),
        "rank": kept_classifiers.RANK,
        "images": TRIED,
        "errors": counted.errors,
        "accuracy": compare_kept(comparison, counted.kept),
        "torch": torch.__version__,
    }


def table(document: dict) -> str:
    """Lay the errors out as text, in percent."""
    lines = []
    for name, by_count in document["errors"].items():
        for count, shares in by_count.items():
            cells = "".join(f"{100 * share:>6.1f}" for share in shares)
            lines.append(f"{METHODS[name].title:<30}{count:>5}{cells}")
    return "\n".join(lines)


def main() -> int:
    """Run the command; returns its exit code."""
    return command.run("few_labels_by_class", __doc__, measure, table)


if __name__ == "__main__":
    sys.exit(main())
