"""
The colours, as style sheets are given them.
"""

from ncrefs.book import palette
from ncrefs.vocabulary import TIERS, Grade


def test_a_colour_has_a_value_on_each_ground() -> None:
    """
    What paper has none for is there as on a light ground.
    """
    assert [("#fdfcfa", "#0b5268"), ("#14171a", "#8ccbe0"), ("#ffffff", "#123f7a")] == [
        (colours["page"], colours["link"])
        for colours in map(palette.variables, ("light", "dark", "paper"))
    ]
    assert palette.variables("paper")["blue"] == palette.variables("light")["blue"]
    assert {f"tier-{tier}" for tier in TIERS} < palette.variables("light").keys()


def test_grades_and_verdicts_have_a_tone() -> None:
    tones = palette.tones()
    assert ("alleged", "documented", "neutral") == (
        tones["grade-alleged"],
        tones["verdict-supported"],
        tones["verdict-opinion"],
    )


def test_grades_have_an_order() -> None:
    assert [0, 1, 5] == [palette.rank(grade) for grade in (Grade.DOCUMENTED, Grade.REPORTED, None)]


def test_the_template_is_given_all() -> None:
    given = palette.context()
    assert given == {
        "nc_light": palette.variables("light"),
        "nc_dark": palette.variables("dark"),
        "nc_paper": palette.variables("paper"),
        "nc_tones": palette.tones(),
        "nc_tiers": list(TIERS),
        "nc_letters": palette.letters(),
        "nc_stand_ins": palette.stand_ins(),
    }


def test_letters_are_fonts() -> None:
    assert [
        ("ncrefs Serif", "normal", "400", "d09GMg"),
        ("ncrefs Serif", "normal", "600 700", "d09GMg"),
        ("ncrefs Sans", "normal", "400", "d09GMg"),
        ("ncrefs Sans", "normal", "600 700", "d09GMg"),
    ] == [(family, style, weight, data[:6]) for family, style, weight, data in palette.letters()]
