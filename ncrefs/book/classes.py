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
LABEL = "nc-label"  #: what the table below it is of
LETTERS = "nc-letters"  #: ways to the letters of an index
ON_SCREEN = "nc-on-screen"  #: of no use on paper
SOURCE_NAMES = "nc-source-names"  #: on paper, the sources that an entry has not named
DOWNLOADS = "nc-downloads"  #: the book's other forms

# Lists.
CARD = "nc-card"  #: the facts of a record
COURSE = "nc-course"  #: what a record tells point by point
CHAIN = "nc-chain"  #: how something went, step by step
BOXES = "nc-boxes"  #: two or more things side by side
BOX = "nc-box"  #: one of them, under its heading
GLANCE = "nc-glance"  #: what is certain, reported and claimed
VERSIONS = "nc-versions"  #: points on which sources differ
VERSION = "nc-version"  #: the versions of one point, side by side
ROLES = "nc-roles"  #: what mechanisms did, by what came of it
ROLE = "nc-role"  #: those with one outcome; with it stands `mark_class`
FATES = "nc-fates"  #: what became of somebody, a version each
RANGES = "nc-ranges"  #: figures with their grades
TIES = "nc-ties"  #: relations under their headings
LINES = "nc-lines"  #: on paper, a list set as lines
CLAIMS = "nc-claims"  #: claims or questions about a record
SOURCES = "nc-sources"  #: a record's sources in full
AUDIT = "nc-audit"  #: entries of claims
QUESTIONS = "nc-questions"  #: entries of questions
SPELLINGS = "nc-names-list"  #: the index of names
FIGURES = "nc-figures"  #: how much the book holds
WITNESSES = "nc-witnesses"  #: the kinds of witness
BIBLIOGRAPHY = "nc-bibliography"  #: sources with what cites them

# Tables.
ONE_TABLE = "nc-table"  #: every table made from records
GRADED = "nc-graded"  #: a cell with a grade alone, the first to be read where rows are stacked
CHAPTER = "nc-chapter"  #: all records of a kind; with it stands `of_kind`
POSTS = "nc-posts"
HOLDERS = "nc-holders"
FEATURES = "nc-features"
LISTED = "nc-listed"  #: what the lists of coups say
POINTS = "nc-points"  #: the figures of a measure
TIMELINE = "nc-timeline"
TOTALS = "nc-totals"  #: numbers by verdict or tier
MATRIX = "nc-matrix"  #: mechanisms or features by cases
WATCHERS = "nc-watchers"  #: who watches whom
TELLERS = "nc-tellers"  #: who tells a story, and from whom
DISTANCES = "nc-distances"  #: how far places are from the capital
LABELLED = "nc-labelled"  #: cells each of which says its heading where rows are stacked
DESK = "nc-desk"  #: rows that a script filters, sorts and gives as a file
WEIGHING = "nc-weighing"  #: the rival explanations
CHOICE = "nc-choice"  #: the heading of a column by whose values rows are chosen

# Inline.
BADGE = "nc-badge"  #: a grade or verdict
CITE = "nc-cite"  #: one cited source
CITES = "nc-cites"  #: the sources of a statement, in brackets
TIER = "nc-tier"  #: what kind of witness a source is
NUMBER = "nc-number"  #: a source's number at the foot; with it stands `tier_class`
COUNT = "nc-count"  #: how many records cite a source
DATE = "nc-date"
MARK = "nc-mark"  #: a sign in a matrix; with it stands `mark_class`
PERMALINK = "nc-permalink"
SIGN = "nc-sign"  #: what a mechanism did, as a sign
TOLD = "nc-told"  #: who tells a version

AXIS = "nc-axis"  #: the years and leaders under which bars stand
SPAN = "nc-span"  #: a time as a bar
BAR = "nc-bar"  #: a figure as a bar

# The landing page.
DOORS = "nc-doors"  #: three ways into the book
STRIP = "nc-strip"  #: a mark for each plot
TALLY = "nc-tally"  #: a count and the grade that is counted
ASKED = "nc-asked"  #: questions that readers ask
CHAPTERS = "nc-chapters"  #: chapters with a line each
MINUTES = "nc-minutes"  #: how long one reads

# Other.
FOLD = "nc-fold"  #: what shows when it is asked for
COMPARE = "nc-compare"  #: where a script puts records side by side
NO_SCRIPT = "nc-no-script"  #: what is said where no script runs
FILTER = "nc-filter"  #: where a script offers choices
TOOLS = "nc-tools"  #: where a script puts the tools of the tables below
KEY = "nc-key"  #: what signs mean, where the drawing that says it has no room
DECADES = "nc-decades"  #: ways to the decades of the timeline
FIGURE = "nc-figure"  #: a drawing with its caption
FRAME = "nc-frame"  #: what a drawing scrolls in
DRAWING = "nc-drawing"
TALL = "nc-tall"  #: a drawing that is higher than a printed page
NARROW = "nc-narrow"  #: a drawing for phones, before the one whose place it takes there


#: What the classes of badges begin with, by their scale.
_BADGES: dict[type, str] = {Grade: "nc-grade-", Verdict: "nc-verdict-"}


def of_kind(plural: str) -> str:
    """
    The class of the table of a kind's records.
    """
    return f"nc-{plural}"


def badge_class(value: Grade | Verdict) -> str:
    """
    The class of one grade or verdict.
    """
    return _BADGES[type(value)] + value.value


def is_badge(name: str) -> bool:
    """
    Whether a class is that of some grade or verdict.
    """
    return name.startswith(tuple(_BADGES.values()))


def mark_class(mark: str) -> str:
    """
    The class of one mark in a matrix.
    """
    return f"nc-mark-{mark.replace(' ', '-')}"


def lane_class(lane: str) -> str:
    """
    The class of a row by the lane of the drawing in which its record stands.
    """
    return f"nc-lane-{lane}"


def tier_class(tier: str) -> str:
    """
    The class of one kind of witness.
    """
    return f"nc-tier-{tier}"
