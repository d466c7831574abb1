"""
The words of the records: what each field with a fixed vocabulary may hold.
"""

from enum import StrEnum
from typing import Literal, get_args


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Grade(StrEnum):
    """
    How well a statement is supported; one scale for the whole book.
    """

    DOCUMENTED = "documented"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DISPUTED = "disputed"
    REFUTED = "refuted"

    @property
    def meaning(self) -> str:
        """
        What the grade tells a reader, in one sentence.
        """
        return _GRADE_MEANINGS[self]


_GRADE_MEANINGS = {
    Grade.DOCUMENTED: "Archives, official texts or several independent good sources agree.",
    Grade.REPORTED: "At least one source in a position to know says so, "
    "and nothing serious speaks against it.",
    Grade.ALLEGED: "Said by an interested or untraceable party; not confirmed.",
    Grade.DISPUTED: "Serious sources contradict one another.",
    Grade.REFUTED: "Strong sources show that it is not so.",
}


class Verdict(StrEnum):
    """
    What the audit found of one claim of the article.
    """

    SUPPORTED = "supported"
    IMPRECISE = "imprecise"
    DISPUTED = "disputed"
    UNSUPPORTED = "unsupported"
    WRONG = "wrong"
    OPINION = "opinion"

    @property
    def meaning(self) -> str:
        """
        What the verdict tells a reader, in one sentence.
        """
        return _VERDICT_MEANINGS[self]


_VERDICT_MEANINGS = {
    Verdict.SUPPORTED: "Sources say the same.",
    Verdict.IMPRECISE: "Right in substance, with a detail off.",
    Verdict.DISPUTED: "Sources contradict one another.",
    Verdict.UNSUPPORTED: "Looked for; no source was found.",
    Verdict.WRONG: "Sources contradict it.",
    Verdict.OPINION: "An interpretation, which facts alone cannot settle.",
}

FateKind = Literal[
    "in office",
    "retired",
    "died in office",
    "died of natural causes",
    "dismissed",
    "demoted",
    "rehabilitated",
    "exiled",
    "fled",
    "imprisoned",
    "disappeared",
    "suicide",
    "assassinated",
    "executed",
    "unknown",
]

KinRelation = Literal[
    "father",
    "mother",
    "son",
    "daughter",
    "child",
    "parent",
    "brother",
    "sister",
    "sibling",
    "half-brother",
    "half-sister",
    "half-sibling",
    "husband",
    "wife",
    "spouse",
    "partner",
    "uncle",
    "aunt",
    "uncle or aunt",
    "nephew",
    "niece",
    "nephew or niece",
    "cousin",
    "grandfather",
    "grandmother",
    "grandparent",
    "grandson",
    "granddaughter",
    "grandchild",
    "stepmother",
    "stepchild",
    "in-law",
]

#: Relations of which a remark holds from both ends: "married in 1972".
MARRIAGES = frozenset({"husband", "wife", "spouse", "partner"})
#: What the other person is to the one who declares the tie, seen from the other end.
KIN_INVERSE: dict[str, str] = {
    "father": "child",
    "mother": "child",
    "parent": "child",
    "son": "parent",
    "daughter": "parent",
    "child": "parent",
    "brother": "sibling",
    "sister": "sibling",
    "sibling": "sibling",
    "half-brother": "half-sibling",
    "half-sister": "half-sibling",
    "half-sibling": "half-sibling",
    "husband": "wife",
    "wife": "husband",
    "spouse": "spouse",
    "partner": "partner",
    "uncle": "nephew or niece",
    "aunt": "nephew or niece",
    "uncle or aunt": "nephew or niece",
    "nephew": "uncle or aunt",
    "niece": "uncle or aunt",
    "nephew or niece": "uncle or aunt",
    "cousin": "cousin",
    "grandfather": "grandchild",
    "grandmother": "grandchild",
    "grandparent": "grandchild",
    "grandson": "grandparent",
    "granddaughter": "grandparent",
    "grandchild": "grandparent",
    "stepmother": "stepchild",
    "stepchild": "stepmother",
    "in-law": "in-law",
}

OrganizationForm = Literal[
    "ruling party",
    "party",
    "party organ",
    "state organ",
    "armed forces",
    "army organ",
    "army unit",
    "security organ",
    "guard force",
    "faction",
    "academy",
    "foreign organ",
    "foreign party",
    "foreign army",
    "alliance",
    "state",
    "international organisation",
    "news medium",
    "research body",
    "opposition group",
    "junta",
]

TieRelation = Literal[
    "part-of",
    "reports-to",
    "commands",
    "guides",
    "appoints",
    "monitors",
    "inspects",
    "counterbalances",
    "guards",
    "funds",
    "succeeds",
    "merged-into",
    "split-from",
]

#: Label of a tie, and of the same tie seen from its other end.
TIE_LABELS: dict[str, tuple[str, str]] = {
    "part-of": ("part of", "includes"),
    "reports-to": ("reports to", "receives reports from"),
    "commands": ("commands", "commanded by"),
    "guides": ("gives political guidance to", "guided by"),
    "appoints": ("appoints", "appointed by"),
    "monitors": ("monitors", "monitored by"),
    "inspects": ("inspects", "inspected by"),
    "counterbalances": ("counterbalances", "counterbalanced by"),
    "guards": ("guards", "guarded by"),
    "funds": ("funds", "funded by"),
    "succeeds": ("succeeds", "succeeded by"),
    "merged-into": ("merged into", "absorbed"),
    "split-from": ("split from", "split off"),
}

