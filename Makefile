# `make demo` and `make test` are all a fresh machine with Swift needs.
.PHONY: demo test test-faults build alone install lint format bench bench-peers model fuzz fuzz-readers needs

SWIFT ?= swift
PREFIX ?= /usr/local
TREEBANKS ?=
PYTHON ?= python3
FUZZ_SECONDS ?= 30
SQLITE_HEADER ?= /usr/include/sqlite3.h
FOLDERS = Package.swift Sources Tests Schema Queries

demo: build
	.build/release/kg demo

build: needs
	$(SWIFT) build -c release --product kg

test: needs
	$(SWIFT) test --disable-xctest

# SQLite's header is the one thing that Swift does not bring; .ci/needs plays through the machines.
needs:
	@command -v $(SWIFT) >/dev/null || { echo "kg needs Swift 6.1 or later: https://www.swift.org/install" >&2; exit 1; }
	@if ! pkg-config --exists sqlite3 2>/dev/null && [ ! -e "$(SQLITE_HEADER)" ] && [ "$$(uname)" != Darwin ]; then \
	  has() { command -v "$$1" >/dev/null; }; \
	  if [ "$$(id -u)" = 0 ]; then as_root=env; \
	  elif has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then as_root=sudo; else as_root=; fi; \
	  if [ "$$as_root" ] && has apt-get; then $$as_root apt-get update -q && $$as_root apt-get install -q -y libsqlite3-dev pkg-config; \
	  elif [ "$$as_root" ] && has dnf; then $$as_root dnf install -y sqlite-devel pkgconf; \
	  elif has brew; then brew install sqlite pkg-config; \
	  elif [ ! "$$as_root" ]; then echo "kg needs SQLite's header. Ask an administrator for the package libsqlite3-dev (Debian, Ubuntu) or sqlite-devel (Fedora), then run make again." >&2; exit 1; \
	  else echo "kg needs SQLite's header: install libsqlite3-dev (or sqlite-devel) with this system's package manager, then run make again." >&2; exit 1; fi; \
	fi

# One file that can be moved anywhere. Where all libraries are there as archives nothing is looked for when it starts, which halves
# the time; what Foundation's XML parser needs is not told by Swift. Types are made by calls rather than looked up by their names,
# a tenth of the time to start.
ARCHIVES = $(shell pkg-config --static --libs-only-l libxml-2.0 2>/dev/null) -lstdc++
ALONE = $(if $(shell echo 'void xmlInitParser(void); int main(void) { xmlInitParser(); return 0; }' | $(CC) -static -x c - -o /dev/null -lsqlite3 -lxml2 $(ARCHIVES) -lm 2>/dev/null \
  && echo yes),-Xswiftc -static-executable $(addprefix -Xlinker ,$(ARCHIVES)),--static-swift-stdlib) \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
alone: needs
	KG_ALONE=1 $(SWIFT) build -c release --product kg $(ALONE) --scratch-path .build-static

# Without the symbols that are half of it.
install: alone
	mkdir -p "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build-static/release/kg "$(DESTDIR)$(PREFIX)/bin/kg"
	! command -v strip >/dev/null || strip "$(DESTDIR)$(PREFIX)/bin/kg"

lint:
	$(SWIFT) format lint -r --strict $(FOLDERS)

format:
	$(SWIFT) format -i -r $(FOLDERS)

# Ends by force and by signals, many processes at once, damage, a full disk: the store must be sound, and nothing lost.
test-faults: build
	$(PYTHON) Tests/Faults/kill.py .build/release/kg
	$(PYTHON) Tests/Faults/many.py .build/release/kg
	$(PYTHON) Tests/Faults/damage.py .build/release/kg
	$(PYTHON) Tests/Faults/full.py .build/release/kg

# make bench BASELINE=path/to/another/kg measures both in turns; SCALE=1000000 is how many claims are imported.
bench: alone
	$(PYTHON) Tests/Benchmarks/bench.py .build-static/release/kg $(BASELINE)

# The same claims and questions for kg, C on SQLite, DuckDB, igraph and NetworkX, at SCALE claims, a hundredth, a tenth and three
# times as many; writes RESULTS.md and results.svg in Tests/Benchmarks.
bench-peers: alone .build/peers/made
	.build/peers/bin/python Tests/Benchmarks/compare.py .build-static/release/kg

.build/peers/made: Tests/Benchmarks/requirements.txt
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/pip install -q --disable-pip-version-check -r $<
	touch $@

# Retrains the syntax model: make model TREEBANKS=path/to/ud-treebanks
model:
	@test -n "$(TREEBANKS)" || { echo "usage: make model TREEBANKS=path/to/treebanks" >&2; exit 2; }
	Sources/CSyntaxModel/Training/model.sh "$(TREEBANKS)"

# Seeded nonsense through every command; a crash or a hang prints the seed and keeps the input.
fuzz: build fuzz-readers
	$(PYTHON) Tests/Fuzz/fuzz.py .build/release/kg --seconds $(FUZZ_SECONDS)

# libFuzzer with address checks on every reader of outside data, FUZZ_SECONDS each; what fails is kept in .build-fuzz.
WAYS = insights claims conllu vocabulary question dump

fuzz-readers: needs
	KG_FUZZ=1 $(SWIFT) build --product Fuzz -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld --scratch-path .build-fuzz
	for way in $(WAYS); do \
	  mkdir -p .build-fuzz/corpus/$$way && \
	  if KG_FUZZ_WAY=$$way SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 .build-fuzz/debug/Fuzz \
	    -max_total_time=$(FUZZ_SECONDS) -rss_limit_mb=3000 -timeout=60 -print_final_stats=1 \
	    -artifact_prefix=.build-fuzz/$$way- .build-fuzz/corpus/$$way Tests/Fuzz/Corpus/$$way > .build-fuzz/$$way.log 2>&1; \
	  then echo "$$way: $$(sed -n 's/stat::number_of_executed_units: *//p' .build-fuzz/$$way.log) inputs, clean"; \
	  else tail -40 .build-fuzz/$$way.log; exit 1; fi; \
	done
