"""Which file a link that leads nowhere was to lead to: told as it is to be written there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from generator.catalogue.problems.nearest import closest

_ENDING = re.compile(r"(?:\.(?:en|vi))?(?:\.(?:md|markdown|html?))?$", re.IGNORECASE)


def meant(target: str, folder: str, known: Mapping[str, Set[str]]) -> str:
    """The link to the file most like the one named, from a text of that folder; empty for none.

    A file of the very name in another folder goes before one that is spelt alike in the same.
    """
    path, mark, place = target.partition("#")
    parts = [each for each in re.split(r"[/\\]", path) if each not in {"", ".", ".."}]
    if not parts or ":" in path:
        return ""
    slug = _ENDING.sub("", parts[-1]).casefold().replace("_", "-").replace("%20", "-")
    rooms = sorted(known, key=lambda room: (room not in parts[:-1], room != folder, room))
    found = next(((room, slug) for room in rooms if slug in known[room]), None)
    near = ((room, closest(slug, sorted(known[room]))) for room in rooms)
    room, name = found or next((each for each in near if each[1]), ("", ""))
    way = "" if room == folder else f"../{room}/"
    return f"{way}{name}.md{mark}{place}" if name else ""
