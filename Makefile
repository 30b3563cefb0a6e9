# What one does here. `make` lists the targets; `.ci/run` runs all checks.

CARGO = cargo
TARGET = $(or $(CARGO_TARGET_DIR),target)

help:           ## this list
	@sed -n 's/^\([a-z]*\):.*##/  make \1 	/p' Makefile

run: assets     ## the demonstration, from a fresh clone: builds, fills a database, prints address and accounts
	$(CARGO) build --locked --profile quick
	$(TARGET)/quick/affianca demo

test: tools assets ## all tests: in a browser, then on SQLite and PostgreSQL
	$(CARGO) build --locked
	AFFIANCA_BIN=$(abspath $(TARGET)/debug/affianca) npm test
	tests/tools/with-postgres $(CARGO) test --locked

build: assets   ## the release binary, with all client-side files inside
	$(CARGO) build --locked --release

bench: assets   ## scoring, pages, and the load table
	$(CARGO) bench --locked
	$(CARGO) bench --locked --bench load -- forum

fuzz:           ## hostile texts for SECONDS (600), from tests/corpus/prose
	$(CARGO) bench --locked --bench fuzz -- --seconds $(or $(SECONDS),600)

fmt:            ## formats the code
	$(CARGO) fmt

lint:           ## format and lints, as in continuous integration
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- --deny warnings

tools:          ## what the tests need beyond Rust, Node and a C compiler
	tests/tools/install

# Client-side packages, pinned by package-lock.json; built again only when something they are made of has changed.
assets: static/vendor/fonts.css

node_modules/.package-lock.json: package.json package-lock.json
	npm ci
	@touch $@

static/vendor/fonts.css: node_modules/.package-lock.json $(wildcard static/*.*)
	npm run build

.PHONY: help run test build bench fuzz fmt lint tools assets
