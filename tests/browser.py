"""Find the Chromium that the page tests drive, or install one: `python tests/browser.py --install`.

The system's own comes first, else Debian's package where we are root, else playwright's download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

SHELL = "chromium-headless-shell"
"""Draws the same pages without windows, for a third of the work."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of the system's Chromium, or None where only playwright's own may exist."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Make sure that there is one, without windows where the system has such a package."""
    if shutil.which(SHELL):
        return
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("Installing Chromium for the page tests …", flush=True)
        _apt_get("update")
        if not (_apt_get("install", "-y", "--no-install-recommends", SHELL) or find()):
            _apt_get("install", "-y", "--no-install-recommends", "chromium")
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
