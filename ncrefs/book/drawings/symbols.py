"""
The signs and bars of drawings: a shape says the kind of a record, its filling the grade.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from ncrefs.book.drawings.svg import element, flow, number, width
from ncrefs.vocabulary import Grade

#: Half the height of a sign.
SIZE = 4.6
#: How far beyond a date that is not certain its bar fades out.
FADE = 12.0
#: Width that a phone shows whole, for the legend, and height of a line of it.
_ROOM, _LINE = 350.0, 17.0
#: Colours, as classes of the style sheet.
HUES = ("orange", "blue", "green", "grey", "pink", "gold")
#: Corners of each shape in parts of `SIZE`, from the top centre round; a circle has none.
#: Shapes are symmetrical, so that their left corners make their left half.
_SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "circle": (),
    "square": ((0, -0.9), (0.9, -0.9), (0.9, 0.9), (0, 0.9), (-0.9, 0.9), (-0.9, -0.9)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "triangle": ((0, -1.1), (1.15, 0.9), (0, 0.9), (-1.15, 0.9)),
    "wedge": ((0, -0.9), (1.15, -0.9), (0, 1.1), (-1.15, -0.9)),
    "hexagon": ((0, -1.15), (1, -0.6), (1, 0.6), (0, 1.15), (-1, 0.6), (-1, -0.6)),
}


def sign(shape: str, grade: Grade | None, x: float, y: float) -> list[Element]:
    """
    A shape around a point: full if documented, pale if reported, hollow if alleged, half
    full if disputed, crossed out if refuted. Around it must be an element of the
    class "g-" and the grade.
    """
    corners = _SHAPES[shape]
    parts = [_outline(corners, x, y)]
    if grade is Grade.DISPUTED:
        parts.append(_left_half(corners, x, y))
    if grade is Grade.REFUTED:
        reach = SIZE * 1.3
        cross = "".join(
            f"M{number(x - reach)} {number(y - rise)}L{number(x + reach)} {number(y + rise)}"
            for rise in (reach, -reach)
        )
        parts.append(element("path", d=cross, class_="cross"))
    return parts


def _outline(corners: tuple[tuple[float, float], ...], x: float, y: float) -> Element:
    if not corners:
        return element("circle", cx=x, cy=y, r=SIZE, class_="sign")
    return element("path", d=_closed(corners, x, y), class_="sign")


def _left_half(corners: tuple[tuple[float, float], ...], x: float, y: float) -> Element:
    if not corners:
        arc = f"M{number(x)} {number(y - SIZE)}a{SIZE} {SIZE} 0 0 0 0 {number(2 * SIZE)}z"
        return element("path", d=arc, class_="half")
    left = [corner for corner in corners if corner[0] <= 0]
    return element("path", d=_closed(left, x, y), class_="half")


def _closed(corners: Iterable[tuple[float, float]], x: float, y: float) -> str:
    points = (f"{number(x + across * SIZE)} {number(y + down * SIZE)}" for across, down in corners)
    return f"M{'L'.join(points)}z"


def fades(name: str) -> Element:
    """
    The gradients by which bars begin and end, for `bar` in the drawing of the name.
    """
    made = []
    for hue in HUES:
        for way, stops in (("in", ("clear", "tinted")), ("out", ("tinted", "clear"))):
            steps = [
                element("stop", offset=str(place), class_=f"{stop} {hue}")
                for place, stop in enumerate(stops)
            ]
            made.append(element("linearGradient", *steps, id=f"{name}-{way}-{hue}"))
    return element("defs", *made)


def bar(
    name: str, hue: str, box: tuple[float, float, float, float], vague: tuple[bool, bool]
) -> list[Element]:
    """
    A period, whose ends fade out beyond its box where they are not certain.

    Args:
        name: Of the drawing, which has the gradients of `fades`.
        hue: One of `HUES`.
        box: Left and right edge, upper edge, height.
        vague: Whether its start, and its end, is uncertain.
    """
    left, right, top, height = box
    parts = [element("rect", x=left, y=top, width=right - left, height=height, class_="bar")]
    for uncertain, edge, way in ((vague[0], left - FADE, "in"), (vague[1], right, "out")):
        if uncertain:
            fill = f"url(#{name}-{way}-{hue})"
            parts.append(element("rect", x=edge, y=top, width=FADE, height=height, fill=fill))
    return parts


def legend(
    name: str, place: tuple[float, float], faded: str, *, signs: bool
) -> tuple[list[Element], float]:
    """
    What the fillings and the faded ends mean, in lines that a phone shows whole.

    Args:
        name: Of the drawing.
        place: Left and upper edge.
        faded: What the ends of bars mean that fade out.
        signs: Whether the drawing has signs, and not only bars.

    Returns:
        The signs with their words, and the height that they take.
    """
    entries = [*(Grade if signs else ()), faded]
    insets = [16.0 if isinstance(words, Grade) else 42.0 for words in entries]
    wide = (inset + width(words) for inset, words in zip(insets, entries, strict=True))
    parts: list[Element] = []
    places = flow(wide, _ROOM, 16)
    for words, inset, (x, line) in zip(entries, insets, places, strict=True):
        graded = isinstance(words, Grade)
        left, y = place[0] + x, place[1] + 8 + line * _LINE
        if graded:
            drawn = sign("circle", words, left + 6, y)
        else:
            drawn = bar(name, "grey", (left + FADE, left + 26, y - 2.5, 5.0), (True, True))
        parts.append(element("g", *drawn, class_=f"grey g-{words}" if graded else "grey"))
        parts.append(element("text", words, x=left + inset, y=y + 4, class_="note"))
    return parts, 22 + places[-1][1] * _LINE
