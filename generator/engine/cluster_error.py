"""What is told where the workers of a cluster can't do their part."""

from __future__ import annotations


class ClusterError(Exception):
    """The cluster can't do the work: `scheduler` is its address, `reason` what it said.

    With `other_program` a worker has another version of the program than `reason`.
    """

    def __init__(self, scheduler: str, reason: str, *, other_program: bool = False) -> None:
        super().__init__(scheduler, reason)
        self.scheduler = scheduler
        self.reason = reason
        self.other_program = other_program
