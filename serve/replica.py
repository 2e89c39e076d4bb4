"""One replica: a `streamlit run` on a port of its own that only this machine can reach."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS_TO_STOP = 10
SECONDS_TO_ANSWER = 2
PAUSE = 5  # seconds at least between two starts, so that what cannot start does not burn the processor


class Replica:
    """A process that is started, asked whether it is ready, and stopped.

    Attributes:
        name: Of the replica, as HAProxy knows it.
        port: Of its own.
        admitted: Whether visitors are sent to it.
    """

    def __init__(self, name: str, port: int, secret: str):
        self.name, self.port, self.admitted = name, port, False
        self._environment = os.environ | {"STREAMLIT_SERVER_COOKIE_SECRET": secret}
        self._process: subprocess.Popen | None = None
        self._started = -PAUSE

    def start(self) -> bool:
        """Start the process, and say whether it was time to: the last start must be a while ago."""
        if time.monotonic() - self._started < PAUSE:
            return False
        self._started = time.monotonic()
        options = {"port": self.port, "address": "127.0.0.1", "headless": "true"}
        words = [word for key, value in options.items() for word in (f"--server.{key}", str(value))]
        command = [sys.executable, "-m", "streamlit", "run", "app.py", *words, "--logger.hideWelcomeMessage", "true"]
        self._process = subprocess.Popen(ending_with_us(command), cwd=ROOT, env=self._environment, process_group=0)
        return True

    def runs(self) -> bool:
        """Say whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def is_ready(self) -> bool:
        """Ask it whether its models are warm."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_TO_ANSWER)
        try:
            connection.request("GET", "/ready")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def seconds(self) -> float:
        """Return how long ago it was started."""
        return time.monotonic() - self._started

    def ask_to_stop(self) -> None:
        """Send the process the signal to end, if it runs."""
        if self._process and self.runs():
            self._process.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """End the process, by force if it does not by itself; it may be started at once again."""
        self.ask_to_stop()
        finish(self._process)
        self._started = -PAUSE


def finish(process: subprocess.Popen | None) -> None:
    """Wait for a process that was asked to stop, and end it by force after a while."""
    if process is None:
        return
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def ending_with_us(command: list[str]) -> list[str]:
    """Return a command that ends when this process does, even when it is killed; only Linux can do that."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", *command] if setpriv else command


def free_ports(count: int, after: int) -> list[int]:
    """Return the next ports above another that nobody uses on this machine."""
    ports: list[int] = []
    for port in range(after + 1, 65536):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if trial.connect_ex(("127.0.0.1", port)) != 0:
                ports.append(port)
        if len(ports) == count:
            break
    return ports
