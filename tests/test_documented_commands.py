"""Each command that README and guide show works as written, on the content that comes along."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.addresses import ledger
from generator.cli import ocop
from generator.desk.reporting import Reporter
from generator.desk.serving import serve
from generator.desk.versions.archive import Archive

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/huong-dan.md", "docs/may-chu.md")
MENTIONS = {
    *("ocop", "ocop.bat", "ocop menu", "ocop labels", "ocop set", "ocop recall", "ocop publish"),
    *("ocop build --base-url", "ocop build --strict"),
    *(f"ocop new{kind}" for kind in ("", " product", " producer", " fair", " page", " village")),
    *("ocop new lot", "ocop new site"),
}
"""Names of commands and options in a sentence, which no one would run so; `new` asks a terminal."""
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
    # A list to import, such as the guide's reader has from an office.
    run(["export", "--root", str(folder), str(folder / "danh-sach.xlsx")])
    return folder


@pytest.fixture(scope="module")
def two_versions(project: Path) -> None:
    """Two versions of the content, with a ledger; between them the guide's product was edited."""
    product, content = "kho-ca-loc", project / "content"
    row = {"address": "/Q/4N8TQ", "product": product, "quantity": 1, "what": "tem"}
    file = content / f"products/{product}.md"
    text = file.read_bytes()
    ledger.enter(content, [ledger.Printing.model_validate({"printed_on": "26/11/2026", **row})])
    for now in (text, text + b"\nSai.\n"):
        file.write_bytes(now)
        Archive.of(project).add("ocop build")


def run(words: list[str] | tuple[str, ...]) -> Result:
    return CliRunner().invoke(ocop, [*words], standalone_mode=False)


def test_the_documents_show_commands() -> None:
    assert len(COMMANDS) > 10
    assert len(OPTIONS) > 10


def ended_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the preview end when it has said where it is."""
    tell = serve._tell

    def told(preview: serve.Running, reporter: Reporter) -> None:
        tell(preview, reporter)
        preview.session.stop.set()

    monkeypatch.setattr(serve, "_tell", told)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_the_documents_show_works(
    command: str, project: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(project)
    words = shlex.split(command.replace("\\", "/"))[1:]
    if words == ["build"]:
        assert request.getfixturevalue("output").is_dir()  # built from the same content
        return
    if words[0] in {"history", "restore"}:
        request.getfixturevalue("two_versions")
        if "printed" in command:
            (project / words[-1]).unlink()
    if words[0] == "build" and "--root" in words:
        run(["new", "site", words[words.index("--root") + 1]])
    if words[:2] == ["new", "site"]:
        shutil.rmtree(words[2], ignore_errors=True)
    if words[0] == "serve":
        ended_at_once(monkeypatch)
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
