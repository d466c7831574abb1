"""
The timeline drawn decade by decade, in a script beside the pages that a browser loads when
somebody asks for a decade.
"""

import json

from sphinx.application import Sphinx

from ncrefs.book.addresses import resolved
from ncrefs.book.content.chronology import by_decade
from ncrefs.book.drawings import decade
from ncrefs.book.outdated import is_shown
from ncrefs.book.site.beside import is_due, put
from ncrefs.book.store import catalog_of

#: In the book's root; `timeline.js` knows it and has the function that it calls.
FILE = "timeline-decades.js"


def write_file(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the drawings, with links from the book's root: `build-finished`.
    """
    if not is_due(app, exception):
        return
    catalog = catalog_of(app.config)
    wanted = {}
    if is_shown(app.env, "drawing", "timeline"):
        drawn = {
            name: resolved(decade(catalog, int(name[:4])).inline(), app.builder.get_target_uri)
            for name, _ in by_decade(catalog.timeline)
        }
        wanted[FILE] = f"ncDecades({json.dumps(drawn, ensure_ascii=False)});\n"
    put(app, wanted, lambda name: name == FILE)
