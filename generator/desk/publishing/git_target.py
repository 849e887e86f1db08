"""A branch of a git repository as a target, for the hosts that serve one as a website.

The site goes into a commit that is made in a repository of our own, in the cache, without any work
tree: what the editor has checked out is never touched. The branch moves in one step, or not at all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.desk.publishing.transport import TransportError, batches

_BASE = "refs/ocop/base"
_AT_ONCE = 500
_LONGEST = 300
_PROTOCOLS = "file:https:ssh"
_NO_ENDLESS_WAIT = ("http.lowSpeedLimit=100", "http.lowSpeedTime=60")
"""A server over https that sends or takes next to nothing for a minute is given up."""
_FIRST_WORD = 45.0
"""Seconds in which a server has to say what it has: for a greeting git waits five minutes."""
_SSH = "ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=15 -oServerAliveCountMax=4"
_PASSWORD = "OCOP_GIT_PASSWORD"  # noqa: S105 - the name of a variable, no password
_USER = "OCOP_GIT_USER"
_HELPER = (
    f'!f() {{ test "$1" = get && printf "username=%s\\npassword=%s\\n" "${_USER}" "${_PASSWORD}"; '
    "}; f"
)
"""Answers git's question for a password from the environment, where no other program sees it."""
_CURES: tuple[tuple[str, str, str], ...] = (
    (
        r"authentication failed|could not read (?:username|password)|permission denied|"
        r"invalid credentials|\b403\b|denied to",
        "Kho git không nhận tài khoản này. Hãy xem lại user, mật khẩu (--password) hoặc khóa ssh",
        "The repository does not accept this account. Check user, the password (--password) or the "
        "ssh key",
    ),
    (
        r"host key verification failed",
        "Máy này chưa biết khóa của máy chủ git. Hãy chạy một lần “ssh” tới máy chủ ấy, so dấu vân "
        "tay rồi trả lời yes",
        "The key of the git server is not known to this machine. Run “ssh” to that server once, "
        "compare the fingerprint and answer yes",
    ),
    (
        r"fetch first|non-fast-forward|stale info|cannot lock ref|remote rejected.*lock",
        "Có người khác vừa đăng vào cùng nhánh này. Hãy chạy lại",
        "Somebody else has published to this branch meanwhile. Run again",
    ),
    (
        r"checked out|denycurrentbranch",
        "Nhánh này đang được mở trong kho nhận. Hãy ghi ở branch một nhánh khác, chỉ chứa trang",
        "That branch is checked out in the repository. Choose another branch, for the site alone",
    ),
    (
        r"not found|does not exist|does not appear to be a git repository|not a git repository",
        "Không thấy kho git. Hãy xem lại repository, hoặc tạo kho ấy",
        "There is no such repository. Check repository, or make it",
    ),
)
_OTHERWISE = (
    "Hãy xem mạng rồi chạy lại: nhánh công khai vẫn như cũ",
    "Check the network and run again: the public branch is as it was",
)


@dataclass(frozen=True, slots=True)
class GitBranch:
    """Which branch of which repository, and who asks for it.

    `project` is the folder whose git settings tell who the editor is, and whose origin it is where
    no repository is named.
    """

    branch: str
    project: Path
    repository: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @contextmanager
    def opened(self, folder: Path) -> Iterator[GitTarget]:
        """The branch as it is now, read into a bare repository in that folder."""
        program = shutil.which("git")
        if program is None:
            raise TransportError(
                "Máy này chưa có git. Hãy cài từ https://git-scm.com rồi chạy lại.",
                "git is not installed here. Get it from https://git-scm.com and run again.",
            )
        git = _Git(program, folder, self)
        if not (folder / "HEAD").exists():
            folder.mkdir(parents=True, exist_ok=True)
            git.run("init", "--quiet", "--bare", ".")
        source = self.repository or git.origin()
        target = GitTarget(git, source, self.branch)
        target.fetch()
        yield target


