"""Each command that README and guide show works as written, on the content that comes along."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import ocop

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/huong-dan.md", "docs/may-chu.md")
MENTIONS = {"ocop", "ocop labels", "ocop build --base-url", "ocop build --strict", "ocop publish"}
"""Names of commands and options in a sentence, which no one would run so."""
JUDGEMENT = "ocop labels --check"
"""Says with its status whether anything is wanting in the content."""
ONE_LABEL = ("labels", "kho-ca-loc", "--stock", "L7165", "--count", "1")


def shown() -> Iterator[str]:
    """Every whole command line of the documents, in lines of their own and in sentences."""
    for name in DOCUMENTS:
        text = (ROOT / name).read_text("utf-8")
        found = re.findall(r"^    +(?:\S*[\\/])?(ocop\b.*)$|`(ocop\b[^`]*)`", text, re.MULTILINE)
        yield from (" ".join((line or inline).split()) for line, inline in found)


COMMANDS = [
    each for each in dict.fromkeys(shown()) if each not in MENTIONS and not re.search("[<…]", each)
]
GUIDE = (ROOT / "docs/huong-dan.md").read_text("utf-8")
OPTIONS = [
    each
    for each in dict.fromkeys(re.findall(r"`(--[a-z-]+ [^`]+)`", GUIDE))
    if not re.search("[<…]", each)
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content, which no command may spoil."""
    folder = tmp_path_factory.mktemp("documented") / "danh-muc"
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


def run(words: list[str] | tuple[str, ...]) -> Result:
    return CliRunner().invoke(ocop, [*words], standalone_mode=False)


def test_the_documents_show_commands() -> None:
    assert len(COMMANDS) > 10
    assert len(OPTIONS) > 10


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_the_documents_show_works(
    command: str, project: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(project)
    words = shlex.split(command.replace("\\", "/"))[1:]
    if words == ["build"]:
        assert request.getfixturevalue("output").is_dir()  # built from the same content
        return
    if words[0] == "build" and "--root" in words:
        run(["new", "site", words[words.index("--root") + 1]])
    if words[:2] == ["new", "site"]:
        shutil.rmtree(words[2], ignore_errors=True)
    result = run(words)

    assert result.exception is None
    assert result.return_value == 0 or command == JUDGEMENT, result.output


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_that_the_guide_shows_works_on_the_commands_product(
    option: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    given = shlex.split(option)
    asked: tuple[str, ...] = ("labels", "--outline")  # reads every option and makes one page
    if given[0] in {"--lot", "--produced", "--design", "--label-lang", "--pack", "--level"}:
        asked = ONE_LABEL
    if given[0] == "--dpi":
        asked = ("labels", "--outline", "--stock", "nhiet-50x30")
    if given[0] == "--count":
        asked = ONE_LABEL[:-2]
    result = run([*asked, *given])

    assert result.exception is None
    assert result.return_value == 0, result.output
