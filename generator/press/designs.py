"""The designs of labels, one row each: what it is, and what the program has to know of it.

How a design looks is the theme's: a template in `press/`, called in `labels.typ`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Part = Literal["names", "dates", "law", "offer"]
"""The product and its maker; the lot and its days; what the law asks for; a price and who to call.

`proof_words.py` says which facts belong to each.
"""


@dataclass(frozen=True, slots=True)
class Design:
    """A design by its `--design`; `vi` is what it is, for the command's help.

    The proof finds each of the parts that it `says`, or the label isn't handed out. `stock` is
    the sheet for it where nobody asks for one, if not the common one. A `branded` one bears logo,
    colour and photo, and is cut out along a line that the printing house gets as an ink.
    """

    name: str
    vi: str
    says: tuple[Part, ...]
    stock: str | None = None
    branded: bool = False

    @property
    def on_packs(self) -> bool:
        """Whether it is stuck on packs: it is for one pack, and has the lot that is in it."""
        return "dates" in self.says

    @property
    def lawful(self) -> bool:
        """Whether it is the label of goods that the law asks for."""
        return "law" in self.says

    @property
    def priced(self) -> bool:
        """Whether it says prices."""
        return "offer" in self.says


_ALL = (
    Design("code", "mã", says=()),
    Design("stamp", "tem truy xuất", says=("names", "dates")),
    Design("label", "nhãn hàng hóa", says=("names", "dates", "law")),
    Design("shelf-card", "thẻ quầy", says=("names", "offer"), stock="a4-a7"),
    Design("brand", "nhãn thương hiệu, mặt trước", ("names",), "a6", branded=True),
    Design("brand-back", "mặt sau của nó", ("names", "dates", "law"), "a6", branded=True),
)
DESIGNS: Mapping[str, Design] = {each.name: each for each in _ALL}
