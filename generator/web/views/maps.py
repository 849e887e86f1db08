"""Pages of maps that show where something is."""

from __future__ import annotations

from generator.catalogue.model import Fair, Village

_MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=15/{0}/{1}"


def map_of(thing: Village | Fair) -> str | None:
    """A page of a map that shows where it is; None where nobody has said."""
    if thing.map or not thing.position:
        return thing.map
    return _MAP.format(*(degrees.strip() for degrees in thing.position.split(",")))
