"""What an office tells of itself when it begins: its name, communes, and the site's address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.catalogue.fields import BY_KEY, Row, Shows
from generator.catalogue.lists.provinces import PROVINCES, province_of
from generator.catalogue.model import Office, Place, Site
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.problem import Severity
from generator.catalogue.reading.editing import EditError, Value, edited_yaml
from generator.catalogue.reading.reader import read
from generator.desk.new.asking import Interview
from generator.desk.new.names import slug_for
from generator.desk.new.texts import answer_of

_COMMUNE = re.compile(r"(xã|phường|đặc khu|thị trấn)\s+(\S.*)", re.IGNORECASE)
"""A commune with its kind, as people say it."""
_SHORT = 80
"""Characters of communes that still make a name for the site."""
_SAMPLE_COMMUNE = re.compile(r"\bxa-mau(?![\w-])")
_SAMPLE_NOTE = "# Xã dưới đây chỉ để làm mẫu: hãy thay bằng xã của mình.\n"
_COMMUNES = Row(
    Site,
    "communes",
    vi=("xã, phường", "Xã, phường của danh mục, như xã Tân Lập. Nhiều nơi thì cách bằng dấu phẩy."),
    en=("communes", "The catalogue's communes, such as xã Tân Lập. Commas between several."),
    example="xã Tân Lập",
    shows=Shows.EVERYWHERE,
)
_HOST = Row(
    Site,
    "host",
    vi=(
        "địa chỉ trang web",
        "Nơi trang web sẽ đăng, như ocop.tanlap.gov.vn. In tem rồi thì không đổi.",
    ),
    en=(
        "address of the site",
        "Where it will live, such as ocop.tanlap.gov.vn. Permanent once printed.",
    ),
    example="ocop.tanlap.gov.vn",
    shows=Shows.EVERYWHERE,
)
_ROWS = {
    "office": BY_KEY[Office, "name"],
    "communes": _COMMUNES,
    "province": BY_KEY[Place, "province"],
    "host": _HOST,
}
"""What is asked, by the names of the answers."""
_AGAIN = (
    "Nếu đúng là tên ấy, hãy gõ lại y như vậy.",
    "If it is right, type the very same again.",
)
Texts = Mapping[str, str]
"""Files of a new project by their paths in it, which words of the office go into."""


class AnswerError(ValueError):
    """An answer that can't be taken; `args` say why in both languages."""


@dataclass(frozen=True, slots=True)
class SiteAnswers:
    """What is told; an empty text keeps the sample's."""

    office: str = ""
    communes: tuple[str, ...] = ()
    province: str = ""
    host: str = ""

    @classmethod
    def of(cls, office: str, communes: Sequence[str], province: str, host: str) -> SiteAnswers:
        """The answers as they were typed, tidied."""
        return cls(answer_of(office), _communes(communes), answer_of(province), answer_of(host))

    @property
    def given(self) -> bool:
        """Whether anything is told."""
        return self != NOTHING_TOLD

    def texts(self, sample: Texts) -> dict[str, str]:
        """The sample's texts with these answers. Raises AnswerError for what can't be written."""
        found = dict(sample)
        try:
            found["content/site.yaml"] = edited_yaml(found["content/site.yaml"], dict(self._site()))
            if places := self._places():
                changes = dict(_in_place_of_the_sample(places))
                edited = edited_yaml(found["content/places.yaml"], changes)
                found["content/places.yaml"] = edited.replace(_SAMPLE_NOTE, "")
                slug = places[0]["slug"]
                found = {name: _SAMPLE_COMMUNE.sub(slug, text) for name, text in found.items()}
        except EditError as error:
            raise AnswerError(
                "Chữ này không ghi vào tệp được. Hãy bỏ các dấu lạ.",
                "This can't be written into a file. Leave strange signs out.",
            ) from error
        return found

    def _site(self) -> Iterator[tuple[tuple[str, ...], str]]:
        if self.office:
            yield ("office", "name"), self.office
        where = ", ".join(self.communes)
        if where and len(where) <= _SHORT:
            yield ("name",), f"Danh mục OCOP {where}"
            yield ("tagline",), f"Sản phẩm OCOP {where}"
            yield ("description",), f"Danh mục sản phẩm OCOP của {where}."
        if self.host:
            yield ("base_url",), self.host if "://" in self.host else f"https://{self.host}"

    def _places(self) -> list[dict[str, str]]:
        places: list[dict[str, str]] = []
        for commune in self.communes:
            found = _COMMUNE.fullmatch(commune)
            if found is None:
                raise AnswerError(
                    f"“{commune}” chưa ghi là xã, phường hay đặc khu. Hãy ghi cả, như xã Tân Lập.",
                    f"“{commune}” doesn't say whether it is xã, phường or đặc khu. Write both, "
                    "such as xã Tân Lập.",
                )
            slug = slug_for(found[2], "xa", [each["slug"] for each in places])
            place = {"slug": slug, "kind": found[1].lower(), "name": found[2]}
            written = re.sub(r"^tỉnh\s+", "", self.province, flags=re.IGNORECASE)
            if province := province_of(self.province) or written:
                place["province"] = province
            if any(each | {"slug": ""} == place | {"slug": ""} for each in places):
                raise AnswerError(f"“{commune}” ghi hai lần.", f"“{commune}” is written twice.")
            places.append(place)
        return places

    def refused(self, sample: Texts) -> tuple[str, str] | None:
        """Why these answers can't be taken, as the check would say it; None where they can."""
        try:
            texts = self.texts(sample)
        except AnswerError as error:
            vietnamese, english = error.args
            return vietnamese, english
        with TemporaryDirectory() as place:
            for name, text in texts.items():
                file = Path(place) / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8", newline="\n")
            problems = read(Path(place)).problems
        found = next((each for each in problems if each.severity is Severity.ERROR), None)
        return (found.said_in("vi"), found.said_in("en")) if found else None


