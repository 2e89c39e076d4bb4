"""What every classifier says of the picture under study, and which digits it gets wrong."""

from functools import lru_cache

import numpy as np

from aemodels.checkpoints import results
from aemodels.experiments import kept_classifiers
from ui.components.heat_table import heat_table
from ui.components.verdicts import Row, verdicts
from ui.sample import Sample

KEPT = 256
COPYING = "pca_neighbour"
WITHOUT_CODE = ("pixels", "scratch")
WORST = 0.6  # share of wrong labels with the darkest colour


def ask(key: str, study: Sample) -> None:
    """Show what the classifiers say of a picture of a digit.

    Args:
        key: Of the table on its page.
        study: The picture.

    Raises:
        BadCheckpoint: The classifiers or their results are missing or damaged.
    """
    found = results.few_labels()
    counts = tuple(found["plan"]["counts"])
    picture = np.asarray(study.normalised.image, np.float32).tobytes()
    shares = _shares(picture, tuple(found["methods"]), counts)
    rows = [
        Row(found["methods"][name]["title"], [shares[name][count].tolist() for count in counts], group, name == COPYING)
        for group, names in _groups(tuple(found["methods"])).items()
        for name in names
    ]
    verdicts(key, [f"{count:,}" for count in counts], rows, study.example)


def _groups(methods: tuple[str, ...]) -> dict[str, list[str]]:
    """Part methods by whether they use a code that was learnt without labels."""
    return {
        "Without a code": [name for name in methods if name in WITHOUT_CODE],
        "With a code learnt without labels": [name for name in methods if name not in WITHOUT_CODE],
    }


@lru_cache(maxsize=KEPT)
def _shares(picture: bytes, methods: tuple[str, ...], counts: tuple[int, ...]) -> dict[str, dict[int, np.ndarray]]:
    image = np.frombuffer(picture, np.float32).reshape(28, 28)
    return kept_classifiers.shares(image, methods, counts)


def errors(key: str, count: int) -> None:
    """Show how often every method gets each digit wrong, with some number of labels.

    Raises:
        BadCheckpoint: It has not been measured.
    """
    titles = {name: method["title"] for name, method in results.few_labels()["methods"].items()}
    by_method = results.few_labels_by_class()["errors"]
    rows = [(titles[name], [100 * share for share in by_count[str(count)]]) for name, by_count in by_method.items()]
    caption = f"Test images of each digit that get a wrong label, %, with {count:,} labelled digits"
    heat_table(key, [str(digit) for digit in range(10)], rows, decimals=0, span=(0, 100 * WORST), caption=caption)
