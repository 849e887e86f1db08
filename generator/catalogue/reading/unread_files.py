"""Files below content/ that nothing reads, each told with what its editor has to do.

Explorer hides endings, Word saves what it likes, and a folder is easily mistyped: a file that is
passed over without a word would be missed only when its product is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.catalogue.model.folders import BY_NAME
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.ignored_reasons import IGNORED_REASONS
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.place import START
from generator.catalogue.problems.rules_files import FILE_IGNORED, FILE_NAME_CLASH
from generator.catalogue.reading import lot_table, media_folder
from generator.litter import is_passed_over

_MEDIA = "media"
_ROOMS = (*BY_NAME, lot_table.FOLDER, _MEDIA)
_MARKDOWN = frozenset({".markdown", ".mdown", ".mkd", ".mdwn", ".mdtext", ".mdx", ".rst", ""})
_DOCUMENTS = frozenset(
    {".doc", ".docx", ".docm", ".odt", ".rtf", ".pdf", ".pages", ".htm", ".html", ".gdoc", ".wps"}
)
_TABLES = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".numbers", ".gsheet"})
_PROFILES = frozenset({".icc", ".icm"})
_WRITTEN = frozenset({".md", ".markdown", ".yaml", ".yml", ".csv"})
"""Endings of what can't be meant for a folder of photos."""


def unread_findings(paths: Iterable[str], settings: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each file, and for each folder of files, that nothing reads.

    `paths` are those below content/, an empty folder's with a closing slash; `settings` are the
    files that are read directly in content/.
    """
    files = (path for path in paths if not path.endswith("/"))
    meant = sorted(path for path in files if not any(map(is_passed_over, path.split("/"))))
    told = set[str]()
    for path in meant:
        place, values = _told(path, settings)
        if values and place not in told:
            told.add(place)
            yield Finding(f"content/{place}", START, FILE_IGNORED, values)


def clash_findings(paths: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each file that some disks take for another one.

    Windows and macOS don't mind capital letters, and macOS knows one Unicode form. The rules for
    slugs tell of Markdown files, but for two translations of one thing.
    """
    seen: dict[str, str] = {}
    for path in sorted(paths):
        of_room = path.startswith((f"{_MEDIA}/", f"{lot_table.FOLDER}/"))
        if of_room or path.casefold().endswith((".en.md", ".vi.md")):
            folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
            other = seen.setdefault(folded, path)
            if other != path and not any(map(is_passed_over, path.split("/"))):
                values = {"other": f"content/{other}"}
                yield Finding(f"content/{path}", START, FILE_NAME_CLASH, values)


def _told(path: str, settings: Collection[str]) -> tuple[str, Mapping[str, str]]:
    """What is told, of the file or of a folder that it stands in; nothing where it is read."""
    room, _, rest = path.partition("/")
    inner = rest.partition("/")
    if not rest:
        return path, {} if room in _ROOMS else _in_content(path, settings)
    if room not in _ROOMS:
        return room, _reason("room", closest(room.casefold(), _ROOMS), example=f"content/{path}")
    if room == _MEDIA:
        return path, _reason("media") if _ending(path) in _WRITTEN else {}
    if room == lot_table.FOLDER:
        return path, {}  # each is told by the rules for tables
    if inner[1]:
        folder = f"{room}/{inner[0]}"
        known = inner[0].lower().endswith(".md")  # told as a file that can't be read
        return folder, {} if known else _reason(
            "folder", name=f"content/{room}", example=f"content/{path}"
        )
    return path, _in_room(rest)


def _in_content(name: str, settings: Collection[str]) -> Mapping[str, str]:
    """Of a file that stands in no folder."""
    if name in settings:
        return {}
    ending = _ending(name)
    if ending in {".md", ".markdown"} or name.lower().endswith(".md.txt"):
        return _reason("loose")
    if media_folder.is_picture(name):
        return _reason("picture")
    if ending in _PROFILES:
        return {}  # one that site.yaml doesn't name does no harm
    near = closest(name.casefold(), settings)
    return _reason("setting", near=near, files=", ".join(sorted(settings)))


def _in_room(name: str) -> Mapping[str, str]:
    if name.lower().endswith(".md"):
        return {}
    stem, ending = PurePosixPath(name).stem, _ending(name)
    bare = stem[:-3] if stem.lower().endswith(".md") else stem
    if ending == ".txt":
        return _reason("txt", name=f"{bare}.md")
    if ending in _MARKDOWN:
        return _reason("ending", name=f"{bare}.md")
    if ending in _DOCUMENTS:
        return _reason("document", name=f"{bare}.md")
    if ending in _TABLES:
        return _reason("table", name=f"{stem}.csv")
    return _reason("picture" if media_folder.is_picture(name) else "other")


def _reason(key: str, near: str = "", **said: str) -> dict[str, str]:
    """What the rule's words want; `near` is a name that was perhaps meant."""
    return IGNORED_REASONS[key].values({"folders": ", ".join(BY_NAME), **said}, near)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
