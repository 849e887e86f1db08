"""The number and the day of a decision that stand in one cell."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.catalogue.lists.cells import CellDoubt, day

_BODY = r"Q[ĐD]\w*(?:\s*-\s*(?!(?:ngày|ký|ra|ban|của|năm)\b)[^\W\d_]\w*)*"
_DECISION = re.compile(
    r"(?P<kind>q[đd]|quyết\s+định)?\s*(?P<number>(?:số\s*:?\s*)?[0-9]+\s*/\s*(?:[0-9]{4}\s*/\s*)?"
    rf"{_BODY})"
    rf"|(?P<body>{_BODY})\s+số\s*:?\s*(?P<after>[0-9]+)(?![0-9/])"
    r"|(?:q[đd]|quyết\s+định)\s*(?P<short>(?:số\s*:?\s*)?[0-9]+)(?=\s*(?:,|\(|ngày|ký))",
    re.IGNORECASE,
)
_NAMES_DECISION = re.compile(r"[qQ](?:[đĐdD]|(?i:uyết))")
_SIGNED = re.compile(
    r"[\s,;:(\-–]*(?:(?:ký|ra|ban hành)\s+)?(?:ngày\s*)?"
    r"(?P<day>[0-9]{1,2}\s*[/.\-]\s*[0-9]{1,2}\s*[/.\-]\s*[0-9]{2,4}|[0-9]{1,2}\s*tháng\s*[0-9]{1,2}\s*năm\s*[0-9]{4})(?![0-9/])",
    re.IGNORECASE,
)


@lru_cache(1 << 14)  # one decision recognises many products
def decision(text: str) -> tuple[str, str, str]:
    """Number, date (perhaps empty) and what is left of “QĐ số 2008/QĐ-UBND ngày 7/4/2023”.

    All is empty but the rest where the text names no decision.
    """
    found = _DECISION.search(text) if _NAMES_DECISION.search(text) else None
    if found is None:
        return "", "", text
    after = found["after"] and f"{found['after']}/{found['body']}"
    number = found["number"] or after or found["short"]
    number = re.sub(r"\s*([/-])\s*", r"\1", " ".join(number.split()))
    rest = text[found.end() :]
    if _DECISION.search(rest):
        raise CellDoubt(
            f"có nhiều quyết định trong một ô: “{text}”; hãy để lại quyết định còn hiệu lực",
            f"several decisions in one cell: “{text}”; leave the one that holds",
        )
    signed = ""
    if told := _SIGNED.match(rest):
        signed, rest = day(told["day"]), rest[told.end() :]
    before = text[: found.start()]
    if not signed and (told := _SIGNED.fullmatch(before.rstrip(" ,;:(-–"))):
        signed, before = day(told["day"]), ""
    number = re.sub(r"(?i)^số\s*:?\s*", "", number)
    return f"Số {number}", signed, f"{before} {rest}".strip(" ,;()-\n")
