"""
What prose may become.
"""

from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document

from ncrefs.book.content import fence
from tests.book.shown import said


def kept(*children: nodes.Node) -> tuple[list[str], list[str]]:
    """
    What is left of nodes, and what was said of them.
    """
    document = new_document("record.md")
    document += children
    told: list[str] = []
    fence.keep_in(document, lambda message, _: told.append(message))
    return [node.pformat().strip() for node in document.children], told


class Settings(SimpleNamespace):
    """
    Settings that can be copied, as those of docutils.
    """

    def copy(self) -> "Settings":
        return Settings(**vars(self))


def test_what_is_allowed_stays() -> None:
    assert (["<paragraph>\n    a\n    <strong>\n        b"], []) == kept(
        nodes.paragraph("", "", nodes.Text("a"), nodes.strong("", "b"))
    )


def test_a_block_that_is_not_becomes_a_paragraph_of_its_words() -> None:
    assert (["<paragraph>\n    <b>a</b>"], ['"raw" in the prose of a record']) == kept(
        nodes.raw("", "<b>a</b>", format="html")
    )


def test_what_stands_in_a_sentence_becomes_its_words() -> None:
    assert (["<paragraph>\n    a \n    b"], ['"raw" in the prose of a record']) == kept(
        nodes.paragraph("", "a ", nodes.raw("", "b", format="html"))
    )


def test_an_image_goes() -> None:
    assert (["<paragraph>"], ['"image" in the prose of a record']) == kept(
        nodes.image("", uri="a.png")
    )


@pytest.mark.parametrize("uri", ["https://example.org", "http://example.org", "#a"])
def test_links_lead_to_pages_and_places(uri: str) -> None:
    link = nodes.reference("", "a", refuri=uri)
    assert ([f'<paragraph>\n    <reference refuri="{uri}">\n        a'], []) == kept(
        nodes.paragraph("", "", link)
    )


def test_no_link_leads_elsewhere() -> None:
    assert (
        ["<paragraph>\n    a\n    a\n    a"],
        [
            '"reference" in the prose of a record',
            '"reference" in the prose of a record',
            '"reference" in the prose of a record',
        ],
    ) == kept(
        nodes.paragraph(
            "",
            "",
            *[
                nodes.reference("", "a", refuri=uri)
                for uri in ("javascript:x", "file:///etc", "a.html")
            ],
        )
    )


def test_settings_read_no_file_and_pass_nothing_on() -> None:
    assert {"raw_enabled": False, "file_insertion_enabled": False, "other": 1} == vars(
        fence.settings_of(Settings(raw_enabled=True, file_insertion_enabled=True, other=1))
    )


def test_blocks_become_one_line() -> None:
    assert "a b `c`" == said(
        fence.words(
            [
                nodes.paragraph("", "a"),
                nodes.bullet_list(
                    "",
                    nodes.list_item("", nodes.paragraph("", "b")),
                    nodes.list_item("", nodes.literal_block("", "c")),
                ),
            ]
        )
    )


def test_a_block_of_code_is_code() -> None:
    assert "`c`" == said(fence.words([nodes.literal_block("", "c")]))
