"""
The directives of the book: one class for all views.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ncrefs.book.content import rates
from ncrefs.book.content.prose import Prose
from ncrefs.book.outdated import note, shown_elsewhere
from ncrefs.book.store import catalog_of
from ncrefs.book.views import VIEWS, Place
from ncrefs.problems import one_of, suggest

#: How many of the names that may be written a message shows.
_FEW = 5


class ViewDirective(SphinxDirective):
    """
    Builds a view and notes that the document shows it; a subclass for each is made below.
    """

    view_name: str

    def run(self) -> list[nodes.Node]:
        """
        Build the nodes.
        """
        view, catalog = VIEWS[self.view_name], catalog_of(self.config)
        argument = "\n".join(self.content) if view.has_content else "".join(self.arguments)
        if self.content and not view.has_content:
            raise self.error(f'nc:{self.view_name} holds nothing; take "{self.content[0]}" out')
        if view.choices and argument not in view.choices(catalog):
            raise self.error(self._no_choice(argument, list(view.choices(catalog))))
        if view.has_content and not argument:
            raise self.error(f"nc:{self.view_name} is empty; write a name on a line in it")
        if view.once and (other := shown_elsewhere(self.env, self.view_name)):
            raise self.error(f"nc:{self.view_name} stands in {other}, too; keep one")
        document = self.state.document
        place = Place(catalog, Prose(self.env, document.settings), self.env, document)
        try:
            built = view.build(place, argument)
        except ValueError as error:
            raise self.error(str(error)) from None
        note(self.env, self.view_name, argument)
        return built

    def _no_choice(self, argument: str, choices: list[str]) -> str:
        if not argument:
            return (
                f"nc:{self.view_name} names nothing; write for example {_some(choices)} behind it"
            )
        hint = suggest(argument, choices) or f"; write for example {_some(choices)}"
        return f'nc:{self.view_name} has no "{argument}"{hint}'


def _some(choices: list[str]) -> str:
    """
    A few of the names that a directive takes.
    """
    return one_of(choices[:_FEW]) if choices else "a name"


#: By name, without `nc:`.
DIRECTIVES: dict[str, type[SphinxDirective]] = {
    name: type(
        f"{name.title()}Directive",
        (ViewDirective,),
        {
            "view_name": name,
            "optional_arguments": int(view.choices is not None),
            "final_argument_whitespace": True,
            "has_content": True,  # so that what should not be there is told
        },
    )
    for name, view in VIEWS.items()
}


class RateRole(SphinxRole):
    """
    ``{nc:rate}`party-types.expected```: one figure of the base rates, within a sentence.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """
        Set the figure and note that the document shows it.
        """
        figures = rates.figures(catalog_of(self.config))
        if self.text not in figures:
            hint = suggest(self.text, figures) or f"; write for example {_some(list(figures))}"
            message = self.inliner.reporter.error(
                f'no figure "{self.text}"{hint}', line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        note(self.env, "rate", self.text)
        return [nodes.Text(figures[self.text])], []
