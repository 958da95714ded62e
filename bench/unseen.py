"""F1 of the loaders on the documents of tests/data/unseen, a figure for each kind of fact.

    python bench/unseen.py [FOLDER]

A figure is the harmonic mean of precision and recall of a document's facts: of an overview's or proposal's facts with
their initiative's title, of a plan's statements with what they stand under. Actors of a key count by their official
names, committees without their region. Statements of a plan match from a likeness
of 94 (rapidfuzz's ratio, 0 to 100) on.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from rapidfuzz import fuzz

from samspil.graph.files import read_path
from samspil.loaders.loading import load
from samspil.loaders.naming.names import names
from samspil.loaders.records import Extraction

UNSEEN = Path(__file__).parents[1] / "tests" / "data" / "unseen"
LISTS = ("rows", "target groups", "participants", "amounts")
PLANS = ("goals", "indicators", "commitments", "examples", "sections", "members", "agreements")
GENRES = {
    "overview": LISTS,
    "proposals": LISTS,
    "agreement": PLANS,
    "memo": PLANS,
    "strategy": PLANS,
}
LIKENESS = 94
Facts = dict[str, list[tuple[object, str]]]


def folded(text: str | None) -> str:
    """Return a text without marks and case."""
    return re.sub(r"\W+", " ", (text or "").casefold()).strip()


def official(name: str) -> str:
    """Return the register's name for an actor that a key calls by another of its names."""
    entry = names().full_name(name)
    return entry.name if entry else name


def listed(extraction: Extraction) -> Facts:
    """Return the facts of an extraction's initiatives by kind."""
    made = [(folded(i.title), i) for i in extraction.initiatives]
    return {
        "rows": [("", title) for title, _ in made],
        "target groups": [(folded("; ".join(t.phrase for t in i.target_groups)), title) for title, i in made],
        "participants": [(folded(p.actor.name), title) for title, i in made for p in i.participations],
        "amounts": [
            ((g.year, int(g.amount or 0)), t) for t, i in made for g in i.grants if g.kind in ("applied", "one_off")
        ],
    }


def listed_in_key(key: list[dict[str, Any]]) -> Facts:
    """Return the facts of an answer key's initiatives by kind."""
    made = [(folded(row["title"]), row) for row in key]
    return {
        "rows": [("", title) for title, _ in made],
        "target groups": [(folded(row.get("target_group")), title) for title, row in made],
        "participants": [(folded(official(p["actor"])), title) for title, row in made for p in row["participants"]],
        "amounts": [((a["year"], int(a["amount_dkk"])), t) for t, row in made for a in row.get("amounts", [])],
    }


def committee(name: str) -> str:
    """Return a committee's name without its article and the region that its document is about."""
    return re.sub(r"^de[nt] | (?:i|for) region .*", "", folded(name))


def body(name: str) -> str:
    """Return the whole organisation that a name is of: of a regional branch of the doctors' organisation, this."""
    return "Praktiserende Lægers Organisation" if name.startswith("PLO") else official(name)


def planned(extraction: Extraction) -> Facts:
    """Return the facts of an extraction's plan by kind."""
    plan = extraction.plan
    return {
        "goals": [(g.kind, folded(g.text)) for g in plan.goals],
        "indicators": [(i.chapter or "", folded(i.text)) for i in plan.indicators],
        "commitments": [(c.section or "", folded(c.text)) for c in plan.commitments],
        "examples": [("", folded(e.text)) for e in plan.examples],
        "sections": [(s.number, folded(s.title)) for s in plan.sections],
        "members": [
            (
                (committee(s.committee.name), s.party, body(s.organisation.name if s.organisation else "")),
                folded(s.person),
            )
            for s in plan.seats
        ],
        "agreements": [("", folded(c.name)) for c in plan.citations],
    }


def planned_in_key(key: dict[str, Any]) -> Facts:
    """Return the facts of an answer key's plan by kind."""
    rows = {name: key.get(name, []) for name in PLANS}
    return {
        "goals": [(g["kind"], folded(g["text"])) for g in rows["goals"]],
        "indicators": [(i["chapter"] or "", folded(i["text"])) for i in rows["indicators"]],
        "commitments": [(c["section"] or "", folded(c["text"])) for c in rows["commitments"]],
        "examples": [("", folded(e["text"])) for e in rows["examples"]],
        "sections": [(s["number"], folded(s["title"])) for s in rows["sections"]],
        "members": [
            ((committee(m["committee"]), m["party"] or None, body(m["organisation"] or "")), folded(m["person"]))
            for m in rows["members"]
        ],
        "agreements": [("", folded(a["agreement"])) for a in rows["agreements"]],
    }


def f1(ours: Sequence[tuple[object, str]], theirs: Sequence[tuple[object, str]], likeness: float) -> float | None:
    """Return F1, None where both are empty; each fact matches one other at most."""
    rest, hits = list(theirs), 0
    for fact in ours:
        same = next((f for f in rest if f == fact), None) or next((f for f in rest if alike(fact, f, likeness)), None)
        if same:
            rest.remove(same)
            hits += 1
    total = len(ours) + len(theirs)
    return 2 * hits / total if total else None


def alike(ours: tuple[object, str], theirs: tuple[object, str], likeness: float) -> bool:
    """Whether two facts stand under the same and are worded alike."""
    return likeness < 100 and ours[0] == theirs[0] and fuzz.ratio(ours[1], theirs[1]) >= likeness


def figures(path: Path, key: Any) -> list[float | None]:
    """Return F1 of each kind of fact of a document."""
    extraction = load(read_path(path))
    if isinstance(key, list):
        ours, theirs = listed(extraction), listed_in_key(key)
        return [f1(ours[kind], theirs[kind], 100) for kind in LISTS]
    ours, theirs = planned(extraction), planned_in_key(key)
    return [f1(ours[kind], theirs[kind], LIKENESS) for kind in PLANS]


def line(label: str, made: Iterable[float | None]) -> str:
    """Return a line of figures."""
    return f"{label:58}" + "".join(f"{'-' if f is None else format(f, '.2f'):>15}" for f in made)


def main(folder: Path) -> None:
    """Print a line a document and the means of each genre."""
    for genre, kinds in GENRES.items():
        print(f"{genre:58}" + "".join(f"{kind:>15}" for kind in kinds))
        rows = []
        for key in sorted(folder.glob(f"{genre}/*.key.json")):
            name = key.name.removesuffix(".key.json")
            path = next(p for p in key.parent.glob(f"{name}.*") if p.suffix != ".json")
            rows.append(figures(path, json.loads(key.read_text("utf-8"))))
            print(line(path.name, rows[-1]))
        columns = [[f for f in column if f is not None] for column in zip(*rows, strict=True)]
        print(line("mean", [mean(column) if column else None for column in columns]), end="\n\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else UNSEEN)
