"""
The classes by which content tells style sheets, print and scripts what a node is.

Content makes them; `site/static`, `print` and `drawings` give them their look. A test
proves that each is made and used.
"""

from ncrefs.vocabulary import Grade, Verdict

# Paragraphs.
LEAD = "nc-lead"  #: a record in a sentence, with its grade
OPENING = "nc-opening"  #: what opens a chapter: the docstring of a class
NAMES = "nc-names"  #: a name in other scripts
ALIASES = "nc-aliases"  #: other spellings
SUMMARY = "nc-summary"  #: a record in a sentence, in a row of a list
STATEMENT = "nc-statement"  #: what the article claims
FINDING = "nc-finding"  #: what the audit found
ABOUT = "nc-about"  #: which records an entry is about, and its sources
CITED_BY = "nc-cited-by"  #: what cites a source or mentions a term
MENTIONS = "nc-mentions"  #: what mentions a record
LETTERS = "nc-letters"  #: ways to the letters of an index
ON_SCREEN = "nc-on-screen"  #: of no use on paper
SOURCE_NAMES = "nc-source-names"  #: on paper, the sources that an entry has not named
DOWNLOADS = "nc-downloads"  #: the book's other forms

# Lists.
CARD = "nc-card"  #: the facts of a record
COURSE = "nc-course"  #: what a record tells point by point
TIES = "nc-ties"  #: relations under their headings
LINES = "nc-lines"  #: on paper, a list set as lines
CLAIMS = "nc-claims"  #: claims or questions about a record
SOURCES = "nc-sources"  #: a record's sources in full
AUDIT = "nc-audit"  #: entries of claims
QUESTIONS = "nc-questions"  #: entries of questions
SPELLINGS = "nc-names-list"  #: the index of names
FIGURES = "nc-figures"  #: how much the book holds
BIBLIOGRAPHY = "nc-bibliography"  #: sources with what cites them

# Tables.
ONE_TABLE = "nc-table"  #: every table made from records
CHAPTER = "nc-chapter"  #: all records of a kind; with it stands `of_kind`
POSTS = "nc-posts"
HOLDERS = "nc-holders"
ACCOUNTS = "nc-accounts"
MECHANISMS = "nc-mechanisms"
FEATURES = "nc-features"
LISTED = "nc-listed"  #: what the lists of coups say
POINTS = "nc-points"  #: the figures of a measure
TIMELINE = "nc-timeline"
TOTALS = "nc-totals"  #: numbers by verdict or tier
MATRIX = "nc-matrix"  #: mechanisms or features by cases
WATCHERS = "nc-watchers"  #: who watches whom
TOLD = "nc-told"  #: who tells a story, and from whom
DISTANCES = "nc-distances"  #: how far places are from the capital

# Inline.
BADGE = "nc-badge"  #: a grade or verdict
CITE = "nc-cite"  #: one cited source
CITES = "nc-cites"  #: the sources of a statement, in brackets
TIER = "nc-tier"  #: what kind of witness a source is
DATE = "nc-date"
MARK = "nc-mark"  #: a sign in a matrix; with it stands `mark_class`
PERMALINK = "nc-permalink"

# Other.
FILTER = "nc-filter"  #: where a script offers choices
DECADES = "nc-decades"  #: ways to the decades of the timeline
FIGURE = "nc-figure"  #: a drawing with its caption
FRAME = "nc-frame"  #: what a drawing scrolls in
DRAWING = "nc-drawing"


def of_kind(plural: str) -> str:
    """
    The class of the table of a kind's records.
    """
    return f"nc-{plural}"


def badge_class(value: Grade | Verdict) -> str:
    """
    The class of one grade or verdict.
    """
    return f"nc-{'grade' if isinstance(value, Grade) else 'verdict'}-{value.value}"


def mark_class(mark: str) -> str:
    """
    The class of one mark in a matrix.
    """
    return f"nc-mark-{mark.replace(' ', '-')}"
