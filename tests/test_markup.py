import re
import runpy
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ncrefs import DATA, markdown
from ncrefs.loading import read
from ncrefs.markup import (
    ALLOWED,
    REFUSED,
    ROLES,
    Mention,
    is_simple,
    mentions,
    paragraphs,
    parse,
    plain,
    tidy,
)
from ncrefs.relations import prose_fields

ROOT = Path(__file__).parents[1]


def _paragraphs(text: str) -> list[str]:
    return list(filter(None, map(tidy, paragraphs(text, citations=True))))


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
            ("{ref}`a chapter <answer>`", "role", "ref"),
            ("{nc:person}`kim-jong-il`", "link", "#kim-jong-il"),
            ("{nc:ref}`Kim <kim-jong-il>`", "link", "#kim-jong-il"),
            ("{nc:grade}`sure`", "scale", "sure"),
            ("<https://example.org>", "link", "https://example.org"),
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
        assert [(kind, target)] == [(m.kind, m.target) for m in parse(f"Text {text} text.")]

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
            (m.kind, m.target, m.line) for m in parse(f"Text\n\n{text}\n\nText.")
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
            "5 < 6 and 7 > 6",
            "[a] (b) and [text](two words)",
        ],
    )
    def test_none(self, text: str) -> None:
        """
        Code, plain brackets and comparisons point nowhere.
        """
        assert () == parse(text)

    def test_several_keys(self) -> None:
        """
        Each key of a citation counts, without the spaces around it.
        """
        found = [mention.target for mention in mentions("{cite}`lee2001, news2010 ,\nmiller`")]

        assert ["lee2001", "news2010", "miller"] == found

    def test_key_over_two_lines(self) -> None:
        """
        A line end is a space, as in any paragraph.
        """
        assert ["lee 2001"] == [mention.target for mention in mentions("{cite}`lee\n2001`")]

    def test_role_of_a_link(self) -> None:
        """
        A link knows the role that it is written with.
        """
        assert (Mention("link", "#pak-hun", 0, "nc:person"),) == parse("{nc:person}`pak-hun`")
        assert (Mention("link", "#pak-hun", 0),) == parse("[Pak](#pak-hun)")

    def test_order_and_lines(self) -> None:
        """
        Mentions come in the order of the text, with the line of each, from 0.
        """
        text = "See [a](#a).\n\n```\n[x](#x)\n```\n{cite}`k` <b>\n"

        assert [
            Mention("link", "#a", 0),
            Mention("cite", "k", 5),
            Mention("html", "<b>", 5),
        ] == list(parse(text))

    def test_line_after_blank_lines(self) -> None:
        """
        Blank lines before the text count.
        """
        assert [Mention("link", "#a", 2)] == list(mentions("\n\n[a](#a)"))

    def test_line_of_a_wrapped_link(self) -> None:
        """
        A link that runs over two lines counts for the line on which it starts.
        """
        assert [Mention("link", "#a", 0)] == list(mentions("[two\nlines](#a)"))

    def test_only_what_points_elsewhere(self) -> None:
        """
        What a text may not hold is no mention.
        """
        assert ["#a"] == [mention.target for mention in mentions("<b> [x](#a) {raw}`x`")]


#: Payloads that a text may not hold, and what they are.
PAYLOADS = [
    ("```{raw} html\n<script>\n```", "directive"),
    ("```{eval-rst}\n.. raw:: html\n```", "directive"),
    (":::{include} /etc/passwd\n:::", "directive"),
    (":::\ntext\n:::", "directive"),
    ("```{raw} html\n<script>", "directive"),
    ("<script>alert(1)</script>", "html"),
    ('<script src="https://evil.example/x.js"', "html"),
    ("<?php", "html"),
    ("<!DOCTYPE html>", "html"),
    ("<![CDATA[x]]>", "html"),
    ('Text <img src="x" alt="<" onerror="alert(1)"> text', "html"),
    ("![x]( ../../etc/passwd)", "image"),
    ("![x](https://evil.example/track.png)", "image"),
    ("![x][y]\n\n[y]: x.png", "image"),
    ("{download}`x <../../etc/passwd>`", "role"),
    ("{math}`x`", "role"),
    ("{nc:grade}`sure`", "scale"),
    ("{raw}``x``", "role"),
    ("(x)=\nText", "target"),
    ("x [^1]", "footnote"),
    ("[^1]: x", "footnote"),
    ("% x", "comment"),
    ("+++ x", "break"),
    ("##", "heading"),
    ("{{ x }}", "substitution"),
    ("&#8238;", "character"),
    ("&ZeroWidthSpace;", "character"),
    ("&#0;", "character"),
    ("<javascript:alert(1)>", "lost link"),
    ("[a]: javascript:alert(1)", "lost link"),
    ("[@lee2001]", "foreign link"),
    ("***", "rule"),
    ("|a|\n|-|", "empty table"),
    ("a  \nb", "line break"),
    ("a\\\nb", "line break"),
]


