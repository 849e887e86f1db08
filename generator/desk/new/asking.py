"""Asks at a terminal for what was not given: choices are shown, wrong answers asked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.fields import Row
from generator.catalogue.languages import Language
from generator.desk.new.choices import Choice, matching, parts_of
from generator.desk.new.key_names import with_names
from generator.desk.reporting import Reporter

Ask = Callable[[str], str]
"""Shows a text and gives what is typed behind it, which may be nothing."""
Judge = Callable[[str], tuple[str, str] | None]
"""Why an answer can't be taken, in both languages; None where it can."""
_BOTH: tuple[Language, Language] = ("vi", "en")
_MOST = 30
"""Choices that a screen shows at once; more are searched by words."""
_NAMED = 5
"""Choices that one line names."""


_YES = frozenset({"c", "có", "co", "y", "yes"})
_NO = frozenset({"", "k", "không", "khong", "n", "no"})


def yes_or_no(answer: str) -> bool | None:
    """What an answer means, nothing being no; None for what is neither."""
    plain = answer.strip().casefold()
    return plain in _YES if plain in _YES or plain in _NO else None


@dataclass(frozen=True, slots=True)
class Interview:
    """One terminal, and the reporter that speaks to it."""

    ask: Ask
    reporter: Reporter

    def answer(self, row: Row, judge: Judge, *, needed: bool) -> str | None:
        """What is typed for a key, once it can be taken; None where nobody knows it yet.

        `needed` is what can't wait, such as the name.
        """
        hints = [with_names(row.hint(each), row, each) for each in _BOTH]
        self.reporter.say(f"\n{hints[0]}", f"\n{hints[1]}")
        while True:
            text = self.ask(self._prompt(row, needed=needed)).strip()
            if not text and not needed:
                return None
            reason = judge(text) if text else _NOTHING
            if reason is None:
                return text
            vietnamese, english = reason
            self.reporter.refuse(with_names(vietnamese, row, "vi"), with_names(english, row, "en"))

    def choice(self, row: Row, choices: Sequence[Choice]) -> str | None:
        """The value of the choice that is meant; None where nobody knows it yet."""
        self.reporter.say(f"\n{row.meaning('vi')}:", f"\n{row.meaning('en')}:")
        return self.one_of(choices, self._prompt(row, needed=False))

    def several(self, row: Row, choices: Sequence[Choice]) -> list[str] | None:
        """The values of all choices that are meant; None where nobody knows any yet."""
        self.reporter.say(f"\n{row.meaning('vi')}:", f"\n{row.meaning('en')}:")
        self.reporter.say(
            "(nhiều mục thì cách bằng dấu phẩy, như 1, 3)", "(commas between several, as in 1, 3)"
        )
        shown = [*enumerate(choices, 1)]
        while True:
            self._show(shown)
            text = self.ask(self._prompt(row, needed=False)).strip()
            if not text:
                return None
            named = parts_of(text, choices, numbered=True)
            found = [(part, matching(choices, part, numbered=True)) for part in named]
            doubtful = next((each for each in found if len(each[1]) != 1), None)
            if doubtful is None:
                chosen = [each for _, ((_, each),) in found]
                labels = ", ".join(each.label for each in chosen)
                self.reporter.say(f"  → {labels}", f"  → {labels}")
                return [each.value for each in chosen]
            self.reporter.refuse(*reason_for(*doubtful, shown=True))

    def one_of(self, choices: Sequence[Choice], prompt: str) -> str | None:
        """The value of the choice that is meant; None where nothing is typed."""
        shown = [*enumerate(choices, 1)]
        while True:
            self._show(shown)
            text = self.ask(prompt).strip()
            if not text:
                return None
            found = matching(choices, text, numbered=True)
            if len(found) == 1:
                ((_, chosen),) = found
                if not text.isdecimal():
                    self.reporter.say(f"  → {chosen.label}", f"  → {chosen.label}")
                return chosen.value
            self.reporter.refuse(*reason_for(text, found, shown=True))
            shown = found or [*enumerate(choices, 1)]

    def _prompt(self, row: Row, *, needed: bool) -> str:
        vietnamese = self.reporter.language == "vi"
        later = "" if needed else (" (Enter: để sau)" if vietnamese else " (Enter: later)")
        return f"{row.name(self.reporter.language)}{later}"

    def _show(self, numbered: Sequence[tuple[int, Choice]]) -> None:
        for line in _lines(numbered[:_MOST]):
            self.reporter.raw(line)
        if (left := len(numbered) - _MOST) > 0:
            self.reporter.say(
                f"  … và {left} mục nữa: gõ vài chữ để tìm",
                f"  … and {left} more: type some words to search",
            )


_NOTHING = ("Mục này không để trống được.", "This can't be left empty.")


def reason_for(text: str, found: Sequence[tuple[int, Choice]], *, shown: bool) -> tuple[str, str]:
    """Why one choice of several was not understood; `shown` says whether they follow as a list."""
    if found:
        some = ", ".join(_by_value(choice) for _, choice in found[:_NAMED])
        rest = ", …" if len(found) > _NAMED else ""
        if not shown:
            return (
                f"“{text}” hợp với {len(found)} mục: {some}{rest}. Hãy thêm chữ.",
                f"“{text}” fits {len(found)} of them: {some}{rest}. Write more words.",
            )
        return (
            f"“{text}” hợp với {len(found)} mục. Hãy gõ số, hoặc thêm chữ.",
            f"“{text}” fits {len(found)} of them. Type a number, or more words.",
        )
    if not shown:
        return (
            f"Không có mục nào là “{text}”. Hãy ghi như trong tệp, hoặc vài chữ trong tên, không "
            "dấu cũng được.",
            f"None of them is “{text}”. Write it as files do, or some words of its name.",
        )
    return (
        f"Không có mục nào là “{text}”. Hãy gõ số, hoặc vài chữ trong tên, không dấu cũng được.",
        f"None of them is “{text}”. Type a number, or some words of its name.",
    )


def _by_value(choice: Choice) -> str:
    return choice.label if choice.value == choice.label else f"{choice.value} ({choice.label})"


def _lines(numbered: Sequence[tuple[int, Choice]]) -> Iterator[str]:
    heading = ""
    for number, choice in numbered:
        if choice.heading != heading:
            heading = choice.heading
            yield f"  {heading}"
        yield f"  {number:>4}  {choice.label}"
