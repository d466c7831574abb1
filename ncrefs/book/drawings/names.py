"""
Names beside signs, so that none covers another.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from ncrefs.book.drawings.svg import FONT_SIZE, width

#: Directions in which a name may stand off its sign, in degrees from the right, best first.
_AROUND = (0, 180, -30, 30, 150, 210, -60, 60, 120, 240, -90, 90)
#: Gaps between sign and name; beyond the first, a line joins the two.
_GAPS = (3.0, 12.0, 22.0, 34.0, 48.0, 64.0)
#: From which cosine of its direction on a name stands beside its sign, not above or below it.
_BESIDE = 0.3
#: Height of a name above and below the middle of its line, and what else is kept free round it.
_RISE, _FREE = 5.5, 1.0
#: As many signs as have names.
_MOST = 150
#: Edge of a square in which is looked for what a name would cover.
_SQUARE = 32.0


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
    Where a name stands: the point of it that lies nearest to its sign.
    """

    x: float
    y: float  #: the middle of its height
    anchor: Literal["start", "middle", "end"]  #: which part of it stands at `x`
    far: bool  #: so that a line must join it to its sign
    rectangle: Rectangle


def place(
    signs: Iterable[Sign], frame: Rectangle, taken: Iterable[Rectangle] = ()
) -> dict[Sign, Name]:
    """
    A place for the name of each sign, the first signs first, in a frame and off what is taken.

    Of a great many, the last have none: there is no room for more names that one can read.
    """
    signs = list(signs)
    occupied = _Occupied()
    for rectangle in (*taken, *(sign.rectangle for sign in signs)):
        occupied.add(rectangle)
    placed: dict[Sign, Name] = {}
    for sign in signs[:_MOST]:
        best: tuple[float, Name] | None = None
        for name in _candidates(sign):
            covers = occupied.shared(name.rectangle)
            covers += 0 if name.rectangle.within(frame) else 1e6
            if best is None or covers < best[0] - 0.5:
                best = covers, name
            if not covers:
                break
        if best is not None:
            placed[sign] = best[1]
            occupied.add(best[1].rectangle)
    return placed


class _Occupied:
    """
    Rectangles by the squares of a grid that they touch: a name is compared with those near it.
    """

    def __init__(self) -> None:
        self._rectangles: list[Rectangle] = []
        self._touching: dict[tuple[int, int], list[int]] = defaultdict(list)

    def add(self, rectangle: Rectangle) -> None:
        """
        Take up the room of a rectangle.
        """
        for square in _squares(rectangle):
            self._touching[square].append(len(self._rectangles))
        self._rectangles.append(rectangle)

    def shared(self, rectangle: Rectangle) -> float:
        """
        The areas that a rectangle shares with those that are there.
        """
        near = {place for square in _squares(rectangle) for place in self._touching[square]}
        return sum(rectangle.overlap(self._rectangles[place]) for place in sorted(near))


def _squares(rectangle: Rectangle) -> Iterable[tuple[int, int]]:
    across = range(int(rectangle.left // _SQUARE), int(rectangle.right // _SQUARE) + 1)
    down = range(int(rectangle.top // _SQUARE), int(rectangle.bottom // _SQUARE) + 1)
    return product(across, down)


def _candidates(sign: Sign) -> Iterable[Name]:
    long = width(sign.name, FONT_SIZE)
    for gap in _GAPS:
        for degrees in _AROUND:
            angle = math.radians(degrees)
            x = sign.x + math.cos(angle) * (sign.radius + gap)
            y = sign.y + math.sin(angle) * (sign.radius + gap + _RISE * abs(math.sin(angle)))
            left = x - long * (1 - math.cos(angle)) / 2
            box = Rectangle(left - _FREE, y - _RISE - _FREE, left + long + _FREE, y + _RISE + _FREE)
            # The width is a guess: fixed at the side of its sign, a shorter name stays near it.
            anchor, at = _anchored(angle, left, long)
            yield Name(at, y, anchor, gap > _GAPS[0], box)


def _anchored(
    angle: float, left: float, long: float
) -> tuple[Literal["start", "middle", "end"], float]:
    if math.cos(angle) > _BESIDE:
        return "start", left
    if math.cos(angle) < -_BESIDE:
        return "end", left + long
    return "middle", left + long / 2
