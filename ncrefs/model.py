"""
The dataclasses of ncrefs: what a record of each kind holds.

Every class docstring below opens a chapter of the book, so it is written for
somebody who has never seen Python. Field comments say form, unit and
vocabulary. The module knows nothing of files.

Record ids are lower-case ASCII words joined by hyphens; an id is unique over
all kinds and never changes. Fields that hold such an id are marked with
`ref(...)`, which also carries the label of each direction, so that reverse
links need no code of their own. Fields that hold MyST text (links, citations)
are marked with `prose()`.
"""

from dataclasses import field
from typing import Any

from ncrefs.dates import Date
from ncrefs.frozen import dataclass
from ncrefs.vocabulary import (
    EventTheme,
    FateKind,
    FeatureName,
    FeatureValue,
    Grade,
    IdentifierScheme,
    KinRelation,
    MechanismCategory,
    MechanismMark,
    OfficeName,
    OrganizationForm,
    PlotForm,
    PlotResult,
    QuestionTheme,
    Tier,
    TieRelation,
    Verdict,
    Weight,
)

#: Keys of a field's metadata: it holds record ids; keys of sources; MyST; and the headings
#: of the relation that it declares, on the declaring record's page and on the other's.
RECORDS, CITES, PROSE, LABEL, REVERSE = "records", "cites", "prose", "label", "reverse"
#: Kinds of those who can tell a story.
TELLERS = ("people", "organizations", "sources")


def prose(**kwargs: Any) -> Any:
    """
    A field that holds one paragraph of MyST.
    """
    return field(metadata={PROSE: True}, **kwargs)


def ref(*kinds: str, label: str = "", reverse: str = "", **kwargs: Any) -> Any:
    """
    A field that holds a record id, or a tuple of them.

    Args:
        kinds: Plural names of the kinds the id may belong to; none means any.
        label: Heading of the relation on the declaring record's page.
        reverse: Heading of the relation on the other record's page.
        **kwargs: The field's default.
    """
    return field(metadata={RECORDS: kinds, LABEL: label, REVERSE: reverse}, **kwargs)


def rel(label: str, reverse: str, **kwargs: Any) -> Any:
    """
    A field of nested values that each hold record ids, with both labels.
    """
    return field(metadata={LABEL: label, REVERSE: reverse}, **kwargs)


