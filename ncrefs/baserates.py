"""
How many attempts a number of quiet years would have had: rates, intervals, chances.

Nothing here knows of North Korea or of files; `ncrefs.tables` reads the counts. Years are
country-years: one regime in power for one year. All intervals are two-sided.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Share of intervals that hold the true value.
LEVEL = 0.95


def rate(events: int, years: float) -> float:
    """
    Events per 100 country-years: 100 · events / years.

    >>> round(rate(52, 2062.9), 2)
    2.52
    """
    return 100 * events / years


def garwood(events: int, level: float = LEVEL) -> tuple[float, float]:
    """
    The exact interval of a Poisson mean of which *events* were counted.

    The lower limit is half the chi-square quantile at (1 - level) / 2 with 2 · events degrees
    of freedom, the upper one half that at (1 + level) / 2 with 2 · events + 2: F. Garwood,
    "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936).

    >>> [round(limit, 3) for limit in garwood(1)]
    [0.025, 5.572]
    """
    tail = (1 - level) / 2
    low = gamma_quantile(events, tail) if events else 0.0
    return low, gamma_quantile(events + 1, 1 - tail)


def expected(per_100: float, years: float) -> float:
    """
    Events to be expected in a number of years: rate · years / 100.
    """
    return per_100 * years / 100


def chance_of_none(events: float) -> float:
    """
    The chance that none comes where *events* are expected: exp(-events), the first term of
    S. D. Poisson's distribution.

    >>> round(chance_of_none(1.92), 3)
    0.147
    """
    return math.exp(-events)


@dataclass(frozen=True, slots=True)
class Mixture:
    """
    Regimes that differ: the rate of each is drawn once from a gamma distribution.

    The count of a regime is then negative binomial: M. Greenwood and G. U. Yule, Journal of
    the Royal Statistical Society 83 (1920). The two numbers were fitted by maximum likelihood.
    """

    alpha: float  #: shape; the smaller, the more regimes differ
    beta: float  #: in years, so that alpha / beta is the mean rate in a year

    def chance_of_none(self, years: float) -> float:
        """
        The chance that a new regime has no event in so many years: (β / (β + years))^α.
        """
        return float((self.beta / (self.beta + years)) ** self.alpha)

    def rate_after(self, quiet: float) -> float:
        """
        The rate per 100 years of a regime that had none in *quiet* years: 100 · α / (β + quiet),
        the mean of the gamma distribution updated by them (the conjugate prior of a Poisson rate).
        """
        return 100 * self.alpha / (self.beta + quiet)


@dataclass(frozen=True, slots=True)
class Hazard:
    """
    The rate per 100 years within a band of ages or calendar years.
    """

    start: float
    end: float  #: infinite in the last band
    rate: float


def expected_over(hazards: Iterable[Hazard], start: float, end: float) -> float:
    """
    Events to be expected between two ages or years: the sum over the bands of their rate by
    the time spent in them.
    """
    total = 0.0
    for hazard in hazards:
        spent = min(end, hazard.end) - max(start, hazard.start)
        total += expected(hazard.rate, max(0.0, spent))
    return total


@dataclass(frozen=True, slots=True)
class Spell:
    """
    One regime from its first day to its last.
    """

    type: str
    start: dt.date
    end: dt.date


def charged_to(spells: Sequence[Spell], day: dt.date) -> Spell | None:
    """
    The regime that an attempt is charged to: the one in power the day before, start < day <= end.

    A table of country-years has the regime at the end of the year, so that a coup which
    succeeded would be charged to the junta that it made.
    """
    return next((spell for spell in spells if spell.start < day <= spell.end), None)


def gamma_share(shape: float, value: float) -> float:
    """
    The regularised lower incomplete gamma function P(shape, value).

    By its power series (NIST DLMF 8.11.4) below shape + 1, above it by the continued fraction
    of its complement (DLMF 8.9.2) after W. J. Lentz, Applied Optics 15 (1976).
    """
    if value <= 0:
        return 0.0
    scale = math.exp(shape * math.log(value) - value - math.lgamma(shape))
    if value < shape + 1:
        term = total = 1 / shape
        step = shape
        while term > total * 1e-17:
            step += 1
            term *= value / step
            total += term
        return total * scale
    return 1 - scale * _fraction(shape, value)


def _fraction(shape: float, value: float) -> float:
    tiny = 1e-300
    b = value + 1 - shape
    c, d = 1 / tiny, 1 / b
    fraction = d
    for step in range(1, 100_000):
        a = -step * (step - shape)
        b += 2
        d = 1 / (a * d + b or tiny)
        c = b + a / c or tiny
        fraction *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return fraction


def gamma_quantile(shape: float, share: float) -> float:
    """
    The value below which a share of the gamma distribution with scale 1 lies, by bisection of
    `gamma_share`; half a chi-square quantile with 2 · shape degrees of freedom.
    """
    low, high = 0.0, shape + 1
    while gamma_share(shape, high) < share:
        high *= 2
    while True:
        middle = (low + high) / 2
        if not low < middle < high:
            return middle
        if gamma_share(shape, middle) < share:
            low = middle
        else:
            high = middle
