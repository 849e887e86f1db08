"""A fair's calendar file, and the same as a link that opens a calendar on the web.

A fair of several days takes whole days, which no time zone moves; one of a single day takes its
opening hours where they are plain, in the time of Viet Nam. Source: RFC 5545.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from generator import theme
from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Fair, Place
from generator.engine.artifact import Artifact, Folders, Values
from generator.web.dependencies import Dependencies
from generator.web.hours import opening
from generator.web.views.edition import Edition

if TYPE_CHECKING:
    import icalendar

_ZONE = "Asia/Ho_Chi_Minh"
_OFFSET = timedelta(hours=7)  # since 1975, without summer time
_WEB = "https://calendar.google.com/calendar/render"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What any calendar is told; `ends` is the first moment or day after it."""

    name: str
    starts: date
    ends: date
    text: str
    venue: str
    url: str


def calendar_path(edition: Edition, fair: Fair) -> str:
    """The file beside the fair's page: `hoi-cho/hoi-xuan/hoi-xuan.ics`."""
    return f"{edition.path(('fair', fair.slug)) or ''}{fair.slug}.ics"


def calendars(
    editions: Sequence[Edition], folders: theme.Folders, dependencies: Dependencies | None
) -> Iterator[Artifact]:
    """A file for each fair in each language that has a page about it."""
    for edition in editions:
        words = theme.string_files(folders, edition.language)
        for fair in edition.catalogue.fairs:
            if edition.language not in edition.paths.of(("fair", fair.slug)):
                continue
            yield Artifact(
                (f"site/{calendar_path(edition, fair)}",),
                write_calendar,
                {"language": edition.language, "about": fair.slug},
                fair.source,
                words,
                derive=calendar_values,
                dependencies=dependencies.of(fair.source) if dependencies else None,
            )


def calendar_values(editions: Mapping[Language, Edition], values: Values) -> Values:
    """The values of `write_calendar` for the fair `about`."""
    edition = editions[values["language"]]
    fair = next(each for each in edition.catalogue.fairs if each.slug == values["about"])
    entry = _entry(edition, fair)
    return {
        "uid": f"{fair.slug}@{urlsplit(edition.site.base_url).hostname}",
        "product": f"-//{edition.site.name}//{edition.language.upper()}",
        "name": entry.name,
        "starts": entry.starts.isoformat(),
        "ends": entry.ends.isoformat(),
        "text": entry.text,
        "venue": entry.venue,
        "url": entry.url,
        "position": [float(each) for each in (fair.position or "").split(",") if each],
    }


def write_calendar(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """The file. Its stamp is the fair's first day: the same content makes the same bytes."""
    import icalendar  # a seventh of a second, which builds without a new fair do without

    starts, ends = (_moment(values[key]) for key in ("starts", "ends"))
    event = icalendar.Event()
    event.add("uid", values["uid"])
    event.add("dtstamp", datetime.combine(_day(starts), datetime.min.time(), tzinfo=UTC))
    event.add("dtstart", starts)
    event.add("dtend", ends)
    event.add("summary", values["name"])
    for key, value in (("description", values["text"]), ("location", values["venue"])):
        if value:
            event.add(key, value)
    if values["position"]:
        event.add("geo", tuple(values["position"]))
    event.add("url", values["url"])
    event.add("transp", "TRANSPARENT")
    calendar = icalendar.Calendar()
    calendar.add("prodid", values["product"])
    calendar.add("version", "2.0")
    if isinstance(starts, datetime):
        calendar.add_component(_zone())
        for key in ("DTSTART", "DTEND"):
            event[key].params["TZID"] = _ZONE
    calendar.add_component(event)
    return (calendar.to_ical(),)


def _zone() -> icalendar.Timezone:
    """The time of Viet Nam; written here, for the system's tables differ from one to the next."""
    import icalendar

    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))  # local time, as the standard wants
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "+07")
    zone = icalendar.Timezone()
    zone.add("tzid", _ZONE)
    zone.add_component(standard)
    return zone


def web_calendar(edition: Edition, fair: Fair) -> str:
    """A page of a calendar on the web with everything filled in, for phones that know no files."""
    entry = _entry(edition, fair)
    form = "%Y%m%dT%H%M%S" if isinstance(entry.starts, datetime) else "%Y%m%d"
    asked = {
        "action": "TEMPLATE",
        "text": entry.name,
        "dates": f"{entry.starts.strftime(form)}/{entry.ends.strftime(form)}",
        "ctz": _ZONE,
        "location": entry.venue,
        "details": "\n".join(filter(None, (entry.text, entry.url))),
    }
    return f"{_WEB}?{urlencode(asked)}"


def _entry(edition: Edition, fair: Fair) -> _Entry:
    wording, say = fair.wording(edition.language), edition.words.say
    place = edition.catalogue.places.get(fair.place) if fair.place else None
    told = (
        say("sample.note") if fair.sample else None,
        wording.summary,
        f"{say('fair.hours')}: {wording.hours}" if wording.hours else None,
        f"{say('fair.booth')}: {fair.where}" if fair.where else None,
    )
    starts, ends = _span(fair, abroad=place is not None and place.province is None)
    return _Entry(
        name=f"{wording.name} ({say('sample.pill')})" if fair.sample else wording.name,
        starts=starts,
        ends=ends,
        text="\n".join(filter(None, told)),
        venue=venue(edition, fair, place),
        url=edition.url(edition.path(("fair", fair.slug)) or ""),
    )


def _span(fair: Fair, *, abroad: bool) -> tuple[date, date]:
    """Its hours or its days; a place abroad has a time of its own, which nobody has told."""
    hours = opening(fair.hours) if fair.starts_on == fair.ends_on else None
    if hours is None or abroad:
        return fair.starts_on, fair.ends_on + _DAY
    begins, ends = hours
    return datetime.combine(fair.starts_on, begins), datetime.combine(fair.ends_on, ends)


def venue(edition: Edition, fair: Fair, place: Place | None) -> str:
    """Where it is held, in a line: the venue, then its commune and province."""
    named = fair.wording(edition.language).venue
    return ", ".join(filter(None, (named, address_beside(edition, place, named or ""))))


def address_beside(edition: Edition, place: Place | None, named: str) -> str | None:
    """Commune and province; the province alone where the venue's own words name the commune."""
    if place is None:
        return None
    commune = edition.catalogue.commune_of(place)
    if saying.place(commune, edition.language) in named:
        return saying.province(commune, edition.language)
    return saying.place_in_full(commune, edition.language)


def _moment(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
