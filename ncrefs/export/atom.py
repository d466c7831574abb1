"""
The records as an Atom feed (RFC 4287): what the version changed, then those last compared
with their sources.
"""

from xml.etree import ElementTree as ET

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.export.common import LICENCE, LICENCE_URL, RELEASED, TITLE, uri
from ncrefs.facts import grade_of
from ncrefs.kinds import kind_of
from ncrefs.model import Entity
from ncrefs.releases import Release, releases

#: How many records the feed has.
ENTRIES = 100


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One feed.
    """
    root = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    recent = sorted(catalog.records, key=lambda entity: entity.id)
    recent.sort(key=_updated, reverse=True)
    ET.SubElement(root, "id").text = "urn:ncrefs"
    ET.SubElement(root, "title").text = TITLE
    ET.SubElement(root, "updated").text = _updated(recent[0]) if recent else _time(RELEASED)
    ET.SubElement(ET.SubElement(root, "author"), "name").text = "The ncrefs authors"
    ET.SubElement(root, "generator", version=ncrefs.__version__).text = "ncrefs"
    ET.SubElement(root, "rights").text = f"{LICENCE} ({LICENCE_URL})"
    for release in releases(catalog)[:1]:
        _release(ET.SubElement(root, "entry"), release)
    for entity in recent[:ENTRIES]:
        _entry(ET.SubElement(root, "entry"), entity)
    ET.indent(root, " ")
    return {"ncrefs.atom": ET.tostring(root, "utf-8", xml_declaration=True)}


def _entry(element: ET.Element, entity: Entity) -> None:
    ET.SubElement(element, "id").text = uri(entity)
    ET.SubElement(element, "title").text = entity.name
    ET.SubElement(element, "updated").text = _updated(entity)
    ET.SubElement(element, "category", term=kind_of(entity).plural)
    if grade := grade_of(entity):
        ET.SubElement(element, "category", term=grade, label=f"grade: {grade}")
    ET.SubElement(element, "summary").text = entity.summary


def _release(element: ET.Element, release: Release) -> None:
    """
    What the present version changed; the days of the others are not known.
    """
    counts = [f"{count} {what}" for what, count in release.changes.counts().items() if count]
    ET.SubElement(element, "id").text = f"urn:ncrefs:release:{release.version}"
    ET.SubElement(element, "title").text = f"Version {release.version}"
    ET.SubElement(element, "updated").text = _time(RELEASED)
    ET.SubElement(element, "category", term="release")
    ET.SubElement(
        element, "summary"
    ).text = f"Records and sources since {release.since}: {', '.join(counts) or 'none changed'}."


def _updated(entity: Entity) -> str:
    checked = entity.checked
    return _time(checked.latest.isoformat() if checked else "1970-01-01")


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
