"""
The command `ncrefs`.

Its exit codes are 0, all is well; 1, there are mistakes; 2, it was called or could write
in no right way; 130, it was interrupted. Whatever the output is, it ends without a
traceback: signs that the output has no letters for are escaped.
"""
# ruff: noqa: T201  (a command prints)

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ncrefs import DATA, __version__
from ncrefs.files import record_files

_DESCRIPTION = """\
Apply all rules and print a line for each mistake and each piece of advice.
Exit with 0 if there is no mistake, with 1 if there is any, with 2 if a path is wrong."""


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the command and return its exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        arguments = _parser().parse_args(argv)
        code = _check(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # Whoever read has enough; nothing more may be written when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 2
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        place = f"{error.filename}: " if error.filename else ""
        print(f"ncrefs: {place}{error.strerror}", file=sys.stderr)
        code = 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ncrefs", description="Records of ncrefs.")
    parser.add_argument("--version", action="version", version=f"ncrefs {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser(
        "check",
        help="apply the rules to the records",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    checking.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a folder of records, or files in one: then only their mistakes are shown",
    )
    checking.add_argument("--strict", action="store_true", help="take advice for mistakes")
    checking.add_argument(
        "--diff", action="store_true", help="show what --fix would write, and write nothing"
    )
    checking.add_argument(
        "--fix", action="store_true", help="mend what a machine can mend, then check"
    )
    return parser


def _check(arguments: argparse.Namespace) -> int:
    paths: list[Path] = arguments.paths
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if not path.is_dir()]
    if missing := [path for path in files if not path.exists()]:
        print(f"{missing[0]}: no such file or folder", file=sys.stderr)
        return 2
    # A record file lies in the folder of its kind, sources.bib in the catalog's own.
    roots = {path.resolve().parent for path in files if path.suffix == ".bib"}
    roots |= {path.resolve().parent.parent for path in files if path.suffix != ".bib"}
    roots |= {path.resolve() for path in folders}
    wanted = {path.resolve() for path in files} if not folders else set()
    read = {root / "sources.bib" for root in roots}
    read |= {path.resolve() for root in roots for _, path in record_files(root)}
    if strays := sorted({path.resolve() for path in files} - read):
        print(f"{strays[0]}: no record; records are <kind>/<id>.md", file=sys.stderr)
        return 2
    roots = roots or {DATA}
    if arguments.diff:
        return _diff(roots, wanted)
    if arguments.fix:
        _fix(roots, wanted)
    return _report(roots, wanted, strict=arguments.strict)


def _diff(roots: set[Path], wanted: set[Path]) -> int:
    from ncrefs.fixing import fix  # noqa: PLC0415  (only asked for)

    edits = [edit for root in sorted(roots) for edit in fix(root)]
    edits = [edit for edit in edits if not wanted or edit.path.resolve() in wanted]
    for edit in edits:
        print(edit.diff, end="")
    return 1 if edits else 0


def _fix(roots: set[Path], wanted: set[Path]) -> None:
    from ncrefs.fixing import fix  # noqa: PLC0415  (only asked for)

    count = 0
    for root in sorted(roots):
        for edit in fix(root):
            if not wanted or edit.path.resolve() in wanted:
                edit.write()
                count += 1
    print(f"Mended {_count(count, 'file')}.", file=sys.stderr)


def _report(roots: set[Path], wanted: set[Path], *, strict: bool) -> int:
    from ncrefs.check import check  # noqa: PLC0415  (an interruption while it loads is told above)

    records = sources = mistakes = advice = 0
    for root in sorted(roots):
        catalog, problems = check(root)
        records += len(catalog.records)
        sources += len(catalog.sources)
        for problem in problems:
            if not wanted or problem.path.resolve() in wanted:
                print(problem)
                mistakes += problem.severity == "error"
                advice += problem.severity == "advice"
    pieces = [_count(advice, "piece", of=" of advice")] if advice else []
    if mistakes or (strict and advice):
        problems_found = [_count(mistakes, "problem")] if mistakes else []
        print(f"{', '.join([*problems_found, *pieces])}.", file=sys.stderr)
        return 1
    print(f"{records} records and {sources} sources: {', '.join(['no problems', *pieces])}.")
    return 0


def _count(number: int, what: str, *, of: str = "") -> str:
    return f"{number} {what}{'' if number == 1 else 's'}{of}"
