"""
The colours of the book, each declared once: style sheets, drawings and print all read them here.

Grades and verdicts differ in hue and in lightness, kinds of witness in shape too, and
neither is ever without its word: nothing is said by colour alone.
"""

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from ncrefs.vocabulary import TIERS, Grade, Tier, Verdict


@dataclass(frozen=True, slots=True)
class Colour:
    """
    A colour on light and on dark ground, and on paper if that differs from the light one.
    """

    light: str
    dark: str
    paper: str = ""


GREEN = Colour("#1b5e3f", "#7fd6a8")
BLUE = Colour("#1f4e8c", "#8fbcf5")
BROWN = Colour("#7a5200", "#e8bd5f")
VIOLET = Colour("#7b2d8b", "#dca5ea")
RED = Colour("#9b1c1c", "#f5a3a0")
GREY = Colour("#4a5560", "#b5bec8", "#333333")

#: The grades in order, the best supported first.
GRADES: dict[Grade, Colour] = {
    Grade.DOCUMENTED: GREEN,
    Grade.REPORTED: BLUE,
    Grade.ALLEGED: BROWN,
    Grade.DISPUTED: VIOLET,
    Grade.REFUTED: RED,
}
VERDICTS: dict[Verdict, Colour] = {
    Verdict.SUPPORTED: GREEN,
    Verdict.IMPRECISE: BLUE,
    Verdict.DISPUTED: VIOLET,
    Verdict.UNSUPPORTED: BROWN,
    Verdict.WRONG: RED,
    Verdict.OPINION: GREY,
}
#: Kinds of witness, the best first.
WITNESSES: dict[Tier, Colour] = dict(
    zip(get_args(Tier), (GREEN, GREY, BLUE, BROWN, VIOLET, GREY, RED), strict=True)
)

#: Everything else by the name of its variable: the page, then what drawings are made of.
OTHERS: dict[str, Colour] = {
    "neutral": GREY,
    "line": Colour("#dbd7ce", "#3a4047", "#999999"),
    "soft": Colour("#f6f4ef", "#1d2125", "#ffffff"),
    "page": Colour("#fdfcfa", "#14171a", "#ffffff"),
    "text": Colour("#1e2227", "#e3e5e8", "#000000"),
    "muted": Colour("#565d66", "#aab2bb", "#333333"),
    "link": Colour("#0b5268", "#8ccbe0", "#123f7a"),
    "accent": Colour("#7a1f1f", "#f0a9a0"),
    "ink": Colour("#22282e", "#e3e7eb", "#000000"),
    "paper": Colour("#ffffff", "#14171a"),
    "orange": Colour("#b34700", "#ff9c5a"),
    "blue": Colour("#0067a6", "#6cb8f0"),
    "green": Colour("#00704f", "#52d0a4"),
    "grey": Colour("#5b6570", "#b0b9c3"),
    "pink": Colour("#9c3b77", "#ee9fcb"),
    "gold": Colour("#7a6200", "#e0c34f"),
}


_FONTS = Path(__file__).parent / "site" / "fonts"
_FACES = (
    ("serif", "ncrefs Serif", "normal", "400"),
    ("serif-semibold", "ncrefs Serif", "normal", "600 700"),
    ("sans", "ncrefs Sans", "normal", "400"),
    ("sans-semibold", "ncrefs Sans", "normal", "600 700"),
)
#: A reader's own fonts, to draw with where the book's are late, and by how many hundredths each
#: and its bold are scaled so that English of these records is as wide in it as in the book's.
#: Measured by adding up the advance widths of fonts of the same metrics: Charis SIL for Charter,
#: Caladea for Cambria, Gelasio for Georgia, Tinos and Arimo for Times New Roman and Arial.
_STAND_INS = {
    "ncrefs Serif": {
        ("Charter",): (105, 99),
        ("Cambria", "Caladea"): (116, 108),
        ("Georgia", "Gelasio"): (106, 93),
        ("Noto Serif",): (100, 95),
        ("Times New Roman", "Liberation Serif"): (117, 112),
        ("DejaVu Serif",): (92, 85),
    },
    "ncrefs Sans": {
        ("Arial", "Helvetica Neue", "Liberation Sans"): (94, 91),
        ("Segoe UI", "Roboto"): (94, 96),
        ("Noto Sans",): (89, 87),
        ("DejaVu Sans",): (82, 75),
    },
}


def variables(ground: str) -> dict[str, str]:
    """
    Every colour on a ground, "light", "dark" or "paper", by the name of its variable.

    >>> variables("dark")["documented"], variables("paper")["documented"]
    ('#7fd6a8', '#1b5e3f')
    """
    named = {grade.value: colour for grade, colour in GRADES.items()}
    named |= {f"tier-{tier}": colour for tier, colour in WITNESSES.items()}
    named |= OTHERS
    return {name: getattr(colour, ground) or colour.light for name, colour in named.items()}


def tones() -> dict[str, str]:
    """
    The colour of each grade and verdict by the end of its class, as a variable's name.
    """
    by_colour = {colour: grade.value for grade, colour in GRADES.items()}
    verdicts = {
        f"verdict-{verdict.value}": by_colour.get(colour, "neutral")
        for verdict, colour in VERDICTS.items()
    }
    return {**{f"grade-{grade.value}": grade.value for grade in GRADES}, **verdicts}


def rank(grade: Grade | None) -> int:
    """
    The place of a grade in its order; none comes last.
    """
    return list(GRADES).index(grade) if grade else len(GRADES)


def letters() -> list[tuple[str, str, str, str]]:
    """
    Family, style, weight and data of each font.
    """
    return [
        (family, style, weight, b64encode((_FONTS / f"{name}.woff2").read_bytes()).decode())
        for name, family, style, weight in _FACES
    ]


def stand_ins() -> list[tuple[str, str, str, tuple[str, ...], int]]:
    """
    Family of the book, name of the stand-in, weight, fonts of the reader, size in hundredths.

    >>> stand_ins()[1]
    ('ncrefs Serif', 'ncrefs Serif, Charter', '600 700', ('Charter Bold',), 99)
    """
    return [
        (family, f"{family}, {fonts[0]}", weight, tuple(font + style for font in fonts), size)
        for family, sizes in _STAND_INS.items()
        for fonts, of_weights in sizes.items()
        for weight, style, size in zip(("400", "600 700"), ("", " Bold"), of_weights, strict=True)
    ]


def context() -> dict[str, object]:
    """
    What the template of the style sheet is given.
    """
    return {
        "nc_light": variables("light"),
        "nc_dark": variables("dark"),
        "nc_paper": variables("paper"),
        "nc_tones": tones(),
        "nc_tiers": list(TIERS),
        "nc_letters": letters(),
        "nc_stand_ins": stand_ins(),
    }
