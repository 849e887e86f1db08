"""Proofs of print: what changed since the last edition, marked and listed to be signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator import theme
from generator.catalogue import saying
from generator.desk.today import printing_day
from generator.engine import Artifact, Folders
from generator.press.editions import Difference, Facts, differences, facts_of
from generator.press.marking import marked, squeezed
from generator.press.pieces import Piece
from generator.press.typesetter import typeset

_TEMPLATE = "changes.typ"
_HASH = re.compile(r"#[0-9a-f]{12}$")


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """A piece as it is printed now, and what it states otherwise than when it last was.

    `before` is what the last edition stated: nothing where there was none. `new` are the words that
    stand where something changed.
    """

    piece: Piece
    artifact: Artifact
    before: Facts
    changed: Sequence[Difference]
    new: tuple[str, ...]

    @property
    def name(self) -> str:
        """How the list of editions calls the piece: its first file, without its ending."""
        return name_of(self.artifact)


def edition_of(piece: Piece, artifact: Artifact, before: Facts, pdf: bytes) -> PrintedEdition:
    """The edition that a piece is, of which that is one of the PDFs."""
    facts = facts_of(artifact.values, squeezed(pdf))
    changed = differences(before, {stated: fact.kept for stated, fact in facts.items()})
    new = (word for each in changed if each.now for word in facts[each.stated].words)
    return PrintedEdition(piece, artifact, before, changed, (*dict.fromkeys(new),))


def proof_of(piece: Piece, artifact: Artifact, before: Facts, folders: Folders) -> dict[str, bytes]:
    """The piece with what is new in it marked, and the list of changes. Raises PressError."""
    flavours = artifact.values["flavours"]
    flavour = "office" if "office" in flavours else flavours[0]
    pdf, *_ = artifact.make({**artifact.values, "flavours": [flavour]}, folders)
    edition = edition_of(piece, artifact, before, pdf)
    return {
        f"{edition.name}.proof.pdf": marked(pdf, edition.new) if edition.before else pdf,
        f"{edition.name}.changes.pdf": _list(edition, folders),
    }


def _list(edition: PrintedEdition, folders: Folders) -> bytes:
    values, language = edition.artifact.values, edition.piece.languages[0]
    words = theme.press_words(folders.theme, language)
    names = {each["slug"]: each["name"] for each in values["products"]}
    names[""] = words["changes.whole"]
    day = printing_day()
    rows = [
        {
            "product": names.get(each.stated.product, each.stated.product),
            "fact": words.get(f"stated.{each.stated.fact}", each.stated.fact),
            "before": _told(each.before, words["changes.seen_old"]),
            "now": _told(each.now, words["changes.seen_new" if edition.before else "changes.seen"]),
        }
        for each in edition.changed
        if not _told_with_prices(each, edition.changed)
    ]
    told = {
        "language": language,
        "title": values["document"],
        "author": values["author"],
        "first": not edition.before,
        "day": day.isoformat(),
        "today": saying.day(day),
        "rows": rows,
        "words": dict(words),
    }
    templates = theme.typst_templates(folders.theme)
    return typeset(templates, _TEMPLATE, told, "office", edition.artifact.source)


def _told_with_prices(one: Difference, changed: Sequence[Difference]) -> bool:
    """Whether it is packs, each of which stands beside its price in the list as well."""
    if one.stated.fact != "packs":
        return False
    prices = one.stated._replace(fact="prices")
    beside = next((each for each in changed if each.stated == prices), None)
    return beside is not None and all(
        f"{pack} " in there
        for packs, there in ((one.before, beside.before), (one.now, beside.now))
        for pack in packs.split("; ")
        if pack
    )


def _told(kept: str, seen: str) -> str:
    """A fact as people read it: what is kept as a hash is a picture, a story or a long text."""
    words = _HASH.sub("", kept).strip()
    return " ".join(filter(None, (words, f"({seen})"))) if words != kept else kept


def name_of(artifact: Artifact) -> str:
    """How the list of editions calls what these are the files of."""
    folder, _, file = artifact.paths[0].rpartition("/")
    return f"{folder}/{file.partition('.')[0]}"
