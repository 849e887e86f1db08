"""A branch of a git repository as a target: it moves in one step, and nothing else is touched."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from publish_samples import BrokenError, Office

from generator.catalogue.model.publishing import PublishTarget
from generator.desk.publishing import git_target
from generator.desk.publishing.opening import Opening
from generator.desk.publishing.transport import TransportError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
A = {"index.html": b"<html>A</html>\r\n", "san-pham/ca/index.html": b"ca", "media/á 'x'.jpg": b"\0"}
B = {"index.html": b"<html>B</html>", ".nojekyll": b""}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository of a pages host; no setting of this machine's git counts."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "kho của xã").mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "kho của xã")
    return tmp_path / "kho của xã"


def send(bare: Path, files: Mapping[str, bytes], office: str = "office", dies_at: int = 0) -> None:
    root = bare.parent / office
    root.mkdir(exist_ok=True)
    target = PublishTarget(name="trang", kind="git", branch="web/trang", repository=str(bare))
    with Opening(target, root, root / "cache", to_write=True).transport() as transport:
        Office(root / "home", transport).publish(files, dies_at)


def public(bare: Path, branch: str = "web/trang") -> dict[str, bytes]:
    names = git(bare, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")[:-1]
    found = {}
    for name in names:
        words = ["git", "cat-file", "blob", f"{branch}:{name}"]
        found[name] = subprocess.run(words, cwd=bare, check=True, capture_output=True).stdout
    return {name: text for name, text in found.items() if name != ".ocop-published"}


def test_a_branch_is_made_and_moves_on_with_each_version(bare: Path) -> None:
    for each in (A, B, A):
        send(bare, each)

        assert public(bare) == each
    assert len(git(bare, "rev-list", "web/trang").split()) == 3


def test_a_run_that_is_stopped_moves_nothing(bare: Path) -> None:
    send(bare, A)
    with pytest.raises(BrokenError):
        send(bare, B, dies_at=5)
    assert public(bare) == A
    send(bare, B)

    assert public(bare) == B


def test_a_version_that_is_public_already_makes_no_commit(bare: Path) -> None:
    send(bare, A)
    send(bare, A, "other")

    assert len(git(bare, "rev-list", "web/trang").split()) == 1


def test_a_domain_that_a_host_keeps_in_the_branch_stays(bare: Path) -> None:
    work = bare.parent / "work"
    git(bare.parent, "clone", "--quiet", str(bare), str(work))
    (work / "CNAME").write_text("ocop.tan-hung.vn\n")
    git(work, "checkout", "--quiet", "-b", "web/trang")
    git(work, "add", "CNAME")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.vn")
    git(work, *who, "commit", "--quiet", "-m", "x")
    git(work, "push", "--quiet", "origin", "web/trang")
    for each in (A, B):
        send(bare, each)

    assert public(bare) == {**B, "CNAME": b"ocop.tan-hung.vn\n"}


def test_what_the_editor_has_checked_out_is_never_touched(bare: Path) -> None:
    """The project is a repository, its origin the target, and a change of it waits in the index."""
    root = bare.parent / "project"
    git(bare.parent, "init", "--quiet", "project")
    git(root, "remote", "add", "origin", str(bare))
    (root / "noi-dung.md").write_text("x")
    git(root, "add", "noi-dung.md")
    before = git(root, "status", "--porcelain"), git(root, "for-each-ref")
    target = PublishTarget(name="trang", kind="git", branch="web/trang")
    with Opening(target, root, root / ".cache", to_write=True).transport() as transport:
        Office(bare.parent / "home", transport).publish(A)

    assert public(bare) == A
    assert git(root, "status", "--porcelain") == f"{before[0]}?? .cache/\n"
    assert git(root, "for-each-ref") == before[1]


def test_somebody_else_who_published_meanwhile_is_not_overwritten(bare: Path) -> None:
    send(bare, A)
    target = PublishTarget(name="trang", kind="git", branch="web/trang", repository=str(bare))
    root = bare.parent / "late"
    with Opening(target, root, root / "cache", to_write=True).transport() as transport:
        send(bare, B, "other")
        with pytest.raises(TransportError) as error:
            Office(root / "home", transport).publish({"index.html": b"C"})

    assert "Có người khác" in error.value.vi
    assert public(bare) == B


def test_a_dry_look_leaves_nothing_behind(bare: Path) -> None:
    target = PublishTarget(name="trang", kind="git", branch="web/trang", repository=str(bare))
    root = bare.parent / "office"
    root.mkdir()
    with Opening(target, root, root / "cache", to_write=False).transport() as transport:
        assert transport.read("index.html") is None

    assert [*root.iterdir()] == []


@pytest.mark.parametrize(
    ("repository", "said"), [(None, "origin"), ("/khong/co", "Không thấy kho git")]
)
def test_a_repository_that_is_not_there_is_told_so(
    repository: str | None, said: str, tmp_path: Path
) -> None:
    target = PublishTarget(name="trang", kind="git", branch="web", repository=repository)
    with (
        pytest.raises(TransportError) as error,
        Opening(target, tmp_path, tmp_path / "cache", to_write=True).transport(),
    ):
        pass

    assert said in error.value.vi


def test_a_server_that_says_nothing_is_soon_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_target, "_FIRST_WORD", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://127.0.0.1:{silent.getsockname()[1]}/kho"
        target = PublishTarget(name="trang", kind="git", branch="web", repository=address)
        with (
            pytest.raises(TransportError) as error,
            Opening(target, tmp_path, tmp_path / "cache", to_write=True).transport(),
        ):
            pass

    assert "không trả lời" in error.value.vi
