"""Runs of pages take turns, and nobody waits long for one that has to wait itself."""

import threading
import time
from contextlib import contextmanager

import pytest

from pages.parts.turns import Turns

FOREVER = 60.0  # seconds; no test waits that long


@contextmanager
def holding(turns):
    """Another thread that has its turn and keeps it, until let go."""
    begun, let_go = threading.Event(), threading.Event()

    def hold():
        with turns.taken():
            begun.set()
            let_go.wait(FOREVER)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert begun.wait(FOREVER)
        yield let_go
    finally:
        let_go.set()
        thread.join(FOREVER)


def wait(turns, done):
    """Another thread that wants its turn, and says so when it had it."""

    def take():
        with turns.taken():
            done.set()

    thread = threading.Thread(target=take)
    thread.start()
    return thread


def test_no_two_runs_go_on_at_once():
    turns, here, most = Turns(FOREVER), [], []

    def run():
        for _ in range(20):
            with turns.taken():
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
    turns, done = Turns(FOREVER), threading.Event()
    with holding(turns) as let_go:
        thread = wait(turns, done)
        assert not done.wait(0.1)
        let_go.set()
        assert done.wait(FOREVER)
    thread.join(FOREVER)


def test_who_takes_longer_than_a_lease_does_not_hold_up_the_next():
    turns = Turns(lease=0.01)
    with holding(turns), turns.taken():
        pass


def test_after_a_lease_ran_out_the_next_ones_take_turns_again():
    turns = Turns(lease=0.01)
    with holding(turns) as slow:
        with turns.taken():
            pass
        turns.lease, done = FOREVER, threading.Event()
        with holding(turns) as second:
            slow.set()  # the slow one leaves: that is not the turn of who holds the place now
            thread = wait(turns, done)
            assert not done.wait(0.1)
            second.set()
            assert done.wait(FOREVER)
        thread.join(FOREVER)


def test_a_run_that_fails_leaves_its_place_to_the_next():
    turns = Turns(FOREVER)
    with pytest.raises(ZeroDivisionError), turns.taken():
        raise ZeroDivisionError
    with turns.taken():
        pass
