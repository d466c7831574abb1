"""
Words of other vocabularies for what the records hold.
"""

from collections.abc import Callable, Iterator
from typing import Any

from ncrefs.dates import Date
from ncrefs.facts import grade_of
from ncrefs.finding import spellings
from ncrefs.model import (
    Account,
    Coordinates,
    Entity,
    Event,
    Identifier,
    Kin,
    Organization,
    Person,
    Post,
    Source,
    Tie,
)
from ncrefs.vocabulary import Grade

PREFIXES = {
    "nc": "urn:ncrefs:vocabulary:",
    "bio": "http://purl.org/vocab/bio/0.1/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: What a class of the model is in other vocabularies.
TYPES = {
    "Person": ("foaf:Person", "schema:Person"),
    "Organization": ("org:Organization", "schema:Organization"),
    "Place": ("schema:Place",),
    "Event": ("schema:Event",),
    "Plot": ("schema:Event",),
    "Purge": ("schema:Event",),
    "Succession": ("schema:Event",),
    "Term": ("schema:DefinedTerm",),
    "Explanation": ("schema:Claim",),
    "Claim": ("schema:Claim",),
    "Question": ("schema:Question",),
    "Dataset": ("schema:Dataset",),
    "Source": ("schema:CreativeWork", "prov:Entity"),
    "Post": ("org:Membership", "prov:Entity"),
    "Account": ("prov:Entity",),
}
#: Where the identifiers of other lists lead.
SAME_AS = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "viaf": "http://viaf.org/viaf/{}",
    "isni": "https://isni.org/isni/{}",
}
#: What another person is -> the property of schema.org that says so.
KIN = {
    "father": "parent",
    "mother": "parent",
    "parent": "parent",
    "son": "children",
    "daughter": "children",
    "child": "children",
    "brother": "sibling",
    "sister": "sibling",
    "sibling": "sibling",
    "half-brother": "sibling",
    "half-sister": "sibling",
    "half-sibling": "sibling",
    "husband": "spouse",
    "wife": "spouse",
    "spouse": "spouse",
}
_DOUBTED = {Grade.ALLEGED, Grade.DISPUTED, Grade.REFUTED}

Fact = tuple[str, str]


def literal(text: str) -> str:
    """
    A text in quotes.
    """
    for mark, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(mark, escape)
    return f'"{text}"'


def known(
    entity: Entity | Source,
    value: Any,
    address: Callable[[str], str],
    iso: Callable[[Date | None], str | None],
) -> Iterator[Fact]:
    """
    What can be said of a record, or of a value in one, in the words of others.

    Args:
        entity: The record.
        value: The record, or a value in it.
        address: Id -> what the record is called.
        iso: Date -> literal, or None.
    """
    said: list[tuple[str, str | None]] = []
    match value:
        case Source():
            said += [("schema:name", literal(value.title))]
            if value.translation:
                said += [("schema:alternateName", literal(value.translation))]
            said += [("schema:author", literal(author)) for author in value.authors]
            said += [("schema:datePublished", iso(value.date))]
            if value.url:
                said += [("schema:url", f"{literal(value.url)}^^xsd:anyURI")]
        case Entity():
            said += [
                ("rdfs:label", literal(value.name)),
                ("schema:name", literal(value.name)),
                ("schema:description", literal(value.summary)),
            ]
            names = [form for form in spellings(value) if form != value.name]
            said += [("schema:alternateName", literal(form)) for form in names]
            said += _of_record(value, address, iso)
        case Post():
            said += [
                ("org:member", f"<{address(entity.id)}>"),
                ("org:organization", f"<{address(value.of)}>" if value.of else None),
                ("schema:roleName", literal(value.title)),
                ("schema:startDate", iso(value.start)),
                ("schema:endDate", iso(value.end)),
            ]
        case Account():
            said += [("prov:wasAttributedTo", f"<{address(who)}>") for who in value.told_by]
            said += [("prov:hadPrimarySource", f"<{address(who)}>") for who in value.retold_from]
        case Coordinates():
            said += [("geo:lat", f'"{value.latitude}"'), ("geo:long", f'"{value.longitude}"')]
    yield from ((predicate, object_) for predicate, object_ in said if object_ is not None)


def _of_record(
    entity: Entity, address: Callable[[str], str], iso: Callable[[Date | None], str | None]
) -> Iterator[tuple[str, str | None]]:
    yield from _same(entity.identifiers)
    match entity:
        case Person():
            yield from _life(entity, iso)
            for kin in entity.kin:
                yield _kin(kin), f"<{address(kin.to)}>"
        case Organization():
            for tie in entity.ties:
                if _is_part(tie):
                    yield "org:subOrganizationOf", f"<{address(tie.to)}>"
        case Event() if grade_of(entity) not in _DOUBTED:
            yield "schema:startDate", iso(entity.when)
            for place in entity.where:
                yield "schema:location", f"<{address(place)}>"


def _same(identifiers: tuple[Identifier, ...]) -> Iterator[Fact]:
    for identifier in identifiers:
        if identifier.scheme in SAME_AS:
            yield "schema:sameAs", f"<{SAME_AS[identifier.scheme].format(identifier.value)}>"


def _life(
    person: Person, iso: Callable[[Date | None], str | None]
) -> Iterator[tuple[str, str | None]]:
    for word, statements in (("birthDate", person.born), ("deathDate", person.died)):
        for statement in statements[:1]:  # the preferred one
            if statement.grade not in _DOUBTED:
                yield f"schema:{word}", iso(statement.value)


def _kin(kin: Kin) -> str:
    return f"schema:{KIN.get(kin.relation, 'relatedTo')}"


def _is_part(tie: Tie) -> bool:
    return tie.relation == "part-of" and tie.grade not in _DOUBTED
