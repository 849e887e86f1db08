"""One module a picture, each with `draw() -> Scene`."""
