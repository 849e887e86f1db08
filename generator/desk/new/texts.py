"""The text of a new file, and what is wrong with it by itself, as the check would say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.catalogue.fields import keys_of
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.model.folders import Folder
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.editing import EditError, edited
from generator.catalogue.reading.files import TextFile
from generator.catalogue.reading.markdown_file import FileKind, read_files
from generator.desk.explained import explained

_HEAD = """\
# Dòng bắt đầu bằng “#” và một khoảng trắng là lời giải thích.
# Dòng bắt đầu bằng “#” liền với chữ là mục chưa dùng: bỏ dấu “#” để dùng. Chưa biết thì cứ để vậy.
"""
_TRIAL = "tep-moi"
"""The name under which a file is judged before it has one."""


def answer_of(text: str) -> str:
    """What was typed, on one line: without signs that control a terminal, or are no text at all."""
    sound = text.encode("utf-8", "replace").decode()
    kept = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in sound)
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def plain_text(folder: Folder, facts: Mapping[str, Any]) -> str:
    """A file with these keys, and no text yet. Raises EditError for what YAML can't hold."""
    order = keys_of(folder.model)
    text = edited("---\n---\n", {(key,): value for key, value in facts.items()}, order)
    if frontmatter.parse(frontmatter.split(text)[0], 2).value != facts:
        raise EditError(())
    return text


def full_text(folder: Folder, slug: str, facts: Mapping[str, Any], catalogue: Catalogue) -> str:
    """The same with every key explained. Raises EditError.

    What a key that waits behind “#” names as its example is there: it may be taken as it is.
    """
    headed = plain_text(folder, facts).replace("---\n", f"---\n{_HEAD}\n", 1)
    text = explained(f"content/{folder.name}/{slug}.md", headed)
    places, producers = [*catalogue.places], [*catalogue.producers]
    for key, known in (("made_in", places), ("place", places), ("producer", producers)):
        text = re.sub(
            rf"^#{key}: (.+)$", partial(_known_example, key, known), text, flags=re.MULTILINE
        )
    if frontmatter.parse(frontmatter.split(text)[0], 2).value != facts:
        raise EditError(())
    return text


def _known_example(key: str, known: Sequence[str], found: re.Match[str]) -> str:
    return found[0] if found[1] in known or not known else f"#{key}: {known[0]}"


def errors_in(folder: Folder, facts: Mapping[str, Any], language: Language) -> list[Problem]:
    """What the check would call an error in a draft with these keys. Raises EditError."""
    text = plain_text(folder, {**facts, "draft": "true"})
    with TemporaryDirectory() as place:
        content = Path(place)
        (content / folder.name).mkdir()
        file = TextFile(content / folder.name, f"content/{folder.name}/{_TRIAL}.md", _TRIAL, None)
        file.path.write_text(text, "utf-8", newline="\n")
        (found,) = read_files(FileKind(folder.name, translated=False), content, language, [file])
    return [each for each in found.problems if each.severity is Severity.ERROR]
