"""
Names beside signs, so that none covers another.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ncrefs.book.drawings.svg import FONT_SIZE, width

#: Directions in which a name may stand off its sign, in degrees from the right, best first.
_AROUND = (0, 180, -30, 30, 150, 210, -60, 60, 120, 240, -90, 90)
#: Gaps between sign and name; beyond the first, a line joins the two.
_GAPS = (3.0, 12.0, 22.0, 34.0, 48.0, 64.0)
#: Height of a name above and below the middle of its line.
_RISE = 5.5


@dataclass(frozen=True, slots=True)
class Rectangle:
    """
    What a sign or name takes up.
    """

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Rectangle") -> float:
        """
        The area that two rectangles share.
        """
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0

    def within(self, other: "Rectangle") -> bool:
        """
        Whether it lies in another.
        """
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Sign:
    """
    A round sign and its name.
    """

    name: str
    x: float
    y: float
    radius: float

    @property
    def rectangle(self) -> Rectangle:
        """
        What the sign alone takes up.
        """
        r = self.radius + 1
        return Rectangle(self.x - r, self.y - r, self.x + r, self.y + r)


@dataclass(frozen=True, slots=True)
class Name:
    """
    Where a name stands: its left end and the middle of its height.
    """

    x: float
    y: float
    far: bool  #: so that a line must join it to its sign
    rectangle: Rectangle


def place(
    signs: Iterable[Sign], frame: Rectangle, taken: Iterable[Rectangle] = ()
) -> dict[Sign, Name]:
    """
    A place for the name of each sign, the first signs first, in a frame and off what is taken.
    """
    signs = list(signs)
    occupied = [*taken, *(sign.rectangle for sign in signs)]
    placed: dict[Sign, Name] = {}
    for sign in signs:
        best: tuple[float, Name] | None = None
        for name in _candidates(sign):
            covers = sum(name.rectangle.overlap(other) for other in occupied)
            covers += 0 if name.rectangle.within(frame) else 1e6
            if best is None or covers < best[0] - 0.5:
                best = covers, name
            if not covers:
                break
        if best is not None:
            placed[sign] = best[1]
            occupied.append(best[1].rectangle)
    return placed


def _candidates(sign: Sign) -> Iterable[Name]:
    long = width(sign.name, FONT_SIZE)
    for gap in _GAPS:
        for degrees in _AROUND:
            angle = math.radians(degrees)
            x = sign.x + math.cos(angle) * (sign.radius + gap)
            y = sign.y + math.sin(angle) * (sign.radius + gap + _RISE * abs(math.sin(angle)))
            left = x - long * (1 - math.cos(angle)) / 2
            box = Rectangle(left - 1, y - _RISE - 1, left + long + 1, y + _RISE)
            yield Name(left, y, gap > _GAPS[0], box)
