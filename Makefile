# Two commands do everything: `make site` builds the catalogue, `make test` runs all tests.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test pictures clean

site: .venv/installed
	$(BIN)/ocop build

test: .venv/installed-dev
	$(BIN)/python tests/browser.py --install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

# Draw the pictures of content/media anew from their sources.
pictures: .venv/installed-dev
	$(BIN)/python content/media/drawings

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/installed-dev: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ .venv/installed

clean:
	rm -rf output .cache
