# Everything a developer runs. A fresh machine needs Python 3.11 or newer and make; the rest lands in .venv.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
INSTALLED := .venv/.installed
DEMO := tests/releases/larkfield-8k-20011018.txt

.PHONY: help install demo test lint accuracy conformance mutants bench kills golden clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

.venv/.base: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# secfsdstools asks for a numpy that pyarrow no longer works with, and runs with the newer one: so without dependencies.
$(INSTALLED): .venv/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps 'secfsdstools>=2.4.3' 'secdaily>=0.2.2'
	@touch $@

install: $(INSTALLED)  ## a development environment in .venv

demo: .venv/.base  ## convert a sample release and validate the result
	$(BIN)/retroxbrl convert $(DEMO) --force
	@echo
	@echo "The files are in out/$(basename $(notdir $(DEMO)))/. The release they were made from is $(DEMO)."

test: $(INSTALLED)  ## all tests
	$(BIN)/python -m pytest -n auto

lint: $(INSTALLED)  ## style, types and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

accuracy: $(INSTALLED)  ## score the reference corpus (needs ../shared)
	$(BIN)/python -m tests.accuracy all

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
	for name in map signs anchors headings groups schedule_items synonyms; do \
		$(BIN)/retroxbrl maps schema $$name > taxonomy_maps/$$name.schema.json; \
	done

clean:  ## remove what make made
	rm -rf .venv build dist out/*/
