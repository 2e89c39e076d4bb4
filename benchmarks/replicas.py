"""Many students at several replicas behind HAProxy: how long answers take, and how long a dead replica's visitors wait.

Each session draws a digit now and then and reads the whole answer; all run on the machine that serves them.
"""

import os
import signal
import tempfile
import time
from pathlib import Path

from tests.support.crowd import Crowd, crowd
from tests.support.fleet import Served, served, until

CLASS = {"replicas": 2, "sessions": 200, "pause": 20.0, "seconds": 60.0}
DEATH = {"replicas": 3, "sessions": 60, "pause": 10.0, "seconds": 20.0}


def measure() -> dict:
    """Give, of a large class, latencies in milliseconds and errors; of a death, the seconds until the last is back."""
    return {"class": _with(CLASS, lambda _fleet, _students: None), "death": _with(DEATH, _kill_one)}


def _with(size: dict, happens) -> dict:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), size["replicas"]) as fleet:
        began = time.perf_counter()
        with crowd(fleet.address, size["sessions"]) as students:
            opened = time.perf_counter() - began
            students.all(*(session.draw() for session in students.sessions[: size["replicas"]]))  # imports, once
            students.start_drawing(size["pause"])
            time.sleep(size["seconds"])
            happened = happens(fleet, students) or {}
            students.rest()
            return size | _figures(students) | {"opened_s": opened} | happened


def _figures(students: Crowd) -> dict:
    times = sorted(seconds for session in students.sessions for seconds in session.seconds)
    return {
        "answers": len(times),
        "p50_ms": 1000 * times[len(times) // 2],
        "p95_ms": 1000 * times[int(0.95 * len(times))],
        "errors": sum(len(session.errors) for session in students.sessions),
    }


def _kill_one(fleet: Served, students: Crowd) -> dict:
    name, process = next(iter(fleet.replicas().items()))
    hit = [session for session in students.sessions if session.cookies["replica"] == name]
    os.kill(process, signal.SIGKILL)
    until(lambda: all(session.absences for session in hit), "all sessions of the dead replica are back")
    others = [session for session in students.sessions if session not in hit]
    return {
        "hit": len(hit),
        "back_s": max(absence for session in hit for absence in session.absences),
        "others_thrown_out": sum(len(session.absences) for session in others),
    }
