"""
The command `ncrefs`.
"""
# ruff: noqa: T201  (a command prints)

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ncrefs import DATA
from ncrefs.check import check
from ncrefs.files import record_files


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the command and return its exit code.
    """
    parser = argparse.ArgumentParser(prog="ncrefs", description="Records of ncrefs.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser(
        "check",
        help="apply the rules to the records",
        description="Apply all rules; print a line for each mistake; exit with 1 if there is any.",
    )
    checking.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a folder of records, or files in one: then only their mistakes are shown",
    )
    checking.set_defaults(run=_check)
    arguments = parser.parse_args(argv)
    code: int = arguments.run(arguments.paths)
    return code


def _check(paths: list[Path]) -> int:
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if not path.is_dir()]
    if missing := [path for path in files if not path.is_file()]:
        print(f"{missing[0]}: no such file or folder", file=sys.stderr)
        return 2
    # A record file lies in the folder of its kind, sources.bib in the catalog's own.
    roots = {path.resolve().parent for path in files if path.suffix == ".bib"}
    roots |= {path.resolve().parent.parent for path in files if path.suffix != ".bib"}
    roots |= {path.resolve() for path in folders}
    wanted = {path.resolve() for path in files}
    read = {root / "sources.bib" for root in roots}
    read |= {path.resolve() for root in roots for _, path in record_files(root)}
    if strays := sorted(wanted - read):
        print(f"{strays[0]}: no record; records are <kind>/<id>.md", file=sys.stderr)
        return 2
    records = sources = count = 0
    for root in sorted(roots or {DATA}):
        catalog, problems = check(root)
        records += len(catalog.records)
        sources += len(catalog.sources)
        for problem in problems:
            if folders or not wanted or problem.path.resolve() in wanted:
                print(problem)
                count += 1
    if count:
        print(f"{count} {'problem' if count == 1 else 'problems'}.", file=sys.stderr)
        return 1
    print(f"{records} records and {sources} sources: no problems.")
    return 0
