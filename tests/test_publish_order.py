"""Wherever a run is stopped, each public page is whole; and the next run goes on from there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest
from publish_samples import BrokenError, Files, Memory, Office, missing, version

from generator.desk.publishing.changes import TargetState, changes
from generator.desk.publishing.site_version import (
    MANIFEST,
    UNDER_WAY,
    SiteFile,
    SiteVersion,
    UnderWay,
)
from generator.desk.publishing.transport import TransportError
from generator.engine.fingerprint import digest

HEAD = '<link rel="stylesheet" href="{up}static/{css}"><link rel="alternate" href="{up}{feed}">'


def page(
    up: str, css: str, *shown: str, feed: str = "feed.xml", leads: tuple[str, ...] = ()
) -> bytes:
    """A page of the site."""
    pictures = "".join(
        f'<img src="{up}media/{each}" srcset="{up}media/{each} 2x">' for each in shown
    )
    links = "".join(f'<a href="{up}{each}index.html">x</a>' for each in leads)
    return f"<html>{HEAD.format(up=up, css=css, feed=feed)}{pictures}{links}</html>".encode()


def site(css: str, products: dict[str, str], feed: str = "feed.xml") -> dict[str, bytes]:
    """A home page, a list, and a page for each product with its picture."""
    leads = tuple(f"san-pham/{slug}/" for slug in products)
    return {
        "index.html": page("", css, feed=feed, leads=("san-pham/",)),
        "san-pham/index.html": page("../", css, *products.values(), feed=feed, leads=leads),
        "nhom/8/index.html": page("../../", css, feed=feed, leads=leads),
        **{
            f"san-pham/{slug}/index.html": page("../../", css, picture, feed=feed)
            for slug, picture in products.items()
        },
        **{
            f"Q/{slug}/index.html": page(
                "../../", css, picture, feed=feed, leads=("nhom/8/", leads[0])
            )
            for slug, picture in products.items()
        },
        **{f"media/{picture}": picture.encode() for picture in products.values()},
        f"static/{css}": css.encode(),
        feed: " ".join(products).encode(),
        "sitemap.xml": " ".join(products).encode(),
    }


A = site("a.css", {"ca": "ca.0123abcd.jpg", "gao": "gao.0123abcd.jpg", "mam": "mam.0123abcd.jpg"})
B = site(
    "b.css",
    {"ca": "ca.4567abcd.jpg", "mam": "mam.0123abcd.jpg", "tom": "tom.0123abcd.jpg"},
    "tin.xml",
)
C = site("c.css", {"gao": "gao.4567abcd.jpg", "cua": "cua.0123abcd.jpg"})
NOTHING: Files = {}
CHANGED = ("san-pham/ca", "san-pham/mam")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


def faults(office: Office, *versions: Files) -> list[object]:
    """Files that are of no version, and what pages show or lead to and there is not.

    Pages that were not public before lead to each other, so that one has to come first. That is no
    fault where nobody can have come to it: not by another page, and not by a printed code.
    """
    files = office.public
    known = {(path, text) for each in versions for path, text in each.items()}
    shown = missing(files, links=False)
    led_to = ((page, to) for page, to in missing(files) if page in versions[0] or page[:2] == "Q/")
    return [*(path for path, text in files.items() if (path, text) not in known), *shown, *led_to]


def operations(office: Office, before: Files, after: Files) -> int:
    office.publish(before)
    return office.publish(after)


STEPS = {"first": (NOTHING, A), "next": (A, B), "smaller": (B, C)}


@pytest.mark.parametrize(
    ("name", "late"), [*((name, False) for name in STEPS), ("next", True)], ids=str
)
def test_a_run_stopped_anywhere_leaves_each_page_whole_and_is_gone_on_with(
    name: str, late: bool, tmp_path: Path
) -> None:
    before, after = STEPS[name]
    count = operations(Office(tmp_path / "try"), before, after)
    assert count > len(after) / 2
    for at in range(1, count + 1):
        office = Office(tmp_path / f"office{at}")
        if before:
            office.publish(before)
        with pytest.raises(BrokenError):
            office.publish(after, at, late=late)
        assert faults(office, before, after) == [], at
        left = office.publish(after)

        assert office.public == after, at
        assert left <= count - at + 5 + len(before.keys() - after.keys()), at
        assert UNDER_WAY not in office.target.files


def test_pages_come_after_what_they_show_new_ones_first_and_lists_last() -> None:
    before, after = version(A), version(B)
    stages = changes(TargetState(before, UnderWay(), {}), after).stages()

    assert [*stages] == [
        ("media/ca.4567abcd.jpg", "media/tom.0123abcd.jpg", "static/b.css", "tin.xml"),
        ("san-pham/tom/index.html",),
        ("Q/tom/index.html",),
        (
            "Q/ca/index.html",
            "Q/mam/index.html",
            "nhom/8/index.html",
            "san-pham/ca/index.html",
            "san-pham/mam/index.html",
        ),
        ("san-pham/index.html",),
        ("index.html",),
        ("sitemap.xml",),
    ]


def test_only_folders_with_nothing_of_ours_in_them_are_looked_at_when_files_went() -> None:
    """Each look is a question to a server that may be far away."""
    planned = changes(TargetState(version(A), UnderWay(), {}), version(B))

    assert planned.emptied == ("Q/gao", "san-pham/gao")


@pytest.mark.parametrize("folds", [True, False])
def test_a_name_that_changes_by_case_alone_costs_no_file(folds: bool, tmp_path: Path) -> None:
    """A stick of Windows takes both for one: to remove the old name would remove the new."""

    class Disk(Memory):
        def folds_cases(self) -> bool:
            return folds

        def delete(self, paths: Collection[str]) -> None:
            gone = {path.casefold() if folds else path for path in paths}
            for path in [*self.files]:
                if (path.casefold() if folds else path) in gone:
                    del self.files[path]

    office = Office(tmp_path / "office", Disk({}))
    office.publish({"index.html": b"1", "media/Anh.jpg": b"x"})
    office.publish({"index.html": b"2", "media/anh.jpg": b"x"})

    assert "media/anh.jpg" in office.public
    assert ("media/Anh.jpg" in office.public) == folds


def test_another_version_may_come_after_one_that_was_stopped(tmp_path: Path) -> None:
    """None of the stopped version's files is left, though no manifest ever told of them."""
    count = operations(Office(tmp_path / "try"), A, B)
    for at in range(1, count + 1, 2):
        office = Office(tmp_path / f"office{at}")
        office.publish(A)
        with pytest.raises(BrokenError):
            office.publish(B, at)
        again = operations(Office(tmp_path / f"try{at}"), B, C)
        for second in range(2, again, 5):
            try:
                office.publish(C, second)
            except BrokenError:
                assert faults(office, A, B, C) == [], (at, second)
        office.publish(C)

        assert office.public == C, at


