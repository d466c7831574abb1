"""
`ncrefs check`: the rules, applied to folders and files of records.
"""
# ruff: noqa: T201  (a command prints)

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ncrefs import DATA
from ncrefs.files import NO_CATALOG, is_catalog, is_read
from ncrefs.problems import did_you_mean, suggest

if TYPE_CHECKING:
    from ncrefs.fixing import Edit


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

    PATH is a folder of records, or a folder or file in one: then only its mistakes are
    shown.
    Without a path the records of --records are checked, or those of the package.

    Exits with 0 if there is no mistake, with 1 if there is any, with 2 if a path is wrong.

    \b
    Examples:
      ncrefs check
      ncrefs check ncrefs/data/plots
      ncrefs check ncrefs/data/people/kim-il-sung.md --strict
    """
    folder = context.find_root().params["records"]
    wanted = paths or ((folder,) if folder else ())
    context.exit(run(wanted, strict=strict, fix=fix, diff=diff))


def run(paths: Sequence[Path], *, strict: bool, fix: bool, diff: bool) -> int:
    """
    Check folders and files, and return the exit code.
    """
    try:
        wanted = [_located(path) for path in paths or [DATA]]
    except LookupError as error:
        print(error, file=sys.stderr)
        return 2
    parts: dict[Path, list[Path]] = {}
    for root, path in sorted(wanted):
        parts.setdefault(root, []).append(path)
    if diff:
        return _diff(parts)
    if fix:
        _fix(parts)
    return _report(parts, strict=strict)


def _located(path: Path) -> tuple[Path, Path]:
    """
    The catalog that a path is or is in, and the path itself, as they are on the disk.

    Raises:
        LookupError: With what is wrong with the path.
    """
    # A record may be a link to a file elsewhere, and belongs where the link stands.
    real = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
    if not real.exists():
        beside = real.parent.iterdir() if real.parent.is_dir() else ()
        hint = suggest(path.name, (other.name for other in beside))
        raise LookupError(f"{path}: no such file or folder{hint}")
    root = next((folder for folder in (real, *real.parents) if is_catalog(folder)), None)
    if real.is_dir() and root is None:
        below = sorted([*path.glob("*/sources.bib"), *path.glob("*/*/sources.bib")])
        hint = did_you_mean(below[0].parent if below else "")
        raise LookupError(f"{path}: {NO_CATALOG}{hint}")
    if root is None or not (real.is_dir() or is_read(real, root)):
        raise LookupError(f"{path}: no record; records are <kind>/<id>.md")
    return root, real


def _among(path: Path, parts: list[Path]) -> bool:
    return any(path.is_relative_to(part) for part in parts)


def _edits(parts: dict[Path, list[Path]]) -> "Iterator[Edit]":
    from ncrefs.fixing import fix  # noqa: PLC0415  (only asked for)

    for root, wanted in parts.items():
        yield from (edit for edit in fix(root) if _among(edit.path, wanted))


def _diff(parts: dict[Path, list[Path]]) -> int:
    edits = list(_edits(parts))
    for edit in edits:
        print(edit.diff, end="")
    return 1 if edits else 0


def _fix(parts: dict[Path, list[Path]]) -> None:
    count = 0
    for edit in _edits(parts):
        edit.write()
        count += 1
    print(f"Mended {_count(count, 'file')}.", file=sys.stderr)


def _report(parts: dict[Path, list[Path]], *, strict: bool) -> int:
    from ncrefs.check import check  # noqa: PLC0415  (an interruption while it loads is told above)

    records = sources = mistakes = advice = 0
    for root, wanted in parts.items():
        catalog, problems = check(root)
        records += sum(_among(origin.path, wanted) for origin in catalog.origins.values())
        sources += len(catalog.sources) if _among(root / "sources.bib", wanted) else 0
        for problem in problems:
            if _among(problem.path, wanted):
                print(problem)
                mistakes += problem.severity == "error"
                advice += problem.severity == "advice"
    pieces = [_count(advice, "piece", of=" of advice")] if advice else []
    if mistakes or (strict and advice):
        problems_found = [_count(mistakes, "problem")] if mistakes else []
        print(f"{', '.join([*problems_found, *pieces])}.", file=sys.stderr)
        return 1
    read = [_count(n, what) for n, what in ((records, "record"), (sources, "source")) if n]
    found = f"{', '.join(['no problems', *pieces])}."
    print(f"{' and '.join(read)}: {found}" if read else found.capitalize())
    return 0


def _count(number: int, what: str, *, of: str = "") -> str:
    return f"{number} {what}{'' if number == 1 else 's'}{of}"
