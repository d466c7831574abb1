"""
The records in the forms that other programs read.

Each format is one module with a function `files(catalog)`, which gives the bytes of its
files by their names: the same records give the same bytes, and each file tells version
and licence. What a field means stands once, with the dataclass (see `fields`).
"""

from importlib import import_module
from pathlib import Path

from ncrefs.arguments import expect_word
from ncrefs.catalog import Catalog
from ncrefs.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """
    One form in which the records can be had.
    """

    module: str  #: the module of this package that writes it
    about: str  #: what it is, in a line
    file: str  #: the name of its file, or of the folder of its files


#: The formats by the names that the command line takes.
FORMATS: dict[str, Format] = {
    "json": Format("json_dump", "everything in one file, with its JSON Schema", "ncrefs-json"),
    "csv": Format("csv_package", "tables as a Frictionless data package", "ncrefs-csv"),
    "sqlite": Format("sqlite_file", "a database with full-text search", "ncrefs.sqlite"),
    "parquet": Format("parquet_files", "tables for data frames and DuckDB", "ncrefs-parquet"),
    "geojson": Format("geojson", "places and events on the map", "ncrefs.geojson"),
    "graphml": Format("graphml", "ties and kin as a graph", "ncrefs.graphml"),
    "gexf": Format("gexf", "ties and kin as a graph over time", "ncrefs.gexf"),
    "ftm": Format("followthemoney", "FollowTheMoney entities, one a line", "ncrefs.ftm.json"),
    "turtle": Format("turtle", "RDF: schema.org, FOAF, ORG, BIO and PROV", "ncrefs.ttl"),
    "bibtex": Format("bibtex", "the sources for LaTeX", "ncrefs.bib"),
    "csl": Format("csl", "the sources for Zotero and other reference managers", "ncrefs-csl.json"),
    "ics": Format("icalendar", "anniversaries for a calendar", "ncrefs.ics"),
    "atom": Format(
        "atom", "the records last compared with their sources, as a feed", "ncrefs.atom"
    ),
    "digests": Format(
        "digests", "a digest of each field, to tell later what has changed", "ncrefs-digests.json"
    ),
}


def files(catalog: Catalog, name: str) -> dict[str, bytes]:
    """
    The files of a format by their names.

    Args:
        catalog: The records.
        name: A key of FORMATS.

    Raises:
        ValueError: There is no such format.
        ModuleNotFoundError: It needs a library that is not installed.
    """
    expect_word("format", name, FORMATS)
    written: dict[str, bytes] = import_module(f"{__name__}.{FORMATS[name].module}").files(catalog)
    return written


def write(catalog: Catalog, name: str, path: Path | str | None = None) -> list[Path]:
    """
    Write a format to disk.

    Args:
        catalog: The records.
        name: A key of FORMATS.
        path: The file, or the folder of several files; by default the format's own
            name in the working directory.

    Returns:
        The files that were written.

    Raises:
        ValueError: There is no such format.
        ModuleNotFoundError: It needs a library that is not installed.
        OSError: A file cannot be written.
    """
    made = files(catalog, name)
    place = Path(path or FORMATS[name].file)
    if len(made) == 1:
        paths = {place / FORMATS[name].file if place.is_dir() else place: next(iter(made.values()))}
    else:
        paths = {place / file: data for file, data in made.items()}
    for file, data in paths.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return list(paths)
