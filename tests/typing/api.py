"""
The package as a user's editor sees it: mypy checks this file, nothing runs it.
"""

import datetime as dt
from pathlib import Path
from typing import Any, assert_type

import ncrefs
import ncrefs.reading
from ncrefs.catalog import Catalog, Related
from ncrefs.collection import Collection
from ncrefs.dates import Date
from ncrefs.model import (
    Claim,
    DatedStatement,
    Entity,
    Event,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Post,
    Purge,
    Source,
    Succession,
    Term,
)
from ncrefs.vocabulary import Grade, Verdict

assert_type(ncrefs.people, Collection[Person])
assert_type(ncrefs.organizations, Collection[Organization])
assert_type(ncrefs.places, Collection[Place])
assert_type(ncrefs.events, Collection[Event])
assert_type(ncrefs.plots, Collection[Plot])
assert_type(ncrefs.purges, Collection[Purge])
assert_type(ncrefs.successions, Collection[Succession])
assert_type(ncrefs.mechanisms, Collection[Mechanism])
assert_type(ncrefs.terms, Collection[Term])
assert_type(ncrefs.claims, Collection[Claim])
assert_type(ncrefs.sources, Collection[Source])
assert_type(ncrefs.records, Collection[Entity])
assert_type(ncrefs.timeline, Collection[Event])
assert_type(ncrefs.DATA, Path)

jang = ncrefs.people["jang-song-thaek"]
assert_type(jang, Person)
assert_type(jang.posts, tuple[Post, ...])
assert_type(jang.posts[0].start, Date | None)
assert_type(jang.died, tuple[DatedStatement, ...])
assert_type(jang.died[0].value.words, str)
if jang.fate is not None:
    assert_type(jang.fate.grade, Grade)
if jang.korean is not None:
    assert_type(jang.korean.hangul, str)
    assert_type(jang.korean.hanja, str | None)

alleged = ncrefs.plots.between("1990", "1999").graded("alleged")
assert_type(alleged, Collection[Plot])
assert_type(next(iter(alleged)).form.upper(), str)
assert_type(ncrefs.plots.filter(lambda plot: plot.target), Collection[Plot])
assert_type(ncrefs.records.kind("plots", "purges"), Collection[Entity])
assert_type(ncrefs.people.get("nobody"), Person | None)
assert_type(ncrefs.people.get("nobody", jang), Person)
assert_type(ncrefs.people.ids, list[str])
assert_type(ncrefs.claims["c001"].verdict, Verdict)
assert_type(ncrefs.sources.between(Date("1990"), Date("199X")), Collection[Source])

# Whatever takes any records takes those of a kind, as collections cannot be changed.
anything: Collection[Entity | Source] = ncrefs.plots


def count(collection: Collection[Entity]) -> int:
    return len(collection)


count(ncrefs.plots)
count(ncrefs.records.of(Person))
assert_type(ncrefs.people.graded("reported", None), Collection[Person])

assert_type(ncrefs.find("Chang Sŏng-t'aek"), list[Entity])

found = ncrefs.get("korean-peoples-army")
assert_type(found, Entity | Source | None)
if isinstance(found, Organization):
    assert_type(found.seat, str | None)
    assert_type(ncrefs.related(found), list[Related])
elif isinstance(found, Plot):
    assert_type(found.when.earliest < found.when.latest, bool)
elif isinstance(found, Source):
    assert_type(found.authors, tuple[str, ...])

for tie in ncrefs.related(jang):
    assert_type(tie.label, str)
    assert_type(tie.entity, Entity)
    assert_type(tie.reverse, bool)

assert_type(ncrefs.load(), Catalog)
assert_type(list(ncrefs.load()), list[Entity | Source])
assert_type(len(ncrefs.load()), int)
assert_type("kim-il-sung" in ncrefs.load(), bool)
assert_type(ncrefs.load()["a"], Entity | Source)
assert_type(ncrefs.load().get("a"), Entity | Source | None)
assert_type(ncrefs.load().get("a", 0), Entity | Source | int)
elsewhere = ncrefs.load("records")
assert_type(elsewhere, Catalog)
assert_type(elsewhere.people["a"].born, tuple[DatedStatement, ...])
assert_type(elsewhere.mentioned_in("a"), list[Entity])
assert_type(elsewhere.cited_by("a"), list[Entity])

# The classes are there under the package's own name.
assert_type(ncrefs.Date("1956").earliest, dt.date)
assert_type(ncrefs.Grade("reported"), ncrefs.Grade)
person: ncrefs.Person = ncrefs.people["a"]
try:
    ncrefs.records["nobody"]
except ncrefs.UnknownIdError as error:
    assert_type(error, ncrefs.UnknownIdError)

assert_type(ncrefs.get("a", "nothing"), Entity | Source | str)
assert_type(ncrefs.people.get("a", 0), Person | int)
assert_type(ncrefs.measures["a"].points[0].low, float)
documented = ncrefs.purges.between("2009", "2026").where(grade="documented")
assert_type(documented, Collection[Purge])
assert_type(documented.to_dict(), list[dict[str, Any]])
held = ncrefs.posts(organization="a", office="defence minister", on="2012-07-15")
assert_type(held, list[ncrefs.Tenure])
assert_type(held[0].start, Date | None)
assert_type(ncrefs.holders("a", on=Date("2012")), list[ncrefs.Tenure])
(told, *_) = ncrefs.retellings()
assert_type(told, ncrefs.Story)
assert_type(told.roots, tuple[str, ...])
assert_type(told.hangs_on_one(), bool)
assert_type(ncrefs.plain("a", citations=True), str)
