import pytest

from ncrefs.markup import Mention, mentions


class TestMentions:
    """
    Tests for `mentions`.
    """

    @pytest.mark.parametrize(
        ("text", "kind", "target"),
        [
            ("[Kim](#kim-jong-il)", "link", "#kim-jong-il"),
            ("[](#kim-jong-il)", "link", "#kim-jong-il"),
            ("[a site](https://example.org/a?b=c)", "link", "https://example.org/a?b=c"),
            ('[Kim](#kim-jong-il "a title")', "link", "#kim-jong-il"),
            ("[Kim](#kim-jong-il 'a title')", "link", "#kim-jong-il"),
            ("[Kim\nJong Il](#kim-jong-il)", "link", "#kim-jong-il"),
            ("[Kim]()", "link", ""),
            ("{cite}`lee2001`", "cite", "lee2001"),
            ("{term}`Juche`", "term", "Juche"),
            ("{term}`the idea <Juche>`", "term", "Juche"),
            (
                "{term}`core, wavering and\nhostile classes`",
                "term",
                "core, wavering and hostile classes",
            ),
            ("{ref}`a chapter <answer>`", "role", "ref:answer"),
            ("{nc:person}`kim-jong-il`", "role", "nc:person:kim-jong-il"),
            ("<b>", "html", "<b>"),
            ("</b>", "html", "</b>"),
            ("<br/>", "html", "<br/>"),
            ('<a href="x">', "html", '<a href="x">'),
            ("<!-- a\nremark -->", "html", "<!-- a\nremark -->"),
        ],
    )
    def test_one(self, text: str, kind: str, target: str) -> None:
        """
        A link, role or tag is found with what it points to.
        """
        assert [(kind, target)] == [(m.kind, m.target) for m in mentions(f"Text {text} text.")]

    @pytest.mark.parametrize(
        ("text", "kind", "target"),
        [
            ("```{note}\nA text.\n```", "directive", "note"),
            ("~~~ {figure} a.png\n~~~", "directive", "figure"),
            (":::{admonition} Title\nA text.\n:::", "directive", "admonition"),
            ("[Kim]: #kim-jong-il", "link", "#kim-jong-il"),
            ("  [the site]: https://example.org 'title'", "link", "https://example.org"),
        ],
    )
    def test_a_block(self, text: str, kind: str, target: str) -> None:
        """
        A directive and the target of links by name open a line.
        """
        assert [(kind, target, 2)] == [
            (m.kind, m.target, m.line) for m in mentions(f"Text\n\n{text}\n\nText.")
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Plain text (in brackets) and [more].",
            "`[Kim](#kim-jong-il)`",
            "``{cite}`lee2001` ``",
            "```\n[Kim](#kim-jong-il) <b>\n```",
            "~~~\n{cite}`lee2001`\n~~~",
            "<https://example.org>",
            "5 < 6 and 7 > 6",
            "[a] (b) and [text](two words)",
        ],
    )
    def test_none(self, text: str) -> None:
        """
        Code, plain brackets and comparisons point nowhere.
        """
        assert [] == list(mentions(text))

    def test_several_keys(self) -> None:
        """
        Each key of a citation counts, without the spaces around it.
        """
        found = [mention.target for mention in mentions("{cite}`lee2001, news2010 ,\nmiller`")]

        assert ["lee2001", "news2010", "miller"] == found

    def test_order_and_lines(self) -> None:
        """
        Mentions come in the order of the text, with the line of each, from 0.
        """
        text = "See [a](#a).\n\n```\n[x](#x)\n```\n{cite}`k` <b>\n"

        assert [
            Mention("link", "#a", 0),
            Mention("cite", "k", 5),
            Mention("html", "<b>", 5),
        ] == list(mentions(text))

    def test_line_after_blank_lines(self) -> None:
        """
        Blank lines before the text count.
        """
        assert [Mention("link", "#a", 2)] == list(mentions("\n\n[a](#a)"))

    def test_line_of_a_wrapped_link(self) -> None:
        """
        A link that runs over two lines counts for the line of its target.
        """
        assert [Mention("link", "#a", 1)] == list(mentions("[two\nlines](#a)"))
