# make         the graph of the committed facts, validated, in .samspil; needs git, make and Python 3.11 or later
# make test    everything that CI checks
# make bench   how long the common commands take, as multiples of an empty Python
# make facts   renews graph/facts from the documents in SOURCES
# make format  formats the code
# make lock    renews both locks; needs uv
# make clean   removes all that make made

SHELL := /bin/sh
BIN := .venv/bin
STORE := .samspil
SOURCES ?= ../shared/sources
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3.14 python3 python)
# With its folders: a folder's time changes when a file comes or goes, and only a new link shows a new file.
PACKAGE := $(shell find graph loaders ontology queries -name '.*' -prune -o -name __pycache__ -prune -o -print)
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --custom-compile-command "make lock"

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_USER := 0

.DELETE_ON_ERROR:
.PHONY: all test bench facts format lock clean

all: $(STORE)/dataset.nq
	@printf '%s\n' '' \
	  'Try next:' \
	  '  . $(BIN)/activate' \
	  '  samspil queries                what can be asked' \
	  '  samspil query participants     who takes part in what' \
	  '  samspil findings               what is doubtful in the documents' \
	  '  samspil --help                 everything else'

$(STORE)/dataset.nq: .venv/linked
	@$(BIN)/samspil build --store $(STORE)
	@$(BIN)/samspil query status_counts --store $(STORE) --format table

# A version found may be a stand-in that does not run, and some systems leave venv out: each is tried.
.venv/made:
	@for python in $(PYTHONS); do \
	  if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Making .venv with $$("$$python" --version)"; \
	    "$$python" -m venv --clear .venv && touch $@; exit; \
	  fi; \
	done; \
	echo 'samspil needs Python 3.11 or later with venv; none of these is: $(PYTHONS).' >&2; \
	echo 'Install it (on Debian: python3 and python3-venv), or name it: make PYTHON=/path/to/python3' >&2; \
	exit 1

.venv/installed: .venv/made requirements.lock
	@echo 'Installing the locked dependencies'
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

.venv/test-installed: .venv/installed requirements-test.lock
	@echo 'Installing what testing needs'
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@

# Strict: the command sees the files that a wheel would hold, and no others.
.venv/linked: .venv/installed pyproject.toml $(PACKAGE)
	@$(BIN)/python -m pip install --quiet --no-deps --no-index --no-build-isolation \
	  --config-settings editable_mode=strict --editable .
	@touch $@

test: .venv/linked .venv/test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests bench
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: .venv/linked
	@$(BIN)/python bench/ratios.py $(wildcard $(SOURCES))

facts: .venv/linked
	@test -d '$(SOURCES)' || { echo 'No folder $(SOURCES): make facts SOURCES=folder' >&2; exit 1; }
	@$(BIN)/python -c 'from pathlib import Path; from samspil.graph import build, facts; \
	  facts.write(build.extract([Path("$(SOURCES)")]), Path("graph/facts"))'
	@git status --short graph/facts

format: .venv/test-installed
	$(BIN)/ruff check --select I --fix .
	$(BIN)/ruff format .

lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv (pipx install uv)' >&2; exit 1; }
	$(COMPILE) pyproject.toml --group build --output-file requirements.lock
	$(COMPILE) --group test --constraint requirements.lock --output-file requirements-test.lock

clean:
	rm -rf .venv $(STORE) build dist *.egg-info .*_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