EventTheme = Literal[
    "state",
    "party",
    "army",
    "law",
    "war",
    "foreign",
    "covert action",
    "nuclear",
    "missile",
    "economy",
    "famine",
    "unrest",
    "killing",
    "defection",
    "information",
    "comparison",
]

QuestionTheme = Literal[
    "attempts", "why none", "causes", "other states", "after the leader", "evidence"
]

#: What the questions of a theme have in common, as one would ask it; in the order of the page.
QUESTION_THEMES: dict[QuestionTheme, str] = {
    "attempts": "Has it been tried?",
    "why none": "Why has there been none?",
    "causes": "What could bring one?",
    "other states": "What can other states do?",
    "after the leader": "What comes after the leader?",
    "evidence": "How would one know?",
}

PlotForm = Literal[
    "vote challenge",
    "coup plot",
    "coup",
    "assassination attempt",
    "mutiny",
    "uprising",
    "fabricated charge",
    "factional challenge",
    "rumour",
]

#: The offices that a coup would need or would have to overcome.
OfficeName = Literal[
    "head of the party",
    "head of state",
    "premier",
    "supreme commander",
    "defence minister",
    "chief of the General Staff",
    "head of the General Political Bureau",
    "head of the Operations Bureau",
    "head of State Security",
    "head of the police",
    "head of Military Security",
    "head of the Guard Command",
    "commander of the capital",
    "head of Organisation and Guidance",
    "first deputy head of Organisation and Guidance",
    "corps commander",
]

#: What is said to keep coups away, or to bring them, in the cases compared.
FeatureName = Literal[
    "party-built army",
    "political officers",
    "military counter-intelligence",
    "guard outside the command",
    "kin in command",
    "hereditary handover",
    "foreign patron or troops",
    "war lost",
    "ruler abroad",
    "nuclear weapons",
]

FeatureValue = Literal["yes", "in part", "no"]

#: What became of an attempt; one that was found out before anybody moved is foiled.
PlotResult = Literal["succeeded", "failed", "foiled", "disputed"]

#: Lists whose names for people, places, states and events the records can be joined to.
IdentifierScheme = Literal[
    "wikidata",
    "geonames",
    "viaf",
    "isni",
    "archigos",
    "britannica",
    "encykorea",
    "kotobank",
    "wilson-center",
    "ourairports",
    "iso3166",
    "iso3166-2",
    "cow",
    "gw",
    "powell-thyne",
    "cline",
    "colpus",
    "csp",
    "icb",
    "ucdp",
]

MechanismMark = Literal["acted", "failed", "unproven"]

MechanismCategory = Literal[
    "elite removal and turnover",
    "party penetration of the army",
    "counterbalancing and fragmentation",
    "control over the means of force",
    "social surveillance and atomisation",
    "deterrent punishment",
    "co-optation and shared stakes",
    "family, legitimacy and ideas",
    "isolation from outside",
    "external shield and rents",
    "founding conditions",
]

Tier = Literal["archive", "official", "scholarship", "journalism", "testimony", "reference", "blog"]

#: What kind of witness each tier is.
TIER_MEANINGS: dict[Tier, str] = {
    "archive": "A document of the time, from an archive.",
    "official": "What a state, party or agency published, with its interest.",
    "scholarship": "Research that says what it rests on.",
    "journalism": "Reports of newspapers and agencies, seldom first hand.",
    "testimony": "Somebody who was there, or says so, in his own words.",
    "reference": "Encyclopaedias and handbooks, which rest on others.",
    "blog": "Private pages and retellings: where a story is found, not why it is believed.",
}

Weight = Literal["strong", "moderate", "weak", "open"]

#: How much an explanation bears, the most first.
WEIGHT_MEANINGS: dict[Weight, str] = {
    "strong": "It predicts something that its rivals do not, and that is found.",
    "moderate": "It fits the case and has support elsewhere, but its rivals would fit as well.",
    "weak": "The dates or the comparison with other states go against it as a main cause.",
    "open": "It cannot be tested with what is known.",
}

#: The most first: the order in which explanations are listed.
WEIGHTS: tuple[str, ...] = get_args(Weight)

#: Best first: the order in which sources are preferred and listed.
TIERS: tuple[str, ...] = get_args(Tier)

#: Kinds of entries in sources.bib, as BibTeX and BibLaTeX name them.
ENTRY_TYPES = _words(
    """
    article audio book bookinbook booklet collection conference dataset electronic image inbook
    incollection inproceedings inreference jurisdiction legislation letter manual mastersthesis
    misc movie mvbook mvcollection mvreference online patent periodical phdthesis proceedings
    reference report software techreport thesis unpublished video www
    """
)

#: Languages by their codes in ISO 639-1, which BCP 47 takes first, and some that have none.
LANGUAGES = _words(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg
    li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or
    os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu cmn fil
    grc mul nan und yue
    """
)

#: The article has no headings; the audit divides it by subject, in its order.
ARTICLE_SECTIONS: dict[int, str] = {
    1: "Opening, what a coup is, and the purges of 2023",
    2: "Earlier purges under Kim Jong Il and Kim Jong Un",
    3: "The August 1956 affair",
    4: "The 1990s: crisis, Hamhung, IAEA, Sinuiju",
    5: "The VI Corps affair and the Frunze officers",
    6: "Why coups fail: the domestic argument",
    7: "Why outsiders do not do it",
    8: "Military deterrence",
    9: "Signs of weakness and succession",
}
