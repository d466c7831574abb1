"""
Whether the tests notice a change of the code: `make mutants`.

mutmut makes the changes, one at a time, and runs the unit tests that reach it; this draws a
sample if asked for one, and says by module how many changes were noticed.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

#: Makes all mutants, and tests those of a function that has few and is reached by few tests.
_FIRST = "ncrefs.book.content.desk.x_choice*"
#: Where mutmut works; it keeps there the modules that it has changed and what it knows of them.
_WORK = Path("mutants")
_KEPT = (".py", ".meta", ".spans")
_MUTMUT = str(Path(sys.executable).parent / "mutmut")
#: A mutant that hangs is noticed too.
_KILLED = ("killed", "timeout", "segfault")


def main(arguments: list[str] | None = None) -> None:
    """
    Test mutants, and print what became of all that have been.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("names", nargs="*", help='which, as in "ncrefs.book.*"; all if absent')
    parser.add_argument("--sample", type=int, help="how many of them to draw; all if absent")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--report", action="store_true", help="test nothing, print what is known")
    given = parser.parse_args(arguments)
    names: list[str] = given.names
    run = [_MUTMUT, "run", "--max-children", str(given.processes)]
    if not given.report:
        _forget_copies()
    if given.sample:
        subprocess.run([*run, _FIRST], check=True)
        all_of_them = sorted(name for name, _ in results(names))
        count = min(given.sample, len(all_of_them))
        names = random.Random(given.seed).sample(all_of_them, count)
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
            modules[name.rpartition(".")[0]][killed] += 1
            if not killed:
                living.append(f"{name}: {status}")
    total = sum(modules.values(), Counter[bool]())
    for module, counts in [*sorted(modules.items()), ("all", total)]:
        share = 100 * counts[True] / max(1, counts.total())
        yield f"{module:<40} {counts[True]:>5} of {counts.total():>5} killed, {share:3.0f} %"
    yield from ("", 'Living (`mutmut show NAME` shows the change, "no tests": none reaches it):')
    yield from living


if __name__ == "__main__":
    main()
