# Needs make and Python 3.11 or later with pip; all else goes into .venv the first time, and again when uv.lock changes.
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
KNOWLEDGE := src/lagebild/knowledge/knowledge.sqlite

export UV_PROJECT_ENVIRONMENT := $(CURDIR)/.venv
# As pip does: behind a proxy of the house, the certificates of the machine count.
export UV_SYSTEM_CERTS := 1

.SILENT:
.PHONY: demo check quality speed

demo: .venv/ready $(KNOWLEDGE)
	$(BIN)/lagebild read examples/02-ruestung.txt
	$(BIN)/lagebild read examples/*.txt --html lagebild-demo.html
	printf '\nAll examples, as a page: %s\n' '$(CURDIR)/lagebild-demo.html'

check: .venv/ready $(KNOWLEDGE)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/pytest

quality: .venv/ready $(KNOWLEDGE)
	PYTHONPATH=corpus $(BIN)/python benchmarks/quality.py --page docs/quality.md

speed: .venv/ready $(KNOWLEDGE)
	$(BIN)/python benchmarks/speed.py

.venv/ready: pyproject.toml uv.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "lagebild needs Python 3.11 or later; name one: make PYTHON=python3.12")'
	echo 'Setting up .venv, once ...'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv sync --frozen --quiet --compile-bytecode
	touch $@

# Setting up makes it too; this is for whoever changes what it is made of.
$(KNOWLEDGE): $(wildcard knowledge/*) | .venv/ready
	$(BIN)/lagebild knowledge build knowledge
