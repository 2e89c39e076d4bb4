"""One download for all sessions: in a process of its own, watched by whoever looks, in other servers' processes too."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Lock

import aemodels
from aemodels import datasets, folders

PATIENCE = 60.0
"""Seconds in which not a byte arrives, after which a download is given up."""
TO_END = 10.0
"""Seconds that it has to tidy up, once it is told to."""
ROOT = Path(aemodels.__file__).parent.parent


class DownloadJob:
    """The download of a data set, begun here or by another process that shares the data folder.

    Attributes:
        name: Of the data set.
        failed: Sentence that says why the last one that was begun here failed; empty while it runs or has succeeded.
    """

    def __init__(self, name: str):
        self.name = name
        self.failed = ""
        self._process: subprocess.Popen | None = None
        self._share, self._since = 0.0, 0.0
        self._lock = Lock()

    def begin(self) -> None:
        """Start it, unless it runs; torchvision, which does it, stays out of the server's memory."""
        with self._lock:
            if self._process is not None:
                return
            self.failed, self._share, self._since = "", 0.0, time.monotonic()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "aemodels.datasets", self.name],
                cwd=ROOT,
                env=os.environ | {"AEMODELS_DATA": str(folders.data().resolve())},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )

    def progress(self) -> float | None:
        """Return the share that has arrived, 0 to 1; None if no download is under way, or no longer."""
        share = datasets.download_progress(self.name)
        with self._lock:
            if self._process is None:
                return share
            if self._process.poll() is not None:
                self._end()
                return None
            if share is not None and share > self._share:
                self._share, self._since = share, time.monotonic()
            if self._share < 1 and time.monotonic() - self._since > PATIENCE:
                self._process.send_signal(signal.SIGINT)
                self._end(f"Nothing has arrived for {PATIENCE:.0f} seconds. Check the server's network and try again.")
                return None
            return self._share

    def _end(self, reason: str = "") -> None:
        assert self._process
        process, self._process = self._process, None
        try:
            _, said = process.communicate(timeout=TO_END)  # torchvision's own progress stands in front of the last line
        except subprocess.TimeoutExpired:  # it does not listen
            process.kill()
            _, said = process.communicate()
        if process.returncode:
            lines = said.strip().splitlines() or [f"The download ended with {process.returncode}. Try again."]
            self.failed = reason or lines[-1]
