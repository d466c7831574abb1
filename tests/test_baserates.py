"""
The arithmetic of base rates, against scipy, and the tables, against what was published of them.
"""

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
from ncrefs.counts import YEARS, Class
from ncrefs.figures import figures_of, percent
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

    @given(st.integers(0, 60), st.floats(0.01, 60))
    def test_the_chance_of_at_most_so_many_is_scipys(self, events: int, mean: float) -> None:
        assert stats.poisson.cdf(events, mean) == pytest.approx(
            baserates.at_most(events, mean), abs=1e-9
        )

    def test_none_is_at_most_none(self) -> None:
        """
        The chance of no event is the distribution function at zero.
        """
        assert baserates.at_most(0, 1.92) == pytest.approx(baserates.chance_of_none(1.92))

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
