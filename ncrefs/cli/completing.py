"""
`ncrefs completion`: what makes a shell complete commands, options and ids.
"""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """
    Print the script that makes a shell complete commands, options and ids.

    \b
    Examples:
      ncrefs completion bash >> ~/.bashrc
      ncrefs completion zsh >> ~/.zshrc
      ncrefs completion fish > ~/.config/fish/completions/ncrefs.fish
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f'no completion for "{shell}"')
    root = context.find_root().command
    click.echo(found(root, {}, "ncrefs", "_NCREFS_COMPLETE").source())
