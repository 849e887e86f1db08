"""The site's pages and files, described as artifacts: `plan` says what is under output/site."""

from generator.web.plan import plan

__all__ = ["plan"]
