# quipu: `make demo` shows the main job, `make test` checks everything. Both do all their own set-up.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.locked
DATA ?= ../shared/reader
TRAINER ?= .training/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint format bench parse peers speed weights memory docs clean lock

# Everything that the bundled reports can show, in the terminal and as a report folder.
demo: $(STAMP)
	@$(BIN)/quipu demo --out out/demo

# Format check, lint, types and every test.
test: $(STAMP) lint
	@$(BIN)/python -m pytest

# ruff, ruff format and mypy --strict; changes nothing.
lint: $(STAMP)
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q . && $(BIN)/mypy && echo "lint: clean"

# Formats and mends what can be mended by itself.
format: $(STAMP)
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix .

# Scores the development sets under $$QUIPU_SHARED/bench and compares with bench/floors.json.
bench: $(STAMP)
	@$(BIN)/python bench/run.py

# quipu and public peers on the same sets: the table of docs/benchmarks.md. The peers get an environment of their own.
peers: $(STAMP) out/peers-venv/.made
	@$(BIN)/python bench/peers.py

out/peers-venv/.made: bench/peers-requirements.txt
	@test -x out/peers-venv/bin/python || $(PYTHON) -m venv out/peers-venv
	@out/peers-venv/bin/python -m pip install -q -r bench/peers-requirements.txt
	@touch $@

# Processor time of each stage of reading.
speed: $(STAMP)
	@$(BIN)/python bench/speed.py

# Scores the small reader on the treebanks, names and roles under $$QUIPU_SHARED/reader.
parse: $(STAMP)
	@PYTHONPATH=bench:. $(BIN)/python bench/parse.py --languages en es

# Makes the reader's weights again from the corpora in DATA, scores them and writes the model cards; training/README.md
# says what must be installed first. TRIAL=1 goes the whole road on a few sentences, into out/trial, in some minutes.
WEIGHTS := $(if $(TRIAL),out/trial/reader,src/quipu/sentences/data/reader)
SCORE = PYTHONPATH=bench:. $(BIN)/python bench/parse.py --folder $(DATA) --allow-regression $(if $(TRIAL),,--update)
weights: $(STAMP)
	@$(TRAINER) -m training.make --data $(DATA) --out $(WEIGHTS) $(if $(TRIAL),--trial --work out/trial/work)
	@$(SCORE) --reader small-6:$(WEIGHTS) --languages en es
	@$(SCORE) --reader small-3:$(WEIGHTS) --languages en
	@$(if $(TRIAL),echo "a trial: no model card",$(BIN)/python -m training.card)

# Builds 1,000 and 10,000 reports and compares the peak memory of the two (about ten minutes).
memory: $(STAMP)
	@$(BIN)/python bench/memory.py

# Writes the generated pages of docs/.
docs: $(STAMP)
	@$(BIN)/python tools/generate_docs.py

# Resolves pyproject.toml into the hashed lock file (needs uv).
lock:
	@uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url -q -o requirements.lock

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "quipu needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 demo"; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 2; }
	@test -x $(BIN)/python || { echo "making a virtual environment in $(VENV) …"; $(PYTHON) -m venv $(VENV); }
	@echo "installing the locked dependencies …"
	@$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

clean:
	@rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
