import codecs
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import ncrefs
from ncrefs.characters import strange
from ncrefs.dates import Date
from ncrefs.files import record_files
from ncrefs.model import DatedStatement, Entity, Event, Person
from ncrefs.problems import CatalogError
from ncrefs.reading import read_record
from tests.helpers import Folder

PERSON = "people/pak-hun.md"


class Mistake(NamedTuple):
    """
    One place of a file to change, and what is then reported.
    """

    path: str
    old: str
    new: str
    line: int
    field: str
    gist: str


MISTAKES = {
    "front matter without its end": Mistake(
        PERSON,
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}\n---\n",
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}\n",
        1,
        "file",
        'the fields have no end; write a line "---" below them',
    ),
    "tag of a language": Mistake(
        PERSON,
        "name: Pak Hun",
        "name: !!python/object:os.system Pak",
        2,
        "name",
        '"tag:yaml.org,2002:python/object:os.system" is a tag; leave it out: every value is text',
    ),
    "tag of YAML": Mistake(
        PERSON,
        "name: Pak Hun",
        "name: !!binary eA==",
        2,
        "name",
        '"tag:yaml.org,2002:binary" is a tag; leave it out: every value is text',
    ),
    "tag of nobody": Mistake(PERSON, "name: Pak Hun", "name: !x Pak", 2, "name", '"!x" is a tag'),
    "broken YAML: a second colon": Mistake(
        PERSON,
        "A general who",
        "A general: who",
        5,
        "file",
        'broken YAML, ":" at 5:19 is within a value; quote the value',
    ),
    "broken YAML: an open bracket": Mistake(
        PERSON,
        "[lee2001]",
        "[lee2001",
        16,
        "file",
        'broken YAML, "[" at 16:10 is not closed; write "]"',
    ),
    "broken YAML: a tab": Mistake(
        PERSON,
        "    of: first",
        "\tof: first",
        10,
        "file",
        "broken YAML, a tab at 10:1 indents the line; write spaces",
    ),
    "broken YAML: two documents": Mistake(
        PERSON,
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}",
        "...\nname: Pak",
        17,
        "file",
        'broken YAML, "..." at 17:1 ends the fields; leave the line out',
    ),
    "fields that are a list": Mistake(
        "people/pak-jin.md",
        "name: Pak Jin\nsummary: The father of Pak Hun.\nsources: [lee2001]",
        "- Pak Jin\n- The father of Pak Hun.",
        1,
        "file",
        "expected fields; write {name: ..., korean: ..., ",
    ),
    "unknown field, near one": Mistake(
        PERSON,
        "identifiers:",
        "identifier:",
        17,
        "identifier",
        'unknown field; did you mean "identifiers"?',
    ),
    "unknown field, near none": Mistake(
        PERSON, "identifiers:", "xyz:", 17, "xyz", "unknown field; the fields are name, korean, "
    ),
    "unknown field inside": Mistake(
        PERSON,
        "    start: 1950",
        "    xyz: 1950",
        11,
        "posts[0].xyz",
        "unknown field; the fields are title, office, of, start, end, sources, grade or note",
    ),
    "id as a field": Mistake(
        PERSON,
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}",
        "id: pak",
        17,
        "id",
        "unknown field",
    ),
    "text as a field": Mistake(
        PERSON,
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}",
        "text: Pak",
        17,
        "text",
        "unknown field",
    ),
    "missing field": Mistake(
        PERSON,
        "summary: A general who led the First Corps.\n",
        "",
        1,
        "summary",
        "missing; the field is required",
    ),
    "missing field inside": Mistake(
        PERSON, "what: retired, ", "", 15, "fate.what", "missing; the field is required"
    ),
    "missing field of a list's item": Mistake(
        PERSON, "  - title: Commander\n    of", "  - of", 9, "posts[0].title", "missing"
    ),
    "field given twice": Mistake(
        PERSON,
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}",
        "name: Pak",
        17,
        "name",
        "given twice; keep one",
    ),
    "field given twice inside": Mistake(
        PERSON, "to: pak-jin", "to: pak-jin, to: pak-hun", 14, "kin[0].to", "given twice; keep one"
    ),
    "field whose name is a list": Mistake(
        PERSON,
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}",
        "? [a, b]\n: c",
        17,
        "file",
        "a field's name is one word",
    ),
    "list for one value": Mistake(
        PERSON, "name: Pak Hun", "name: [Pak, Hun]", 2, "name", "expected one value, not a list"
    ),
    "fields for one value": Mistake(
        PERSON, "name: Pak Hun", "name: {a: Pak}", 2, "name", "expected one value, not a list or"
    ),
    "list in a list": Mistake(
        PERSON, "[Park Hoon]", "[Park Hoon, [Park]]", 4, "aliases[1]", "expected one value"
    ),
    "one value for fields": Mistake(
        PERSON,
        "korean: {hangul: 박훈, hanja: 朴勳, rr: Bak Hun, mr: Pak Hun}",
        "korean: 박훈",
        3,
        "korean",
        "expected fields; write {hangul: ..., hanja: ..., rr: ..., mr: ...}",
    ),
    "one value for fields in a list": Mistake(
        PERSON,
        "kin:\n  - {relation: father, to: pak-jin}",
        "kin:\n  - {relation: father, to: pak-jin}\n  - pak-jin",
        15,
        "kin[1]",
        "expected fields; write {relation: ..., to: ...",
    ),
    "empty value": Mistake(
        PERSON, "name: Pak Hun", "name:", 2, "name", "empty; write a value or leave"
    ),
    "empty value in quotes": Mistake(PERSON, "name: Pak Hun", 'name: " "', 2, "name", "empty"),
    "empty item": Mistake(PERSON, "[Park Hoon]", "[Park Hoon, '']", 4, "aliases[1]", "empty"),
    "word not in the vocabulary, near one": Mistake(
        PERSON,
        "what: retired",
        "what: retried",
        15,
        "fate.what",
        '"retried" is not allowed; did you mean "retired"?',
    ),
    "word not in the vocabulary, near none": Mistake(
        PERSON,
        "grade: documented",
        "grade: sure",
        7,
        "died[0].grade",
        '"sure" is not allowed; write documented, reported, alleged, disputed or refuted',
    ),
    "word for a whole number": Mistake(
        "claims/c001.md",
        "section: 5",
        "section: five",
        5,
        "section",
        '"five" is not a whole number',
    ),
    "fraction for a whole number": Mistake(
        "claims/c001.md", "section: 5", "section: 5.0", 5, "section", '"5.0" is not a whole number'
    ),
    "word for a number": Mistake(
        "plots/corps-plot.md", "low: 10", "low: ten", 15, "victims[0].low", '"ten" is not a number'
    ),
    "not a number for a number": Mistake(
        "plots/corps-plot.md", "low: 10", "low: nan", 15, "victims[0].low", '"nan" is not a number'
    ),
    "number with a separator": Mistake(
        "plots/corps-plot.md", "low: 10", "low: 1_0", 15, "victims[0].low", '"1_0" is not a number'
    ),
    "bad date": Mistake(
        PERSON, "born: 1900", "born: spring", 6, "born[0]", '"spring" is not a date'
    ),
    "bad date of a statement": Mistake(
        PERSON, "1970-05-01", "1970-05-32", 7, "died[0].value", '"1970-05-32": day is out of range'
    ),
    "bad date of an item": Mistake(
        PERSON, "start: 1950", "start: 1950-13", 11, "posts[0].start", '"1950-13": month must be'
    ),
    "nothing for a name": Mistake(
        PERSON, "name: Pak Hun", "name: ~", 2, "name", '"~" is nothing to YAML; leave the field out'
    ),
    "nothing for a list": Mistake(
        PERSON, "[Park Hoon]", "null", 4, "aliases[0]", '"null" is nothing to YAML; leave the field'
    ),
    "truth for a name": Mistake(
        PERSON, "name: Pak Hun", "name: true", 2, "name", '"true" is no text to YAML; write words'
    ),
    "month that is none": Mistake(
        PERSON,
        "start: 1950",
        "start: 1950-13",
        11,
        "posts[0].start",
        '"1950-13": month must be in 1..12',
    ),
    "interval that runs backwards": Mistake(
        "purges/corps-purge.md",
        "1956-01/1956-03",
        "1956-03/1956-01",
        4,
        "when",
        '"1956-03/1956-01" ends before it starts',
    ),
}


