import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from ncrefs import __version__
from ncrefs.diff import Change, Changes, FieldChange, compare, diff
from ncrefs.export import write
from ncrefs.snapshots import read, take
from tests.helpers import Folder

#: Of one record, of a kind that is none.
DIGESTS = '{"version": "1", "digests": [{"kind": "a", "id": "a", "name": "A", "fields": FIELDS}]}'


class Versions:
    """
    Two versions of the small catalog.
    """

    def __init__(self, path: Path) -> None:
        self.old = Folder(path / "old")
        self.new = Folder(path / "new")

    def changes(self) -> Changes:
        return diff(self.old.load(), self.new.load())

    def only(self) -> Change:
        (change,) = self.changes()
        return change


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    """
    Two versions without a difference.
    """
    return Versions(tmp_path)


class TestDiff:
    """
    Tests for what changed between two catalogs.
    """

    def test_nothing(self, versions: Versions) -> None:
        """
        The same records make no change.
        """
        assert not versions.changes()
        assert "No record has changed." == str(versions.changes())

    def test_added(self, versions: Versions) -> None:
        """
        A new record is added.
        """
        text = (versions.old / "people/pak-jin.md").read_text("utf-8")
        versions.new.write("people/pak-min.md", text.replace("Pak Jin", "Pak Min"))

        change = versions.only()

        assert ("added", "people", "pak-min", "Pak Min") == (
            change.what,
            change.kind,
            change.id,
            change.name,
        )

    def test_removed(self, versions: Versions) -> None:
        """
        A record that is gone is removed.
        """
        (versions.new / "events/port-strike.md").unlink()

        assert ("removed", "port-strike") == (versions.only().what, versions.only().id)

    def test_renamed(self, versions: Versions) -> None:
        """
        A record under a new id that names its old one is renamed, with what else changed.
        """
        file = versions.new / "events/port-strike.md"
        text = file.read_text("utf-8").replace("name: Port strike", "name: Dock strike")
        file.unlink()
        versions.new.write(
            "events/dock-strike.md", text.replace("theme:", "renamed_from: port-strike\ntheme:")
        )

        change = versions.only()

        assert ("renamed", "dock-strike", "port-strike") == (
            change.what,
            change.id,
            change.former_id,
        )
        assert (FieldChange(field="name", old="Port strike", new="Dock strike"),) == change.fields

    @pytest.mark.parametrize(
        ("grade", "how"),
        [("documented", "raised"), ("refuted", "lowered"), ("disputed", "other")],
    )
    def test_grade(self, versions: Versions, grade: str, how: str) -> None:
        """
        A grade is raised, lowered, or neither.
        """
        versions.new.replace("plots/corps-plot.md", "grade: alleged", f"grade: {grade}")

        assert how == versions.only().grade

    def test_nested(self, versions: Versions) -> None:
        """
        A change in a nested value names its place.
        """
        versions.new.replace("people/pak-hun.md", "start: 1950", "start: 1951")

        change = FieldChange(field="posts[0].start", old="1950", new="1951")
        assert (change,) == versions.only().fields

    def test_gone(self, versions: Versions) -> None:
        """
        A nested value that is gone is one change.
        """
        file = versions.new / "people/pak-hun.md"
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(li for li in lines if not li.startswith("fate:")), "utf-8")

        (field,) = versions.only().fields
        assert ("fate", "retired", None) == (field.field, field.old["what"], field.new)

    def test_put_in(self, versions: Versions) -> None:
        """
        A value that was put into a list is new; the others have not changed.
        """
        versions.new.replace(
            "people/pak-hun.md", "posts:\n", "posts:\n  - {title: Soldier, start: 1949}\n"
        )

        (field,) = versions.only().fields
        assert ("posts", None, "Soldier") == (field.field, field.old, field.new["title"])

    def test_sources(self, versions: Versions) -> None:
        """
        Sources are compared as records are.
        """
        versions.new.replace("sources.bib", "{Hanul}", "{Hanul Press}")

        assert ("sources", "lee2001") == (versions.only().kind, versions.only().id)

    def test_to_dict(self, versions: Versions) -> None:
        """
        Programs get counts and each change.
        """
        versions.new.replace("plots/corps-plot.md", "grade: alleged", "grade: reported")

        told = versions.changes().to_dict()

        assert {"added": 0, "removed": 0, "renamed": 0, "changed": 1} == told["counts"]
        assert "raised" == told["changes"][0]["grade"]

    def test_in_words(self, versions: Versions) -> None:
        """
        By what became of the records, with the fields of each and both values.
        """
        new = versions.new
        strike = (new / "events/port-strike.md").read_text("utf-8")
        (new / "events/port-strike.md").unlink()
        (new / "events/dock-strike.md").write_text(
            strike.replace("theme:", "renamed_from: port-strike\ntheme:"), "utf-8"
        )
        jin = (new / "people/pak-jin.md").read_text("utf-8")
        new.write("people/pak-min.md", jin.replace("Pak Jin", "Pak Min"))
        (new / "terms/coup.md").unlink()
        new.replace("plots/corps-plot.md", "grade: alleged", "grade: reported")
        new.replace("plots/corps-plot.md", "A march on the capital.", f"A {'long ' * 20}march.")
        new.replace("people/pak-hun.md", "  - {relation: father, to: pak-jin}", "  []")

        assert [
            "Added (1)",
            "  people/pak-min: Pak Min",
            "",
            "Removed (1)",
            "  terms/coup: Coup",
            "",
            "Renamed (1)",
            "  events/dock-strike (was port-strike): Port strike",
            "",
            "Changed (2)",
            "  people/pak-hun: Pak Hun",
            '    kin: {"relation": "father", "to": "pak-jin"} -> null',
            "  plots/corps-plot: Corps plot, grade raised",
            "    grade: alleged -> reported",
            "    plan: A march on the capital. -> A " + "long " * 13 + "...",
        ] == str(versions.changes()).splitlines()

    def test_order_and_count(self, versions: Versions) -> None:
        """
        Changes stand in the order of kinds and ids, and may be counted.
        """
        versions.new.replace("sources.bib", "{Hanul}", "{Hanul Press}")
        (versions.new / "terms/coup.md").unlink()
        (versions.new / "people/pak-jin.md").unlink()

        changes = versions.changes()

        assert ["pak-jin", "coup", "lee2001"] == [change.id for change in changes]
        assert (3, True) == (len(changes), bool(changes))
        assert {"added": 0, "removed": 2, "renamed": 0, "changed": 1} == changes.counts()

    def test_whole_records(self, folder: Folder, tmp_path: Path) -> None:
        """
        A snapshot is read from a folder and from complete JSON alike.
        """
        write(folder.load(), "json", tmp_path / "json")
        told = read(tmp_path / "json" / "ncrefs.json")

        assert __version__ == told.version
        assert not read(folder.root).version
        assert not told.digested
        assert read(folder.root).states == told.states
        assert {"people", "sources"} <= {state.kind for state in told.states.values()}

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "it is no JSON (line 1, column 1: Expecting value)"),
            ("{\n", "it is no JSON (line 2, column 1: Expecting property name enclosed in double "),
            ("[" * 100_000, "it is nested too deep"),
            (b"\xff\xfea", "it is no text in UTF-8"),
            ("[]", 'it has neither "records" nor "digests"'),
            ("null", 'it has neither "records" nor "digests"'),
            ('{"type": "FeatureCollection"}', 'it has neither "records" nor "digests"'),
            ('{"records": {}}', "version is no text"),
            ('{"version": "1", "records": []}', 'its records have no "sources"'),
            ('{"version": "1", "records": {"sources": 3}}', "sources is no list"),
            ('{"version": "1", "records": {"sources": [3]}}', "sources[0] is no object"),
            ('{"version": "1", "digests": {}}', "digests is no list"),
            ('{"version": "1", "digests": [{}]}', 'digests[0] has no "kind"'),
            (DIGESTS.replace("FIELDS", "{}"), 'digests[0].kind is no kind: "a"'),
            (DIGESTS.replace("FIELDS", "3"), "digests[0].fields is no object"),
        ],
    )
    def test_no_records(self, tmp_path: Path, text: str | bytes, message: str) -> None:
        """
        Another file is refused by its name, and by what is wrong with it.
        """
        path = tmp_path / "a.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

        with pytest.raises(ValueError, match=r"^[^\n]*$") as info:
            read(path)
        assert str(info.value).startswith(f"{path}: no complete JSON of ncrefs; {message}")

    @pytest.mark.parametrize(
        ("field", "value", "message"),
        [
            ("summary", ..., 'people[0] has no "summary"'),
            ("summary", 3, "people[0].summary is no text"),
            ("name", None, "people[0].name is no text"),
            ("aliases", "Park Hoon", "people[0].aliases is no list"),
            ("posts", ["Premier"], "people[0].posts[0] is no object"),
            ("kin", [{"relation": "son", "to": 3}], "people[0].kin[0].to is no text"),
            ("checked", "soon", 'people[0]: "soon" is not a date'),
            (
                "fate",
                {"what": "retired", "grade": "sure"},
                "people[0]: 'sure' is not a valid Grade",
            ),
        ],
    )
    def test_broken_record(
        self, folder: Folder, tmp_path: Path, field: str, value: object, message: str
    ) -> None:
        """
        A record that is not as the export writes it is told by its place.
        """
        path, _ = write(folder.load(), "json", tmp_path / "json")
        told = json.loads(path.read_bytes())
        told["records"]["people"][0][field] = value
        if value is ...:
            del told["records"]["people"][0][field]
        path.write_text(json.dumps(told))

        with pytest.raises(ValueError, match=rf"; {re.escape(message)}"):
            read(path)

    def test_of_another_version(self, folder: Folder, tmp_path: Path) -> None:
        """
        A kind or a field that a version did not have yet, or that has gone, is no mistake.
        """
        path, _ = write(folder.load(), "json", tmp_path / "json")
        told = json.loads(path.read_bytes())
        del told["records"]["measures"]
        del told["records"]["people"][0]["misprints"]
        told["records"]["people"][0]["rank"] = "general"
        path.write_text(json.dumps(told))

        changes = compare(read(path), take(folder.load()))

        assert ["added measures/soldiers"] == [f"{c.what} {c.kind}/{c.id}" for c in changes]

    def test_digests(self, versions: Versions, tmp_path: Path) -> None:
        """
        The digests of a version tell the same of records, fields and grades, but no values.
        """
        versions.new.replace("plots/corps-plot.md", "grade: alleged", "grade: reported")
        versions.new.replace("people/pak-hun.md", "start: 1950", "start: 1951")
        (path,) = write(versions.old.load(), "digests", tmp_path / "old.json")

        told = list(compare(read(path), take(versions.new.load())))

        wanted = [
            replace(change, fields=(FieldChange(field=change.fields[0].field.partition("[")[0]),))
            for change in versions.changes()
        ]
        assert wanted == told
        assert ["posts", "grade"] == [str(change.fields[0]) for change in told]
        assert not compare(read(path), take(versions.old.load()))
