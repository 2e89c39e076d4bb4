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
