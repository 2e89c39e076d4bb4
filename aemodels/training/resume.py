"""What is kept of an unfinished run, so that an interrupted training loses nothing."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from filelock import FileLock, Timeout

from aemodels import files, folders
from aemodels.errors import CannotWrite, UnfinishedRun
from aemodels.networks.autoencoder import Autoencoder
from aemodels.training import identity, processes

REMEDY = "Give `--fresh` to start anew, or delete it."


def state_file(name: str) -> Path:
    """Where the state of a variant's unfinished training is kept."""
    return folders.runs() / f"{name}.pt"


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Keep every other training of a variant into the same folder out, on this machine or another that shares it.

    Raises:
        UnfinishedRun: Another one is under way.
        CannotWrite: Nothing may be written there.
    """
    lock = FileLock(state_file(name).with_suffix(".lock"))
    processes.from_first(lambda: _acquire(lock, name))
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, name: str) -> None:
    """Take a lock without waiting."""
    if folders.checkpoints() == folders.PACKED:
        raise CannotWrite(
            "The trained weights inside the installed library stay as they are. "
            "Set AEMODELS_CHECKPOINTS to a folder for new ones."
        )
    try:
        Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout as error:
        where = folders.checkpoints()
        raise UnfinishedRun(f"“{name}” is being trained into {where} already. Wait for it, or stop it.") from error
    except OSError as error:
        raise CannotWrite(f"{lock.lock_file} cannot be written: {error.strerror}. Choose another folder.") from error


def save(path: Path, model: Autoencoder, state: dict[str, Any]) -> None:
    """Write a run's state; a crash while writing leaves the one before.

    Args:
        path: File.
        model: What is being trained; the state names what its result depends on.
        state: Tensors, numbers, lists and dicts.

    Raises:
        CannotWrite: The disk is full, or nothing may be written there.
    """
    content = io.BytesIO()
    torch.save({"identity": identity.of(model), "state": state}, content)
    files.write(path, content.getvalue())


def load(path: Path, model: Autoencoder) -> dict[str, Any] | None:
    """Read a run's state, with all tensors on the CPU; None where there is none.

    Raises:
        UnfinishedRun: It is damaged, or the recipe, the code or the word vectors have changed since.
    """
    if not path.exists():
        return None
    try:
        kept = torch.load(path, weights_only=True, map_location="cpu")
        before, state = kept["identity"], kept["state"]
    except Exception as error:  # a damaged file fails in any way that zip, pickle or torch can fail
        raise UnfinishedRun(f"The unfinished training in {path} is damaged. {REMEDY}") from error
    changed = [key for key, value in identity.of(model).items() if before.get(key) != value]
    if changed:
        what = " and ".join(changed)
        raise UnfinishedRun(f"The unfinished training in {path} began with another {what}. {REMEDY}")
    return state
