"""
The tables of base rates in documents.
"""

from pathlib import Path

from ncrefs.book.content import rates
from ncrefs.catalog import Catalog
from tests.book.sample import SAMPLE
from tests.book.shown import shown
from tests.helpers import Folder

#: Tables of a few rows.
FEW = {
    "classes": """\
id,name,states,regimes,regimes_with_none,country_years,attempts,successful,alpha,beta,fit_differing,fit_alike
all-states,All states,3,4,2,2000.4,50,20,,,,
party-personal,One party,2,2,1,1000.0,10,4,0.5,40.0,-5.1,-7.2
""",
    "ages": """\
class,counted_by,from_year,to_year,country_years,attempts,successful
party-personal,age of the regime,0,5,100.0,6,3
party-personal,age of the regime,5,,900.0,4,1
all-states,age of the regime,0,5,200.0,30,9
other,tenure of the ruler,0,5,50.0,5,2
""",
    "codings": """\
id,scheme,coded_as,from_year,to_year,class,rate,sources
one,One,party-personal,1949,1990,party-personal,,lee2001 unknown
one,One,personal,1991,2010,,2.5,lee2001 cho1999
two,Two,monarchy,1949,2010,,0.5,cho1999
""",
    "forecasts": """\
id,forecast,for_year,percent,rank,states,median,sum,happened,sources
a,"A, a model",2015,1.44,81,162,1.43,4.85,2,lee2001 unknown
""",
    "lists": """\
state,gw,powell_thyne_years,powell_thyne_attempts,powell_thyne_successful,cline_coups,cline_attempts,cline_conspiracies,colpus_events,colpus_military,colpus_successful
Chile,155,76,9,8,7,6,5,4,3,2
""",
}


def counted(folder: Path) -> Catalog:
    """
    The sample with a few tables.
    """
    tables_ = {f"tables/{name}.csv": text for name, text in FEW.items()}
    return Folder(folder, SAMPLE | tables_).load()


def test_the_table_of_classes(tmp_path: Path) -> None:
    assert [
        "table.labelled",
        (
            "  | Class of regimes | Regimes | Years | Attempts | Per 100 years | Expected in 76 | "
            "Chance of none, % | if regimes differ, % |"
        ),
        "  | All states | 4 | 2,000 | 50 | 2.50 | 1.9 | 15 (8.2–24) | – |",
        "  | One party | 2 | 1,000 | 10 | 1.00 | 0.8 | 47 (25–69) | 59 |",
        (
            "p: Counted for this book from the regimes of REIGN and the attempts of Powell and "
            "Thyne, 1950 to 2020."
        ),
        "table_file",
    ] == shown(rates.table(counted(tmp_path), "classes"))


def test_the_table_of_ages(tmp_path: Path) -> None:
    assert [
        "table.labelled",
        "  | Years | One party | All states | other |",
        "  | Age of the regime, 0–5 | 6.0 (6) | 15.0 (30) |  |",
        "  | Age of the regime, 5 and more | 0.4 (4) |  |  |",
        "  | Tenure of the ruler, 0–5 |  |  | 10.0 (5) |",
        (
            "p: Counted for this book from the regimes of REIGN and the attempts of Powell and "
            "Thyne, 1950 to 2020."
        ),
        "table_file",
    ] == shown(rates.table(counted(tmp_path), "ages"))


def test_the_table_of_codings(tmp_path: Path) -> None:
    assert [
        "table.labelled",
        "  | Scheme | North Korea in it | Attempts expected | Chance of none, % |",
        (
            "  | One {.cites ([lee2001.cite.tier-scholarship]; [cho1999.cite.tier-scholarship])} | "
            "party-personal, 1949–1990; personal, 1991–2010 | 1.3 | 28 |"
        ),
        "  | Two {.cites ([cho1999.cite.tier-scholarship])} | monarchy, 1949–2010 | 0.38 | 68 |",
        (
            "p: Counted for this book from the classes of four schemes and the attempts of Powell "
            "and Thyne."
        ),
        "table_file",
    ] == shown(rates.table(counted(tmp_path), "codings"))


def test_the_table_of_forecasts(tmp_path: Path) -> None:
    assert [
        "table.labelled",
        "  | Forecast | Year | North Korea, % | Rank | Middle state, % | Sum | Happened |",
        (
            "  | A, a model {.cites ([lee2001.cite.tier-scholarship])} | 2015 | 1.44 | 81 of 162 | "
            "1.43 | 4.85 | 2 |"
        ),
        (
            "p: Counted for this book from the published files of the forecasts; what happened is "
            "Powell and Thyne's."
        ),
        "table_file",
    ] == shown(rates.table(counted(tmp_path), "forecasts"))


def test_what_has_no_known_source_has_no_empty_brackets(tmp_path: Path) -> None:
    forecasts = FEW["forecasts"].replace("lee2001 unknown", "unknown")
    catalog = Folder(tmp_path, SAMPLE | {"tables/forecasts.csv": forecasts}).load()
    assert shown(rates.table(catalog, "forecasts"))[2].startswith("  | A, a model | 2015 |")


def test_the_table_of_lists(tmp_path: Path) -> None:
    assert [
        "table.labelled",
        "  | State | Powell and Thyne | Cline Center | Colpus |",
        "  | Chile | 9 (8) | 7 + 6 + 5 | 4 (3) |",
        "p: Counted for this book from three lists of coups.",
        "table_file",
    ] == shown(rates.table(counted(tmp_path), "lists"))


def test_the_file_of_a_table_is_offered_below_it(tmp_path: Path) -> None:
    *_, file = rates.table(counted(tmp_path), "lists")
    assert isinstance(file, rates.table_file)
    assert file["table"] == "lists"
