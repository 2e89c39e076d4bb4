"""What every classifier says of the picture under study, and which digits it gets wrong."""

from functools import lru_cache

import numpy as np

from aemodels.checkpoints import results
from aemodels.experiments import kept_classifiers
from ui.components.heat_table import heat_table
from ui.components.verdicts import Row, verdicts
from ui.sample import Sample

KEPT = 256
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
        Row(method["title"], [shares[name][count].tolist() for count in counts])
        for name, method in found["methods"].items()
    ]
    verdicts(key, [f"{count:,}" for count in counts], rows, study.example)


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