class TestMistakes:
    """
    Tests for record files that cannot be read.
    """

    @pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
    def test_one(self, folder: Folder, mistake: Mistake) -> None:
        """
        One mistake gives one problem, at its file, line and field.
        """
        folder.replace(mistake.path, mistake.old, mistake.new)

        (found,) = folder.check()

        assert (mistake.path, mistake.line, mistake.field) == found[:3]
        assert found.message.startswith(mistake.gist)

    @pytest.mark.parametrize(
        "text", ["", "Prose only.\n", "--\nname: A\n--\n", " ---\nname: A\n---\n"]
    )
    def test_no_front_matter(self, folder: Folder, text: str) -> None:
        """
        A file that does not start with fields says how it should start.
        """
        folder.write(PERSON, text)

        (found,) = folder.check()

        assert (PERSON, 1, "file") == found[:3]
        assert 'no front matter; start with a line "---"' in found.message

    @pytest.mark.parametrize(
        "text", ["---\n---\n", "---\n\n---\n", "---\n# a remark\n---\nProse.\n---\n"]
    )
    def test_empty_front_matter(self, folder: Folder, text: str) -> None:
        """
        A file without any field lacks each required one.
        """
        folder.write(PERSON, text)

        assert [
            (PERSON, 1, "name", "missing; the field is required"),
            (PERSON, 1, "summary", "missing; the field is required"),
        ] == folder.check()

    @pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
    def test_not_utf_8(self, folder: Folder, bom: bytes) -> None:
        """
        Bytes that are not UTF-8 are reported at their line.
        """
        data = (folder / PERSON).read_bytes()
        folder.write(PERSON, bom + data.replace("박훈".encode(), "박훈".encode("euc-kr")))

        assert [(PERSON, 3, "file", "not UTF-8; save it as UTF-8")] == folder.check()

    @pytest.mark.parametrize("stem", ["Pak-Hun", "pak_hun", "pak hun", "pak--hun", "-pak", "박훈"])
    def test_file_name_is_no_id(self, folder: Folder, stem: str) -> None:
        """
        A file name that is no id is a mistake of the file.
        """
        text = (folder / "people/pak-jin.md").read_text("utf-8")
        folder.write(f"people/{stem}.md", text)

        (found,) = folder.check()

        assert (f"people/{stem}.md", 1, "id") == found[:3]
        assert f'"{stem}": a file name is lower-case ASCII words' in found.message

    @pytest.mark.parametrize("stem", ["index", "con", "lpt1", "genindex", "people", "a" * 81])
    def test_file_name_is_taken(self, folder: Folder, stem: str) -> None:
        """
        A file may not have a name that the book or a system needs, or a long one.
        """
        (folder / "people/pak-jin.md").rename(folder / f"people/{stem}.md")

        assert (f"people/{stem}.md", 1, "id") in [found[:3] for found in folder.check()]

    def test_control_character(self, folder: Folder) -> None:
        """
        A character that nobody sees is named, at its line and field.
        """
        folder.replace(PERSON, "A general", "A\x07general")

        (found,) = folder.check()

        assert (PERSON, 5, "summary", "U+0007 is a control character; delete it") == found

    def test_folder_with_the_name_of_a_file(self, folder: Folder) -> None:
        """
        What cannot be opened is a problem, not a crash.
        """
        (folder / "people/pak-ok.md").mkdir()

        (found,) = folder.check()

        assert ("people/pak-ok.md", 1, "file") == found[:3]
        assert "unreadable: a folder" in found.message

    def test_all_of_one_file(self, folder: Folder) -> None:
        """
        Every mistake of a file is reported, not only the first.
        """
        folder.replace(PERSON, "summary: A general who led the First Corps.\n", "")
        folder.replace(PERSON, "born: 1900", "born: spring")
        folder.replace(PERSON, "start: 1950", "begin: 1950")
        folder.replace(PERSON, "relation: father", "relation: fater")
        folder.replace(PERSON, "identifiers:", "identifier:")

        assert [
            (1, "summary"),
            (5, "born[0]"),
            (10, "posts[0].begin"),
            (13, "kin[0].relation"),
            (16, "identifier"),
        ] == [(found.line, found.field) for found in folder.check()]

    def test_load_raises_them(self, folder: Folder) -> None:
        """
        `load` raises one error with every mistake of every file.
        """
        for mistake in (MISTAKES["word for a number"], MISTAKES["bad date"]):
            folder.replace(mistake.path, mistake.old, mistake.new)

        with pytest.raises(CatalogError) as info:
            folder.load()

        expected = [(PERSON, 6, "born[0]"), ("plots/corps-plot.md", 15, "victims[0].low")]
        assert expected == [found[:3] for found in folder.found(info.value.problems)]
        assert 2 == len(str(info.value).splitlines())

    @given(
        data=st.one_of(
            st.binary(),
            st.text(alphabet="---\n:{}[],'\"&*#?|> \tnameorn0x\\").map(
                lambda text: f"---\n{text}\n---\n".encode()
            ),
        )
    )
    def test_no_file_crashes(self, tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
        """
        Any bytes give a record or problems of their file, never an exception.
        """
        path = tmp_path_factory.getbasetemp() / "any.md"
        path.write_bytes(data)

        entity, origin, problems = read_record(path, Person)

        assert (entity is None) is bool(problems)
        assert path == origin.path
        assert all(path == p.path and 1 <= p.line <= data.count(b"\n") + 1 for p in problems)


class TestReading:
    """
    Tests for record files that are read.
    """

    def test_person(self, folder: Folder) -> None:
        """
        Fields become values of the model's types; the id is the file's stem.
        """
        pak = folder.load().people["pak-hun"]

        assert "pak-hun" == pak.id
        assert "Pak Hun" == pak.name
        assert ("Park Hoon",) == pak.aliases
        assert pak.korean is not None
        assert ("박훈", "朴勳") == (pak.korean.hangul, pak.korean.hanja)
        assert ("first-corps", Date("1950"), Date("1956~")) == (
            pak.posts[0].of,
            pak.posts[0].start,
            pak.posts[0].end,
        )

    def test_bare_date_is_a_statement(self, folder: Folder) -> None:
        """
        A bare date stands for a statement without evidence of its own.
        """
        assert (DatedStatement(value=Date("1900")),) == folder.load().people["pak-hun"].born

    def test_one_value_is_a_list_of_one(self, folder: Folder) -> None:
        """
        One value may stand where a list is expected.
        """
        assert ("port-nam",) == folder.load().plots["corps-plot"].where

    def test_scalars_are_text(self, folder: Folder) -> None:
        """
        No word or number of YAML turns into a value of another type.
        """
        folder.replace(
            PERSON, "[Park Hoon]", "[no, 1956, 1956-08-30, 0x1F, 1e3, 'null', '~', 12:30]"
        )

        expected = ("no", "1956", "1956-08-30", "0x1F", "1e3", "null", "~", "12:30")
        assert expected == folder.load().people["pak-hun"].aliases

    def test_wrapped_text_is_one_line(self, folder: Folder) -> None:
        """
        A value that runs over several lines is joined by single spaces.
        """
        folder.replace(PERSON, "who led the", "who\n  led   the\n  ")

        expected = "A general who led the First Corps."
        assert expected == folder.load().people["pak-hun"].summary

    def test_absent_fields(self, folder: Folder) -> None:
        """
        What a file leaves out is None, or empty if it may be several.
        """
        pak = folder.load().people["pak-jin"]

        assert (None, None, (), (), "") == (pak.korean, pak.fate, pak.born, pak.aliases, pak.text)

    def test_empty_list(self, folder: Folder) -> None:
        """
        An empty list is no mistake.
        """
        folder.replace(PERSON, "[Park Hoon]", "[]")

        assert () == folder.load().people["pak-hun"].aliases

    def test_numbers(self, folder: Folder) -> None:
        """
        Numbers are whole or decimal, and may be negative.
        """
        folder.replace("places/port-nam.md", "latitude: 41.5", "latitude: -41")

        coordinates = folder.load().places["port-nam"].coordinates

        assert coordinates is not None
        assert (-41.0, 129.75) == (coordinates.latitude, coordinates.longitude)

    def test_body(self, folder: Folder) -> None:
        """
        The body is the text after the fields, without blank lines around it.
        """
        folder.write(PERSON, "---\nname: A\nsummary: B.\n---\n\n\nOne.\n\n---\n\nTwo.\n\n")

        assert "One.\n\n---\n\nTwo." == folder.load().people["pak-hun"].text

    def test_byte_order_mark(self, folder: Folder) -> None:
        """
        A byte order mark is no part of the file.
        """
        before = folder.load().people["pak-hun"]
        folder.write(PERSON, codecs.BOM_UTF8 + (folder / PERSON).read_bytes())

        assert before == folder.load().people["pak-hun"]
        assert [] == folder.check()

    def test_windows_line_ends(self, folder: Folder) -> None:
        """
        Files with CRLF read like those with LF, and so do their lines.
        """
        before = folder.load()
        for path in folder.root.rglob("*.*"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

        after = folder.load()

        assert list(before.records) == list(after.records)
        assert list(before.sources) == list(after.sources)
        assert before.source_origins == after.source_origins
        assert before.origins == after.origins
        assert [] == folder.check()

    @given(
        name=st.text(
            st.characters(exclude_categories=["C", "Z"], include_characters=" \n"), min_size=1
        ).filter(lambda name: not any(strange(f"x{name}")))
    )
    def test_any_name(self, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
        """
        Any text that YAML can write is read back, its white space made single.
        """
        path = tmp_path_factory.getbasetemp() / "any.md"
        fields = yaml.safe_dump({"name": f"x{name}", "summary": "A."}, allow_unicode=True)
        path.write_bytes(f"---\n{fields}---\n".encode())

        entity, _, problems = read_record(path, Person)

        assert [] == problems
        assert isinstance(entity, Person)
        composed = unicodedata.normalize("NFC", f"x{name}")
        assert re.sub(r"\s+", " ", composed).strip() == entity.name


class TestOrigin:
    """
    Tests for `Origin`.
    """

    @pytest.mark.parametrize(
        ("field", "line"),
        [
            ("name", 2),
            ("korean.hanja", 3),
            ("born[0]", 6),
            ("posts", 8),
            ("posts[0]", 9),
            ("posts[0].end", 12),
            ("kin[0].to", 14),
        ],
    )
    def test_line(self, folder: Folder, field: str, line: int) -> None:
        """
        Each field has the line on which it stands.
        """
        assert line == folder.load().origins["pak-hun"].line(field)

    @pytest.mark.parametrize(
        ("field", "line"),
        [("posts[0].note", 9), ("posts[7].note", 8), ("fate.sources[3]", 15), ("text", 1), ("", 1)],
    )
    def test_line_of_an_absent_field(self, folder: Folder, field: str, line: int) -> None:
        """
        A field that is not there has the line of what would hold it.
        """
        assert line == folder.load().origins["pak-hun"].line(field)

    @pytest.mark.parametrize(("blank", "line"), [("", 19), ("\n", 20), ("\n\n", 21)])
    def test_body(self, folder: Folder, blank: str, line: int) -> None:
        """
        The body has the line on which its text starts.
        """
        folder.replace(PERSON, "He led the", f"{blank}He led the")

        assert line == folder.load().origins["pak-hun"].body


class TestModel:
    """
    Tests for what all records share.
    """

    def test_repr(self, folder: Folder) -> None:
        """
        A record shows its kind, id and name.
        """
        catalog = folder.load()

        assert "<Person pak-hun: Pak Hun>" == repr(catalog.people["pak-hun"])
        assert "<Source lee2001: Armies and Parties>" == repr(catalog.sources["lee2001"])

    def test_frozen(self, folder: Folder) -> None:
        """
        A record cannot be changed.
        """
        pak = folder.load().people["pak-hun"]

        with pytest.raises(AttributeError):
            pak.name = "Pak"  # type: ignore[misc]

    def test_plot_is_an_event(self, folder: Folder) -> None:
        """
        Plots, purges and successions are events.
        """
        catalog = folder.load()
        dated: list[Entity] = [*catalog.plots, *catalog.purges, *catalog.successions]

        assert 3 == sum(isinstance(entity, Event) for entity in dated)

    def test_path_is_kept(self, folder: Folder) -> None:
        """
        A record knows the file that it was read from.
        """
        assert Path(folder / PERSON) == folder.load().origins["pak-hun"].path


@pytest.mark.slow
def test_packaged_records_need_no_c_library() -> None:
    """
    The records are YAML to PyYAML's own reader too, for systems without libyaml.
    """
    for _, path in record_files(ncrefs.DATA):
        front = path.read_text(encoding="utf-8").split("\n---")[0].removeprefix("---\n")
        assert isinstance(yaml.compose(front, Loader=yaml.SafeLoader), yaml.MappingNode), path
