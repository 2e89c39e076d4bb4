"""Files that appear whole or not at all, one alone or several together."""

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aemodels.errors import CannotWrite

STOPPING = (signal.SIGINT, signal.SIGTERM)


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there: a crash, a full disk or Ctrl-C leaves the one before.

    Args:
        path: Where it is to be; missing folders are made.
        content: All of it.

    Raises:
        CannotWrite: The disk is full, or nothing may be written there; no half file is left.
    """
    beside = path.with_name(f"{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        os.replace(beside, path)
    except OSError as error:
        raise CannotWrite(_sentence(path, error)) from error
    finally:
        _remove(beside)


@contextmanager
def appearing_together(folder: Path, beside: Path) -> Iterator[Path]:
    """Collect files beside a folder and move them into it together, once all are written.

    Args:
        folder: Where they are to appear; files of the same names there are replaced.
        beside: Empty folder of the same file system to write them into; made here, gone afterwards.

    Yields:
        The folder to write into. If the block ends by an error or Ctrl-C, nothing is moved.

    Raises:
        CannotWrite: Nothing may be written there.
    """
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(_sentence(beside, error)) from error
    try:
        yield beside
        with _not_stopped():
            for path in sorted(beside.iterdir()):
                os.replace(path, folder / path.name)
    except OSError as error:
        raise CannotWrite(_sentence(folder, error)) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _not_stopped() -> Iterator[None]:
    """Let Ctrl-C and a request to end wait until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = {number: signal.signal(number, lambda received, _: waiting.append(received)) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in waiting:
            signal.raise_signal(number)


def _sentence(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{path} cannot be written: {reason}. Make room or choose another folder, then run the same command again."


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # the folder itself cannot be reached; that has been said already
        return