NOTHING_TOLD = SiteAnswers()


def _in_place_of_the_sample(
    places: Sequence[Mapping[str, str]],
) -> Iterator[tuple[tuple[str | int, ...], Value]]:
    for key, value in places[0].items():
        yield (0, key), value
    for number, place in enumerate(places[1:], 1):
        yield (number,), place


def told_by(interview: Interview, sample: Texts) -> SiteAnswers:
    """Ask an office for what it can tell; nothing that is typed keeps the sample's."""
    told = NOTHING_TOLD
    doubted = set[str]()
    for key, row in _ROWS.items():
        if key == "province" and not told.communes:
            continue

        def judge(text: str, key: str = key, told: SiteAnswers = told) -> tuple[str, str] | None:
            if key == "province" and text not in doubted and (doubt := province_doubt(text)):
                doubted.add(text)
                return f"{doubt[0]} {_AGAIN[0]}", f"{doubt[1]} {_AGAIN[1]}"
            return _with(told, key, text).refused(sample)

        if text := interview.answer(row, judge, needed=False):
            told = _with(told, key, text)
    return told


def province_doubt(text: str) -> tuple[str, str] | None:
    """What is said of a province that the country hasn't; None of one that it has."""
    if not text or province_of(text):
        return None
    near = closest(text.title(), PROVINCES)
    meant_vi, meant_en = (f" Có phải {near}?", f" Did you mean {near}?") if near else ("", "")
    return (
        f"“{text}” không phải tên một trong 34 tỉnh, thành phố từ 01/07/2025.{meant_vi}",
        f"“{text}” is none of the 34 provinces and cities since 01/07/2025.{meant_en}",
    )


def refused_option(answers: SiteAnswers, sample: Texts) -> tuple[str, str] | None:
    """Which option can't be taken, and why; None where all can."""
    if answers.communes and not answers.province:
        return "Thiếu --province, tỉnh của --commune.", "--province missing, that of --commune."
    known = NOTHING_TOLD
    for key in _ROWS:
        value = getattr(answers, key)
        known = _with(known, key, ", ".join(value) if key == "communes" else value)
        if reason := known.refused(sample):
            option = "--commune" if key == "communes" else f"--{key}"
            vietnamese, english = reason
            return f"{option}: {vietnamese}", f"{option}: {english}"
    return None


def _with(known: SiteAnswers, key: str, text: str) -> SiteAnswers:
    if key == "communes":
        return replace(known, communes=_communes([text]))
    found: dict[str, str] = {key: answer_of(text)}
    return replace(known, **found)  # type: ignore[arg-type]  # all others are texts


def _communes(texts: Sequence[str]) -> tuple[str, ...]:
    named = (answer_of(each) for text in texts for each in re.split("[,;]", text))
    return tuple(_kind_in_small_letters(each) for each in named if each)


def _kind_in_small_letters(commune: str) -> str:
    """“Xã Tân Lập” as it stands within a sentence; it makes the site's name and description."""
    found = _COMMUNE.fullmatch(commune)
    return f"{found[1].lower()} {found[2]}" if found else commune
