"""By which keys a server of SFTP is known: the one that an editor wrote, or those that ssh keeps.

rclone takes whatever key the server shows first and compares it with the file, so it has to be told
which kinds of keys stand there.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from pathlib import Path

KNOWN_HOSTS = "~/.ssh/known_hosts"
_SSH_PORT = 22
_RSA = "rsa-sha2-512 rsa-sha2-256 ssh-rsa"
"""The ways in which a server proves that it has an RSA key, the best first."""


def settings_for(
    host: str, port: int | None, host_key: str | None, folder: Path
) -> Mapping[str, str]:
    """Rclone's settings by which that server is known; empty where nothing is known of it.

    What is known of it alone is written into a file in `folder`.
    """
    name = host if port in (None, _SSH_PORT) else f"[{host}]:{port}"
    keys = [host_key] if host_key else _kept(Path(KNOWN_HOSTS).expanduser(), name)
    if not keys:
        return {}
    file = folder / "known_hosts"
    file.write_text("".join(f"{name} {key}\n" for key in keys), "utf-8")
    kinds = dict.fromkeys(key.split()[0] for key in keys)
    ways = (_RSA if kind == "ssh-rsa" else kind for kind in kinds)
    return {"known_hosts_file": str(file), "host_key_algorithms": " ".join(ways)}


def _kept(known: Path, name: str) -> list[str]:
    """The kinds and keys that the file has for that server, none that was revoked."""
    try:
        lines = known.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    fields = [line.split() for line in lines if not line.startswith(("#", "@"))]
    return [" ".join(each[1:3]) for each in fields if len(each) > 2 and _names(each[0], name)]


def _names(field: str, name: str) -> bool:
    """Whether the first field of a line means the server, in letters or as a hash."""
    if not field.startswith("|1|"):
        return name.casefold() in field.casefold().split(",")
    try:
        _, _, salt, hash_ = field.split("|")
        made = hmac.new(base64.b64decode(salt), name.encode(), hashlib.sha1).digest()
        return hmac.compare_digest(made, base64.b64decode(hash_))
    except ValueError:
        return False
