PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
WORKERS ?= 2
IN_PARALLEL := --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: run test test-fast test-install lint train evaluate bench clean

run: .venv/run
	@echo "Starting on http://localhost:$(PORT)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/dev
	@$(BIN)/python -m pytest $(IN_PARALLEL)

test-fast: .venv/dev
	@$(BIN)/python -m pytest $(IN_PARALLEL) --ignore=tests/browser -m "not slow"

test-install: .venv/dev
	@$(BIN)/python -m pytest -q tests/browser/check_installation.py

lint: .venv/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m pytest -q tests/test_architecture.py tests/test_controls.py

train: .venv/train
	@$(BIN)/python -m aemodels.train --all

evaluate: .venv/run
	@$(BIN)/python -m aemodels.evaluate --markdown RESULTS.md

bench: .venv/dev
	@$(BIN)/python -m benchmarks

clean:
	rm -rf .venv runs benchmarks/results .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; say which: make PYTHON=python3.12 …')"
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run: requirements.txt | .venv/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/train: requirements-train.txt requirements.txt | .venv/run
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-train.txt
	@touch $@

.venv/dev: requirements-dev.txt requirements-train.txt requirements.txt | .venv/run
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
