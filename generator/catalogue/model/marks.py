"""Certificates of other schemes than OCOP: geographical indications, VietGAP, organic and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from pydantic import create_model

from generator.catalogue.dates import PartialDate
from generator.catalogue.languages import Language
from generator.catalogue.model.types import Model, PageText, Period, RegisterNumber

SCHEMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "gi": ("Chỉ dẫn địa lý", "Geographical indication"),
        "vietgap": ("VietGAP", "VietGAP"),
        "globalgap": ("GLOBALG.A.P.", "GLOBALG.A.P."),
        "organic": ("Hữu cơ", "Organic"),
        "haccp": ("HACCP", "HACCP"),
        "iso22000": ("ISO 22000", "ISO 22000"),
    }
)
"""Schemes that a key names, as readers know them in either language; others have their own name."""
_OCOP = re.compile(r"\bocop\b|mỗi xã một sản phẩm|one commune one product")

# `from` is a word of Python, so that no class body can name it.
if TYPE_CHECKING:
    _Beginning = Model
else:
    _Beginning = create_model(
        "_Beginning", __base__=Model, __module__=__name__, **{"from": (Period | None, None)}
    )


class Mark(_Beginning):
    """A certificate of another scheme, with what its register tells: often no more than a number.

    `from` is read as `begins_on`.
    """

    scheme: PageText
    number: RegisterNumber | None = None
    issuer: PageText | None = None
    until: Period | None = None

    @property
    def begins_on(self) -> PartialDate | None:
        """From when it is valid, as far as known."""
        return cast("PartialDate | None", getattr(self, "from"))

    @property
    def valid_from(self) -> date | None:
        """The first day of the (perhaps only partly known) time from which it is valid."""
        return self.begins_on.first_day if self.begins_on else None

    @property
    def valid_until(self) -> date | None:
        """The last day that is sure to be valid, as an OCOP certificate's; None without an end."""
        return self.until.first_day if self.until else None

    @property
    def is_ocop(self) -> bool:
        """Whether it names the programme whose certificates stand elsewhere."""
        return _OCOP.search(self.scheme.casefold()) is not None

    def scheme_name(self, language: Language) -> str:
        """What readers call the scheme; a key may be written as the scheme's own name."""
        names = SCHEMES.get(re.sub(r"[\W_]", "", self.scheme.casefold()))
        return names[language == "en"] if names else self.scheme
