"""Answers take turns: Python runs one thread at a time, and pages that run side by side mostly hold each other up.

Two at once, for numpy and torch let others run while they compute. Nobody waits long: a page that takes its time, such
as a training that one watches, does not keep the others out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

AT_ONCE = 2
PATIENCE = 0.2
"""Seconds after which an answer begins though it is not its turn."""
_free = Semaphore(AT_ONCE)


@contextmanager
def turn() -> Iterator[None]:
    """Wait until it is an answer's turn, and let the next one in when it is done."""
    called = _free.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        if called:
            _free.release()
