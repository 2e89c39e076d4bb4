"""Replicas behind HAProxy as `make serve` starts them, and their processes."""

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.haproxy import haproxy
from tests.support.server import server

SECONDS = 600  # in which three replicas become warm one after the other on a busy machine
PORT = re.compile(r"--server\.port\0(\d+)\0")
HAPROXY = re.compile(r"[^\0]*haproxy\0")


class Served:
    """What `python -m serve` runs.

    Attributes:
        address: Of the proxy.
        process: Number of the process that watches the others.
    """

    def __init__(self, address: str, folder: Path):
        self.address = address
        self.process = int((folder / f"{address.rpartition(':')[2]}.pid").read_text())

    def replicas(self) -> dict[str, int]:
        """Return the numbers of the replicas' processes by name; all of them must run."""
        ports = {child: PORT.search(command) for child, command in self._commands().items()}
        processes = {int(port[1]): child for child, port in ports.items() if port}
        return {f"replica{number}": processes[port] for number, port in enumerate(sorted(processes), 1)}

    def haproxy(self) -> int | None:
        """Return the number of HAProxy's process; None between one that died and the next."""
        return next((child for child, command in self._commands().items() if HAPROXY.match(command)), None)

    def _commands(self) -> dict[int, str]:
        """Return the command lines of the processes that it started; none of one that has ended."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        commands = {}
        for child in children:
            with suppress(FileNotFoundError, ProcessLookupError):
                commands[int(child)] = Path(f"/proc/{child}/cmdline").read_text()
        return commands


@contextmanager
def served(folder: Path, count: int, *options: str) -> Iterator[Served]:
    """Serve by several replicas on a free port, and wait until all are warm.

    Args:
        folder: For the secret, the number of the process, and what is printed.
        count: Of the replicas.
        *options: More of the command.
    """
    haproxy()
    command = (sys.executable, "-m", "serve", "--port", "{port}", "--folder", str(folder), "--replicas", str(count))
    log = folder / "log"
    with server(*command, "--log", str(log), *options) as address:
        until(lambda: ready(log) >= count, "all replicas are ready")
        yield Served(address, folder)


def ready(log: Path) -> int:
    """Count how often a replica has become ready."""
    return log.read_text().count(" is ready ") if log.exists() else 0


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"After {SECONDS} seconds still not: {what}.")
        time.sleep(0.1)
