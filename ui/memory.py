"""Memory that the process no longer needs, given back to the system; on Linux with glibc, elsewhere nothing happens.

Each thread of an answer would get a heap of its own that keeps what it once held: so there are few heaps, and they are
trimmed.
"""

import ctypes
import sys

ARENA_MAX, HEAPS = -8, 2  # of mallopt


def few_heaps() -> None:
    """Let all threads share a few heaps; call it before there are many threads."""
    if libc := _glibc():
        libc.mallopt(ARENA_MAX, HEAPS)


def trim() -> None:
    """Return the free parts of heaps."""
    if libc := _glibc():
        libc.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    libc = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    return libc if libc and hasattr(libc, "malloc_trim") else None
