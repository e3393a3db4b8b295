# `make` alone says what there is to do. Everything happens in .venv, which is made when it is needed.

BIN := .venv/bin
# A file goes to one process whole, since its tests share a server; in the order of tests/conftest.py.
# One process more than there are cores: a test in a browser waits two thirds of its time.
PROCESSES := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
PYTEST := $(BIN)/python -m pytest -n $(PROCESSES) --dist loadfile --no-loadscope-reorder
# On PostgreSQL all that could come out differently there: docs/decisions/2026-11-22-what-is-tested-twice.md
TWICE := acts cli faults leaks store web \
	$(addprefix e2e/test_,main_job.py real_accounts.py live.py pairing_journeys.py)

.DEFAULT_GOAL := help
.PHONY: help run demo test check format bench numbers lock clean

help: ## say what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

run: ## serve Nearer at http://127.0.0.1:8000, with SQLite in the folder data
	@scripts/environment run
	@exec $(BIN)/nearer serve

demo: ## the same with an example couple and twelve weeks of their history
	@scripts/environment run
	@exec $(BIN)/nearer demo

test: ## every test, browser tests too, on SQLite and on PostgreSQL
	@scripts/environment dev
	@scripts/test-needs
	$(PYTEST) --cov --cov-report=
	scripts/with-postgres $(PYTEST) $(addprefix tests/,$(TWICE))
	@$(BIN)/coverage report --fail-under=95 > .coverage-floor || { cat .coverage-floor; exit 1; }
	@$(BIN)/coverage report --include='src/nearer/vault/*,src/nearer/core/*,src/nearer/acts/*' \
		--fail-under=100 > .coverage-floor || { cat .coverage-floor; exit 1; }

check: ## style, types, who may import whom, templates, content, migrations, spelling
	@scripts/environment dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --check --quiet src/nearer/web
	$(BIN)/nearer content check
	$(BIN)/python manage.py makemigrations --check --dry-run --settings=tests.settings
	$(BIN)/codespell content docs src/nearer/web $(wildcard *.md)

format: ## let the tools put Python and templates in shape
	@scripts/environment dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/djlint --reformat --quiet src/nearer/web

bench: ## how fast, each figure as a ratio to something plain measured beside it
	@scripts/environment dev
	@for each in bench/[a-z]*.py; do \
		echo "== $$each"; $(BIN)/python -m bench.$$(basename $$each .py) || exit 1; done

numbers: ## check our statistics against published figures (installs statsmodels)
	@scripts/environment dev
	@scripts/environment numbers
	$(BIN)/python -m pytest -n0 -rs tests/numbers tests/core/insight

lock: ## choose newer versions of what we build on, with their hashes (needs uv)
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --exclude-newer "1 week" requirements/run.in -o requirements/run.txt
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --exclude-newer "1 week" requirements/dev.in -c requirements/run.txt \
		-o requirements/dev.txt
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --exclude-newer "1 week" requirements/numbers.in -c requirements/dev.txt \
		-o requirements/numbers.txt

clean: ## remove everything that was made, but never the folder data
	rm -rf .venv build src/*.egg-info .coverage* htmlcov test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
