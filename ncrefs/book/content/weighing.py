"""
The rival explanations side by side: what each predicts, what is seen, what it bears.
"""

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content import desk, elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.prose import Prose
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.domain import xref
from ncrefs.catalog import Catalog
from ncrefs.model import Explanation
from ncrefs.vocabulary import WEIGHT_MEANINGS, WEIGHTS

_HEAD = ("Account", "If it is right, we should see", "What is seen", "What speaks against it")


def explanations(catalog: Catalog, prose: Prose) -> list[nodes.Node]:
    """
    What the weights mean, and a table of all explanations, those that bear most first.
    """
    meanings: list[Inline] = [
        [nodes.strong("", weight), nodes.Text(f": {meaning}")]
        for weight, meaning in WEIGHT_MEANINGS.items()
    ]
    found = sorted(catalog.explanations, key=lambda e: WEIGHTS.index(e.weight))
    rows = [_row(Scribe(explanation, catalog, prose), explanation) for explanation in found]
    table = elements.table((*_HEAD, "Weight"), rows, [classes.DESK, classes.WEIGHING])
    return [elements.bullets(meanings), desk.tools(), table]


def _row(scribe: Scribe, explanation: Explanation) -> list[Inline]:
    texts = explanation.predicts, explanation.observed, explanation.against
    return [
        [xref(explanation)],
        *(scribe.inline(text) for text in texts),
        elements.by_weight(explanation.weight),
    ]
