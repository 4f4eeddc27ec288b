# `make demo` and `make test` are all a fresh machine with Swift needs.
.PHONY: demo test build install lint format bench model fuzz needs

SWIFT ?= swift
PREFIX ?= /usr/local
TREEBANKS ?=
PYTHON ?= python3
FUZZ_SECONDS ?= 60
FOLDERS = Package.swift Sources Tests Schema Queries

demo: build
	.build/release/kg demo

build: needs
	$(SWIFT) build -c release --product kg

test: needs
	$(SWIFT) test --disable-xctest

# SQLite's header is the one thing that Swift does not bring.
needs:
	@command -v $(SWIFT) >/dev/null || { echo "kg needs Swift 6.1 or later: https://www.swift.org/install" >&2; exit 1; }
	@if ! pkg-config --exists sqlite3 2>/dev/null && [ ! -e /usr/include/sqlite3.h ] && [ "$$(uname)" != Darwin ]; then \
	  sudo=; \
	  if [ "$$(id -u)" != 0 ] && ! command -v brew >/dev/null; then \
	    if sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }; then sudo=sudo; else \
	      echo "kg needs SQLite's header. Ask an administrator for the package libsqlite3-dev (Debian, Ubuntu) or sqlite-devel (Fedora), then run make again." >&2; exit 1; fi; fi; \
	  if command -v apt-get >/dev/null; then $$sudo apt-get update -q && $$sudo apt-get install -q -y libsqlite3-dev pkg-config; \
	  elif command -v dnf >/dev/null; then $$sudo dnf install -y sqlite-devel pkgconf; \
	  elif command -v brew >/dev/null; then brew install sqlite pkg-config; \
	  else echo "kg needs SQLite's header: install libsqlite3-dev (or sqlite-devel) with this system's package manager, then run make again." >&2; exit 1; fi; \
	fi

# One file that can be moved anywhere.
install: needs
	$(SWIFT) build -c release --product kg --static-swift-stdlib --scratch-path .build-static
	mkdir -p "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build-static/release/kg "$(DESTDIR)$(PREFIX)/bin/kg"

lint:
	$(SWIFT) format lint -r --strict $(FOLDERS)

format:
	$(SWIFT) format -i -r $(FOLDERS)

bench: build
	$(PYTHON) Tests/Benchmarks/bench.py .build/release/kg

# Retrains the syntax model: make model TREEBANKS=path/to/ud-treebanks
model:
	@test -n "$(TREEBANKS)" || { echo "usage: make model TREEBANKS=path/to/treebanks" >&2; exit 2; }
	Sources/CSyntaxModel/Training/model.sh "$(TREEBANKS)"

# Seeded nonsense through every way in; a crash or a hang prints the seed and keeps the input.
fuzz: build
	$(PYTHON) Tests/Fuzz/fuzz.py .build/release/kg --seconds $(FUZZ_SECONDS)
