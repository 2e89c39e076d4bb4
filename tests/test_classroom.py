"""Several visitors draw at once on a real server: no session breaks, no page shows an exception; times do not count."""

import pytest

from benchmarks import __main__ as benchmarks
from benchmarks import classroom
from tests.support import elsewhere
from tests.support.server import server, streamlit

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address():
    with server(*streamlit("app.py")) as address:
        yield address


SMAPS = """\
1000-2000 r-xp 00000000 00:01 7 /x/site-packages/nvidia/cu13/lib/libcublasLt.so.13
Rss: 1024 kB
Anonymous: 0 kB
2000-3000 rw-p 00000000 00:00 0
Rss: 2048 kB
Anonymous: 2048 kB
5000-6000 rw-p 00000000 00:00 0
Rss: 4096 kB
Anonymous: 4096 kB
"""


def test_a_librarys_variables_that_begin_as_zero_count_as_its_own():
    asked = {"resident": 7, "own": 6, "cuda": 3, "cuda_own": 2, "without_cuda": 4}
    assert classroom._by_mapping(SMAPS) == asked


@pytest.mark.parametrize(("page", "live"), [("reconstruct", 3), ("map_of_codes", 0)])
def test_a_small_class_draws_and_nothing_breaks(address, page, live):
    lesson = elsewhere.run(classroom.teach(address, page, pupils=6, seconds=3, live=live))
    assert not lesson.broken
    assert lesson.exceptions == 0
    assert len(lesson.seconds) >= 6 * (live + 1)


def test_a_session_that_cannot_draw_counts_as_broken(address):
    lesson = elsewhere.run(classroom.teach(address, "glossary", pupils=1, seconds=1, live=0))
    assert len(lesson.broken) == 1
    assert "no pad" in lesson.broken[0]


def test_every_aim_of_the_benchmark_names_a_number_that_it_gives(monkeypatch, address):
    monkeypatch.setattr(classroom, "teach", _quick)
    result: dict = {"exceptions": 0, "broken": 0}
    for how in classroom.MESSAGES:
        result[how] = {
            str(pupils): elsewhere.call(lambda pupils=pupils: classroom._on_all_pages(address, pupils, 0, result))
            for pupils in classroom.CLASSES
        }
    result["memory_mb"] = classroom.memory(address)
    verdicts = [aim.verdict(result) for aim in benchmarks.WITHOUT["classroom"][1]]
    assert not [verdict for verdict in verdicts if "not measured" in verdict]


async def _quick(*_) -> classroom.Lesson:
    return classroom.Lesson([0.05])
