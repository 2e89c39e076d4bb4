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


def test_slow_answers_do_not_keep_others_out_and_no_turn_is_lost():
    take = turns.Turns()
    with take.turn(), take.turn():  # all that there are
        with take.turn():
            pass
        with pytest.raises(ValueError, match="failed"), take.turn():
            raise ValueError("failed")
    for _ in range(2):
        with take.turn(), take.turn():
            pass
    assert not take._begun
    assert not take._queue


def test_first_come_first_served(monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 600)
    take, served = turns.Turns(1), []

    def answer(number: int) -> None:
        with take.turn():
            served.append(number)

    with ThreadPoolExecutor(8) as visitors, take.turn():
        for number in range(8):
            visitors.submit(answer, number)
            while len(take._queue) <= number:
                time.sleep(0.001)
    assert served == list(range(8))
