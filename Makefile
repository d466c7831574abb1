# Two commands do everything: `make html` and `make test`; `make book` makes a site. Each makes .venv when
# there is none and installs anew when pyproject.toml has changed.

PYTHON ?= python3
VENV := .venv
LOCK := .ci/lock.txt
BIN := $(VENV)/bin
BUILD := docs/_build
SPHINXOPTS ?=
# Whatever language the system speaks: Sphinx fails if that is not installed. As many
# processes as cores, unless the options say otherwise.
# Documents are read once for all builders.
SPHINX_BUILD = LC_ALL=C PYTHONUTF8=1 $(BIN)/sphinx-build -j auto $(SPHINXOPTS) -d $(BUILD)/doctrees
SPHINX = $(SPHINX_BUILD) -b $(1) docs $(BUILD)/$(1)

.DEFAULT_GOAL := html
.PHONY: html book test test-fast check lint live bench bench-data bench-scale fuzz lock mutants latexpdf gettext \
	clean

html: $(VENV)/book.stamp
	@$(call SPHINX,html)
	@echo "Open $(BUILD)/html/index.html"

# All forms of the book in one folder.
book: $(VENV)/book.stamp $(VENV)/pdf.stamp
	@$(call SPHINX,pdf)
	@$(call SPHINX,epub)
	@$(SPHINX_BUILD) -D ncrefs_downloads=_build/pdf/ncrefs.pdf,_build/epub/ncrefs.epub \
		-b html docs $(BUILD)/book
	@touch $(BUILD)/book/.nojekyll  # or hosts that run Jekyll leave out _static
	@echo "Open $(BUILD)/book/index.html, or publish $(BUILD)/book"

test: $(VENV)/book.stamp $(VENV)/pdf.stamp $(VENV)/test.stamp
	@$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTESTOPTS)

# What needs no book, no browser and no patience.
test-fast: $(VENV)/book.stamp $(VENV)/test.stamp
	@$(BIN)/pytest -n auto -m "not slow and not built" $(PYTESTOPTS)

check: $(VENV)/package.stamp
	@$(BIN)/ncrefs check

lint: $(VENV)/book.stamp $(VENV)/pdf.stamp $(VENV)/test.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

live: $(VENV)/book.stamp $(VENV)/live.stamp
	@$(BIN)/sphinx-autobuild $(SPHINXOPTS) -d $(BUILD)/doctrees --watch ncrefs \
		--ignore "*/docs/reference/*" --ignore "*/_build/*" docs $(BUILD)/html

# What a look-up costs, beside other data packages, in one run.
bench-data: $(VENV)/test.stamp
	@$(BIN)/python -m tests.benchmarks.access

# What a hundred times as many records cost in the files for other programs.
bench-scale: $(VENV)/test.stamp
	@$(BIN)/python -m tests.benchmarks.scale

fuzz: $(VENV)/package.stamp $(VENV)/test.stamp
	@$(BIN)/python -m tests.fuzz $(FUZZOPTS)
	@NCREFS_FUZZ=20 $(BIN)/pytest $(PYTESTOPTS) \
		$(addprefix tests/book/test_,random_bodies.py interruptions.py edits.py)

# Hours for all, which a second run takes up where it was stopped; MUTANTSOPTS="--sample 40" for a
# draw, "ncrefs.dates.*" for a module.
mutants: $(VENV)/book.stamp $(VENV)/test.stamp $(VENV)/mutants.stamp
	@NCREFS_CACHE=$(CURDIR)/mutants/cache $(BIN)/python -m tests.mutants $(MUTANTSOPTS)

bench: $(VENV)/bench.stamp
	@$(BIN)/python -m tests.benchmarks.build
	@$(BIN)/python -m tests.benchmarks.beside

# TeX must be installed; a letter that no font has is a mistake. No clock in the PDF.
latexpdf: latex
	@SOURCE_DATE_EPOCH=0 $(MAKE) -C $(BUILD)/latex all-pdf \
		LATEXMKOPTS=-silent LATEXOPTS="-interaction=nonstopmode -halt-on-error"
	@! grep "Missing character" $(BUILD)/latex/ncrefs.log
	@echo "Open $(BUILD)/latex/ncrefs.pdf"

clean:
	rm -rf $(BUILD) docs/reference

# What a target needs is installed once for each state of pyproject.toml and the lock.
$(VENV)/package.stamp: pyproject.toml $(LOCK)
	@$(call INSTALL,.)
$(VENV)/%.stamp: pyproject.toml $(LOCK)
	@$(call INSTALL,.[$*])
# All that CI needs at once: pip looks for what fits together once, not once for each.
COMMA := ,
$(VENV)/ci.stamp: pyproject.toml $(LOCK)
	@$(call INSTALL,.[book$(COMMA)pdf$(COMMA)test$(COMMA)lock])
	@touch $(addprefix $(VENV)/,package.stamp book.stamp pdf.stamp test.stamp lock.stamp)
define INSTALL
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	echo "Installing $(1) into $(VENV) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint $(LOCK) --editable "$(1)"
	touch $@
endef

# The versions with which everything is built, for every Python that is supported.
lock: $(VENV)/lock.stamp
	@$(BIN)/uv pip compile --quiet --universal --upgrade --no-annotate --no-header \
		--all-extras --output-file $(LOCK) pyproject.toml

# Texts for translators are found in documents that no other builder may share.
gettext: $(VENV)/book.stamp $(VENV)/pdf.stamp
	@$(call SPHINX,$@) -d $(BUILD)/doctrees-$@
	@echo "Built $(BUILD)/$@"

# Any other name is a builder of Sphinx: make epub, make linkcheck.
%: $(VENV)/book.stamp $(VENV)/pdf.stamp
	@$(call SPHINX,$@)
	@echo "Built $(BUILD)/$@"
Makefile pyproject.toml $(LOCK): ;
