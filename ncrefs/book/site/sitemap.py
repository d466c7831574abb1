"""
sitemap.xml and robots.txt, for a book that knows where it will stand.
"""

from urllib.parse import quote
from xml.sax.saxutils import escape

from sphinx.application import Sphinx

from ncrefs.book.site import base_of
from ncrefs.book.site.beside import is_due, put


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """
    Write sitemap.xml, and robots.txt that names it, if the book knows where it will stand.
    """
    base = base_of(app.config)
    if not (is_due(app, exception) and base):
        return
    addresses = sorted(
        f"{base}{quote(app.builder.get_target_uri(docname))}" for docname in app.env.found_docs
    )
    lines = [f"  <url><loc>{escape(address)}</loc></url>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    sitemap = "\n".join([head, f'<urlset xmlns="{schema}">', *lines, "</urlset>", ""])
    robots = f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
    put(app, {"sitemap.xml": sitemap, "robots.txt": robots})
