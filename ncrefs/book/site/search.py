"""
Full-text search that finds years, Korean words, and names without diacritics.

Sphinx's own index drops digits and keeps a Korean word whole, particle and all,
so that 1956 finds nothing and 정변 misses 정변은. Here the index and the query
are split alike: digits get a prefix, Hangul and hanja become pairs of
syllables, diacritics are stripped. `splitter.js` is the same in the browser.
"""

import re
import unicodedata
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

from ncrefs.book.undocumented import indexed_words, split_index_msg

_WORD = re.compile(r"[\uac00-\ud7a3]+|[\u3400-\u4dbf\u4e00-\u9fff]+|\d+|[a-z_]+")
_SPLITTER = Path(__file__).parent / "splitter.js"


def split_words(text: str) -> list[str]:
    """
    The words of a text as the index knows them.
    """
    decomposed = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    bare = re.sub(r"['’ʼ‘]", "", bare)
    words = []
    for word in _WORD.findall(unicodedata.normalize("NFC", bare)):
        if word.isdigit():
            words.append(f"_{word}")
        elif ord(word[0]) >= 0x3400:
            words += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        else:
            words.append(word)
    return words


class SearchNames(SearchEnglish):
    """
    English, with the splitter above.
    """

    lang = "en"
    js_splitter_code = _SPLITTER.read_text(encoding="utf-8")

    def split(self, input: str) -> list[str]:  # noqa: A002  (Sphinx's name)
        """
        Split a text into words.
        """
        return split_words(input)

    def word_filter(self, word: str) -> bool:
        """
        Whether a word is worth indexing.
        """
        return super().word_filter(word) or ord(word[0]) >= 0x3400


def complete_index(app: Sphinx) -> list[tuple[str, dict[str, str], str]]:
    """
    Make the search index of a rebuild equal that of a clean build.

    Sphinx (9.0) fills in index entries while it writes pages, so that those of pages
    not written are missing; and it keeps the words that no page has any more.
    Connected to `html-collect-pages`, the last event before the index is saved; adds
    no page.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is None:
        return []
    texts, titles, listed = indexed_words(indexer)
    for words in (texts, titles):
        for word in [word for word, pages in words.items() if not pages]:
            del words[word]
    recorded = app.env.domains.index_domain.entries
    listed.clear()
    for docname in sorted(app.env.found_docs):
        entries = {
            (part, target or "", main)
            for kind, value, target, main, _ in recorded.get(docname, ())
            for part in split_index_msg(kind, value)
        }
        listed[docname] = sorted(entries)
    return []
