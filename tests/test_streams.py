"""No command ends because of where its words go: the real command, on each code page and stream."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_project
from commands import Interpreter, command, environment
from label_project import FACTS

CODE_PAGES = ("cp1252", "cp1258", "cp437", "ascii", "latin-1")
CRASH = ["build", "--clean", "--only", "site", "--executor", "hong:hong", "--jobs", "2"]
COMMANDS = {
    "help": (["--help"], 0, "tờ bướm"),
    "help of a command": (["labels", "--help"], 0, "thẻ quầy"),
    "usage": (["build", "--jobs", "khong"], 2, "Usage"),
    "usage of ours": (["labels"], 2, "Hãy ghi tên sản phẩm"),
    "unknown product": (["labels", "kho-cax"], 2, "Có phải “kho-ca”"),
    "check": (["check"], 0, "3 sản phẩm: 0 lỗi"),
    "check as JSON": (["check", "--json"], 0, "Câu chuyện mới có 1 từ"),
    "passport": (["passport", "kho-ca"], 0, "✓ Tên sản phẩm: Khô cá"),
    "passport as JSON": (["passport", "kho-ca", "--json"], 0, "Khô cá"),
    "no passport": (["passport", "kho-cax"], 2, "Có phải “kho-ca”"),
    "stocks": (["labels", "--list"], 0, "máy in"),
    "law": (["labels", "--check"], 1, "đủ mục luật đòi"),
    "new site": (["new", "site", "content"], 1, "không trống"),
    "build": (["build", "--only", "site", "--jobs", "1"], 0, "Xong 3 sản phẩm"),
    "build of a wrong theme": (["build", "--theme", "khong", "--jobs", "1"], 1, "giao diện"),
    "crash": (CRASH, 1, "Lỗi của chương trình: RuntimeError: hỏng “thật” �"),
}
needs_posix = pytest.mark.skipif(os.name == "nt", reason="forks, pseudo-terminals, shells")
BROKEN = """
def hong(jobs):
    raise RuntimeError("hỏng “thật” \\udce9")
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built, its first product complete for a full label."""
    root = small_project.project(tmp_path_factory.mktemp("streams"))
    small_project.change(root, "content/site.yaml", "thu.example", "thu.example.vn")
    with (root / "content/site.yaml").open("a") as site:
        site.write("theme: rieng\nshare_cards: false\n")
    small_project.change(root, "content/products/kho-ca.md", "sample: true\n", FACTS)
    small_project.change(root, "content/products/mam-ca.md", "sample: true\n", "")
    small_project.change(root, "content/producers/co-so.md", "sample: true", "address: Ấp 1")
    short = small_project.product("gao", story="Ngắn.")
    small_project.write(root, "content/products/gao.md", short.replace("sample: true\n", ""))
    small_project.write(root, "hong.py", BROKEN)
    assert small_project.built(root, only="site") == 0
    return root


@pytest.fixture(scope="module")
def interpreter(root: Path) -> Iterator[Interpreter]:
    with Interpreter(root) as started:
        yield started


@needs_posix
@pytest.mark.parametrize(("words", "status", "said"), COMMANDS.values(), ids=COMMANDS)
def test_every_command_writes_utf_8_into_a_pipe_on_a_western_code_page(
    interpreter: Interpreter, words: list[str], status: int, said: str
) -> None:
    got = interpreter.run(words, "cp1252")

    assert got.returncode == status, got.stderr
    assert said in (got.stdout + got.stderr).decode("utf-8")


@needs_posix
@pytest.mark.parametrize("code_page", CODE_PAGES)
def test_a_pipe_gets_utf_8_on_every_code_page(interpreter: Interpreter, code_page: str) -> None:
    words, status, said = COMMANDS["check"]
    got = interpreter.run(words, code_page)

    assert got.returncode == status, got.stderr
    assert said in (got.stdout + got.stderr).decode("utf-8")


@pytest.mark.parametrize(
    "given",
    [
        {"PYTHONIOENCODING": "cp1258"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["cp1258", "C"],
)
def test_a_file_gets_utf_8_too(root: Path, tmp_path: Path, given: dict[str, str]) -> None:
    log = tmp_path / "log.txt"
    with log.open("wb") as file:
        subprocess.run(
            command("check"),
            cwd=root,
            env=environment(root, given),
            stdout=file,
            stderr=file,
            check=True,
        )

    assert "sản phẩm: 0 lỗi" in log.read_text("utf-8")


@needs_posix
@pytest.mark.parametrize("name", ["cp1252", "cp1258"])
def test_labels_are_told_of_and_entered_once_on_any_code_page(
    tmp_path: Path, root: Path, interpreter: Interpreter, name: str
) -> None:
    words = [
        "labels",
        "kho-ca",
        "--stock",
        "L7160",
        "--count",
        "1",
        "--again",
        "--output",
        str(tmp_path / "output"),
    ]
    before = ledger_lines(root)
    got = interpreter.run(words, name)

    assert got.returncode == 0, got.stderr
    assert "lượt in vào" in got.stdout.decode()
    assert ledger_lines(root) == before + 1
    assert list(tmp_path.rglob("labels.pdf"))


def ledger_lines(root: Path) -> int:
    file = root / "content" / "printed.csv"
    return len(file.read_text("utf-8-sig").splitlines()[1:]) if file.exists() else 0


def on_terminal(
    interpreter: Interpreter, words: list[str], encoding: str, terminal: str = "dumb"
) -> str:
    """What the command writes on a terminal."""
    master, slave = os.openpty()
    interpreter.begin(words, slave, slave, encoding, {"TERM": terminal})
    os.close(slave)
    said = b""
    # Linux says that a terminal's other end is gone by an error.
    while part := _read(master):
        said += part
    os.close(master)
    assert interpreter.ended() == 0, said
    return said.decode(encoding)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@needs_posix
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("utf-8", "3 sản phẩm: 0 lỗi"),
        ("cp1252", "3 san phâm: 0 lôi"),
        ("cp1258", "3 sa\u0309n phâ\u0309m: 0 lô\u0303i"),
        ("cp437", "3 san phâm: 0 lôi"),
        ("ascii", "3 san pham: 0 loi"),
    ],
)
def test_a_terminal_gets_the_nearest_letters_it_can_show(
    interpreter: Interpreter, name: str, said: str
) -> None:
    text = on_terminal(interpreter, ["check"], name)

    assert said in text
    assert "?" not in text


@needs_posix
def test_a_terminal_of_an_old_code_page_shows_progress_and_stocks(
    interpreter: Interpreter,
) -> None:
    words = ["build", "--only", "site", "--clean", "--jobs", "1"]
    built = on_terminal(interpreter, words, "cp437", "xterm")
    stocks = on_terminal(interpreter, ["labels", "--list"], "cp437", "xterm")

    assert "3 san ph" in built
    assert "dang l" in built.lower()
    assert "####" in stocks
    assert "a4-64x38" in stocks


@needs_posix
@pytest.mark.parametrize("stream", ["1", "both"])
def test_whoever_stops_reading_stops_nothing(
    root: Path, interpreter: Interpreter, tmp_path: Path, stream: str
) -> None:
    """`ocop labels … | head -1`: all files of all products are there, and nothing is complained."""
    reading, writing = os.pipe()
    os.close(reading)
    log = (tmp_path / "other").open("wb")
    words = ["labels", "kho-ca", "mam-ca", "--design", "code", "--again"]
    words += ["--output", str(tmp_path)]
    before = ledger_lines(root)
    with log:
        interpreter.begin(words, writing, log if stream == "1" else writing)
    os.close(writing)

    assert interpreter.ended() == 0
    assert ledger_lines(root) == before + 2
    assert len(list(tmp_path.glob("labels/*/artwork/qr.pdf"))) == 2
    assert b"rror" not in (tmp_path / "other").read_bytes()


@needs_posix
@pytest.mark.parametrize(
    ("words", "status", "out", "err"),
    [
        (["check"], 0, False, True),
        (["--help"], 0, False, True),
        (["labels"], 2, True, False),
        (CRASH, 1, False, False),
    ],
    ids=str,
)
def test_without_a_stream_a_command_does_its_work(
    interpreter: Interpreter, tmp_path: Path, words: list[str], status: int, out: bool, err: bool
) -> None:
    """As a program of Windows that has no console (pythonw)."""
    with (tmp_path / "said").open("wb") as said:
        interpreter.begin(words, said if out else None, said if err else None)

    assert interpreter.ended() == status
    assert b"Traceback" not in (tmp_path / "said").read_bytes()


@needs_posix
def test_a_program_that_is_started_without_any_stream_does_its_work(root: Path) -> None:
    words = ["sh", "-c", 'exec "$@" >&- 2>&- <&-', "sh", *command("check")]
    started = subprocess.run(words, cwd=root, env=environment(root, {}), check=False)

    assert started.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is played by /dev/full")
def test_words_lost_on_a_full_disk_are_named_after_the_work_is_done(
    interpreter: Interpreter, tmp_path: Path
) -> None:
    words = ["labels", "kho-ca", "mam-ca", "--design", "code", "--again", "--output", str(tmp_path)]
    said = tmp_path / "said"
    with Path("/dev/full").open("wb") as full, said.open("wb") as file:
        interpreter.begin(words, full, file)

    assert interpreter.ended() == 1
    assert "Không ghi hết được thông báo" in said.read_text("utf-8")
    assert len(list(tmp_path.glob("labels/*/artwork/qr.pdf"))) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="file names are any bytes there")
def test_a_name_that_is_not_utf_8_can_be_told(interpreter: Interpreter, tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xe9"))
    small_project.one_product(root)
    small_project.change(
        root, "content/site.yaml", "language: vi", "language: vi\nshare_cards: false"
    )
    small_project.write(root, "output/site/" + os.fsdecode(b"l\xe9.html"), "x")
    words = ["build", "--only", "site", "--jobs", "1", "--theme", "rieng"]

    for _ in range(2):
        got = interpreter.run([*words, "--root", str(root)])

        assert got.returncode == 0, got.stderr
        assert "d�/output/site/l�.html" in got.stdout.decode()
    assert json.loads((root / "output" / "report.json").read_bytes())["strangers"]


@needs_posix
def test_what_was_written_as_json_is_read_back_with_every_sign(
    interpreter: Interpreter, tmp_path: Path
) -> None:
    """No name of an emoji is taken for one, no line is folded, a broken byte does no harm."""
    small_project.project(tmp_path)
    small_project.change(
        tmp_path, "content/products/kho-ca.md", "name: Khô cá", 'name: "Khô :fish: [b]cá[/b]"'
    )
    words = ["passport", "kho-ca", "--json", "--root", str(tmp_path)]
    got = interpreter.run(words, "cp1252")

    assert "Khô :fish: [b]cá[/b]" in json.dumps(json.loads(got.stdout), ensure_ascii=False)
