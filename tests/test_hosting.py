"""The rules for hosts: redirects, headers, and a policy under which every page still works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosts import Obedient, rules, serving
from playwright.sync_api import Browser
from small_project import change, project, write
from visits import PAGES, Visit

from generator import addresses, theme
from generator.desk.content import load
from generator.engine.artifact import Folders
from generator.web import policy
from generator.web.plan import plan

ROOT = Path(__file__).resolve().parent.parent
CHAIN = theme.chain("mua-nuoc-noi", [ROOT / "themes"])


def made(root: Path, path: str, chain: tuple[Path, ...] = CHAIN) -> str:
    content = load(root)
    assert content.catalogue is not None
    planned = plan(content.catalogue, content.pictures, root / "content", chain)
    (found,) = (each for each in planned.artifacts if each.paths == (path,))
    return found.make(found.values, Folders(root / "content", chain))[0].decode()


def test_old_addresses_and_single_packs_are_redirected(tmp_path: Path) -> None:
    root = project(tmp_path)
    aliases = "aliases: [/san-pham/kho-cu/, /Q/7K3M0]\nsample:"
    change(root, "content/products/kho-ca.md", "sample:", aliases)
    lines = made(root, "site/_redirects").splitlines()

    assert lines[0] == "/san-pham/kho-cu/ /san-pham/kho-ca/ 301"
    assert "/01/:gtin/10/:lot/21/:serial /01/:gtin/10/:lot/#so-se-ri=:serial 302" in lines
    assert "/Q/:code/21/:serial /Q/:code/#so-se-ri=:serial 302" in lines
    assert not any("7K3M0" in line for line in lines)


def test_no_redirect_hides_a_page(tmp_path: Path) -> None:
    """On some hosts a rule goes before a file: none may match a page, a lot's included."""
    root = project(tmp_path)
    change(root, "content/products/kho-ca.md", "sample:", 'gtin: "9521234500018"\nsample:')
    sources = [line.split()[0] for line in made(root, "site/_redirects").splitlines()]
    pages = ["Q/7K3M1", "01/09521234500018", addresses.lot_path("01/09521234500018", "L1")]

    for source in sources:
        segments = source.strip("/").split("/")
        for page in pages:
            there = page.split("/")
            matches = len(there) == len(segments) and all(
                wanted.startswith(":") or wanted == given
                for wanted, given in zip(segments, there, strict=True)
            )
            assert not matches, (source, page)


def test_rules_count_from_the_site_s_prefix(tmp_path: Path) -> None:
    root = project(tmp_path)
    change(root, "content/site.yaml", "https://thu.example", "https://thu.example/ocop")

    assert all(path.startswith("/ocop/") for path in rules(made(root, "site/_headers")))
    for line in made(root, "site/_redirects").splitlines():
        assert line.count("/ocop/") == 2


def test_types_caching_and_security_are_set(tmp_path: Path) -> None:
    found = rules(made(project(tmp_path), "site/_headers"))

    assert found["/01/*/linkset.json"]["Content-Type"] == "application/linkset+json"
    assert found["/.well-known/gs1resolver"]["Content-Type"] == "application/json"
    assert found["/media/*"] == {"Cache-Control": "public, max-age=31536000, immutable"}
    assert found["/*"]["X-Content-Type-Options"] == "nosniff"
    assert "unsafe" not in found["/*"]["Content-Security-Policy"].split("style-src")[0]


def test_no_header_is_set_twice_for_one_path(tmp_path: Path) -> None:
    """These hosts join the values of two rules with a comma."""
    found = rules(made(project(tmp_path), "site/_headers"))
    everywhere = found.pop("/*")

    assert all(not headers.keys() & everywhere.keys() for headers in found.values())


def test_a_script_that_a_theme_changes_changes_the_policy(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = made(root, "site/_headers")
    lost = (CHAIN[0] / "web/not_found.html").read_text("utf-8")
    write(root, "themes/rieng/web/not_found.html", lost.replace("<script>", "<script>/**/"))
    chain = theme.chain("rieng", [root / "themes", ROOT / "themes"])

    assert made(root, "site/_headers", chain) != before
    assert len(policy.inline_scripts(chain)) == len(policy.inline_scripts(CHAIN))


@pytest.fixture(scope="module")
def guarded(output: Path) -> Iterator[str]:
    with serving(Obedient, output / "site") as host:
        yield host


@pytest.mark.parametrize("path", [*PAGES, "404.html", "01/09521234500018/#khong-ro-lo=L1"])
def test_every_page_works_under_the_policy(browser: Browser, guarded: str, path: str) -> None:
    page = browser.new_page()
    visit = Visit(page, f"{guarded}/{path}")
    answer = page.request.get(f"{guarded}/{path}")
    page.close()

    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    assert visit.faults == []


def test_the_policy_is_in_force(browser: Browser, guarded: str) -> None:
    """Else the test above would prove nothing."""
    page = browser.new_page()
    visit = Visit(page, f"{guarded}/san-pham/kho-ca-loc/")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.broken = 1";
            document.body.append(script);
        }"""
    )
    ran = page.evaluate("window.broken")
    page.close()

    assert ran is None
    assert any("Content Security Policy" in fault for fault in visit.faults)
