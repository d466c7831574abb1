"""
What documents note while they are read, kept with them in the environment from build to build.
"""

from collections.abc import Set
from typing import Generic, TypeVar

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

T = TypeVar("T")


class Notes(Generic[T]):
    """
    What each document notes of one sort.

    Args:
        name: The attribute of the environment that holds it, by the names of documents.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def of(self, env: BuildEnvironment) -> dict[str, T]:
        """
        The notes of all documents by their names, to be read and added to.
        """
        if not hasattr(env, self._name):
            setattr(env, self._name, {})
        found: dict[str, T] = getattr(env, self._name)
        return found

    def purge(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """
        Forget those of a document: `env-purge-doc`.
        """
        self.of(env).pop(docname, None)

    def merge(
        self, app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment
    ) -> None:
        """
        Take over what a parallel reader noted: `env-merge-info`.
        """
        theirs = self.of(other)
        self.of(env).update({name: theirs[name] for name in docnames if name in theirs})

    def setup(self, app: Sphinx) -> None:
        """
        Register both.
        """
        app.connect("env-purge-doc", self.purge)
        app.connect("env-merge-info", self.merge)
