import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ncrefs import cache
from ncrefs.cache import INSIDE, compile_catalog, compiled
from ncrefs.kinds import KINDS
from ncrefs.loading import load
from ncrefs.problems import CatalogError
from ncrefs.store import Store
from ncrefs.stored import StoredCatalog
from tests.helpers import FILES, Folder

PERSON = "data/people/pak-hun.md"
VERSION = "1.0"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A cache folder that no other test has used.
    """
    folder = tmp_path / "cache"
    monkeypatch.setenv("NCREFS_CACHE", str(folder))
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Folder:
    """
    A package with the small catalog, whose files are old enough to be judged by their times.
    """
    Folder(tmp_path / "package" / "data")
    settle(tmp_path / "package")
    return Folder(tmp_path / "package", {})


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """
    Notes each time that the sources are read.
    """
    noted: list[object] = []

    def note(root: Path | str) -> object:
        noted.append(root)
        return load(root)

    monkeypatch.setattr("ncrefs.loading.load", note)
    return iter([noted])


def settle(root: Path) -> None:
    """
    Let no file count as just changed: the doubt is set to nothing, and time goes on.
    """
    time.sleep(0.02)


@pytest.fixture(autouse=True)
def _no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "DOUBT", 10_000_000)


def name(package: Folder) -> str:
    found: str = compiled(str(package.root), VERSION)["pak-hun"].name
    return found


class TestCompiled:
    """
    Tests for the compiled records of a checkout.
    """

    def test_same_as_the_sources(self, package: Folder) -> None:
        """
        All records and sources come back as they were read.
        """
        read = load(package / "data")

        store = compiled(str(package.root), VERSION)

        assert list(read.records) == list(store.collection("records"))
        assert list(read.sources) == list(store.collection("sources"))
        assert read.timeline == store.collection("timeline")

    def test_read_once(self, package: Folder, reads: Iterator[list[object]]) -> None:
        """
        Without a change the sources are not read again.
        """
        noted = next(reads)

        compiled(str(package.root), VERSION)
        compiled(str(package.root), VERSION)

        assert 1 == len(noted)

    def test_looks_are_enough(self, package: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        While no file looks changed, none of the sources is opened; compiled anew, each is once.
        """
        opened: list[str] = []
        real = open

        def note(path: str, mode: str) -> object:
            opened.append(path)
            return real(path, mode)

        monkeypatch.setattr(cache, "open", note, raising=False)
        below = str(package / "data")

        compiled(str(package.root), VERSION)
        assert len(FILES) == sum(path.startswith(below) for path in opened)
        opened.clear()
        compiled(str(package.root), VERSION)
        assert [] == [path for path in opened if path.startswith(below)]

    def test_edited(self, package: Folder) -> None:
        """
        An edited record is read anew.
        """
        assert "Pak Hun" == name(package)
        settle(package.root)
        package.replace(PERSON, "name: Pak Hun", "name: Pak Hun Il")
        assert "Pak Hun Il" == name(package)

    def test_edited_in_place(self, package: Folder) -> None:
        """
        An edit that keeps the size and sets the time back is seen.
        """
        assert "Pak Hun" == name(package)
        settle(package.root)
        before = (package / PERSON).stat()
        package.replace(PERSON, "name: Pak Hun", "name: Pak Han")
        os.utime(package / PERSON, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert "Pak Han" == name(package)

    def test_edited_within_the_step_of_a_clock(
        self, package: Folder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        Where times, size and inode are all the same, contents decide as long as there is doubt.
        """
        monkeypatch.setattr(cache, "DOUBT", 10**12)
        monkeypatch.setattr(cache, "_seen", lambda _: ("the same", time.time_ns()))
        assert "Pak Hun" == name(package)
        package.replace(PERSON, "name: Pak Hun", "name: Pak Han")
        assert "Pak Han" == name(package)

    def test_touched(self, package: Folder, reads: Iterator[list[object]]) -> None:
        """
        A file with a new time and the old contents is not read again.
        """
        noted = next(reads)
        compiled(str(package.root), VERSION)
        settle(package.root)

        (package / PERSON).touch()

        assert "Pak Hun" == name(package)
        assert 1 == len(noted)

    def test_added(self, package: Folder) -> None:
        """
        A new record is found.
        """
        compiled(str(package.root), VERSION)
        text = (package / PERSON).read_text("utf-8")
        package.write("data/people/pak-min.md", text.replace("name: Pak Hun", "name: Pak Min"))

        assert "Pak Min" == compiled(str(package.root), VERSION)["pak-min"].name

    def test_removed(self, package: Folder) -> None:
        """
        A removed record is gone.
        """
        compiled(str(package.root), VERSION)
        (package / "data/events/port-strike.md").unlink()

        assert "port-strike" not in compiled(str(package.root), VERSION).collection("records")

    def test_renamed(self, package: Folder) -> None:
        """
        A renamed file has its new id.
        """
        compiled(str(package.root), VERSION)
        (package / "data/events/port-strike.md").rename(package / "data/events/dock-strike.md")

        events = compiled(str(package.root), VERSION).collection("events").ids
        assert "dock-strike" in events
        assert "port-strike" not in events

    def test_swapped(self, package: Folder) -> None:
        """
        Two files that change places are seen though all sizes and times are still there.
        """
        a, b = package / "data/people/pak-hun.md", package / "data/people/pak-hin.md"
        shutil.copyfile(a, b)
        package.replace("data/people/pak-hin.md", "name: Pak Hun", "name: Pak Hin")
        for file in (a, b):
            os.utime(file, ns=(10**18, 10**18))
        settle(package.root)
        assert "Pak Hun" == name(package)
        settle(package.root)
        aside = a.with_suffix(".aside")
        a.rename(aside)
        b.rename(a)
        aside.rename(b)
        assert "Pak Hin" == name(package)

    def test_code(self, package: Folder, reads: Iterator[list[object]]) -> None:
        """
        A change of the code that reads records makes them be read again.
        """
        noted = next(reads)
        package.write("reading.py", "a = 1")
        compiled(str(package.root), VERSION)
        package.write("reading.py", "a = 2")
        compiled(str(package.root), VERSION)

        assert 2 == len(noted)

    def test_version(self, package: Folder, reads: Iterator[list[object]]) -> None:
        """
        Another version of the package reads the sources.
        """
        noted = next(reads)
        compiled(str(package.root), VERSION)
        compiled(str(package.root), "1.1")

        assert 2 == len(noted)

    def test_mistakes(self, package: Folder) -> None:
        """
        Records with mistakes raise, and a good answer from before is not given.
        """
        compiled(str(package.root), VERSION)
        package.write(PERSON, "no fields")

        with pytest.raises(CatalogError):
            compiled(str(package.root), VERSION)

    @pytest.mark.parametrize(
        "damage",
        [
            pytest.param(lambda data: b"", id="empty"),
            pytest.param(lambda data: data[: len(data) // 2], id="cut"),
            pytest.param(lambda data: data[:-9] + b"x" + data[-8:], id="one letter"),
            pytest.param(lambda data: b"[" * 100_000, id="nested"),
            pytest.param(lambda data: b'{"format": 2}\n{}', id="no fields"),
            pytest.param(lambda data: b"[]\n", id="a list"),
            pytest.param(lambda data: b"\x80\x04N.", id="a pickle"),
        ],
    )
    def test_broken(self, package: Folder, home: Path, damage: object) -> None:
        """
        A broken cache file is ignored and replaced.
        """
        compiled(str(package.root), VERSION)
        (file,) = home.glob("*/*.jsonl")
        good = file.read_bytes()
        assert callable(damage)
        file.write_bytes(damage(good))

        assert "Pak Hun" == name(package)
        assert Store(file.read_bytes())["pak-hun"].name == "Pak Hun"

    @pytest.mark.parametrize("value", ["", "relative/folder", "/dev/null/cache"])
    def test_no_folder(self, package: Folder, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
        """
        Without a folder that can be written to, the sources are read, silently.
        """
        monkeypatch.setenv("NCREFS_CACHE", value)

        assert "Pak Hun" == name(package)

    @pytest.mark.parametrize(
        ("system", "variables", "folder"),
        [
            ("linux", {"XDG_CACHE_HOME": "{home}/xdg"}, "xdg"),
            ("linux", {}, ".cache"),
            ("darwin", {}, "Library/Caches"),
            ("win32", {"LOCALAPPDATA": "{home}/local"}, "local"),
        ],
    )
    def test_folder_of_the_system(
        self,
        package: Folder,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        system: str,
        variables: dict[str, str],
        folder: str,
    ) -> None:
        """
        Without a folder of its own the cache is where the system has such files.
        """
        for variable in ("NCREFS_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            monkeypatch.delenv(variable, raising=False)
        for variable, value in {"HOME": "{home}", **variables}.items():
            monkeypatch.setenv(variable, value.format(home=tmp_path))
        monkeypatch.setattr("sys.platform", system)

        assert "Pak Hun" == name(package)
        assert 1 == len(list((tmp_path / folder / "ncrefs").glob("*.jsonl")))

    def test_in_an_archive(self, tmp_path: Path) -> None:
        """
        A package that is no folder and has no compiled records cannot be read.
        """
        path = str(tmp_path / "package.zip" / "ncrefs")

        with pytest.raises(CatalogError, match=r"in an archive, .* install the package with pip"):
            compiled(path, VERSION)

    def test_full_disk(self, package: Folder, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        A file that cannot be put in its place leaves nothing behind.
        """

        def refuse(*_: object) -> None:
            raise OSError

        monkeypatch.setattr("os.replace", refuse)

        assert "Pak Hun" == name(package)
        assert [] == [file for file in home.rglob("*") if file.is_file()]

    def test_inside(self, package: Folder) -> None:
        """
        Compiled records inside the package are taken as they are, of the same version.
        """
        data = compile_catalog(load(package / "data"), {"version": VERSION})
        (package / INSIDE).write_bytes(data)
        shutil.rmtree(package / "data")

        assert "Pak Hun" == name(package)
        with pytest.raises(CatalogError):
            compiled(str(package.root), "1.1")


class TestStore:
    """
    Tests for the file of compiled records.
    """

    def test_reproducible(self, package: Folder) -> None:
        """
        The same records make the same bytes.
        """
        catalog = load(package / "data")

        assert compile_catalog(catalog, {}) == compile_catalog(catalog, {})

    def test_same_object(self, package: Folder) -> None:
        """
        A record is one object, however it is reached.
        """
        store = compiled(str(package.root), VERSION)

        assert store["corps-plot"] is store.collection("plots")["corps-plot"]
        assert store["corps-plot"] is store.collection("timeline")["corps-plot"]

    def test_only_what_is_asked_for(self, package: Folder) -> None:
        """
        A look-up builds one record; counting and listing ids build none.
        """
        store = compiled(str(package.root), VERSION)

        people = store.collection("people")
        assert "pak-jin" in people
        assert 2 == len(people)
        assert people["pak-jin"].id == "pak-jin"
        assert ["pak-jin"] == list(store.built)

    def test_former_id(self, package: Folder) -> None:
        """
        An id that a record bore before leads to it, in every collection that has it.
        """
        package.replace(PERSON, "name: Pak Hun", "renamed_from: pak-hoon\nname: Pak Hun")
        store = compiled(str(package.root), VERSION)

        for name in ("people", "records"):
            assert "pak-hun" == store.collection(name)["pak-hoon"].id
        assert store.collection("people").filter(lambda _: True)["pak-hoon"].id == "pak-hun"
        assert store.collection("places").get("pak-hoon") is None

    def test_unknown(self, package: Folder) -> None:
        """
        An unknown id is a key error, also one of another kind in a collection.
        """
        store = compiled(str(package.root), VERSION)

        with pytest.raises(KeyError):
            store["nobody"]
        assert store.collection("people").get("corps-plot") is None

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"[]\n", "no compiled records of this layout"),
            (b'{"format": 1}\n', "no compiled records of this layout"),
            (b"[" * 100_000 + b"\n", "compiled records are damaged"),
            (b'{"format": 2, "crc": 1}\n{}\n', "compiled records are damaged"),
        ],
    )
    def test_another_file(self, data: bytes, message: str) -> None:
        """
        What is no such file is refused, and so is one that was changed.
        """
        with pytest.raises(ValueError, match=f"^{message}$"):
            Store(data)


class TestStoredCatalog:
    """
    Tests for the catalog of compiled records.
    """

    def test_same_as_the_sources(self, package: Folder) -> None:
        """
        It has the same collections, names and files as the one that is read, but no lines.
        """
        package.replace(PERSON, "aliases:", "renamed_from: [pak-hoon]\naliases:")
        found = StoredCatalog(compiled(str(package.root), VERSION), str(package.root))
        read = load(package / "data")

        for name in (*KINDS, "sources", "records", "timeline"):
            assert list(getattr(read, name)) == list(getattr(found, name)), name
        assert {"pak-hoon": "pak-hun"} == found.renamed
        assert "pak-hun" == found["pak-hoon"].id == found.find("Park Hoon")[0].id
        assert read.root == found.root
        assert {id_: origin.path for id_, origin in read.origins.items()} == {
            id_: origin.path for id_, origin in found.origins.items()
        }
        assert {} == found.source_origins
