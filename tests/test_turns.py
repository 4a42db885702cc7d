"""Runs of pages take turns, and nobody waits long for one that has to wait itself."""

import threading
import time
from contextlib import contextmanager

import pytest

from pages.parts import frame, turns
from pages.parts.turns import Turns

FOREVER = 60.0  # seconds; no test waits that long
SOON = 10.0  # seconds that a busy machine may take for what waits for nothing
MOMENT = 0.3  # seconds in which nothing may happen


@contextmanager
def holding(queue):
    """Another thread that has its turn and keeps it, until let go."""
    begun, let_go = threading.Event(), threading.Event()

    def hold():
        with queue.taken():
            begun.set()
            let_go.wait(FOREVER)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert begun.wait(SOON)
        yield let_go
    finally:
        let_go.set()
        thread.join(FOREVER)


def take(queue):
    with queue.taken():
        pass


def waits_for(let_go, work, *given):
    """Whether work in another thread ends when a turn is let go, and not before."""
    thread = threading.Thread(target=work, args=given)
    thread.start()
    thread.join(MOMENT)
    waited = thread.is_alive()
    let_go.set()
    thread.join(FOREVER)
    return waited and not thread.is_alive()


def test_no_two_runs_go_on_at_once():
    queue, here, most = Turns(FOREVER), [], []

    def run():
        for _ in range(20):
            with queue.taken():
                here.append(1)
                most.append(len(here))
                time.sleep(0)  # an invitation to the others
                here.pop()

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(FOREVER)
    assert (len(most), max(most)) == (160, 1)


def test_the_next_one_waits_until_the_one_before_is_done():
    queue = Turns(FOREVER)
    with holding(queue) as let_go:
        assert waits_for(let_go, take, queue)


def test_who_takes_longer_than_a_lease_does_not_hold_up_the_next():
    queue = Turns(lease=0.01)
    with holding(queue):
        take(queue)


def test_after_a_lease_ran_out_the_next_ones_take_turns_again():
    queue = Turns(lease=0.01)
    with holding(queue) as slow:
        take(queue)
        queue.lease = FOREVER
        with holding(queue) as second:
            slow.set()  # the slow one leaves: that is not the turn of who holds the place now
            assert waits_for(second, take, queue)


def test_a_run_that_fails_leaves_its_place_to_the_next():
    queue = Turns(FOREVER)
    with pytest.raises(ZeroDivisionError), queue.taken():
        raise ZeroDivisionError
    take(queue)


class Told(Turns):
    """Says when a turn begins and ends."""

    def __init__(self, told):
        super().__init__(FOREVER)
        self.told = told

    @contextmanager
    def taken(self):
        with super().taken():
            self.told.append("begins")
            yield
            self.told.append("ends")


def test_a_page_is_drawn_within_its_turn(published, visit, monkeypatch):
    told, whole = [], frame.draw_whole
    monkeypatch.setattr(turns, "RUNS", Told(told))
    monkeypatch.setattr(frame, "draw_whole", lambda: (told.append("is drawn"), whole()))
    assert not visit().exception
    assert told == ["begins", "is drawn", "ends"]
