"""A build is exact and never half done: edits at random, kills, full disks, two builds at once."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import made_once
import pytest
from killed import killed_at
from small_project import (
    ENGLISH,
    PRODUCTS,
    STORY,
    built,
    built_project,
    change,
    ended,
    everything,
    one_product,
    photo,
    product,
    project,
    write,
)

from generator.desk.options import Order
from generator.engine.workers import ExecutorFactory

COMMAND = [sys.executable, "-m", "generator", "build", "--theme", "rieng", "--only", "site"]


def command(root: Path, *more: str) -> list[str]:
    return [*COMMAND, "--root", str(root), *more]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project with its site built."""
    return built_project(tmp_path / "project")


def clean_build(root: Path, elsewhere: Path) -> dict[str, bytes]:
    """The bytes of a build of the same content from nothing, in another folder."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    for folder in ("content", "themes"):
        shutil.copytree(root / folder, elsewhere / folder)
    assert built(elsewhere, "site") == 0
    return everything(elsewhere / "output")


class Editor:
    """Makes a random change that leaves the content sound."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)  # noqa: S311  # a test's dice
        self.number = 0

    def edit(self) -> None:
        self.number += 1
        of_products = (self.story, self.price, self.name, self.photo, self.translate)
        of_others = (self.producer, self.page, self.tagline, self.string, self.lots)
        self.dice.choice([*of_products, *of_others, self.add, self.add, self.remove])()

    def any_product(self) -> Path:
        files = sorted((self.root / "content/products").glob("*[!n].md"))
        return self.dice.choice([file for file in files if not file.stem.endswith(".en")])

    def story(self) -> None:
        with self.any_product().open("a", encoding="utf-8") as file:
            file.write(f"\nCâu thứ {self.number}.\n")

    def price(self) -> None:
        file = self.any_product()
        text = file.read_text("utf-8").split("    price: ")
        text[1] = f"{self.number}000\n" + text[1].split("\n", 1)[1]
        file.write_text("    price: ".join(text), "utf-8")

    def name(self) -> None:
        file = self.any_product()
        first, rest = file.read_text("utf-8").split("\nsummary: ")
        file.write_text(f"{first} {self.number}\nsummary: {rest}", "utf-8")

    def photo(self) -> None:
        photo(self.root, f"{self.any_product().stem}.jpg", f"#{self.dice.randrange(1 << 24):06x}")

    def add(self) -> None:
        slug = f"mon-{self.number}"
        facts = {"code": f"8M{self.number:03}", "group": "4", "producer": "hop-tac-xa"}
        text = product(slug, name=f"Món {self.number}", stars="5", **facts)
        write(self.root, f"content/products/{slug}.md", text)
        photo(self.root, f"{slug}.jpg", "#dddddd")

    def remove(self) -> None:
        files = sorted((self.root / "content/products").glob("mon-*.md"))
        for file in files[:2]:
            file.unlink()
            for table in (self.root / "content/lots").glob(f"{file.stem}.*"):
                table.unlink()

    def lots(self) -> None:
        slug = self.any_product().stem
        recalled = self.dice.choice(["ok,", f"recalled,Ẩm {self.number}"])
        rows = f"lot,produced,status,note\nL1,01/10/2026,{recalled}\nL{self.number + 1},,,\n"
        write(self.root, f"content/lots/{slug}.csv", self.dice.choice([rows, "lot\nL1\n"]))
        events = f"lot,when,step,note\nL1,01/10/2026,packed,Lần {self.number}\n"
        write(self.root, f"content/lots/{slug}.events.csv", events)

    def translate(self) -> None:
        stem = self.any_product().stem
        english = self.root / f"content/products/{stem}.en.md"
        if english.exists():
            english.unlink()
        else:
            write(self.root, f"content/products/{stem}.en.md", ENGLISH)

    def producer(self) -> None:
        file = self.root / "content/producers/co-so.md"
        name = f"---\nname: Cơ sở {self.number}\nkind: household"
        body = self.dice.choice(["", f"Làm nghề {self.number} năm.\n"])
        file.write_text(f"{name}\nplace: tan-hung\nsample: true\n---\n{body}", "utf-8")

    def page(self) -> None:
        menu = self.dice.choice(["", f"menu: {self.number}\n"])
        link = "[khô](../products/kho-ca.md)"
        text = f"---\ntitle: Trang {self.number}\n{menu}---\nXem {link} lần {self.number}.\n"
        write(self.root, f"content/pages/trang-{self.dice.randrange(3)}.md", text)

    def tagline(self) -> None:
        file = self.root / "content/site.yaml"
        kept = [line for line in file.read_text("utf-8").splitlines() if "tagline" not in line]
        file.write_text("\n".join([*kept, f"tagline: Lần {self.number}", ""]), "utf-8")

    def string(self) -> None:
        text = f'[nav]\nskip = "Tới nội dung {self.number}"\n'
        write(self.root, "themes/rieng/strings/vi.toml", text)


