"""Logos: an SVG's filled shapes wherever its groups move them, and what can't be printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.press.logos import Logo, LogoError, read_logo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'


def logo(folder: Path, inside: str, box: str = "0 0 10 10") -> Logo:
    file = folder / "logo.svg"
    file.write_text(HEAD.format(box=box, inside=inside), "utf-8")
    return read_logo(file)


def corners(found: Logo) -> list[tuple[float, float]]:
    return [(step[1], step[2]) for step in found.shapes[0].steps if step[0] in {"M", "L"}]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("inside", "box", "first"),
    [
        ('<path d="M1 2h4v3z"/>', "0 0 10 10", (1, 2)),
        ('<path d="M1 2h4v3z"/>', "1 1 10 10", (0, 1)),
        ('<g transform="translate(3 1)"><path d="M1 2h4v3z"/></g>', "0 0 10 10", (4, 3)),
        ('<g transform="scale(2)"><path transform="translate(1)" d="M1 2h1z"/></g>', "", (4, 4)),
        ('<g transform="rotate(90 5 5)"><path d="M1 2h4v3z"/></g>', "0 0 10 10", (8, 1)),
        ('<path transform="matrix(1 0 0 1 2 2)" d="M1 2h4v3z"/>', "0 0 10 10", (3, 4)),
    ],
)
def test_a_shape_lies_where_its_groups_put_it(
    tmp_path: Path, inside: str, box: str, first: tuple[float, float]
) -> None:
    found = logo(tmp_path, inside, box or "0 0 10 10")

    assert corners(found)[0] == pytest.approx(first)


@pytest.mark.parametrize(
    ("paint", "paper"),
    [
        ("", False),
        ('fill="#0a5"', False),
        ('fill="#ffffff"', True),
        ('fill="white"', True),
        ('style="fill:#fefefe"', True),
        ('class="l"', True),
        ('fill="url(#g)"', False),
    ],
)
def test_what_is_light_is_paper(tmp_path: Path, paint: str, paper: bool) -> None:
    style = "<style>.l{fill:#fff;stroke:none}</style>"
    found = logo(tmp_path, f'{style}<path {paint} d="M1 2h4v3z"/>')

    assert [each.paper for each in found.shapes] == [paper]


def test_what_is_not_painted_is_left_out(tmp_path: Path) -> None:
    hidden = '<rect fill="none" width="9" height="9"/><defs><path d="M0 0h1z"/></defs><!-- -->'

    assert len(logo(tmp_path, f'{hidden}<circle cx="5" cy="5" r="4"/>').shapes) == 1


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<path fill="none" stroke="#000" d="M0 0h9"/>', "strokes"),
        ("<text>OCOP</text>", "“text”"),
        ('<image href="x.png"/>', "“image”"),
        ("", "no filled shape"),
        ('<g transform="skewX(10)"><path d="M0 0h9z"/></g>', "“skewX”"),
        ("<path", "damaged"),
        ('<path d="M1 1e999h3z"/>', "can't be read"),
        ('<path d="M1 z 3 q"/>', "can't be read"),
        ("<g>" * 5000 + "</g>" * 5000, "can't be read"),
    ],
)
def test_what_can_t_be_printed_is_told(tmp_path: Path, inside: str, said: str) -> None:
    with pytest.raises(LogoError) as caught:
        logo(tmp_path, inside)

    assert said in caught.value.en


def test_a_file_that_is_no_picture_is_told(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(b"no picture")

    with pytest.raises(LogoError, match="SVG, PNG"):
        read_logo(file)
