"""What is told of products that a piece of print leaves out: which, why, and the way to have them.

The catalogue's own print shows as many products as it has places, and nobody has chosen which; so
there only those are told that leave a place empty. A fair that is over is printed for nobody.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, KeyPath, Position
from generator.catalogue.problems.rules_press import PRINT_LEFT_OUT, PRINT_NOTHING
from generator.press.formats import Format
from generator.press.pieces import Piece
from generator.press.selection import LeftOut, Reason, Selection, Subject

_COUNTED = (Reason.OVER_THE_NUMBER,)
_MOST_NAMES = 5
"""Names that a message gives for each reason."""


class Told(NamedTuple):
    """Why a product is left out, and what to do about it, in both languages."""

    why_vi: str
    why_en: str
    cure_vi: str
    cure_en: str


REASONS: Mapping[Reason, Told] = MappingProxyType(
    {
        Reason.NO_PHOTO: Told(
            "chưa có ảnh",
            "without a photo",
            "thêm ảnh ở khóa photos",
            "Add a photo at the key photos",
        ),
        Reason.NO_CODE: Told(
            "chưa có mã", "without a code", "thêm khóa code hoặc gtin", "Add the key code or gtin"
        ),
        Reason.NO_STARS: Told(
            "chưa được công nhận",
            "not recognised yet",
            "in cho sản phẩm này khi đã có quyết định công nhận",
            "Print it for what has been recognised",
        ),
        Reason.WITHDRAWN: Told(
            "đã thu hồi", "withdrawn", "xóa tên sản phẩm đã thu hồi", "Take out what is withdrawn"
        ),
        Reason.LAPSED: Told(
            "giấy chứng nhận hết hiệu lực",
            "whose certificate lapses",
            "ghi quyết định mới vào certificate khi sản phẩm được công nhận lại",
            "Write the new decision into certificate once it is recognised again",
        ),
        Reason.POTENTIAL: Told(
            "chưa được công nhận",
            "not recognised yet",
            "ghi tên từng sản phẩm ở khóa products của hội chợ nếu muốn in cả sản phẩm tiềm năng",
            "List the products at the fair's key products to show potential ones too",
        ),
        Reason.NO_TRANSLATION: Told(
            "chưa có bản dịch",
            "without a translation",
            "thêm tệp .{language}.md",
            "Add a file .{language}.md",
        ),
        Reason.OVER_THE_NUMBER: Told(
            "quá {most} chỗ",
            "over its {most} places",
            "đưa {most} sản phẩm muốn in lên đầu khóa products của hội chợ, "
            "hoặc in bằng --products",
            "Put the {most} products to print first at the fair's key products, or print with "
            "--products",
        ),
    }
)
_OF_CHOSEN: Mapping[Reason, Told] = MappingProxyType(
    {
        Reason.OVER_THE_NUMBER: REASONS[Reason.OVER_THE_NUMBER]._replace(
            cure_vi="chọn nhiều nhất {most} sản phẩm ở --products",
            cure_en="Choose {most} products at most with --products",
        )
    }
)
"""Where somebody has chosen the products by name."""


def findings(
    catalogue: Catalogue,
    chosen: Iterable[tuple[Piece, Selection]],
    today: date,
) -> Iterator[Finding]:
    """Yield a warning for what a build prints without products which it is to show.

    What has a problem of its own is not told twice. Several formats that leave out the same ones
    for the same reasons are told of at once.
    """
    pieces = [
        (piece, selection)
        for piece, selection in chosen
        if not (piece.subject.fair and piece.subject.fair.ends_on < today)
    ]
    left = ([each for each in it.left_out if not _told_already(each)] for _, it in pieces)
    yield from _together(catalogue, zip(pieces, left, strict=True))


def findings_of_asked(
    catalogue: Catalogue, chosen: Iterable[tuple[Piece, Selection]]
) -> Iterator[Finding]:
    """The same of pieces that somebody asks for, and of all that they leave out.

    Whoever prints sees no other problem than those of print.
    """
    yield from _together(catalogue, ((each, each[1].left_out) for each in chosen))


def _together(
    catalogue: Catalogue, pieces: Iterable[tuple[tuple[Piece, Selection], Sequence[LeftOut]]]
) -> Iterator[Finding]:
    alike: dict[Hashable, list[tuple[Piece, Selection, Sequence[LeftOut]]]] = {}
    for (piece, selection), some in pieces:
        if left := _told(piece.format, piece.subject, selection, some):
            same = (
                piece.subject.source(catalogue),
                selection.language,
                (len(selection.shown), len(selection.left_out)),
                tuple((each.product.slug, each.reason) for each in left),
                piece.format.most if any(each.reason in _COUNTED for each in left) else None,
            )
            alike.setdefault(same, []).append((piece, selection, left))
    for found in alike.values():
        piece, selection, left = found[0]
        wanted = [each.format for each, _, _ in found]
        yield _finding(catalogue, wanted, piece.subject, selection, left)


def _told(
    wanted: Format, subject: Subject, chosen: Selection, left: Sequence[LeftOut]
) -> Sequence[LeftOut]:
    """Those left out, but for what nobody has chosen."""
    if subject.fair or subject.product or subject.products:
        return left
    full = wanted.most is not None and len(chosen.shown) >= wanted.most
    return [] if full else left


def _told_already(each: LeftOut) -> bool:
    """A photo that can't be used has a problem of its own, and so has a certificate that ends."""
    return each.reason is Reason.LAPSED or (
        each.reason is Reason.NO_PHOTO and bool(each.product.photos)
    )


