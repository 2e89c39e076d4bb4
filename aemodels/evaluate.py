"""Recompute every figure from checkpoints and real data: `python -m aemodels.evaluate [NAME…] [--json FILE]`.

Ends with 1 if a card or a gallery states anything else than weights, data and code give, if a target is missed, or if
something of a checkpoint is missing or damaged; all other models are evaluated nevertheless.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from aemodels import datasets, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.weights import load
from aemodels.errors import AutoencoderError, UnknownVariant
from aemodels.specs import Spec
from aemodels.verification import verify

DIFFERS = "differs: "
BETWEEN = "; "
COLUMNS = (
    *("name", "source", "code", "weights", "printed there", "printed for", "different here"),
    *("target", "PCA", "ours", "verdict"),
)
HEADING = """# Results

Measured on the test sets (10,000 images, 500 sentences, 200 points) with the weights in `checkpoints/`, by
`make evaluate`; never edited by hand. “PCA” is the same measure for as many principal components as the code has
numbers. “Printed for” says which edition, network, loss and epochs the source's figure belongs to, “different here”
in what the network or the loss measured here departs from it; the recipe is always our own. The page “Models” explains
every measure.

"""


def evaluate(name: str) -> list[dict]:
    """Recompute what the card and the gallery of a model state, and hold the figures against its targets.

    Args:
        name: Variant.

    Returns:
        A row for each target, with the keys of `COLUMNS`; a single one that says what is wrong where the model cannot
        be evaluated.

    Raises:
        UnknownVariant: There is no such variant.
    """
    spec = registry.variant(name).spec
    try:
        return _judge(name, spec)
    except AutoencoderError as error:
        return [_row(name, spec, verdict=str(error))]


def _judge(name: str, spec: Spec) -> list[dict]:
    card, model, data = cards.read(name), load(name), datasets.load(spec.data)
    figures, mismatches = verify(card, model, data)
    weights = sum(parameter.numel() for parameter in model.parameters())
    rows = []
    for target in spec.targets:
        verdict = "met" if target.met(figures) else "missed"
        if mismatches:
            verdict = DIFFERS + BETWEEN.join(mismatches)
        pca, ours = figures.get(f"pca_{target.measure}"), figures[target.measure]
        rows.append(_row(name, spec, verdict, weights, str(target), pca, ours))
    return rows


def _row(name: str, spec: Spec, verdict: str, weights=None, target="", pca=None, ours=None) -> dict:
    source = spec.source
    printed = (source.figure, source.whose, source.differs)
    values = (name, source.title, spec.code_size, weights, *printed, target, pca, ours, verdict)
    return dict(zip(COLUMNS, values, strict=True))


def table(rows: list[dict]) -> str:
    """Lay rows out as text with aligned columns; of many differences the verdict names the first."""
    lines = [COLUMNS, *[[_text(row[column]) for column in COLUMNS[:-1]] + [_brief(row["verdict"])] for row in rows]]
    widths = [max(len(line[index]) for line in lines) for index in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _brief(verdict: str) -> str:
    if not verdict.startswith(DIFFERS):
        return verdict
    first, *others = verdict.split(BETWEEN)
    return f"{first} and {len(others)} more" if others else first


def findings(rows: list[dict]) -> str:
    """List everything that differs, a line each, and what to do; empty if nothing does."""
    verdicts = {row["name"]: row["verdict"] for row in rows if row["verdict"].startswith(DIFFERS)}
    lines = [
        f"{name}: {mismatch}"
        for name, verdict in verdicts.items()
        for mismatch in verdict.removeprefix(DIFFERS).split(BETWEEN)
    ]
    remedy = (
        f"Run `python -m aemodels.train --cards {' '.join(verdicts)}` to write cards and galleries anew from the "
        "weights; a history comes only from training again."
    )
    return "\n".join([*lines, remedy]) if lines else ""


def _text(value) -> str:
    if value is None:
        return ""
    return f"{value:.5g}" if isinstance(value, float) else str(value)


def markdown(rows: list[dict]) -> str:
    """Lay rows out as a Markdown page."""
    lines = [COLUMNS, ["---"] * len(COLUMNS), *[[_text(row[column]) for column in COLUMNS] for row in rows]]
    return HEADING + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _writable(text: str) -> Path:
    """Return a path that can be written to, or end the command with a sentence; leaves no file that was not there."""
    path = Path(text)
    there = path.exists()
    try:
        path.open("a").close()
    except OSError as error:
        problem = f"{text} cannot be written ({error.strerror}). Name a file in a folder that exists and is yours."
        raise argparse.ArgumentTypeError(problem) from error
    if not there:
        path.unlink()
    return path


def main(words: Sequence[str] | None = None) -> int:
    """Parse the command line, print the table, say by the exit code whether all is well."""
    parser = argparse.ArgumentParser(prog="python -m aemodels.evaluate", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="variants; all of them if none is named")
    parser.add_argument("--json", type=_writable, metavar="FILE", help="write the table as JSON too")
    parser.add_argument("--markdown", type=_writable, metavar="FILE", help="write the table as Markdown too")
    arguments = parser.parse_args(words)
    names = list(dict.fromkeys(arguments.names or registry.names()))
    try:
        for name in names:
            registry.variant(name)
    except UnknownVariant as error:
        print(error, file=sys.stderr)
        return 1
    rows = [row for name in tqdm(names, "Evaluating", leave=False) for row in evaluate(name)]
    print(table(rows))
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if arguments.markdown:
        arguments.markdown.write_text(markdown(rows), encoding="utf-8")
    if differing := findings(rows):
        print(differing, file=sys.stderr)
    return 0 if all(row["verdict"] == "met" for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
