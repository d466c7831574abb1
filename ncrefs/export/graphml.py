"""
Ties and kin as GraphML: for networkx, igraph, Gephi, yEd.
"""

from xml.etree import ElementTree as ET

from ncrefs.catalog import Catalog
from ncrefs.export.common import notice
from ncrefs.export.network import EDGE, NODE, edge, edges, node, nodes


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One directed graph; edges with one pair of ends are told apart by their ids.
    """
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    root.append(ET.Comment(f" {notice()} "))
    for owner, names in (("node", NODE), ("edge", EDGE)):
        for name in names:
            attributes = {"id": f"{owner}_{name}", "for": owner, "attr.name": name}
            ET.SubElement(root, "key", {**attributes, "attr.type": "string"})
    graph = ET.SubElement(root, "graph", id="ncrefs", edgedefault="directed")
    for entity in nodes(catalog):
        _data(ET.SubElement(graph, "node", id=entity.id), "node", node(entity))
    for number, one in enumerate(edges(catalog)):
        element = ET.SubElement(
            graph, "edge", id=f"e{number}", source=one.source, target=one.target
        )
        _data(element, "edge", edge(one))
    ET.indent(root, " ")
    return {"ncrefs.graphml": ET.tostring(root, "utf-8", xml_declaration=True)}


def _data(element: ET.Element, owner: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        ET.SubElement(element, "data", key=f"{owner}_{name}").text = value
