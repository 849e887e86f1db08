"""The verb `new site`: a project to start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.catalogue.languages import Language
from generator.desk.explained import explained
from generator.desk.new.asking import Ask, Interview
from generator.desk.new.guide import FOLDER as GUIDE
from generator.desk.new.guide import guide_files
from generator.desk.new.program import carried
from generator.desk.new.site_answers import (
    NOTHING_TOLD,
    SiteAnswers,
    Texts,
    province_doubt,
    refused_option,
    told_by,
)
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome
from generator.litter import is_of_system

STARTER = Path(__file__).resolve().parents[2] / "starter"
"""The project that `ocop new site` copies, explaining its keys; it travels in the package."""
_HIDDEN = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
"""Files kept under another name, because git and the packager obey the real one."""
_EXPLAINED = {".md", ".yaml"}


def new_site(
    folder: Path,
    language: Language,
    reporter: Reporter,
    answers: SiteAnswers = NOTHING_TOLD,
    ask: Ask | None = None,
) -> VerbOutcome:
    """Make a project with one sample product in that folder, which must be new or empty.

    `answers` are the office's own words for it; without any, `ask` is the terminal if there is one.
    """
    reporter = reporter.speaking(language)
    try:
        if folder.exists() and not all(is_of_system(each.name) for each in folder.iterdir()):
            reporter.refuse(
                f"Thư mục {folder} không trống, nên không ghi gì. Hãy chọn một thư mục mới.",
                f"The folder {folder} is not empty, so nothing was written. Choose a new one.",
            )
            return VerbOutcome(FAILED)
        sample = {name: (STARTER / name).read_text("utf-8") for name in _texts()}
        given = answers if answers.given else None
        if ask and not given:
            answers = told_by(Interview(ask, reporter), sample)
        elif reason := given and refused_option(given, sample):
            reporter.refuse(*reason)
            return VerbOutcome(MISUSED)
        for path, content in _files(answers.texts(sample)):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for name, source in guide_files():
            target = folder / GUIDE / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
        if program := carried():
            name, content = program
            (folder / name).write_bytes(content)
    except OSError as error:
        reporter.refuse(
            f"Không ghi được vào {folder}: {error.strerror}. Hãy chọn nơi khác.",
            f"Can't write to {folder}: {error.strerror}. Choose another place.",
        )
        return VerbOutcome(FAILED)
    if given and (doubt := province_doubt(given.province)):
        vietnamese, english = doubt
        reporter.refuse(
            f"CHÚ Ý: {vietnamese} Nếu sai, hãy sửa trong content/places.yaml.",
            f"NOTE: {english} If it is wrong, correct it in content/places.yaml.",
        )
    reporter.say(
        f"Đã tạo dự án trong {folder}. Đọc {folder / 'README.md'}. Trên Windows: bấm đúp ocop.bat "
        "trong thư mục ấy. Nơi khác:\n"
        f'  ocop build --root "{folder}"',
        f"Made a project in {folder}. Read {folder / 'README.md'}. On Windows, double-click "
        "ocop.bat in that folder. Elsewhere:\n"
        f'  ocop build --root "{folder}"',
    )
    return VerbOutcome(FINE)


def _texts() -> Iterator[str]:
    """The starter's files that explain keys, by their paths in it."""
    for source in sorted(STARTER.rglob("*")):
        if source.suffix in _EXPLAINED:
            yield source.relative_to(STARTER).as_posix()


def _files(texts: Texts) -> Iterator[tuple[Path, bytes]]:
    """Each file of the starter: its path in the new project, and its bytes."""
    for source in sorted(STARTER.rglob("*")):
        if source.is_file():
            name = source.relative_to(STARTER)
            text = texts.get(name.as_posix())
            told = None if text is None else explained(name.as_posix(), text).encode()
            yield (
                name.with_name(_HIDDEN.get(name.name, name.name)),
                source.read_bytes() if told is None else told,
            )
