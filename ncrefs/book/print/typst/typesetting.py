"""
Typesetting, in a process of its own.

The typesetter sets the book again until every page number is right, and keeps each round
until its process ends: three gigabytes, which neither the trees nor the packing of the
result should have to stand beside.
"""

import subprocess
import sys
from pathlib import Path
from typing import cast

from sphinx.errors import SphinxError

from ncrefs.book.print import fonts


def typeset(main: Path) -> list[str]:
    """
    Set the Typst source *main* as a PDF by the rules of PDF/UA, beside it.

    Returns:
        What the typesetter warns of.

    Raises:
        SphinxError: If the source cannot be set.
    """
    command = [sys.executable, "-X", "utf8", "-m", __name__, str(main)]
    done = subprocess.run(  # noqa: S603  (this very module)
        command, check=False, capture_output=True, encoding="utf-8"
    )
    if done.returncode:
        raise SphinxError(f"Typst cannot set the book:\n{done.stderr}")
    return [warning for warning in done.stdout.split("\0") if warning]


def _main(main: Path) -> None:
    import typst  # noqa: PLC0415  (pages are built without it)

    compiler = typst.Compiler(
        input=main, root=main.parent, font_paths=fonts.book_fonts(), ignore_system_fonts=True
    )
    try:
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
    sys.stdout.write("\0".join(warning.diagnostic for warning in warnings))
    main.with_suffix(".pdf").write_bytes(cast("bytes", pdf))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
