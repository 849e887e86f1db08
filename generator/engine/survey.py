"""The look at the output before a build, which another process can take meanwhile."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.engine.modes import readable_by_all
from generator.engine.next_tree import mirror, next_tree_folder
from generator.engine.processes import SideProcess
from generator.engine.publish import STAGING, tidy
from generator.engine.tree import Trees, listing
from generator.engine.writing import forget_parts


@contextmanager
def prepare(
    output: Path, cache: Path, scopes: frozenset[str], jobs: int
) -> Iterator[Iterator[Trees]]:
    """Make good what a killed build left, look at what stands, and lay the next trees.

    What it gives has two answers: the trees that stand, then, when the next trees are laid, those
    of their files that had to be linked, with the stamps they now have. With several jobs another
    process is at work on them at once. Until the last answer nobody else may write: the build
    holds its lock. Raises OSError.
    """
    for scope in scopes:
        if (output / scope).is_symlink():
            said = "là liên kết: hãy trỏ --output tới thư mục thật (a link: let --output name it)"
            raise OSError(errno.ENOTDIR, said, os.fspath(output / scope))
        if (output / scope).is_mount():
            said = (
                "là điểm gắn (mount), không đổi chỗ được: hãy gắn cả thư mục chứa nó "
                "(a mount point, which can't be swapped: mount the folder that holds it)"
            )
            raise OSError(errno.EBUSY, said, os.fspath(output / scope))
    tidy(output, scopes)
    cache.mkdir(parents=True, exist_ok=True)
    for folder in (output, cache):
        forget_parts(folder)
    next_tree = next_tree_folder(output, cache, output / STAGING)
    try:
        with SideProcess(partial(_survey, output, next_tree, scopes), alone=jobs == 1) as survey:
            yield survey
    finally:
        shutil.rmtree(output / STAGING, ignore_errors=True)


def _survey(output: Path, next_tree: Path, scopes: frozenset[str]) -> Iterator[Trees]:
    trees = {scope: listing(output / scope) for scope in scopes}
    yield trees
    with readable_by_all():
        laid = {scope: mirror(output / scope, next_tree / scope, t) for scope, t in trees.items()}
    yield laid
