"""
What drawings show, as tables.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from ncrefs.book.drawings import tables
from ncrefs.catalog import Catalog
from tests.book.sample import SAMPLE, sample
from tests.book.shown import shown
from tests.helpers import Folder

#: A plot of the nineties that some tell after others.
TALE = """\
---
name: Tale
summary: A tale of a plot.
form: rumour
when: 1995
accounts:
  - {on: end, says: All died., told_by: [lady], retold_from: [heir], sources: [news2010]}
  - {on: end, says: All fled., told_by: [heir], sources: [cho1999]}
  - {on: start, says: It began., told_by: [leader], retold_from: [first-corps], sources: [anon]}
grade: alleged
sources: [news2010]
---
"""


def told() -> Catalog:
    """
    The sample with that plot.
    """
    with TemporaryDirectory() as folder:
        return Folder(Path(folder), {**SAMPLE, "plots/tale.md": TALE}).load()


def test_the_table_of_posts() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "section#posts-premier Premier",
        "  table.holders.desk",
        "    | Who | Post | When | Fate of the holder |",
        "    | [leader] | Premier | [1948-09-09/1955-12-31] 9 September 1948 – 1955 |  |",
        "section#posts-defence-minister Minister of Defence",
        "  table.holders.desk",
        "    | Who | Post | When | Fate of the holder |",
        "    | [heir] | defence minister of the The Army | [1955-01-01/1955-12-31] until 1955 |  |",
        "section#posts-chief-of-the-general-staff Chief of the General Staff",
        "  table.holders.desk",
        "    | Who | Post | When | Fate of the holder |",
        (
            "    | [Nobody Known](the-army) | Chief of the general staff | [1948-01-01/1950-12-31] "
            "1948 – 1950 |  |"
        ),
        (
            "    | [han-sol] | Chief of the The Army | [1951-01-01/1953-12-31] 1951 – 1953 "
            "<documented> | executed, 1957 <alleged> |"
        ),
        "    | [pak-hun] | Chief of Staff | dates unknown <reported> | retired <reported> |",
    ] == shown(tables.TABLES["posts"](sample()))


def test_the_table_of_ties() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.watchers.desk",
        "  | Who | {.choice Tie} | Whom | When |",
        (
            "  | [leader] | receives reports from | [the-army] | [1956-01-01/1956-01-01] until "
            "1 January 1956 |"
        ),
        "  | [the-army] | commands | [first-corps] |  |",
        (
            "  | [the-army] | monitors | [first-corps] | [1950-01-01/9999-12-31] from 1950 "
            "<reported> |"
        ),
    ] == shown(tables.TABLES["ties"](sample()))


def test_the_table_of_distances() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.distances.desk.labelled",
        "  | Place | Province | Kilometres | Records |",
        "  | [port-nam] |  | 437 | 4 |",
    ] == shown(tables.TABLES["distances"](sample()))


def test_the_table_of_who_tells_a_plot() -> None:
    assert [
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.tellers.desk",
        "  | Plot | Who tells it | Seen | From |",
        "  | [tale] | [heir] | [1999-01-01/1999-12-31] {.date 1999} | not known to be retold |",
        "  | [tale] | [lady] | [2010-01-01/2010-12-31] {.date 2010} | [heir] |",
        "  | [tale] | [first-corps] | undated | not known to be retold |",
        "  | [tale] | [leader] | undated | [first-corps] |",
    ] == shown(tables.TABLES["told"](told()))
