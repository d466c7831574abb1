"""
Records side by side.
"""

from ncrefs.book.content import compared
from tests.book.sample import sample
from tests.book.shown import shown


def told(id_: str) -> list[tuple[str, list[tuple[object, ...]]]]:
    """
    What is shown of a record, under each heading.
    """
    catalog = sample()
    return [
        (label, [(s.words, s.record, s.more, str(s.grade or ""), s.sources) for s in found])
        for label, found in compared.rows(catalog.records[id_], catalog)
    ]


def test_what_can_be_chosen_is_sorted_by_name() -> None:
    assert [
        "container.no-script",
        (
            "  p: A script puts the records beside each other, and none runs here. The lists of "
            "[plots](reference/plots/index), [purges](reference/purges/index), "
            "[people](reference/people/index) lead to the page of each, which has all the same."
        ),
        (
            '<<<div class="nc-compare pst-js-only"><template><optgroup label="Plots"><option '
            'value="corps-plot">Corps plot, c. 1955</option><option value="junta">Junta, 1973'
            '</option><option value="march">March of 1957</option><option '
            'value="rising-1980">Rising of 1980</option></optgroup><optgroup label="Purges">'
            '<option value="corps-purge">Corps purge, 1956</option><option value="sweep">Sweep, '
            '1958</option></optgroup><optgroup label="People"><option value="han-sol">Han Sol'
            '</option><option value="heir">Heir</option><option value="lady">Lady</option><option '
            'value="leader">Leader</option><option value="pak-hun">Pak Hun</option><option '
            'value="pak-jin">Pak Jin</option></optgroup></template></div>>>'
        ),
    ] == shown(compared.page(sample()))


def test_a_person_field_by_field() -> None:
    assert [
        ("Summary", [("A chief of staff.", None, "", "", ())]),
        (
            "Born",
            [
                ("perhaps 1901", None, "", "reported", ("lee2001",)),
                ("1903, Port Nam", None, "", "", ()),
            ],
        ),
        (
            "Died",
            [
                ("1957", None, ". In a camp.", "alleged", ("news2010",)),
                ("c. 1960", None, "", "disputed", ()),
            ],
        ),
        (
            "Posts",
            [
                (
                    "Chief, The Army",
                    "the-army",
                    ", 1951 – 1953. By decree.",
                    "documented",
                    ("lee2001",),
                ),
                ("Minister", None, "", "", ()),
                ("Adviser, The Army", "the-army", ", from 1954", "", ()),
            ],
        ),
        ("Fate", [("executed, 1957", None, "", "alleged", ("news2010",))]),
        (
            "Where sources differ",
            [
                ("Death", None, ": He was shot.", "", ("news2010",)),
                ("Death", None, ": He died in a camp.", "disputed", ("lee2001",)),
                ("Birth", None, ": He was born at sea.", "", ()),
            ],
        ),
    ] == told("han-sol")


def test_kin_and_places_of_birth_are_named() -> None:
    assert [
        ("Summary", [("The second leader.", None, "", "", ())]),
        (
            "Family",
            [
                ("Leader", "leader", ", son. The eldest.", "", ("lee2001",)),
                ("Lady", "lady", ", husband. Married in 1950.", "", ()),
            ],
        ),
    ] == told("heir")


def test_a_plot_field_by_field() -> None:
    assert [
        ("Summary", [("A march that was never begun.", None, "", "", ())]),
        ("Grade", [("", None, "", "disputed", ())]),
        ("When", [("February 1957", None, "", "", ())]),
        (
            "Who took part",
            [
                ("Han Sol", "han-sol", ", leader. He says so.", "documented", ("news2010",)),
                ("a driver", None, ", informer", "alleged", ()),
                ("a cook", None, ", witness", "", ()),
            ],
        ),
        (
            "Mechanisms at work",
            [
                ("Watching", "watching", " (failed): Nobody saw it.", "disputed", ("cho1999",)),
                ("Guards", "guards", " (acted): They stood firm.", "", ()),
                ("Guards", "guards", " (unproven): Nobody came.", "", ()),
            ],
        ),
        ("Form", [("coup plot", None, "", "", ())]),
        ("Trigger", [("Hunger.", None, "", "", ())]),
        ("Plan", [("To march.", None, "", "", ())]),
        ("Detection", [("A letter.", None, "", "", ())]),
        ("Outcome", [("All were caught.", None, "", "", ())]),
        (
            "Victims",
            [
                (
                    "10–40 officers arrested",
                    None,
                    " (as of 1958). A list.",
                    "reported",
                    ("lee2001",),
                ),
                ("1 person executed", None, "", "alleged", ()),
                ("25 per cent of the corps replaced", None, "", "", ()),
            ],
        ),
        (
            "In the lists of coups",
            [("Open attempts", "open-attempts", ": It is not listed.", "", ("lee2001",))],
        ),
        ("Where sources differ", [("Date", None, ": It was in March.", "", ("news2010",))]),
    ] == told("march")


def test_a_case_elsewhere_has_country_features_and_lists() -> None:
    assert [
        ("Summary", [("Generals took power in the south.", None, "", "", ())]),
        ("Grade", [("", None, "", "documented", ())]),
        ("When", [("11 September 1973", None, "", "", ())]),
        ("Form", [("coup", None, "", "", ())]),
        (
            "In the lists of coups",
            [
                ("Colpus", "colpus", ": It is listed.", "", ()),
                ("Open attempts", "open-attempts", ": It is not listed.", "", ()),
            ],
        ),
        ("Country", [("Chile", None, "", "", ())]),
        ("Result", [("succeeded", None, "", "", ())]),
        (
            "Features",
            [
                ("war lost, no", None, "", "", ("lee2001",)),
                ("political officers, in part", None, ": In the navy.", "reported", ("lee2001",)),
            ],
        ),
    ] == told("junta")


def test_sources_stand_once() -> None:
    assert [
        "news2010",
        "cho1999",
        "lee2001",
    ] == [source.id for source in compared.sources(sample().records["march"], sample())]
