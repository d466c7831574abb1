"""
The directives of the book: one class for all views.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ncrefs.book.content import rates
from ncrefs.book.content.prose import Prose
from ncrefs.book.outdated import note
from ncrefs.book.store import catalog_of
from ncrefs.book.views import VIEWS, Place
from ncrefs.problems import suggest


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
        if view.choices and argument not in view.choices(catalog):
            hint = suggest(argument, view.choices(catalog))
            raise self.error(f'nc:{self.view_name} has no "{argument}"{hint}')
        document = self.state.document
        place = Place(catalog, Prose(self.env, document.settings), self.env, document)
        try:
            built = view.build(place, argument)
        except ValueError as error:
            raise self.error(str(error)) from None
        note(self.env, self.view_name, argument)
        return built


#: By name, without `nc:`.
DIRECTIVES: dict[str, type[SphinxDirective]] = {
    name: type(
        f"{name.title()}Directive",
        (ViewDirective,),
        {
            "view_name": name,
            "required_arguments": int(view.choices is not None),
            "has_content": view.has_content,
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
            hint = suggest(self.text, figures)
            message = self.inliner.reporter.error(
                f'no figure "{self.text}"{hint}', line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        note(self.env, "rate", self.text)
        return [nodes.Text(figures[self.text])], []
