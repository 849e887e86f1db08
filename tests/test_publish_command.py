"""`ocop publish`: what it refuses, what it says beforehand, and what is public afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from publish_samples import public_files
from small_project import built, change, one_product, run, write

from generator.desk.publishing import public_check
from generator.desk.publishing.public_check import Fetched

BASE = "https://ocop.tan-hung.vn"
FISH = "content/products/kho-ca.md"
LEDGER = "printed_on,address,product,lot,serials,quantity,what\n"


def site(root: Path) -> dict[str, bytes]:
    return public_files(root / "output/site")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project, which no test changes for good."""
    found = one_product(tmp_path_factory.mktemp("publish") / "dự án")
    change(found, "content/site.yaml", "https://thu.example", BASE)
    assert built(found, "site") == 0
    return found


@pytest.fixture
def public(root: Path, tmp_path: Path) -> Path:
    """The folder of a target named after it, which was never published to."""
    place = tmp_path / "công khai"
    name = tmp_path.name.replace("_", "-").lower()[-30:].strip("-")
    write(root, "content/publish.yaml", f'{name}: {{kind: folder, path: "{place}"}}\n')
    place.with_name("name").write_text(name)
    return place


def publish(root: Path, public: Path, *options: str) -> tuple[int, str]:
    """Publish to that folder; the status and all that is said."""
    name = public.with_name("name").read_text()
    status, said, wrong = run(root, "publish", name, *options)
    return status, said + wrong


@contextmanager
def edited(file: Path, text: str | bytes) -> Iterator[None]:
    """Another text in a file, which is the very same again afterwards."""
    aside = file.with_name(f".{file.name}.aside")
    if file.exists():
        file.rename(aside)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        yield
    finally:
        file.unlink()
        if aside.exists():
            aside.rename(file)


