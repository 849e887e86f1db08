# Two commands do everything: `make site` builds the catalogue, `make test` runs all tests.
PYTHON ?= python3
BIN := .venv/bin
# Tests start the program hundreds of times: what it compiles is kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test browser style docs lock images pictures clean

site: .venv/installed
	$(BIN)/ocop build

test: .venv/installed-dev
	$(MAKE) --no-print-directory --jobs=2 browser style
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

browser:
	$(BIN)/python tests/browser.py --install

style:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Write the pages of docs/ that come from the program itself.
docs: .venv/installed
	$(BIN)/python -m generator.catalogue.problems.rules_page > docs/quy-tac.md
	$(BIN)/python -m generator.catalogue.fields.keys_page > docs/khoa.md
	$(BIN)/python -m generator.web.templates_page docs/themes.md
	$(BIN)/python -m generator.press.templates_page docs/themes.md
	$(BIN)/python docs/commands.py > docs/lenh.md
	$(BIN)/python docs/policy.py

# Renew the exact versions, with their hashes, that the guide installs.
lock: .venv/installed-dev
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --upgrade --output-file requirements.lock

# Make the pictures of README and guide, and the photo of `ocop new site`, anew.
images: .venv/installed-dev
	$(BIN)/python docs/images/make.py

# Draw the pictures of content/media anew from their sources.
pictures: .venv/installed-dev
	$(BIN)/python tools/drawings

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
