# make run    a running site with demo data, from a fresh clone; Ctrl-C stops it
# make test   everything that must hold, from a fresh clone
# make setup  .venv and node_modules for the two above;  make lint, make bench, make tekster, make stopp, make rent

PYTHON ?= python3
PROSESSER ?= 2
VENV := .venv/bin
MO := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

.PHONY: run setup test lint drill bench oversett tekster systemkrav systemkrav-test stopp rent
.DEFAULT_GOAL := run
.NOTPARALLEL:

run: .venv/.drift node_modules/.drift $(MO)
	@$(VENV)/python -m samarbeid.kjoer

setup: .venv/.utvikling node_modules/.utvikling $(MO)

test: systemkrav-test setup lint
	@SAMARBEID_TEST=1 $(VENV)/python -m pytest -n $(PROSESSER) --dist loadscope --no-loadscope-reorder -m "not treg" $(PYTEST); kode=$$?; \
	$(VENV)/python -m samarbeid.tjenere stopp --test; exit $$kode

# Settings as in production, with addresses that nobody answers: none of these checks may need a server.
PRODUKSJON := env LOKAL=0 SAMARBEID_TEST=0 ALLOWED_HOSTS=samarbeid.example.no \
  SECRET_KEY=$$(head -c 48 /dev/urandom | base64) DATABASE_URL=postgresql://ingen@localhost/ingen REDIS_URL=redis://localhost

lint: setup
	@mkdir -p -m 700 .data
	@$(VENV)/ruff check --quiet .
	@$(VENV)/ruff format --check --quiet .
	@$(VENV)/mypy --no-error-summary
	@$(VENV)/lint-imports --no-logo > .data/lint-imports.txt || { cat .data/lint-imports.txt; exit 1; }
	@SAMARBEID_TEST=1 $(VENV)/python manage.py makemigrations --check --dry-run -v 0
	@$(PRODUKSJON) $(VENV)/python manage.py check --deploy --fail-level WARNING > /dev/null
	@echo "lint: i orden"

# The long ones: 20 000 cases of every property of the split, and more of the same kind.
drill: systemkrav-test setup
	@SAMARBEID_TEST=1 $(VENV)/python -m pytest -n $(PROSESSER) --dist loadscope --no-loadscope-reorder -m treg $(PYTEST); kode=$$?; \
	$(VENV)/python -m samarbeid.tjenere stopp --test; exit $$kode

bench: setup
	@$(VENV)/python -m bench

oversett: $(MO)

# Collects new strings for the nynorsk; a guess it marks «fuzzy» must be written anew. `oversett` compiles.
tekster: setup
	@$(VENV)/python -m django makemessages -l nn --no-location --no-wrap --no-obsolete -v 0 \
	  --ignore node_modules --ignore tests --ignore bench

stopp:
	@$(VENV)/python -m samarbeid.tjenere stopp
	@$(VENV)/python -m samarbeid.tjenere stopp --test

rent: stopp
	rm -rf .venv .data node_modules $(MO)

systemkrav:
	@$(PYTHON) skript/systemkrav.py

systemkrav-test:
	@$(PYTHON) skript/systemkrav.py --test

.venv/.drift: requirements.lock | systemkrav
	@echo "Installerer Python-pakker …"
	@$(PYTHON) skript/pakker.py python requirements.lock
	@touch $@

.venv/.utvikling: requirements-dev.lock | systemkrav
	@echo "Installerer Python-pakker …"
	@$(PYTHON) skript/pakker.py python requirements-dev.lock
	@touch .venv/.drift $@

node_modules/.drift: package-lock.json | .venv/.drift
	@echo "Installerer Node-pakker …"
	@$(PYTHON) skript/pakker.py node --drift
	@touch $@

node_modules/.utvikling: package-lock.json | .venv/.utvikling
	@echo "Installerer Node-pakker …"
	@$(PYTHON) skript/pakker.py node
	@touch node_modules/.drift $@

%.mo: %.po | systemkrav
	@msgfmt --check-format -o $@ $<
