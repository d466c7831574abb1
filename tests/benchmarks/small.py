"""
Builds the small book into a folder, strictly: does a set of versions make the book?
"""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.synthetic import write_site
from tests.helpers import Folder

_DOCS = Path(__file__).parents[2] / "docs"


def main(root: Path) -> int:
    """
    Build pages, EPUB and LaTeX; the exit code of the first that fails.
    """
    Folder(root / "records")
    write_site(root / "docs", _DOCS)
    for builder in ("html", "epub", "latex"):
        options = ["-n", "-W", "--keep-going", "-q", f"-Dncrefs_data={root / 'records'}"]
        folders = ["-d", str(root / "doctrees"), "-b", builder, str(root / "docs")]
        command = [sys.executable, "-m", "sphinx", *options, *folders, str(root / builder)]
        done = subprocess.run(command, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
