"""Versions of content/: noted by both keepers, told, brought back, and nothing is ever lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from generator.desk.console import Desk
from generator.desk.versions import noted
from generator.desk.versions.archive import Archive
from generator.engine.tree import listing
from tests.kept_project import GIT, KEEPERS, NAME, kept, kept_project, numbers, state
from tests.killed import killed_at
from tests.small_project import built, change, one_product, project, run, with_files


@pytest.fixture(params=KEEPERS)
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, kept by git or by dated copies."""
    return kept_project(request.param, tmp_path, monkeypatch)


def test_a_version_comes_back_byte_for_byte_with_files_that_were_deleted(root: Path) -> None:
    noted(root, "ocop build")
    before = state(root)
    (root / "content/lost.md").unlink()
    with_files(root, {NAME: "khác", "new/thêm.md": "x"})
    noted(root, "ocop build")

    status, said, _ = run(root, "restore", "1")

    assert status == 0
    assert state(root) == before
    assert "lost.md (thêm)" in said
    assert "ocop check" in said


def test_photos_are_not_compressed_again_and_texts_are(root: Path) -> None:
    noted(root, "ocop build")
    before = _kept_bytes(root)
    (root / "content/media").mkdir(exist_ok=True)
    (root / "content/media/new.jpg").write_bytes(b"p" * 100_000)
    with_files(root, {NAME: "dài " * 100_000})
    noted(root, "ocop build")

    assert 100_000 < _kept_bytes(root) - before < 120_000 or not (root / ".versions/git").exists()
    assert Archive.of(root).files(2).keys() == Archive.of(root).files(1).keys() | {"media/new.jpg"}


def _kept_bytes(root: Path) -> int:
    files = root.glob(".versions/git/objects/**/*")
    return sum(each.stat().st_size for each in files if each.is_file())


def test_restoring_twice_undoes_it_even_what_no_version_had(root: Path) -> None:
    noted(root, "ocop build")
    with_files(root, {NAME: "chưa bao giờ build"})
    edited = state(root)

    run(root, "restore")
    assert state(root) != edited
    run(root, "restore")

    assert state(root) == edited


def test_nothing_is_noted_where_nothing_changed(root: Path) -> None:
    noted(root, "ocop build")
    noted(root, "ocop build")

    assert numbers(root) == [1]


def test_where_nothing_changed_no_program_is_started_and_settled_files_are_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> str:
        raise AssertionError

    invented = {path: (1, 1, 1, number) for number, path in enumerate(state(root))}
    noted(root, "ocop build")
    monkeypatch.setattr(subprocess, "Popen", never)
    with_files(root, {"lost.md": "1"})  # saved again as it was
    noted(root, "ocop build")
    noted(root, "ocop build", stamps=invented)
    monkeypatch.setattr(Archive, "_hash", never)
    noted(root, "ocop build", stamps=invented)
    monkeypatch.undo()

    assert numbers(root) == [1]


