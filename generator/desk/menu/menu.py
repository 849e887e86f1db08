"""The list of tasks that is shown, and the choice among them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.desk.menu.talk import Talk
from generator.desk.menu.tasks import TASKS, MenuTask

_LEAVE = "0"


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of one project."""

    talk: Talk

    def chosen(self) -> MenuTask | None:
        """Show the list; the task that is chosen, or None where somebody wants to leave."""
        self._show()
        while True:
            number = self.talk.text("Gõ số rồi bấm Enter", "Type a number, then Enter")
            if number == _LEAVE:
                return None
            if not number:
                self._show()
                continue
            if number.isdecimal() and 0 < int(number) <= len(TASKS):
                return TASKS[int(number) - 1]
            self.talk.reporter.refuse(
                f"Không có mục “{number}”. Hãy gõ một số từ 0 đến {len(TASKS)}.",
                f"There is no “{number}”. Type a number from 0 to {len(TASKS)}.",
            )

    def _show(self) -> None:
        say = self.talk.reporter.say
        say("\nHôm nay làm gì?", "\nWhat is to be done?")
        for number, task in enumerate(TASKS, 1):
            say(f"  {number}  {task.vi}", f"  {number}  {task.en}")
        say(f"  {_LEAVE}  Thoát", f"  {_LEAVE}  Leave")
