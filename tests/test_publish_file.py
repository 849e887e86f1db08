"""content/publish.yaml is read as strictly as all of content/: what is passed can be published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_project import write

from generator.catalogue.reading import publish_file
from generator.cli.publish import publish

PAGE = (Path(__file__).parents[1] / "docs/dang-trang.md").read_text("utf-8")
FTPS = "{{kind: ftps, host: {host}, user: {user}, path: {path}}}"


def told(root: Path, text: str) -> list[str]:
    write(root, "content/publish.yaml", text)
    targets, problems = publish_file.read(root / "content")
    assert not (problems and targets)
    return [each.rule.code for each in problems]


def test_a_project_without_the_file_has_no_targets(tmp_path: Path) -> None:
    assert publish_file.read(tmp_path / "content") == ({}, ())


def test_every_kind_of_target_can_be_written(tmp_path: Path) -> None:
    text = """\
usb: {kind: folder, path: "/media/ổ đĩa 'của xã'/ocop"}
tinh: {kind: ftps, host: ftp.example.vn, user: ocop@example.vn, path: public_html, port: 990}
may-chu:
  kind: sftp
  host: 10.0.0.1
  user: ocop
  path: /var/www/trang ocop
  host_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH0
  url: https://ocop.example.vn/
dam-may: {kind: s3, host: s3.example.vn, user: AKIA0, bucket: trang-ocop, region: hn-1}
trang: {kind: git, repository: "git@git.example.vn:xa/trang.git", branch: gh-pages, pages: github}
"""
    write(tmp_path, "content/publish.yaml", text)
    targets, problems = publish_file.read(tmp_path / "content")

    assert problems == ()
    assert [*targets] == ["usb", "tinh", "may-chu", "dam-may", "trang"]
    assert targets["may-chu"].url == "https://ocop.example.vn"
    assert targets["tinh"].port == 990


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9"])
def test_a_target_is_not_called_as_windows_calls_a_device(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, f"{name}: {{kind: folder, path: ../x}}\n") == ["publish-name"]
    assert told(tmp_path, f"{name}-2: {{kind: folder, path: ../x}}\n") == []


SECRETS = [
    "password",
    "Pass",
    "mat_khau",
    "Mật_khẩu",
    "secret",
    "secret_access_key",
    "aws_secret_access_key",
    "token",
    "pw",
    "private-key",
    "private_key_file",
    "pwd",
    "passwort",
    "pasword",
    "ftp_pass",
    "credentials",
]


@pytest.mark.parametrize("key", ["mật khẩu", *SECRETS])
def test_a_password_under_any_name_is_refused_and_never_shown(key: str, tmp_path: Path) -> None:
    write(tmp_path, "content/publish.yaml", f"tinh: {{kind: folder, path: ../x, {key}: Bimat99}}")
    targets, (problem,) = publish_file.read(tmp_path / "content")

    assert targets == {}
    assert problem.rule.code == "publish-password"
    assert "OCOP_PASSWORD_TINH" in problem.line_in("vi")
    assert not any("Bimat99" in problem.line_in(each) for each in ("vi", "en"))


def test_a_password_behind_the_account_is_refused_and_never_shown(tmp_path: Path) -> None:
    write(tmp_path, "content/publish.yaml", "tinh: {kind: folder, path: ../x, user: xa:Bimat99}")
    _, (problem,) = publish_file.read(tmp_path / "content")

    assert problem.rule.code == "publish-password"
    assert "Bimat99" not in problem.line_in("vi")


def test_a_password_in_an_address_is_refused_and_never_shown(tmp_path: Path) -> None:
    address = "https://xa:Bimat99@git.example.vn/x.git"
    write(
        tmp_path,
        "content/publish.yaml",
        f"tinh: {{kind: git, branch: web, repository: '{address}'}}",
    )
    _, (problem,) = publish_file.read(tmp_path / "content")

    assert problem.rule.code == "publish-password"
    assert "Bimat99" not in problem.line_in("vi")


@pytest.mark.parametrize(
    "host", ["-oProxyCommand=x", "a b", "https://x.vn", "x.vn,user=y", "x.vn/y", '"a\\nb"', "a-"]
)
def test_a_host_that_a_program_could_take_for_something_else_is_refused(
    host: str, tmp_path: Path
) -> None:
    line = FTPS.format(host=f"'{host}'" if '"' not in host else host, user="x", path="w")

    assert told(tmp_path, f"tinh: {line}") == ["type-wrong"]


@pytest.mark.parametrize("user", ["-x", "a b", "'a\"b'"])
def test_so_is_such_an_account(user: str, tmp_path: Path) -> None:
    line = FTPS.format(host="x.vn", user=user if user[0] == "'" else f"'{user}'", path="w")

    assert told(tmp_path, f"tinh: {line}") == ["type-wrong"]


@pytest.mark.parametrize(
    "repository",
    ["--upload-pack=x", "ext::sh -c x", "http://x.vn/y", "ssh://-x/y", "git@-x:y", "git@x:-y", "x"],
)
def test_so_is_such_a_repository(repository: str, tmp_path: Path) -> None:
    text = f"tinh: {{kind: git, branch: web, repository: '{repository}'}}"

    assert told(tmp_path, text) == ["type-wrong"]


@pytest.mark.parametrize("branch", ["-f", "a..b", "x.lock", "a b", "+x", ":x", "a/", "a//b"])
def test_so_is_such_a_branch(branch: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"tinh: {{kind: git, branch: '{branch}'}}") == ["type-wrong"]


OWN = ["content", "output/site", "Output/site", ".cache/x", "themes", ".versions/x", ".venv"]


@pytest.mark.parametrize("path", [".", "..", "/", "generator", "../kho/.git/x", "../a/.GIT", *OWN])
def test_no_site_goes_over_the_project_itself(path: str, tmp_path: Path) -> None:
    assert told(tmp_path / "p", f"usb: {{kind: folder, path: '{path}'}}") == ["publish-place"]


def test_nor_through_a_link_into_it(tmp_path: Path) -> None:
    (tmp_path / "p/content").mkdir(parents=True)
    (tmp_path / "ngoai").symlink_to(tmp_path / "p/content")

    assert told(tmp_path / "p", "usb: {kind: folder, path: ../ngoai/x}") == ["publish-place"]


def test_a_folder_beside_or_within_the_project_is_a_place(tmp_path: Path) -> None:
    assert (
        told(tmp_path / "p", "a: {kind: folder, path: cong-khai}\nb: {kind: folder, path: ../x}")
        == []
    )


def test_what_is_no_list_of_targets_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "- {kind: folder}") == ["type-wrong"]
    assert told(tmp_path, "usb: folder") == ["type-wrong"]
    assert told(tmp_path, "usb: {kind: ftp, host: x.vn}") == ["type-wrong"]
    assert told(tmp_path, "") == []


def test_the_targets_that_the_page_shows_can_be_used(tmp_path: Path) -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    write(tmp_path, "content/publish.yaml", text)
    targets, problems = publish_file.read(tmp_path / "content")

    assert problems == ()
    assert {each.kind for each in targets.values()} == {"folder", "ftps", "sftp", "s3", "git"}


def test_the_options_that_the_page_shows_are_there() -> None:
    options = {option for each in publish.params for option in (*each.opts, *each.secondary_opts)}

    assert {"--keep-going", "--reason", *options} >= {*re.findall(r"--[a-z-]+", PAGE)}
