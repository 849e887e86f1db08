"""The verbs `build` and `check`."""
