"""E-mail addresses become links, so that what no mail program can write to is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, project, run

PLACES = [("content/site.yaml", "language: vi", "office: {{name: A, email: {}}}\nlanguage: vi"),
          ("content/producers/co-so.md", "sample: true", "email: {}\nsample: true")]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new"), PLACES)
@pytest.mark.parametrize(
    "text",
    ["ocop", "A <a@b.vn>", '"a b@xa.vn"', '"a@x.vn, b@x.vn"', "a@xa", "mailto:a@b.vn", "xã@a.vn"],
)  # fmt: skip
def test_what_is_no_single_address_is_an_error(
    tmp_path: Path, file: str, old: str, new: str, text: str
) -> None:
    change(project(tmp_path), file, old, new.format(text))
    status, _, said = run(tmp_path, "check")

    assert status == 1
    assert f"{file}:" in said
    assert "error[type-wrong]" in said
    assert "ocop@example.com" in said


@pytest.mark.parametrize(("file", "old", "new"), PLACES)
@pytest.mark.parametrize("text", ["ocop@xa.tayninh.gov.vn", "a.b+c@xa-hai.vn", "1@xa.vn"])
def test_an_address_is_fine(tmp_path: Path, file: str, old: str, new: str, text: str) -> None:
    change(project(tmp_path), file, old, new.format(text))

    assert run(tmp_path, "check")[0] == 0