def everything(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


def test_the_public_gets_what_was_built_and_then_only_what_changed(
    root: Path, public: Path
) -> None:
    status, said = publish(root, public, "--no-verify")

    assert status == 0
    assert public_files(public) == site(root)
    assert f"gửi {len(site(root))} tệp" in said
    assert "Sản phẩm mới (1): Khô cá" in said
    assert publish(root, public, "--no-verify") == (0, "Không có gì mới để đăng.\n")


def test_it_does_not_matter_how_the_project_is_named(
    root: Path, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root.parent)

    assert publish(Path(root.name), public, "--dry-run")[0] == 0


def test_a_dry_run_says_it_all_and_changes_nothing(root: Path, public: Path) -> None:
    publish(root, public, "--dry-run")  # what reading the project remembers
    before = everything(root)
    status, said = publish(root, public, "--dry-run", "--lang", "en")

    assert status == 0
    assert f"{len(site(root))} files to send" in said
    assert "New products (1): Khô cá" in said
    assert everything(root) == before
    assert not public.exists()


def test_what_is_older_than_its_content_is_not_published(root: Path, public: Path) -> None:
    text = (root / FISH).read_text("utf-8")
    with edited(root / FISH, text.replace("Món kho-ca", "Món ăn kho-ca")):
        status, said = publish(root, public, "--no-verify")

    assert status == 1
    assert FISH in said
    assert "Hãy chạy ocop build" in said
    assert not public.exists()


def test_what_check_refuses_is_not_published(root: Path, public: Path) -> None:
    text = (root / FISH).read_text("utf-8")
    with edited(root / FISH, text.replace("price: 90000", "price: chín")):
        status, said = publish(root, public, "--no-verify")

    assert status == 1
    assert "error[type-wrong]" in said
    assert "--keep-going" in said
    assert not public.exists()


def test_a_printed_address_that_nothing_answers_holds_all_back(root: Path, public: Path) -> None:
    row = f"2026-05-01,{BASE.upper()}/Q/9K3M9,kho-ca,,,10,tem\n"
    with edited(root / "content/printed.csv", LEDGER + row):
        status, said = publish(root, public, "--no-verify")

    assert status == 1
    assert "error[printed-lost]" in said
    assert not public.exists()


def test_output_that_somebody_has_touched_is_not_published(root: Path, public: Path) -> None:
    with edited(root / "output/site/index.html", "<html>của tôi</html>"):
        status, said = publish(root, public, "--no-verify")
        assert status == 1
        assert "index.html không còn như ocop build đã làm ra" in said
    aside = root / "output/feed"
    (root / "output/site/feed.xml").rename(aside)
    status, said = publish(root, public, "--no-verify")
    aside.rename(root / "output/site/feed.xml")

    assert status == 1
    assert "feed.xml không còn như" in said


def test_a_site_for_another_address_or_a_placeholder_is_not_published(
    root: Path, public: Path
) -> None:
    name, url = public.with_name("name").read_text(), "https://khac.tan-hung.vn"
    for other, said_of_it in ((url, f"--base-url {url}"), ("https://thu.example", "chỉ để thử")):
        line = f'{name}: {{kind: folder, path: "{public}", url: "{other}"}}\n'
        write(root, "content/publish.yaml", line)
        status, said = publish(root, public, "--no-verify")

        assert status == 1
        assert said_of_it in said
    assert not public.exists()


def test_files_of_others_are_only_replaced_when_somebody_says_so(root: Path, public: Path) -> None:
    write(public, "index.html", "của người khác")
    write(public, "ghi-chu.txt", "của người khác")
    status, said = publish(root, public, "--no-verify")
    assert status == 1
    assert "1 tệp không do ocop đăng: index.html" in said
    assert public_files(public).keys() == {"index.html", "ghi-chu.txt"}
    assert publish(root, public, "--no-verify", "--yes")[0] == 0

    assert public_files(public) == {**site(root), "ghi-chu.txt": "của người khác".encode()}


def test_a_place_that_holds_other_things_is_asked_about_the_first_time(
    root: Path, public: Path
) -> None:
    """As somebody's own folder, or a host's account with the website's folder in it."""
    write(public, "public_html/.htaccess", "của người khác")
    write(public, "desktop.ini", "x")
    status, said = publish(root, public, "--no-verify")
    assert status == 1
    assert "1 thứ khác: public_html. Trang web thường nằm trong public_html" in said
    assert public_files(public).keys() == {"public_html/.htaccess", "desktop.ini"}
    assert publish(root, public, "--no-verify", "--yes")[0] == 0

    assert publish(root, public, "--no-verify") == (0, "Không có gì mới để đăng.\n")


def test_all_that_has_to_be_asked_is_said_at_once(root: Path, public: Path) -> None:
    write(public, "index.html", "của người khác")
    _, said = publish(root, public, "--no-verify")

    assert "Đúng là nơi này?" in said
    assert "Ghi đè?" in said


def test_a_target_that_has_lost_all_is_asked_about(root: Path, public: Path) -> None:
    """A stick that is not plugged in leaves an empty folder where it was."""
    assert publish(root, public, "--no-verify")[0] == 0
    public.rename(public.with_name("elsewhere"))
    status, said = publish(root, public, "--no-verify")
    assert status == 1
    assert "USB khác" in said
    assert public_files(public) == {}
    assert publish(root, public, "--no-verify", "--yes")[0] == 0

    assert public_files(public) == site(root)


def test_files_of_others_in_the_output_go_too_and_are_told(root: Path, public: Path) -> None:
    """Such as .htaccess, which hosts want there; not what systems leave."""
    try:
        for name in (".htaccess", "Thumbs.db"):
            write(root, f"output/site/{name}", "x")
        (root / "output/site/lien-ket").symlink_to("/etc/hostname")
        status, said = publish(root, public, "--no-verify")
    finally:
        for name in (".htaccess", "Thumbs.db", "lien-ket"):
            (root / "output/site" / name).unlink()

    assert status == 0
    assert "Tệp lạ trong output/site, cũng được đăng: .htaccess" in said
    assert "bỏ qua: lien-ket" in said
    assert public_files(public).keys() - site(root).keys() == {".htaccess"}


@pytest.mark.parametrize("name", ["khong-co", "../x", "-x", ""])
def test_a_target_that_is_not_there_is_misuse(name: str, root: Path, public: Path) -> None:
    status, _, wrong = run(root, "publish", "--", name)

    assert status == 2
    assert public.with_name("name").read_text() in wrong
    assert not (root / ".cache/x").exists()


ANOTHER = ("không phải bản vừa gửi", "it is not what was sent")


@pytest.mark.parametrize(
    ("answer", "options", "status", "said_of_it"),
    [
        (("", ""), [], 0, "Đã mở thử 5 trang: đúng bản vừa gửi."),
        (ANOTHER, ["--verify"], 3, "ĐÃ ĐƯỢC GỬI XONG"),
        (ANOTHER, [], 0, "bản chép (như USB) thì không sao"),
        (ANOTHER, ["--no-verify"], 0, "Đã đăng lên"),
    ],
)
def test_afterwards_the_public_address_is_looked_at_and_a_copy_ends_in_no_alarm(
    answer: tuple[str, str],
    options: list[str],
    status: int,
    said_of_it: str,
    root: Path,
    public: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = fetching(answer, monkeypatch)
    found, said = publish(root, public, *options)

    assert found == status
    assert said_of_it in said
    assert ("ĐÃ ĐƯỢC GỬI XONG" in said) is (status == 3)
    assert asked[:1] == ([] if options == ["--no-verify"] else [f"{BASE}/index.html"])
    assert public_files(public) == site(root)


def test_a_folder_with_an_address_of_its_own_is_no_copy(
    root: Path, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetching(ANOTHER, monkeypatch)
    targets = root / "content/publish.yaml"
    targets.write_text(targets.read_text("utf-8").replace("}", f", url: {BASE}}}"), "utf-8")

    assert publish(root, public)[0] == 3


def fetching(answer: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is fetched from now on, each of which gives that answer."""
    asked = list[str]()

    def fetch(base: str, path: str, _: str) -> Fetched:
        asked.append(f"{base}/{path}")
        return Fetched(f"{base}/{path}", *answer)

    monkeypatch.setattr(public_check, "_fetched", fetch)
    return asked


def test_a_recall_goes_out_alone_and_what_stays_behind_is_told(tmp_path: Path) -> None:
    """Also where the office prints: its addresses are never taken away."""
    root, public = one_product(tmp_path / "p"), tmp_path / "w"
    change(root, "content/site.yaml", "thu.example", "o.vn")
    write(root, "content/publish.yaml", "usb: {kind: folder, path: ../w}\n")
    write(root, "content/lots/kho-ca.csv", "lot,status,note\nL1,ok,\n")
    (tmp_path / "name").write_text("usb")
    assert built(root, "site") == 0
    assert publish(root, public, "--no-verify")[0] == 0
    first = public_files(public)
    printed = "2026-05-01,HTTPS://O.VN/Q/7K3M1/L1,kho-ca,L1,,10,tem\n"
    write(root, "content/printed.csv", LEDGER + printed)
    broken = "content/producers/moi.md"
    write(root, broken, "---\nname: Mới\nkind: lạ\n---\n")
    assert run(root, "recall", "kho-ca", "L1", "--reason", "Ẩm mốc")[0] == 0
    assert run(root, "build", "--only", "site", "--keep-going", "--jobs", "1")[0] == 3
    status, said = publish(root, public, "--no-verify")

    assert status == 3
    assert "Thu hồi mới (1):" in said
    assert "Ẩm mốc" in said
    assert f"Chưa được đăng: {broken}" in said
    assert "Ẩm mốc" in public_files(public)["Q/7K3M1/L1/index.html"].decode()
    _another_error_is_not_passed_over(root, public)
    _a_rollback_takes_back_no_recall_unasked(root, public, first)


def _another_error_is_not_passed_over(root: Path, public: Path) -> None:
    with edited(root / "content/printed.csv", LEDGER + "2026-05-01,HTTPS://O.VN/Q/9,x,,,1,tem\n"):
        status, said = publish(root, public, "--no-verify")

    assert status == 1
    assert "content/printed.csv" in said


def _a_rollback_takes_back_no_recall_unasked(
    root: Path, public: Path, first: dict[str, bytes]
) -> None:
    second = public_files(public)
    status, said = publish(root, public, "--rollback", "--no-verify")
    assert status == 1
    assert "không còn báo thu hồi" in said
    assert ".." not in said
    assert public_files(public) == second
    assert publish(root, public, "--rollback", "--no-verify", "--yes")[0] == 0
    assert public_files(public) == first
    assert publish(root, public, "--rollback", "--no-verify")[0] == 0

    assert public_files(public) == second


def test_a_product_that_goes_is_asked_about_and_a_printed_page_never_goes(tmp_path: Path) -> None:
    root, public = one_product(tmp_path / "p"), tmp_path / "w"
    change(root, "content/site.yaml", "thu.example", "o.vn")
    write(root, "content/publish.yaml", "usb: {kind: folder, path: ../w}\n")
    (tmp_path / "name").write_text("usb")
    assert built(root, "site") == 0
    assert publish(root, public, "--no-verify")[0] == 0
    first = public_files(public)
    other = (root / FISH).read_text("utf-8").replace("7K3M1", "7K3M5").replace("Khô cá", "Cá mới")
    write(root, "content/products/ca-moi.md", other.replace("kho-ca", "ca-moi"))
    os.link(root / "content/media/kho-ca.jpg", root / "content/media/ca-moi.jpg")
    assert built(root, "site") == 0
    assert publish(root, public, "--no-verify")[0] == 0
    status, said = publish(root, public, "--rollback", "--no-verify")
    assert status == 1
    assert "tệp đang công khai sẽ bị xóa" in said
    write(root, "content/printed.csv", f"{LEDGER}2026-05-01,HTTPS://O.VN/Q/7K3M5,ca-moi,,,10,tem\n")
    status, said = publish(root, public, "--rollback", "--no-verify", "--yes")
    assert status == 0
    assert "Giữ lại, vì địa chỉ đã in: Q/7K3M5/index.html" in said
    found = public_files(public)

    assert {path: found[path] for path in first} == first
    assert "Q/7K3M5/index.html" in found
    assert any(path.startswith("media/ca-moi.") for path in found)
    assert "san-pham/ca-moi/index.html" not in found
