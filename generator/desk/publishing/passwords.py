"""Where passwords of targets are: in the environment, or in the system's keyring."""

from __future__ import annotations

import os
from types import ModuleType

from generator.catalogue.reading.publish_file import variable_of
from generator.desk.publishing.transport import TransportError

SERVICE = "ocop"
"""Under which name the keyring has them; the account there is the target's name."""


def password_of(name: str) -> str | None:
    """The target's password; None where none is kept."""
    if given := os.environ.get(variable_of(name)):
        return given
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        found = keyring.get_password(SERVICE, name)
    except Exception:
        return None
    return str(found) if found else None


def keep(name: str, password: str) -> None:
    """Keep the password in the system's keyring. Raises TransportError where there is none."""
    keyring = _keyring()
    try:
        if keyring is None:
            raise LookupError("keyring is not installed")
        keyring.set_password(SERVICE, name, password)
    except Exception as error:
        variable = variable_of(name)
        raise TransportError(
            f"Máy này không có kho khóa dùng được ({error}). Hãy đặt mật khẩu vào biến môi trường "
            f"{variable} trước khi đăng.",
            f"No keyring can be used here ({error}). Set the password as the environment variable "
            f"{variable} before publishing.",
        ) from error


def needed(name: str) -> str:
    """The target's password. Raises TransportError where none is kept."""
    found = password_of(name)
    if found is None:
        variable = variable_of(name)
        raise TransportError(
            f"Chưa có mật khẩu của “{name}”. Hãy cất một lần bằng lệnh “ocop publish {name} "
            f"--password”, hoặc đặt biến môi trường {variable}.",
            f"There is no password for “{name}”. Keep it once with “ocop publish {name} "
            f"--password”, or set the environment variable {variable}.",
        )
    return found


def _keyring() -> ModuleType | None:
    """The package that knows the keyrings of all systems; it comes with the extra `publish`."""
    try:
        import keyring
    except ImportError:
        return None
    return keyring
