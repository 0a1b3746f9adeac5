"""Mapping over tasks: one answer each, in order, whatever does the work."""

import os
import time
from collections.abc import Iterator

import pytest

from sitegen.engine import InProcess, chunk_for, open_executor, ordered
from sitegen.errors import SitegenError, UsageError


def square(number: int) -> int:
    return number * number


def slow_when_early(number: int) -> int:
    time.sleep(0.05 if number < 2 else 0)
    return number


def die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


def refuse(number: int) -> int:
    raise SitegenError("no", path=f"seeds/{number}.txt", line=2, hint="try another")


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    with open_executor(jobs) as executor:
        assert list(ordered(executor, slow_when_early, range(7), chunk=1, ahead=4)) == list(range(7))


@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_every_task_is_done_once_whatever_the_chunk(chunk: int) -> None:
    assert list(ordered(InProcess(), square, range(10), chunk=chunk, ahead=2)) == [n * n for n in range(10)]


def test_no_tasks_give_no_results() -> None:
    assert list(ordered(InProcess(), square, [], chunk=4, ahead=2)) == []


def test_tasks_are_taken_only_as_far_ahead_as_asked() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = ordered(InProcess(), square, tasks(), chunk=2, ahead=3)
    assert next(results) == 0
    assert len(taken) == 6


def test_an_error_of_the_work_keeps_its_place_and_hint_across_processes() -> None:
    with open_executor(2) as executor, pytest.raises(SitegenError) as caught:
        list(ordered(executor, refuse, [7], chunk=1, ahead=1))
    assert str(caught.value) == "seeds/7.txt:2: no (try another)"


def test_a_worker_that_dies_is_reported_in_words() -> None:
    with open_executor(2) as executor, pytest.raises(UsageError, match=r"--jobs 1"):
        list(ordered(executor, die, range(8), chunk=1, ahead=8))


def test_chunks_give_every_process_several_turns() -> None:
    assert chunk_for(0, 4) == 1
    assert chunk_for(160, 2) == 20
    assert chunk_for(100_000, 2) == 64
