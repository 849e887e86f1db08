"""Products, producers and places that do not exist, and stories about them.

Each thing depends on its number alone, so that a larger catalogue holds the same first products,
made by others. The words are in stories.toml.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from generator.addresses import slugify
from generator.catalogue.ocop.groups import TOURISM_GROUP

SHORTEST, LONGEST = 250, 370
"""Words of a story."""
MOST_COMMUNES = 3200
_WORDS: Mapping[str, Any] = tomllib.loads(
    (Path(__file__).parent / "stories.toml").read_text("utf-8")
)
_SYLLABLES: Sequence[str] = _WORDS["syllables"].split()
_KINDS = ("food", "drink", "herb", "craft", "garden", "stay")
ITEMS: Mapping[int, tuple[str, Sequence[str]]] = {
    int(group): (kind, items) for kind in _KINDS for group, items in _WORDS[kind]["items"].items()
}
"""By group: the kind of its sentences, and what its products are called."""
_SHARES = {
    **dict.fromkeys(ITEMS, 2),
    **dict.fromkeys((5, 14, 15, 16, 18, 23, 25), 1),
    3: 9,
    4: 5,
    6: 9,
    7: 10,
    8: 14,
    9: 4,
    10: 4,
    11: 5,
    12: 5,
    13: 3,
    17: 3,
    21: 6,
}
"""How often each group occurs: most products are food, as in the programme."""
_STARS = {3: 70, 4: 26, 5: 4}
_NUMBERS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FIRST_DAY, _DAYS = date(2025, 7, 7), 310
"""Decisions within one rule book's time: see `generator.catalogue.ocop.rulebooks`."""


@dataclass(frozen=True, slots=True)
class Commune:
    """A place: its slug and the name after its kind."""

    slug: str
    kind: str
    name: str

    @property
    def label(self) -> str:
        """“xã Tân Phú”."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Producer:
    """Who makes it."""

    slug: str
    name: str
    legal_form: str
    commune: Commune
    phone: str


@dataclass(frozen=True, slots=True)
class Product:
    """One product; `photo` is a file name, None in a corpus without photos."""

    slug: str
    name: str
    summary: str
    code: str
    group: int
    producer: Producer
    stars: int
    decision: str
    decided: datetime
    net: str | None
    price: int | None
    photo: str | None
    story: str


def _communes(count: int) -> Sequence[Commune]:
    """As many places as asked for, each name once; from a fixed shuffle, so that more add on."""
    names = [
        (kind, f"{a} {b}") for a in _SYLLABLES for b in _SYLLABLES for kind in ("xã", "phường")
    ]
    _chance("communes").shuffle(names)
    return [
        Commune(f"{slugify(name)}-{number:04}", kind, name)
        for number, (kind, name) in enumerate(names[:count], 1)
    ]


def producers(products: int) -> Sequence[Producer]:
    """Who makes so many products: about one for every two, in a place for every five."""
    communes = _communes(max(2, min(MOST_COMMUNES, products // 5)))
    return [
        _producer(number, communes[number % len(communes)])
        for number in range(1, max(2, round(products * 0.55)) + 1)
    ]


def _producer(number: int, commune: Commune) -> Producer:
    chance = _chance(f"producer {number}")
    form, title = chance.choice(_WORDS["legal_forms"])
    name = f"{title} {chance.choice(_SYLLABLES)} {chance.choice(_SYLLABLES)} số {number}"
    phone = f"0000 {number // 1000:03} {number % 1000:03}"
    return Producer(slugify(name), name, form, commune, phone)


def product(k: int, makers: Sequence[Producer], files: Sequence[str], *, own: bool) -> Product:
    """The `k`th product; every producer has one, the rest go to any."""
    chance = _chance(f"product {k}")
    maker = makers[k] if k < len(makers) else chance.choice(makers)
    group = _weighted(chance, _SHARES)
    kind, items = ITEMS[group]
    item = chance.choice(items)
    name = f"{item} {chance.choice(_WORDS[kind]['qualities'])} {maker.commune.name}"
    slug = f"{slugify(name)}-{k + 1:05}"
    service = group == TOURISM_GROUP
    decided = datetime.combine(_FIRST_DAY, datetime.min.time(), UTC)
    decided += timedelta(days=chance.randrange(_DAYS), seconds=k)
    return Product(
        slug=slug,
        name=name,
        summary=f"{name}, của {maker.name} ở {maker.commune.label}. Dữ liệu bịa để đo thời gian.",
        code=code(k),
        group=group,
        producer=maker,
        stars=_weighted(chance, _STARS),
        decision=f"Số {k + 1:05}/QĐ-MẪU",
        decided=decided,
        net=None if service else chance.choice(_WORDS[kind]["sizes"]),
        price=None if service else chance.randrange(20, 900) * 1000,
        photo=(f"{slug}.jpg" if own else files[k % len(files)]) if files else None,
        story=_story(chance, kind, item.lower(), maker),
    )


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311  # the same invention each time is the point


def _weighted(chance: random.Random, weights: Mapping[int, int]) -> int:
    return chance.choices(list(weights), list(weights.values()))[0]


def code(k: int) -> str:
    """A code of its own for each number: an odd factor permutes the numbers below 32⁵."""
    left = (k * 20_040_601 + 7_654_321) % 32**5
    return "".join(_ALPHABET[(left >> shift) & 31] for shift in (20, 15, 10, 5, 0))


def _story(chance: random.Random, kind: str, item: str, maker: Producer) -> str:
    """Markdown of SHORTEST to LONGEST words: paragraphs, headings, a quote, a list and a link."""
    sentences = [*_WORDS[kind]["sentences"], *_WORDS["common"]]
    chance.shuffle(sentences)
    first, second = chance.sample(_WORDS["headings"], 2)
    head, quote = chance.choice(_WORDS["openings"]), chance.choice(_WORDS["quotes"])
    facts = [f"- {fact}" for fact in chance.sample(_WORDS["list"], 3)]
    link = "Đọc thêm ở [trang của chương trình](https://example.com/ocop/)."
    remarks = [f"## {chance.choice(_WORDS['reminders'])}", "\n".join(facts), link]
    wanted = chance.randint(SHORTEST + 8, LONGEST - 60)
    parts: list[list[str]] = [[head], [], []]
    count = sum(len(text.split()) for text in (head, quote, first, second, *remarks))
    for turn, sentence in enumerate(sentences):
        if count >= wanted:
            break
        parts[turn % 3].append(f"**{sentence}**" if turn == 4 else sentence)
        count += len(sentence.split())
    paragraphs = [" ".join(part) for part in parts]
    blocks = [paragraphs[0], f"## {first}", paragraphs[1], f"> {quote}", f"## {second}"]
    text = "\n\n".join([*blocks, paragraphs[2], *remarks])
    return _filled(text, chance, mon=item, xa=maker.commune.label, noi=maker.name) + "\n"


def _filled(text: str, chance: random.Random, **names: str) -> str:
    """The text with its slots filled, each number chosen anew."""
    pieces = text.split("{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        slot, _, rest = piece.partition("}")
        filled += [_slot(slot, chance, names), rest]
    return "".join(filled)


def _slot(slot: str, chance: random.Random, names: Mapping[str, str]) -> str:
    if slot == "n":
        return chance.choice(_NUMBERS)
    if slot == "m":
        return str(chance.randint(10, 60))
    if slot == "thang":
        return str(chance.randint(1, 12))
    return names[slot]
