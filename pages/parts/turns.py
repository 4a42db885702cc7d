"""One run of a page after the other, for Python computes on one core at a time anyway.

Fifty runs at once take the interpreter from each other a hundred times a second, and each costs
half as much again (25 to 29 November 2026, tests/benchmarks/sessions.py): everybody waits longer
than the last one does in a queue.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

LEASE = 0.5  # seconds; a page takes half of that, so who takes longer waits for something else


class Turns:
    """A queue in which who is next waits for the one before, but not longer than a lease.

    Args:
        lease: seconds; then the next one goes on beside the one before.
    """

    def __init__(self, lease: float = LEASE) -> None:
        self.lease = lease
        self._next = threading.Lock()  # who holds it stands first in the queue
        self._place = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for one's turn, and have it."""
        with self._next:
            place = self._place
            if not place.acquire(timeout=self.lease):
                place = self._place = threading.Lock()
                place.acquire()
        try:
            yield
        finally:
            place.release()


RUNS = Turns()
