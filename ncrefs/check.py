"""
Applies the rules to a folder of records: for the command, the book's build and the tests.
"""

from pathlib import Path

from ncrefs import releases, tables
from ncrefs.catalog import Catalog
from ncrefs.loading import read
from ncrefs.problems import Problem
from ncrefs.rules import RULES
from ncrefs.rules.base import Breach, Context, Rule


def check(root: Path | str) -> tuple[Catalog, list[Problem]]:
    """
    Read a folder and apply all rules to what could be read.

    Returns:
        The catalog, and every mistake and piece of advice in order of file and line.
    """
    catalog, problems, unreadable = read(root)
    root = catalog.root
    problems += [*tables.problems_of(root), *releases.problems_of(root)]
    bib = root / "sources.bib"
    lost = not catalog.source_origins and any(problem.path == bib for problem in problems)
    context = Context(catalog, frozenset(unreadable), sources_lost=lost)
    for rule in RULES:
        found = (
            rule.find(context)
            if rule.scope == "catalog"
            else (breach for entity in catalog.records for breach in rule.find(entity, context))
        )
        problems += [_problem(rule, breach, catalog) for breach in found]
    return catalog, sorted(set(problems))


def _problem(rule: Rule, breach: Breach, catalog: Catalog) -> Problem:
    message = rule.message.format(**breach.values)
    origin = catalog.origins.get(breach.id)
    if origin is None:
        origin = catalog.source_origins[breach.id]
    line = origin.body if breach.field == "text" else origin.line(breach.field)
    return Problem(origin.path, line + breach.line, breach.field, message, rule.severity)
