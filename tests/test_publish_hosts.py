"""What a named host accepts: a site that is more is not published, one that is near is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from publish_samples import public_files
from small_project import built, change, one_product, run, write

from generator.catalogue.model.publishing import PagesHost
from generator.catalogue.pages_hosts import LIMITS, HostLimits

HOST: PagesHost = "cloudflare"
NAME = "Cloudflare Pages"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project with a target at that host."""
    found = one_product(tmp_path_factory.mktemp("hosts") / "p")
    change(found, "content/site.yaml", "https://thu.example", "https://ocop.tan-hung.vn")
    line = f'web: {{kind: folder, path: "{found.parent / "w"}", pages: {HOST}}}\n'
    write(found, "content/publish.yaml", line)
    assert built(found, "site") == 0
    return found


def publish(root: Path, *words: str) -> tuple[int, str]:
    """The exit status and all that is said."""
    status, out, err = run(root, "publish", "web", *words)
    return status, out + err


def test_what_it_does_not_accept_is_not_published(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert publish(root, "--dry-run")[0] == 0
    for limits, said_of_it in (
        (HostLimits(NAME, files=20), "nhận nhiều nhất 20"),
        (HostLimits(NAME, file_bytes=20_000), "lớn hơn"),
        (HostLimits(NAME, site_bytes=20_000), "cả trang"),
    ):
        monkeypatch.setitem(LIMITS, HOST, limits)
        status, said = publish(root, "--no-verify")

        assert status == 1
        assert said_of_it in said
    assert not (root.parent / "w").exists()


def test_what_it_will_soon_not_accept_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = public_files(root / "output/site")
    files, whole = len(site), sum(map(len, site.values()))
    for limits, told in (
        (HostLimits(NAME, files=files), f"{files} tệp"),
        (HostLimits(NAME, site_bytes=whole), "là không đăng được"),
        (HostLimits(NAME, files=2 * files, site_bytes=2 * whole), ""),
    ):
        monkeypatch.setitem(LIMITS, HOST, limits)
        status, said = publish(root, "--dry-run")

        assert status == 0
        assert ("thêm ít sản phẩm nữa" in said) is bool(told)
        assert told in said
