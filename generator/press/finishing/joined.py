"""PDFs that were set one after the other as one document: pages, bookmarks, and what readers hear.

They come from one template, so that whatever concerns the whole document is that of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.pictures.typst_compiler import give_back

if TYPE_CHECKING:
    import pikepdf

_PAGE = "#page="


def places(pdf: bytes) -> tuple[int, Mapping[str, int]]:
    """How many pages it has, and where each heading with a label stands, counted from 0."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {page.objgen: at for at, page in enumerate(document.pages)}
        found: list[Any] = []
        if "/Names" in document.Root and "/Dests" in document.Root.Names:
            found = [*document.Root.Names.Dests.Names]
        pairs = zip(found[::2], found[1::2], strict=True)
        return len(numbers), {str(name): numbers[target[0].objgen] for name, target in pairs}


@contextmanager
def joined(parts: Sequence[Path]) -> Iterator[pikepdf.Pdf]:
    """All pages of these files as one document."""
    import pikepdf

    with ExitStack() as opened:
        whole, *others = (opened.enter_context(pikepdf.open(part)) for part in parts)
        for other in others:
            _append(whole, other)
        _find_pages(whole)
        yield whole
    give_back()


def _find_pages(whole: pikepdf.Pdf) -> None:
    """Have links that name a page's number, as `#page=12`, lead to that page."""
    import pikepdf

    for page in whole.pages:
        for each in page.obj.get("/Annots", ()):
            said = str(each.get("/A", pikepdf.Dictionary()).get("/URI", ""))
            if said.startswith(_PAGE) and 0 < int(said[len(_PAGE) :]) <= len(whole.pages):
                there = whole.pages[int(said[len(_PAGE) :]) - 1].obj
                del each["/A"]
                each["/Dest"] = pikepdf.Array([there, pikepdf.Name.XYZ, None, None, None])


def _append(whole: pikepdf.Pdf, other: pikepdf.Pdf) -> None:
    tree = whole.Root.get("/StructTreeRoot")
    if tree is not None:
        _shift(other, int(tree.get("/ParentTreeNextKey", 0)))
    whole.pages.extend(other.pages)
    if tree is not None:
        _graft(whole, tree, other)
    _bookmarks(whole, other)


def _shift(other: pikepdf.Pdf, by: int) -> None:
    """Number what the tree of tags is asked for anew, after that of the pages before."""
    for page in other.pages:
        if "/StructParents" in page.obj:
            page.obj["/StructParents"] = int(page.obj["/StructParents"]) + by
        for each in page.obj.get("/Annots", ()):
            if "/StructParent" in each:
                each["/StructParent"] = int(each["/StructParent"]) + by


def _graft(whole: pikepdf.Pdf, tree: pikepdf.Object, other: pikepdf.Pdf) -> None:
    """Add the other's tags. Their pages are in the document already, and are not copied again."""
    import pikepdf

    theirs = other.Root.StructTreeRoot
    base = int(tree.get("/ParentTreeNextKey", 0))
    copied = whole.copy_foreign(other.make_indirect(theirs))
    numbers = [*copied.ParentTree.Nums]
    shifted = [each if at % 2 else int(each) + base for at, each in enumerate(numbers)]
    tree.ParentTree.Nums.extend(pikepdf.Array(shifted))
    for each in copied.K:
        each["/P"] = tree
        tree.K.append(each)
    tree["/ParentTreeNextKey"] = base + int(copied.get("/ParentTreeNextKey", 0))
    if "/IDTree" in copied:
        known = tree.get("/IDTree", pikepdf.Dictionary(Names=pikepdf.Array()))
        known.Names.extend(copied.IDTree.Names)
        tree["/IDTree"] = known


def _bookmarks(whole: pikepdf.Pdf, other: pikepdf.Pdf) -> None:
    import pikepdf

    theirs = other.Root.get("/Outlines", pikepdf.Dictionary())
    if "/First" not in theirs:
        return
    copied = whole.copy_foreign(other.make_indirect(theirs))
    ours = whole.Root.get("/Outlines")
    if ours is None or "/First" not in ours:
        whole.Root["/Outlines"] = copied
        return
    item: pikepdf.Object | None = copied.First
    while item is not None:
        item["/Parent"] = ours
        item = item.get("/Next")
    ours.Last["/Next"] = copied.First
    copied.First["/Prev"] = ours.Last
    ours["/Last"] = copied.Last
    ours["/Count"] = int(ours.get("/Count", 0)) + int(copied.get("/Count", 0))
