"""The day of printing: today in Viet Nam, or the day that SOURCE_DATE_EPOCH names.

Source: the Reproducible Builds project's specification of SOURCE_DATE_EPOCH (seconds since 1970).
"""

from __future__ import annotations

import os
import time
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def printing_day() -> date:
    """Today in Viet Nam (UTC+7), whatever the machine's own zone.

    A SOURCE_DATE_EPOCH that is no number counts as not set.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(given) if given.isascii() and given.isdigit() else time.time()
    return datetime.fromtimestamp(seconds, VIETNAM).date()
