"""
The arithmetic of base rates, against scipy, and the tables, against what was published of them.
"""

import dataclasses
import datetime as dt
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import ncrefs
from ncrefs import baserates, tables
from ncrefs.baserates import Hazard, Mixture, Spell
from ncrefs.counts import (
    YEARS,
    Age,
    Class,
    Coding,
    Forecast,
    ListCount,
    Period,
    Regime,
    StateLists,
)
from ncrefs.figures import expected, figures_of, percent
from ncrefs.tables import Tables, read_tables

COUNTS = st.integers(min_value=0, max_value=2000)


@pytest.fixture(scope="module")
def found() -> Tables:
    return read_tables(ncrefs.DATA)


class TestArithmetic:
    @given(st.floats(0.05, 800), st.floats(0, 2000))
    def test_the_gamma_function_is_scipys(self, shape: float, value: float) -> None:
        """
        Its share below a value, on both sides of the mean.
        """
        wanted = stats.gamma.cdf(value, shape)
        assert wanted == pytest.approx(baserates.gamma_share(shape, value), rel=1e-9, abs=1e-12)

    @given(COUNTS, st.sampled_from([0.5, 0.9, 0.95, 0.99]))
    def test_the_interval_of_a_count_is_exact(self, events: int, level: float) -> None:
        """
        Half the chi-square quantiles, as Garwood gives them.
        """
        tail = (1 - level) / 2
        low = stats.chi2.ppf(tail, 2 * events) / 2 if events else 0
        high = stats.chi2.ppf(1 - tail, 2 * events + 2) / 2
        assert (low, high) == pytest.approx(baserates.garwood(events, level), rel=1e-9)

    @pytest.mark.parametrize(
        ("events", "low", "high"),
        [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (10, 4.7954, 18.3904), (50, 37.1110, 65.9189)],
    )
    def test_known_limits(self, events: int, low: float, high: float) -> None:
        """
        Those that tables of the Poisson distribution print.
        """
        assert (low, high) == pytest.approx(baserates.garwood(events), abs=5e-4)

    @given(st.floats(0.05, 20), st.floats(0.5, 500), st.floats(0.1, 200))
    def test_a_mixture_is_negative_binomial(self, alpha: float, beta: float, years: float) -> None:
        """
        The chance of none is scipy's for the same two numbers.
        """
        wanted = stats.nbinom.pmf(0, alpha, beta / (beta + years))
        assert wanted == pytest.approx(Mixture(alpha, beta).chance_of_none(years), rel=1e-6)

    def test_quiet_years_lower_the_rate(self) -> None:
        """
        Nothing seen is the mean rate; the longer the quiet, the lower.
        """
        mixture = Mixture(0.5, 10)
        assert 5 == pytest.approx(mixture.rate_after(0))
        assert mixture.rate_after(100) < mixture.rate_after(50) < 5

    def test_expectation_over_bands_counts_the_time_in_each(self) -> None:
        """
        Two years of the first band, three of the last, which has no end.
        """
        bands = [Hazard(0, 5, 10.0), Hazard(5, math.inf, 2.0)]
        assert (2 * 10 + 3 * 2) / 100 == pytest.approx(baserates.expected_over(bands, 3, 8))


class TestCharging:
    SPELLS = (
        Spell("party-based", dt.date(1960, 8, 22), dt.date(1968, 11, 19)),
        Spell("military", dt.date(1968, 11, 19), dt.date(1991, 3, 26)),
    )

    def test_a_coup_is_charged_to_the_regime_that_it_ended(self) -> None:
        """
        Not to the junta that it made, which was in power at the end of the day and the year.
        """
        charged = baserates.charged_to(self.SPELLS, dt.date(1968, 11, 19))
        assert "party-based" == (charged and charged.type)

    def test_the_next_day_is_the_successors(self) -> None:
        charged = baserates.charged_to(self.SPELLS, dt.date(1968, 11, 20))
        assert "military" == (charged and charged.type)

    def test_a_day_outside_every_spell_is_nobodys(self) -> None:
        assert baserates.charged_to(self.SPELLS, dt.date(1960, 8, 22)) is None

    @pytest.mark.parametrize(("state", "date"), [("Mali", "1968-11-19"), ("Guinea", "1984-04-03")])
    def test_two_coups_are_charged_to_a_party(self, found: Tables, state: str, date: str) -> None:
        """
        Joined by year, both fall to the juntas that followed.
        """
        (attempt,) = [x for x in found.attempts if (x.state, x.date) == (state, date)]
        assert ("party-based", 1) == (attempt.type, attempt.successful)

    @pytest.mark.parametrize("id_", ["party-based", "party-personal", "party-personal-military"])
    def test_the_list_of_attempts_makes_the_counts(self, found: Tables, id_: str) -> None:
        """
        The table of classes counts the attempts that the table of attempts lists.
        """
        listed = [x for x in found.attempts if x.type == id_]
        row = found.of_class(id_)
        assert (len(listed), sum(x.successful for x in listed)) == (row.attempts, row.successful)


