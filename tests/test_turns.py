"""Answers take turns, and nobody waits for a slow one for ever."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from ui import turns


def test_as_many_as_there_are_turns_run_at_once_and_all_get_theirs():
    running, most = [], []

    def answer(number: int) -> int:
        with turns.turn():
            running.append(number)
            most.append(len(running))
            time.sleep(0.01)
            running.remove(number)
        return number

    with ThreadPoolExecutor(8) as visitors:
        assert sorted(visitors.map(answer, range(12))) == list(range(12))
    assert max(most) == turns.AT_ONCE


def test_slow_answers_do_not_keep_others_out():
    with turns.turn(), turns.turn():  # all that there are
        with turns.turn():
            pass
        with pytest.raises(ValueError, match="failed"), turns.turn():
            raise ValueError("failed")
    assert turns._free.acquire(blocking=False)
    assert turns._free.acquire(blocking=False), "a turn was lost"
    assert not turns._free.acquire(blocking=False), "a turn was given back twice"
    turns._free.release(turns.AT_ONCE)
