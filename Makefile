# Needs GNU make and Python 3.11 or newer; everything else is installed into .venv.

PYTHON ?= python3
# More for the command or for pytest: make serve OPTIONS="--port 9000", make test OPTIONS="-k dates"
OPTIONS ?=
# The version is fixed so that everyone's lock files read the same.
UV = uv==0.13.9

python := .venv/bin/python
pip := $(python) -m pip install --quiet --require-hashes
pytest := $(python) -m pytest

export PIP_DISABLE_PIP_VERSION_CHECK = 1
# One job at a time: two test runs side by side are hard to read.
.NOTPARALLEL:
.DEFAULT_GOAL := site
.PHONY: site serve check seal test test-extra test-all fuzz soak audit sbom lint types screens bench bench-preview lock clean help

site: .venv/runtime ## Build the site into _site (the default)
	@$(python) build.py $(OPTIONS)

serve: .venv/runtime ## Preview the site; the page reloads when a file is saved
	@$(python) build.py serve $(OPTIONS)

check: .venv/runtime ## Report what is wrong in the content, and write nothing
	@$(python) build.py check $(OPTIONS)

seal: .venv/runtime ## Seal the quotations against the texts of their sources
	@$(python) build.py seal $(OPTIONS)

test: .venv/dev ## Run the tests, in a real Chromium where a test needs one
	@$(python) tests/chromium.py
	@$(pytest) $(OPTIONS)

pythons = $(patsubst %,.venv/python%.installed,3.11 3.12 3.13)
# pytest says 5 when there is no such test.
test-extra: .venv/dev .venv/html .venv/yaml .venv/timelinejs .venv/hosts $(pythons) ## Run only the tests that need npm, Java, nginx, Caddy, Hugo or other Pythons
	@for program in npm java nginx caddy hugo; do command -v $$program >/dev/null 2>&1 || \
	  echo "Skipped: tests that need $$program, because it is not installed."; done
	@$(pytest) -m extra -rs $(OPTIONS) || test $$? -eq 5

test-all: test test-extra ## Run every test; says what was skipped and why

fuzz: .venv/dev ## Damage the content in 10,000 ways (or FUZZ=number); each ends in diagnostics
	@FUZZ=$(or $(FUZZ),10000) $(pytest) tests/test_fuzz.py --hypothesis-show-statistics $(OPTIONS)

soak: .venv/dev ## Faults and hostile input, ten times as much (or SOAK=number); says what it did
	@$(python) tests/chromium.py
	@SOAK=$(or $(SOAK),10) $(pytest) tests/faults tests/hostile -s -v --durations=10 $(OPTIONS)

# Neither is part of the project: each is installed by itself, for the moment.
audit: .venv/made ## Ask whether a package of the lock files has a known weakness (pip-audit)
	@$(python) -m pip install --quiet "$(UV)"
	@$(python) -m uv tool run --from pip-audit==2.10.1 pip-audit --require-hashes --disable-pip -r requirements-dev.lock

sbom: .venv/made ## List all software that the site is made with in sbom.cdx.json (CycloneDX)
	@$(python) -m pip install --quiet "$(UV)"
	@$(python) -m uv tool run --from cyclonedx-bom==7.5.0 cyclonedx-py requirements \
	  requirements.lock --output-reproducible --of JSON -o sbom.cdx.json

lint: .venv/dev ## Check style and formatting
	@$(python) -m ruff check
	@$(python) -m ruff format --check

types: .venv/dev ## Check types
	@$(python) -m mypy

bench: .venv/dev ## Measure builds of up to 10,000 events, beside Hugo where it is installed
	@$(python) -m tests.bench_build $(OPTIONS)

bench-preview: .venv/dev ## Measure the preview: from a file saved to its new text on screen
	@$(python) tests/chromium.py
	@$(python) -m tests.bench_preview

screens: .venv/dev ## Take the pictures of the site that the README shows
	@$(python) tests/chromium.py
	@$(python) -m tests.screens

lock: .venv/made ## Rewrite the lock files (newest versions: OPTIONS=--upgrade)
	@$(python) -m pip install --quiet "$(UV)"
	@$(compile) -o requirements.lock
	@$(compile) --group dev -c requirements.lock -o requirements-dev.lock
# Options that keep the files the same on every machine: no settings of this
# machine are read, and no index, mirror or path is written.
compile = $(python) -m uv --no-config pip compile --quiet pyproject.toml $(OPTIONS) \
  --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
  --custom-compile-command "make lock"

clean: ## Remove everything make has made, .venv too
	rm -rf _site .cache .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | \
	  while IFS='|' read -r name promise; do printf '  make %-11s %s\n' "$$name" "$$promise"; done

# Each file below is a stamp: it is newer than what was last installed.
.venv/runtime: requirements.lock .venv/made
	@echo "Installing what the site needs ..."
	@$(pip) -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	@echo "Installing what the tests need ..."
	@$(pip) -r requirements-dev.lock
	@touch $@

# Packages of npm that only tests need, each by its own lock file, where what runs them is there:
# $(call npm,FOLDER OF TESTS,FOLDER IN .venv,PROGRAMS,NAME)
npm = @if command -v $(firstword $(3)) >/dev/null 2>&1 && command -v $(lastword $(3)) >/dev/null 2>&1; then \
	  echo "Installing $(4) ..." && mkdir -p .venv/$(2) && cp tests/$(1)/*.json .venv/$(2) && \
	  { npm ci --prefix .venv/$(2) --ignore-scripts --no-audit --no-fund --silent && \
	  touch $@ || echo "Skipped: $(4) cannot be fetched."; }; fi

# PyPI's HTML checker is older than the popovers we use.
.venv/html: tests/html_checker/package-lock.json .venv/made
	$(call npm,html_checker,html_checker,npm java,the HTML checker)

# By it editors complete.
.venv/yaml: tests/language_server/package-lock.json .venv/made
	$(call npm,language_server,language_server,npm node,the YAML language server)

# In it the tests show our slides.
.venv/timelinejs: tests/timelinejs/package-lock.json .venv/made
	$(call npm,timelinejs,timelinejs_package,npm,TimelineJS)

# With it Netlify and Cloudflare read their settings.
.venv/hosts: tests/host_rules/package-lock.json .venv/made
	$(call npm,host_rules,host_rules,npm node,what hosts read settings with)

# Other Pythons than this one, with which a build gives the same.
.venv/python%.installed: requirements.lock .venv/made
	@rm -f $@
	@if $(python) -m tests.other_pythons $*; then touch $@; fi

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not that."; \
	  echo "Install it, or name another: make PYTHON=python3.12"; exit 1; }
	@test -x $(python) && $(python) -m pip --version >/dev/null 2>&1 || \
	  $(PYTHON) -m venv --clear .venv || { \
	  echo "No .venv could be made. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@
