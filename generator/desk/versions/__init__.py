"""Versions of content/, kept in `.versions/` beside it, without an editor's knowing git.

Two keepers hold them: a git repository of our own where the git program is installed, else dated
copies. `.versions/` is no cache: what is deleted there is gone. An editor's own git repository of
the project is never touched, and is told to pass `.versions/` over.
"""

from generator.desk.versions.noting import noted, noted_before

__all__ = ["noted", "noted_before"]
