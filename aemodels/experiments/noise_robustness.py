"""How much noise every denoiser can take: `python -m aemodels.experiments.noise_robustness [--json FILE]`.

The first 200 test images get Gaussian noise, ever stronger but always of the same pattern, and go through every method.
A filter's one setting is chosen for each amount on validation images, and the linear denoiser is fitted for each amount
anew: both know how strong the noise is. Models are taken as they are; nobody tells them.
"""

import sys

import numpy as np
from tqdm import tqdm

import aemodels
from aemodels import datasets
from aemodels.baselines.median_and_friends import FILTERS
from aemodels.checkpoints import cards
from aemodels.corruption import Corruption
from aemodels.datasets import Dataset
from aemodels.experiments import command

DATA = ("mnist", "fashion")
AMOUNTS = tuple(round(0.1 * step, 1) for step in range(13))
IMAGES = 200
CHOOSING_IMAGES = 100
SEED = 0
DIGITS = 4
NO_SETTING = 0.0  # of a method that leaves none open
NOTHING, LINEAR = "untouched", "linear_denoiser"
RULES = {
    NOTHING: {"title": "No denoising", "explanation": "The noisy picture itself."},
    LINEAR: {
        "title": "Best linear denoiser",
        "explanation": "Every pixel becomes a weighted sum of all pixels, the weights fitted for each amount of noise.",
    },
} | {name: {"title": rule.title, "explanation": rule.explanation} for name, rule in FILTERS.items()}
PLAIN = {
    "mnist": ("deep_30d", "conv_strided", "vae_2d", "pca_32"),
    "fashion": ("stacked", "conv", "vae_fashion_10d", "pca_30_fashion"),
}


def corrupted(images: np.ndarray, amounts: tuple[float, ...], seed: int) -> np.ndarray:
    """Return images Gaussian noise of several strengths, the same pattern at each.

    Args:
        images: (..., 28, 28) in [0, 1].
        amounts: A standard deviations.
        seed: Of the pattern.

    Returns:
        (A, ..., 28, 28) float32 in [0, 1].
    """
    noise = [Corruption("gaussian", amount) for amount in amounts]
    field = noise[0].field(images.shape, np.random.default_rng(seed))
    return np.stack([corruption.apply(images, field) for corruption in noise]).astype(np.float32)


def cleaned(name: str, noisy: np.ndarray, setting: float = NO_SETTING) -> np.ndarray:
    """Send images through a model, a filter with its setting, or nothing.

    Args:
        name: Variant, key of `FILTERS`, or `NOTHING`.
        noisy: (N, 28, 28).
        setting: Of the filter; of no meaning to all others.

    Returns:
        Same shape.
    """
    if name == NOTHING:
        return noisy
    return FILTERS[name].clean(noisy, setting) if name in FILTERS else aemodels.reconstruct(name, noisy)


def own_errors(clean: np.ndarray, names: list[str], measured: dict, data: str, seed: int) -> dict[str, list[float]]:
    """Send one picture through methods at every amount of noise.

    Args:
        clean: (28, 28) in [0, 1].
        names: Methods; those that would have to be fitted first are left out.
        measured: As `results.noise_robustness` returns it: amounts, and the settings that were chosen.
        data: "mnist" or "fashion".
        seed: Of the noise.

    Returns:
        Mean squared error a pixel at every amount, by method.
    """
    noisy = corrupted(clean, measured["amounts"], seed)
    results = {}
    for name in names:
        if name != LINEAR:
            settings = measured["results"][data][name].get("setting")
            if settings:
                pairs = zip(noisy, settings, strict=True)
                x_hat = np.stack([cleaned(name, picture[None], setting)[0] for picture, setting in pairs])
            else:
                x_hat = cleaned(name, noisy)
            results[name] = np.square(x_hat - clean).mean((1, 2)).tolist()
    return results


def candidates(data: str) -> list[str]:
    """Name the trained models that are compared on a data set: all its denoisers, and a few plain ones."""
    trained = cards.trained()
    known = {name: cards.read(name) for name in trained}
    denoisers = [name for name, card in known.items() if card.spec.data == data and card.removes_noise]
    return denoisers + [name for name in PLAIN[data] if name in trained]


def choose(name: str, data: Dataset) -> list[float]:
    """Choose a filter's setting for each amount of noise by its mean error on validation images."""
    clean = data.validation.images[:CHOOSING_IMAGES]

    def best(noisy: np.ndarray) -> float:
        return min(FILTERS[name].choices, key=lambda setting: np.square(cleaned(name, noisy, setting) - clean).mean())

    return [best(noisy) for noisy in corrupted(clean, AMOUNTS, SEED + 1)]


def measure(name: str, data: Dataset) -> dict[str, list[float]]:
    """Measure a method on test images at every amount of noise.

    Args:
        name: Variant, key of `FILTERS`, `NOTHING` or `LINEAR`.
        data: Data set.

    Returns:
        "mean" and "deviation" over the images of the squared error a pixel; a filter's "setting"; all by amount.
    """
    clean = data.test.images[:IMAGES]
    noisy = corrupted(clean, AMOUNTS, SEED)
    settings = choose(name, data) if name in FILTERS else [NO_SETTING] * len(AMOUNTS)
    if name == LINEAR:
        x_hat = [_linear(data.name, amount, each) for amount, each in zip(AMOUNTS, noisy, strict=True)]
    else:
        x_hat = [cleaned(name, each, setting) for each, setting in zip(noisy, settings, strict=True)]
    errors = np.square(np.stack(x_hat) - clean).mean((2, 3))
    moments = {"mean": errors.mean(1), "deviation": errors.std(1, ddof=1)}
    rounded = {key: [float(f"{value:.{DIGITS}g}") for value in values] for key, values in moments.items()}
    return rounded | ({"setting": settings} if name in FILTERS else {})


def _linear(data: str, amount: float, noisy: np.ndarray) -> np.ndarray:
    from aemodels.baselines.linear import denoise_linearly

    return denoise_linearly(data, Corruption("gaussian", amount), noisy)


def document(results: dict[str, dict]) -> dict:
    """Put results by data set and how they came about into one JSON-ready dict."""
    names = dict.fromkeys(name for methods in results.values() for name in methods)
    titles = {name: {"title": cards.read(name).spec.title} for name in names if name not in RULES}
    return {
        "amounts": list(AMOUNTS),
        "images": IMAGES,
        "seed": SEED,
        "methods": titles | {name: rule for name, rule in RULES.items() if name in names},
        "digests": {name: cards.read(name).digest for name in titles},
        "results": results,
    }


def measure_all() -> dict:
    """Measure every method on both data sets; as `document` returns it."""
    results = {}
    for data in map(datasets.load_pictures, DATA):
        names = tqdm([*candidates(data.name), *RULES], f"Noise robustness · {datasets.TABLE[data.name].title}")
        results[data.name] = {name: measure(name, data) for name in names}
    return document(results)


def table(document: dict) -> str:
    """Lay a document's mean errors out as text, a line a method, a column an amount of noise."""
    lines = []
    for data, methods in document["results"].items():
        heading = "".join(f"{amount:>8}" for amount in document["amounts"])
        lines.append(f"{datasets.TABLE[data].title:<30}{heading}")
        for name, result in methods.items():
            errors = "".join(f"{error:>8.4f}" for error in result["mean"])
            lines.append(f"{document['methods'][name]['title']:<30}{errors}")
    return "\n".join(lines)


def main() -> int:
    """Run the command; returns its exit code."""
    return command.run("noise_robustness", __doc__, measure_all, table)


if __name__ == "__main__":
    sys.exit(main())
