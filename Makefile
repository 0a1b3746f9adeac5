# Two commands are enough: `make site` and `make test`. Needed: Python 3.11 or newer, and make.
#
#   make site     build the site into public/           make site ARGS=--explain
#   make serve    build, serve and watch it             make serve ARGS='--port 8001'
#   make test     run the tests                         make test ARGS='-k quotations'
#   make lint     style, types and workflow checks
#   make lock     write the lock files anew             make lock ARGS=--upgrade
#   make pictures draw the pictures of the README       (docs/*.png, the same every time on one machine)
#   make clean    remove what the others have made, but not content/ and not the site

.POSIX:
.PHONY: site serve test lint lock pictures chromium clean

# The first of these that is new enough is used; name your own with `make PYTHON=/path/to/python site`.
PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11
ARGS ?=

IN_VENV = .venv/bin/python -m
INSTALL = $(IN_VENV) pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement
COMPILE = .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

site: .venv/run.stamp
	@$(IN_VENV) sitegen build $(ARGS)
	@echo 'To read it, open public/index.html in a browser. To search it too, run: make serve'

serve: .venv/run.stamp
	@$(IN_VENV) sitegen serve $(ARGS)

# One file's tests stay in one process, so that a browser or a built site is started once for all of them.
test: .venv/dev.stamp chromium
	@CHROMIUM="$${CHROMIUM:-$$($(FIND_CHROMIUM))}" $(IN_VENV) pytest -n 3 --dist worksteal $(ARGS)

lint: .venv/dev.stamp
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/zizmor --offline --quiet --config .github/zizmor.yml .github sitegen/scaffold/pages.yml
	.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml \
		sitegen/scaffold/pages.yml
	.venv/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

lock: .venv/dev.stamp
	$(COMPILE) $(ARGS) --output-file requirements/run.lock
	$(COMPILE) $(ARGS) --group dev --output-file requirements/dev.lock

pictures: .venv/dev.stamp chromium
	@CHROMIUM="$${CHROMIUM:-$$($(FIND_CHROMIUM))}" $(IN_VENV) tests.browser.pictures docs

clean:
	rm -rf .venv .sitegen .pytest_cache .hypothesis .mypy_cache .ruff_cache dist

.venv/bin/python:
	@for python in $(PYTHON); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Setting up .venv with $$("$$python" --version)"; \
			"$$python" -m venv --clear .venv && exit 0; \
			rm -rf .venv; \
			echo 'The virtual environment could not be made; on Debian and Ubuntu: apt-get install python3-venv' >&2; \
			exit 1; \
		fi; \
	done; \
	echo 'sitegen needs Python 3.11 or newer, and none of these is: $(PYTHON)' >&2; \
	echo 'Install one, or say where it is: make PYTHON=/path/to/python' >&2; \
	exit 1

# Every file is checked against the hash in the lock. The stamp says that this has been done for this lock.
.venv/run.stamp: requirements/run.lock .venv/bin/python
	@echo 'Installing what sitegen needs (once, about a minute)'
	@$(INSTALL) requirements/run.lock
	@touch $@

.venv/dev.stamp: requirements/dev.lock .venv/bin/python
	@echo 'Installing what the tests need (once, about a minute)'
	@$(INSTALL) requirements/dev.lock
	@touch $@

FIND_CHROMIUM = command -v chromium || command -v chromium-browser || command -v google-chrome \
	|| command -v google-chrome-stable

# The browser tests drive a real Chromium, which no Python package brings along.
chromium:
	@test -n "$$CHROMIUM" || { $(FIND_CHROMIUM); } >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo 'Installing Chromium for the browser tests'; \
			apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium >/dev/null; \
		else \
			echo 'The browser tests need Chromium: install the package "chromium" (Debian: apt-get install' >&2; \
			echo 'chromium), or say where one is: make test CHROMIUM=/path/to/chromium' >&2; \
			exit 1; \
		fi; \
	}
