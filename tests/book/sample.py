"""
A small catalog in which every part of a page has something to say, once.
"""

import tempfile
from functools import cache
from pathlib import Path

from ncrefs.catalog import Catalog
from tests.helpers import FILES, Folder

_CITED = "sources: [lee2001]\n---\n"
_OFFICE = "chief of the General Staff"

#: The records of all tests, and what they lack.
SAMPLE = {
    **FILES,
    "sources.bib": FILES["sources.bib"]
    + """
@article{cho1999,
  author = {Cho, Ara and Kim, Bora},
  title = {Guards},
  date = {1999-03},
  journaltitle = {Review},
  volume = {3},
  number = {2},
  pages = {1--9},
  doi = {10.1000/abc},
  note = {Only the abstract was read.},
  tier = {scholarship}
}

@online{anon,
  title = {군대},
  titleaddon = {[The army]},
  publisher = {Bureau},
  url = {https://www.example.org/a},
  langid = {ko},
  tier = {official}
}
""",
    "people/leader.md": f"""\
---
name: Leader
summary: The first leader.
died: {{value: 1956-01-01, grade: documented, sources: [lee2001]}}
posts:
  - {{title: Premier, office: premier, start: 1948-09-09, end: 1955}}
{_CITED}""",
    "people/heir.md": f"""\
---
name: Heir
summary: The second leader.
kin:
  - {{relation: son, to: leader, note: The eldest., sources: [lee2001]}}
  - {{relation: husband, to: lady, note: Married in 1950.}}
{_CITED}""",
    "people/lady.md": f"""\
---
name: Lady
aliases: [6궁, 9th Lady]
korean: {{hangul: 귀부인}}
summary: The heir's wife.
factions: [the-army]
{_CITED}""",
    "successions/change.md": f"""\
---
name: Change
summary: The heir followed.
when: 1956-01-01
predecessor: [leader]
successor: [heir]
grade: documented
{_CITED}""",
    "people/han-sol.md": f"""\
---
name: Han Sol
summary: A chief of staff.
born: [{{value: 1901?, grade: reported, sources: [lee2001]}}, {{value: 1903, where: port-nam}}]
died:
  - {{value: 1957, grade: alleged, note: In a camp., sources: [news2010]}}
  - {{value: 1960~, grade: disputed}}
posts:
  - title: Chief
    office: {_OFFICE}
    of: the-army
    start: 1951
    end: 1953
    grade: documented
    note: By decree.
    sources: [lee2001]
  - {{title: Minister}}
  - {{title: Adviser, of: the-army, start: 1954}}
fate: {{what: executed, when: 1957, grade: alleged, sources: [news2010]}}
accounts:
  - {{on: death, says: He was shot., told_by: [heir], retold_from: [lady], sources: [news2010]}}
  - {{on: death, says: He died in a camp., grade: disputed, sources: [lee2001]}}
  - {{on: birth, says: He was born at sea.}}
identifiers:
  - {{scheme: viaf, value: "77", seen: lee2001}}
  - {{scheme: cow, value: "731", seen: lee2001}}
renamed_from: [han-sul]
{_CITED}""",
    "organizations/the-army.md": f"""\
---
name: The Army
summary: All land forces.
form: armed forces
founded: 1948
dissolved: 1999
holders:
  - {{office: {_OFFICE}, name: Nobody Known, title: Chief of the general staff, start: 1948,
      end: 1950, sources: [lee2001]}}
  - {{office: {_OFFICE}, who: pak-hun, title: Chief of Staff, grade: reported}}
  - {{office: defence minister, who: heir, end: 1955}}
ties:
  - {{relation: monitors, to: first-corps, start: 1950, grade: reported, sources: [lee2001]}}
  - {{relation: commands, to: first-corps, note: On paper.}}
  - {{relation: succeeds, to: old-band}}
  - {{relation: reports-to, to: leader, end: 1956-01-01}}
{_CITED}""",
    "organizations/old-band.md": f"""\
---
name: Old Band
summary: Partisans.
form: faction
{_CITED}""",
    "places/south.md": f"""\
---
name: South
summary: A place far away.
country: CL
province: Bío Bío
coordinates: {{latitude: -36.25, longitude: -73.5}}
{_CITED}""",
    "plots/march.md": f"""\
---
name: March of 1957
summary: A march that was never begun.
form: coup plot
when: 1957-02
actors:
  - {{who: han-sol, role: leader, grade: documented, note: He says so., sources: [news2010]}}
  - {{name: a driver, role: informer, grade: alleged}}
  - {{name: a cook, role: witness}}
mechanisms:
  - {{mechanism: watching, mark: failed, how: Nobody saw it., grade: disputed, sources: [cho1999]}}
  - {{mechanism: guards, how: They stood firm.}}
  - {{mechanism: guards, mark: unproven, how: Nobody came.}}
trigger: Hunger.
plan: To march.
detection: A letter.
outcome: All were caught.
victims:
  - {{low: 10, high: 40, unit: people, what: officers arrested, grade: reported, as_of: 1958,
      note: A list., sources: [lee2001]}}
  - {{low: 1, unit: people, what: executed, grade: alleged}}
  - {{low: 25, unit: per cent, what: of the corps replaced}}
accounts:
  - {{on: date, says: It was in March., told_by: [news2010], sources: [news2010]}}
datasets:
  - {{dataset: open-attempts, says: It is not listed., listed: "no", sources: [lee2001]}}
grade: disputed
{_CITED}""",
    "plots/junta.md": f"""\
---
name: Junta
summary: Generals took power in the south.
form: coup
when: 1973-09-11
country: CL
result: succeeded
features:
  - {{feature: war lost, value: "no", sources: [lee2001]}}
  - {{feature: political officers, value: in part, how: In the navy., sources: [lee2001],
      grade: reported}}
datasets:
  - {{dataset: colpus, says: It is listed., listed: "yes"}}
  - {{dataset: open-attempts, says: It is not listed., listed: "no"}}
grade: documented
{_CITED}""",
    "plots/rising-1980.md": f"""\
---
name: Rising of 1980
summary: Colonels rose.
form: mutiny
when: 1980
country: CL
result: disputed
features:
  - {{feature: war lost, value: "yes", how: It had just ended., sources: [lee2001]}}
datasets:
  - {{dataset: colpus, says: It is a mutiny there.}}
grade: reported
{_CITED}""",
    "datasets/colpus.md": f"""\
---
name: Colpus
summary: A list of coups.
publisher: Rutgers
counts: Coups.
coverage: 1946/2020
north_korea: Nothing.
{_CITED}""",
    "purges/sweep.md": f"""\
---
name: Sweep
summary: Many officers were removed.
when: 1958
pretext: They were called lazy.
actors:
  - {{who: heir, role: accuser, grade: reported}}
victims:
  - {{low: 300, high: 400, unit: people, what: dismissed, grade: reported}}
turnover:
  - {{low: 1500, unit: officers, what: replaced, grade: documented}}
grade: reported
{_CITED}""",
    "mechanisms/guards.md": f"""\
---
name: Guards
summary: A guard outside the army.
category: counterbalancing and fragmentation
framework: Quinlivan describes it.
limits: Guards can rise too.
grade: reported
{_CITED}""",
    "mechanisms/fear.md": f"""\
---
name: Fear
summary: Nobody dares.
category: deterrent punishment
grade: disputed
{_CITED}""",
    "measures/rounds.md": f"""\
---
name: Rounds
summary: How many rounds a man has.
unit: rounds
what: a man
points:
  - {{when: 1960, low: 150, by: a scholar, note: In war., grade: reported, sources: [lee2001]}}
  - {{when: 1950, low: 20, high: 1200}}
{_CITED}""",
    "questions/who-rose.md": f"""\
---
name: Who rose?
summary: Colonels. Nobody else did. That is all.
grade: alleged
theme: attempts
about: [march, han-sol]
renamed_from: [who-rose-there]
{_CITED}He says so.
""",
    "claims/c002.md": f"""\
---
name: A march began
summary: It did not.
number: 2
section: 6
statement: A march began.
verdict: wrong
grade: documented
about: [march]
{_CITED}No source has it.
""",
    "terms/guard.md": f"""\
---
name: Guard
korean: {{hangul: 호위}}
aliases: [guard unit]
summary: Those who guard.
{_CITED}Those near the [leader](#leader).
""",
    "events/letter.md": """\
---
name: Letter
summary: A letter came.
when: ../1949
where: [south]
led_to: [port-strike]
grade: refuted
sources: [anon]
---
It spoke of [Han Sol](#han-sol), [a march](#march) and a {term}`coup`.
""",
}


def sample() -> Catalog:
    """
    The catalog, another for each who asks: nothing that is kept of one is seen by the next.
    """
    read = _read()
    sources = {source.id: source for source in read.sources}
    return Catalog(read.root, read.records, sources, read.origins, read.source_origins)


def sample_but(file: str, old: str, new: str) -> Catalog:
    """
    The catalog with one of its files changed.
    """
    assert old in SAMPLE[file]
    return _load(SAMPLE | {file: SAMPLE[file].replace(old, new)})


@cache
def _read() -> Catalog:
    return _load(SAMPLE)


def _load(files: dict[str, str]) -> Catalog:
    with tempfile.TemporaryDirectory() as folder:
        return Folder(Path(folder) / "records", files).load()
