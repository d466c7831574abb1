"""
Why has North Korea never had a successful military coup?

The package holds the facts of the book of the same name as typed data:

    >>> import ncrefs
    >>> ncrefs.people["jang-song-thaek"].name
    'Jang Song Thaek'

Importing it loads no third-party module and reads no file; the first touch of
data opens the records, and builds those that are asked for.
"""

from __future__ import annotations

from _thread import RLock
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import networkx as nx

    from ncrefs.catalog import Catalog as Catalog
    from ncrefs.catalog import Related as Related
    from ncrefs.collection import Collection as Collection
    from ncrefs.dates import Date as Date
    from ncrefs.model import Account as Account
    from ncrefs.model import Actor as Actor
    from ncrefs.model import Claim as Claim
    from ncrefs.model import Coordinates as Coordinates
    from ncrefs.model import Dataset as Dataset
    from ncrefs.model import DatasetEntry as DatasetEntry
    from ncrefs.model import DatedStatement as DatedStatement
    from ncrefs.model import Entity as Entity
    from ncrefs.model import Estimate as Estimate
    from ncrefs.model import Event as Event
    from ncrefs.model import Explanation as Explanation
    from ncrefs.model import Fate as Fate
    from ncrefs.model import Feature as Feature
    from ncrefs.model import FormerName as FormerName
    from ncrefs.model import Holder as Holder
    from ncrefs.model import Identifier as Identifier
    from ncrefs.model import Kin as Kin
    from ncrefs.model import Korean as Korean
    from ncrefs.model import Measure as Measure
    from ncrefs.model import Mechanism as Mechanism
    from ncrefs.model import MechanismRole as MechanismRole
    from ncrefs.model import Organization as Organization
    from ncrefs.model import Person as Person
    from ncrefs.model import Place as Place
    from ncrefs.model import Plot as Plot
    from ncrefs.model import Point as Point
    from ncrefs.model import Post as Post
    from ncrefs.model import Purge as Purge
    from ncrefs.model import Question as Question
    from ncrefs.model import Source as Source
    from ncrefs.model import Succession as Succession
    from ncrefs.model import Term as Term
    from ncrefs.model import Tie as Tie
    from ncrefs.offices import Tenure as Tenure
    from ncrefs.problems import CatalogError as CatalogError
    from ncrefs.problems import UnknownIdError as UnknownIdError
    from ncrefs.store import Store
    from ncrefs.stories import Story as Story
    from ncrefs.vocabulary import Grade as Grade
    from ncrefs.vocabulary import OfficeName
    from ncrefs.vocabulary import Verdict as Verdict

    #: The folder of the records that come with the package.
    DATA: Path
    people: Collection[Person]
    organizations: Collection[Organization]
    places: Collection[Place]
    events: Collection[Event]
    plots: Collection[Plot]
    purges: Collection[Purge]
    successions: Collection[Succession]
    mechanisms: Collection[Mechanism]
    measures: Collection[Measure]
    datasets: Collection[Dataset]
    explanations: Collection[Explanation]
    questions: Collection[Question]
    terms: Collection[Term]
    claims: Collection[Claim]
    sources: Collection[Source]
    records: Collection[Entity]
    timeline: Collection[Event]

D = TypeVar("D")

__version__ = "0.2.0"

#: The collections of the package's catalog.
_COLLECTIONS = frozenset(
    {
        "claims",
        "datasets",
        "events",
        "explanations",
        "measures",
        "mechanisms",
        "organizations",
        "people",
        "places",
        "plots",
        "purges",
        "questions",
        "records",
        "sources",
        "successions",
        "terms",
        "timeline",
    }
)
#: Where each public class lives.
_CLASSES = {
    "Catalog": "catalog",
    "CatalogError": "problems",
    "Collection": "collection",
    "Date": "dates",
    "Grade": "vocabulary",
    "Related": "catalog",
    "Story": "stories",
    "Tenure": "offices",
    "UnknownIdError": "problems",
    "Verdict": "vocabulary",
    **dict.fromkeys(
        (
            "Account",
            "Actor",
            "Claim",
            "Coordinates",
            "Dataset",
            "DatasetEntry",
            "DatedStatement",
            "Entity",
            "Estimate",
            "Event",
            "Explanation",
            "Fate",
            "Feature",
            "FormerName",
            "Holder",
            "Identifier",
            "Kin",
            "Korean",
            "Measure",
            "Mechanism",
            "MechanismRole",
            "Organization",
            "Person",
            "Place",
            "Plot",
            "Point",
            "Post",
            "Purge",
            "Question",
            "Source",
            "Succession",
            "Term",
            "Tie",
        ),
        "model",
    ),
}
_FUNCTIONS = {"find", "get", "graph", "holders", "load", "plain", "posts", "related", "retellings"}

__all__ = sorted({"DATA", *_COLLECTIONS, *_FUNCTIONS, *_CLASSES})  # noqa: PLE0605  (stand above)

_lock = RLock()
_stores: list[Store] = []
_catalogs: list[Catalog] = []


def load(path: Path | str | None = None) -> Catalog:
    """
    The catalog of a folder of records: of those that come with the package, read once,
    or of *path*.

    That of the package is read from a compiled file and does not know on which line a
    field stands; `ncrefs.load(ncrefs.DATA)` reads its sources, and does.

    Raises:
        CatalogError: With every record that cannot be read.
        TypeError: It is no path.
    """
    if path is None:
        return _packaged()
    from ncrefs.loading import load as read_catalog  # noqa: PLC0415  (import does no work)

    return read_catalog(path)