def test_after_fifty_random_edits_the_output_is_that_of_a_clean_build(
    root: Path, tmp_path: Path
) -> None:
    """Edits come alone, and several between two builds."""
    editor = Editor(root, seed=1)
    for _ in range(5):
        for edits in (1, 2, 7):
            for _ in range(edits):
                editor.edit()
            assert built(root, "site") == 0
        assert everything(root / "output") == clean_build(root, tmp_path / "clean")


def test_other_folder_and_number_of_jobs_give_the_same_bytes(tmp_path: Path) -> None:
    """The site's; print's in test_desk.py."""
    root = project(tmp_path / "project")
    with made_once.anew():
        whole = clean_build(root, tmp_path / "another" / "folder")
        assert built(root, "site", jobs=2) == 0

    assert everything(root / "output") == whole


def test_another_day_and_place_on_earth_give_the_same_bytes(root: Path) -> None:
    clock = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    here = everything(root / "output")
    subprocess.run(
        command(root, "--jobs", "1", "--clean", "--output", str(root / "there")),
        check=True,
        capture_output=True,
        env={**os.environ, **clock},
    )

    assert everything(root / "there") == here


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_a_build_killed_at_any_change_of_the_disk_leaves_one_whole_site(
    root: Path, tmp_path: Path
) -> None:
    """SIGKILL before the first change, the last, and many between: the old site or the new one."""
    old = everything(root / "output")
    change(root, "content/site.yaml", "Danh mục thử", "Danh mục mới")
    (root / "content/products/gao.md").unlink()
    new = clean_build(root, tmp_path / "clean")
    kept = tmp_path / "kept"
    shutil.copytree(root, kept)
    back(kept, root)
    count = tmp_path / "changes"
    assert killed_at(-1, lambda: built(root, "site"), count) == 0
    changes = count.stat().st_size
    seen, killed = [], 0
    for moment in [*range(1, changes, -(-changes // 6)), *range(changes - 4, changes + 2)]:
        back(kept, root)
        status = killed_at(moment, lambda: built(root, "site"), count)
        assert status in {0, signal.SIGKILL}  # a build that remembers more needs fewer changes
        site = {
            path: content
            for path, content in everything(root / "output").items()
            if path.startswith("site/")
        }
        assert site in ((old, new) if status else (new,))
        killed += status == signal.SIGKILL
        seen.append(site == new)
        assert built(root, "site") == 0
        assert everything(root / "output") == new

    assert killed >= 6
    assert not seen[0]
    assert seen[-1]
    assert seen == sorted(seen)


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX's")
def test_ctrl_c_ends_a_build_at_once_and_cleanly(root: Path, tmp_path: Path) -> None:
    old = everything(root / "output")
    change(root, "content/site.yaml", "Danh mục thử", "Danh mục mới")
    for number in range(12):
        photo(root, f"them-{number}.jpg", f"#{number:06x}")
        facts = {"name": f"Món {number}", "code": f"9M{number:03}", "group": "4", "stars": "3"}
        text = product(f"them-{number}", producer="co-so", **facts)
        write(root, f"content/products/them-{number}.md", text)
    running = subprocess.Popen(
        command(root), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    assert running.stdout
    said = running.stdout.readline().decode()
    assert "Đang làm" in said
    os.killpg(running.pid, signal.SIGINT)
    said += running.communicate()[0].decode()

    assert "Traceback" not in said
    assert running.returncode in (0, 130)
    if running.returncode == 130:
        assert "Đã dừng" in said
        assert everything(root / "output") == old
    else:
        assert everything(root / "output") == clean_build(root, tmp_path / "clean")


def test_two_builds_at_once_both_end_well(tmp_path: Path) -> None:
    root = one_product(tmp_path / "project")
    pair = [
        subprocess.Popen(
            command(root, "--jobs", "1"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(2)
    ]
    said = [each.communicate()[0].decode() for each in pair]

    assert [each.returncode for each in pair] == [0, 0]
    assert sum("đợi" in text for text in said) == 1
    assert everything(root / "output") == clean_build(root, tmp_path / "clean")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
def test_a_full_disk_is_one_clear_line_and_nothing_is_lost(root: Path) -> None:
    """A limit on file sizes stands in for the disk: writing fails in the midst of the build."""
    before = everything(root / "output")
    photo(root, "kho-ca.jpg", "#00ff00")
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *command(root)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Kết quả lần trước còn nguyên" in done.stderr
    assert everything(root / "output") == before
    assert not [*root.glob(".cache/**/next_tree/site")]
    assert built(root, "site") == 0


def test_an_output_that_cannot_be_written_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = one_product(tmp_path)
    write(root, "output", "a file stands where the folder should be")

    assert built(root, "site") == 1
    assert "Không đọc hoặc ghi được" in capsys.readouterr().err


def test_a_damaged_cache_is_made_anew(root: Path) -> None:
    before = everything(root / "output")
    for file in (root / ".cache").rglob("*.json"):
        file.write_bytes(os.urandom(40))
    (root / "output/site/index.html").write_text("scribble")

    assert built(root, "site") == 0
    assert everything(root / "output") == before


def test_the_cache_may_go_and_old_pages_still_go_with_their_product(root: Path) -> None:
    shutil.rmtree(root / ".cache")
    (root / "content/products/gao.md").unlink()
    assert built(root, "site") == 0

    assert not (root / "output/site/san-pham/gao").exists()


def test_a_strangers_file_is_named_and_stays(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "output/site/CNAME", "ocop.example")
    change(root, "content/products/gao.md", "90000", "80000")
    assert built(root, "site") == 0

    assert (root / "output/site/CNAME").read_text() == "ocop.example"
    assert "CNAME" in capsys.readouterr().out


def back(kept: Path, root: Path) -> None:
    """Put the project back as it was kept."""
    shutil.rmtree(root)
    shutil.copytree(kept, root)


def threads(jobs: int) -> Executor:
    return ThreadPoolExecutor(jobs)


def strangers(jobs: int) -> Executor:
    """Processes that share nothing with this one, as a cluster's do."""
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("executor", [threads, strangers])
def test_any_executor_can_do_the_work(tmp_path: Path, executor: ExecutorFactory) -> None:
    """Workers read the subject from its file, or share this memory."""
    root = one_product(tmp_path / "project")
    order = Order(root, root / "output", theme="rieng", only="site", jobs=2, executor=executor)

    assert ended(order) == 0
    assert everything(root / "output") == clean_build(root, tmp_path / "clean")


def test_one_wrong_file_publishes_nothing(root: Path) -> None:
    before = everything(root / "output")
    write(root, "content/media/gao.jpg", "no picture")
    change(root, "content/site.yaml", "Danh mục thử", "Danh mục mới")

    assert built(root, "site") == 1
    assert everything(root / "output") == before


def test_the_small_project_is_what_the_tests_think(root: Path) -> None:
    assert len(STORY.split()) >= 120
    assert len(list((root / "content/products").glob("*.md"))) == len(PRODUCTS) + 1
