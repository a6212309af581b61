# Everything a developer runs. A fresh machine needs Python 3.11 or newer and make; the rest lands in .venv and .cache.

BIN := .venv/bin
INSTALLED := .venv/.installed
DEMO := tests/releases/larkfield-8k-20011018.txt
DEMO_OUT := out/$(basename $(notdir $(DEMO)))

# The first Python that is new enough and runs: the shims of version managers are there for versions that are not.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	$$python -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && echo $$python && break; done)

# All that is written lands here, nothing in the home folder: downloads, taxonomies, what Arelle and Dask keep.
CACHE := $(CURDIR)/.cache
export PIP_CACHE_DIR := $(CACHE)/pip
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export RETROXBRL_CACHE := $(CACHE)/retroxbrl
export XDG_CACHE_HOME := $(CACHE)/xdg
export XDG_CONFIG_HOME := $(CACHE)/xdg
export DASK_TEMPORARY_DIRECTORY := $(CACHE)/dask

.PHONY: help install demo test lint accuracy train conformance mutants bench kills golden clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

.venv/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or newer is needed; there is $$(python3 --version 2>/dev/null || echo none)." >&2; \
		echo "Install it, or name it: make demo PYTHON=/path/to/python3.11" >&2; exit 1; fi
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
		echo "Name another: make demo PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "== An environment in .venv, with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "This Python cannot make environments. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }

.venv/.base: pyproject.toml | .venv/bin/python
	@echo "== Installing the program and the libraries that it needs into .venv: some 100 MB to download, once"
	@$(BIN)/python -m pip install --progress-bar on --editable .
	@touch $@

# secfsdstools asks for a numpy that pyarrow no longer works with, and runs with the newer one: so without dependencies.
$(INSTALLED): .venv/.base
	@echo "== Installing the development tools into .venv: some 200 MB to download, once"
	@$(BIN)/python -m pip install --progress-bar on --editable '.[dev]'
	@$(BIN)/python -m pip install --no-deps 'secfsdstools>=2.4.3' 'secdaily>=0.2.2'
	@touch $@

install: $(INSTALLED)  ## a development environment in .venv

demo: .venv/.base  ## convert a sample release and validate the result
	@echo "== Converting $(DEMO), the press release of an invented company, and validating the result"
	@echo "   $(BIN)/retroxbrl convert $(DEMO) --format html"
	@echo
	@$(BIN)/retroxbrl convert $(DEMO) --force --format html
	@echo
	@echo "Open $(DEMO_OUT)/report.html in a browser to see each number beside the line that prints it."
	@echo "Next: $(BIN)/retroxbrl inspect $(DEMO), or a release of your own; make help lists what else there is."

test: $(INSTALLED)  ## all tests
	@mkdir -p $(CACHE)
	$(BIN)/python -m pytest -n auto --dist worksteal --basetemp=$(CACHE)/pytest

lint: $(INSTALLED)  ## style, types and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

accuracy: $(INSTALLED)  ## score the reference corpus (needs ../shared)
	$(BIN)/python -m tests.accuracy all

train: $(INSTALLED)  ## train the learned layer and fit the weights of the evidence (needs ../shared; half an hour)
	rm -rf .cache/folds
	$(BIN)/python -m converter.mapping.learned.crossvalidate ../shared/corpus --models .cache/folds
	$(BIN)/python -m tests.accuracy weights --models .cache/folds
	$(BIN)/python -m converter.mapping.learned.train ../shared/corpus
	$(BIN)/python -m converter.mapping.neighbours.train ../shared/corpus

conformance: $(INSTALLED)  ## read all outputs of the reference corpus with other readers (needs ../shared)
	$(BIN)/python -m tests.conformance

MUTATED ?= --base main
mutants: $(INSTALLED)  ## do the unit tests notice small changes of the code? MUTATED="converter/terms -n 60"
	$(BIN)/python -m tests.mutants $(MUTATED)

bench: $(INSTALLED)  ## speed, and speed beside other tools (needs ../shared)
	$(BIN)/python -m tests.bench

kills: $(INSTALLED)  ## kill batches, and fill their disks, at random moments (the disks as root)
	$(BIN)/python -m tests.kills forked --number 500
	$(BIN)/python -m tests.kills kills --number 100
	$(BIN)/python -m tests.kills kills --number 100 --engine dask
	$(BIN)/python -m tests.kills full --number 50

golden: $(INSTALLED)  ## write the expected outputs of tests/releases and the schemas of maps anew; the diff is the review
	$(BIN)/python -m tests.releases
	for name in map signs anchors headings groups schedule_items synonyms near notes; do \
		$(BIN)/retroxbrl maps schema $$name > taxonomy_maps/$$name.schema.json; \
	done

clean:  ## remove what make made: .venv, caches, the demo's output; conversions of your own in out/ stay
	rm -rf .venv .cache build dist $(DEMO_OUT)
	rm -rf .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
