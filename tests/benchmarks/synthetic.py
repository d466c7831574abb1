"""
Writes a catalog of any size, the same for the same size, shaped like the real one.
"""

import json
import re
from pathlib import Path
from typing import Any

import yaml

#: Share of each kind in the real catalog, about.
_SHARES = {
    "people": 0.2,
    "organizations": 0.1,
    "places": 0.05,
    "plots": 0.08,
    "purges": 0.04,
    "successions": 0.01,
    "events": 0.1,
    "mechanisms": 0.07,
    "measures": 0.02,
    "datasets": 0.01,
    "explanations": 0.01,
    "questions": 0.04,
    "terms": 0.1,
    "claims": 0.18,
}
_SYLLABLES = list("강김남동라명박방서성송영용일장정주찬창철춘택하혁현")
_TEXT = (
    "the army was watched by an officer of the party who reported to another line of command "
    "and no corps could move without three signatures in those years of hunger and reform"
)
_WORDS = _TEXT.split()


def write_catalog(root: Path, size: int) -> None:
    """
    Write *size* records and a fifth as many sources below *root*.
    """
    counts = {kind: max(1, round(size * share)) for kind, share in _SHARES.items()}
    counts["people"] += size - sum(counts.values())
    keys = [f"source{i}" for i in range(max(1, size // 5))]
    ids = {kind: [_id(kind, i) for i in range(count)] for kind, count in counts.items()}
    serial = 0
    for kind, names in ids.items():
        (root / kind).mkdir(parents=True)
        for index, id_ in enumerate(names):
            fields = {**_common(kind, index, serial, keys), **_own(kind, index, ids)}
            front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
            text = f"---\n{front}---\n{_prose(serial, ids['people'], keys)}"
            (root / kind / f"{id_}.md").write_text(text, encoding="utf-8")
            serial += 1
    (root / "sources.bib").write_text("\n".join(map(_source, keys)), encoding="utf-8")


def _id(kind: str, index: int) -> str:
    return f"c{index + 1:03}" if kind == "claims" else f"{kind}-{index}"


def _hangul(serial: int) -> str:
    return "".join(_SYLLABLES[(serial // 25**place) % 25] for place in range(3))


def _common(kind: str, index: int, serial: int, keys: list[str]) -> dict[str, Any]:
    return {
        "name": f"{kind.title()} {index}" + "?" * (kind == "questions"),
        "korean": {"hangul": _hangul(serial), "rr": f"Name {serial}"},
        "aliases": [f"Old name {serial}"],
        "summary": f"Record {serial} of a catalog that was made up to measure with.",
        "sources": sorted({keys[serial % len(keys)], keys[serial * 7 % len(keys)]}),
    }


def _own(kind: str, index: int, ids: dict[str, list[str]]) -> dict[str, Any]:
    def pick(other: str, step: int = 1, after: int = 0) -> str:
        return ids[other][(index * step + after) % len(ids[other])]

    year = 1945 + index % 80
    event = {
        "when": f"{year}-{index % 12 + 1:02}",
        "where": [pick("places")],
        "grade": "reported",
        "actors": [{"who": pick("people", 3), "role": "named in the accounts"}],
    }
    own: dict[str, dict[str, Any]] = {
        "people": {
            "born": f"{1900 + index % 60}",
            "posts": [
                {"title": "Officer", "of": pick("organizations"), "start": f"{1945 + index % 60}"}
            ],
            "fate": {"what": "unknown", "grade": "reported"},
        },
        "organizations": {
            "form": "army unit",
            "ties": [{"relation": "monitors", "to": pick("organizations", after=1)}],
        },
        "places": {"country": "KP", "coordinates": _spot(index)},
        "plots": {
            "form": "coup plot",
            **event,
            "target": [pick("people")],
            "mechanisms": [{"mechanism": pick("mechanisms"), "how": "It acted in time."}],
        },
        "purges": {**event, "ordered_by": [pick("people")], "pretext": "A plot was alleged."},
        "successions": {
            **event,
            "predecessor": [pick("people")],
            "successor": [pick("people", after=1)],
        },
        "events": event,
        "mechanisms": {"category": "deterrent punishment", "grade": "reported"},
        "measures": {
            "unit": "people",
            "what": "counted",
            "points": [
                {"when": str(1945 + index % 75 + step), "low": str(step * 100), "grade": "reported"}
                for step in range(5)
            ],
        },
        "datasets": {
            "publisher": "A university",
            "counts": "Open attempts.",
            "coverage": "1950/2020",
            "north_korea": "None.",
        },
        "explanations": {
            "predicts": "Fewer attempts.",
            "observed": "None.",
            "against": "None were made elsewhere.",
            "weight": "moderate",
            "mechanisms": [pick("mechanisms")],
        },
        "questions": {"grade": "reported", "about": [pick("people")]},
        "terms": {},
        "claims": {
            "number": index + 1,
            "section": index * 9 // len(ids["claims"]) + 1,
            "statement": f"Statement {index} of the article.",
            "verdict": "disputed",
            "about": [pick("people")],
        },
    }
    return own[kind]


def _spot(index: int) -> dict[str, str]:
    """
    Coordinates in the country, spread as evenly as the golden ratio and the root of 2 do it.
    """
    north, east = index * 0.618034 % 1, index * 0.414214 % 1
    return {"latitude": f"{38 + 3.5 * north:.3f}", "longitude": f"{125.3 + 3 * east:.3f}"}


def _prose(serial: int, people: list[str], keys: list[str]) -> str:
    paragraphs = []
    for part in range(3):
        start = (serial + part * 5) % len(_WORDS)
        words = " ".join((_WORDS[start:] + _WORDS)[:40])
        link = people[(serial * 3 + part) % len(people)]
        key = keys[(serial + part) % len(keys)]
        paragraphs.append(f"In this year {words} [](#{link}) {{cite}}`{key}`.")
    return "\n\n".join(paragraphs) + "\n"


def _source(key: str) -> str:
    number = int(key.removeprefix("source"))
    fields = {
        "author": f"Author{number % 97}, A.",
        "title": f"A work with the number {number}",
        "date": str(1950 + number % 70),
        "url": f"https://example.org/{key}",
        "tier": "journalism",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{key},\n{lines}\n}}\n"


def write_site(root: Path, docs: Path) -> None:
    """
    Write a source folder for Sphinx with the real settings and list pages, without the
    chapters, and without links to these or to real records.
    """
    root.mkdir(parents=True)
    conf = f"exec(open({json.dumps(str(docs / 'conf.py'))}, encoding='utf-8').read())\n"
    (root / "conf.py").write_text(conf, encoding="utf-8")
    for name in (
        "timeline",
        "posts",
        "watchers",
        "map",
        "told",
        "compare",
        "questions",
        "glossary",
        "article",
        "bibliography",
        "names",
        "method",
    ):
        text = (docs / f"{name}.md").read_text(encoding="utf-8")
        text = re.sub(r"\[([^\]]+)\]\((?:answer/|#)[^)]+\)", r"\1", text)
        (root / f"{name}.md").write_text(text, encoding="utf-8")
    index = (docs / "index.md").read_text(encoding="utf-8")
    toctrees = [part.split("\n```")[0] for part in index.split("```{toctree}")[1:]]
    listed = [line for part in toctrees for line in part.splitlines() if line and line[0] != ":"]
    known = [
        name for name in listed if name.startswith("reference/") or (root / f"{name}.md").is_file()
    ]
    entries = "\n".join(known)
    (root / "index.md").write_text(
        f"# Start\n\n```{{nc:figures}}\n```\n\n```{{toctree}}\n:hidden:\n\n{entries}\n```\n",
        encoding="utf-8",
    )
