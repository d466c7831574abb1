"""
Rows of the small tables of the catalog: counts of coups by kind, age and period of regimes.

The fields are the columns of the files and say what they mean. North Korea is left out of
every class.
"""

import math
from dataclasses import dataclass, field
from typing import Any

from ncrefs import baserates
from ncrefs.baserates import Hazard, Mixture

#: The years that the book asks about.
FIRST, LAST = 1950, 2025
YEARS = LAST - FIRST + 1
#: Age of the North Korean state, founded on 9 September 1948, when the first year began.
AGE_AT_FIRST = 1.31
#: Key of a field's metadata: what the column means.
MEANS = "means"


def column(means: str) -> Any:
    """
    A column, with what it means.
    """
    return field(metadata={MEANS: means})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """
    What every count of attempts has.
    """

    country_years: float = column("years that regimes were in power between 1950 and 2020, summed")
    attempts: int = column("attempts charged to the regime in power the day before")

    @property
    def rate(self) -> float:
        """
        Attempts per 100 country-years.
        """
        return baserates.rate(self.attempts, self.country_years)

    @property
    def limits(self) -> tuple[float, float]:
        """
        The exact interval of the rate.
        """
        low, high = baserates.garwood(self.attempts)
        return 100 * low / self.country_years, 100 * high / self.country_years

    @property
    def expected(self) -> float:
        """
        Attempts that the years from 1950 to 2025 would have had at this rate.
        """
        return baserates.expected(self.rate, YEARS)

    @property
    def none(self) -> float:
        """
        The chance of no attempt in those years.
        """
        return baserates.chance_of_none(self.expected)

    @property
    def none_limits(self) -> tuple[float, float]:
        """
        That chance at the upper and the lower limit of the rate.
        """
        low, high = (baserates.expected(limit, YEARS) for limit in self.limits)
        return baserates.chance_of_none(high), baserates.chance_of_none(low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Class(Counts):
    """
    A class of regimes.
    """

    id: str = column("the class, as other tables name it")
    name: str = column("the class in words; types as REIGN has them")
    states: int = column("states that had such a regime")
    regimes: int = column("regimes, each from its first to its last day")
    regimes_with_none: int = column("regimes without an attempt")
    successful: int = column("attempts that succeeded")
    alpha: float | None = column("shape of the gamma-Poisson mixture, by maximum likelihood")
    beta: float | None = column("its second number, in years")
    fit_differing: float | None = column("log-likelihood of the counts under the mixture")
    fit_alike: float | None = column("log-likelihood of the counts under one rate for all")

    @property
    def mixture(self) -> Mixture | None:
        """
        The same class, if its regimes are allowed to differ.
        """
        if self.alpha is None or self.beta is None:
            return None
        return Mixture(self.alpha, self.beta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Counts):
    """
    A class of regimes in some calendar years.
    """

    class_: str = column("the class")
    from_year: int = column("first calendar year")
    to_year: int = column("last calendar year")
    successful: int = column("attempts that succeeded")

    @property
    def hazard(self) -> Hazard:
        """
        The rate from the first day of the first year to the last of the last.
        """
        return Hazard(self.from_year, self.to_year + 1, self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Counts):
    """
    A class of regimes at an age, or under rulers of a tenure.
    """

    class_: str = column("the class")
    counted_by: str = column("what is counted: age of the regime, or tenure of the ruler")
    from_year: int = column("complete years at the start of the band")
    to_year: int | None = column("complete years at its end; empty in the last band")
    successful: int = column("attempts that succeeded")

    @property
    def hazard(self) -> Hazard:
        """
        The rate in this band.
        """
        end = math.inf if self.to_year is None else self.to_year
        return Hazard(self.from_year, end, self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Counts):
    """
    One regime.
    """

    state: str = column("the state, as REIGN names it")
    type: str = column("type of the regime in REIGN")
    start: str = column("its first day")
    end: str = column("its last day, or the last day of 2020")
    successful: int = column("attempts that succeeded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """
    One attempt against a regime of a party.
    """

    state: str = column("the state, as Powell and Thyne name it")
    date: str = column("the day of the attempt")
    successful: int = column("1 if it succeeded, else 0")
    type: str = column("type of the regime in power the day before")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCount(Counts):
    """
    What another list of coups counts for a class.
    """

    list: str = column("the list: id of its record")
    counted: str = column("which of its entries were counted")
    class_: str = column("the class")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLists:
    """
    What three lists of coups hold for a state.
    """

    state: str = column("the state")
    gw: int = column("number of the state after Gleditsch and Ward")
    powell_thyne_years: int = column("years in the Powell and Thyne table of January 2026")
    powell_thyne_attempts: int = column("attempts there, 1950 to 2025")
    powell_thyne_successful: int = column("of these, successful")
    cline_coups: int = column("realised coups in Cline Center 2.1.2, 1945 to 2022")
    cline_attempts: int = column("attempts there")
    cline_conspiracies: int = column("conspiracies there")
    colpus_events: int = column("events in Colpus, 1946 to 2022")
    colpus_military: int = column("of these, military")
    colpus_successful: int = column("of these events, successful")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """
    How a scholar's data class North Korea in some years.
    """

    id: str = column("the scheme; its rows follow one another")
    scheme: str = column("whose classes they are")
    coded_as: str = column("class of North Korea, in the scheme's words")
    from_year: int = column("first year so coded")
    to_year: int = column("last year so coded")
    class_: str | None = column("the class of this book's table that is the same, if any")
    rate: float | None = column("attempts per 100 years of that class elsewhere, if not")
    sources: tuple[str, ...] = column("keys of the sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """
    What a published model said of the risk of an attempt within a year.
    """

    id: str = column("the forecast")
    forecast: str = column("whose it is")
    for_year: int = column("the year it is for")
    percent: float = column("chance of an attempt in North Korea, per cent")
    rank: int = column("rank of North Korea, from the state at most risk")
    states: int = column("states with a forecast")
    median: float = column("chance in the state in the middle, per cent")
    sum: float = column("attempts that the model expected in all states together")
    happened: int = column("attempts in that year in Powell and Thyne's table")
    sources: tuple[str, ...] = column("keys of the sources")

    @property
    def scaled(self) -> float:
        """
        The chance in per cent, scaled so that the sum over states is what happened.
        """
        return self.percent * self.happened / self.sum
