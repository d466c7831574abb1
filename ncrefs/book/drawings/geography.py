"""
The ground of maps: the outline of Korea, distances on the globe, and a projection.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ncrefs.model import Coordinates

#: Longitude and latitude in degrees.
Point = tuple[float, float]
_EARTH = 6371.0  # kilometres
#: The middle of Pyongyang, from which the book measures.
CAPITAL = Coordinates(latitude=39.02, longitude=125.75)


@cache
def outline() -> dict[str, list[list[Point]]]:
    """
    Polygons of land by the code of the country; the file says where they are from.
    """
    text = (Path(__file__).parent / "outline.json").read_text(encoding="utf-8")
    countries = json.loads(text)["countries"]
    return {
        code: [[(x, y) for x, y in polygon] for polygon in polygons]
        for code, polygons in countries.items()
    }


@dataclass(frozen=True, slots=True)
class Box:
    """
    A part of the globe.
    """

    west: float
    south: float
    east: float
    north: float

    def has(self, point: Coordinates) -> bool:
        """
        Whether a point is in it.
        """
        return self.west < point.longitude < self.east and self.south < point.latitude < self.north


#: Korea north of Seoul with its borders: the box to which the outline is cut.
KOREA = Box(123.4, 36.6, 131.2, 43.4)
#: Pyongyang and what lies round it.
ENVIRONS = Box(125.58, 38.95, 125.98, 39.26)


@dataclass(frozen=True, slots=True)
class Projection:
    """
    A box of the globe as a box of a drawing: degrees of longitude are as short as they are
    in its middle.
    """

    box: Box
    left: float
    top: float
    width: float

    @property
    def scale(self) -> float:
        """
        Units of the drawing for a degree of latitude.
        """
        return self.width / ((self.box.east - self.box.west) * self._narrowing)

    @property
    def _narrowing(self) -> float:
        return math.cos(math.radians((self.box.south + self.box.north) / 2))

    @property
    def height(self) -> float:
        """
        Of the drawing.
        """
        return (self.box.north - self.box.south) * self.scale

    def at(self, point: Point) -> Point:
        """
        Where a longitude and latitude stand.
        """
        x = self.left + (point[0] - self.box.west) * self._narrowing * self.scale
        return x, self.top + (self.box.north - point[1]) * self.scale

    def of(self, place: Coordinates) -> Point:
        """
        Where a place stands.
        """
        return self.at((place.longitude, place.latitude))


def distance(one: Coordinates, other: Coordinates) -> float:
    """
    Kilometres between two points along the globe.

    >>> round(distance(CAPITAL, Coordinates(latitude=37.566, longitude=126.978)))
    194
    """
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def ring(centre: Coordinates, kilometres: float, box: Box) -> list[list[Point]]:
    """
    The line of all points at a distance, as far as it is in a box: one piece or several.
    """
    reach = kilometres / _EARTH
    north = math.radians(centre.latitude)
    pieces: list[list[Point]] = [[]]
    for bearing in (math.radians(degrees) for degrees in range(0, 365, 5)):
        latitude = math.asin(
            math.sin(north) * math.cos(reach)
            + math.cos(north) * math.sin(reach) * math.cos(bearing)
        )
        across = math.atan2(
            math.sin(bearing) * math.sin(reach) * math.cos(north),
            math.cos(reach) - math.sin(north) * math.sin(latitude),
        )
        point = centre.longitude + math.degrees(across), math.degrees(latitude)
        if box.has(Coordinates(latitude=point[1], longitude=point[0])):
            pieces[-1].append(point)
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]


def inside(places: Sequence[Coordinates], box: Box) -> bool:
    """
    Whether all of some places are in a box.
    """
    return all(box.has(place) for place in places)
