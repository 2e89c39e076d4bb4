"""Servers for tests and benchmarks: how they are started, waited for, shared by several processes, and stopped."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).parents[2]
AS_USERS_DO = ("make", "run", "PORT={port}")
START_SECONDS, STOP_SECONDS = 120, 30
_shared: list[subprocess.Popen] = []  # kept, for nobody waits for them


def streamlit(script: str | Path) -> tuple[str, ...]:
    """Return the words that start a script of Streamlit without make: for benchmarks, and pages made for a test."""
    return (
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.port", "{port}", "--server.headless", "true"),
    )


@contextmanager
def server(*command: str, base: str = "", **environment: str) -> Iterator[str]:
    """Run a server on a free port, all for oneself, and give its address.

    Args:
        *command: Words that start it; "{port}" stands for the port.
        base: Path below which the app answers, with a slash in front.
        **environment: Variables on top of the present ones.
    """
    process, address = _start(command, environment, base)
    try:
        yield address
    finally:
        _stop(process)


def shared(folder: Path, owner: int) -> str:
    """Return the address of the app's server that all processes of a test run share; the first that asks starts it.

    Args:
        folder: The run's own folder, where the address is noted.
        owner: The run's main process; when it ends, in whatever way, the server is ended too.
    """
    note = folder / "server"
    with FileLock(folder / "server.lock"):
        if not note.exists():
            process, address = _start((sys.executable, "-m", __name__, str(owner), *AS_USERS_DO), {})
            _shared.append(process)
            note.write_text(address)
        return note.read_text()


def _start(command: tuple[str, ...], environment: dict[str, str], base: str = "") -> tuple[subprocess.Popen, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(
            [word.format(port=port) for word in command],
            cwd=ROOT,
            env=os.environ | environment,
            start_new_session=True,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + START_SECONDS
        while not _answers(f"{address}{base}/_stcore/health"):
            if process.poll() is not None or time.monotonic() > deadline:
                _stop(process)
                printed.seek(0)
                raise RuntimeError(f"No server came up from “{' '.join(command)}”:\n{printed.read()[-3000:]}")
            time.sleep(0.05)
    return process, address


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5).close()
    except urllib.error.HTTPError as error:
        return error.code == 401  # it answers, and asks for a password
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
    return True


def _stop(process: subprocess.Popen) -> None:
    """End a server and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _guard(owner: int, command: list[str]) -> None:
    """Run a command until its owner is gone."""
    process = subprocess.Popen(command)
    with suppress(ProcessLookupError):
        while process.poll() is None:
            os.kill(owner, 0)  # only asks whether there is such a process
            time.sleep(0.5)
    os.killpg(0, signal.SIGTERM)


if __name__ == "__main__":
    _guard(int(sys.argv[1]), sys.argv[2:])
