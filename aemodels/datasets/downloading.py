"""Data sets of pictures on their way into the data folder: fetched by one process at a time, watched by any."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from aemodels import folders
from aemodels.datasets.pictures import remedy
from aemodels.datasets.table import TABLE
from aemodels.errors import MissingData


def download(name: str) -> None:
    """Fetch a data set of pictures into the data folder, unless it is there; what fails leaves nothing behind.

    Waits where another process fetches it already.

    Raises:
        MissingData: It cannot be fetched, or nothing may be written there.
    """
    entry, folder = TABLE[name], folders.data()
    if _complete(name):
        print(f"{entry.title} is in {folder} already.")
        return
    print(f"{entry.title} → {folder}", flush=True)
    try:
        with _alone(name):
            if not _complete(name):
                _fetch(name)
    except (OSError, RuntimeError) as error:
        raise MissingData(f"{entry.title} could not be downloaded ({_reason(error)}). {remedy(name)}") from error


def _reason(error: Exception) -> str:
    """Return what torchvision says of the last mirror that it tried, without the names of Python's own errors."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    return re.sub(r"^<urlopen error (?:\[Errno -?\d+\] )?(.*)>$", r"\1", lines[-1]) if lines else repr(error)


def download_progress(name: str) -> float | None:
    """Return the share of a data set that a download, by whichever process, has fetched so far; None if there is none.

    Its files count as they arrive, compressed; then they are unpacked, and the share stays 1.
    """
    from filelock import FileLock, Timeout

    if not _beside(name).is_dir():
        return None
    try:
        with FileLock(_lock(name)).acquire(blocking=False):
            _lock(name).unlink(missing_ok=True)  # whoever waits for it notices, and makes another
            return None  # it has just ended, or the folder was left by a process that died
    except Timeout:
        arrived = [path.stat().st_size for path in _present(_beside(name))]
    except OSError:
        return None
    return min(1.0, sum(arrived) / TABLE[name].download_bytes)


def _present(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [path for path in folder.rglob("*.gz") if path.exists()]
    return []


def _beside(name: str) -> Path:
    return folders.data() / f".{name}.download"


def _lock(name: str) -> Path:
    return folders.data() / f".{name}.lock"


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Hold a data set's lock; a data folder that was made for it goes again if nothing has come into it."""
    from filelock import FileLock

    folder = folders.data()
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(_lock(name)):
            try:
                yield
            finally:
                shutil.rmtree(_beside(name), ignore_errors=True)
                _lock(name).unlink(missing_ok=True)
    finally:
        if made:
            with suppress(OSError):
                folder.rmdir()


def _fetch(name: str) -> None:
    """Let torchvision fetch and unpack a data set beside its place, then move its files there."""
    from torchvision import datasets

    shutil.rmtree(_beside(name), ignore_errors=True)
    _beside(name).mkdir()
    getattr(datasets, TABLE[name].torchvision)(_beside(name), download=True)
    for path in sorted(_beside(name).rglob("*-ubyte"), reverse=True):  # what `available` looks for comes last
        place = folders.data() / path.relative_to(_beside(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)


def _complete(name: str) -> bool:
    from torchvision import datasets

    try:
        getattr(datasets, TABLE[name].torchvision)(str(folders.data()), download=False)
    except RuntimeError:
        return False
    return True
