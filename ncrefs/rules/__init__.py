"""
The rules that a catalog must keep, as data: a row each, a module for each subject.
"""

from ncrefs.rules import names, prose, references, values
from ncrefs.rules.base import Rule

RULES: tuple[Rule, ...] = (*references.RULES, *prose.RULES, *names.RULES, *values.RULES)
