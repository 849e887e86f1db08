"""Each command that README and guide show works as written, on a part of the sample content."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
from document_commands import DOCUMENTS, ROOT, Shown, is_to_be_run, of_documents, shown, unknown
from documented_project import (
    ANSWERS,
    part_of_the_sample,
    published_twice,
    run,
    with_a_slip,
    with_targets,
    with_two_versions,
)

from generator.catalogue.fields import ROWS
from generator.cli import asking
from generator.desk.publishing import passwords, public_check
from generator.desk.reporting import Reporter
from generator.desk.serving import serve
from generator.engine.fingerprint import digest
from generator.press.stocks import Stock

COMMANDS = of_documents()
RUN = [each for each in COMMANDS if is_to_be_run(each)]
JUDGEMENTS = {"ocop labels --check", "ocop build --strict"}
"""Say with their status whether anything is wanting in the content."""
OF_A_NEW_PROJECT = {"san-pham-mau": "kho-ca-loc", "L260112": "L261012"}
"""Product and lot of the README that a new project gets, and those of this one."""
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in DOCUMENTS}
OPTIONS = [
    each
    for each in dict.fromkeys(
        option
        for name in ("docs/huong-dan.md", "docs/tra-cuu.md")
        for option in re.findall(r"`(--[a-z-]+ [^`]+)`", TEXTS[name])
    )
    if not re.search("[<…]", each)
]
ONE_LABEL = ("labels", "kho-ca-loc", "--stock", "L7165", "--count", "1")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a reader has it."""
    return part_of_the_sample(tmp_path_factory.mktemp("documented") / "danh-muc")


