# Everything on a fresh machine that has Python 3.11, pip, git, make and a C compiler. `make run` and `make test` need nothing before them.
PYTHON ?= python3
UV := .tools/bin/uv
IN := .venv/bin
export UV_PYTHON_DOWNLOADS := never

.PHONY: run test check lint types layers format bench docs setup clean

run: setup ## opens the web application on the sample: http://127.0.0.1:8000/
	$(IN)/muctieu serve --sample

test: check ## style, types, layers of rooms, then every test; those of the web again on PostgreSQL, where TEST_POSTGRES_URL names one
	$(IN)/python -m pytest -n 2 --dist loadfile
	@if [ -n "$$TEST_POSTGRES_URL" ]; then echo "The web on PostgreSQL:"; DATABASE_URL="$$TEST_POSTGRES_URL" $(IN)/python -m pytest tests/web -n 2 --dist loadfile -m "not browser and not slow"; fi

check: lint types layers

lint: setup
	$(IN)/ruff check src tests benchmarks
	$(IN)/ruff format --check src tests benchmarks

types: setup
	$(IN)/mypy

layers: setup
	$(IN)/lint-imports --no-cache

format: setup
	$(IN)/ruff check --fix src tests benchmarks
	$(IN)/ruff format src tests benchmarks

bench: setup ## the figures of the README, each from its own command in benchmarks/ (some five minutes)
	$(UV) sync --frozen --quiet --all-extras --group bench
	$(IN)/python benchmarks/figures.py

docs: setup ## writes the pages of docs/reference that are made from the program and from tests/spec
	$(IN)/python docs/build.py

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --quiet --all-extras
	touch $@

$(UV):
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --target .tools "uv==0.13.9"
	touch $@

clean:
	rm -rf .venv .tools dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
