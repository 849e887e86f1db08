"""The page for editors about every rule, written from the table: `make docs`."""

from __future__ import annotations

import re
import sys

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.problem import (
    RULES,
    Problem,
    Rule,
    Severity,
)
from generator.catalogue.problems.rules_photos import PHOTO_MISSING

_HEAD = """\
# Quy tắc · Rules

`ocop check` nêu mọi chỗ sai trong nội dung, mỗi chỗ một dòng: tệp, dòng, cột, quy tắc, sai gì,
sửa thế nào.

    {example}

Tìm tên trong ngoặc vuông ở bảng dưới. **Lỗi** thì phải sửa: còn lỗi thì `ocop build` không làm gì,
kết quả lần trước còn nguyên. **Cảnh báo** thì nên xem; chỉ `ocop build --strict` mới coi là lỗi.
Dấu … là chỗ ghi giá trị tìm thấy.

`ocop check` says everything that is wrong with the content, each on a line of its own: file, line,
column, rule, what is wrong, what to do. Look up the name in square brackets. An **error** stops
`ocop build`, and what was built before stays; a **warning** does so only with `--strict`. The
mark … stands for the value that was found.

| quy tắc · rule | sai gì, *sửa thế nào* | what is wrong, *what to do* |
|---|---|---|
"""
_EXAMPLE = Problem.at(
    Position(7, 12),
    Finding.of("content/products/x.md", (), PHOTO_MISSING, found="x.jpg", closest=""),
)
_SEVERITIES = {Severity.ERROR: "lỗi · error", Severity.WARNING: "cảnh báo · warning"}


def page() -> str:
    """The whole page as Markdown."""
    head = _HEAD.format(example=_EXAMPLE.line_in("vi"))
    return head + "".join(_row(rule) for rule in RULES.values())


def _row(rule: Rule) -> str:
    name = f"`{rule.code}`<br>{_SEVERITIES[rule.severity]}"
    return f"| {name} | {_text(rule.vi)} | {_text(rule.en)} |\n"


def _text(words: tuple[str, str]) -> str:
    what, remedy = (_shown(template) for template in words)
    return f"{what}. *{remedy}.*"


def _shown(template: str) -> str:
    """A template with a mark for each value, and nothing that Markdown would take for markup."""
    always = re.sub(r"\{(?:hint|about)\}", "", template)
    marked = re.sub(r"\{\w+\}", "…", always)
    return re.sub(r"([|*_<])", r"\\\1", marked)


if __name__ == "__main__":
    # Bytes, for a console elsewhere may not know Vietnamese letters.
    sys.stdout.buffer.write(page().encode())
