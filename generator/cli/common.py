"""What the commands share: options, the project, its reporter."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from generator.catalogue.problems.rules_addresses import BASE_URL

if TYPE_CHECKING:
    from generator.desk.console import Desk


@dataclass
class ProjectRoot:
    """The project that a command is about, as soon as its options are read.

    `at_menu` says that it was chosen there, by somebody who types numbers.
    """

    root: Path = Path()
    at_menu: bool = False


def _note_root(context: click.Context, _: click.Parameter, root: Path) -> Path:
    context.ensure_object(ProjectRoot).root = root
    return root


ROOT = click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    callback=_note_root,
    help="Thư mục dự án, nơi có content/. · The project's folder, which holds content/.",
)
LANGUAGE = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    help="Ngôn ngữ của thông báo; mặc định theo site.yaml. · Language of messages.",
)


def language_of(given: str | None) -> Literal["vi", "en"] | None:
    """The language that --lang names, if it was given."""
    return cast(Literal["vi", "en"] | None, given)


def reporter(language: str | None) -> Desk:
    """The reporter of this console; verbs have it speak the site's language where none is given."""
    from generator.desk.console import Desk

    spoken: Literal["vi", "en"] = "en" if language == "en" else "vi"
    context = click.get_current_context(silent=True)
    place = context.find_object(ProjectRoot) if context else None
    if place is None or not place.at_menu:
        return Desk(spoken)
    from generator.desk.menu.numbers import with_numbers

    return Desk(spoken, with_numbers)


def speaking(root: Path, language: str | None) -> Desk:
    """The reporter in the language given, else in the one that the project's site.yaml names."""
    from generator.catalogue.reading.own_language import own_language

    return reporter(language or own_language(root / "content"))


def require_project(root: Path) -> None:
    """End as wrong usage where the folder holds no project."""
    # What is no file, such as a pipe, is told where it is read.
    if not os.path.lexists(root / "content" / "site.yaml"):
        raise click.UsageError(
            f"Không thấy {root / 'content' / 'site.yaml'}: hãy chạy trong thư mục dự án "
            "hoặc dùng --root; “ocop new site” tạo một dự án mới. · Not found: run this in the "
            "project's folder or give --root; “ocop new site” makes a new project."
        )


def web_address(given: str | None) -> str | None:
    """The option's base URL in its one way of writing; said as `ocop check` does if it is none."""
    if given is None:
        return None
    from generator.catalogue.base_url import BaseUrlError, normalised

    try:
        return normalised(given)
    except BaseUrlError as error:
        from generator.catalogue.problems.finding import Finding
        from generator.catalogue.problems.place import START
        from generator.catalogue.problems.problem import Problem

        values = {**error.values, "key": "--base-url"}
        wrong = Problem.at(START, Finding("--base-url", START, BASE_URL, values))
        said = " · ".join(wrong.said_in(language) for language in ("vi", "en"))
        raise click.BadParameter(said, param_hint="--base-url") from error