@pytest.fixture(scope="module")
def kept(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with two versions, so that there is something to go back to."""
    folder = tmp_path_factory.mktemp("kept") / "danh-muc"
    shutil.copytree(sample, folder)
    with_two_versions(folder)
    return folder


@pytest.fixture(scope="module")
def published(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built and published to all targets of guide and page, each time a folder."""
    folder = tmp_path_factory.mktemp("published") / "danh-muc"
    shutil.copytree(sample, folder)
    used = sorted({each.words[1] for each in RUN if each.words[0] == "publish"})
    with_targets(folder, [TEXTS[name] for name in ("docs/huong-dan.md", "docs/dang-trang.md")])
    published_twice(folder, used)
    return folder


class Keyring:
    """A keyring of this test alone."""

    def set_password(self, *words: str) -> None:
        assert words[2]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have somebody answer what is asked, a preview end at once, and the network be a folder."""
    tell = serve._tell

    def told(preview: serve.Running, reporter: Reporter) -> None:
        tell(preview, reporter)
        preview.session.stop.set()

    def fetched(base_url: str, path: str, wanted: str) -> public_check.Fetched:
        public = [each.read_bytes() for each in Path("../public").glob(f"*/{path}")]
        return public_check.Fetched(base_url, *([] if wanted in map(digest, public) else "??"))

    monkeypatch.setattr(serve, "_tell", told)
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    monkeypatch.setattr(passwords, "_keyring", Keyring)
    monkeypatch.setattr(public_check, "_fetched", fetched)


def ended(command: Shown, request: pytest.FixtureRequest, folder: Path) -> tuple[int, str]:
    """The status of the command on a project of its own that has what it needs, and its words."""
    words = [OF_A_NEW_PROJECT.get(each, each) for each in command.words]
    needs = {"publish": "published", "history": "kept", "restore": "kept"}
    source: Path = request.getfixturevalue(needs.get(words[0], "sample"))
    if "--keep-going" in words:
        source = request.getfixturevalue("published")
    project = folder / source.name
    if words[0] == "publish":  # a copy would be newer than what was built of it
        project = source
    else:
        shutil.copytree(source.parent, folder, dirs_exist_ok=True)
    request.getfixturevalue("monkeypatch").chdir(project)
    if words[0] == "restore" and "printed" in words[-1]:
        (project / words[-1]).unlink()
    if "--keep-going" in words:
        (project / "content/products/hong.md").write_text("---\nname: [\n---\n", "utf-8")
    if words[0] == "build" and "--root" in words:
        run(["new", "site", words[words.index("--root") + 1]], ANSWERS)
    here = ("--jobs", "1") if words[0] == "build" else ()  # no time for other processes to begin
    result = run([*words, *here], ANSWERS)
    if result.exception:
        raise result.exception
    return result.return_value or 0, result.output


def test_the_documents_show_commands() -> None:
    assert {each.words[0] for each in RUN} >= {
        *("build", "check", "export", "history", "import", "labels", "new", "passport"),
        *("publish", "recall", "restore", "serve", "set"),
    }
    assert len(OPTIONS) > 10


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_the_program_knows_what_the_documents_name(command: Shown) -> None:
    assert unknown(command) == []


@pytest.mark.parametrize("command", RUN, ids=str)
def test_a_command_that_the_documents_show_works(
    command: Shown, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    status, output = ended(command, request, tmp_path)

    assert status == (3 if "--keep-going" in command.words else 0) or str(command) in JUDGEMENTS, (
        output
    )


@pytest.mark.parametrize(
    "line",
    [
        *("ocop chekc", "ocop build --kep-going", "ocop labels kho-ca-loc --stock L99999"),
        *("ocop publish khong-co", "ocop recall kho-ca-loc L999999 --reason x", "ocop restore 99"),
        *("ocop import khong-co.xlsx", "ocop set kho-ca-loc gia=1", "ocop passport khong-co"),
        *("ocop new product --name A --producer khong-co", "ocop history content/khong-co.md"),
    ],
)
def test_a_wrong_command_would_be_found(
    line: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    (command,) = shown(f"Như sau:\n\n    {line}\n")
    try:
        status, _ = ended(command, request, tmp_path)
    except Exception as error:
        status = getattr(error, "exit_code", 1)

    assert is_to_be_run(command)
    assert status


def test_the_line_that_the_guide_explains_is_what_check_says(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(sample, tmp_path, dirs_exist_ok=True)
    said = run(["check", "--root", str(with_a_slip(tmp_path))]).output
    guide = TEXTS["docs/huong-dan.md"]
    (shown,) = re.findall(r"^ {4}(content/.+ error\[.+\n.+)$", guide, re.MULTILINE)

    assert " ".join(shown.split()) in said


def test_what_is_installed_by_hand_is_what_the_program_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [
        shlex.split(line.replace("\\", "/"))[2:]
        for text in TEXTS.values()
        for line in re.findall(r"^ {4,}(\S*pip install .+)$", text, re.MULTILINE)
    ]
    words = {word for line in lines for word in line if not word.startswith("-")}
    there = {word for word in words if (ROOT / word.partition("[")[0]).exists()}

    assert there == {".", ".[dev]", "requirements.lock"}
    assert "dev" in extras
    wanted = {re.split("[>=]", each)[0] for each in (*extras["publish"], *extras["dask"])}
    assert words - there == wanted


@pytest.mark.parametrize("name", ["docs/huong-dan.md", "docs/tra-cuu.md", "docs/dang-trang.md"])
def test_every_key_of_an_example_is_one_of_the_table(name: str) -> None:
    lines = re.findall(r"^(?: {4,}| {2})(?:- )?([a-z_]+): \S", TEXTS[name], re.MULTILINE)

    assert lines
    assert {*lines} <= {row.key for row in ROWS} | {*Stock.model_fields}


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_that_the_guide_shows_works_on_the_commands_product(
    option: str, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample)
    given = shlex.split(option)
    asked: tuple[str, ...] = ("labels", "--outline")  # reads every option and makes one page
    if given[0] in {"--lot", "--produced", "--design", "--label-lang", "--pack", "--level"}:
        asked = ONE_LABEL
    if given[0] == "--dpi":
        asked = ("labels", "--outline", "--stock", "nhiet-50x30")
    if given[0] == "--count":
        asked = ("labels", "kho-ca-loc", "--design", "stamp", "--stock", "a4-38x21")
    result = run([*asked, *given])

    assert result.exception is None
    assert result.return_value == 0, result.output
