"""All variants divided among several machines that share a folder: each trains its share, then what others left."""

import os
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from aemodels import registry
from aemodels.checkpoints import cards
from aemodels.errors import AutoencoderError
from aemodels.training import claims, processes

LOOK_EVERY = 5.0  # seconds between two looks at what others still train
NOT_SAID = (
    "Say which share this is, such as `--shard 1/3`. `--shard` alone reads it from the task number of a SLURM array, "
    "or from JOB_COMPLETION_INDEX of a Kubernetes Job together with AEMODELS_SHARDS, the number of its pods."
)


class NoShard(AutoencoderError):
    """Which share is meant is not said, or there is no such share."""


class Shard(NamedTuple):
    """One of several shares.

    Attributes:
        index: From 0.
        count: How many there are.
    """

    index: int
    count: int


def read(text: str) -> Shard:
    """Read a share as it is written, "2/3"; where nothing is written, from what started this process.

    Raises:
        NoShard: There is no such share, or nothing says which one.
    """
    first, _, second = (text or _from_environment()).partition("/")
    if not (first.isdigit() and second.isdigit() and 1 <= int(first) <= int(second)):
        raise NoShard(f"“{text}” is no share. {NOT_SAID}" if text else NOT_SAID)
    return Shard(int(first) - 1, int(second))


def _from_environment() -> str:
    given = os.environ
    if "SLURM_ARRAY_TASK_ID" in given:
        step = int(given.get("SLURM_ARRAY_TASK_STEP", "1"))
        index = (int(given["SLURM_ARRAY_TASK_ID"]) - int(given.get("SLURM_ARRAY_TASK_MIN", "0"))) // step
        return f"{index + 1}/{given.get('SLURM_ARRAY_TASK_COUNT', '')}"
    if "JOB_COMPLETION_INDEX" in given:
        return f"{int(given['JOB_COMPLETION_INDEX']) + 1}/{given.get('AEMODELS_SHARDS', '')}"
    return ""


def train_shared(names: Sequence[str], shard: Shard, work: Callable[[str], None]) -> None:
    """Train what nobody else trains: this share first, then what is left of the others.

    It ends when every variant has a checkpoint or was tried here; so long it waits for those that others train, to take
    them over should their machines fail.

    Args:
        names: Variants without a checkpoint.
        shard: This one.
        work: Trains one; errors are its own business.
    """
    share = registry.names()[shard.index :: shard.count]
    waiting = sorted(names, key=lambda name: name not in share)
    while waiting:
        left = [name for name in waiting if not _done(name, work)]
        if left == waiting:
            time.sleep(LOOK_EVERY)
        waiting = left


def _done(name: str, work: Callable[[str], None]) -> bool:
    """Train a variant unless it is trained or somebody else trains it; say whether there is nothing left to do."""
    claim: claims.Claim | None = None

    def mine() -> bool | None:
        nonlocal claim
        if name not in cards.trained():
            claim = claims.take(name)
            if claim is None:
                return False
        return name not in cards.trained() or None  # looked at again: the one before may have finished just now

    verdict = processes.from_first(mine)
    try:
        if verdict:
            work(name)
    finally:
        if claim:
            claim.release()
    return verdict is not False
