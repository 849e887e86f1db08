"""The verb `menu`: the day's work as a list of numbers, each of which runs a command as typed."""

from __future__ import annotations

from generator.desk.menu.menu import Menu
from generator.desk.menu.talk import Talk

__all__ = ["Menu", "Talk"]
