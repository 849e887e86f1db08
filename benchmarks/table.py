"""The results of a run as Markdown: medians, and ours over each peer's.

    python benchmarks/table.py benchmarks/results/1000.jsonl

prints again what `run.py` printed at its end.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROWS = (
    ("cold", "wall", "làm lần đầu, giây · cold, s"),
    ("same", "wall", "không đổi gì, giây · nothing changed, s"),
    ("story", "wall", "sửa một câu chuyện, giây · one story edited, s"),
    ("template", "wall", "sửa khuôn trang, giây · the template edited, s"),
    ("cold", "cpu", "làm lần đầu, giây CPU · cold, CPU s"),
    ("", "memory", "bộ nhớ cao nhất, MB (PSS) · peak memory, MB (PSS)"),
    (
        "",
        "resident",
        "như trên, phần dùng chung tính nhiều lần · shared pages counted each time (RSS)",
    ),
)
"""Scenario (empty: the highest of all), what was measured, and what the row is called."""
Lines = Sequence[Mapping[str, Any]]


def table(path: Path) -> str:
    """What was built and with what, the times, and what came out."""
    head, *lines = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    peers = list(dict.fromkeys(line["peer"] for line in lines))
    parts = [*_about(head, lines), "", *_times(lines, peers), "", *_made(lines, peers)]
    wrong = [f"- {_where(line)}: {fault}" for line in lines for fault in line["faults"]]
    return "\n".join([*parts, *(["", "Sai · wrong:", *wrong] if wrong else [])])


def _about(head: Mapping[str, Any], lines: Lines) -> Iterator[str]:
    corpus, machine = head["corpus"], head["machine"]
    reps = len({line["rep"] for line in lines})
    photos = f"{corpus['photos']} ảnh · photos" if corpus["photos"] else "không ảnh · no photos"
    yield f"**{corpus['products']} sản phẩm · products, {photos}**"
    yield ""
    # Two spaces end a line in Markdown.
    yield ", ".join([head["day"], f"{machine['cores']} lõi · cores", machine["processor"]]) + "  "
    yield f"trung vị của {reps} lần xen kẽ · medians of {reps} interleaved runs"
    yield ""
    for name, version in head["versions"].items():
        yield f"- {name}: {version}"


def _times(lines: Lines, peers: Sequence[str]) -> Iterator[str]:
    yield "| " + " | ".join(["", *peers, *(f"ours ÷ {name}" for name in _others(peers))]) + " |"
    yield "|---" + "|---:" * (len(peers) + len(_others(peers))) + "|"
    for scenario, what, title in ROWS:
        found = {name: _median(lines, name, scenario, what) for name in peers}
        ratios = [_ratio(found.get("ours"), found[name]) for name in _others(peers)]
        cells = [title, *(_number(found[name], what) for name in peers), *ratios]
        yield "| " + " | ".join(cells) + " |"


def _made(lines: Lines, peers: Sequence[str]) -> Iterator[str]:
    """What the first cold build of each left behind."""
    made: Mapping[str, Mapping[str, int]] = {
        name: next((line["made"] for line in lines if line["peer"] == name and "made" in line), {})
        for name in peers
    }
    yield "| | trang · pages | trong đó trang quét · of these scan pages | WebP, AVIF | MB |"
    yield "|---|---:|---:|---:|---:|"
    for name, found in made.items():
        if found:
            cells = (found["pages"], found["scan_pages"], found["pictures"])
            yield f"| {name} | {' | '.join(map(str, cells))} | {found['bytes'] / 1e6:.1f} |"


def _others(peers: Sequence[str]) -> Sequence[str]:
    return [name for name in peers if name != "ours"] if "ours" in peers else []


def _median(lines: Lines, name: str, scenario: str, what: str) -> float | None:
    """The median of sound builds; of memory, the highest of the scenarios' medians."""
    if not scenario:
        each = (_median(lines, name, one, what) for one, kind, _ in ROWS if kind == "wall")
        return max((value for value in each if value is not None), default=None)
    found = [
        line[what]
        for line in lines
        if line["peer"] == name and line["scenario"] == scenario and not line["faults"]
    ]
    return median(found) if found else None


def _number(value: float | None, what: str) -> str:
    if value is None:
        return "–"
    return f"{value / 2**20:.0f}" if what in {"memory", "resident"} else f"{value:.2f}"


def _ratio(ours: float | None, theirs: float | None) -> str:
    return f"{ours / theirs:.2f}" if ours is not None and theirs else "–"


def _where(line: Mapping[str, Any]) -> str:
    return f"{line['peer']}, {line['scenario']}, {line['rep'] + 1}"


if __name__ == "__main__":
    print(table(Path(sys.argv[1])))
