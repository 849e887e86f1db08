"""What is wrong with a theme."""


class ThemeError(ValueError):
    """A theme that can't be used; the message names the theme and what is wrong with it."""