class _Git:
    """git in our own repository, with settings of our own and no question asked."""

    def __init__(self, program: str, folder: Path, branch: GitBranch) -> None:
        self._program = program
        self._folder = folder
        self._branch = branch

    def first_word(self, *words: str) -> bytes:
        """What git answers that asks a server for the first time. Raises TransportError."""
        try:
            with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as complained:
                # Files, for whoever git has started keeps a pipe open when git itself is ended.
                done = subprocess.run(  # noqa: S603 - as below
                    [self._program, *self._settings(), *words],
                    cwd=self._folder,
                    stdin=subprocess.DEVNULL,
                    stdout=told,
                    stderr=complained,
                    env=self._environment(),
                    check=False,
                    timeout=_FIRST_WORD,
                )
                told.seek(0)
                complained.seek(0)
                if done.returncode:
                    raise _error(complained.read())
                return told.read()
        except subprocess.TimeoutExpired:
            raise TransportError(
                f"Máy chủ git không trả lời sau {_FIRST_WORD:.0f} giây. Hãy xem mạng và địa chỉ "
                "trong content/publish.yaml, rồi chạy lại: nhánh công khai vẫn như cũ.",
                f"The git server has not answered in {_FIRST_WORD:.0f} seconds. Check the network "
                "and the address in content/publish.yaml, and run again: the public branch is as "
                "it was.",
            ) from None

    def run(self, *words: str, said: bytes = b"", fails: bool = False) -> bytes:
        """What git answers; raises TransportError where it fails, or gives nothing if it may."""
        words_in_full = [*self._settings(), *words]
        done = self._started(words_in_full, self._folder, said, self._environment())
        if done.returncode and not fails:
            raise _error(done.stderr)
        return b"" if done.returncode else done.stdout

    def _settings(self) -> list[str]:
        own = (f"core.hooksPath={self._folder / 'no-hooks'}", "gc.auto=0", *_NO_ENDLESS_WAIT)
        settings = [part for each in own for part in ("-c", each)]
        if self._branch.password:
            settings += ["-c", "credential.helper=", "-c", f"credential.helper={_HELPER}"]
        return settings

    def origin(self) -> str:
        """Where the project's own repository comes from. Raises TransportError."""
        words = ["config", "--get", "remote.origin.url"]
        found = self._started(words, self._branch.project, b"", dict(os.environ)).stdout.strip()
        if not found or found.startswith(b"-"):
            raise TransportError(
                "Dự án này không có kho git origin. Hãy ghi khóa repository trong "
                "content/publish.yaml.",
                "The project has no git repository named origin. Write the key repository in "
                "content/publish.yaml.",
            )
        return found.decode(errors="replace")

    def _started(
        self, words: list[str], folder: Path, said: bytes, environment: dict[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 - no shell; names stand behind “--” or in refs
            [self._program, *words],
            cwd=folder,
            input=said,
            capture_output=True,
            env=environment,
            check=False,
        )

    def _environment(self) -> dict[str, str]:
        own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        own |= {
            "GIT_DIR": str(self._folder),
            "GIT_INDEX_FILE": str(self._folder / "index"),
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ALLOW_PROTOCOL": _PROTOCOLS,
            "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND", _SSH),
            "LC_ALL": "C",
            **self._author(),
        }
        if self._branch.password:
            own |= {_PASSWORD: self._branch.password, _USER: self._branch.user or "git"}
        return own

    def _author(self) -> dict[str, str]:
        words = ["var", "GIT_COMMITTER_IDENT"]
        found = self._started(words, self._branch.project, b"", dict(os.environ)).stdout
        who = re.match(r"(.+) <(.*)> [0-9]+ ", found.decode(errors="replace"))
        name, mail = (who[1], who[2]) if who else ("ocop", "ocop@localhost")
        return {
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": mail,
            "GIT_COMMITTER_NAME": name,
            "GIT_COMMITTER_EMAIL": mail,
        }


