"""
Maps, and the drawing of who told a story first.
"""

import itertools
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import ncrefs
from ncrefs.book.drawings import FIGURES, geography, names
from ncrefs.book.drawings.geography import CAPITAL, ENVIRONS, KOREA, Projection
from ncrefs.book.drawings.maps import map_of, records_at
from ncrefs.book.drawings.told import plots_told, tellers
from ncrefs.model import Coordinates

OUTLINE = Path(geography.__file__).with_name("outline.json")
WONSAN = Coordinates(latitude=39.153, longitude=127.444)


class TestGround:
    def test_the_outline_is_small_and_says_where_it_is_from(self) -> None:
        """
        Public domain, cut to the box of the maps.
        """
        text = OUTLINE.read_text(encoding="utf-8")
        assert len(text) <= 40_000
        assert "Natural Earth" in text
        assert "public domain" in text
        assert {"CN", "KP", "KR", "RU"} == set(geography.outline())
        for polygons in geography.outline().values():
            for x, y in itertools.chain.from_iterable(polygons):
                assert KOREA.west <= x <= KOREA.east
                assert KOREA.south <= y <= KOREA.north

    def test_a_ring_is_as_far_away_as_it_says(self) -> None:
        """
        All of it, and what lies outside the box is left out.
        """
        for kilometres in (100, 400):
            for x, y in itertools.chain(*geography.ring(CAPITAL, kilometres, KOREA)):
                at = Coordinates(latitude=y, longitude=x)
                assert abs(geography.distance(CAPITAL, at) - kilometres) < 0.5
        assert [] == geography.ring(CAPITAL, 3000, KOREA)

    def test_north_is_up_and_distances_are_alike_in_both_directions(self) -> None:
        """
        In the middle of the map.
        """
        ground = Projection(KOREA, 0, 0, 700)
        x, y = ground.of(CAPITAL)
        assert ground.of(WONSAN)[0] > x
        north = ground.at((CAPITAL.longitude, CAPITAL.latitude + 0.5))
        assert north[0] == pytest.approx(x)
        assert north[1] < y
        per_km = (y - north[1]) / (0.5 * 111.2)
        across = geography.distance(CAPITAL, WONSAN) * per_km
        assert ground.of(WONSAN)[0] - x == pytest.approx(across, rel=0.03)


class TestNames:
    def test_no_name_covers_another(self) -> None:
        """
        In a crowd, names move aside, and lines join them to their signs.
        """
        signs = [names.Sign(f"Place {i}", 100 + i % 3 * 6, 100 + i // 3 * 6, 3) for i in range(9)]
        frame = names.Rectangle(0, 0, 300, 300)
        placed = names.place(signs, frame)
        for one, other in itertools.combinations(placed.values(), 2):
            assert not one.rectangle.overlap(other.rectangle)
        assert all(name.rectangle.within(frame) for name in placed.values())
        assert any(name.far for name in placed.values())

    def test_names_keep_a_distance(self) -> None:
        """
        Between two lines there is more than nothing.
        """
        signs = [names.Sign(f"Place {i}", 100, 100 + 9 * i, 3) for i in range(6)]
        placed = names.place(signs, names.Rectangle(0, 0, 300, 300))
        for one, other in itertools.combinations(placed.values(), 2):
            side_by_side = one.rectangle.left < other.rectangle.right and (
                other.rectangle.left < one.rectangle.right
            )
            assert not side_by_side or abs(one.y - other.y) >= 13

    def test_a_name_before_its_sign_ends_beside_it(self) -> None:
        """
        However wide its letters turn out.
        """
        signs = [names.Sign("Near the right edge", 190, 50, 3)]
        (name,) = names.place(signs, names.Rectangle(0, 0, 200, 100)).values()
        assert ("end", 184) == (name.anchor, name.x)

    def test_of_a_great_many_the_last_have_no_names(self) -> None:
        """
        The map of a large catalog has all dots, and the names for which there is room.
        """
        signs = [names.Sign(f"Place {i}", 10 * (i % 40), 10 * (i // 40), 3) for i in range(400)]
        placed = names.place(signs, names.Rectangle(0, 0, 600, 600))
        assert signs[: len(placed)] == list(placed)
        assert 100 < len(placed) < 200


class TestMaps:
    def test_every_place_in_the_box_is_on_the_map(self) -> None:
        """
        Once, and leads to its record.
        """
        catalog = ncrefs.load()
        drawn = ET.fromstring(FIGURES["map"](catalog).screen.inline())
        there = [link.get("href") for link in drawn.iter("a")]
        wanted = [
            f"doc:reference/places/{place.id}"
            for place in catalog.places
            if place.coordinates and KOREA.has(place.coordinates)
        ]
        assert sorted(wanted) == sorted(filter(None, there))

    def test_places_have_maps_and_capital_events_have_none(self) -> None:
        """
        A map that shows Pyongyang alone would say nothing.
        """
        catalog = ncrefs.load()
        assert map_of(catalog, catalog.places["chongjin"]) is not None
        assert map_of(catalog, catalog.places["mirim"]) is not None
        assert map_of(catalog, catalog.places["moscow"]) is None
        assert map_of(catalog, catalog.plots["vi-corps-affair"]) is not None
        for event in catalog.timeline:
            if event.where == ("pyongyang",):
                assert map_of(catalog, event) is None

    def test_the_map_says_how_far_it_is(self) -> None:
        """
        In words, for those who do not see it.
        """
        catalog = ncrefs.load()
        drawn = map_of(catalog, catalog.places["chongjin"])
        assert drawn is not None
        assert "Chongjin: 4" in drawn.description
        assert "km from Pyongyang" in drawn.description

    def test_dots_grow_with_the_number_of_records(self) -> None:
        """
        Which counts those that relate to a place or mention it.
        """
        catalog = ncrefs.load()
        counts = {place.id: records_at(catalog, place) for place in catalog.places}
        assert counts["pyongyang"] == max(counts.values())
        assert ENVIRONS.has(CAPITAL)


class TestTold:
    def test_who_is_heard_stands_among_those_who_tell(self) -> None:
        """
        Each thread has two ends, and the first is not the later one.
        """
        catalog = ncrefs.load()
        plots = plots_told(catalog)
        assert len(plots) >= 10
        for plot in plots:
            found = {teller.who.id: teller for teller in tellers(plot, catalog)}
            assert any(not teller.heard for teller in found.values())
            for teller in found.values():
                assert set(teller.heard) <= set(found)

    def test_paper_has_them_all(self) -> None:
        """
        In parts that fit a page.
        """
        catalog = ncrefs.load()
        figure = FIGURES["told"](catalog)
        texts = "".join(part.inline() for part in figure.paper)
        for plot in plots_told(catalog):
            assert f"doc:reference/plots/{plot.id}" in texts
        assert all(part.height < part.width * 1.6 for part in figure.paper)