def _store() -> Store:
    if not _stores:
        with _lock:
            if not _stores:  # another thread may have been first
                from ncrefs.cache import compiled  # noqa: PLC0415

                _stores.append(compiled(_package(), __version__))
    return _stores[0]


def _packaged() -> Catalog:
    if not _catalogs:
        with _lock:
            if not _catalogs:
                from ncrefs.stored import StoredCatalog  # noqa: PLC0415

                _catalogs.append(StoredCatalog(_store(), _package()))
    return _catalogs[0]


def _package() -> str:
    import os  # noqa: PLC0415

    return os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120


@overload
def get(id: str) -> Entity | Source | None: ...
@overload
def get(id: str, default: D) -> Entity | Source | D: ...
def get(id: str, default: Any = None) -> Any:  # noqa: A002  (the field's own name)
    """
    The record or source with the id, or with an id that it bore before, or *default*.

    >>> ncrefs.get("kim-jong-li") is None
    True

    Where an unknown id is a mistake, `ncrefs.load()[id]` raises one that suggests a near id.

    Raises:
        TypeError: The id is no text.
    """
    found = _store().collection("records").get(id)
    return _store().collection("sources").get(id, default) if found is None else found


def find(text: str) -> list[Entity]:
    """
    Records whose name resembles *text*, in any script and spelling, best first.

    >>> ncrefs.find("Chang Sŏng-t'aek")[0].id
    'jang-song-thaek'

    Raises:
        TypeError: It is no text.
    """
    from ncrefs.spellings import find as ids  # noqa: PLC0415  (import does no work)

    store = _store()
    return [store[id_] for id_ in ids(text, store.names)]


def related(entity: Entity) -> list[Related]:
    """
    The ties of a record, from both ends, with what each is called there.

    Raises:
        TypeError: It is no record, but its id or something else.
    """
    return _packaged().related(entity)


def posts(
    *,
    person: str | None = None,
    organization: str | None = None,
    office: OfficeName | None = None,
    on: Date | str | None = None,
) -> list[Tenure]:
    """
    Who held which post when: posts of people and holders of organizations as one list.

    >>> [t.name for t in ncrefs.posts(office="chief of the General Staff", on="2011")]
    ['Ri Yong Ho']

    Args:
        person: Id of the holder.
        organization: Id of the organization of which it is a post.
        office: One of the offices that a coup would need.
        on: A date or period in EDTF; posts that may have been held then. Where a post
            has no dates at all, it is left out.

    Raises:
        TypeError: An argument is no text, and *on* no date either.
        UnknownIdError: There is no such person or organization.
        ValueError: *on* is no date, or there is no such office.
    """
    from ncrefs.offices import posts as all_posts  # noqa: PLC0415  (import does no work)

    return all_posts(_packaged(), person=person, organization=organization, office=office, on=on)


def holders(
    organization: str, *, office: OfficeName | None = None, on: Date | str | None = None
) -> list[Tenure]:
    """
    Who held the posts of an organization, in the order of their dates.

    Raises:
        TypeError: An argument is no text, and *on* no date either.
        UnknownIdError: There is no such organization.
        ValueError: *on* is no date, or there is no such office.
    """
    from ncrefs.arguments import expect  # noqa: PLC0415  (import does no work)

    expect("organization", organization, str)
    return posts(organization=organization, office=office, on=on)


def retellings() -> list[Story]:
    """
    What is told of each point on which a record has accounts, and on whose word it rests.

    >>> hanging = [story for story in ncrefs.retellings() if story.hangs_on_one()]
    >>> hanging[0].roots == hanging[0].chains[0][-1:]
    True
    """
    from ncrefs.stories import stories  # noqa: PLC0415  (import does no work)

    return stories(_packaged())


def graph(what: Iterable[str] = ("ties", "kin")) -> nx.MultiDiGraph[str]:
    """
    Ties, kin and other relations between records as a graph of networkx.

    Args:
        what: Names of the fields that declare the relations: "ties", "kin", "posts", "actors" ...

    Raises:
        ModuleNotFoundError: networkx is not installed.
        TypeError: It is no list of names.
        ValueError: No record has such a relation.
    """
    from ncrefs.frames import graph as build  # noqa: PLC0415  (import does no work)

    return build(_packaged(), what)


def plain(text: str, *, citations: bool = False) -> str:
    """
    A text of a record without its markup.

    >>> ncrefs.plain("Led by [Pak](#pak-hun) {cite}`lee2001`.")
    'Led by Pak.'
    >>> ncrefs.plain("Led by [Pak](#pak-hun) {cite}`lee2001`.", citations=True)
    'Led by Pak [lee2001].'

    Args:
        text: MyST, as the fields of records hold it.
        citations: Whether the keys of its sources stay, in brackets.

    Raises:
        TypeError: The text is none.
    """
    from ncrefs.markup import plain as strip  # noqa: PLC0415  (import does no work)

    return strip(text, citations=citations)


if not TYPE_CHECKING:  # to a type checker it would make any misspelt name an attribute

    def __getattr__(name: str) -> Any:
        if name in _COLLECTIONS:
            return _store().collection(name)
        if name in _CLASSES:
            from importlib import import_module  # noqa: PLC0415

            return getattr(import_module(f"ncrefs.{_CLASSES[name]}"), name)
        if name == "DATA":
            from pathlib import Path  # noqa: PLC0415  (slow to import)

            globals()["DATA"] = Path(__file__).parent / "data"
            return globals()["DATA"]
        raise AttributeError(f"module 'ncrefs' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