class TestTables:
    @pytest.mark.parametrize(
        ("id_", "rate", "limits", "count", "none", "none_limits"),
        [
            ("all-states", 4.2219, (3.8511, 4.6187), 3.2086, 0.0404, (0.0299, 0.0536)),
            ("autocracies", 6.1968, (5.5715, 6.8732), 4.7096, 0.0090, (0.0054, 0.0145)),
            ("personal", 7.5526, (6.2074, 9.1030), 5.7400, 0.0032, (0.0010, 0.0089)),
            ("monarchy", 2.2974, (1.4720, 3.4183), 1.7460, 0.1745, (0.0744, 0.3267)),
            ("party-based", 2.2558, (1.5963, 3.0962), 1.7144, 0.1801, (0.0951, 0.2972)),
            ("party-personal", 3.7007, (2.0232, 6.2091), 2.8125, 0.0601, (0.0089, 0.2149)),
            ("party-types", 2.5208, (1.8826, 3.3056), 1.9158, 0.1472, (0.0811, 0.2391)),
            ("bloc", 0.15, (0.00, 0.85), 0.12, 0.8909, (0.5254, 0.9971)),
        ],
    )
    def test_a_class_gives_the_published_values(
        self,
        found: Tables,
        id_: str,
        rate: float,
        limits: tuple[float, float],
        count: float,
        none: float,
        none_limits: tuple[float, float],
    ) -> None:
        """
        As they were first computed, from years that were not yet rounded.
        """
        row = found.of_class(id_)
        assert (rate, *limits) == pytest.approx((row.rate, *row.limits), abs=0.005)
        assert count == pytest.approx(row.expected, abs=0.005)
        assert (none, *none_limits) == pytest.approx((row.none, *row.none_limits), abs=2e-4)

    @pytest.mark.parametrize(
        ("id_", "none", "after"),
        [
            ("autocracies", 0.2009, 0.6767),
            ("military", 0.0287, 1.6703),
            ("monarchy", 0.3204, 0.7896),
            ("party-personal", 0.3501, 0.4638),
            ("party-types", 0.3850, 0.5243),
        ],
    )
    def test_a_mixture_gives_the_published_values(
        self, found: Tables, id_: str, none: float, after: float
    ) -> None:
        """
        The chance of none, and the rate after the quiet years.
        """
        mixture = found.of_class(id_).mixture
        assert mixture is not None
        got = mixture.chance_of_none(YEARS), mixture.rate_after(YEARS)
        assert (none, after) == pytest.approx(got, abs=2e-4)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("autocracies.ages.expected", "2.2"),
            ("autocracies.ages.none", "11"),
            ("party-types.ages.none", "29"),
            ("autocracies.decades.expected", "4.3"),
            ("party-types.decades.none", "19"),
            ("scheme.kailitz.expected", "1.1"),
            ("lasted-40.regimes", "46"),
            ("lasted-40.quiet", "28"),
            ("colpus.military-coups.party-types.none", "11"),
            ("cline-center-coups.conspiracies.party-types.attempts", "31"),
            ("beger-2017.scaled", "0.5"),
        ],
    )
    def test_figures_are_those_of_the_research(self, found: Tables, name: str, value: str) -> None:
        assert value == figures_of(found)[name]

    def test_the_two_party_types_add_up(self, found: Tables) -> None:
        """
        A class that joins two has the sum of their counts.
        """

        def counts(row: Class) -> tuple[int, int, int]:
            return row.regimes, row.attempts, row.successful

        both = zip(
            counts(found.of_class("party-based")),
            counts(found.of_class("party-personal")),
            strict=True,
        )
        assert tuple(map(sum, both)) == counts(found.of_class("party-types"))

    def test_the_camp_is_its_states(self, found: Tables) -> None:
        """
        Fourteen regimes, without North Korea, make the class.
        """
        row = found.of_class("bloc")
        assert len(found.bloc) == row.regimes == 14
        assert sum(x.country_years for x in found.bloc) == pytest.approx(row.country_years, abs=1)
        assert "Korea North" not in {x.state for x in found.bloc}

    def test_every_source_of_a_table_is_in_the_bibliography(self, found: Tables) -> None:
        keys = {key for made in tables.SOURCES.values() for key in made}
        keys |= {key for coding in found.codings for key in coding.sources}
        keys |= {key for forecast in found.forecasts for key in forecast.sources}
        assert set() == keys - set(ncrefs.sources.ids)

    def test_every_file_is_a_table_and_every_column_is_explained(self) -> None:
        """
        A file's columns are those that its dataclass explains, in any order.
        """
        folder = ncrefs.DATA / tables.FOLDER
        assert set(tables.SOURCES) == {path.stem for path in folder.iterdir()}
        for name in tables.SOURCES:
            head = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
            assert set(tables.columns(name)) == set(head.split(",")), name

    def test_a_wrong_cell_is_named_by_file_and_line(self, tmp_path: Path) -> None:
        (tmp_path / "tables").mkdir()
        path = tmp_path / "tables" / "attempts.csv"
        path.write_text("state,date,successful,type\nMali,1968-11-19,yes,party-based\n")
        with pytest.raises(ValueError, match=r"attempts\.csv:2: .*yes"):
            read_tables(tmp_path)

    def test_a_catalog_without_tables_has_no_figures(self, tmp_path: Path) -> None:
        """
        But the number of years that are asked about.
        """
        named = {key for key in figures_of(read_tables(tmp_path)) if "lasted" not in key}
        assert {"years"} == named

    @pytest.mark.parametrize(
        ("share", "words"), [(0.1472, "15"), (0.0994, "9.9"), (0.09951, "10"), (3.4e-6, "0.0003")]
    )
    def test_a_share_is_said_in_per_cent(self, share: float, words: str) -> None:
        assert words == percent(share)

    @pytest.mark.parametrize(
        ("share", "words"),
        [(0, "0.0"), (0.0009, "0.1"), (0.0004, "0.04"), (0.0995, "10"), (1e-15, "0.0000000000001")],
    )
    def test_small_shares_show_one_figure(self, share: float, words: str) -> None:
        assert words == percent(share)

    @pytest.mark.parametrize(("count", "words"), [(0.5, "0.5"), (0.499, "0.50"), (4.71, "4.7")])
    def test_events_are_said_with_a_decimal(self, count: float, words: str) -> None:
        """
        Two below a half.
        """
        assert words == expected(count)


