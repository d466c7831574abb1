"""
The rules that a catalog must keep, as data: a row each, a module for each subject.
"""

from ncrefs.rules import (
    figures,
    graph,
    names,
    offices,
    prose,
    references,
    sources,
    spellings,
    time,
    typography,
    values,
)
from ncrefs.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *graph.RULES,
    *prose.RULES,
    *names.RULES,
    *spellings.RULES,
    *values.RULES,
    *typography.RULES,
    *time.RULES,
    *figures.RULES,
    *offices.RULES,
    *sources.RULES,
)
