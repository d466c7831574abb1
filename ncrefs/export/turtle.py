"""
The records as RDF in Turtle.

Every field is there under its own name, as `nc:posts` or `nc:grade`; beside it stand
words that others know: schema.org, FOAF, ORG and BIO for what things are, PROV for where
a statement comes from. A nested value (a post, a tie, an account) is a node of its own
with its sources and its grade, so that nothing is said without its evidence. Those other
words know no doubt: they are used only for what is not alleged, disputed or refuted.
"""

from collections.abc import Iterator
from typing import Any

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export.common import LICENCE_URL, TITLE, iso_prefix, notice, uri
from ncrefs.export.fields import Field, fields
from ncrefs.export.turtle_words import PREFIXES, TYPES, known, literal
from ncrefs.kinds import ALL_KINDS
from ncrefs.model import Entity, Source
from ncrefs.serial import to_plain

_EDTF = "<http://id.loc.gov/datatypes/edtf/EDTF>"
#: How a day, month or year is typed, by the number of its letters.
_XSD = {4: "gYear", 7: "gYearMonth", 10: "date"}


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One file.
    """
    lines = [f"# {notice()}"]
    lines += [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    lines += [
        "",
        f"<urn:ncrefs> a schema:Dataset ; schema:name {literal(TITLE)} ;",
        f'  schema:version "{ncrefs.__version__}" ; schema:license <{LICENCE_URL}> .',
    ]
    for kind in ALL_KINDS:
        for entity in getattr(catalog, kind):
            for subject, facts in _nodes(catalog, entity):
                lines += ["", f"<{subject}>"]
                lines += [f"  {p} {o} ;" for p, o in dict.fromkeys(facts)]
                lines[-1] = lines[-1][:-1] + "."
    return {"ncrefs.ttl": ("\n".join(lines) + "\n").encode()}


def _nodes(
    catalog: Catalog, entity: Entity | Source
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """
    A record and all values in it as nodes: what each is called, and what is said of it.
    """
    subject = uri(entity)
    waiting: list[tuple[str, Any, int | None]] = [(subject, entity, None)]
    while waiting:
        node, value, position = waiting.pop(0)
        name = type(value).__name__
        facts = [("a", word) for word in (f"nc:{name}", *TYPES.get(name, ()))]
        if position is not None:
            facts.append(("nc:position", str(position)))
        for field in fields(type(value)):
            held = getattr(value, field.name)
            values = held if field.many else () if held is None else (held,)
            for index, one in enumerate(values):
                if field.cls is not None:
                    place = f"-{index}" if field.many else ""
                    inner = f"{node}{'.' if '#' in node else '#'}{field.name}{place}"
                    facts.append((f"nc:{field.name}", f"<{inner}>"))
                    waiting.append((inner, one, index if field.many else None))
                else:
                    facts += _facts(catalog, field, one)
        facts += known(entity, value, _address(catalog), _iso)
        yield node, facts


def _facts(catalog: Catalog, field: Field, value: Any) -> Iterator[tuple[str, str]]:
    if field.cites or field.records is not None:
        yield f"nc:{field.name}", f"<{_address(catalog)(value)}>"
        if field.cites:
            yield "prov:wasDerivedFrom", f"<{_address(catalog)(value)}>"
    elif isinstance(value, Date):
        yield f"nc:{field.name}", f"{literal(value.edtf)}^^{_EDTF}"
    elif field.type in ("integer", "number"):
        yield (
            f"nc:{field.name}",
            f'"{value}"^^xsd:{"integer" if field.type == "integer" else "double"}',
        )
    else:
        yield f"nc:{field.name}", literal(str(to_plain(value)))


def _address(catalog: Catalog) -> Any:
    def address(id_: str) -> str:
        found = catalog.get(id_)
        return uri(found) if found is not None else f"urn:ncrefs:unknown:{id_}"

    return address


def _iso(date: Date | None) -> str | None:
    """
    A date as XML Schema types it; None where it is open or not even a year is known.
    """
    prefix = iso_prefix(date)
    return f'"{prefix}"^^xsd:{_XSD[len(prefix)]}' if prefix else None
