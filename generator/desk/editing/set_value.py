"""The verb `set`: one or more values of a product's file, or of another file with keys."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.catalogue.fields import keys_of
from generator.catalogue.folding import slugged
from generator.catalogue.languages import Language
from generator.catalogue.model import Site
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.problems.nearest import closest, key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.editing import (
    REMOVED,
    EditError,
    Removed,
    Value,
    edited,
    edited_yaml,
)
from generator.desk.content import Content, load
from generator.desk.editing.checked_writing import (
    AskedError,
    Writing,
    ended,
    raw_text,
    show_changes,
    write_checked,
)
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome
from generator.engine import locked

_STEP = re.compile(r"([a-z][a-z0-9_]*)((?:\[[0-9]+\])*)|([0-9]+)")
_SITE = "site"
_REFUSAL = (
    "Giá trị này gây lỗi, nên tệp được giữ như cũ.",
    "With this there would be an error, so the file is as it was.",
)


def set_values(
    root: Path, name: str, asked: Sequence[str], language: Language | None, reporter: Reporter
) -> VerbOutcome:
    """Change the values in the file of that name, each asked for as KEY=VALUE; none if one errs."""
    reporter = reporter.speaking(language or "vi")

    def work() -> VerbOutcome:
        with locked(root / ".cache" / "lock", reporter.waiting):
            before = load(root)
            told = reporter
            if before.catalogue and not language:
                told = reporter.speaking(before.catalogue.site.language)
            return _set(root, name, asked, before, told)

    return ended(reporter, _unchanged(name), work)


_DRAFT = re.compile(r"^draft: *true\b", re.MULTILINE)
_WRITTEN = "Đã ghi. Hãy chạy ocop build để trang đổi theo.", "Written. Run ocop build next."
_WRITTEN_DRAFT = (
    "Đã ghi. Tệp còn là bản nháp nên chưa được đăng: soạn xong thì xóa dòng draft: true rồi chạy "
    "ocop build.",
    "Written. The file is a draft still, and not published: once it is done, take the line draft: "
    "true out and run ocop build.",
)


def _set(
    root: Path, name: str, asked: Sequence[str], before: Content, reporter: Reporter
) -> VerbOutcome:
    """Change the file. Raises AskedError, UnreadableError, UnicodeDecodeError, OSError."""
    path, order = _file_of(root / "content", name)
    changes = dict(map(change_of, asked))
    text = raw_text(path, root / "content")
    edit = edited_yaml if path.suffix == ".yaml" else edited
    try:
        new = edit(text, changes, order)
    except EditError as error:
        reporter.refuse(*_unchanged(key_name(error.path) or name))
        return VerbOutcome(FAILED)
    if new == text:
        reporter.say("Không có gì khác để ghi.", "There is nothing else to write.")
        return VerbOutcome(FINE)
    show_changes(reporter, path.relative_to(root).as_posix(), text, new)
    writing = Writing({path: new}, f"ocop set {name}", _REFUSAL)
    outcome = write_checked(root, before, writing, reporter)
    if outcome.status == FINE:
        reporter.say(*(_WRITTEN_DRAFT if _DRAFT.search(new) else _WRITTEN))
    return outcome


def _unchanged(what: str) -> tuple[str, str]:
    return (
        f"Không sửa được “{what}” mà vẫn giữ nguyên phần còn lại của tệp, nên không ghi gì. "
        "Hãy chạy ocop check, hoặc mở tệp và sửa bằng tay.",
        f"“{what}” can't be changed without touching the rest of the file, so nothing was "
        "written. Run ocop check, or edit the file by hand.",
    )


def change_of(asked: str) -> tuple[KeyPath, Value | Removed]:
    """The key path and the value of “packs[1].price=90000”. Raises AskedError."""
    key, equals, value = asked.partition("=")
    path = _path_of(key.strip())
    if not equals or not path:
        raise AskedError(
            f"“{asked}” không phải là KHÓA=GIÁ TRỊ, như certificate.stars=4.",
            f"“{asked}” is no KEY=VALUE, such as certificate.stars=4.",
        )
    if not value.strip():
        return path, REMOVED
    if value.strip()[0] in "[{":
        try:
            found: Value = frontmatter.parse(value.strip()).value
        except frontmatter.UnreadableError:
            return path, value
        return path, found
    return path, value.strip()


def _path_of(key: str) -> KeyPath:
    """The key path; items count from 1, as in messages. Nothing for what is none."""
    steps: list[str | int] = []
    for part in key.split("."):
        found = _STEP.fullmatch(part)
        if not found:
            return ()
        items = [found[3]] if found[3] else re.findall("[0-9]+", found[2])
        steps += [found[1]] if found[1] else []
        steps += (int(item) - 1 for item in items)
    if any(isinstance(step, int) and step < 0 for step in steps):
        raise AskedError(
            f"“{key}”: mục đầu của danh sách là [1], như trong lời báo lỗi.",
            f"“{key}”: the first item of a list is [1], as in messages.",
        )
    return tuple(steps)


def _file_of(content: Path, name: str) -> tuple[Path, Sequence[str]]:
    """The file that is meant, and its keys in their order. Raises AskedError."""
    if name == _SITE:
        return content / "site.yaml", keys_of(Site)
    plain = name.replace("\\", "/").removeprefix("content/").removesuffix(".md")
    keys: Mapping[str, Sequence[str]] = {each.name: keys_of(each.model) for each in FOLDERS}
    room, slash, slug = plain.rpartition("/")
    rooms = [room] if slash else ["products", *(each for each in keys if each != "products")]
    for each in rooms:
        path = content / each / f"{slug}.md"
        if each in keys and re.fullmatch(r"[a-z0-9-]+(\.[a-z]{2})?", slug) and path.is_file():
            return path, keys[each]
    known = {
        path.stem if each == "products" else f"{each}/{path.stem}"
        for each in keys
        for path in (content / each).glob("*.md")
    }
    near = slugged(name) if slugged(name) in known else closest(plain, known)
    raise AskedError(
        f"Không có tệp nào tên “{name}”." + (f" Có phải “{near}”?" if near else ""),
        f"There is no file named “{name}”." + (f" Did you mean “{near}”?" if near else ""),
    )
