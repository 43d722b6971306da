# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo neo4j test test-diep bench docs setup setup-test lint types layers lock clean

help:
	@echo "make demo       maak een voorbeeldregio en toon de kaart"
	@echo "make neo4j      start een echte Neo4j op deze machine, zonder Docker (Java 17 en Maven)"
	@echo "make test       alle controles en tests"
	@echo "make test-diep  dezelfde tests met veel meer willekeurige gevallen"
	@echo "make bench      metingen, als verhouding tot de kale bibliotheken"
	@echo "make docs       de documentatie als pagina's in de map site, ook zonder internet te lezen"

demo: setup
	$(BIN)/netwerkkaart demo --map demo-netwerkkaart

neo4j: setup
	@$(BIN)/python -m tests.neo4j_server

test: setup-test lint types layers
	$(BIN)/python -m pytest -q -n auto --maxprocesses 4

test-diep: setup-test
	HYPOTHESIS_PROFILE=diep $(BIN)/python -m pytest -q -n auto --maxprocesses 4

bench: setup-test
	$(BIN)/python -m benchmarks

docs: $(VENV)/.klaar-docs
	$(BIN)/python -m mkdocs build --strict --quiet
	@echo "Open site/index.html in een browser."

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy --num-workers auto
	$(BIN)/python -m netwerkkaart.kaart.bouw --controle

layers:
	$(BIN)/lint-imports

setup: $(VENV)/.klaar
setup-test: $(VENV)/.klaar-test

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		(echo "Netwerkkaart vraagt Python 3.11 of nieuwer. Geef er een met: make PYTHON=python3.12 demo"; exit 1)
	$(PYTHON) -m venv $(VENV)

$(VENV)/.klaar: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.klaar-test: $(VENV)/.klaar requirements-test.lock tools/systeem.sh
	sh tools/systeem.sh
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@

$(VENV)/.klaar-docs: $(VENV)/.klaar requirements-docs.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-docs.lock
	@touch $@

# The lock files name no registry: pip takes the one that the machine is set up for.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra test --constraint requirements.lock \
		pyproject.toml -o requirements-test.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra docs --constraint requirements-test.lock \
		pyproject.toml -o requirements-docs.lock

clean:
	rm -rf $(VENV) demo-netwerkkaart .pytest_cache .mypy_cache .ruff_cache .hypothesis
