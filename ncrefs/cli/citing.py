"""
`ncrefs cite`: a source, or a record, as it is cited.
"""

import click

from ncrefs.citations import apa, as_source, chicago
from ncrefs.cli.common import catalog, complete_id, json_text
from ncrefs.export import bibtex, csl

_STYLES = {
    "bibtex": lambda source: bibtex.entry(source).rstrip(),
    "csl": lambda source: json_text([csl.item(source)]),
    "apa": apa,
    "chicago": chicago,
}


@click.command()
@click.argument("id", shell_complete=complete_id)
@click.option("--bibtex", "style", flag_value="bibtex", help="A BibTeX entry.")
@click.option("--csl", "style", flag_value="csl", help="CSL JSON.")
@click.option("--apa", "style", flag_value="apa", help="APA, 7th edition.")
@click.option("--chicago", "style", flag_value="chicago", help="Chicago, notes. The default.")
def cite(id: str, style: str | None) -> None:  # noqa: A002
    """
    Cite a source by its key, or a record by its id.

    \b
    Examples:
      ncrefs cite lankov2002 --apa
      ncrefs cite vi-corps-affair --bibtex >> refs.bib
    """
    click.echo(_STYLES[style or "chicago"](as_source(catalog()[id])))
