"""The recipe “a design”: a row, a template and its call make one; commands and proof follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from label_samples import full, run_of, templates, words

from generator.cli import labels as command
from generator.press import labels, proof
from generator.press.designs import DESIGNS, Design
from generator.press.typesetter import PressError

GUIDE = Path(__file__).resolve().parent.parent / "docs/huong-dan.md"
TAG = Design("hang-tag", "thẻ treo", says=("names", "offer"), stock="a4-a7")


def tagged() -> tuple[proof.Sheet, ...]:
    """The proof of a tag that a theme draws like a card."""
    found = full(packs=({"net": "500 g", "price": 185000},))
    values = labels.drawn(labels.values_of(found, run_of(found, "a4-a7", TAG.name), words()))
    sheet = templates()["labels.typ"].replace(b'"code": ', b'"hang-tag": tag.design, "code": ')
    files = {
        **templates(),
        "labels.typ": b'#import "tag.typ"\n' + sheet,
        "tag.typ": templates()["card.typ"],
    }
    return proof.prove({"labels.pdf": labels.print_labels(files, values, "press")}, values)


def test_a_row_a_template_and_its_call_make_a_design(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DESIGNS, TAG.name, TAG)  # type: ignore[arg-type]
    (sheet,) = tagged()

    assert {"name", "producer", "commune", "price 500 g"} <= {*sheet.words.facts}


def test_a_design_that_leaves_out_what_its_row_says_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = Design(TAG.name, TAG.vi, says=("names", "offer", "law"))
    monkeypatch.setitem(DESIGNS, TAG.name, said)  # type: ignore[arg-type]

    with pytest.raises(PressError, match="proof-words-missing"):
        tagged()


def test_the_command_and_the_guide_know_every_design() -> None:
    (option,) = (each for each in command.params if each.name == "design")
    guide = GUIDE.read_text("utf-8")

    assert [*option.type.choices] == [*DESIGNS]  # type: ignore[attr-defined]
    assert [name for name in DESIGNS if f"\n| `{name}` | " not in guide] == []
