"""
A small catalog that keeps all rules, for a test to break in one place.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ncrefs.catalog import Catalog
from ncrefs.check import check
from ncrefs.dates import Date
from ncrefs.loading import load
from ncrefs.model import DatedStatement, Entity, Person
from ncrefs.problems import Problem

#: A valid record of each kind, and the sources they cite.
FILES = {
    "sources.bib": """\
@book{lee2001,
  author = {Lee, Mina},
  title = {Armies and Parties},
  date = {2001},
  publisher = {Hanul},
  tier = {scholarship}
}

@online{news2010,
  title = {A General Dies},
  date = {2010-05},
  url = {https://example.org/general},
  tier = {journalism}
}
""",
    "people/pak-hun.md": """\
---
name: Pak Hun
korean: {hangul: 박훈, hanja: 朴勳, rr: Bak Hun, mr: Pak Hun}
aliases: [Park Hoon]
summary: A general who led the First Corps.
born: 1900
died: {value: 1970-05-01, where: port-nam, grade: documented}
posts:
  - title: Commander
    of: first-corps
    start: 1950
    end: 1956~
kin:
  - {relation: father, to: pak-jin}
fate: {what: retired, grade: reported, note: "Said to have asked for it {cite}`news2010`."}
sources: [lee2001]
identifiers: {scheme: wikidata, value: Q42, seen: lee2001}
---
He led the [First Corps](#first-corps).

Friends called him *the owl*
{cite}`news2010,lee2001`; a {term}`coup` was not
in his nature.
""",
    "people/pak-jin.md": """\
---
name: Pak Jin
summary: The father of Pak Hun.
sources: [lee2001]
---
""",
    "organizations/first-corps.md": """\
---
name: First Corps
summary: A corps on the coast.
form: army unit
founded: 1948
former_names:
  - {name: Coast Guard Corps, start: 1948, end: 1949}
seat: port-nam
ties:
  - {relation: part-of, to: the-army, start: 1948, end: 1990}
sources: [lee2001]
---
""",
    "organizations/the-army.md": """\
---
name: The Army
summary: All land forces.
form: armed forces
sources: [lee2001]
---
""",
    "places/port-nam.md": """\
---
name: Port Nam
summary: A harbour in the north-east.
country: KP
coordinates: {latitude: 41.5, longitude: 129.75}
sources: [lee2001]
---
""",
    "plots/corps-plot.md": """\
---
name: Corps plot
summary: Officers of the First Corps are said to have planned a march.
form: coup plot
when: 1955~
where: port-nam
actors:
  - {who: first-corps, role: accused}
  - {name: a driver, role: witness}
mechanisms:
  - {mechanism: watching, how: An informer wrote to the party.}
target: [the-army]
plan: A march on the capital.
victims:
  - {low: 10, high: 12, unit: people, what: arrested}
led_to: [corps-purge]
grade: alleged
sources: [news2010]
---
""",
    "purges/corps-purge.md": """\
---
name: Corps purge
summary: The officers of the First Corps were replaced.
when: 1956-01/1956-03
ordered_by: [the-army]
grade: documented
sources: [lee2001]
---
""",
    "successions/handover.md": """\
---
name: Handover
summary: A son took over from his father.
when: 1948-09-09/..
predecessor: [pak-jin]
successor: [pak-hun]
grade: reported
sources: [lee2001]
---
""",
    "events/port-strike.md": """\
---
name: Port strike
summary: Dockers struck for two days.
when: 1953-03-01/1953-03-02
theme: unrest
grade: reported
sources: [news2010]
---
It led to the [purge](#corps-purge "a purge").
""",
    "mechanisms/watching.md": """\
---
name: Watching
summary: Officers are watched by informers.
category: social surveillance and atomisation
grade: documented
sources: [lee2001]
---
""",
    "measures/soldiers.md": """\
---
name: Soldiers
summary: How many stand under arms.
unit: people
what: under arms
points:
  - {when: 1953, low: 100, high: 120, by: a ministry, sources: [lee2001]}
  - {when: 1960, low: 150, by: a scholar, sources: [lee2001]}
sources: [lee2001]
---
""",
    "datasets/open-attempts.md": """\
---
name: Open attempts
summary: A list of open attempts.
publisher: Hanul
counts: Open attempts by insiders.
coverage: 1950/2010
north_korea: Nothing.
sources: [lee2001]
---
""",
    "explanations/it-was-watched.md": """\
---
name: It was watched
summary: An officer of another line stood beside each commander.
predicts: Plots are betrayed early.
observed: One was {cite}`lee2001`.
against: The watchers may plot too.
weight: moderate
mechanisms: [watching]
sources: [lee2001]
---
""",
    "questions/was-there-a-coup.md": """\
---
name: Was there a coup?
summary: No open attempt is known.
grade: reported
about: [corps-plot]
sources: [lee2001]
---
""",
    "terms/coup.md": """\
---
name: Coup
aliases: [coup d'état]
summary: An open attempt to seize power.
sources: [lee2001]
---
An open attempt by insiders to unseat the ruler.
""",
    "claims/c001.md": """\
---
name: The corps rose
summary: The article says that the First Corps rose in 1955.
number: 1
section: 5
statement: The First Corps rose in 1955.
verdict: unsupported
about: [first-corps, corps-plot]
sources: [lee2001]
---
""",
}


class Found(NamedTuple):
    """
    A problem as tests compare it: its path is relative to the catalog.
    """

    path: str
    line: int
    field: str
    message: str


class Folder:
    """
    A folder of records on disk.
    """

    def __init__(self, root: Path, files: dict[str, str] | None = None) -> None:
        self.root = root
        for path, text in (FILES if files is None else files).items():
            self.write(path, text)

    def __truediv__(self, path: str) -> Path:
        return self.root / path

    def write(self, path: str, text: str | bytes) -> None:
        """
        Write a file, as it is: no line end is changed.
        """
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def replace(self, path: str, old: str, new: str) -> None:
        """
        Change the one place of a file where *old* stands.
        """
        text = (self.root / path).read_bytes().decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def load(self) -> Catalog:
        return load(self.root)

    def check(self) -> list[Found]:
        return list(self.found(check(self.root)[1]))

    def found(self, problems: list[Problem]) -> Iterator[Found]:
        for problem in problems:
            path = problem.path.relative_to(self.root).as_posix()
            yield Found(path, problem.line, problem.field, problem.message)


def person(id: str, name: str, *aliases: str, born: str = "", died: str = "") -> Person:  # noqa: A002
    return Person(
        id=id,
        name=name,
        summary=f"{name}.",
        aliases=aliases,
        born=(DatedStatement(value=Date(born)),) if born else (),
        died=(DatedStatement(value=Date(died)),) if died else (),
    )


def catalog_of(*entities: Entity) -> Catalog:
    return Catalog(Path(), entities, {}, {}, {})
