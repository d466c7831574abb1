"""
The files of documents, looked at before Sphinx reads them: what it would stop at with a
traceback, or print as it stands.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ncrefs import yamlfaults
from ncrefs.book import files
from ncrefs.files import read_text
from ncrefs.problems import Problem
from ncrefs.reading import FRONT_MATTER, Loader

#: What breaks the files of an e-book; other invisible characters may be meant.
_BREAKS = "is a control character"


def check(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """
    End a build of documents that cannot be read: `env-before-read-docs`.

    Raises:
        SystemExit: After a line for each mistake.
    """
    paths = [Path(env.doc2path(name)) for name in docnames]
    problems = [problem for path in sorted(paths) for problem in _problems(path)]
    if problems:
        count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        files.stop(*map(str, problems), f"{count} in the chapters; the book was not built.")


def _problems(path: Path) -> Iterator[Problem]:
    file = read_text(path)
    yield from file.problems
    for line, what in file.strange:
        if _BREAKS in what:
            yield Problem(path, line, "file", what)
    fields = FRONT_MATTER.match(file.text) if path.suffix == ".md" else None
    try:
        yaml.compose(fields["yaml"] if fields else "", Loader=Loader)
    except yaml.YAMLError as error:
        line, what = yamlfaults.explain(fields["yaml"] if fields else "", error, above=1)
        yield Problem(path, line, "file", what)
