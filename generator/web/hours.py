"""Opening hours as people write them, where they are plain enough to be told to a calendar."""

from __future__ import annotations

import re
from datetime import time

_TIME = r"([01]?[0-9]|2[0-3])(?:[:.hg]([0-5][0-9])?| giờ(?: ([0-5][0-9]))?)?"
_HOURS = re.compile(rf"(?:từ )?{_TIME}(?: ?[–—-] ?| đến | to ){_TIME}", re.IGNORECASE)


def opening(hours: str | None) -> tuple[time, time] | None:
    """When a day begins and ends: of “8:00–20:00”, “8h30 - 20h”, “8 giờ – 21 giờ”.

    None for all else, such as two spans, half days in words, or an end before the beginning.
    """
    found = _HOURS.fullmatch(hours.strip()) if hours else None
    if found is None:
        return None
    hour, *minutes = found.groups()[:3]
    end_hour, *end_minutes = found.groups()[3:]
    begins = time(int(hour), int(next(filter(None, minutes), 0)))
    ends = time(int(end_hour), int(next(filter(None, end_minutes), 0)))
    return (begins, ends) if begins < ends else None
