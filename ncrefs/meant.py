"""
What an id or key was meant to be that names nothing of what is wanted where it stands.
"""

import re
from collections.abc import Collection as Words
from collections.abc import Sequence

from ncrefs import markup
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.model import Source, Term
from ncrefs.problems import choose, did_you_mean, near, one_of, suggest

#: Kinds of records, and what a source is one of.
RECORDS = tuple(KINDS)
KEYS = (SOURCES.plural,)


def hint(
    target: str,
    catalog: Catalog,
    kinds: Sequence[str] = RECORDS,
    more: Words[str] = (),
    mark: str = "",
) -> str:
    """
    '; ...': what a target is, or which id or key is like it; "" if none is.

    Args:
        target: What stands there.
        catalog: The records and sources that there are.
        kinds: Plural names of the kinds that are wanted, "sources" among them.
        more: Ids and keys of what could not be read.
        mark: What stands before an id there, such as "#".
    """
    found = catalog.get(target)
    if found is not None and found.id != target:
        return f'; its id is now "{mark}{found.id}"'
    if found is not None and mark:
        return did_you_mean(f"{mark}{target}")
    if found is not None:
        is_ = "a source" if isinstance(found, Source) else f"in {kind_of(found).plural}"
        return f"; it is {is_}: write {_wanted(kinds)}"
    names = _names(catalog, kinds)
    likest = _plain(target, names) or near(target, [*names.values(), *more])
    return did_you_mean(likest and f"{mark}{likest}")


def key_hint(target: str, catalog: Catalog) -> str:
    """
    '; ...': what to write for what is no key of a source, in a list of keys.
    """
    if not target:
        return "; a comma stands between two keys: take it out"
    found = hint(target, catalog, KEYS, catalog.source_origins)
    parts = re.split(r"[\s;|]+", target.strip("; "))
    if len(parts) == 1 or _plain(target, _names(catalog, KEYS)):
        return found or "; add it to sources.bib"
    if all(part.lstrip("@") in catalog.source_origins for part in parts):
        return "; put commas between keys"
    return "; write keys alone: pages and words go into the text"


def term_hint(target: str, catalog: Catalog) -> str:
    """
    '; ...': what to write for what is no term of the glossary.
    """
    found = catalog.get(target)
    if isinstance(found, Term):
        return f'; write its name, "{found.name}"'
    if found is not None:
        return f"; it is in {kind_of(found).plural}: write [text](#{target})"
    names = (name for term in catalog.terms for name in (term.name, *term.aliases))
    return suggest(target, names) or "; write the name of a glossary term"


def role_hint(name: str, roles: Sequence[str] = markup.ROLES) -> str:
    """
    '; ...': which role is like one that does not exist; "" if none is.
    """
    kind = KINDS.get(name.removeprefix("nc:"))
    return did_you_mean(f"nc:{kind.singular}") if kind else suggest(name, roles)


def scale_hint(target: str, role: str) -> str:
    """
    '; ...': what to write for what is no value of the scale of a role.
    """
    return choose(target, markup.SCALES[role])


def _wanted(kinds: Sequence[str]) -> str:
    if tuple(kinds) == KEYS:
        return "the key of a source"
    return "the id of a record" if tuple(kinds) == RECORDS else f"an id from {one_of(kinds)}"


def _names(catalog: Catalog, kinds: Sequence[str]) -> dict[str, str]:
    """
    What records and sources of some kinds are called, folded -> their ids and keys.
    """
    found: dict[str, str] = {}
    for entity in (*catalog.records, *catalog.sources):
        if kind_of(entity).plural in kinds:
            name = entity.title if isinstance(entity, Source) else entity.name
            found.setdefault(name.casefold(), entity.id)
            found[entity.id.casefold()] = entity.id
    return found


def _plain(target: str, names: dict[str, str]) -> str:
    """
    The id or key of a name, or of a target with more around it than there should be.
    """
    bare = re.sub(r"\.(?:md|html|json)$", "", target.casefold()).rpartition("/")[2].strip("#@ ")
    joined = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    return next((names[text] for text in (bare, joined) if text in names), "")
