"""What all models are made of: texts, numbers and codes as editors write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from generator.catalogue.dates import PartialDate

Language = Literal["vi", "en"]


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _thousands(value: object) -> object:
    """Accept 185.000 and 185 000 as written in Vietnam for a whole number of đồng."""
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+", value):
        return value.replace(".", "").replace(" ", "")
    return value


def _digits(value: object) -> object:
    return re.sub(r"[\s-]", "", value) if isinstance(value, str) else value


def _day(value: object) -> object:
    """A whole date in any form that `PartialDate` reads; ValueError for a part of one."""
    if not isinstance(value, str):
        return value
    found = PartialDate.parse(value)
    if found.day is None:
        raise ValueError(f"not one day: {value!r}")
    return found.first_day


class Printed:
    """Marks text that print and share cards may show; see judging/printed_texts.py."""


PageText = Annotated[str, AfterValidator(_tidy), Field(min_length=1)]
"""Text that pages alone show, and names of files."""
Text = Annotated[PageText, Printed]
StoryText = Annotated[str, Printed]
"""Markdown of which print shows a part."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=100)]
Code = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{4,8}$")]
Gtin = Annotated[str, BeforeValidator(_digits), Field(pattern=r"^(?:[0-9]{8}|[0-9]{12,14})$")]
Gln = Annotated[str, BeforeValidator(_digits), Field(pattern=r"^[0-9]{13}$")]
Phone = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 .]{6,16}$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"']+$")]
Dong = Annotated[int, BeforeValidator(_thousands), Field(gt=0)]
Quantity = Annotated[int, BeforeValidator(_thousands), Field(gt=0)]
Day = Annotated[date, BeforeValidator(_day)]
Focus = Annotated[str, Field(pattern=r"^(?:100|[0-9]{1,2})% (?:100|[0-9]{1,2})%$")]


class Model(BaseModel):
    """Frozen, and strict about unknown keys; scalars arrive as text and are converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
