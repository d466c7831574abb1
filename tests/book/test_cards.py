"""
The card of facts, and the names above it.
"""

from ncrefs.book.content import cards, entries
from tests.book.sample import sample
from tests.book.shown import scribe, shown


def test_a_person_s_card() -> None:
    assert [
        "fields.card",
        "  = Born",
        "    p: {.date perhaps 1901} {.cites ([lee2001.cite.tier-scholarship])} <reported>",
        "    p: or {.date 1903}, [port-nam]",
        "  = Identifiers",
        "    p: VIAF [77](https://viaf.org/viaf/77)",
        "    p: Correlates of War 731",
        "  = Renamed from",
        "    p: han-sul",
    ] == shown(entries.card(scribe(sample(), "han-sol")))


def test_a_body_s_card() -> None:
    assert [
        "fields.card",
        "  = Form",
        "    p: army unit",
        "  = Founded",
        "    p: {.date 1948}",
        "  = Former names",
        "    p: Coast Guard Corps, 1948 – 1949",
        "  = Seat",
        "    p: [port-nam]",
    ] == shown(entries.card(scribe(sample(), "first-corps")))


def test_a_place_s_card() -> None:
    assert [
        "fields.card",
        "  = Country",
        "    p: Chile",
        "  = Province",
        "    p: Bío Bío",
        "  = Coordinates",
        "    p: 36.250° S, 73.500° W",
    ] == shown(entries.card(scribe(sample(), "south")))


def test_a_plot_s_card() -> None:
    assert [
        "fields.card",
        "  = When",
        "    p: {.date February 1957}",
        "  = Form",
        "    p: coup plot",
    ] == shown(entries.card(scribe(sample(), "march")))


def test_a_case_s_card() -> None:
    assert [
        "fields.card",
        "  = When",
        "    p: {.date 11 September 1973}",
        "  = Form",
        "    p: coup",
        "  = Country",
        "    p: Chile",
        "  = Result",
        "    p: succeeded",
    ] == shown(entries.card(scribe(sample(), "junta")))


def test_fields_shown_elsewhere_are_left_out() -> None:
    assert [
        "fields.card",
        "  = Sources",
        "    p: lee2001",
        "  = Died",
        "    p: {.date 1 January 1956} {.cites ([lee2001.cite.tier-scholarship])} <documented>",
        "  = Posts",
        (
            "    p: title: Premier, office: premier, start: {.date 9 September 1948}, end: {.date "
            "1955}"
        ),
    ] == shown([cards.card(scribe(sample(), "leader"), ("id", "name", "text", "summary"))])


def test_values_without_a_form_are_written_field_by_field() -> None:
    assert [
        "fields.card",
        "  = Told by",
        (
            "    p: on: date, says: “It was in March.” march/accounts[0].says, told by: [news2010] "
            "{.cites ([news2010.cite.tier-journalism])}"
        ),
        "  = When",
        "    p: {.date February 1957}",
        "  = Who took part",
        (
            "    p: role: leader, who: [han-sol]. “He says so.” march/actors[0].note {.cites "
            "([news2010.cite.tier-journalism])} <documented>"
        ),
        "    p: role: informer, name: a driver <alleged>",
        "    p: role: witness, name: a cook",
        "  = Mechanisms at work",
        (
            "    p: mechanism: [watching], how: “Nobody saw it.” march/mechanisms[0].how, mark: "
            "failed {.cites ([cho1999.cite.tier-scholarship])} <disputed>"
        ),
        "    p: mechanism: [guards], how: “They stood firm.” march/mechanisms[1].how, mark: acted",
        "    p: mechanism: [guards], how: “Nobody came.” march/mechanisms[2].how, mark: unproven",
        "  = Grade",
        "    p: disputed",
        "  = Form",
        "    p: coup plot",
        "  = Trigger",
        "    p: “Hunger.” march/trigger",
        "  = Plan",
        "    p: “To march.” march/plan",
        "  = Detection",
        "    p: “A letter.” march/detection",
        "  = Outcome",
        "    p: “All were caught.” march/outcome",
        "  = Victims",
        (
            "    p: 10–40 officers arrested (as of 1958). “A list.” march/victims[0].note {.cites "
            "([lee2001.cite.tier-scholarship])} <reported>"
        ),
        "    p: 1 person executed <alleged>",
        "    p: 25 per cent of the corps replaced",
    ] == shown(
        [
            cards.card(
                scribe(sample(), "march"), ("id", "name", "text", "summary", "datasets", "sources")
            )
        ]
    )


def test_names_in_every_script() -> None:
    assert [
        "p.names: {.language-ko 박훈} · {.language-ko 朴勳} · *Bak Hun* (RR) · *Pak Hun* (MR)",
        "p.aliases: Also: Park Hoon",
    ] == shown(cards.names(scribe(sample(), "pak-hun")))


def test_a_name_without_hanja() -> None:
    assert [
        "p.names: {.language-ko 호위}",
        "p.aliases: Also: guard unit",
    ] == shown(cards.names(scribe(sample(), "guard")))


def test_who_has_one_name_has_no_line() -> None:
    assert [] == shown(cards.names(scribe(sample(), "heir")))
