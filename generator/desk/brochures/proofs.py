"""Proofs of print: what changed since the last edition, marked and listed to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import theme
from generator.catalogue import saying
from generator.desk.options import Order
from generator.desk.today import printing_day
from generator.engine import Artifact, Folders
from generator.press import edition_list
from generator.press.editions import Difference, Facts, differences, facts_of
from generator.press.marking import marked, squeezed
from generator.press.pieces import Piece
from generator.press.typesetter import typeset

_TEMPLATE = "changes.typ"


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
        return _name(self.artifact)


def edition_of(order: Order, piece: Piece, artifact: Artifact, pdf: bytes) -> PrintedEdition:
    """The edition that a piece is, of which that is one of the PDFs."""
    before = edition_list.last_of(order.content, _name(artifact))
    facts = facts_of(artifact.values, squeezed(pdf))
    changed = differences(before, {stated: fact.kept for stated, fact in facts.items()})
    new = (word for each in changed if each.now for word in facts[each.stated].words)
    return PrintedEdition(piece, artifact, before, changed, (*dict.fromkeys(new),))


def proof_of(order: Order, piece: Piece, artifact: Artifact, folders: Folders) -> dict[str, bytes]:
    """The piece with what is new in it marked, and the list of changes. Raises PressError."""
    flavours = artifact.values["flavours"]
    flavour = "office" if "office" in flavours else flavours[0]
    [pdf] = artifact.make({**artifact.values, "flavours": [flavour]}, folders)
    edition = edition_of(order, piece, artifact, pdf)
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
            "before": each.before,
            "now": each.now,
        }
        for each in edition.changed
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


def _name(artifact: Artifact) -> str:
    folder, _, file = artifact.paths[0].rpartition("/")
    return f"{folder}/{file.partition('.')[0]}"
