"""The verbs `new`: a project to start from, and a file or a row for one more thing in it."""

from __future__ import annotations

from generator.desk.new.site import STARTER, new_site

__all__ = ["STARTER", "new_site"]
