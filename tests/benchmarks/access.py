"""
What a look-up costs, beside the data packages that people know, in one run.

Each line of code runs in a process of its own, in turn, many times; the least and the
median of the processor time count, less what an empty process takes.
"""

import resource
import statistics
import subprocess
import sys

RUNS = 25
CODE = {
    "nothing": "pass",
    "pycountry, one country": ("import pycountry; pycountry.countries.get(alpha_2='DE')"),
    "babel, one territory": "import babel; babel.Locale('de').territories['DE']",
    "ncrefs, one person": "import ncrefs; ncrefs.people['kim-il-sung']",
    "ncrefs, find by spelling": (
        "import ncrefs; ncrefs.people['kim-il-sung']; ncrefs.find('Chang Songtaek')"
    ),
    "ncrefs, all records": "import ncrefs; list(ncrefs.records), list(ncrefs.sources)",
}
BASE = "pycountry, one country"


def seconds(code: str) -> float:
    """
    Processor time of a process that runs code.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """
    Print the table.
    """
    for code in CODE.values():  # compiles modules and records, and warms the disk's cache
        seconds(code)
    taken: dict[str, list[float]] = {name: [] for name in CODE}
    for _ in range(RUNS):
        for name, code in CODE.items():
            taken[name].append(seconds(code))
    print(f"{'milliseconds of processor time':<32}{'least':>8}{'median':>8}{'ratio':>8}")
    least = {name: min(values) for name, values in taken.items()}
    base = least[BASE] - least["nothing"]
    for name, values in taken.items():
        ratio = (least[name] - least["nothing"]) / base
        print(
            f"{name:<32}{least[name] * 1e3:8.1f}{statistics.median(values) * 1e3:8.1f}{ratio:8.2f}"
        )


if __name__ == "__main__":
    main()
