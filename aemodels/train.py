"""Train variants: `python -m aemodels.train NAME…`, or `--all` for every one that has no checkpoint yet.

Interrupt it whenever you like: the same command goes on from the last finished epoch, `--fresh` starts anew. Under
`torchrun` it runs on several processes. With `--all --shard 1/3` this is the first of three that share a disk and
divide the work. `--validate` is for choosing a recipe: it prints the figures on the validation images, publishes
nothing and leaves the test images alone. `--smoke` rehearses in seconds, in a folder of its own, on data that is
bundled or made up.
"""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from aemodels import datasets, folders, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card
from aemodels.errors import AutoencoderError
from aemodels.training import loop, processes, publish, resume, shards
from aemodels.training.variant import Plan, train, validate

STOPPED = 130
GOES_ON = "Stopped. The same command goes on from the last finished epoch."


def main() -> int:
    """Parse the command line and train."""
    arguments = _arguments()
    if arguments.smoke:
        os.environ["AEMODELS_CHECKPOINTS"] = str(folders.runs() / "smoke")
    plan = Plan(arguments.smoke, arguments.fresh, arguments.word_vectors)
    try:
        names = processes.from_first(lambda: _chosen(arguments))
        if arguments.cards:
            return _for_each(names, _described_anew)
        if arguments.validate:
            return _for_each(names, lambda name: validate(name, plan))
        if arguments.shard is not None:
            return _one_share(names, shards.read(arguments.shard), plan)
        if arguments.all and not arguments.smoke:
            return _with_one_bar(names, plan)
        return _for_each(names, lambda name: _report(train(name, plan)))
    except AutoencoderError as error:
        return _refused(error)
    except KeyboardInterrupt:
        _print([f"\n{GOES_ON}"], sys.stderr)
        return STOPPED
    finally:
        processes.state().destroy_process_group()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m aemodels.train", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="variants to train, published before or not")
    parser.add_argument("--all", action="store_true", help="every variant that has no checkpoint yet")
    parser.add_argument("--fresh", action="store_true", help="drop interrupted runs; with --all, train all anew")
    parser.add_argument("--validate", action="store_true", help="print validation figures, publish nothing")
    parser.add_argument("--smoke", action="store_true", help="rehearse in seconds, change no checkpoint")
    parser.add_argument("--word-vectors", type=Path, metavar="FILE", help="vectors in GloVe's text format")
    parser.add_argument("--shard", nargs="?", const="", metavar="I/N", help="with --all: this share first, of N")
    parser.add_argument("--cards", action="store_true", help="train nothing: write cards anew from the weights")
    arguments = parser.parse_args()
    if not (arguments.names or arguments.all or arguments.cards):
        parser.error("name a variant, or say --all")
    if arguments.shard is not None and (not arguments.all or arguments.names or arguments.fresh or arguments.validate):
        parser.error("--shard goes with --all, without names, --fresh and --validate: it trains what has no checkpoint")
    return arguments


def _chosen(arguments: argparse.Namespace) -> list[str]:
    """List the variants that a command line means, each once.

    Raises:
        UnknownVariant: One of the names is none.
    """
    for name in arguments.names:
        registry.variant(name)
    names = list(arguments.names)
    there = cards.trained()
    if arguments.cards and not names:
        names = there
    if arguments.all:
        names += [name for name in registry.names() if arguments.fresh or name not in there]
        if not names:
            _print([f"Every variant has a checkpoint in {folders.checkpoints()}. `--fresh` trains them anew."])
    return list(dict.fromkeys(names))


def _with_one_bar(names: list[str], plan: Plan) -> int:
    """Train many variants, the quick ones first, with one bar for all that knows how long each will take."""
    seconds = {name: loop.estimate_seconds(registry.build(name)) for name in names}
    seconds = processes.from_first(lambda: seconds)  # all processes must take the same order
    quiet = not processes.state().is_main_process
    with tqdm(total=round(sum(seconds.values())), desc="All models", unit="s", position=1, disable=quiet) as bar:

        def work(name: str) -> list[str]:
            epochs = sum(phase.epochs for phase in registry.build(name).phases()) or 1  # a closed form has none

            def advance(done: int) -> None:
                bar.update(done * seconds[name] / epochs)

            return _report(train(name, replace(plan, on_epochs=advance)))

        return _for_each(sorted(names, key=seconds.__getitem__), work)


def _one_share(names: list[str], shard: shards.Shard, plan: Plan) -> int:
    """Train a share of the variants and what the others leave of theirs."""
    codes: list[int] = []

    def work(name: str) -> None:
        codes.append(_for_each([name], lambda _: _report(train(name, plan))))

    shards.train_shared(names, shard, work)
    return max(codes, default=0)


def _described_anew(name: str) -> list[str]:
    with resume.alone(name):
        card = publish.describe_anew(name)
    return [f"{name}: {target.in_words(card.figures.test, 'test')}" for target in card.spec.targets]


def _report(card: Card | None) -> list[str]:
    """Say what became of a training, in sentences for each of its targets; nothing where there is no card."""
    if card is None:
        return []
    spec = registry.variant(card.name).spec
    if card.spec != spec:
        return [f"{card.name}: rehearsed on {datasets.TABLE[card.spec.data].title}; its figures say nothing."]
    lines = [target.in_words(card.figures.validation, "validation") for target in spec.targets]
    lines += [f"published; {target.in_words(card.figures.test, 'test')}, measured once" for target in spec.targets]
    return [f"{card.name}: {line}" for line in lines]


def _for_each(names: list[str], work: Callable[[str], list[str]]) -> int:
    """Do the work for one name after the other and print what it says; an error of one does not stop the others."""
    code = 0
    for name in names:
        try:
            lines = work(name)
        except AutoencoderError as error:
            code = _refused(error)
        else:
            _print(lines)
    return code


def _refused(error: AutoencoderError) -> int:
    _print([str(error)], sys.stderr)
    return 1


def _print(lines: list[str], file: TextIO | None = None) -> None:
    """Print lines above the progress bars, from the first process alone."""
    if processes.state().is_main_process:
        for line in lines:
            tqdm.write(line, file=file)


if __name__ == "__main__":
    sys.exit(main())