class TestRefused:
    """
    Tests for what a text may not hold.
    """

    @pytest.mark.parametrize(("text", "kind"), PAYLOADS)
    @pytest.mark.parametrize("first", ["", "> ", "- ", "1. ", "> - > ", "term\n: "])
    def test_at_any_depth(self, text: str, kind: str, first: str) -> None:
        """
        It is found in paragraphs, and in quotations and lists inside one another.
        """
        rest = re.sub(r"[^>]", " ", first.rsplit("\n", 1)[-1])
        nested = first + text.replace("\n", f"\n{rest}")

        assert kind in {mention.kind for mention in parse(f"Text.\n\n{nested}\n\nText.")}

    def test_between_lone_backticks(self) -> None:
        """
        Backticks of different paragraphs hold no code between them.
        """
        (found,) = parse("A ` tick\n\n<script>x</script>\n\nanother ` tick")

        assert Mention("html", "<script>x</script>", 2) == found

    @pytest.mark.parametrize(
        "text", ["*" * 2000 + "a" + "*" * 2000, "> " * 50 + "a", "- " * 30 + "a"]
    )
    def test_deep(self, text: str) -> None:
        """
        Nesting has a limit, and what exceeds it is told once.
        """
        assert ["deep"] == [mention.kind for mention in parse(text)]

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("> a", "quotation"),
            ("- a", "list"),
            ("1995. a", "numbered list"),
            ("# a", "heading"),
            ("```", "code block"),
            ("a\n\nb", "another paragraph"),
            ("|a|\n|-|\n|b|", "table"),
            ("***", "rule"),
        ],
    )
    def test_blocks_in_one_paragraph(self, text: str, what: str) -> None:
        """
        A field of one paragraph holds no blocks, which a body may hold.
        """
        assert what in {m.target for m in parse(text, paragraph=True) if m.kind == "block"}
        assert "block" not in {mention.kind for mention in parse(text)}

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("[a {cite}`b`](#c)", Mention("nested", "cite", 0)),
            ("> % x\n>", Mention("parser", "string index out of range", 0)),
            ("a\n\n```python\nx\n```", Mention("code", "```python", 2)),
            ("[a]: #b\n[A]: #c", Mention("twice", "A", 1)),
            ("---\na: b\n---\nc", Mention("front matter", "---", 0)),
            ("a\n![b](c.png)", Mention("image", "c.png", 1)),
            ("a\n![b]()", Mention("image", "b", 1)),
        ],
    )
    def test_what_is_told_of_it(self, text: str, found: Mention) -> None:
        """
        What it is, as it stands in the text, and on which line.
        """
        assert found in parse(text)

    def test_each_has_an_example(self) -> None:
        """
        Every kind that is refused is seen in some test above or in those of the rules.
        """
        seen = {kind for _, kind in PAYLOADS} | {"deep", "block"}

        assert {"code", "nested", "front matter", "twice", "parser"} == set(REFUSED) - seen


class TestAllowed:
    """
    Tests for what a text may hold.
    """

    @pytest.mark.parametrize("name", ALLOWED)
    def test_is_not_refused(self, name: str) -> None:
        """
        What is listed as allowed is read without a refusal, in a paragraph if it says so.
        """
        text, in_paragraph = ALLOWED[name]

        assert not {mention.kind for mention in parse(text)} & set(REFUSED)
        refused = {mention.kind for mention in parse(text, paragraph=True)} & set(REFUSED)
        assert ({"block"} if not in_paragraph else set()) == refused

    @pytest.mark.parametrize("role", ROLES)
    def test_roles(self, role: str) -> None:
        """
        Each role that is listed may be used.
        """
        word = {"nc:grade": "alleged", "nc:verdict": "wrong"}.get(role, "word")

        assert not {mention.kind for mention in parse(f"{{{role}}}`{word}`")} & set(REFUSED)


#: Pieces of which texts are made that look like markup, or are.
PIECES = st.sampled_from(
    [*"abÅ가 \n\n\n.,:;!?()[]{}<>`*_#-+=|~^$%&\\\"'/0123456789", "{cite}`a`", "{cite}`a, b`",
     "{term}`x <y>`", "[a](#b)", "[a b](#c-d)", "\n\n", "    ", "[a]: #b", "---", "```", "1. "]
)  # fmt: skip


