"""
Settings that are of no use: told in a line each, before anything is read or written.
"""

import pytest

from tests.book.conftest import Book

pytestmark = pytest.mark.built

SETTINGS = {
    "ncrefs_data = 5": "ncrefs_data: 5 is no text; write it in quotation marks",
    "ncrefs_download = []": 'ncrefs_download: no such setting; did you mean "ncrefs_downloads"?',
    "ncrefs_of_my_own = 1": (
        "ncrefs_of_my_own: no such setting; there are ncrefs_data, ncrefs_downloads"
    ),
    'ncrefs_downloads = "a.pdf"': (
        'ncrefs_downloads: \'a.pdf\' is no list of texts; write ["...", "..."]'
    ),
    "ncrefs_downloads = [5]": 'ncrefs_downloads: [5] is no list of texts; write ["...", "..."]',
    "pdf_leave_out = None": 'pdf_leave_out: None is no list of texts; write ["...", "..."]',
    "project = 5": "project: 5 is no text; write it in quotation marks",
    "html_title = None": "html_title: None is no text; write it in quotation marks",
    'html_baseurl = "example"': (
        'html_baseurl: "example" is no address; write https:// or http:// and a host'
    ),
}


@pytest.mark.parametrize(("setting", "told"), SETTINGS.items())
def test_one(small: Book, setting: str, told: str) -> None:
    """
    With the file and line of the setting.
    """
    conf = small.source / "conf.py"
    conf.write_text(f"{conf.read_text()}\n{setting}\n")
    small.data = None if setting.startswith("ncrefs_data") else small.data

    done = small.build()

    line = conf.read_text().count("\n")
    assert (1, f"{conf}:{line}: {told}\n") == (done.code, done.errors)
    assert not any(small.output.rglob("*.html"))


def test_all_at_once(small: Book) -> None:
    """
    Several are told together; one that the command line gives has no line.
    """
    conf = small.source / "conf.py"
    conf.write_text(f"{conf.read_text()}\npdf_title = 1\nhtml_title = 2\n")

    told = [line.split(": ")[1] for line in small.build().errors.splitlines()]

    assert ["html_title", "pdf_title"] == told
    other = small.build("-Dpdf_title=", "-Dhtml_title=", "-Dncrefs_downloads=a.pdf").errors
    assert f"ncrefs_downloads: no PDF or EPUB at {small.source / 'a.pdf'}; make it first\n" == other
