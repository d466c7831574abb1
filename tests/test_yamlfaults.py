"""
Slips of the pen in fields: each is told with its character, its place and what to write.
"""

import pytest
import yaml

from ncrefs.yamlfaults import explain
from tests.helpers import Folder

PERSON = "people/pak-hun.md"
NAME = "name: Pak Hun\n"
FATE = (
    'fate: {what: retired, grade: reported, note: "Said to have asked for it {cite}`news2010`."}\n'
)
#: What is written for the name -> the line that is told, and what is said.
IN_BLOCKS = {
    "name:Pak Hun\n": (2, 'no space behind ":" at 2:5; write one'),
    "name = Pak Hun\n": (2, '"=" at 2:6 ends no name; write ":"'),
    "name：Pak Hun\n": (2, '"：" at 2:5 is no colon to YAML; write ":"'),
    "name:\u00a0Pak Hun\n": (2, "the space at 2:6 is none to YAML, maybe one that does not break"),
    "name Pak Hun\n": (2, 'the line has no ": "; write name: value'),
    "name: Pak: Hun\n": (2, '":" at 2:10 is within a value; quote the value'),
    "name: Pak Hun:\n": (2, '":" at 2:14 is within a value; quote the value'),
    "name: “Pak: Hun”\n": (2, '"“" at 2:7 quotes nothing in YAML; write " around the value'),
    "name: @Pak\n": (2, '"@" at 2:7 cannot start a value; quote it'),
    "name: `Pak`\n": (2, '"`" at 2:7 cannot start a value; quote it'),
    "name: %Pak\n": (2, '"%" at 2:7 cannot start a value; quote it'),
    "name: ?\n": (2, '"?" at 2:7 cannot start a value; quote it'),
    "name: |Pak\n": (2, '"|" at 2:7 cannot start a value; quote it'),
    "name: *Pak\n": (2, "found undefined alias; quote text that starts with * or &"),
    "name: 'Pak\n": (2, "the quotation mark ' at 2:7 is not closed; close it"),
    'name: "Pak Hun\n': (2, 'the quotation mark " at 2:7 is not closed; close it'),
    'name: "Pak" Hun\n': (2, '"Hun" at 2:13 stands behind the end of a value; quote the whole'),
    "name: 'Pak's Hun'\n": (2, '"s" at 2:12 stands behind the end of a value; quote the whole'),
    'name: "Pak\\q"\n': (2, "found unknown escape character; write \\\\ for a backslash"),
    "name: [Pak\n": (2, '"[" at 2:7 is not closed; write "]"'),
    "name: {a: Pak}}\n": (2, '"}" at 2:15 closes nothing; take it out, or quote the value'),
    "%name: Pak Hun\n": (2, '"%" at 2:1 starts a line; write # for a remark'),
    " name: Pak Hun\n": (2, "the line starts too far left or right; indent it"),
    "name: Pak Hun\n  aka: Pak\n": (3, '":" at 3:6 goes on with the value above; quote that'),
    "name: Pak Hun\n\taliases: Pak\n": (3, "a tab at 3:1 indents the line; write spaces"),
    "name: Pak Hun\n...\n": (3, '"..." at 3:1 ends the fields; leave the line out'),
}
#: What is written for the fate.
IN_BRACES = {
    "fate: {what: retired, grade: reported\n": (15, '"{" at 15:7 is not closed; write "}"'),
    "fate: {what: retired, #grade: reported}\n": (15, '"#" at 15:23 begins a remark; quote'),
    "fate: {what: retired]\n": (15, '"]" at 15:21 does not close "{" of 15:7; mend one'),
    "fate: {what: retired grade: reported}\n": (
        15, '":" at 15:27 is within a value; put a comma before "grade", or quote the value',
    ),
    "fate: {what: retired， grade: reported}\n": (15, '"，" at 15:21 is no comma to YAML; write'),
    "fate: {what: retired, note: It [so] is.}\n": (15, '"[" at 15:32 is within a value; quote'),
    "fate: {what: retired, note: “It: so.”}\n": (15, '"“" at 15:29 quotes nothing in YAML; write'),
    'fate: {what: retired, note: "It "so" is."}\n': (15, '"so" at 15:34 stands behind the end of'),
    "fate: {what: retired,, note: It.}\n": (15, '"," at 15:22 follows nothing; take it out'),
    "fate: {what: @retired}\n": (15, '"@" at 15:14 cannot start a value; quote it'),
    'fate: {what: retired, note: "It}\nfactions: "a"\n': (15, 'the quotation mark " at 15:29 is'),
}  # fmt: skip
#: What YAML reads without a word, and its author meant otherwise.
MISREAD = {
    "name: “Pak Hun”\n": (2, "name", '"“" at 2:7 quotes nothing in YAML; write " around the value'),
    "name: ‘Pak Hun\n": (2, "name", '"‘" at 2:7 quotes nothing in YAML; write " around the value'),
    "name: #Pak\n": (2, "name", '"#" starts what is no text to YAML; quote the value'),
    "name: &Pak\n": (2, "name", '"&" starts what is no text to YAML; quote the value'),
    "-name: Pak Hun\n": (2, "file", 'no space behind "-" at 2:1; write one'),
    "\u00a0name: Pak Hun\n": (2, "file", "the space at 2:1 is none to YAML, maybe one that"),
    "nam: Pak Hun\n": (2, "nam", 'unknown field; did you mean "name"?'),
    "fate: {what:retired, grade: reported}\n": (15, "fate", 'no space behind ":" at 15:12; write'),
    "fate: {what=retired, grade: reported}\n": (15, "fate", '"=" at 15:12 ends no name; write ":"'),
    "fate: {what: retired, grade: reported, note: He, it is said, fell.}\n": (
        15, "fate", "the comma at 15:48 ends the value; quote all of it",
    ),
    "fate: {what: retired, grade: reported, note: He fell, and this is how: by law.}\n": (
        15, "fate", "the comma at 15:53 ends the value; quote all of it",
    ),
    "fate: {what: retired, grade: reported, note: “He fell, it is said.”}\n": (
        15, "fate.note", '"“" at 15:46 quotes nothing in YAML; write " around the value',
    ),
    "fate: {what: retired, the grade: reported}\n": (
        15, "fate.the grade", 'unknown field; did you mean "grade"?',
    ),
}  # fmt: skip


