"""
What holds for every format.
"""

import datetime as dt
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ncrefs import __version__
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export import FORMATS, files, write
from ncrefs.export.common import iso_prefix
from ncrefs.export.csl import item
from ncrefs.model import Source
from tests.helpers import catalog_of, person


@pytest.mark.parametrize("name", FORMATS)
def test_reproducible(small: Catalog, name: str) -> None:
    """
    The same records give the same bytes.
    """
    if name == "parquet":
        pytest.importorskip("pyarrow")
    assert files(small, name) == files(small, name)


@pytest.mark.parametrize("name", FORMATS)
def test_version_and_licence(small: Catalog, name: str) -> None:
    """
    Each format says version and licence.
    """
    if name == "parquet":
        pytest.importorskip("pyarrow")
    written = b"".join(files(small, name).values())

    assert b"CC-BY-4.0" in written
    assert __version__.encode() in written


def test_unknown(small: Catalog) -> None:
    """
    An unknown format is told those that there are, and a near one.
    """
    with pytest.raises(
        ValueError, match=r'no format "sqlit"; write json, .* or digests; did you mean "sqlite"'
    ):
        files(small, "sqlit")


def test_extra(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A format whose library is missing says what to install.
    """
    monkeypatch.setattr("ncrefs.export.parquet_files.find_spec", lambda _: None)

    with pytest.raises(ModuleNotFoundError, match=r"pip install ncrefs\[export\]"):
        files(small, "parquet")


def test_places(small: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    One file goes where the path says, or into that folder; several make a folder.
    """
    monkeypatch.chdir(tmp_path)

    assert [Path("ncrefs.ttl")] == write(small, "turtle")
    assert [tmp_path / "a.ttl"] == write(small, "turtle", tmp_path / "a.ttl")
    assert [Path("b.ttl")] == write(small, "turtle", "b.ttl")
    assert [tmp_path / "ncrefs.ttl"] == write(small, "turtle", tmp_path)
    assert {tmp_path / "j" / "ncrefs.json", tmp_path / "j" / "ncrefs.schema.json"} == set(
        write(small, "json", tmp_path / "j")
    )


@pytest.mark.parametrize(
    ("edtf", "iso"),
    [
        ("1956", "1956"),
        ("1956-12", "1956-12"),
        ("1956-08-30", "1956-08-30"),
        ("1956-08-30/1956-09-01", "1956-08-30"),
        ("1956-22", "1956"),  # a season
        ("1956-XX", "1956"),
        ("1956-08-XX", "1956-08"),
        ("1995-03~", "1995-03"),
        ("1995?", "1995"),
        ("1995%", "1995"),
        ("199X", None),
        ("../1949", None),
    ],
)
def test_days_are_as_long_as_they_are_exact(edtf: str, iso: str | None) -> None:
    """
    A format without doubt gets the earliest day, cut to what is known.
    """
    assert iso == iso_prefix(Date(edtf))


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2001-05", {"date-parts": [[2001, 5]]}),
        ("1990/1992-02", {"date-parts": [[1990], [1992, 2]]}),
        ("1990~/1992", {"date-parts": [[1990], [1992]], "circa": True}),
        ("1990?", {"date-parts": [[1990]], "circa": True}),
        ("1990%", {"date-parts": [[1990]], "circa": True}),
        ("1990/..", {"date-parts": [[1990]]}),
        ("199X", {"literal": "1990s"}),
        ("1990/200X", {"literal": "1990–2000s"}),
    ],
)
def test_dates_of_sources_in_csl(edtf: str, issued: dict[str, object]) -> None:
    """
    Dates come in parts, or as text where parts cannot say them.
    """
    source = Source(id="a", type="book", title="A", date=Date(edtf), tier="official")

    assert issued == item(source)["issued"]


def test_a_feed_has_a_hundred_records() -> None:
    """
    Those last compared with their sources, the latest first.
    """
    days = [dt.date(2026, 1, 1) + dt.timedelta(days) for days in range(101)]
    people = [
        replace(person(f"p{number}", f"P {number}"), checked=Date(day.isoformat()))
        for number, day in enumerate(days)
    ]
    feed = files(catalog_of(*people), "atom")["ncrefs.atom"].decode()

    found = re.findall(r"<title>(P \d+)</title>", feed)
    assert [f"P {number}" for number in range(100, 0, -1)] == found
    assert "<updated>2026-04-11T00:00:00Z</updated>" == re.findall("<updated>.*</updated>", feed)[0]


def test_needs_nothing(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    All formats but Parquet are written without any other library.
    """
    for module in ("pyarrow", "pandas", "networkx", "rdflib", "followthemoney", "icalendar"):
        monkeypatch.setitem(sys.modules, module, None)
    for name in FORMATS:
        if name != "parquet":
            assert files(small, name)
