"""
The figures of the base rates as prose says them, each by its name.

A name has the parts of a figure's place with dots: `party-types.expected` is what a regime
of that class would have had from 1950 to 2025. Prose that takes its figures from here cannot
differ from the tables.
"""

from collections.abc import Iterator, Sequence

from ncrefs import baserates
from ncrefs.counts import AGE_AT_FIRST, FIRST, LAST, YEARS, Class, Coding
from ncrefs.tables import Tables

#: Spans of years that a regime has lasted, of which the figures say how many had no attempt.
_LASTED = (40, 50, 60, 70)


def percent(share: float) -> str:
    """
    A share in per cent as the book says it: whole from 10 on, with one decimal below, and
    as many below 0.1 as show one figure.

    >>> percent(0.147), percent(0.009), percent(0.0000034)
    ('15', '0.9', '0.0003')
    """
    value = 100 * share
    if value >= 9.95:
        return f"{value:.0f}"
    digits = 1
    while value and round(value, digits) == 0:
        digits += 1
    return f"{value:.{digits}f}"


def expected(count: float) -> str:
    """
    A number of events with one decimal, or two below a half.

    >>> expected(4.71), expected(0.1155)
    ('4.7', '0.12')
    """
    return f"{count:.1f}" if count >= 0.5 else f"{count:.2f}"


def over_ages(found: Tables, class_: str) -> float:
    """
    Events to be expected of a regime of North Korea's ages from 1950 to 2025.
    """
    hazards = [age.hazard for age in found.by_age(class_)]
    return baserates.expected_over(hazards, AGE_AT_FIRST, AGE_AT_FIRST + YEARS)


def over_periods(found: Tables, class_: str) -> float:
    """
    Events to be expected of a class by decade, to the end of the regimes in 2020.
    """
    hazards = [period.hazard for period in found.periods if period.class_ == class_]
    return baserates.expected_over(hazards, FIRST, LAST + 1)


def over_codings(found: Tables, rows: Sequence[Coding]) -> float:
    """
    Events to be expected if a scheme's classes of North Korea are right; its first and its
    last class are carried to the ends of the years asked about.
    """
    total = 0.0
    for place, row in enumerate(rows):
        start = row.from_year if place else FIRST
        end = row.to_year if place + 1 < len(rows) else LAST
        per_100 = found.of_class(row.class_).rate if row.class_ else row.rate
        years = max(0, end - max(start, FIRST) + 1)
        total += baserates.expected(per_100 or 0.0, years)
    return total


def schemes(found: Tables) -> dict[str, list[Coding]]:
    """
    The codings by scheme.
    """
    grouped: dict[str, list[Coding]] = {}
    for row in found.codings:
        grouped.setdefault(row.id, []).append(row)
    return grouped


def figures_of(found: Tables) -> dict[str, str]:
    """
    Every figure by its name.
    """
    named = {"years": str(YEARS)}
    for class_ in found.classes:
        named |= {f"{class_.id}.{name}": value for name, value in _of_class(class_)}
    named.update(_of_bands(found))
    named.update(_of_schemes(found))
    named.update(_of_lists(found))
    named.update(_of_forecasts(found))
    for years in _LASTED:
        lasting = [row for row in found.long_regimes if row.country_years >= years]
        named[f"lasted-{years}.regimes"] = str(len(lasting))
        named[f"lasted-{years}.quiet"] = str(sum(row.attempts == 0 for row in lasting))
    return named


def _of_bands(found: Tables) -> Iterator[tuple[str, str]]:
    for age in found.ages:
        by = "age" if age.counted_by.startswith("age") else "tenure"
        yield f"{age.class_}.{by}-{age.from_year}", f"{age.rate:.1f}"
    for period in found.periods:
        yield f"{period.class_}.from-{period.from_year}", f"{period.rate:.1f}"
    for name in dict.fromkeys(age.class_ for age in found.ages):
        yield from _surprise(f"{name}.ages", over_ages(found, name))
    for name in dict.fromkeys(period.class_ for period in found.periods):
        yield from _surprise(f"{name}.decades", over_periods(found, name))


def _of_schemes(found: Tables) -> Iterator[tuple[str, str]]:
    for name, rows in schemes(found).items():
        yield from _surprise(f"scheme.{name}", over_codings(found, rows))


def _of_lists(found: Tables) -> Iterator[tuple[str, str]]:
    for row in found.counts:
        kind = row.counted.split(",")[0].replace(" ", "-")
        name = f"{row.list}.{kind}.{row.class_}"
        yield f"{name}.attempts", str(row.attempts)
        yield from _surprise(name, row.expected)
    for state in found.lists:
        name = state.state.lower().replace(" ", "-")
        yield f"{name}.attempts", str(state.powell_thyne_attempts)
        yield f"{name}.successful", str(state.powell_thyne_successful)


def _of_forecasts(found: Tables) -> Iterator[tuple[str, str]]:
    for row in found.forecasts:
        for field in ("percent", "rank", "states", "median", "sum", "happened"):
            yield f"{row.id}.{field}", str(getattr(row, field))
        yield f"{row.id}.scaled", f"{row.scaled:.1f}"


def _of_class(row: Class) -> Iterator[tuple[str, str]]:
    yield "states", str(row.states)
    yield "regimes", str(row.regimes)
    yield "quiet", str(row.regimes_with_none)
    yield "years", f"{row.country_years:,.0f}"
    yield "attempts", str(row.attempts)
    yield "successful", str(row.successful)
    yield "rate", f"{row.rate:.1f}"
    yield "expected", expected(row.expected)
    yield "none", percent(row.none)
    for end, value in zip(("low", "high"), row.none_limits, strict=True):
        yield f"none-{end}", percent(value)
    if row.mixture:
        yield "mixed", percent(row.mixture.chance_of_none(YEARS))
        yield "fit-differing", f"{row.fit_differing:.0f}".replace("-", "−")
        yield "fit-alike", f"{row.fit_alike:.0f}".replace("-", "−")
        yield "after", f"{row.mixture.rate_after(YEARS):.2f}"


def _surprise(name: str, count: float) -> Iterator[tuple[str, str]]:
    yield f"{name}.expected", expected(count)
    yield f"{name}.none", percent(baserates.chance_of_none(count))
