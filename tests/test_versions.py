"""Versions of content/: noted by both keepers, told, brought back, and nothing is ever lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from generator.desk.console import Desk
from generator.desk.versions import archive as archives
from generator.desk.versions import noted
from generator.desk.versions.archive import Archive
from generator.engine.tree import listing
from tests.killed import killed_at
from tests.small_project import built, one_product, run, with_files

GIT = shutil.which("git")
NAME = "products/Khô cá “lóc” #1 & 2.md"


@pytest.fixture(params=["git", "copies"])
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, kept by git or by dated copies."""
    if request.param == "copies":
        monkeypatch.setattr(archives, "git_program", lambda _: None)
    elif GIT is None:
        pytest.skip("no git here")
    return with_files(
        tmp_path / "dự án", {"site.yaml": "name: A\n", NAME: b"m\xe1\xbb\x99t\r\n", "lost.md": "1"}
    )


def state(root: Path) -> dict[str, bytes]:
    content = root / "content"
    return {
        path: (content / path).read_bytes() for path in listing(content) if not path.endswith("/")
    }


def numbers(root: Path) -> list[int]:
    return [each.number for each in Archive.of(root).versions()]


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


def test_an_unchanged_folder_is_known_by_its_stamps_alone(root: Path) -> None:
    long_ago = time.time() - 100
    for path in listing(root / "content"):
        os.utime(root / "content" / path, (long_ago, long_ago))
    stamps = {path: (1, 1, 1, number) for number, path in enumerate(state(root))}
    noted(root, "ocop build", stamps=stamps)
    archive = Archive.of(root)

    # Stamps of an invented listing are never a file's own, so only they can have been compared.
    assert archive.unchanged(stamps)
    assert not archive.unchanged({**stamps, NAME: (2, 1, 1, 1)})
    shutil.rmtree(root / ".versions/git", ignore_errors=True)
    shutil.rmtree(root / ".versions/copies", ignore_errors=True)
    assert not archive.unchanged(stamps)


def test_one_named_file_comes_back_alone(root: Path) -> None:
    noted(root, "ocop build")
    with_files(root, {NAME: "hỏng", "site.yaml": "name: B\n"})
    noted(root, "ocop build")

    assert run(root, "restore", f"content/{NAME}")[0] == 0
    assert state(root)[NAME] == b"m\xe1\xbb\x99t\r\n"
    assert state(root)["site.yaml"] == b"name: B\n"


def test_a_file_becomes_a_folder_and_comes_back(root: Path) -> None:
    noted(root, "ocop build")
    before = state(root)
    (root / "content/lost.md").unlink()
    with_files(root, {"lost.md/in it.md": "2"})

    assert run(root, "restore", "1")[0] == 0
    assert state(root) == before


def test_an_older_ledger_comes_back_only_when_it_is_named(root: Path) -> None:
    with_files(root, {"printed.csv": "a\n"})
    noted(root, "ocop labels")
    with_files(root, {"printed.csv": "a\nb\n", "lost.md": "2"})

    status, said, _ = run(root, "restore", "1")
    assert status == 0
    assert state(root)["printed.csv"] == b"a\nb\n"
    assert state(root)["lost.md"] == b"1"
    assert "content/printed.csv. Sổ in chỉ ghi thêm" in said

    assert run(root, "restore", "1", "content/printed.csv")[0] == 0
    assert state(root)["printed.csv"] == b"a\n"


def test_what_is_not_kept_is_not_touched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 20)
    noted(root, "ocop build")
    with_files(root, {"media/phim.mp4": b"x" * 21, "~$lost.md": "open", "lost.md": "2"})

    run(root, "restore", "1")

    assert state(root)["media/phim.mp4"] == b"x" * 21
    assert state(root)["~$lost.md"] == b"open"
    assert state(root)["lost.md"] == b"1"


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    with_files(root, {"media/a.jpg": "old"})
    noted(root, "ocop build")
    shutil.rmtree(root / "content/media")
    (tmp_path / "elsewhere").mkdir()
    (root / "content/media").symlink_to(tmp_path / "elsewhere")

    status, _, said = run(root, "restore", "1")

    assert (status, list((tmp_path / "elsewhere").iterdir())) == (1, [])
    assert "content/media/a.jpg" in said


def test_unknown_versions_and_files_change_nothing(root: Path) -> None:
    noted(root, "ocop build")
    before = state(root)

    assert run(root, "restore", "99")[0] == 2
    assert run(root, "restore", "1", "nothing.md")[0] == 2
    assert run(root, "history", "nothing.md")[0] == 2
    assert state(root) == before


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


def test_a_note_that_is_killed_anywhere_leaves_whole_versions_and_the_next_is_noted(
    root: Path, tmp_path: Path
) -> None:
    noted(root, "ocop build")
    first = state(root)
    with_files(root, {NAME: "sau", "thêm.md": "x"})

    def work() -> int:
        noted(root, "ocop build")
        return 0

    for change in range(1, 12):
        killed_at(change, work, tmp_path / "count")
        assert numbers(root)[0] == 1
        assert Archive.of(root).read(1, NAME) == first[NAME]
    (root / ".versions/git/refs/heads/content.lock").parent.mkdir(parents=True, exist_ok=True)
    (root / ".versions/git/refs/heads/content.lock").touch()
    with_files(root, {NAME: "cuối"})
    noted(root, "ocop build")

    archive = Archive.of(root)
    assert archive.read(archive.versions()[-1].number, NAME) == "cuối".encode()
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


def test_attributes_filters_and_hooks_of_the_user_play_no_part(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    with_files(home, {})
    home.mkdir()
    (home / ".gitconfig").write_text(
        "[core]\nautocrlf = true\nexcludesFile = ~/none\n[commit]\ngpgsign = true\n", "utf-8"
    )
    (home / "none").write_text("*\n", "utf-8")
    monkeypatch.setenv("HOME", str(home))
    with_files(root, {".gitattributes": "* text eol=lf\n", ".gitignore": "*\n"})

    noted(root, "ocop build")

    assert Archive.of(root).read(1, NAME) == b"m\xe1\xbb\x99t\r\n"


def test_a_damaged_repository_hands_over_to_copies_and_numbers_go_on(tmp_path: Path) -> None:
    if GIT is None:
        pytest.skip("no git here")
    root = with_files(tmp_path, {"site.yaml": "name: A\n"})
    noted(root, "ocop build")
    shutil.rmtree(root / ".versions/git/objects")
    with_files(root, {"site.yaml": "name: B\n"})

    noted(root, "ocop build")

    assert numbers(root) == [2]
    assert Archive.of(root).read(2, "site.yaml") == b"name: B\n"


def test_a_build_that_succeeds_notes_a_version_and_one_that_fails_does_not(tmp_path: Path) -> None:
    root = one_product(tmp_path)
    assert built(root, only="site") == 0
    assert numbers(root) == [1]

    with_files(root, {"site.yaml": "name: [\n"})
    assert built(root, only="site") == 1
    assert numbers(root) == [1]
