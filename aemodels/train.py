"""Train variants: `python -m aemodels.train NAME…`, or `--all` for every one that has no checkpoint yet.

Interrupt it whenever you like: the same command goes on from the last finished epoch. Under `torchrun` it runs on
several processes. `--smoke` rehearses it in seconds on data that is bundled or made up, and changes no checkpoint.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import torch
from accelerate import PartialState
from tqdm import tqdm

from aemodels import datasets, folders, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card
from aemodels.datasets import Data
from aemodels.datasets.reuters import Corpus
from aemodels.errors import AutoencoderError
from aemodels.metrics.model import units
from aemodels.sentences import word_vectors
from aemodels.sentences.network import SentenceAutoencoder
from aemodels.training import loop, publish

SMOKE_EPOCHS = 2


def train(
    name: str,
    smoke: bool = False,
    vectors: Path | None = None,
    on_epochs: Callable[[int], None] = lambda _: None,
) -> Card | None:
    """Train a variant, or finish its interrupted run, and write weights, card and gallery.

    Args:
        name: Variant.
        smoke: Whether to rehearse on data that needs no download.
        vectors: File in GloVe's text format, for a variant that reads sentences; None to learn them.
        on_epochs: Told how many epochs more are done.

    Returns:
        The card; None from a process that is not the first.

    Raises:
        UnknownVariant: There is no such variant.
        MissingData: The data set is not in the data folder and cannot be downloaded, or there are no such vectors.
    """
    variant = registry.variant(name)
    spec = variant.spec
    if smoke:
        epochs = min(SMOKE_EPOCHS, spec.recipe.epochs)
        spec = replace(spec, data=datasets.TABLE[spec.data].rehearsal, recipe=replace(spec.recipe, epochs=epochs))
    data = load_or_download(spec.data)
    torch.manual_seed(spec.recipe.seed)
    model = variant.network(spec)
    units(model)  # a measure without words is to fail now, not after the training
    state_file = folders.RUNS / ("smoke" if smoke else "") / f"{name}.pt"
    if vectors and isinstance(model, SentenceAutoencoder) and isinstance(data, Corpus):
        model.given_vectors = word_vectors.read(vectors, data.words)
    history = loop.fit(model, data.train.tensor(), data.validation.tensor(), state_file, on_epochs)
    if not PartialState().is_main_process:
        return None
    card = publish.publish(name, model, data, history)
    state_file.unlink(missing_ok=True)
    return card


def load_or_download(name: str) -> Data:
    """Read a data set, downloading it first where it is missing; errors as in `datasets.download`."""
    if not datasets.available(name):
        with PartialState().main_process_first():
            datasets.download(name)
    return datasets.load(name)


def main() -> int:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m aemodels.train", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="variants to train anew")
    parser.add_argument("--all", action="store_true", help="every variant that has no checkpoint yet")
    parser.add_argument("--smoke", action="store_true", help="rehearse in seconds, change no checkpoint")
    parser.add_argument("--word-vectors", type=Path, metavar="FILE", help="vectors in GloVe's text format")
    parser.add_argument("--cards", action="store_true", help="train nothing: write cards anew from the weights")
    arguments = parser.parse_args()
    if arguments.smoke:
        shutil.rmtree(folders.RUNS / "smoke", ignore_errors=True)
        os.environ["AEMODELS_CHECKPOINTS"] = str(folders.RUNS / "smoke")
    if not (arguments.names or arguments.all or arguments.cards):
        parser.error("name a variant, or say --all")
    if arguments.cards:
        return _for_each(arguments.names or cards.trained(), publish.describe_anew)
    missing = [name for name in registry.names() if name not in cards.trained()]
    if arguments.all:
        return _train_all([*arguments.names, *(name for name in missing if name not in arguments.names)])
    return _for_each(arguments.names, lambda name: train(name, arguments.smoke, arguments.word_vectors))


def _train_all(names: list[str]) -> int:
    """Train many variants, the quick ones first, with one bar for all that knows how long each will take."""
    seconds = {name: loop.estimate_seconds(registry.build(name)) for name in names}
    with tqdm(total=round(sum(seconds.values())), desc="All models", unit="s", position=1) as bar:

        def work(name: str) -> Card | None:
            epochs = sum(phase.epochs for phase in registry.build(name).phases()) or 1  # a closed form has none

            def advance(done: int) -> None:
                bar.update(done * seconds[name] / epochs)

            return train(name, on_epochs=advance)

        return _for_each(sorted(names, key=seconds.__getitem__), work)


def _for_each(names: list[str], work: Callable[[str], Card | None]) -> int:
    """Do the work for one name after the other; errors and interruptions end it with a sentence."""
    try:
        for name in names:
            card = work(name)
            for target in card.targets if card else ():
                tqdm.write(f"{name}: {target.bar} {'met' if target.met else 'MISSED'}")
    except AutoencoderError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from the last finished epoch.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