class GitTarget:
    """The branch: read as it was fetched, written into an index, and pushed at the end."""

    def __init__(self, git: _Git, source: str, branch: str) -> None:
        self._git = git
        self._source = source
        self._ref = f"refs/heads/{branch}"
        self._base = ""

    def fetch(self) -> None:
        """Read the branch anew; one that is not there yet is empty."""
        self._git.run("update-ref", "-d", _BASE, fails=True)
        if self._git.first_word("ls-remote", "--", self._source, self._ref):
            words = ("fetch", "--quiet", "--depth=1", "--no-tags", "--no-write-fetch-head")
            self._git.run(*words, "--", self._source, f"+{self._ref}:{_BASE}")
        self._base = self._git.run("rev-parse", "--verify", "--quiet", _BASE, fails=True).decode()
        self._base = self._base.strip()
        self._git.run("read-tree", *([self._base] if self._base else ["--empty"]))

    def read(self, path: str) -> bytes | None:
        """What a file holds, as it is or as it will be; None where there is none."""
        if not self.present((path,)):
            return None
        return self._git.run("cat-file", "blob", f":0:{path}")

    def present(self, paths: Collection[str]) -> frozenset[str]:
        """Those of the paths where a file stands."""
        return self._names().intersection(paths)

    def top(self) -> frozenset[str]:
        """Names of all in the branch's root."""
        return frozenset(each.partition("/")[0] for each in self._names() if each)

    def folds_cases(self) -> bool:
        """Never: git's index tells them apart."""
        return False

    def write(self, files: Mapping[str, Path]) -> Iterator[str]:
        """Take files into the index; nothing of it is public before `finish`."""
        for some in batches(files, _AT_ONCE):
            places = "".join(f"{files[path]}\n" for path in some).encode()
            words = ("hash-object", "-w", "--no-filters", "--stdin-paths")
            hashes = self._git.run(*words, said=places).decode().split()
            lines = (f"100644 {hash_}\t{path}" for hash_, path in zip(hashes, some, strict=True))
            self._index(lines)
            yield from some

    def delete(self, paths: Collection[str]) -> None:
        """Take files out of the index."""
        self._index(f"0 {'0' * 40}\t{path}" for path in paths)

    def prune(self, folders: Sequence[str]) -> None:
        """Nothing: git has no empty folders."""

    def tidy(self) -> None:
        """Nothing: a branch has no halves."""

    def finish(self) -> None:
        """Commit what is in the index, and move the branch there if nobody else has moved it."""
        tree = self._git.run("write-tree").decode().strip()
        if self._base and tree == self._tree_of(self._base):
            return
        parents = ("-p", self._base) if self._base else ()
        message = b"Published by ocop\n"
        commit = self._git.run("commit-tree", *parents, tree, said=message).decode().strip()
        self._git.run(
            *("push", "--quiet", f"--force-with-lease={self._ref}:{self._base}", "--"),
            *(self._source, f"{commit}:{self._ref}"),
        )

    def _names(self) -> frozenset[str]:
        listed = self._git.run("ls-files", "--cached", "-z").split(b"\0")
        return frozenset(each.decode(errors="replace") for each in listed)

    def _tree_of(self, commit: str) -> str:
        return self._git.run("rev-parse", f"{commit}^{{tree}}").decode().strip()

    def _index(self, lines: Iterator[str]) -> None:
        said = "".join(f"{line}\0" for line in lines).encode()
        self._git.run("update-index", "-z", "--add", "--index-info", said=said)


def _error(said: bytes) -> TransportError:
    text = re.sub(r"://[^/@\s]*@", "://…@", said.decode(errors="replace"))
    vi, en = next(
        ((vi, en) for pattern, vi, en in _CURES if re.search(pattern, text.casefold())), _OTHERWISE
    )
    wrong = [line for line in text.splitlines() if line.startswith(("fatal:", "error:", " !"))]
    quoted = " ".join(" ".join(wrong or [text]).split())[:_LONGEST]
    return TransportError(f"{vi}. (git: {quoted})", f"{en}. (git: {quoted})")
