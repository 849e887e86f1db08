"""What is wrong with a theme, in both languages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Self

from generator.plain_files import NotPlainError


class ThemeError(ValueError):
    """A theme that can't be used: what is wrong with it, as part of a sentence.

    `vi` and `en` say the same; as text it is English. `file` and `line` are where it is wrong, as
    far as one line is.
    """

    def __init__(self, vi: str, en: str, file: str = "", line: int = 1) -> None:
        super().__init__(vi, en, file, line)
        self.vi, self.en = vi, en
        self.file, self.line = file, line

    def __str__(self) -> str:
        return self.en

    @classmethod
    def in_(cls, where_vi: str, where_en: str, error: ThemeError) -> Self:
        """The same, with the place before it."""
        said = f"{where_vi}: {error.vi}", f"{where_en}: {error.en}"
        return cls(*said, error.file, error.line)

    @classmethod
    def unread(cls, path: Path, error: OSError | ValueError | RecursionError) -> Self:
        """A table that can't be read: no file, no text in UTF-8, or no TOML."""
        name = shown_path(path)
        match error:
            case ThemeError():
                said = f"{name}: {error.vi}", f"{name}: {error.en}"
                return cls(*said, error.file or name, error.line)
            case UnicodeDecodeError():
                vi, en = "tệp không phải UTF-8, hãy lưu lại bằng UTF-8", "save the file as UTF-8"
            case tomllib.TOMLDecodeError():
                vi, en = f"không đúng cách viết TOML{_place_vi(error)}", f"it is no TOML ({error})"
            case NotPlainError():
                vi, en = "không phải một tệp thường", "it is no ordinary file"
            case RecursionError():
                vi, en = "lồng quá sâu", "it is nested too deep"
            case FileNotFoundError():
                vi, en = "không có tệp này", "there is no such file"
            case _:
                vi, en = f"không đọc được ({error})", f"it can't be read ({error})"
        return cls(f"{name}: {vi}", f"{name}: {en}", name, _line_of(error))


def _place_vi(error: tomllib.TOMLDecodeError) -> str:
    """Where a table is no TOML, and how it is written: tomllib has English words alone."""
    found = re.search(r"\(at line ([0-9]+), column ([0-9]+)\)", str(error))
    place = f" ở dòng {found[1]}, cột {found[2]}" if found else ""
    return f"{place} (mỗi khóa một dòng, ghi một lần: tên = giá trị; chữ đặt trong ngoặc kép)"


def _line_of(error: Exception) -> int:
    """The line at which a table is no TOML, else the first."""
    found = re.search(r"\(at line ([0-9]+)", str(error))
    return int(found[1]) if found and isinstance(error, tomllib.TOMLDecodeError) else 1


def shown_path(path: Path) -> str:
    """The path as an editor knows it: from themes/ on, wherever the project or the program is."""
    parts = path.parts
    start = len(parts) - 1 - parts[::-1].index("themes") if "themes" in parts else 0
    return Path(*parts[start:]).as_posix()
