"""
Chapters and figures.
"""

from ncrefs.book.content import lists
from ncrefs.kinds import KINDS
from tests.book.sample import sample, sample_but
from tests.book.shown import shown


def test_a_chapter_of_explanations() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.explanations",
        "  | Explanation | Weight |",
        (
            "  | [itwaswatched] [it-was-watched “”] / p.summary: An officer of another line stood "
            "beside each commander. | [1] moderate |"
        ),
    ] == shown(lists.chapter(KINDS["explanations"], sample())[1:])


def test_a_chapter_of_people() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.people",
        "  | Person | Life | Fate |",
        (
            "  | [hansol] [han-sol “”] / p.summary: A chief of staff. | [1901-01-01/1957-12-31] "
            "1901?–1957? | executed, 1957 <alleged> |"
        ),
        "  | [heir] [heir “”] / p.summary: The second leader. |  |  |",
        "  | [lady] [lady “”] {.language-ko 귀부인} / p.summary: The heir's wife. |  |  |",
        (
            "  | [leader] [leader “”] / p.summary: The first leader. | [1956-01-01/1956-01-01] "
            "–1956 |  |"
        ),
        (
            "  | [pakhun] [pak-hun “”] {.language-ko 박훈} / p.summary: A general who led "
            "the First Corps. | [1900-01-01/1970-05-01] 1900–1970 | retired <reported> |"
        ),
        "  | [pakjin] [pak-jin “”] / p.summary: The father of Pak Hun. |  |  |",
    ] == shown(lists.chapter(KINDS["people"], sample())[1:])


def test_a_chapter_of_organizations() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.organizations",
        "  | Organization | Form | Years |",
        (
            "  | [firstcorps] [first-corps “”] / p.summary: A corps on the coast. | army unit | "
            "[1948-01-01/9999-12-31] 1948– |"
        ),
        "  | [oldband] [old-band “”] / p.summary: Partisans. | faction |  |",
        (
            "  | [thearmy] [the-army “”] / p.summary: All land forces. | armed forces | "
            "[1948-01-01/1999-12-31] 1948–1999 |"
        ),
    ] == shown(lists.chapter(KINDS["organizations"], sample())[1:])


def test_a_chapter_of_places() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.places",
        "  | Place | Country | Province |",
        "  | [portnam] [port-nam “”] / p.summary: A harbour in the north-east. | North Korea |  |",
        "  | [south] [south “”] / p.summary: A place far away. | Chile | Bío Bío |",
    ] == shown(lists.chapter(KINDS["places"], sample())[1:])


def test_a_chapter_of_plots() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.plots",
        "  | Plot | Date | Form | Grade |",
        (
            "  | [corpsplot] [corps-plot “”] / p.summary: Officers of the First Corps are said to "
            "have planned a march. / p.summary: Stopped by: [watching “”] | "
            "[1955-01-01/1955-12-31] {.date c. 1955} | coup plot | [2] <alleged>.graded |"
        ),
        (
            "  | [marchof1957] [march “”] / p.summary: A march that was never begun. / p.summary: "
            "Stopped by: [guards “”] | [1957-02-01/1957-02-28] {.date February 1957} | coup plot | "
            "[3] <disputed>.graded |"
        ),
        "section#elsewhere In other countries, for comparison",
        "  table.chapter.desk.plots",
        "    | Plot | Date | Form | Grade |",
        (
            "    | [junta] [junta “”] / p.summary: Generals took power in the south. | "
            "[1973-09-11/1973-09-11] {.date 11 September 1973} | coup, Chile | [0] "
            "<documented>.graded |"
        ),
        (
            "    | [risingof1980] [rising-1980 “”] / p.summary: Colonels rose. | "
            "[1980-01-01/1980-12-31] {.date 1980} | mutiny, Chile | [1] <reported>.graded |"
        ),
    ] == shown(lists.chapter(KINDS["plots"], sample())[1:])


def test_a_chapter_of_purges() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.purges",
        "  | Purge | Date | Grade | Victims |",
        (
            "  | [corpspurge] [corps-purge “”] / p.summary: The officers of the First Corps were "
            "replaced. | [1956-01-01/1956-03-31] {.date January–March 1956} | [0] "
            "<documented>.graded |  |"
        ),
        (
            "  | [sweep] [sweep “”] / p.summary: Many officers were removed. | "
            "[1958-01-01/1958-12-31] {.date 1958} | [1] <reported>.graded | [400.0] 300–400 people "
            "dismissed <reported> |"
        ),
    ] == shown(lists.chapter(KINDS["purges"], sample())[1:])


def test_a_chapter_of_successions() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.successions",
        "  | Succession | Date | Grade |",
        (
            "  | [handover] [handover “”] / p.summary: A son took over from his father. | "
            "[1948-09-09/9999-12-31] {.date from 9 September 1948} | [1] <reported>.graded |"
        ),
        (
            "  | [change] [change “”] / p.summary: The heir followed. | [1956-01-01/1956-01-01] "
            "{.date 1 January 1956} | [0] <documented>.graded |"
        ),
    ] == shown(lists.chapter(KINDS["successions"], sample())[1:])


