"""Verbs print nothing: they speak to the Reporter that they are given, and return values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from small_project import change, project, write

from generator.catalogue.languages import Language
from generator.desk import passport
from generator.desk.building.build import build
from generator.desk.building.check import check
from generator.desk.labels.label_options import LabelOptions, run
from generator.desk.new import new_site
from generator.desk.options import Order
from generator.desk.reporting import FAILED, FINE, MISUSED


class Heard:
    """A reporter that prints nothing and notes what it hears: the method, and what was given."""

    def __init__(
        self, language: Language = "vi", noted: list[tuple[str, Any]] | None = None
    ) -> None:
        self.language = language
        self.noted = [] if noted is None else noted

    def speaking(self, language: Language) -> Heard:
        return Heard(language, self.noted)

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *given: self.noted.append((name, given))

    @contextmanager
    def progress(self, _: str, english: str, total: int) -> Iterator[Callable[[int], None]]:
        self.noted.append(("progress", (english, total)))
        yield lambda count: self.noted.append(("advance", count))
        self.noted.append(("end of progress", ()))

    def names(self) -> list[str]:
        return [name for name, _ in self.noted]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture(autouse=True)
def nothing_printed(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    yield
    assert capfd.readouterr() == ("", "")


def options(*products: str, **asked: object) -> LabelOptions:
    given: dict[str, Any] = dict.fromkeys(LabelOptions.__annotations__)
    given |= {"products": products, "skip": 0, "offset": "0,0", "level": "M", "label_lang": "vi"}
    return {**given, **asked}  # type: ignore[typeddict-item]  # the same keys


def test_a_build_returns_its_summary_and_tells_of_its_progress_as_it_goes(root: Path) -> None:
    heard = Heard()
    done = build(Order(root=root, output=root / "output", only="site", jobs=1), heard)
    names = heard.names()

    assert done.status == FINE
    assert done.summary
    assert done.summary.products == 3
    assert done.trees.keys() == {"site"}
    first, last = names.index("progress"), names.index("end of progress")
    assert {*names[first + 1 : last]} == {"advance"}
    assert last - first - 1 == dict(heard.noted)["progress"][1]
    assert names[-1] == "built"


def test_a_build_that_fails_returns_what_it_told(root: Path) -> None:
    change(root, "content/products/gao.md", "group: 4", "group: 99")
    heard = Heard()
    done = build(Order(root=root, output=root / "output", jobs=1), heard)

    assert done.status == FAILED
    assert done.summary is None
    assert [each.rule.code for each in done.problems] == ["unknown-group"]
    assert heard.names() == ["problems", "refused"]


def test_a_theme_that_there_is_not_ends_a_build(root: Path) -> None:
    heard = Heard()
    done = build(Order(root=root, output=root / "output", theme="khong", jobs=1), heard)

    assert done.status == FAILED
    assert heard.names()[-1] == "refuse"


@pytest.mark.parametrize("as_json", [True, False])
def test_a_check_returns_the_problems(root: Path, as_json: bool) -> None:
    write(root, "content/products/x.md", "---\nname: [\n---\n")
    heard = Heard()
    done = check(root, "en", heard, as_json=as_json)

    assert done.status == FAILED
    assert "yaml-syntax" in [each.rule.code for each in done.problems]
    assert heard.names()[0] == ("raw" if as_json else "problems")


def test_labels_return_the_files_that_they_wrote(root: Path) -> None:
    done = run(root, options("kho-ca", design="stamp", output=root / "tem"), Heard())

    assert done.status == FINE
    assert len(done.files) == 3
    assert all((root / "tem" / path).is_file() for path in done.files)


def test_labels_that_can_t_be_printed_return_why(root: Path) -> None:
    change(root, "content/products/kho-ca.md", "status: certified", "status: withdrawn")
    done = run(root, options("kho-ca", design="stamp", output=root / "tem"), Heard())

    assert done.status == FAILED
    assert "label-withdrawn" in [each.rule.code for each in done.problems]
    assert done.files == ()


def test_the_table_of_stocks_is_told_as_a_table(root: Path) -> None:
    heard = Heard()

    assert run(root, options(list_stocks=True), heard).status == FINE
    assert "table" in heard.names()


def test_a_passport_is_returned_and_none_of_an_unknown_product(root: Path) -> None:
    found = passport.show(root, "kho-ca", "en", Heard(), as_json=False)
    none = passport.show(root, "kho-cax", "en", Heard(), as_json=False)

    assert (found.status, none.status) == (FINE, MISUSED)
    assert found.passport
    assert none.passport is None


def test_a_new_site_is_told_and_a_folder_in_use_refused(tmp_path: Path) -> None:
    heard = Heard()
    statuses = [new_site(tmp_path / "p", "vi", heard).status for _ in range(2)]

    assert statuses == [FINE, FAILED]
    assert heard.names() == ["say", "refuse"]
