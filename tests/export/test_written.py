"""
Exports are as they were approved; that other programs understand them is tested beside this.
"""

from tests.export.written import APPROVED, approved, written


def test_files_are_as_they_were_approved() -> None:
    made = written()
    assert sorted(path.name for path in APPROVED.iterdir()) == sorted(made)
    for name, lines in made.items():
        assert approved(name) == lines, name
