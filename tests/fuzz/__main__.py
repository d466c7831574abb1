"""
`python -m tests.fuzz`: mutate records and sources, and check each.
"""
# ruff: noqa: T201  (a command prints)

import argparse
import tempfile
import time
from pathlib import Path

from tests.fuzz.run import fuzz


def main() -> None:
    """
    Run as many mutations as asked for; a failure is an exception that names its seed.
    """
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--sources", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for what in ("records", "sources"):
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            count = getattr(arguments, what)
            told = fuzz(Path(folder), what, count, arguments.seed)
        seconds = time.perf_counter() - started
        print(
            f"{count} mutated {what}: {told} told, {count - told} kept all rules, {seconds:.0f} s"
        )


main()
