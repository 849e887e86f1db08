"""Files that nobody writes on purpose: what systems and programs leave in the folders they open.

Windows Explorer, OneDrive, Finder, archives made on a Mac, office programs and text editors put
them there unasked, mostly hidden, and no editor can keep them away for good.
"""

from __future__ import annotations

_OF_SYSTEMS = frozenset(
    [
        *("desktop.ini", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "$recycle.bin"),
        *(".ds_store", ".localized", "icon\r", "icon\uf00d", "__macosx", "@eadir", "lost+found"),
        *(".dropbox", ".dropbox.attr", ".directory", ".spotlight-v100", ".trashes"),
        "system volume information",
    ]
)
"""In lower case. Finder's “Icon” ends in a carriage return, which a network drive may rewrite."""


def is_of_system(name: str) -> bool:
    """Whether a file or folder of that name was left by the system, not by a person."""
    return name.casefold() in _OF_SYSTEMS or name.startswith("._")


def is_passed_over(name: str) -> bool:
    """Whether a name in content/ is one that no editor meant: of the system, hidden, or a spare.

    Spares are what a program keeps of a file that is open: `~$kho.docx`, `~WRL0001.tmp`, `kho.md~`.
    """
    if name.endswith(".md") and name[0].isalnum():
        return False  # tens of thousands of these, looked at in each build
    spare = name.startswith("~") or name.endswith("~") or name.casefold().endswith(".tmp")
    return spare or name.startswith(".") or is_of_system(name)
