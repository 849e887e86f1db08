"""A preview of the small project without a socket: what it answers, and what is saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from small_project import project, write

from generator.desk.options import Order
from generator.desk.serving.answers import Answer, Answers, Asking
from generator.desk.serving.hosts import allowed_names
from generator.desk.serving.session import Session

PORT = 8000
HOST = f"localhost:{PORT}"


class Trial:
    """One run; `opened` are the files that a program was asked to open."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Exception] = []
        self.opened: list[Path] = []
        order = Order(root=root, output=root / "output", jobs=1)
        self.session = Session(order, self.faults.append)
        self.session.begin()
        self.preview = self.session.preview
        self.answers = Answers(self.preview, PORT, allowed_names(()), self._open)

    def _open(self, file: Path) -> bool:
        self.opened.append(file)
        return True

    def ask(
        self,
        target: str,
        method: str = "GET",
        client: str = "127.0.0.1",
        body: bytes = b"",
        **headers: str,
    ) -> Answer:
        """The answer to a request, of a browser at this machine unless told otherwise."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.answers.to(Asking(method, target, {"host": HOST, **named}, client, body))

    def text(self, target: str) -> str:
        """The text of an answer."""
        return self.ask(target).body.decode()

    def write(self, files: Mapping[str, str | bytes | None]) -> frozenset[str]:
        """Write files by their paths from the root, or remove them; their paths."""
        for path, text in files.items():
            if text is None:
                (self.root / path).unlink()
            else:
                write(self.root, path, text)
        return frozenset(files)

    def saved(self, files: Mapping[str, str | bytes | None]) -> None:
        """Save files as an editor does; what can be shown at once is shown."""
        self.session.saved(self.write(files))

    def settled(self, files: Mapping[str, str | bytes | None]) -> None:
        """Save files, and have the whole read as well."""
        self.saved(files)
        self.session.catch_up()

    def rules(self) -> list[str]:
        """The rules of the errors that a browser is told."""
        told = self.preview.message("", "", 0)["problems"]
        assert isinstance(told, list)
        return [each["rule"] for each in told if each["severity"] == "error"]

    def state(self, target: str) -> tuple[str, int]:
        """What the page's script says of it: its state, and since when."""
        found = re.search(r'data-number="(\d+)" data-state="([^"]*)"', self.text(target))
        assert found
        return found[2], int(found[1])

    def told(self, target: str, state: tuple[str, int]) -> Mapping[str, object]:
        """What a browser is told that has the page in that state."""
        return self.preview.message(target.lstrip("/"), *state)


def trial(root: Path) -> Trial:
    """A run on the whole small project."""
    return Trial(project(root))
