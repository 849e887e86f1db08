"""From one Markdown file per certified product to everything the public sees of it."""

__version__ = "0.2.0"
