"""Passwords of targets: from the environment, else from the system's keyring, and never shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from small_project import one_product, write

from generator.cli import ocop
from generator.desk.publishing import passwords
from generator.desk.publishing.transport import TransportError


class Keyring:
    """A system's keyring, or one that is locked."""

    def __init__(self, *, locked: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked

    def get_password(self, service: str, name: str) -> str | None:
        if self.locked:
            raise RuntimeError("locked")
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        if self.locked:
            raise RuntimeError("locked")
        self.kept[service, name] = password


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    found = Keyring()
    monkeypatch.delenv("OCOP_PASSWORD_CONG_TINH", raising=False)
    monkeypatch.setattr(passwords, "_keyring", lambda: found)
    return found


def test_the_environment_comes_before_the_keyring(
    keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.set_password("ocop", "cong-tinh", "a")
    assert passwords.password_of("cong-tinh") == "a"
    monkeypatch.setenv("OCOP_PASSWORD_CONG_TINH", "b")

    assert passwords.password_of("cong-tinh") == "b"


@pytest.mark.parametrize("state", ["empty", "locked", "absent"])
def test_without_a_password_the_cure_names_both_places(
    state: str, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.locked = state == "locked"
    if state == "absent":
        monkeypatch.setattr(passwords, "_keyring", lambda: None)
    with pytest.raises(TransportError) as error:
        passwords.needed("cong-tinh")

    assert "ocop publish cong-tinh --password" in error.value.vi
    assert "OCOP_PASSWORD_CONG_TINH" in error.value.vi


def keep(root: Path, given: str, name: str = "cong-tinh") -> tuple[int, str]:
    words = ["publish", name, "--password", "--root", str(root)]
    done = CliRunner().invoke(ocop, words, input=given, standalone_mode=False)
    assert done.exception is None
    return done.return_value, done.output


def test_a_password_is_kept_in_the_keyring_and_not_shown(tmp_path: Path, keyring: Keyring) -> None:
    root = one_product(tmp_path)
    line = "cong-tinh: {kind: ftps, host: ftp.example.vn, user: xa}\n"
    write(root, "content/publish.yaml", line)
    status, said = keep(root, "Bimat 99\n")

    assert (status, "Bimat" in said) == (0, False)
    assert keyring.kept == {("ocop", "cong-tinh"): "Bimat 99"}
    assert keep(root, "\n")[0] == 2
    assert keep(root, "x\n", "khong-co")[0] == 2
    keyring.locked = True
    status, said = keep(root, "Bimat 99\n")
    assert (status, "Bimat" in said, "OCOP_PASSWORD_CONG_TINH" in said) == (1, False, True)