def cites() -> Any:
    """
    A field that holds keys of sources.
    """
    return field(default=(), metadata={CITES: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Korean:
    """
    A name in Hangul, with hanja and romanizations where they are known.
    """

    hangul: str
    hanja: str | None = None
    rr: str | None = None  #: Revised Romanization of Korean (2000)
    mr: str | None = None  #: McCune-Reischauer


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """
    One version of a point on which sources differ.
    """

    on: str  #: the point in question: "date", "who gave it away", ...
    says: str = prose()
    #: Who tells it in these sources: ids of people or organizations, or the key of a source.
    told_by: tuple[str, ...] = ref(*TELLERS, default=())
    #: From whom the tellers have it; a teller without is a witness or the first to tell it.
    retold_from: tuple[str, ...] = ref(*TELLERS, default=())
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """
    What another list calls the same thing, so that records can be joined to it.
    """

    scheme: IdentifierScheme
    value: str
    seen: str  #: where the two were seen together: an address, or the key of a source


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedStatement:
    """
    A date with its own evidence: the first of several is the preferred one.
    """

    value: Date
    where: str | None = ref("places", default=None)
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """
    A figure with who counted it: never a bare number where sources differ.
    """

    low: float
    high: float | None = None
    unit: str  #: what is counted: "people", "per cent", "warheads"
    what: str  #: what happened to them: "executed", "of the Politburo replaced"
    as_of: Date | None = None
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """
    An office, held from a day to a day.
    """

    title: str
    office: OfficeName | None = None  #: if it is one of the offices that a coup would need
    of: str | None = ref("organizations", default=None)
    start: Date | None = None
    end: Date | None = None  #: absent: still held, or unknown
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """
    A family tie: `relation` is what the person `to` is to the declaring one.

    `inverse` is what the declaring one is to the person `to`: "daughter", where the
    relation alone would only say "child".
    """

    relation: KinRelation
    to: str = ref("people")
    inverse: KinRelation | None = None
    sources: tuple[str, ...] = cites()
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """
    How a career or life ended, with the grade of exactly that.
    """

    what: FateKind
    grade: Grade
    when: Date | None = None
    sources: tuple[str, ...] = cites()
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """
    A name an organization bore before.
    """

    name: str
    korean: Korean | None = None
    start: Date | None = None
    end: Date | None = None
    sources: tuple[str, ...] = cites()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """
    Somebody who held an office of an organization: `who` has a record, `name` has none.

    What a person's own record says in `posts` need not be said again here: posts and
    holders of an office are one list.
    """

    office: OfficeName
    who: str | None = ref("people", default=None)
    name: str | None = None
    title: str | None = None  #: what the office was called at the time, if not as today
    start: Date | None = None
    end: Date | None = None  #: absent: still held, or unknown
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """
    A directed tie of an organization: who stands where, who watches whom.
    """

    relation: TieRelation
    to: str = ref("organizations", "people")
    start: Date | None = None
    end: Date | None = None
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates:
    """
    A point in WGS 84, decimal degrees.
    """

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """
    Somebody's part in an event: `who` has a record, `name` has none.
    """

    role: str
    who: str | None = ref("people", "organizations", default=None)
    name: str | None = None
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismRole:
    """
    What one mechanism did in one episode: a cell of the matrix.
    """

    mechanism: str = ref("mechanisms")
    how: str = prose()
    mark: MechanismMark = "acted"
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetEntry:
    """
    What a published list of coups says of an episode.
    """

    dataset: str = ref("datasets")
    listed: FeatureValue | None = None  #: "in part": in another class or under another date
    says: str = prose()
    sources: tuple[str, ...] = cites()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """
    Whether a state had something that is said to keep coups away: a cell of the comparison.
    """

    feature: FeatureName
    value: FeatureValue
    how: str | None = prose(default=None)
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """
    One figure of a measure: for when, how much, and who counted.
    """

    when: Date
    low: float
    high: float | None = None
    by: str | None = None  #: who counted or estimated; points of one counter make a line
    sources: tuple[str, ...] = cites()
    grade: Grade | None = None
    note: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """
    What every record has: a permanent id, a name, one sentence, sources.
    """

    id: str
    name: str
    korean: Korean | None = None
    aliases: tuple[str, ...] = ()  #: other spellings and names, in any script
    #: What was written by mistake for its name: it leads here and is never shown as a name.
    misprints: tuple[str, ...] = ()
    summary: str  #: one sentence, plain text, no markup
    text: str = prose(default="")  #: the body, MyST
    #: Versions, where sources differ, each with who told it.
    accounts: tuple[Account, ...] = rel("Told by", "Tells", default=())
    sources: tuple[str, ...] = cites()
    identifiers: tuple[Identifier, ...] = ()
    #: The day somebody last compared the record with its sources, as far as these were open.
    checked: Date | None = None
    renamed_from: tuple[str, ...] = ()  #: ids that the record bore before; they still lead to it

    def __repr__(self) -> str:
        """
        Show the kind, id and name.
        """
        return f"<{type(self).__name__} {self.id}: {self.name}>"

    def _repr_html_(self) -> str:
        """
        The main facts as a table, for notebooks.
        """
        from ncrefs.notebook import entity_html  # noqa: PLC0415  (only in notebooks)

        return entity_html(self)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Person(Entity):
    """
    The people who ruled North Korea, served its rulers, challenged them, or
    fell to them, and the foreigners who had a say. A person's page gives the
    name in every script, the posts held and when, family and faction, and what
    became of the person. Removal from office, death and the manner of death
    are different facts, and each has a grade of its own: a man who vanished
    from the photographs was not necessarily shot.
    """

    born: tuple[DatedStatement, ...] = rel("Born", "Born here", default=())
    died: tuple[DatedStatement, ...] = rel("Died", "Died here", default=())
    posts: tuple[Post, ...] = rel("Posts", "Office holders", default=())
    kin: tuple[Kin, ...] = rel("Family", "Family", default=())
    factions: tuple[str, ...] = ref("organizations", label="Faction", reverse="Members", default=())
    fate: Fate | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Organization(Entity):
    """
    The bodies that hold power, guns or files: the party and its departments,
    the state, the army and its units, the security services, the factions of
    the founding years, and foreign bodies and states that matter to the question.
    Most of them exist to be watched by another. The ties on each page say who
    commands whom, who reports to whom, and who watches whom, with dates and
    grades; the holders say who was at the head, and when.
    """

    form: OrganizationForm
    founded: tuple[DatedStatement, ...] = rel("Founded", "Founded here", default=())
    dissolved: tuple[DatedStatement, ...] = rel("Dissolved", "Dissolved here", default=())
    former_names: tuple[FormerName, ...] = ()
    seat: str | None = ref("places", label="Seat", reverse="Seat of", default=None)
    holders: tuple[Holder, ...] = rel("Holders of its offices", "Offices held", default=())
    ties: tuple[Tie, ...] = rel("Ties", "Ties", default=())


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Place(Entity):
    """
    Where it happened: the cities, squares, garrisons and embassies named in
    the accounts. Distance is an argument in this book: a corps in the far
    north-east is a long march from the capital, and a parade square puts
    armour within range of the leader.
    """

    country: str  #: ISO 3166-1 alpha-2, capitals
    province: str | None = None
    coordinates: Coordinates | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Event(Entity):
    """
    What happened, when, and how well it is known: wars, laws, party meetings,
    tests, killings, foreign events. Plots, purges and successions are events
    of their own kinds and have their own chapters; all of them meet in the
    timeline. Dates say how exact they are: "c. 1995" is not "1995".
    """

    when: Date
    theme: EventTheme | None = None
    where: tuple[str, ...] = ref("places", label="Place", reverse="What happened here", default=())
    actors: tuple[Actor, ...] = rel("Who took part", "Part in events", default=())
    part_of: tuple[str, ...] = ref(
        "events",
        "plots",
        "purges",
        "successions",
        label="Part of",
        reverse="Includes",
        default=(),
    )
    led_to: tuple[str, ...] = ref(
        "events",
        "plots",
        "purges",
        "successions",
        label="Led to",
        reverse="Came out of",
        default=(),
    )
    mechanisms: tuple[MechanismRole, ...] = rel("Mechanisms at work", "Seen in", default=())
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Plot(Event):
    """
    Every episode in which somebody is said to have tried to remove a Kim, from
    a vote in the party's Central Committee to a corps said to have planned a march
    on the capital, and cases in other countries for comparison, which are counted
    and listed apart. A plot is not an attempt, and an attempt is not a coup: the
    standard research definition counts only open attempts, and by that count North
    Korea has none. The grade on a page speaks of the plot itself; that people were
    punished for it can be certain where the plot is not.
    """

    form: PlotForm
    target: tuple[str, ...] = ref(
        "people", "organizations", label="Target", reverse="Target of", default=()
    )
    trigger: str | None = prose(default=None)
    plan: str | None = prose(default=None)
    detection: str | None = prose(default=None)
    outcome: str | None = prose(default=None)
    victims: tuple[Estimate, ...] = ()
    datasets: tuple[DatasetEntry, ...] = rel("In the lists of coups", "Looked up in it", default=())
    country: str | None = None  #: ISO 3166-1 alpha-2, of a case elsewhere; absent for North Korea
    result: PlotResult | None = None  #: of a case elsewhere
    features: tuple[Feature, ...] = ()  #: of the state in which a case elsewhere took place


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Purge(Event):
    """
    Removals of people or groups from power by those above them: expulsions,
    trials, executions, quiet retirements. A purge does not prove a plot. Some
    purges answered a challenge, some came before one, and some served to name
    a culprit for a failure. Each page says who ordered it, under what pretext,
    whom it struck, and who counted.
    """

    ordered_by: tuple[str, ...] = ref(
        "people", "organizations", label="Ordered by", reverse="Ordered", default=()
    )
    victims: tuple[Estimate, ...] = ()
    turnover: tuple[Estimate, ...] = ()
    pretext: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Succession(Event):
    """
    How power passed, or is being prepared to pass, from one Kim to the next.
    Handovers are the moments at which one-man regimes are most exposed; North
    Korea has had two, and both held.
    """

    predecessor: tuple[str, ...] = ref(
        "people", label="Predecessor", reverse="Handed over in", default=()
    )
    successor: tuple[str, ...] = ref(
        "people", label="Successor", reverse="Took over in", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Mechanism(Entity):
    """
    The means by which the regime prevents a coup or survives one: political
    officers, rival security services, guard rings, purges, privileges, family,
    isolation, a shield from outside. Each page says how the mechanism is meant
    to work, what is known of it, where it was seen to act or to fail, and what
    limits it. That no coup happened does not show which mechanism worked.
    """

    category: MechanismCategory
    grade: Grade
    framework: str | None = prose(default=None)  #: whose theory describes it
    limits: str | None = prose(default=None)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Measure(Entity):
    """
    Figures over time: soldiers, warheads, executions, arrivals in the South. Hardly
    one of them is published by the state itself, so each point says who counted and
    how well it is supported, and counts of the same thing by different hands stand
    side by side.
    """

    unit: str  #: what is counted: "people", "warheads", "per cent"
    what: str  #: what the figure says of them: "under arms", "assembled"
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dataset(Entity):
    """
    The lists of coups and the indices that scholars count with: who makes them, what
    they count as a coup, which years and states they cover, and what they hold for
    North Korea. That a list has no entry says that its makers found no open attempt
    in their sources, and not that nothing was planned.
    """

    publisher: str
    counts: str = prose()  #: what the list counts, in the words of its rules
    coverage: Date  #: first and last year that it covers
    version: str | None = None  #: the version that was read
    licence: str | None = None
    north_korea: str = prose()  #: what it holds for North Korea


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Explanation(Entity):
    """
    The rival accounts of why there was no coup. Each is asked the same: what one
    should see if it were right, what is seen, what speaks against it, and how much
    it bears. The weight is a judgement of this book and concerns a coup by officers.
    """

    predicts: str = prose()  #: what one should see if it were right
    observed: str = prose()  #: what is seen
    against: str = prose()  #: what speaks against it
    weight: Weight
    mechanisms: tuple[str, ...] = ref(
        "mechanisms", label="Means", reverse="Explanations", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Question(Entity):
    """
    What readers ask, and the shortest honest answer to it. The grade is that of the
    answer: it says how well what the answer rests on is known. Each answer leads on
    to the records that say more.
    """

    grade: Grade  #: of the answer
    theme: QuestionTheme | None = None
    about: tuple[str, ...] = ref(label="About", reverse="Questions", default=())


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Term(Entity):
    """
    The words of the subject: from political science, from North Korean usage,
    and from the criticism of sources.
    """


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Claim(Entity):
    """
    Every statement of one unsourced article was taken out, restated in other
    words, looked up and judged. The verdict is about the statement as the
    article makes it; the grade is about the evidence for the fact behind it;
    the correction says what can be said instead.
    """

    number: int  #: from 1, in the article's order
    section: int  #: a key of ARTICLE_SECTIONS
    statement: str  #: the article's claim, restated in other words
    verdict: Verdict
    grade: Grade | None = None  #: absent where no fact is at stake
    about: tuple[str, ...] = ref(label="About", reverse="What the article claims", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """
    Every work that a record cites, once, with what cites it. The tier says
    what kind of witness it is, from an archive's document down to a blog;
    encyclopaedias stand here only beside better sources or where nothing else
    was found. A note says so where only a part or a copy could be read.
    """

    id: str
    type: str  #: BibTeX entry type
    title: str
    translation: str | None = None  #: the title in English, of a work in another language
    authors: tuple[str, ...] = ()
    date: Date | None = None
    container: str | None = None  #: journal, book, newspaper, or publisher
    publisher: str | None = None
    volume: str | None = None
    number: str | None = None
    pages: str | None = None
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    language: str | None = None  #: BCP 47 tag, absent for English
    note: str | None = None
    tier: Tier

    @property
    def full_title(self) -> str:
        """
        The title, with its meaning in English in brackets where it is in another language.
        """
        return f"{self.title} [{self.translation}]" if self.translation else self.title

    def __repr__(self) -> str:
        """
        Show the key and title.
        """
        return f"<Source {self.id}: {self.full_title}>"

    def _repr_html_(self) -> str:
        """
        The main facts as a table, for notebooks.
        """
        from ncrefs.notebook import entity_html  # noqa: PLC0415  (only in notebooks)

        return entity_html(self)
