"""Hold a repetition of the training against the shipped models: `python -m aemodels.experiments.reproduction FOLDER`.

FOLDER has the checkpoints of the repetition, as `AEMODELS_CHECKPOINTS=FOLDER make train` makes them. For the variants
named by `--seeds-of` it also trains five networks that differ in nothing but the seed, so that a difference can be read
in units of their spread. The table goes to `docs/reproduction.md`.
"""

import argparse
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import torch
from tqdm import tqdm

from aemodels import datasets, folders, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card
from aemodels.errors import AutoencoderError
from aemodels.files import write
from aemodels.metrics.model import measure
from aemodels.training import loop

SEEDS = (1, 2, 3, 4, 5)
REPORT = folders.ROOT / "docs" / "reproduction.md"
COLUMNS = ("model", "target", "shipped", "repeated", "difference", "in seeds' deviations", "verdict", "seconds")
HEADING = """# Reproduction

Training repeated from nothing, into a folder of its own: test figures of the shipped and of the repeated
models. A seed's deviation is that of five networks trained with the seeds 1 to 5, for the variants that have one here.
Written by `python -m aemodels.experiments.reproduction`; never edited by hand.

"""


def spread(name: str) -> dict[str, float]:
    """Train a variant with five seeds and return the deviation of each figure that a target names, on the test set."""
    variant = registry.variant(name)
    data = datasets.load(variant.spec.data)
    figures = []
    for seed in tqdm(SEEDS, f"Seeds of {name}"):
        spec = replace(variant.spec, recipe=replace(variant.spec.recipe, seed=seed))
        torch.manual_seed(seed)
        model = variant.network(spec)
        with tempfile.TemporaryDirectory() as folder:
            loop.fit(model, data.train.tensor(), data.validation.tensor(), Path(folder) / "state.pt")
        figures.append(measure(model, data, data.test))
    return {
        target.measure: statistics.stdev(entry[target.measure] for entry in figures) for target in variant.spec.targets
    }


def rows(shipped: Card, repeated: Card, deviations: dict[str, float]) -> list[dict[str, str]]:
    """Lay out what two trainings of a variant reached.

    Args:
        shipped: Card of the one.
        repeated: Card of the other.
        deviations: Of seeds, by measure; empty where none were tried.

    Returns:
        A row for each target, with the keys of `COLUMNS`.
    """
    laid_out = []
    for target in shipped.spec.targets:
        before, after = (card.figures.test[target.measure] for card in (shipped, repeated))
        deviation = deviations.get(target.measure)
        values = (
            shipped.name,
            str(target),
            f"{before:.5g}",
            f"{after:.5g}",
            f"{(after - before) / before:+.2%}" if before else f"{after - before:+.3g}",
            f"{(after - before) / deviation:+.1f}" if deviation else "",
            "met" if target.met(repeated.figures.test) else "MISSED",
            f"{repeated.seconds:.0f}",
        )
        laid_out.append(dict(zip(COLUMNS, values, strict=True)))
    return laid_out


def report(table: list[dict[str, str]], repeated: list[Card]) -> str:
    """Write the page: the table, what is missing from it, and what it was computed with."""
    lines = [COLUMNS, ["---"] * len(COLUMNS), *[[row[column] for column in COLUMNS] for row in table]]
    left = [name for name in registry.names() if name not in {card.name for card in repeated}]
    machines = {f"{card.provenance.device}, {card.provenance.threads} threads" for card in repeated}
    total = sum(card.seconds for card in repeated)
    text = HEADING + "\n".join(f"| {' | '.join(line)} |" for line in lines)
    text += f"\n\n{len(repeated)} models in {total / 3600:.1f} hours of training on {' and '.join(sorted(machines))}.\n"
    return text + (f"\nNot repeated: {', '.join(f'`{name}`' for name in left)}.\n" if left else "")


def main() -> int:
    """Parse the command line, compare, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m aemodels.experiments.reproduction", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="checkpoints of the repetition")
    parser.add_argument("--seeds-of", nargs="*", default=[], metavar="NAME", help="variants to train with five seeds")
    parser.add_argument("--markdown", type=Path, default=REPORT, metavar="FILE", help=f"default: {REPORT}")
    arguments = parser.parse_args()
    try:
        deviations = {name: spread(name) for name in arguments.seeds_of}
        repeated = [cards.from_file(path) for path in sorted(arguments.folder.glob("*.json"))]
        table = [row for card in repeated for row in rows(cards.read(card.name), card, deviations.get(card.name, {}))]
        write(arguments.markdown, report(table, repeated).encode())
    except AutoencoderError as error:
        print(error, file=sys.stderr)
        return 1
    print(report(table, repeated))
    return 0 if repeated and all(row["verdict"] == "met" for row in table) else 1


if __name__ == "__main__":
    sys.exit(main())
