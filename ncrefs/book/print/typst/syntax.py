"""
The forms of nodes in Typst source that need no thought: what opens and what closes them.

Names of functions are those of `book.typ`, where the forms are drawn.
"""

from docutils import nodes
from sphinx.locale import admonitionlabels

from ncrefs.book.classes import CITES, SUMMARY, TIER
from ncrefs.book.language import LANGUAGE

_PLAIN = ("", "")
#: By the name of a node's class.
AROUND: dict[str, tuple[str, str]] = {
    "document": ("", "\n"),
    "container": ("\n\n", "\n\n"),
    # Inline.
    "emphasis": ("#emph[", "]"),
    "literal_emphasis": ("#emph[", "]"),
    "strong": ("#strong[", "]"),
    "literal_strong": ("#strong[", "]"),
    "title_reference": ("#emph[", "]"),
    "subscript": ("#sub[", "]"),
    "superscript": ("#super[", "]"),
    "manpage": ("#emph[", "]"),
    "printed_footnote": ("#footnote[", "]"),
    # Blocks.
    "subtitle": ("\n#rubric[", "]\n"),
    "rubric": ("\n#rubric[", "]\n"),
    "block_quote": ("\n#quote(block: true)[", "]\n"),
    "attribution": ("\n\n#attribution[", "]"),
    "line_block": ("\n#block[", "]\n"),
    "line": ("", "#linebreak()\n"),
    "centered": ("\n#align(center)[", "]\n"),
    "topic": ("\n#aside[", "]\n"),
    "sidebar": ("\n#aside[", "]\n"),
    "admonition": ("\n#aside[", "]\n"),
    "transition": ("\n#transition()\n", ""),
    "legend": ("#legend[", "]"),
    "versionmodified": ("\n", "\n"),
    # Lists.
    "list_item": ("[", "], "),
    "definition_list_item": ("([", "]), "),
    "classifier": (" #emph[", "]"),
    "field": ("(", "), "),
    "field_name": ("[", "], "),
    "field_body": ("[", "]"),
    "option_list_item": ("([", "]), "),
    "option": ("", " "),
    "option_argument": (" ", ""),
    "description": ("], [", ""),
    # Tables.
    "thead": ("(", "), "),
    # Signatures.
    "desc": ("\n#aside[", "]\n"),
    "desc_signature": ("#signature[", "]\n"),
}
#: Nodes of which only what they hold is printed.
_TRANSPARENT = (
    "PassthroughTextElement abbreviation caption_group compact_paragraph compound"
    " desc_addname desc_annotation desc_content desc_inline desc_name desc_optional desc_parameter"
    " desc_returns desc_sig_keyword desc_sig_keyword_type desc_sig_literal_char"
    " desc_sig_literal_number desc_sig_literal_string desc_sig_name desc_sig_operator"
    " desc_sig_punctuation desc_sig_space desc_signature_line desc_type desc_type_parameter"
    " download_reference generated glossary number_reference option_group option_string"
    " pending_xref problematic row target tbody tgroup"
)
AROUND |= dict.fromkeys(_TRANSPARENT.split(), _PLAIN)
AROUND |= {
    name: (f"\n#aside[#aside-title[{label}]\n", "]\n") for name, label in admonitionlabels.items()
}
#: Nodes of which nothing is printed, nor of what they hold.
_SILENT = (
    "colspec comment highlightlang label meta pending substitution_definition system_message"
    " tabular_col_spec"
)
UNPRINTED = frozenset(_SILENT.split())
#: Classes of paragraphs that have a form of their own.
_SPECIAL = "about aliases cited-by finding lead mentions names opening source-names statement"
_PARAGRAPHS = {f"nc-{name}": f"p-{name}" for name in _SPECIAL.split()}
_INLINES = {TIER: "tier", CITES: "cites", SUMMARY: "faint"}


def function(node: nodes.Element) -> str:
    """
    The function that draws a paragraph or inline node of its class; "" for a plain one.
    """
    if isinstance(node, nodes.paragraph) and [type(child) for child in node] == [nodes.strong]:
        return "p-label"
    for name in node["classes"]:
        if name.startswith(LANGUAGE):
            return f'spoken("{name.removeprefix(LANGUAGE).partition("-")[0]}")'
    forms = _PARAGRAPHS if isinstance(node, nodes.paragraph) else _INLINES
    return next((forms[name] for name in node["classes"] if name in forms), "")
