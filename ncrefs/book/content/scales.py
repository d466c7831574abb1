"""
The scales by which the book judges: grades, verdicts and kinds of witness with their meanings.
"""

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.domain import SCALES
from ncrefs.vocabulary import TIER_MEANINGS


def scales() -> list[nodes.Node]:
    """
    The grades and verdicts with their meanings, where badges link to.
    """
    parts: list[nodes.Node] = []
    for scale, title in (("grade", "Grades of evidence"), ("verdict", "Verdicts on claims")):
        items = [
            nodes.definition_list_item(
                "",
                nodes.term("", value.value, ids=[f"{scale}-{value.value}"]),
                nodes.definition("", elements.para(nodes.Text(value.meaning))),
            )
            for value in SCALES[scale]
        ]
        parts.append(elements.section(f"{scale}s", title, nodes.definition_list("", *items)))
    return [*parts, _tiers()]


def _tiers() -> nodes.section:
    """
    The kinds of witness, each with the look of its number.
    """
    items: list[Inline] = [
        [
            nodes.inline("", str(place), classes=[classes.NUMBER, classes.tier_class(tier)]),
            nodes.Text(" "),
            nodes.strong("", tier),
            nodes.Text(f": {meaning}"),
        ]
        for place, (tier, meaning) in enumerate(TIER_MEANINGS.items(), start=1)
    ]
    return elements.section(
        "tiers", "Kinds of witness", elements.bullets(items, [classes.WITNESSES])
    )
