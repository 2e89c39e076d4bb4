"""What the server does beside its answers: garbage goes, and what lives for ever is looked at once."""

import gc
import importlib
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
import streamlit as st

from ui import warm

ROOT = Path(__file__).parents[1]


class Loop:
    """Something that only a collection takes away."""

    def __init__(self):
        self.me = self


@pytest.fixture
def unfrozen():
    """Leaves nothing frozen behind."""
    yield
    gc.unfreeze()


def test_garbage_in_circles_goes(unfrozen):
    loop = weakref.ref(Loop())
    warm.tidy(len(sys.modules))
    assert loop() is None


def test_it_freezes_again_once_something_was_imported(unfrozen, tmp_path, monkeypatch):
    frozen = warm.tidy(0)
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
    assert warm.tidy(frozen) == frozen
    assert gc.get_freeze_count() == 0, "it froze though nothing was imported"
    (tmp_path / "imported_late.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("imported_late")
    assert warm.tidy(frozen) == frozen + 1
    assert gc.get_freeze_count() > 0
    del sys.modules["imported_late"]


def test_streamlit_itself_collects_nothing_after_a_run():
    assert st.get_option("runner.postScriptGC") is False


def test_answers_compute_on_one_core():
    environment = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    program = "import ui, threading, torch; answer = lambda: print('threads', torch.get_num_threads()); "
    program += "thread = threading.Thread(target=answer); thread.start(); thread.join()"
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, cwd=ROOT)
    assert "threads 1\n" in run.stdout, run.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells of memory like this")
def test_memory_that_was_only_needed_while_loading_is_given_back():
    program = (
        "from ui import memory\n"
        "resident = lambda: int(next(line for line in open('/proc/self/smaps_rollup') if 'Rss' in line).split()[1])\n"
        "pieces = [bytes(4000) for _ in range(20_000)]; last = pieces.pop(); del pieces\n"
        "before = resident(); memory.few_heaps(); memory.trim(); print(before - resident(), len(last))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout.split()[0]) > 20_000  # KiB
