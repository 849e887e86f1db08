"""Real servers of every kind that a site is sent to, as rclone comes with them."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.model.publishing import PublishTarget
from generator.desk.publishing.rclone_target import executable

PASSWORD = "mật khẩu 'của xã' $1"  # noqa: S105 - of servers that live for a test
PATIENCE = 20
"""Seconds that a server may take to answer."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: what content/publish.yaml says of it, and the folder that it serves."""

    target: PublishTarget
    files: Path


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine, and its key."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-keyout", str(key), "-out", str(cert), "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
        ],
        check=True,
        capture_output=True,
    )
    return cert, key


@contextmanager
def served(kind: str, folder: Path, tls: tuple[Path, Path]) -> Iterator[Server]:
    """Serve a new folder by that protocol."""
    files = folder / "served"
    files.mkdir()
    port = _free_port()
    cert, key = map(str, tls)
    words = {
        "sftp": ["sftp", "--user", "ocop", "--pass", PASSWORD],
        # Its FTP server can't do what TLS asks of it (PBSZ), so it is asked without.
        "ftps": ["ftp", "--user", "ocop", "--pass", PASSWORD],
        "s3": ["s3", "--auth-key", f"ocop,{PASSWORD}", "--cert", cert, "--key", key],
    }[kind]
    cache = folder / "cache"
    (files / "trang-ocop").mkdir()
    server = subprocess.Popen(
        [
            *(str(executable()), "serve", *words, str(files), "--addr", f"127.0.0.1:{port}"),
            *("--cache-dir", str(cache), "--config="),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, server)
        facts: dict[str, object] = {"name": "xa", "kind": kind, "host": "127.0.0.1", "user": "ocop"}
        facts |= {"port": port, "path": "web/trang 'của xã'"}
        if kind == "sftp":
            (public,) = cache.rglob("id_ed25519.pub")
            facts["host_key"] = " ".join(public.read_text().split()[:2])
        if kind == "s3":
            facts["bucket"] = "trang-ocop"
        yield Server(PublishTarget.model_validate(facts), files)
    finally:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"no server: {server.args!r}")
