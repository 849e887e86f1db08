"""The day of printing: today in Viet Nam, or the day that SOURCE_DATE_EPOCH names.

Source: the Reproducible Builds project's specification of SOURCE_DATE_EPOCH (seconds since 1970).
"""

from __future__ import annotations

import os
import time
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
_START = datetime(1970, 1, 1, 7, tzinfo=VIETNAM)
_DIGITS = 40
"""So many of a number are enough to know that it is too large."""


class EpochError(ValueError):
    """SOURCE_DATE_EPOCH names no day that there is; `given` is what it says."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


def printing_day() -> date:
    """Today in Viet Nam (UTC+7), whatever the machine's own zone.

    A SOURCE_DATE_EPOCH that is no number counts as not set. Raises EpochError for one that is out
    of range.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (given.isascii() and given.isdigit()):
        return datetime.fromtimestamp(time.time(), VIETNAM).date()
    try:
        return (_START + timedelta(seconds=int(given[:_DIGITS]))).date()
    except OverflowError as error:
        raise EpochError(given[:_DIGITS]) from error
