"""
Whether the tests notice a change of the code: `make mutants`.

mutmut makes the changes, one at a time, and runs unit tests that reach it; this draws a sample
if asked for one, chooses the tests, and says by module and part of the package how many changes
were noticed.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path

#: Makes all mutants, and tests those of a function that has few and is reached by few tests.
_FIRST = "ncrefs.book.content.desk.x_choice*"
#: Where mutmut works; it keeps there the modules that it has changed and what it knows of them.
_WORK = Path("mutants")
_KEPT = (".py", ".meta", ".spans")
_MUTMUT = str(Path(sys.executable).parent / "mutmut")
#: A mutant that hangs is noticed too.
_KILLED = ("killed", "timeout", "segfault")
#: What mutmut knows of the tests.
_STATS = _WORK / "mutmut-stats.json"
#: Modules -> files with their unit tests, where these have other names.
_TESTS = {
    "counts figures": "test_baserates.py",
    "tables": "test_baserates.py test_tables.py",
    "bibfile bibtex": "test_bibliography.py",
    "check loading files": "test_check.py test_files.py test_loading.py test_reading.py",
    "catalog": "test_catalog.py test_collection.py",
    "collection": "test_collection.py test_frames.py",
    "conditions": "test_collection.py",
    "facts": "test_collection.py test_frames.py",
    "finding": "test_catalog.py test_cache.py",
    "folding": "test_korean.py test_spellings.py",
    "hints": "test_serial.py test_reading.py",
    "ids": "test_identifiers.py test_reading.py",
    "markdown": "test_markup.py",
    "model": "test_frames.py test_relations.py test_reading.py",
    "notebook": "test_frames.py",
    "numerals reading": "test_characters.py test_reading.py",
    "ncrefs": "test_package.py",
    "snapshots": "test_diff.py test_releases.py",
    "rules.*": "test_check.py",
    "store stored": "test_cache.py test_package.py",
    "export export.*": "export/test_export.py export/test_graphs.py export/test_json.py "
    "export/test_tables.py export/test_written.py",
}
#: The parts of the package that are summed up; the rest is the core.
_PARTS = ("book", "cli", "export")


def main(arguments: list[str] | None = None) -> None:
    """
    Test mutants, and print what became of all that have been.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("names", nargs="*", help='which, as in "ncrefs.book.*"; all if absent')
    parser.add_argument("--sample", type=int, help="how many of each module to draw; all if absent")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--report", action="store_true", help="test nothing, print what is known")
    given = parser.parse_args(arguments)
    names: list[str] = given.names
    run = [_MUTMUT, "run", "--max-children", str(given.processes)]
    if not given.report:
        _forget_copies()
        subprocess.run([*run, _FIRST], check=True)
        _choose_tests()
    if given.sample:
        names = list(_draw((name for name, _ in results(names)), given.sample, given.seed))
    if not given.report:
        subprocess.run([*run, *names], check=True)
    for line in report(results(names)):
        print(line)  # noqa: T201


def _forget_copies() -> None:
    """
    Take away what mutmut copies once and does not renew: tests, pages, records.
    """
    for folder in ("tests", "docs"):
        shutil.rmtree(_WORK / folder, ignore_errors=True)
    for path in (_WORK / "ncrefs").rglob("*"):
        if path.is_file() and path.suffix not in _KEPT:
            path.unlink()


def _choose_tests() -> None:
    """
    Give each function of a module with unit tests of its own all of these, and no others.

    mutmut notes for a test what it calls. What a fixture of many tests calls, or one test alone
    because a cache keeps it, counts for the first only; and what nearly every test passes by
    would take a minute for each mutant.
    """
    stats = json.loads(_STATS.read_text(encoding="utf-8"))
    by_file: dict[str, list[str]] = defaultdict(list)
    for test in stats["duration_by_test"]:
        by_file[test.partition("::")[0].removeprefix("tests/")].append(test)
    for function in {name.rpartition("__mutmut_")[0] for name, _ in results([])}:
        if files := _files(_module(function).removeprefix("ncrefs.")):
            found = [test for file in by_file for test in by_file[file] if file in files]
            stats["tests_by_mangled_function_name"][function] = found
    _STATS.write_text(json.dumps(stats), encoding="utf-8")


def _files(module: str) -> set[str]:
    """
    The files of a module's own tests: what the table says, or the one that has its name.
    """
    for modules, files in _TESTS.items():
        if any(fnmatch(module, pattern) for pattern in modules.split()):
            return set(files.split())
    own = f"test_{module}.py"
    return {own} if (Path("tests") / own).exists() else set()


def _draw(names: Iterable[str], count: int, seed: int) -> Iterator[str]:
    """
    So many mutants of each module, the same for each seed while its code is the same.
    """
    for _, found in groupby(sorted(names, key=_module), key=_module):
        all_of_them = sorted(found)
        yield from random.Random(seed).sample(all_of_them, min(count, len(all_of_them)))


def _module(name: str) -> str:
    return name.rpartition(".")[0]


def results(names: list[str]) -> Iterator[tuple[str, str]]:
    """
    The mutants of these names, or all, with what is known of each.
    """
    exact, patterns = set(names), [name for name in names if "*" in name]
    command = [_MUTMUT, "results", "--all", "true"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        name, _, status = line.strip().rpartition(": ")
        if not names or name in exact or any(fnmatch(name, pattern) for pattern in patterns):
            yield name, status


def report(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """
    What was killed in each module, and what lives on.
    """
    modules: dict[str, Counter[bool]] = defaultdict(Counter)
    living: list[str] = []
    for name, status in found:
        if status != "not checked":
            killed = status in _KILLED
            modules[_module(name)][killed] += 1
            if not killed:
                living.append(f"{name}: {status}")
    parts: dict[str, Counter[bool]] = defaultdict(Counter)
    for module, counts in modules.items():
        part = module.split(".")[1]
        parts[part if part in _PARTS else "core"].update(counts)
    for name, counts in [*sorted(modules.items()), *sorted(parts.items())]:
        share = 100 * counts[True] / counts.total()
        yield f"{name:<40} {counts[True]:>5} of {counts.total():>5} killed, {share:3.0f} %"
    yield from ("", 'Living (`mutmut show NAME` shows the change, "no tests": none reaches it):')
    yield from living


if __name__ == "__main__":
    main()