class TestExplain:
    """
    Tests for `explain`.
    """

    @pytest.mark.parametrize(("new", "told"), [*IN_BLOCKS.items(), *IN_BRACES.items()])
    def test_one(self, folder: Folder, new: str, told: tuple[int, str]) -> None:
        """
        One slip is one mistake, told where it stands.
        """
        folder.replace(PERSON, FATE if new in IN_BRACES else NAME, new)

        ((path, line, field, message),) = folder.check()

        assert (PERSON, told[0], "file") == (path, line, field)
        assert message.startswith(f"broken YAML, {told[1]}")

    @pytest.mark.parametrize("new", [*IN_BLOCKS, *IN_BRACES])
    def test_either_parser(self, folder: Folder, new: str) -> None:
        """
        PyYAML's own reader, where there is no libyaml, leads to the same place and remedy.
        """
        folder.replace(PERSON, FATE if new in IN_BRACES else NAME, new)
        text = (folder / PERSON).read_text("utf-8").split("---\n")[1]

        with pytest.raises(yaml.YAMLError) as info:
            yaml.compose(text, Loader=yaml.SafeLoader)
        line, message = explain(text, info.value, 1)

        ((_, found, _, told),) = folder.check()
        assert (found, told.split(";")[-1]) == (line, message.split(";")[-1])


class TestMisread:
    """
    Tests for `wrong_key` and `wrong_text`.
    """

    @pytest.mark.parametrize(("new", "told"), MISREAD.items())
    def test_one(self, folder: Folder, new: str, told: tuple[int, str, str]) -> None:
        """
        One slip is one mistake, and the field that was meant is not missed too.
        """
        folder.replace(PERSON, FATE if new.startswith("fate") else NAME, new)

        ((path, line, field, message),) = folder.check()

        assert (PERSON, *told[:2]) == (path, line, field)
        assert message.startswith(told[2])

    def test_comma_in_a_number(self, folder: Folder) -> None:
        """
        The comma of other languages parts two fields.
        """
        folder.replace("places/port-nam.md", "latitude: 41.5", "latitude: 41,5")

        message = "the comma at 5:27 parts a number; write a point"
        assert [("places/port-nam.md", 5, "coordinates", message)] == folder.check()

    def test_comma_in_the_second_number(self, folder: Folder) -> None:
        """
        The comma that is told is the number's, not one that parts fields as it should.
        """
        folder.replace("places/port-nam.md", "longitude: 129.75", "longitude: 129,75")

        ((*_, message),) = folder.check()

        assert message.startswith("the comma at 5:45 parts a number")

    @pytest.mark.parametrize(
        "new",
        [
            'name: "“Pak Hun”"\n',
            "name: “Pak” and “Hun”\n",
            "name: Pak “Hun”\n",
            "name: Pak's Hun\n",
            "name: Pak, Hun\n",
            'name: "Pak: @Hun [x"\n',
        ],
    )
    def test_meant(self, folder: Folder, new: str) -> None:
        """
        Quotation marks that quote a part, or stand in straight ones, are text.
        """
        folder.replace(PERSON, NAME, new)

        assert folder.load().people["pak-hun"].name == yaml.safe_load(new)["name"]
