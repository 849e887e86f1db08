"""How large a site is to a host, foretold and counted, and which host a project names."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import write
from web_samples import catalogue

from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.pages_hosts import LIMITS, STRICTEST, HostLimits, limits_at, limits_of
from generator.desk.building.for_hosts import _named
from generator.desk.options import Order
from generator.desk.site_size import SiteSize


def test_a_site_is_foretold_by_what_was_made_and_by_the_usual() -> None:
    before = SiteSize({"a/index.html": 100, "b/index.html": 300, "gone.xml": 7, "no.json": 0})
    size = SiteSize.foretold(
        ["a/index.html", "new/index.html", "m.avif", "x.unheard", "no.json"], before
    )

    assert size.sizes == {
        "a/index.html": 100,  # as it was
        "new/index.html": 200,  # as others of its kind are
        "m.avif": 56_000,  # as is usual
        "x.unheard": 20_000,
        "no.json": 0,
    }
    assert (size.files, size.bytes, size.largest) == (5, 76_300, "m.avif")
    assert SiteSize({}).largest == ""


@pytest.mark.parametrize(
    ("url", "limits"),
    [
        ("https://xa.github.io/ocop", LIMITS["github"]),
        ("https://XA.pages.dev", LIMITS["cloudflare"]),
        ("https://xa.github.io./ocop", LIMITS["github"]),
        ("https://github.io.example.vn", None),
        ("https://notgithub.io", None),
    ],
)
def test_a_host_is_known_by_its_name(url: str, limits: HostLimits | None) -> None:
    assert limits_at(url) == limits


@pytest.mark.parametrize(
    ("keys", "limits"),
    [
        ({"kind": "git", "branch": "x"}, STRICTEST),
        ({"kind": "git", "branch": "x", "url": "https://x.github.io"}, LIMITS["github"]),
        ({"kind": "git", "branch": "x", "pages": "cloudflare-paid"}, LIMITS["cloudflare-paid"]),
        ({"kind": "folder", "path": "../x"}, None),
    ],
)
def test_a_target_names_its_host(keys: dict[str, str], limits: HostLimits | None) -> None:
    assert limits_of(PublishTarget.model_validate({"name": "x", **keys})) == limits


@pytest.mark.parametrize(
    ("targets", "named"),
    [
        ("", ["base_url"]),
        ("usb: {kind: folder, path: ../usb}", ["base_url"]),
        ("usb: {kind: folder, path: ../usb, url: https://xa.example.vn}", []),
        ("usb: {kind: folder, path: ../usb, pages: cloudflare}", ["usb"]),
        ("usb: {kind: folder, path: ../usb, url: https://xa.pages.dev}", ["usb"]),
    ],
)
def test_what_goes_out_without_an_address_of_its_own_is_at_the_base_url(
    tmp_path: Path, targets: str, named: list[str]
) -> None:
    write(tmp_path, "content/publish.yaml", targets)
    order = Order(root=tmp_path, output=tmp_path / "output", base_url="https://xa.github.io")

    assert [each.at[0] for each in _named(order, order.ordered(catalogue()))] == named
