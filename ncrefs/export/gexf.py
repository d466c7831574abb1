"""
Ties and kin as GEXF 1.2: for Gephi, which can play them over time.
"""

from xml.etree import ElementTree as ET

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.export.common import RELEASED, TITLE, first_day, last_day, notice
from ncrefs.export.network import EDGE, NODE, Edge, edge, edges, node, nodes


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One directed graph, whose edges have their first and last days.
    """
    root = ET.Element("gexf", xmlns="http://www.gexf.net/1.2draft", version="1.2")
    meta = ET.SubElement(root, "meta", lastmodifieddate=RELEASED)
    ET.SubElement(meta, "creator").text = f"ncrefs {ncrefs.__version__}"
    ET.SubElement(meta, "description").text = f"{TITLE}. {notice()}"
    graph = ET.SubElement(
        root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date"
    )
    for owner, names in (("node", NODE), ("edge", EDGE)):
        attributes = ET.SubElement(graph, "attributes", {"class": owner})
        for name in names:
            ET.SubElement(attributes, "attribute", id=f"{owner}_{name}", title=name, type="string")
    group = ET.SubElement(graph, "nodes")
    for entity in nodes(catalog):
        element = ET.SubElement(group, "node", id=entity.id, label=entity.name)
        _values(element, "node", node(entity))
    group = ET.SubElement(graph, "edges")
    for number, one in enumerate(edges(catalog)):
        values = {"id": f"e{number}", "source": one.source, "target": one.target}
        element = ET.SubElement(group, "edge", {**values, **_span(one)}, label=one.relation)
        _values(element, "edge", edge(one))
    ET.indent(root, " ")
    return {"ncrefs.gexf": ET.tostring(root, "utf-8", xml_declaration=True)}


def _span(one: Edge) -> dict[str, str]:
    start = first_day(one.since) if one.since else None
    end = last_day(one.until) if one.until else None
    days = {"start": start, "end": end}
    return {name: day.isoformat() for name, day in days.items() if day}


def _values(element: ET.Element, owner: str, values: dict[str, str]) -> None:
    group = ET.SubElement(element, "attvalues")
    for name, value in values.items():
        ET.SubElement(group, "attvalue", {"for": f"{owner}_{name}"}, value=value)
