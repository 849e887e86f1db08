"""The verb `set`: one or more values of a product's file, or of another file with keys."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.catalogue.fields import keys_of
from generator.catalogue.languages import Language
from generator.catalogue.lists.folding import slugged
from generator.catalogue.model import Site
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.problems.nearest import closest
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
from generator.desk.content import load
from generator.desk.editing.checked_writing import AskedError, new_errors, raw_text, show_changes
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome
from generator.engine import locked

_STEP = re.compile(r"([a-z][a-z0-9_]*)((?:\[[0-9]+\])*)|([0-9]+)")
_SITE = "site"
_FIRST_ITEM = (
    " Trong lệnh ocop set, mục đầu của danh sách là [0]; trong lời báo lỗi là [1].",
    " For ocop set the first item of a list is [0], in a message it is [1].",
)


def set_values(
    root: Path, name: str, asked: Sequence[str], language: Language | None, reporter: Reporter
) -> VerbOutcome:
    """Change the values in the file of that name, each asked for as KEY=VALUE; none if one errs."""
    reporter = reporter.speaking(language or "vi")
    try:
        with locked(root / ".cache" / "lock", reporter.waiting):
            before = load(root)
            if before.catalogue and not language:
                reporter = reporter.speaking(before.catalogue.site.language)
            path, order = _file_of(root / "content", name)
            changes = dict(map(change_of, asked))
            text = raw_text(path, root / "content")
            edit = edited_yaml if path.suffix == ".yaml" else edited
            new = edit(text, changes, order)
            if new == text:
                reporter.say("Không có gì khác để ghi.", "There is nothing else to write.")
                return VerbOutcome(FINE)
            show_changes(reporter, path.relative_to(root).as_posix(), text, new)
            wrong = new_errors(root, before, {path: new}, f"ocop set {name}", reporter)
    except AskedError as error:
        reporter.refuse(*error.args)
        return VerbOutcome(MISUSED)
    except (EditError, frontmatter.UnreadableError, UnicodeDecodeError) as error:
        key = _as_asked(error.path) if isinstance(error, EditError) else ""
        first = _FIRST_ITEM if "[" in key else ("", "")
        reporter.refuse(
            f"Không sửa được “{key or name}” mà vẫn giữ nguyên phần còn lại của tệp, nên không ghi "
            f"gì.{first[0]} Hãy chạy ocop check, hoặc mở tệp và sửa bằng tay.",
            f"“{key or name}” can't be changed without touching the rest of the file, so nothing "
            f"was written.{first[1]} Run ocop check, or edit the file by hand.",
        )
        return VerbOutcome(FAILED)
    except OSError as error:
        reporter.unwritable(error)
        return VerbOutcome(FAILED)
    if wrong:
        reporter.problems(wrong)
        first = _FIRST_ITEM if any("[" in each.said_in("vi") for each in wrong) else ("", "")
        reporter.refuse(
            f"Giá trị này gây lỗi, nên tệp được giữ như cũ.{first[0]}",
            f"With this there would be an error, so the file is as it was.{first[1]}",
        )
        return VerbOutcome(FAILED, wrong)
    reporter.say("Đã ghi. Hãy chạy ocop build để trang đổi theo.", "Written. Run ocop build next.")
    return VerbOutcome(FINE)


def change_of(asked: str) -> tuple[KeyPath, Value | Removed]:
    """The key path and the value of “packs[0].price=90000”. Raises AskedError."""
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
    steps: list[str | int] = []
    for part in key.split("."):
        found = _STEP.fullmatch(part)
        if not found:
            return ()
        if found[3]:
            steps.append(int(found[3]))
        else:
            steps.append(found[1])
            steps += map(int, re.findall("[0-9]+", found[2]))
    return tuple(steps)


def _as_asked(path: KeyPath) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


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
