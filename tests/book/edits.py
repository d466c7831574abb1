"""
Edits that a contributor makes to the small book, by chance but the same in every run.
"""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

from tests.book.conftest import Book

#: Templates, styles and scripts of the project itself, and a chapter that is linked to.
_OWN = {
    "docs/_templates/page-links.html": "<p>Own.</p>\n",
    "docs/_static/own.css": "/* own */\n",
    "docs/_static/own.js": "/* own */\n",
    "docs/notes.md": "# Notes\n\n(one)=\n## One\n\n"
    "See [](#two) and {doc}`reference/people/pak-jin`. [Pak](#pak-hun).\n",
    "docs/more.md": "# More\n\n(two)=\n## Two\n\nSee {ref}`one`, {doc}`notes`, {term}`Coup`.\n",
}
_SETTINGS = """
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["own.css"]
html_js_files = ["own.js"]
"""


class Editor:
    """
    Changes the small book; every edit leaves records without mistakes.
    """

    def __init__(self, book: Book, seed: int) -> None:
        assert book.data is not None
        self.book = book
        self.records = book.data
        self.root = book.source.parent
        self.random = random.Random(seed)
        self.count = 0
        for name, text in _OWN.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        conf = book.source / "conf.py"
        conf.write_text(conf.read_text(encoding="utf-8") + _SETTINGS, encoding="utf-8")
        self._sub(book.source / "index.md", "watchers\n", "watchers\nnotes\nmore\n")

    def edits(self, times: int) -> list[Callable[[], str]]:
        """
        All kinds of edit, each so many times, in an order by chance.
        """
        kinds = [getattr(self, name) for name in sorted(vars(Editor)) if name.startswith("edit_")]
        chosen = kinds * times
        self.random.shuffle(chosen)
        return chosen

    def _sub(self, path: Path, old: str, new: str, *, pattern: bool = False) -> str:
        text = path.read_text(encoding="utf-8")
        changed = re.sub(old, new, text, flags=re.MULTILINE) if pattern else text.replace(old, new)
        assert changed != text, f"{old!r} is not in {path.name}"
        path.write_text(changed, encoding="utf-8")
        return f"{path.name}: {old} -> {new}"

    def _everywhere(self, old: str, new: str) -> None:
        for path in [*self.records.rglob("*.md"), self.records / "sources.bib"]:
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(rf"\b{old}\b", new, text), encoding="utf-8")

    def _record(self) -> Path:
        return self.random.choice(sorted(self.records.rglob("*.md")))

    def _number(self) -> int:
        self.count += 1
        return self.count

    def edit_body(self) -> str:
        path = self._record()
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\nMore {self._number()} {{cite}}`lee2001`.\n", encoding="utf-8")
        return f"body of {path.name}"

    def edit_name(self) -> str:
        # Not of a term, which texts call by its name; a question keeps its mark.
        paths = [p for p in sorted(self.records.rglob("*.md")) if p.parent.name != "terms"]
        path = self.random.choice(paths)
        new = rf"name: \1 X{self._number()}\2"
        return self._sub(path, r"^name: (.*?)(\??)$", new, pattern=True)

    def edit_summary(self) -> str:
        path = self._record()
        return self._sub(
            path, r"^summary: (.*)\.", rf"summary: \1 X{self._number()}.", pattern=True
        )

    def edit_id(self) -> str:
        paths = [
            p
            for p in sorted(self.records.rglob("*.md"))
            if p.parent.name
            in ("people", "organizations", "places", "purges", "mechanisms", "plots")
        ]
        path = self.random.choice(
            [p for p in paths if p.stem not in ("pak-hun", "pak-jin", "pak-kil")]
        )
        new = f"{path.stem.rstrip('0123456789')}{self._number()}"
        self._everywhere(path.stem, new)
        path.rename(path.with_name(f"{new}.md"))
        return f"{path.name} -> {new}.md"

    def edit_kind(self) -> str:
        here, there = self.records / "events", self.records / "purges"
        path = self.random.choice(sorted(here.glob("*.md")) or sorted(there.glob("port-strike.md")))
        if path.parent == here:
            self._sub(path, r"^theme: .*\n", "", pattern=True)
            path.rename(there / path.name)
        else:
            self._sub(path, "grade:", "theme: unrest\ngrade:")
            path.rename(here / path.name)
        return f"kind of {path.name}"

    def edit_date(self) -> str:
        year = self.random.choice(range(1945, 1956))
        return (
            self._sub(
                self.records / "people/pak-hun.md", r"start: \d+", f"start: {year}", pattern=True
            )
            if f"start: {year}"
            not in (self.records / "people/pak-hun.md").read_text(encoding="utf-8")
            else self.edit_body()
        )

    def edit_grade(self) -> str:
        path = self.records / "successions/handover.md"
        now = "grade: reported" in path.read_text(encoding="utf-8")
        grades = ("reported", "disputed") if now else ("disputed", "reported")
        return self._sub(path, f"grade: {grades[0]}", f"grade: {grades[1]}")

    def edit_existence(self) -> str:
        path = self.records / "people/pak-kil.md"
        if path.exists():
            path.unlink()
            return "pak-kil removed"
        text = (self.records / "people/pak-jin.md").read_text(encoding="utf-8")
        text = re.sub("^name: .*", "name: Pak Kil", text, flags=re.MULTILINE)
        text = re.sub("^summary: .*", "summary: A cousin of [nobody].", text, flags=re.MULTILINE)
        path.write_text(text.replace(" of [nobody]", ""), encoding="utf-8")
        return "pak-kil added"

    def edit_source(self) -> str:
        year = 1990 + self._number()
        return self._sub(
            self.records / "sources.bib", r"date = \{\d{4}\}", f"date = {{{year}}}", pattern=True
        )

    def edit_label(self) -> str:
        path = self.records / "sources.bib"
        if "Kim, Mina" in path.read_text(encoding="utf-8"):
            return self._sub(path, "Kim, Mina", "Lee, Mina")
        return self._sub(path, "Lee, Mina", "Kim, Mina")

    def edit_key(self) -> str:
        text = (self.records / "sources.bib").read_text(encoding="utf-8")
        key = re.findall(r"@online\{([^,]+),", text)[0]
        new = f"news{2010 + self._number()}"
        self._everywhere(key, new)
        return f"key {key} -> {new}"

    def edit_chapter(self) -> str:
        return self._sub(
            self.book.source / "notes.md", "See [](#two)", f"More {self._number()}. See [](#two)"
        )

    def edit_chapter_title(self) -> str:
        return self._sub(
            self.book.source / "notes.md", r"^# .*", f"# Notes {self._number()}", pattern=True
        )

    def edit_heading(self) -> str:
        return self._sub(
            self.book.source / "more.md", r"^## .*", f"## Two {self._number()}", pattern=True
        )

    def edit_chapters(self) -> str:
        path, index = self.book.source / "extra.md", self.book.source / "index.md"
        if path.exists():
            path.unlink()
            return self._sub(index, "extra\n", "")
        path.write_text("# Extra\n\nA page with [Pak](#pak-hun).\n", encoding="utf-8")
        return self._sub(index, "notes\n", "extra\nnotes\n")

    def edit_chapter_by_an_older_file(self) -> str:
        path = self.book.source / "more.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\nOld {self._number()}.\n", encoding="utf-8")
        os.utime(path, (10**9, 10**9))
        return "more.md replaced by an older file"

    def edit_template(self) -> str:
        path = self.book.source / "_templates/page-links.html"
        done = self._sub(path, r"Own[^<]*", f"Own {self._number()}", pattern=True)
        os.utime(path, (10**9, 10**9))
        return done

    def edit_style(self) -> str:
        return self._sub(self.book.source / "_static/own.css", "own", f"own{self._number()}")

    def edit_script(self) -> str:
        return self._sub(self.book.source / "_static/own.js", "own", f"own{self._number()}")

    def edit_setting(self) -> str:
        conf = self.book.source / "conf.py"
        name = self.random.choice(["html_title", "version", "author"])
        conf.write_text(
            f'{conf.read_text(encoding="utf-8")}{name} = "N{self._number()}"\n', encoding="utf-8"
        )
        return f"setting {name}"

    def _output(self, pattern: str) -> Path:
        return self.random.choice(sorted(self.book.output.glob(pattern)))

    def edit_output_away(self) -> str:
        path = self._output(self.random.choice(["**/*.html", "_images/*", "**/*.json", "*.js"]))
        path.unlink()
        return f"{path.name} deleted"

    def edit_output_altered(self) -> str:
        path = self._output(
            self.random.choice(["*.html", "_images/*", "_static/*.css", "*.js", "objects.inv"])
        )
        path.write_bytes(path.read_bytes()[:100] + b" altered")
        return f"{path.name} altered"

    def edit_generated(self) -> str:
        path = self.random.choice(sorted((self.book.source / "reference").rglob("*.md")))
        if self.random.random() < 0.5:
            path.unlink()
        else:
            path.write_text("# Mine\n", encoding="utf-8")
        return f"generated {path.name}"
