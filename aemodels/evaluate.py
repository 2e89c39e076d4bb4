"""Recompute every figure from checkpoints and real test data: `python -m aemodels.evaluate [NAME…] [--json FILE]`.

Ends with 1 if a card states another figure than its weights give, a target is missed, or a checkpoint is missing.
"""

import argparse
import json
import math
import sys
from pathlib import Path

from tqdm import tqdm

from aemodels import datasets, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card
from aemodels.checkpoints.weights import load
from aemodels.errors import AutoencoderError, BadCheckpoint
from aemodels.latent import projections
from aemodels.metrics.model import measure
from aemodels.specs import Spec

TOLERANCE = 1e-3
COLUMNS = ("name", "source", "code", "weights", "printed there", "target", "PCA", "ours", "verdict")
HEADING = """# Results

Measured on the test sets (10,000 images, 500 sentences, 200 points) with the weights in `checkpoints/`, by
`make evaluate`; never edited by hand. “PCA” is the same measure for as many principal components as the code has
numbers. The page “Models” explains every measure.

"""


def evaluate(name: str) -> list[dict]:
    """Measure a model on its test set and hold the figures against its card and its targets.

    Args:
        name: Variant.

    Returns:
        A row for each target, with the keys of `COLUMNS`.

    Raises:
        UnknownVariant: There is no such variant.
        MissingData: Its data set is not in the data folder.
    """
    spec = registry.variant(name).spec
    try:
        model = load(name)
    except BadCheckpoint as error:
        return [_row(name, spec, verdict=str(error))]
    data = datasets.load(spec.data)
    figures = measure(model, data, data.test)
    card = cards.read(name)
    mismatches = differences(card.figures.test, figures) + _mismatched_maps(name, card)
    weights = sum(parameter.numel() for parameter in model.parameters())
    rows = []
    for target in spec.targets:
        verdict = "met" if target.met(figures) else "missed"
        if mismatches:
            verdict = f"differs from its card: {', '.join(mismatches)}"
        pca, ours = figures.get(f"pca_{target.measure}"), figures[target.measure]
        rows.append(_row(name, spec, verdict, weights, str(target), pca, ours))
    return rows


def differences(stated: dict, measured: dict) -> list[str]:
    """Name the figures in which a card and a measurement differ by more than 0.1 %, or that only one of them has."""
    shared = stated.keys() & measured.keys()
    unequal = {key for key in shared if not _close(stated[key], measured[key])}
    return sorted((stated.keys() ^ measured.keys()) | unequal)


def _mismatched_maps(name: str, card: Card) -> list[str]:
    """Name the maps of which a card states another figure than the gallery gives; where codes land, it does not say."""
    if not card.maps:
        return []
    gallery = cards.load_gallery(name)
    places = {kind: gallery[kind] for kind in projections.KINDS if kind in gallery}
    measured = projections.measure(gallery["codes"], places, gallery["labels"])
    mismatches = sorted(card.maps.keys() ^ measured.keys())
    for kind in card.maps.keys() & measured.keys():
        stated = {key: value for key, value in card.maps[kind].items() if key != "landing_error"}
        mismatches += [f"{key} of the map {kind}" for key in differences(stated, measured[kind])]
    return mismatches


def _close(stated, measured) -> bool:
    if isinstance(stated, list):
        return len(stated) == len(measured) and all(map(_close, stated, measured))
    return math.isclose(stated, measured, rel_tol=TOLERANCE, abs_tol=1e-5)


def _row(name: str, spec: Spec, verdict: str, weights=None, target="", pca=None, ours=None) -> dict:
    values = (name, spec.source.title, spec.code_size, weights, spec.source.figure, target, pca, ours, verdict)
    return dict(zip(COLUMNS, values, strict=True))


def table(rows: list[dict]) -> str:
    """Lay rows out as text with aligned columns."""
    lines = [COLUMNS, *[[_text(row[column]) for column in COLUMNS] for row in rows]]
    widths = [max(len(line[index]) for line in lines) for index in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _text(value) -> str:
    if value is None:
        return ""
    return f"{value:.5g}" if isinstance(value, float) else str(value)


def markdown(rows: list[dict]) -> str:
    """Lay rows out as a Markdown page."""
    lines = [COLUMNS, ["---"] * len(COLUMNS), *[[_text(row[column]) for column in COLUMNS] for row in rows]]
    return HEADING + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def main() -> int:
    """Parse the command line, print the table, say by the exit code whether all is well."""
    parser = argparse.ArgumentParser(prog="python -m aemodels.evaluate", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="variants; all of them if none is named")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table as JSON too")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table as Markdown too")
    arguments = parser.parse_args()
    rows = []
    try:
        for name in tqdm(arguments.names or registry.names(), "Evaluating", leave=False):
            rows += evaluate(name)
    except AutoencoderError as error:
        print(error, file=sys.stderr)
        return 1
    print(table(rows))
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
    if arguments.markdown:
        arguments.markdown.write_text(markdown(rows))
    return 0 if all(row["verdict"] == "met" for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