def _class(id_: str, years: float, attempts: int, **more: float | None) -> Class:
    fitted = dict.fromkeys(("alpha", "beta", "fit_differing", "fit_alike")) | more
    counts = {"states": 3, "regimes": 4, "regimes_with_none": 2, "successful": 1}
    return Class(id=id_, name=id_, country_years=years, attempts=attempts, **counts, **fitted)  # type: ignore[arg-type]


def _age(start: int, end: int | None, attempts: int, by: str = "age of the regime") -> Age:
    return Age(
        class_="a", counted_by=by, from_year=start, to_year=end, country_years=100.0,
        attempts=attempts, successful=0,
    )  # fmt: skip


def _period(start: int, end: int, attempts: int) -> Period:
    return Period(
        class_="b", from_year=start, to_year=end, country_years=100.0, attempts=attempts,
        successful=0,
    )  # fmt: skip


def _regime(years: float, attempts: int) -> Regime:
    return Regime(
        state="Mali", type="monarchy", start="1950-01-01", end="2020-12-31", country_years=years,
        attempts=attempts, successful=0,
    )  # fmt: skip


def _coding(start: int, end: int, class_: str | None, rate: float | None) -> Coding:
    return Coding(
        id="s", scheme="S", coded_as="x", from_year=start, to_year=end, class_=class_, rate=rate,
        sources=(),
    )  # fmt: skip


def _lists(state: str, *, attempts: int, successful: int) -> StateLists:
    others = dict.fromkeys((f.name for f in dataclasses.fields(StateLists)), 0)
    counts = {"powell_thyne_attempts": attempts, "powell_thyne_successful": successful}
    return StateLists(**{**others, **counts, "state": state})  # type: ignore[arg-type]


