"""A case for each rule of the proof before press: what a theme's template may spoil."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue.problems import rules_prepress
from generator.catalogue.problems import rules_proofs as rules
from rule_cases.case import FISH, SITE, Case, Edit, put, swap
from rule_cases.labels import STAMP, THEMED

_PRESS = Path(__file__).parent.parent.parent / "themes/mua-nuoc-noi/press"
_RUN = (*STAMP, "--stock", "a4-64x38", *THEMED)
AT = f"{FISH}:1:1"
DRAWN = "dx: x, dy: y, qr(code, module, alt))"
PALE = (
    f"{DRAWN}\n  place(top + left, dx: x, dy: y - 1.2mm, text(size: 5.6pt, fill: luma(252), [Cá]))"
)
"""Letters too pale for the measure of the quiet zone, which the words' own proof still finds."""


def spoiled(file: str, old: str, new: str) -> Edit:
    """A theme's template, in which one thing is another than in the one that is shipped."""
    text = (_PRESS / file).read_text("utf-8")
    assert old in text
    return put(f"themes/rieng/press/{file}", text.replace(old, new))


CASES = (
    Case(
        rules_prepress.PRESS_PREFLIGHT,
        f"{SITE}:1:1",
        (
            spoiled(
                "leaflet-outside.typ", "leaf, height, palette.water)", "leaf, height, luma(40))"
            ),
        ),
        verb=("brochure", "leaflet", *THEMED),
    ),
    Case(
        rules_prepress.PRESS_COLOURS,
        "themes/rieng/theme.toml:1:1",
        (swap("themes/rieng/theme.toml", 'noi"', "noi\"\ncolours.ink = '#fff'"),),
        verb=("brochure", "leaflet", *THEMED),
    ),
    Case(
        rules.PROOF_UNREAD,
        AT,
        (spoiled("labels.typ", "range(per-page)", "range(1, per-page)"),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_COUNT,
        AT,
        (spoiled("labels.typ", "range(calc.ceil(total / per-page))", "range(1)"),),
        verb=("labels", "kho-ca", "--design", "stamp", "--count", "30", *THEMED),
    ),
    Case(
        rules.PROOF_MODULE,
        AT,
        (spoiled("room.typ", DRAWN, DRAWN.replace("module", "module * 0.35")),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_QUIET_ZONE,
        AT,
        (spoiled("stamp.typ", "dx: left-edge + dark + gap,", "dx: left-edge + dark + gap * 0.3,"),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_LETTERS,
        AT,
        (spoiled("words.typ", 'size: size, weight: "medium", top', "size: 3pt, top"),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_CONTRAST,
        AT,
        (spoiled("parts.typ", "fill: palette.ink,", "fill: palette.hair,"),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_DOTS,
        AT,
        (spoiled("room.typ", DRAWN, DRAWN.replace("module", "module * 0.97")),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_WORDS_OVERLAP,
        AT,
        (spoiled("lines.typ", "let pitch = 1.28", "let pitch = 0.7"),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_WORDS_OUTSIDE,
        AT,
        (spoiled("stamp.typ", "dx: left-edge, dy: -room.y,", "dx: left-edge, dy: 1mm,"),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_WORDS_IN_CODE,
        AT,
        (spoiled("room.typ", DRAWN, PALE),),
        verb=_RUN,
    ),
    Case(
        rules.PROOF_WORDS_MISSING,
        AT,
        (spoiled("stamp.typ", "breakable(code.caption))", "code.caption.slice(9))"),),
        verb=_RUN,
    ),
)
