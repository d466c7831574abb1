"""
What a web site has beside its text: the frame of a page, its head, search, data, downloads.
"""

from sphinx.config import Config

#: Builders whose output is a web site.
BUILDERS = ("html", "dirhtml")


def base_of(config: Config) -> str:
    """
    The address at which the book will stand, up to its last slash; "" if it does not know.
    """
    base: str = config.html_baseurl
    return f"{base.rstrip('/')}/" if base else ""