@pytest.mark.slow
class TestParser:
    """
    Tests for the two readers of a text.
    """

    @given(st.lists(PIECES, max_size=40).map("".join))
    @settings(max_examples=1500)
    def test_simple_texts_read_alike(self, text: str) -> None:
        """
        What the expression reads, the parser reads alike.
        """
        assert list(parse(text)) == markdown.parsed(text, paragraph=False)
        if is_simple(text):
            assert _paragraphs(text) == markdown.paragraphs(text, citations=True)
        if "\n" not in text:
            assert list(parse(text, paragraph=True)) == markdown.parsed(text, paragraph=True)

    @given(
        st.lists(
            st.sampled_from(
                ["word ", "Å가 ", "{cite}`a`", "{cite}`a,\nb`", "{term}`x <y>`", "[a](#b)",
                 "[a\nb](#c)", "\n", "\n\n", ". ", "(x) ", "1950 ", "“a” ", "!", ": ", "- ",
                 "*a* ", "*", "_", "\n1956 ", "\n1956. ", "\n1. ", "\n01) ", "1.5 ", "1. ",
                 "[a\n19](#b)",
                 "(", ")=", "\n(x", "**a**", "\n* ", "\n==", "\n---", "  ", "\n  "]
            ),
            max_size=30,
        ).map("".join)
    )  # fmt: skip
    @settings(max_examples=1500)
    def test_words_and_roles_read_alike(self, text: str) -> None:
        """
        Texts as records have them read alike, too.
        """
        assert list(parse(text)) == markdown.parsed(text, paragraph=False)
        if is_simple(text):
            assert _paragraphs(text) == markdown.paragraphs(text, citations=True)

    def test_records_need_no_parser(self) -> None:
        """
        The packaged records are read by the expression alone: data loads no parser.
        """
        texts = [text for entity in read(DATA)[0].records for _, text in prose_fields(entity)]
        simple = [text for text in texts if is_simple(text)]

        assert len(simple) > 0.99 * len(texts)
        for text in simple:
            assert _paragraphs(text) == markdown.paragraphs(text, citations=True)

    def test_as_the_book(self) -> None:
        """
        The parser has the rules and settings of MyST's own with the book's extensions.
        """
        renderer = pytest.importorskip("markdown_it.renderer")
        config = pytest.importorskip("myst_parser.config.main")
        mdit = pytest.importorskip("myst_parser.parsers.mdit")
        conf = runpy.run_path(str(ROOT / "docs/conf.py"))
        extensions = set(conf["myst_enable_extensions"])

        theirs = mdit.create_md_parser(
            config.MdParserConfig(enable_extensions=extensions), renderer.RendererHTML
        )
        rules = theirs.get_active_rules()
        rules["core"].remove("wordcount")

        assert rules == markdown.parser().get_active_rules()
        assert {
            k: v for k, v in theirs.options.items() if k != "myst_config"
        } == markdown.parser().options

    @pytest.mark.parametrize(
        "piece",
        ["[", "![[", "*a ", "_a*", "<", "[a](<b", "{a}`", "[^1]", "&", "\\", "<a b='", "> ", "- ",
         "{cite}`a` ", "[a](#b) ", "[a\n", "a\n", "{", "`", "(", "1. ", "a\n: b\n\n", "|a|\n|-|\n"],
    )  # fmt: skip
    def test_time_is_linear(self, piece: str) -> None:
        """
        Four times the text costs at most some four times the steps of the interpreter.
        """

        def steps(size: int) -> int:
            count = 0

            def note(*_: object) -> None:
                nonlocal count
                count += 1

            text = piece * (size // len(piece))
            sys.setprofile(note)
            try:
                parse(text)
            finally:
                sys.setprofile(None)
            return count

        steps(100)

        assert steps(4000) < 6 * steps(1000) + 1000


class TestPlain:
    """
    Tests for `plain`.
    """

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Words, and more.", "Words, and more."),
            ("A [link](#a) {cite}`b`.", "A link."),
            ("A {term}`coup <Coup>`.", "A coup."),
            ("*One* and **two**.", "One and two."),
            ("*One*\n{term}`two <three>` `four`", "One two four"),
            ("One.\n\n- Two", "One. Two"),
            ("&amp; \\*", "& *"),
        ],
    )
    def test_words(self, text: str, words: str) -> None:
        """
        A text keeps its words and loses markup and citations.
        """
        assert words == plain(text)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Led [it](#a) {cite}`b, c`.", "Led it [b, c]."),
            ("*Led* it{cite}`b`.", "Led it [b]."),
            ("{cite}`b` says.", "[b] says."),
            ("Plain.", "Plain."),
        ],
    )
    def test_citations(self, text: str, words: str) -> None:
        """
        Keys of sources stay where they are asked for.
        """
        assert words == plain(text, citations=True)

    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("", []),
            ("One.", ["One."]),
            ("One\n{cite}`a`.\n\nTwo.", ["One.", "Two."]),
            ("## Two\n\n- *One*\n  more\n- Two", ["Two", "One more", "Two"]),
            ("> a\n\n| b | c |\n| - | - |\n| d | e |", ["a", "b c", "d e"]),
            ("Coup\n: A seizure.", ["Coup", "A seizure."]),
            ("A [link][a].\n\n[a]: #b", ["A link."]),
        ],
    )
    def test_paragraphs(self, text: str, parts: list[str]) -> None:
        """
        Each paragraph, heading, item and row is a text by itself.
        """
        assert parts == paragraphs(text)


def test_docs_list_what_is_allowed() -> None:
    """
    The page for those who write records lists just what a text may hold.
    """
    page = ROOT / "docs/using/records.md"
    text = page.read_text(encoding="utf-8")

    rows = re.findall(r"^\| ([a-z ]+) \| .* \| (yes|no) \|$", text, re.MULTILINE)

    assert {name: "yes" if inline else "no" for name, (_, inline) in ALLOWED.items()} == dict(rows)
