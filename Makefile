# Everything runs in .venv, which is built once from requirements.lock and again when the lock or pyproject.toml changes.
.DELETE_ON_ERROR:
.PHONY: demo test test-long score compare bench lock clean help

VENV := .venv
PY := $(VENV)/bin/python
KG := $(VENV)/bin/kg
STAMP := $(VENV)/.installed
GRAPH := build/graph
SHARED ?= ../shared
PYTEST_ARGS ?=

# The locked parser is fastest on 3.11 and 3.12; any Python >= 3.11 that can make a virtual environment will do.
PYTHON ?= $(shell for p in python3.12 python3.11 python3 python3.13 python3.14 python; do \
	$$p -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python >= 3.11 with venv found: install one, or say make PYTHON=/where/it/is" >&2; exit 1; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24.3'
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(STAMP)  ## build the graph of the five seed articles and ask it a question
	@$(KG) build seeds/articles --store $(GRAPH)
	@printf '\nWhich officials discussed enforcement?\n\n'
	@$(KG) query officials-who-discussed --issue enforcement --store $(GRAPH) --format table
	@printf '%s\n' '' 'Where to go next:' \
	  '  source $(VENV)/bin/activate' \
	  '  kg query --list                                               every question the graph answers' \
	  '  kg query statements-by --actor Lighthizer --store $(GRAPH)    what one actor said, on what' \
	  '  kg query issues-ranked --store $(GRAPH)                       what was talked about most' \
	  '  kg export -f turtle --store $(GRAPH) -o build/graph.ttl       the graph for other tools' \
	  '  kg build FOLDER --store build/mine                            your own articles (.txt)'

test: $(STAMP)  ## lint, types, import contracts and the fast tests
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(PY) -m pytest -n 2 $(PYTEST_ARGS)

test-long: $(STAMP)  ## the tests that take long, or need Java or a server
	$(PY) -m pytest -m long $(PYTEST_ARGS)

score: $(STAMP)  ## precision, recall and F1 against the gold files; identity; names on Wikinews; PLOVER
	$(PY) -m bench.score --shared $(SHARED)
	$(PY) -m bench.identity --shared $(SHARED)
	$(PY) -m bench.wikinews --shared $(SHARED)
	$(PY) -m bench.plover --shared $(SHARED)

PEER := build/peer
$(PEER)/.installed: $(STAMP)
	rm -rf $(PEER)
	$(PY) -m venv $(PEER)
	$(PY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > $(PEER)/locked.pth
	mv $(PEER)/locked.pth "$$($(PEER)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
	$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check textacy==0.13.0
	touch $@

compare: $(PEER)/.installed  ## quotations beside textacy's, by the same scorer
	$(PY) -m bench.compare --shared $(SHARED) --python $(PEER)/bin/python

bench: $(STAMP)  ## speed, each figure against its baseline in the same run
	$(PY) -m bench.run --shared $(SHARED)

lock: $(STAMP)  ## resolve the newest versions that pyproject.toml and requirements.in allow
	@mkdir -p build
	$(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --extra dev --upgrade --constraints requirements.in \
	  --no-annotate --no-header --no-emit-index-url pyproject.toml -o build/requirements.lock
	{ echo '# Written by `make lock`: what every `make` target installs, for each Python.'; cat build/requirements.lock; } > requirements.lock

clean:  ## remove what make made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
