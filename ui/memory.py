"""Memory that the process no longer needs, given back to the system; on Linux with glibc, elsewhere nothing happens.

Each thread of an answer would get a heap of its own that keeps what it once held: so there are few heaps, and they are
trimmed. Libraries touch far more of their own files while they are loaded than ever after, CUDA's above all: what is
only read comes back from the file when somebody reads it.
"""

import ctypes
import sys
from mmap import PAGESIZE
from pathlib import Path

ARENA_MAX, HEAPS = -8, 2  # of mallopt
DONT_NEED = 4  # of madvise
LOADED, WRITABLE = 1, 2  # of a segment: its type, its flag
MAPS = Path("/proc/self/smaps")


class Segment(ctypes.Structure):
    """A part of a library's file: Elf64_Phdr of `elf.h`."""

    _fields_ = (
        *(("type", ctypes.c_uint32), ("flags", ctypes.c_uint32), ("offset", ctypes.c_uint64)),
        *(("address", ctypes.c_uint64), ("physical", ctypes.c_uint64)),
        *(("in_file", ctypes.c_uint64), ("size", ctypes.c_uint64), ("align", ctypes.c_uint64)),
    )


class Library(ctypes.Structure):
    """A library that is loaded: the beginning of dl_phdr_info of `link.h`."""

    _fields_ = (
        *(("base", ctypes.c_uint64), ("name", ctypes.c_char_p)),
        *(("segments", ctypes.POINTER(Segment)), ("count", ctypes.c_uint16)),
    )


def few_heaps() -> None:
    """Let all threads share a few heaps; call it before there are many threads."""
    if libc := _glibc():
        libc.mallopt(ARENA_MAX, HEAPS)


def trim() -> None:
    """Return the free parts of heaps."""
    if libc := _glibc():
        libc.malloc_trim(0)


def forget_libraries() -> None:
    """Return pages of libraries that were only read."""
    libc = _glibc()
    if not libc:
        return
    unchanged = _unchanged(MAPS.read_text())
    for start in _constant(libc) & unchanged.keys():
        libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(unchanged[start] - start), DONT_NEED)


def _glibc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux") or sys.maxsize < 2**32:
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") and MAPS.exists() else None


def _constant(libc: ctypes.CDLL) -> set[int]:
    """Return where the parts of libraries begin that are mapped for good and can never be written."""
    starts: set[int] = set()

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Library), ctypes.c_size_t, ctypes.c_void_p)
    def note(found, _size: int, _data: int) -> int:
        library = found.contents
        for segment in library.segments[: library.count]:
            if segment.type == LOADED and not segment.flags & WRITABLE:
                start = library.base + segment.address
                starts.add(start - start % PAGESIZE)
        return 0

    libc.dl_iterate_phdr(note, None)
    return starts


def _unchanged(maps: str) -> dict[int, int]:
    """Find mapped parts of libraries that hold nothing but what is in the file.

    Args:
        maps: As the system tells of a process in `smaps`.

    Returns:
        Where each ends, by where it begins.
    """
    parts, part = {}, ""
    for line in maps.splitlines():
        words = line.split()
        if not words[0].endswith(":"):
            part = words[0] if len(words) > 5 and ".so" in words[5].rpartition("/")[2] else ""
        elif part and words[0] == "Anonymous:" and words[1] == "0":
            start, end = (int(address, 16) for address in part.split("-"))
            parts[start] = end
    return parts
