"""Programs of the system that tests drive; `python tests/browser.py --install` installs them.

Pages are tried in Chromium: the system's own comes first, else Debian's package where we are root,
else playwright's download. Ghostscript and qpdf judge what goes to printing houses; they come with
Debian's packages where we are root, and their tests are skipped where they are missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

SHELL = "chromium-headless-shell"
"""Draws the same pages without windows, for a third of the work."""
JUDGES = {"gs": "ghostscript", "qpdf": "qpdf"}
"""Judges of print by their names on the path, with the packages that they come in."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of the system's Chromium, or None where only playwright's own may exist."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Make sure that there is a browser, without windows where there is such a package; judges."""
    judges = [package for name, package in JUDGES.items() if not shutil.which(name)]
    if shutil.which(SHELL) and not judges:
        return
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("Installing Chromium, Ghostscript and qpdf for the tests …", flush=True)
        _apt_get("update")
        if judges and not _apt_get("install", "-y", "--no-install-recommends", *judges):
            print("Ghostscript and qpdf could not be installed: their tests are skipped.")
        browsers = (SHELL,) if find() else (SHELL, "chromium")
        any(_apt_get("install", "-y", "--no-install-recommends", each) for each in browsers)
        if not find():
            sys.exit("Chromium could not be installed: the page tests need it.")
    elif not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _apt_get(*words: str) -> bool:
    done = subprocess.run(
        ["apt-get", "-qq", *words],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        check=False,
    )
    return done.returncode == 0


if __name__ == "__main__" and "--install" in sys.argv:
    install()