def _finding(
    catalogue: Catalogue,
    wanted: Sequence[Format],
    subject: Subject,
    chosen: Selection,
    left: Sequence[LeftOut],
) -> Finding:
    grouped: dict[Reason, list[str]] = {}
    for each in left:
        grouped.setdefault(each.reason, []).append(each.product.name)
    reasons = {**REASONS, **_OF_CHOSEN} if subject.products else REASONS
    said = [(_named(names), reasons[reason]) for reason, names in grouped.items()]
    values = {
        "called_vi": ", ".join(dict.fromkeys(each.title.vi for each in wanted)),
        "called_en": ", ".join(dict.fromkeys(each.title.en for each in wanted)),
        "count": str(len(left)),
        "asked": str(len(chosen.shown) + len(chosen.left_out)),
        "left_vi": "; ".join(f"{told.why_vi}: {names}" for names, told in said),
        "left_en": "; ".join(f"{told.why_en}: {names}" for names, told in said),
        "cure_vi": "; ".join(told.cure_vi for _, told in said),
        "cure_en": "; ".join(_inside(told.cure_en, at) for at, (_, told) in enumerate(said)),
    }
    places = {"{most}": str(wanted[0].most), "{language}": chosen.language}
    for place, text in places.items():
        values = {key: said.replace(place, text) for key, said in values.items()}
    rule = PRINT_LEFT_OUT if chosen.shown else PRINT_NOTHING
    return Finding(subject.source(catalogue), _place(subject, left), rule, values)


def _inside(text: str, at: int) -> str:
    """With a capital only at the beginning of the sentence."""
    return text[:1].lower() + text[1:] if at else text


def _named(names: Sequence[str]) -> str:
    shown = [f"“{each}”" for each in names[:_MOST_NAMES]]
    rest = len(names) - len(shown)
    return ", ".join([*shown, *([f"+{rest}"] if rest else [])])


def _place(subject: Subject, left: Sequence[LeftOut]) -> Position | KeyPath:
    """The first of them in the fair's list."""
    if subject.fair and left[0].product.slug in subject.fair.products:
        return ("products", subject.fair.products.index(left[0].product.slug))
    return START
