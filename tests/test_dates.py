import calendar
import contextlib
import datetime as dt
import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ncrefs.dates import Date

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the oracle's grammar draws warnings of its parser
    from edtf import parse_edtf

QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
YEARS = st.integers(1, 9999).map("{:04}".format)
DAYS = st.dates().map(dt.date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
SEASONS = st.builds("{}-{}".format, YEARS, st.sampled_from(["21", "22", "23", "24"]))
#: Dates without unspecified parts.
EXACT = st.builds("{}{}".format, st.one_of(DAYS, MONTHS, YEARS), QUALIFIERS)
UNSPECIFIED = st.one_of(
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    YEARS.map("{}-XX".format),
    YEARS.map("{}-XX-XX".format),
    MONTHS.map("{}-XX".format),
)
SINGLE = st.one_of(
    EXACT,
    st.builds("{}{}".format, UNSPECIFIED, QUALIFIERS),
    st.builds("{}{}".format, SEASONS, QUALIFIERS),
)


def intervals(ends: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """
    Intervals of two dates, the one that begins earlier first.
    """
    pairs = st.lists(ends, min_size=2, max_size=2)
    return pairs.map(lambda pair: "/".join(sorted(pair, key=lambda end: Date(end).earliest)))


def half_open(ends: st.SearchStrategy[str], *marks: str) -> st.SearchStrategy[str]:
    """
    Intervals of which one end is open or unknown.
    """
    mark = st.sampled_from(marks)
    return st.one_of(st.builds("{}/{}".format, ends, mark), st.builds("{}/{}".format, mark, ends))


EDTF = st.one_of(SINGLE, intervals(SINGLE), half_open(SINGLE, "..", ""))


def bounds(edtf: str) -> tuple[dt.date, dt.date]:
    """
    First and last day of a date as the `edtf` package has them.
    """
    parsed = parse_edtf(edtf)
    return _day(parsed.lower_strict()), _day(parsed.upper_strict())


def _day(value: Any) -> dt.date:
    if isinstance(value, float):
        return dt.date.max if value > 0 else dt.date.min
    return dt.date(*value[:3])


class TestDate:
    """
    Tests for `Date`.
    """

    @given(EDTF)
    def test_prints_what_it_was_given(self, edtf: str) -> None:
        """
        The text of a date is exactly the one it was made from.
        """
        assert edtf == str(Date(edtf))

    @given(EDTF)
    def test_begins_before_it_ends(self, edtf: str) -> None:
        """
        The earliest day is never after the latest.
        """
        date = Date(edtf)

        assert date.earliest <= date.latest

    @given(SINGLE)
    def test_qualifier_keeps_the_days(self, edtf: str) -> None:
        """
        A doubt about a date does not widen it.
        """
        bare = Date(edtf.rstrip("?~%"))
        date = Date(edtf)

        assert (bare.earliest, bare.latest) == (date.earliest, date.latest)

    @given(st.one_of(EXACT, SEASONS, st.builds("{}{}".format, UNSPECIFIED, QUALIFIERS)))
    def test_oracle_agrees_on_dates(self, edtf: str) -> None:
        """
        The first and last day of a date are those that the `edtf` package finds.
        """
        date = Date(edtf)

        assert bounds(edtf) == (date.earliest, date.latest)

    @given(st.one_of(intervals(EXACT), half_open(EXACT, "..")))
    def test_oracle_agrees_on_intervals(self, edtf: str) -> None:
        """
        The first and last day of an interval are those that the `edtf` package finds.
        """
        date = Date(edtf)

        assert bounds(edtf) == (date.earliest, date.latest)

    @pytest.mark.parametrize(
        ("edtf", "earliest", "latest"),
        [
            ("1956-02", dt.date(1956, 2, 1), dt.date(1956, 2, 29)),
            ("199X", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
            ("1956-24", dt.date(1956, 12, 1), dt.date(1956, 12, 31)),
            ("1948/", dt.date(1948, 1, 1), dt.date.max),
            ("/1948", dt.date.min, dt.date(1948, 12, 31)),
            ("1956-08-30/1956", dt.date(1956, 8, 30), dt.date(1956, 12, 31)),
        ],
    )
    def test_days(self, edtf: str, earliest: dt.date, latest: dt.date) -> None:
        """
        A date covers its whole unit; an unknown end reaches as far as there are days.
        """
        date = Date(edtf)

        assert (earliest, latest) == (date.earliest, date.latest)

    @pytest.mark.parametrize(
        ("edtf", "first", "last"),
        [
            ("1948/", dt.date(1948, 1, 1), dt.date(1948, 12, 31)),
            ("/1948-09", dt.date(1948, 9, 1), dt.date(1948, 9, 30)),
            ("1948/..", dt.date(1948, 1, 1), dt.date.max),
            ("../1948", dt.date.min, dt.date(1948, 12, 31)),
            ("1948-09/1950", dt.date(1948, 9, 1), dt.date(1950, 12, 31)),
        ],
    )
    def test_known(self, edtf: str, first: dt.date, last: dt.date) -> None:
        """
        What is known goes on where an end is open, and stops where it is unknown.
        """
        assert (first, last) == Date(edtf).known

    def test_middle(self) -> None:
        """
        The middle is that of what is known.
        """
        assert dt.date(1948, 7, 1) == Date("1948").middle == Date("1948/").middle

    @pytest.mark.parametrize(
        ("edtf", "words"),
        [
            ("1956", "1956"),
            ("0668", "668"),
            ("1956-08", "August 1956"),
            ("1956-08-03", "3 August 1956"),
            ("1956-21", "spring 1956"),
            ("1956-24", "winter 1956"),
            ("1995~", "c. 1995"),
            ("1993?", "perhaps 1993"),
            ("1993-05%", "perhaps c. May 1993"),
            ("199X", "1990s"),
            ("199X~", "c. 1990s"),
            ("19XX", "1900s (century)"),
            ("1956-XX", "1956 (month unknown)"),
            ("1956-08-XX", "August 1956 (day unknown)"),
            ("1956-XX-XX", "1956 (day unknown)"),
            ("1956-08-30/1956-08-31", "30–31 August 1956"),
            ("1956-08-30/1956-09-02", "30 August – 2 September 1956"),
            ("1956-08-30/1957-09-30", "30 August 1956 – 30 September 1957"),
            ("1956-06/1956-07", "June–July 1956"),
            ("1956-06/1957-07", "June 1956 – July 1957"),
            ("1956-06/1956-07-15", "June – 15 July 1956"),
            ("1956/1957", "1956–1957"),
            ("199X/200X", "1990s–2000s"),
            ("1956~/1957-02", "c. 1956 – February 1957"),
            ("1956/1957~", "1956 – c. 1957"),
            ("1956/1956-08", "1956 – August 1956"),
            ("1956-08/1956", "August 1956 – 1956"),
            ("1948-09-09/..", "from 9 September 1948"),
            ("1948~/", "from c. 1948 (end unknown)"),
            ("../1948", "until 1948"),
            ("/1948", "until 1948 (start unknown)"),
        ],
    )
    def test_words(self, edtf: str, words: str) -> None:
        """
        A date reads as one would say it, and says once what its ends share.
        """
        assert words == Date(edtf).words

    def test_words_do_not_follow_the_locale(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        Months have English names whatever language the process speaks.
        """
        monkeypatch.setattr(calendar, "month_name", ["", *["Monat"] * 12])

        assert "August 1956" == Date("1956-08").words

    @pytest.mark.parametrize(
        ("edtf", "certain"),
        [
            ("1956", True),
            ("1956-08-30/1956-08-31", True),
            ("1956?", False),
            ("1956~", False),
            ("1956%", False),
            ("195X", False),
            ("1956-XX", False),
            ("1956/..", False),
            ("1956/", False),
            ("/1956", False),
            ("1955/1956~", False),
        ],
    )
    def test_is_certain(self, edtf: str, certain: bool) -> None:  # noqa: FBT001
        """
        A date is certain if no part of it is doubtful, unspecified or open.
        """
        assert certain is Date(edtf).is_certain

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "yesterday",
            "56",
            "1956-8",
            "1956-08-3",
            "19560830",
            "30.8.1956",
            "1956-13",
            "1956-00",
            "1956-02-30",
            "1900-02-29",
            "0000",
            "000X",
            "XXXX",
            "19X6",
            "199X-05",
            "1956-XX-05",
            "1956-21-05",
            "1956??",
            "?1956",
            "1956-08-30T12:00",
            " 1956",
            "1956\n",
            "１９５６",
            "/",
            "..",
            "../..",
            "1956/1957/1958",
            "1956//",
            "1957/1956",
            "1956-08-31/1956-08-30",
            "1956/tomorrow",
        ],
    )
    def test_bad_text(self, text: str) -> None:
        """
        What is no date raises ValueError, which names the text or its bad half.
        """
        with pytest.raises(ValueError) as info:  # noqa: PT011  (the text is compared below)
            Date(text)

        named = str(info.value).split('"')[1]
        assert named in {text, text.rpartition("/")[2]}

    @given(st.text(alphabet="0123456789X-/.?~%", max_size=21))
    def test_any_text_is_a_date_or_a_value_error(self, text: str) -> None:
        """
        No text raises anything but ValueError.
        """
        with contextlib.suppress(ValueError):
            assert text == str(Date(text))


class TestOrder:
    """
    Tests for the comparisons of `Date`.
    """

    @given(EDTF, EDTF)
    def test_total(self, first: str, second: str) -> None:
        """
        Of two dates exactly one is less, or they are equal and written alike.
        """
        one, two = Date(first), Date(second)

        assert 1 == sum([one < two, one == two, one > two])
        assert (first == second) is (one == two)

    @given(EDTF, EDTF, EDTF)
    def test_transitive(self, first: str, second: str, third: str) -> None:
        """
        Sorted dates are in order, the first and the last of them too.
        """
        low, middle, high = sorted([Date(first), Date(second), Date(third)])

        assert low <= middle <= high
        assert low <= high

    @given(EDTF, EDTF)
    def test_consistent_with_earliest(self, first: str, second: str) -> None:
        """
        A date that begins earlier comes first.
        """
        one, two = sorted([Date(first), Date(second)])

        assert one.earliest <= two.earliest

    @given(EDTF)
    def test_equal_dates_hash_alike(self, edtf: str) -> None:
        """
        Dates that are written alike are one key.
        """
        assert {Date(edtf): 1} == {Date(edtf): 1}
        assert 1 == len({Date(edtf), Date(edtf)})

    def test_latest_breaks_ties(self) -> None:
        """
        Of dates that begin on one day the shorter comes first.
        """
        texts = ["195X", "1950", "1950-01", "1950-01-01"]

        assert texts[::-1] == [str(date) for date in sorted(map(Date, texts))]

    def test_other_types(self) -> None:
        """
        A date has no order with what is none.
        """
        with pytest.raises(TypeError):
            Date("1956") < "1957"  # noqa: B015


class TestSurelyBefore:
    """
    Tests for `Date.surely_before`.
    """

    def test_surely_before(self) -> None:
        """
        A date lies surely before another if its last day does.
        """
        assert Date("1956").surely_before(Date("1957"))
        assert not Date("1956~/1957").surely_before(Date("1957-06"))


class TestParts:
    """
    Tests for `Date.start`, `end`, `middle`, `is_interval` and `year_words`.
    """

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("1995", "1995"),
            ("1995~", "c. 1995"),
            ("1995?", "1995"),
            ("1995%", "c. 1995"),
            ("199X", "1990s"),
            ("19XX", "1900s"),
            ("0950", "950"),
            ("1956-08-30", "1956"),
            ("1956/1957", "1956"),
            ("../1900", "before 1900"),
            ("/1900~", "before c. 1900"),
            ("1948/..", "1948"),
        ],
    )
    def test_year_words(self, text: str, words: str) -> None:
        """
        The year is said as it is known; an open start as what lies before the end.
        """
        assert words == Date(text).year_words

    @pytest.mark.parametrize(
        ("text", "precision", "iso"),
        [
            ("1956-08-30", "day", "1956-08-30"),
            ("1956-08", "month", "1956-08"),
            ("1956-08-XX", "month", None),
            ("1956-22", "season", None),
            ("1956", "year", "1956"),
            ("1956-XX", "year", None),
            ("1956~", "year", None),
            ("195X", "decade", None),
            ("19XX", "century", None),
        ],
    )
    def test_precision(self, text: str, precision: str, iso: str | None) -> None:
        """
        A moment says its unit, and its ISO form if it is certain and ISO has one.
        """
        moment = Date(text).start

        assert moment is not None
        assert (precision, iso) == (moment.precision, moment.iso)

    def test_qualifiers(self) -> None:
        """
        Approximate and uncertain are told apart; "%" is both.
        """
        found = {
            text: (moment.is_approximate, moment.is_uncertain)
            for text in ("1995", "1995~", "1995?", "1995%")
            if (moment := Date(text).start)
        }

        assert {
            "1995": (False, False),
            "1995~": (True, False),
            "1995?": (False, True),
            "1995%": (True, True),
        } == found

    def test_open_ends(self) -> None:
        """
        An open or unknown end is no moment; a date that is no interval has one at both ends.
        """
        assert (None, None) == (Date("../1900").start, Date("1948/").end)
        assert Date("1956").start == Date("1956").end
        assert [False, True] == [Date(text).is_interval for text in ("1956", "1956/1957")]

    def test_middle(self) -> None:
        """
        The middle lies halfway, whatever the ends are.
        """
        assert dt.date(1995, 7, 2) == Date("1995").middle
        assert dt.date(1956, 8, 30) == Date("1956-08-30").middle