def test_versions_that_are_switched_off_are_not_noted_but_for_a_restore(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(root, "ocop build")
    monkeypatch.setenv("OCOP_VERSIONS", "off")
    with_files(root, {"lost.md": "2"})

    noted(root, "ocop build")
    assert numbers(root) == [1]
    assert run(root, "restore")[0] == 0
    assert kept(root, 2, "lost.md") == b"2"


def test_history_tells_day_reason_and_files_newest_first(root: Path) -> None:
    noted(root, "ocop build")
    (root / "content/lost.md").unlink()
    noted(root, "ocop labels")

    _, said, _ = run(root, "history")
    second, first = said.splitlines()[:2]
    assert second.startswith("2 · ")
    assert second.endswith("sau ocop labels · 1 tệp: lost.md (xóa)")
    assert "sau ocop build · 3 tệp: " in first
    assert run(root, "history", "site.yaml")[1].splitlines()[0].startswith("1 · ")


@pytest.mark.parametrize("keeper", ["git"])
def test_history_speaks_the_sites_language_unless_it_is_asked_for_another(
    keeper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = with_files(kept_project(keeper, tmp_path, monkeypatch), {"site.yaml": "language: en\n"})
    noted(root, "ocop build")

    assert "after ocop build · 3 files" in run(root, "history")[1]
    assert "sau ocop build · 3 tệp" in run(root, "history", "--lang", "vi")[1]
    assert "no such version" in run(root, "restore", "9")[2]
    with_files(root, {"site.yaml": "language: [\n"})
    assert "Không có phiên bản" in run(root, "restore", "9")[2]


def test_a_command_that_changes_content_notes_what_was_there_and_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OCOP_VERSIONS")
    root, file = project(tmp_path), "products/kho-ca.md"
    with_files(root, {"lots/kho-ca.csv": "lot\nL1\n"})
    change(root, "content/site.yaml", "thu.example", "ocop-thu.vn")
    change(root, "content/producers/co-so.md", "sample: true\n", "")
    change(root, f"content/{file}", "sample: true\n", "")
    by_hand = state(root)

    assert run(root, "set", "kho-ca", "certificate.stars=4")[0] == 0
    assert run(root, "recall", "kho-ca", "L1", "--reason", "Có mốc")[0] == 0
    ordered = ("labels", "kho-ca", "--stock", "L7165", "--count", "1", "--design", "stamp")
    assert run(root, *ordered)[0] == 0

    whys = [each.why for each in Archive.of(root).versions()]
    assert whys == [
        "before: ocop set kho-ca",
        "ocop set kho-ca",
        "ocop recall kho-ca L1",
        "ocop labels",
    ]
    assert kept(root, 1, file) == by_hand[file]
    assert b"stars: 4" in kept(root, 2, file)
    assert b"recalled" in kept(root, 3, "lots/kho-ca.csv")
    assert kept(root, 4, "printed.csv") == state(root)["printed.csv"]


def test_a_change_that_is_refused_leaves_what_was_there_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OCOP_VERSIONS")
    root = project(tmp_path)

    assert run(root, "set", "kho-ca", "certificate.stars=9")[0] == 1
    assert [each.why for each in Archive.of(root).versions()] == ["before: ocop set kho-ca"]


def test_names_of_every_kind_are_kept_as_they_are(root: Path) -> None:
    names = (
        "Mắm.md",
        unicodedata.normalize("NFD", "Mắm.md"),
        "a \"b\" 'c'.md",
        "a\\b.md",
        "xuống\ndòng.md",
        " trước.md",
        "sau .md",
        "git~1.md",
        "100%.md",
        "-x.md",
        "con.md",
    )
    with_files(root, {name: name for name in names})
    noted(root, "ocop build")
    before = state(root)
    for name in names:
        (root / "content" / name).unlink()

    assert run(root, "restore", "1")[0] == 0
    assert state(root) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_links_and_pipes_are_not_followed_and_what_they_show_is_not_kept(
    root: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("outside", "utf-8")
    (root / "content/link.md").symlink_to(secret)
    (root / "content/folder").symlink_to(tmp_path)
    os.mkfifo(root / "content/pipe.md")

    noted(root, "ocop build")

    assert sorted(Archive.of(root).files(1)) == ["lost.md", NAME, "site.yaml"]


def test_a_note_that_is_killed_anywhere_leaves_whole_versions_and_the_next_is_noted(
    root: Path, tmp_path: Path
) -> None:
    noted(root, "ocop build")
    first = state(root)
    with_files(root, {NAME: "sau", "thêm.md": "x"})

    def work() -> int:
        noted(root, "ocop build")
        return 0

    for step in range(1, 12):
        killed_at(step, work, tmp_path / "count")
        assert numbers(root)[0] == 1
        assert kept(root, 1, NAME) == first[NAME]
    (root / ".versions/git/refs/heads/content.lock").parent.mkdir(parents=True, exist_ok=True)
    (root / ".versions/git/refs/heads/content.lock").touch()
    with_files(root, {NAME: "cuối"})
    noted(root, "ocop build")

    assert kept(root, numbers(root)[-1], NAME) == "cuối".encode()
    assert len(set(numbers(root))) == len(numbers(root))


def test_where_nothing_can_be_noted_it_is_a_warning_and_restore_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / ".versions").write_text("no folder: no disk could be more read-only", "utf-8")
    before = state(root)

    noted(root, "ocop build", Desk("vi"))

    assert "Cảnh báo" in capsys.readouterr().err
    assert run(root, "restore", "1")[0] == 1
    assert state(root) == before


@pytest.fixture
def own_git(root: Path) -> Path:
    """The project in its editor's own repository, with a dirty index."""
    if GIT is None:
        pytest.skip("no git here")
    for words in (["init", "-q"], ["add", "content/site.yaml"]):
        subprocess.run([GIT, "-C", str(root), *words], check=True)
    return root


def test_an_editors_own_git_stays_exactly_as_it_was(
    own_git: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def theirs() -> dict[str, bytes]:
        git = own_git / ".git"
        return {path: (git / path).read_bytes() for path in listing(git) if path[-1] != "/"}

    before = theirs()
    monkeypatch.setenv("GIT_DIR", str(own_git / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(own_git / ".git/index"))
    noted(own_git, "ocop build")
    with_files(own_git, {"lost.md": "2"})
    run(own_git, "restore", "1")

    assert numbers(own_git)[0] == 1
    assert theirs() == before
    monkeypatch.undo()
    told = subprocess.run(
        [str(GIT), "-C", str(own_git), "status", "--porcelain"], capture_output=True, check=True
    )
    assert b".versions" not in told.stdout


def test_settings_filters_hooks_and_owner_of_the_user_play_no_part(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, hooks = tmp_path / "home", tmp_path / "home/template/hooks"
    hooks.mkdir(parents=True)
    for hook in ("reference-transaction", "post-commit"):
        (hooks / hook).write_text("#!/bin/sh\nexit 1\n", "utf-8")
        (hooks / hook).chmod(0o755)
    (home / ".gitconfig").write_text(
        "[core]\nautocrlf = true\nexcludesFile = ~/none\nhooksPath = ~/template/hooks\n"
        "[init]\ntemplateDir = ~/template\n[commit]\ngpgsign = true\n[safe]\nbareRepository = "
        "explicit\n[log]\nshowSignature = true\n",
        "utf-8",
    )
    (home / "none").write_text("*\n", "utf-8")
    for name, value in {"HOME": home, "GIT_TEMPLATE_DIR": home / "template"}.items():
        monkeypatch.setenv(name, str(value))
    with_files(root, {".gitattributes": "* text eol=lf\n", ".gitignore": "*\n"})

    noted(root, "ocop build")
    if os.geteuid() == 0:
        for path in [root / ".versions", *(root / ".versions").rglob("*")]:
            os.chown(path, 12345, 12345)
    with_files(root, {"lost.md": "2"})
    noted(root, "ocop build")

    assert kept(root, 1, NAME) == b"m\xe1\xbb\x99t\r\n"
    assert kept(root, 2, "lost.md") == b"2"


@pytest.mark.parametrize("part", ["objects", "refs", "HEAD", "."])
def test_a_damaged_repository_hands_over_to_copies_and_numbers_go_on(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept_project("git", tmp_path, monkeypatch)
    noted(root, "ocop build")
    shutil.move(root / ".versions/git" / part, tmp_path / "away")
    (root / ".versions/git").mkdir(exist_ok=True)
    (root / ".versions/git" / part).write_bytes(b"\xff damaged") if part != "." else None
    with_files(root, {"site.yaml": "name: B\n"})

    noted(root, "ocop build")

    assert numbers(root) == [2]
    assert kept(root, 2, "site.yaml") == b"name: B\n"


@pytest.mark.parametrize("part", ["objects", "HEAD"])
def test_what_only_a_damaged_repository_has_is_kept_anew_before_it_is_changed(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept_project("git", tmp_path, monkeypatch)
    noted(root, "ocop build")
    shutil.move(root / ".versions/git" / part, tmp_path / "away")
    (root / ".versions/git" / part).write_bytes(b"\xff damaged")
    before = (root / "content/site.yaml").read_bytes()

    noted(root, "before: ocop set")

    assert kept(root, 2, "site.yaml") == before


def test_a_build_that_succeeds_notes_a_version_and_one_that_fails_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OCOP_VERSIONS")
    root = one_product(tmp_path)
    assert built(root, only="site") == 0
    assert numbers(root) == [1]

    with_files(root, {"site.yaml": "name: [\n"})
    assert built(root, only="site") == 1
    assert numbers(root) == [1]
