"""Who trains a variant, where several machines share a folder: a file for each claim, kept fresh while its owner lives.

Locks of the operating system do not hold on every shared disk; that of several who create one file only one succeeds
does. A claim whose owner has gone is never deleted by others, for between looking and deleting it could become somebody
else's: whoever takes over creates the next generation of it.
"""

import os
import re
import socket
import tempfile
import threading
from pathlib import Path

from aemodels import folders

BEAT = 20.0  # seconds between two signs of life
STALE = 180.0  # seconds without one after which an owner counts as gone; disks may tell of changes a minute late


class Claim:
    """A variant that this process trains, and nobody else."""

    def __init__(self, path: Path):
        self._path = path
        self._released = threading.Event()
        threading.Thread(target=self._beat, daemon=True).start()

    def release(self) -> None:
        """Let others have it; what owners before left goes, too."""
        self._released.set()
        name, _, generation = self._path.name.split(".")
        for number, path in _generations(name).items():
            if number <= int(generation):
                path.unlink(missing_ok=True)

    def _beat(self) -> None:
        while not self._released.wait(BEAT):
            try:
                os.utime(self._path)
            except OSError:  # the disk is away for a moment; the next sign of life may get through
                continue


def take(name: str) -> Claim | None:
    """Claim a variant, or take it over from an owner that has gone; None where somebody else trains it."""
    there = _generations(name)
    if any(_fresh(path) for path in there.values()):
        return None
    mine = folders.runs() / f"{name}.claim.{max(there, default=-1) + 1}"
    mine.parent.mkdir(parents=True, exist_ok=True)
    try:
        with mine.open("x") as file:
            file.write(f"{_here()} {os.getpid()}\n")
    except FileExistsError:
        return None
    if any(_fresh(path) for path in _generations(name).values() if path != mine):
        mine.unlink()  # somebody began at another generation at the same time; both look again later
        return None
    return Claim(mine)


def _generations(name: str) -> dict[int, Path]:
    paths = folders.runs().glob(f"{name}.claim.*")
    numbers = {path: re.fullmatch(r".*\.claim\.(\d+)", path.name) for path in paths}
    return {int(number[1]): path for path, number in numbers.items() if number}


def _fresh(path: Path) -> bool:
    """Say whether a claim's owner lives: by its process on this machine, by its last sign of life on another."""
    try:
        host, _, process = path.read_text().strip().rpartition(" ")
        age = _now() - path.stat().st_mtime
    except OSError:
        return False
    if host == _here() and process.isdigit() and not _runs(int(process)):
        return False
    return abs(age) < STALE  # an owner that lives would have told of a clock set back by now


def _here() -> str:
    """Name what gives processes their numbers: this machine, or the container on it."""
    numbering = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()} {numbering.readlink() if numbering.is_symlink() else ''}".strip()


def _now() -> float:
    """Return the time of the disk's own clock; that of another machine may differ."""
    with tempfile.NamedTemporaryFile(dir=folders.runs()) as file:
        return os.fstat(file.fileno()).st_mtime


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)  # only asks whether there is such a process
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
