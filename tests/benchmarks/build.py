"""
Measures cold builds, and rebuilds, of books with more and more records.

`make bench` prints a table; what matters is the ratio of its rows: the time for a
record must not grow with the number of records. Time is that of the processor; a build in
which nothing has changed is told beyond what Sphinx takes for a site of one page.
Sizes may be given as arguments.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.synthetic import write_catalog, write_site

REPOSITORY = Path(__file__).parents[2]
SIZES = (250, 1000, 4000)
_PEAK = "import resource, sys; from sphinx.cmd.build import main; code = main(sys.argv[1:]); \
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(code)"


def build(site: Path, output: Path, *options: str) -> tuple[float, int]:
    """
    Build once in one process; return seconds of the processor and peak memory in MB.
    """
    command = [sys.executable, "-c", _PEAK, "-q", *options, str(site), str(output)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, int(done.stderr.split()[-1]) // 1024


def start(folder: Path) -> float:
    """
    What Sphinx takes by itself, with our theme, when nothing has changed.
    """
    site = folder / "bare"
    site.mkdir()
    (site / "conf.py").write_text(
        'extensions = ["myst_parser"]\nhtml_theme = "sphinx_book_theme"\n'
    )
    (site / "index.md").write_text("# One page\n")
    build(site, folder / "bare-out")
    seconds, _ = build(site, folder / "bare-out")
    return seconds


def measure(size: int, folder: Path) -> None:
    """
    Print one row of the table.
    """
    data, site, output = folder / "data", folder / "docs", folder / "out"
    write_catalog(data, size)
    write_site(site, REPOSITORY / "docs")
    options = ("-n", "-W", "-D", f"ncrefs_data={data}")
    cold, memory = build(site, output, *options)
    nothing, _ = build(site, output, *options)
    nothing -= start(folder)
    person = data / "people" / "people-1.md"
    text = person.read_text(encoding="utf-8")
    person.write_text(text + "\nOne more sentence.\n", encoding="utf-8")
    body, _ = build(site, output, *options)
    person.write_text(text.replace("name: People 1\n", "name: Renamed person\n"), encoding="utf-8")
    renamed, _ = build(site, output, *options)
    print(
        f"{size:7} {cold:9.1f} {cold / size * 1000:10.1f} {memory:9} "
        f"{nothing:9.1f} {body:9.1f} {renamed:9.1f}",
        flush=True,
    )


def main() -> None:
    """
    Measure each size in turn.
    """
    print("records    cold s  ms/record   peak MB   nothing      body    rename  (seconds)")
    for size in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