def test_a_chapter_of_events() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.events",
        "  | Event | Date | Theme | Grade |",
        (
            "  | [letter] [letter “”] / p.summary: A letter came. | [0001-01-01/1949-12-31] {.date "
            "until 1949} |  | [4] <refuted>.graded |"
        ),
        (
            "  | [portstrike] [port-strike “”] / p.summary: Dockers struck for two days. | "
            "[1953-03-01/1953-03-02] {.date 1–2 March 1953} | unrest | [1] <reported>.graded |"
        ),
    ] == shown(lists.chapter(KINDS["events"], sample())[1:])


def test_a_chapter_of_mechanisms() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "section#counterbalancing-and-fragmentation Counterbalancing and fragmentation",
        "  table.chapter.desk.mechanisms",
        "    | Mechanism | Grade | Episodes |",
        (
            "    | [guards] [guards “”] / p.summary: A guard outside the army. | [1] "
            "<reported>.graded | 2 |"
        ),
        "section#social-surveillance-and-atomisation Social surveillance and atomisation",
        "  table.chapter.desk.mechanisms",
        "    | Mechanism | Grade | Episodes |",
        (
            "    | [watching] [watching “”] / p.summary: Officers are watched by informers. | [0] "
            "<documented>.graded | 3 |"
        ),
        "section#deterrent-punishment Deterrent punishment",
        "  table.chapter.desk.mechanisms",
        "    | Mechanism | Grade | Episodes |",
        "    | [fear] [fear “”] / p.summary: Nobody dares. | [3] <disputed>.graded |  |",
    ] == shown(lists.chapter(KINDS["mechanisms"], sample())[1:])


def test_the_latest_figures_of_a_measure_are_those_whose_time_ends_last() -> None:
    """
    All that count at that time, each with its range, who counted, and when.
    """
    more = """\
  - {when: 1955/1970, low: 1000, high: 2500, by: an office}
  - {when: 1955/1970, low: 70, grade: alleged}
  - {when: 1961/1969, low: 9}
"""
    catalog = sample_but("measures/rounds.md", "points:\n", f"points:\n{more}")
    rows = shown(lists.chapter(KINDS["measures"], catalog)[1:])
    assert rows[3].endswith(
        "| [1950-01-01/1970-12-31] 1950–1970 | [1000.0] 1,000–2,500 rounds (an office), "
        "1955–1970  / 70 rounds, 1955–1970 <alleged> |"
    )


def test_a_chapter_of_measures() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.measures",
        "  | Measure | Years | Latest figure |",
        (
            "  | [rounds] [rounds “”] / p.summary: How many rounds a man has. | "
            "[1950-01-01/1960-12-31] 1950–1960 | [150.0] 150 rounds (a scholar), 1960 <reported> |"
        ),
        (
            "  | [soldiers] [soldiers “”] / p.summary: How many stand under arms. | "
            "[1953-01-01/1960-12-31] 1953–1960 | [150.0] 150 people (a scholar), 1960  |"
        ),
    ] == shown(lists.chapter(KINDS["measures"], sample())[1:])


def test_a_chapter_of_datasets() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.datasets",
        "  | Dataset | Publisher | Covers |",
        (
            "  | [colpus] [colpus “”] / p.summary: A list of coups. | Rutgers | "
            "[1946-01-01/2020-12-31] {.date 1946–2020} |"
        ),
        (
            "  | [openattempts] [open-attempts “”] / p.summary: A list of open attempts. | Hanul | "
            "[1950-01-01/2010-12-31] {.date 1950–2010} |"
        ),
    ] == shown(lists.chapter(KINDS["datasets"], sample())[1:])


def test_a_chapter_of_questions() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.chapter.desk.questions",
        "  | Question | Grade |",
        (
            "  | [wasthereacoup] [was-there-a-coup “”] / p.summary: No open attempt is known. | "
            "[1] <reported>.graded |"
        ),
        (
            "  | [whorose] [who-rose “”] / p.summary: Colonels. Nobody else did. That is all. | "
            "[2] <alleged>.graded |"
        ),
    ] == shown(lists.chapter(KINDS["questions"], sample())[1:])


def test_a_chapter_opens_with_what_its_class_says() -> None:
    assert [
        (
            "p.opening: The words of the subject: from political science, from North Korean usage, "
            "and from the criticism of sources."
        ),
    ] == shown([lists.class_text(KINDS["terms"])])


def test_figures_count_every_kind() -> None:
    assert [
        "list.figures",
        "  - **6** [people](reference/people/index)",
        "  - **3** [organizations](reference/organizations/index)",
        "  - **2** [places](reference/places/index)",
        "  - **4** [plots](reference/plots/index)",
        "  - **2** [purges](reference/purges/index)",
        "  - **2** [successions](reference/successions/index)",
        "  - **2** [events](reference/events/index)",
        "  - **3** [mechanisms](reference/mechanisms/index)",
        "  - **2** [measures](reference/measures/index)",
        "  - **2** [datasets](reference/datasets/index)",
        "  - **1** [explanation](reference/explanations/index)",
        "  - **2** [questions](questions)",
        "  - **2** [terms](glossary)",
        "  - **2** [claims](article)",
        "  - **4** [sources](bibliography)",
    ] == shown(lists.figures(sample()))