class TestFigures:
    """
    Every figure of tables that are small enough to reckon by hand.
    """

    CLASSES = (
        _class("a", 12345.6, 500, alpha=0.5, beta=10, fit_differing=-120.4, fit_alike=-150.6),
        _class("b", 1000.0, 1),
    )

    @pytest.mark.parametrize(
        ("made", "figures"),
        [
            (
                Tables(classes=CLASSES[:1]),
                {
                    "a.states": "3", "a.regimes": "4", "a.quiet": "2", "a.years": "12,346",
                    "a.attempts": "500", "a.successful": "1", "a.rate": "4.1", "a.expected": "3.1",
                    "a.none": "4.6", "a.none-low": "3.5", "a.none-high": "6.0", "a.mixed": "34",
                    "a.fit-differing": "−120", "a.fit-alike": "−151", "a.after": "0.58",
                },
            ),
            (
                Tables(classes=CLASSES[1:]),
                {
                    "b.states": "3", "b.regimes": "4", "b.quiet": "2", "b.years": "1,000",
                    "b.attempts": "1", "b.successful": "1", "b.rate": "0.1", "b.expected": "0.08",
                    "b.none": "93", "b.none-low": "65", "b.none-high": "100",
                },
            ),
            (  # 8.69 years at 5 per 100 and 67.31 at 1
                Tables(ages=(_age(0, 10, 5), _age(10, None, 1), _age(5, 9, 90, "tenure"))),
                {
                    "a.age-0": "5.0", "a.age-10": "1.0", "a.tenure-5": "90.0",
                    "a.ages.expected": "1.1", "a.ages.none": "33",
                },
            ),
            (  # 50 years at 4 per 100 and 26 at 1
                Tables(periods=(_period(1950, 1999, 4), _period(2000, 2025, 1))),
                {
                    "b.from-1950": "4.0", "b.from-2000": "1.0",
                    "b.decades.expected": "2.3", "b.decades.none": "10",
                },
            ),
            (  # no year at 9 per 100, 10 years at 1, and the last class to the end: 66 years at 2
                Tables(
                    codings=(
                        _coding(1940, 1945, None, 9.0), _coding(1946, 1949, None, 9.0),
                        _coding(1950, 1959, None, 1.0), _coding(1960, 2010, None, 2.0),
                    )
                ),
                {"scheme.s.expected": "1.4", "scheme.s.none": "24"},
            ),
            (
                Tables(
                    counts=(
                        ListCount(
                            list="colpus", counted="military coups, all", class_="b",
                            country_years=200.0, attempts=1,
                        ),
                    )
                ),
                {
                    "colpus.military-coups.b.attempts": "1",
                    "colpus.military-coups.b.expected": "0.38",
                    "colpus.military-coups.b.none": "68",
                },
            ),
            (
                Tables(lists=(_lists("Korea North", attempts=7, successful=6),)),
                {"korea-north.attempts": "7", "korea-north.successful": "6"},
            ),
            (
                Tables(
                    forecasts=(
                        Forecast(
                            id="f", forecast="F", for_year=2017, percent=0.25, rank=7, states=160,
                            median=0.75, sum=4.5, happened=9, sources=(),
                        ),
                    )
                ),
                {
                    "f.percent": "0.25", "f.rank": "7", "f.states": "160", "f.median": "0.75",
                    "f.sum": "4.5", "f.happened": "9", "f.scaled": "0.5",
                },
            ),
        ],
        ids=["mixture", "no mixture", "ages", "periods", "codings", "counts", "lists", "forecasts"],
    )  # fmt: skip
    def test_of_each_table(self, made: Tables, figures: dict[str, str]) -> None:
        found = figures_of(made)
        lasted = {name for name in found if name.startswith("lasted")}
        assert figures | {"years": "76"} == {n: v for n, v in found.items() if n not in lasted}

    def test_codings_take_the_rate_of_their_class(self) -> None:
        """
        Ten years at 0.1 per 100, and sixty-six at 2.
        """
        codings = (_coding(1950, 1959, "b", None), _coding(1960, 2025, None, 2.0))
        found = figures_of(Tables(classes=self.CLASSES, codings=codings))
        assert ("1.3", "26") == (found["scheme.s.expected"], found["scheme.s.none"])

    def test_regimes_that_lasted(self) -> None:
        """
        How many lasted so many years, the whole of them, and how many of these had no attempt.
        """
        rows = (_regime(39.9, 0), _regime(40, 0), _regime(55, 2), _regime(70, 0))
        found = figures_of(Tables(long_regimes=rows))
        lasted = {name: value for name, value in found.items() if name.startswith("lasted")}
        assert {
            "lasted-40.regimes": "3", "lasted-40.quiet": "2",
            "lasted-50.regimes": "2", "lasted-50.quiet": "1",
            "lasted-60.regimes": "1", "lasted-60.quiet": "1",
            "lasted-70.regimes": "1", "lasted-70.quiet": "1",
        } == lasted  # fmt: skip
