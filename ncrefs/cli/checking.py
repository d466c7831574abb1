"""
`ncrefs check`: the rules, applied to folders and files of records.
"""
# ruff: noqa: T201  (a command prints)

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ncrefs import DATA
from ncrefs.files import record_files


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--strict", is_flag=True, help="Take advice for mistakes.")
@click.option("--diff", is_flag=True, help="Show what --fix would write, and write nothing.")
@click.option("--fix", is_flag=True, help="Mend what a machine can mend, then check.")
@click.pass_context
def check(
    context: click.Context, paths: tuple[Path, ...], *, strict: bool, diff: bool, fix: bool
) -> None:
    """
    Apply all rules and print a line for each mistake and each piece of advice.

    PATH is a folder of records, or a file in one: then only its mistakes are shown.
    Without a path the records of --records are checked, or those of the package.

    Exits with 0 if there is no mistake, with 1 if there is any, with 2 if a path is wrong.

    \b
    Examples:
      ncrefs check
      ncrefs check ncrefs/data/people/kim-il-sung.md --strict
    """
    folder = context.find_root().params["records"]
    wanted = paths or ((folder,) if folder else ())
    context.exit(run(wanted, strict=strict, fix=fix, diff=diff))


def run(paths: Sequence[Path], *, strict: bool, fix: bool, diff: bool) -> int:
    """
    Check folders and files, and return the exit code.
    """
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
    if diff:
        return _diff(roots, wanted)
    if fix:
        _fix(roots, wanted)
    return _report(roots, wanted, strict=strict)


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
