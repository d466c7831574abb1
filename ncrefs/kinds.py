"""
The kinds of records: each is declared once, here.
"""

from ncrefs.frozen import dataclass
from ncrefs.model import (
    Claim,
    Dataset,
    Entity,
    Event,
    Explanation,
    Measure,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Purge,
    Question,
    Source,
    Succession,
    Term,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """
    What a kind of record is called, and where its records stand in the book.
    """

    cls: type[Entity] | type[Source]
    plural: str  #: its folder, its attribute of the package, its chapter's folder
    singular: str  #: its role, and its name in objects.inv
    chapter: str  #: the title of its chapter
    #: The document that has all of its records as entries; "" if each has a page.
    entries_on: str = ""
    is_named: bool = True  #: whether its records have names, which an index lists


SOURCES = Kind(Source, "sources", "source", "Bibliography", "bibliography")
#: The kinds of records by their plural names, in the book's order.
KINDS: dict[str, Kind] = {
    kind.plural: kind
    for kind in (
        Kind(Person, "people", "person", "People"),
        Kind(Organization, "organizations", "organization", "Organizations"),
        Kind(Place, "places", "place", "Places"),
        Kind(Plot, "plots", "plot", "Plots"),
        Kind(Purge, "purges", "purge", "Purges"),
        Kind(Succession, "successions", "succession", "Successions"),
        Kind(Event, "events", "event", "Events"),
        Kind(Mechanism, "mechanisms", "mechanism", "Mechanisms"),
        Kind(Measure, "measures", "measure", "Measures"),
        Kind(Dataset, "datasets", "dataset", "Datasets"),
        Kind(Explanation, "explanations", "explanation", "Explanations"),
        Kind(Question, "questions", "question", "Questions", "questions", is_named=False),
        Kind(Term, "terms", "term", "Glossary", "glossary"),
        Kind(Claim, "claims", "claim", "A popular article, audited", "article", is_named=False),
    )
}
#: The same and the sources, which are no records but have a collection as each kind has.
ALL_KINDS: dict[str, Kind] = {**KINDS, SOURCES.plural: SOURCES}
#: The kinds of what the timeline has.
DATED = tuple(kind.plural for kind in KINDS.values() if issubclass(kind.cls, Event))
_OF: dict[type, Kind] = {kind.cls: kind for kind in ALL_KINDS.values()}


def kind_of(entity: Entity | Source) -> Kind:
    """
    The kind of a record or source.
    """
    return _OF[type(entity)]
