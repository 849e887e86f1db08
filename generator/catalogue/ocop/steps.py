"""The standard steps of a trade, from raw material to the shop, with their names.

Circular 02/2024/TT-BKHCN asks for the stages of production and trade, one step back and one step
forward; the steps are those of the trades in OCOP's groups. Others may be written freely.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from generator.catalogue.languages import Language


class Side(StrEnum):
    """Where a step stands, seen from the producer's workshop."""

    BACK = "back"
    HERE = "here"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `rank` orders those of the same day."""

    key: str
    vi: str
    en: str
    side: Side
    rank: int

    def name(self, language: Language) -> str:
        """What the step is called."""
        return self.en if language == "en" else self.vi


_BACK = (
    ("grown", "Gieo trồng, nuôi", "Grown or raised"),
    ("harvested", "Thu hoạch", "Harvested"),
    ("caught", "Đánh bắt", "Caught"),
    ("bought", "Mua nguyên liệu", "Raw material bought"),
)
_HERE = (
    ("received", "Nhận nguyên liệu", "Raw material received"),
    ("prepared", "Sơ chế", "Prepared"),
    ("salted", "Ướp muối, tẩm gia vị", "Salted or marinated"),
    ("fermented", "Ủ, lên men", "Fermented"),
    ("cooked", "Nấu, hấp, rang", "Cooked"),
    ("distilled", "Chưng cất", "Distilled"),
    ("dried", "Phơi, sấy", "Dried"),
    ("milled", "Xay xát", "Milled"),
    ("sorted", "Phân loại", "Sorted"),
    ("woven", "Đan, dệt", "Woven"),
    ("finished", "Hoàn thiện", "Finished"),
    ("tested", "Kiểm nghiệm", "Tested"),
    ("packed", "Đóng gói", "Packed"),
    ("stored", "Nhập kho", "Stored"),
)
_FORWARD = (
    ("shipped", "Xuất hàng", "Shipped"),
    ("sold", "Giao cho nơi bán", "Delivered to the seller"),
    ("recalled", "Thu hồi", "Recalled"),
)
_GROUPS = ((Side.BACK, _BACK), (Side.HERE, _HERE), (Side.FORWARD, _FORWARD))
_ROWS = tuple((side, row) for side, rows in _GROUPS for row in rows)

STEPS: Mapping[str, Step] = MappingProxyType(
    {key: Step(key, vi, en, side, rank) for rank, (side, (key, vi, en)) in enumerate(_ROWS)}
)
"""Every standard step by its key, in the order in which they follow each other."""

TESTED, RECALLED = "tested", "recalled"
_KEYS = {name.casefold(): key for key, step in STEPS.items() for name in (key, step.vi, step.en)}


@lru_cache(maxsize=1024)
def step_key(text: str) -> str:
    """The key of a standard step written as key or name in either language, else the text itself.

    Small and capital letters are the same: “Đóng gói” and “packed” are one step.
    """
    return _KEYS.get(text.casefold(), text)


def step_name(key: str, language: Language) -> str:
    """What a step is called; a free one as it was written."""
    return STEPS[key].name(language) if key in STEPS else key


def step_rank(key: str) -> int:
    """The place of a step among those of one day; a free one stands before packing."""
    return STEPS[key].rank if key in STEPS else STEPS["packed"].rank - 1


def step_side(key: str) -> Side:
    """Where the step stands; a free one in the workshop."""
    return STEPS[key].side if key in STEPS else Side.HERE
