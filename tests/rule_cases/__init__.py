"""A case for every rule there is: the smallest change of a sound project that breaks it."""

from rule_cases import (
    addresses,
    files,
    labels,
    lots,
    ocop,
    printed,
    proofs,
    publishing,
    texts,
    values,
)
from rule_cases.case import Case

__all__ = ["CASES", "Case"]

_ROOMS = (files, lots, ocop, addresses, printed, texts, values, labels, proofs, publishing)
CASES: tuple[Case, ...] = tuple(case for room in _ROOMS for case in room.CASES)
