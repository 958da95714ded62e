"""F1 of the loaders on the documents of tests/data/unseen: rows, target groups, participants, amounts.

    python bench/unseen.py

A figure is the harmonic mean of precision and recall of a document's facts, each with its initiative's title.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from samspil.graph.files import read_path
from samspil.loaders.loading import load
from samspil.loaders.records import Extraction

UNSEEN = Path(__file__).parents[1] / "tests" / "data" / "unseen"
KINDS = ("rows", "target groups", "participants", "amounts")
Facts = dict[str, list[tuple[str, object]]]


def folded(text: str | None) -> str:
    """Return a text without marks and case."""
    return re.sub(r"\W+", " ", (text or "").casefold()).strip()


def found(extraction: Extraction) -> Facts:
    """Return the facts of an extraction by kind."""
    made = [(folded(i.title), i) for i in extraction.initiatives]
    return {
        "rows": [(title, "") for title, _ in made],
        "target groups": [(title, folded("; ".join(t.phrase for t in i.target_groups))) for title, i in made],
        "participants": [(title, folded(p.actor.name)) for title, i in made for p in i.participations],
        "amounts": [
            (t, (g.year, int(g.amount or 0))) for t, i in made for g in i.grants if g.kind in ("applied", "one_off")
        ],
    }


def wanted(key: list[dict[str, Any]]) -> Facts:
    """Return the facts of an answer key by kind."""
    made = [(folded(row["title"]), row) for row in key]
    return {
        "rows": [(title, "") for title, _ in made],
        "target groups": [(title, folded(row.get("target_group"))) for title, row in made],
        "participants": [(title, folded(p["actor"])) for title, row in made for p in row["participants"]],
        "amounts": [(t, (a["year"], int(a["amount_dkk"]))) for t, row in made for a in row.get("amounts", [])],
    }


def f1(ours: Iterable[tuple[str, object]], theirs: Iterable[tuple[str, object]]) -> float | None:
    """Return F1, None where both are empty."""
    got, want = Counter(ours), Counter(theirs)
    total = got.total() + want.total()
    return 2 * (got & want).total() / total if total else None


def main() -> None:
    """Print a line a document."""
    print(f"{'document':34}" + "".join(f"{kind:>15}" for kind in KINDS))
    for key in sorted(UNSEEN.glob("*/*.key.json")):
        name = key.name.removesuffix(".key.json")
        path = next(p for p in key.parent.glob(f"{name}.*") if p.suffix != ".json")
        ours, theirs = found(load(read_path(path))), wanted(json.loads(key.read_text("utf-8")))
        figures = [f1(ours[kind], theirs[kind]) for kind in KINDS]
        label = f"{key.parent.name}/{path.name}"
        print(f"{label:34}" + "".join(f"{'-' if f is None else format(f, '.2f'):>15}" for f in figures))


if __name__ == "__main__":
    main()
