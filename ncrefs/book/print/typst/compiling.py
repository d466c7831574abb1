"""
One round of typesetting, as a script: `compiling.py SOURCE FOLDER... find|set`.

It tells, as JSON, where all marks stand and what the typesetter warns of; *set* also writes
the PDF, beside the source, by the rules of PDF/UA. Fonts are the typesetter's own and those
of the folders.
"""

import json
import sys
from pathlib import Path
from typing import cast

import typst


def main(task: str, source: Path, folders: list[Path]) -> None:
    """
    Set a book; leave with the typesetter's message if it cannot be set.
    """
    compiler = typst.Compiler(
        input=source,
        root=source.parent,
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=folders),
        ignore_system_fonts=True,
    )
    warnings: list[str] = []
    try:
        if task == "set":
            pdf, told = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
            warnings = [warning.diagnostic for warning in told]
            source.with_suffix(".pdf").write_bytes(cast("bytes", pdf))
        places = json.loads(compiler.query("<places>", field="value", one=True))
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
    except RuntimeError as error:  # from a query
        sys.exit(str(error))
    json.dump({"places": places, "warnings": warnings}, sys.stdout)


if __name__ == "__main__":
    source, *folders, task = sys.argv[1:]
    main(task, Path(source), [*map(Path, folders)])
