"""
What pages tell from other records.
"""

from docutils import nodes

from ncrefs.book.content import related
from tests.book.sample import sample, sample_but
from tests.book.shown import scribe, shown


def test_kin_have_the_word_for_this_end_and_their_note() -> None:
    assert [
        "section#relations Relations",
        "  terms.ties",
        "    = Family",
        "      list.ties",
        (
            "        - [leader “”]: son. “The eldest.” heir/kin[0].note {.cites ([lee2001 "
            "“”.cite.tier-scholarship])}"
        ),
        "        - [lady “”]: husband. “Married in 1950.” heir/kin[1].note",
        "    = Tells",
        "      list.ties",
        "        - [han-sol “”]",
        "    = Offices held",
        "      list.ties",
        "        - [the-army “”]: defence minister, until 1955",
        "    = Part in events",
        "      list.ties",
        "        - [sweep “”], 1958: accuser <reported>",
        "    = Took over in",
        "      list.ties",
        "        - [change “”], 1 January 1956",
    ] == shown(related.relations(scribe(sample(), "heir")))


def test_who_tells_several_points_of_a_story_tells_it_once() -> None:
    """
    Nor does a page say that its own record tells it.
    """
    told = "told_by: [heir, han-sol]"
    catalog = sample_but("people/han-sol.md", "says: He was born at sea.", f"says: At sea., {told}")
    tells = [found for found in catalog.related(catalog.people["heir"]) if found.label == "Tells"]
    assert 2 == len(tells)
    lines = shown(related.relations(scribe(catalog, "heir")))
    assert 1 == lines.count("        - [han-sol “”]")
    assert "    = Tells" not in shown(related.relations(scribe(catalog, "han-sol")))


def test_from_the_other_end_a_marriage_keeps_its_note() -> None:
    assert [
        "section#relations Relations",
        "  terms.ties",
        "    = Tells",
        "      list.ties",
        "        - [han-sol “”]",
        "    = Family",
        "      list.ties",
        "        - [heir “”]: wife. “Married in 1950.” heir/kin[1].note",
    ] == shown(related.relations(scribe(sample(), "lady")))


def test_from_the_other_end_a_father_loses_the_note_of_his_son() -> None:
    assert [
        "section#relations Relations",
        "  terms.ties",
        "    = Family",
        "      list.ties",
        "        - [heir “”]: parent {.cites ([lee2001 “”.cite.tier-scholarship])}",
        "    = Handed over in",
        "      list.ties",
        "        - [change “”], 1 January 1956",
    ] == shown(related.relations(scribe(sample(), "leader")))


def test_who_took_part_comes_first() -> None:
    assert [
        "section#relations Relations",
        "  terms.ties",
        "    = Who took part",
        "      list.ties",
        (
            "        - [han-sol]: leader. “He says so.” march/actors[0].note {.cites "
            "([news2010.cite.tier-journalism])} <documented>"
        ),
        "        - a driver: informer <alleged>",
        "        - a cook: witness",
    ] == shown(related.relations(scribe(sample(), "march")))


def test_posts_without_an_office_are_relations_of_the_body() -> None:
    assert [
        "section#relations Relations",
        "  terms.ties",
        "    = Office holders",
        "      list.ties",
        "        - [han-sol “”]: Adviser, from 1954",
        "    = Members",
        "      list.ties",
        "        - [lady “”]",
        "    = Target of",
        "      list.ties",
        "        - [corps-plot “”], c. 1955",
        "    = Ordered",
        "      list.ties",
        "        - [corps-purge “”], January–March 1956",
    ] == shown(related.relations(scribe(sample(), "the-army")))


def test_an_event_has_its_date_and_role() -> None:
    assert [
        "section#relations Relations",
        "  terms.ties",
        "    = Part in events",
        "      list.ties",
        (
            "        - [march “”]: leader. “He says so.” march/actors[0].note "
            "{.cites ([news2010 “”.cite.tier-journalism])} <documented>"
        ),
    ] == shown(related.relations(scribe(sample(), "han-sol")))


def test_a_holder_without_a_title_has_the_office() -> None:
    assert [
        "section#relations Relations",
        "  terms.ties",
        "    = Office holders",
        "      list.ties",
        "        - [pak-hun “”]: Commander, 1950 – c. 1956",
        "    = Part in events",
        "      list.ties",
        "        - [corps-plot “”], c. 1955: accused",
    ] == shown(related.relations(scribe(sample(), "first-corps")))


def test_mechanisms_keep_their_episodes_elsewhere() -> None:
    assert [] == shown(related.relations(scribe(sample(), "guards")))


def test_questions_have_their_answers() -> None:
    assert [
        "section#questions Questions",
        "  list.claims",
        (
            "    - [who-rose “”] Colonels. Nobody else did. That is all. Grade of the answer: "
            "<alleged>"
        ),
    ] == shown(related.questions(scribe(sample(), "march")))


def test_no_question_no_section() -> None:
    assert [] == shown(related.questions(scribe(sample(), "lady")))


def test_claims_are_counted_by_verdict() -> None:
    assert [
        "section#claims What a popular article claims",
        "  fold “1 claim: 1 wrong”",
        "    list.claims",
        "      - <wrong> [c002 “”]: A march began. *It did not.*",
    ] == shown(related.claims(scribe(sample(), "march")))


def test_no_claim_no_section() -> None:
    assert [] == shown(related.claims(scribe(sample(), "lady")))


def test_mentions_leave_out_what_is_related() -> None:
    assert [
        "section#mentions Mentioned in",
        "  fold “1 event”",
        "    list.mentions",
        "      - Events: [letter “”]",
    ] == shown(related.mentions(scribe(sample(), "han-sol")))


def test_mentions_stand_by_kind() -> None:
    assert [
        "section#mentions Mentioned in",
        "  fold “1 term”",
        "    list.mentions",
        "      - Glossary: [guard “”]",
    ] == shown(related.mentions(scribe(sample(), "leader")))


def test_no_mention_no_section() -> None:
    assert [] == shown(related.mentions(scribe(sample(), "lady")))


def test_sources_have_a_place_that_is_filled_later() -> None:
    assert [
        "section#sources Sources",
        "  list.sources",
    ] == shown(related.sources(scribe(sample(), "march")))


def test_the_best_witness_comes_first() -> None:
    assert [
        "cho1999",
        "lee2001",
        "news2010",
    ] == [
        key
        for section in related.sources(scribe(sample(), "march"))
        for listed in section.findall(nodes.bullet_list)
        for key in listed["keys"]
    ]
