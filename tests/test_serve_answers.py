"""What the preview answers: to whom, which addresses, with which headers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from serve_project import HOST, Trial, trial
from small_project import product, write

from generator import theme
from generator.desk.options import SHIPPED_THEMES
from generator.web.policy import header_policy

PAGE = "/san-pham/kho-ca/"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return trial(tmp_path_factory.mktemp("p"))


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"]
)
def test_this_machine_s_own_names_are_answered(preview: Trial, host: str) -> None:
    assert preview.ask("/", host=host).status == 200


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "evil.example:8000", "localhost", "localhost:80", "localhost:8000.evil",
     "127.0.0.1.evil.example:8000", "192.168.1.7:8000", "localhost:8000@evil", "[::1]", "::1:8000"],
)  # fmt: skip
def test_another_host_learns_nothing(preview: Trial, host: str) -> None:
    answer = preview.ask(PAGE, host=host)

    assert answer.status == 421
    assert b"Kh" not in answer.body


@pytest.mark.parametrize(
    "target",
    ["/../content/site.yaml", "/%2e%2e/content/site.yaml", "/..%2fcontent", "//evil.example/",
     "/san-pham//kho-ca/", "/san-pham/%00", "/san-pham\\..\\", "/%5c..%5cx", "/./", "/san-pham/./",
     "/%c3%28", "/%ff", "http://evil.example/", "*", "", "/a%0d%0aSet-Cookie: x", "/%2f%2fevil/",
     "/%2e%2e%2f%2e%2e%2fetc/passwd", "/" + "a" * 5000],
)  # fmt: skip
def test_a_path_that_leads_astray_is_refused(preview: Trial, target: str) -> None:
    assert preview.ask(target).status in (400, 404, 414)


@pytest.mark.parametrize(
    "target",
    ["/content/site.yaml", "/.cache/", "/san-pham", "/media/", "/static/", "/_serve/", "/in"],
)
def test_no_folder_is_listed_and_no_source_is_sent(preview: Trial, target: str) -> None:
    answer = preview.ask(target)

    assert answer.status in (302, 404)
    assert b"base_url" not in answer.body


def test_a_folder_without_its_slash_leads_to_the_page(preview: Trial) -> None:
    answer = preview.ask("/san-pham/kho-ca?x=1")

    assert (answer.status, answer.headers["Location"]) == (302, f"{PAGE}?x=1")


def test_the_print_pictures_are_found_without_a_slash(preview: Trial) -> None:
    assert preview.ask("/in").headers["Location"] == "/in/"


def test_a_single_pack_s_address_leads_to_its_product(preview: Trial) -> None:
    answer = preview.ask("/Q/7K3M1/21/0007")

    assert (answer.status, answer.headers["Location"]) == (302, "/Q/7K3M1/#so-se-ri=0007")


def test_a_lost_address_gets_the_site_s_own_page(preview: Trial) -> None:
    answer = preview.ask("/khong-co/")

    assert answer.status == 404
    assert b"/_serve/live.js" in answer.body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "POST", "PATCH", "TRACE"])
def test_nothing_but_reading_is_served(preview: Trial, method: str) -> None:
    answer = preview.ask(PAGE, method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_pages_get_the_site_s_policy_and_nothing_is_loosened(preview: Trial) -> None:
    folders = theme.chain("mua-nuoc-noi", SHIPPED_THEMES)
    headers = preview.ask(PAGE).headers

    assert headers["Content-Security-Policy"] == header_policy(folders)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_a_page_is_the_built_one_but_for_one_script_of_this_server(preview: Trial) -> None:
    served = preview.text(PAGE)
    shown = preview.preview.file("san-pham/kho-ca/")
    scripts = re.findall(r'<script src="/_serve/live.js"[^>]* defer></script>', served)

    assert shown
    assert len(scripts) == 1
    assert served.replace(scripts[0], "") == shown.body.decode()


def test_no_other_site_may_read_what_is_not_published(preview: Trial) -> None:
    answer = preview.ask("/catalogue.json")

    assert answer.status == 200
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_browser_keeps_nothing_of_a_preview(preview: Trial) -> None:
    assert "unregister" in preview.text("/sw.js")


def test_a_fair_s_calendar_is_one_to_a_phone_s_browser(tmp_path: Path) -> None:
    fair = "---\nname: Chợ\nstarts_on: 2026-12-18\nends_on: 2026-12-20\n---\n"
    write(tmp_path, "content/fairs/cho.md", fair)
    found = trial(tmp_path).ask("/hoi-cho/cho/cho.ics").headers

    assert found["Content-Type"] == "text/calendar; charset=utf-8"


def test_photos_are_made_when_they_are_asked_for(preview: Trial) -> None:
    found = re.search(r'src="[./]*(media/[^"]+\.jpg)"', preview.text(PAGE))

    assert found
    answer = preview.ask(f"/{found[1]}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert [*(preview.root / ".cache/serve").iterdir()]


def opening(preview: Trial, file: object, **changed: str) -> int:
    headers = {
        "origin": f"http://{HOST}",
        "content_type": "application/json",
        "x_serve_token": preview.answers.token,
    }
    client = changed.pop("client", "127.0.0.1")
    body = json.dumps({"file": file}).encode()
    return preview.ask("/_serve/open", "POST", client, body, **{**headers, **changed}).status


def test_a_file_that_editors_write_is_opened(preview: Trial) -> None:
    preview.opened.clear()

    assert opening(preview, "content/products/kho-ca.md") == 200
    assert preview.opened == [(preview.root / "content/products/kho-ca.md").resolve()]


@pytest.mark.parametrize(
    "changed",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"origin": ""}, {"x_serve_token": "no"},
     {"x_serve_token": ""}, {"content_type": "text/plain"}, {"client": "192.168.1.9"},
     {"origin": "https://localhost:8000"}],
)  # fmt: skip
def test_only_this_server_s_own_page_at_this_machine_opens_files(
    preview: Trial, changed: dict[str, str]
) -> None:
    preview.opened.clear()

    assert opening(preview, "content/products/kho-ca.md", **changed) == 403
    assert preview.opened == []


@pytest.mark.parametrize(
    "file",
    ["", "/etc/passwd", "content/../secret.md", "output/site/index.html", "content",
     "content/x.exe",
     "content\\products\\kho-ca.md", "content/products/khong-co.md", "content/ra-ngoai.md",
     7, None,     "content/products/kho-ca.md\0", "themes/rieng/chay.sh", ".cache/error.log"],
)  # fmt: skip
def test_no_other_file_is_opened(preview: Trial, file: object) -> None:
    (preview.root / "secret.md").write_text("x", "utf-8")
    (preview.root / "themes/rieng/chay.sh").write_text("x", "utf-8")
    link = preview.root / "content/ra-ngoai.md"
    link.unlink(missing_ok=True)
    link.symlink_to(preview.root / "secret.md")
    preview.opened.clear()

    assert opening(preview, file) in (400, 404)
    assert preview.opened == []
    link.unlink()


def test_only_a_browser_at_this_machine_gets_the_token(preview: Trial) -> None:
    here = preview.ask("/_serve/events?page=/").listens
    there = preview.ask("/_serve/events?page=/", client="192.168.1.9").listens

    assert here
    assert there
    assert (here.token, there.token) == (preview.answers.token, "")


def test_labels_and_brochures_are_pictures_and_enter_no_ledger(preview: Trial) -> None:
    listed = preview.text("/in/")

    assert "/in/tem/kho-ca.png" in listed
    assert "/in/catalogue/leaflet-1.png" in listed
    answer = preview.ask("/in/tem/kho-ca.png")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.body.startswith(b"\x89PNG")
    assert not (preview.root / "content/printed.csv").exists()
    assert not (preview.root / "content/handed-out.csv").exists()


@pytest.mark.parametrize(
    "path", ["/in/tem/khong-co.png", "/in/x/y-1.png", "/in/tem/", "/in/tem/gao"]
)
def test_there_is_no_other_picture(preview: Trial, path: str) -> None:
    assert preview.ask(path).status == 404


@pytest.mark.parametrize(
    "asked", ["m%E1%BA%AFm%20c%C3%A1", "mam", "MAM%20CA", "ma%CC%86%CC%81m", "m%E1%BA%AFm+ca"]
)
def test_a_label_is_found_by_its_product_s_name_with_marks_or_without(
    preview: Trial, asked: str
) -> None:
    found = preview.text(f"/in/?tim={asked}")

    assert "/in/tem/mam-ca.png" in found
    assert "/in/tem/kho-ca.png" not in found


def test_names_are_shown_as_text_only(preview: Trial) -> None:
    assert "<script>x" not in preview.text("/in/?tim=%3Cscript%3Ex")


def test_nothing_is_written_outside_the_cache(preview: Trial, tmp_path: Path) -> None:
    del tmp_path
    assert {each.name for each in preview.root.iterdir()} <= {
        *("content", "themes", ".cache", "secret.md"),
    }


def test_a_site_below_a_path_stands_there_as_on_its_host(tmp_path: Path) -> None:
    run = trial(tmp_path)
    site = (run.root / "content/site.yaml").read_text("utf-8")
    run.settled({"content/site.yaml": site.replace("thu.example", "thu.example/ocop")})

    assert run.ask("/").headers["Location"] == "/ocop/"
    assert run.ask("/ocop").headers["Location"] == "/ocop/"
    assert run.ask("/ocop/san-pham/kho-ca").headers["Location"] == f"/ocop{PAGE}"
    assert {run.ask(path).status for path in ("/ocop/", f"/ocop{PAGE}")} == {200}
    assert "unregister" in run.text("/ocop/sw.js")
    home = run.state("/ocop/")
    run.saved({"content/products/kho-ca.md": product("kho-ca", name="Mới")})
    assert run.told("/", home)["go"] == f"/ocop{PAGE}"