def test_another_machine_goes_on_where_one_was_stopped(tmp_path: Path) -> None:
    one = Office(tmp_path / "one")
    one.publish(A)
    with pytest.raises(BrokenError):
        one.publish(B, 8)
    other = Office(tmp_path / "other", one.target)
    other.publish(C)
    assert one.public == C
    one.publish(B)

    assert one.public == B


def test_a_file_that_was_spoilt_where_it_is_kept_is_not_sent(tmp_path: Path) -> None:
    office = Office(tmp_path / "office")
    (tmp_path / "files" / digest(A["static/a.css"])).write_bytes(b"b.css")
    with pytest.raises(TransportError, match="damaged"):
        office.publish(A)

    assert "static/a.css" not in office.public
    assert missing(office.public) == []
    office.publish(A)
    assert office.public == A


def test_only_what_changed_is_sent(office: Office) -> None:
    office.publish(A)

    assert office.publish(A) == 0
    own = 5  # the mark of a run, the manifest, empty folders, the mark's end, and the last word
    assert office.publish({**A, "sitemap.xml": b"x"}) == 1 + own


def test_what_is_kept_stays_known_and_goes_when_it_is_kept_no_more(office: Office) -> None:
    kept = {"san-pham/gao/index.html", "media/gao.0123abcd.jpg", "static/a.css", "feed.xml"}
    office.publish(A)
    office.publish(B, kept=kept)
    assert office.public == {**{path: A[path] for path in kept}, **B}
    office.publish(C, kept=kept)
    assert "static/a.css" in office.public
    office.publish(C)

    assert office.public == C


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"ocop 1 x\n{}", None])
def test_a_damaged_mark_or_manifest_costs_no_page(spoilt: bytes | None, office: Office) -> None:
    office.publish(A)
    with pytest.raises(BrokenError):
        office.publish(B, 6)
    for name in (MANIFEST, UNDER_WAY):
        if spoilt is None:
            del office.target.files[name]
        else:
            office.target.files[name] = spoilt
    office.publish(B)
    found = office.public

    assert {path: found[path] for path in B} == B
    assert missing(found) == []


@pytest.mark.parametrize("path", ["../rieng.txt", "/etc/x", "a/../../x", ".ocop-published", "a\\b"])
def test_a_manifest_can_name_no_file_outside_the_site(path: str, office: Office) -> None:
    office.publish(A)
    office.target.files[path] = b"x"
    forged = SiteVersion({path: SiteFile("0", 1)})
    office.target.files[MANIFEST] = forged.encoded
    office.publish(B)

    assert path in office.target.files


def test_two_runs_at_once_end_with_one_of_them(tmp_path: Path) -> None:
    """The one that finds the other's mark stops before it says that its own version is there."""
    one = Office(tmp_path / "one")
    one.publish(A)

    class Meddled(Memory):
        def write(self, files: Mapping[str, Path]) -> Iterator[str]:
            yield from super().write(files)
            if any(path.startswith("san-pham/") for path in files):
                Office(tmp_path / f"other{len(self.files)}", Memory(self.files)).publish(C)

    meddled = Office(tmp_path / "two", Meddled(one.target.files))
    with pytest.raises(TransportError, match="meanwhile"):
        meddled.publish(B)
