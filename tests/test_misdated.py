import pytest

from ncrefs.dates import Date
from ncrefs.misdated import meant


class TestMeant:
    """
    Tests for `meant`.
    """

    @pytest.mark.parametrize(
        ("text", "date"),
        [
            ("1 May 1970", "1970-05-01"),
            ("21st Sept. 1970", "1970-09-21"),
            ("May 1, 1970", "1970-05-01"),
            ("December 1970", "1970-12"),
            ("1970-5-1", "1970-05-01"),
            ("1970.05.01.", "1970-05-01"),
            ("1970/5/1", "1970-05-01"),
            ("1970년 5월 1일", "1970-05-01"),
            ("1970年5月", "1970-05"),
            ("c. 1900", "1900~"),
            ("~1900-05", "1900-05~"),
            ("about May 1900", "1900-05~"),
            ("1956 (?)", "1956?"),
            ("1990s", "199X"),
            ("1900-1902", "1900/1902"),
            ("1956-01–1956-03", "1956-01/1956-03"),
            ("1 May 1956 to c. 1958", "1956-05-01/1958~"),
            ("since 1956", "1956/.."),
            ("until May 1956", "../1956-05"),
        ],
    )
    def test_one(self, text: str, date: str) -> None:
        """
        What people write is a date that the format has.
        """
        assert date == meant(text)
        with pytest.raises(ValueError, match=f'; did you mean "{date}"'.replace("?", r"\?")):
            Date(text)

    @pytest.mark.parametrize(
        "text", ["05/01/1970", "70-05-01", "soon", "19000", "1900, 1901", "x to y"]
    )
    def test_none(self, text: str) -> None:
        """
        What may be several dates, or none, is no suggestion.
        """
        assert "" == meant(text)
        with pytest.raises(ValueError, match="is not a date; write for example 1956, "):
            Date(text)

    @pytest.mark.parametrize("text", ["1 Foo 1970", "31 February 1970", "1970-13-1"])
    def test_of_no_calendar(self, text: str) -> None:
        """
        No day is suggested that does not exist.
        """
        with pytest.raises(ValueError, match="write for example"):
            Date(text)

    @pytest.mark.parametrize("text", ["unknown", "?", "..", "Present", ""])
    def test_nothing(self, text: str) -> None:
        """
        Where nothing is known there is no field.
        """
        with pytest.raises(ValueError, match="is not a date; leave the field out"):
            Date(text)
