"""Documents of both genres, other places, years and layouts than the known ones, against what was typed beforehand.

`tests/data/{genre}/NAME.txt` was written by hand together with `NAME.expected.toml`, before any loader was run on it.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from samspil.loaders.files.reading import read
from samspil.loaders.loading import load
from samspil.loaders.records import Extraction, Initiative

DATA = Path(__file__).parents[1] / "data"
CORPUS = sorted(p for genre in ("overview", "proposals") for p in (DATA / genre).glob("*.txt"))
# What may differ by extraction's own doing: the spaces and marks around words.
MARKS = re.compile(r"[^\w]+")


def extraction_of(path: Path) -> Extraction:
    """Read and load a file."""
    return load(read(path.read_bytes(), path.name))


def expected(path: Path) -> list[dict[str, Any]]:
    """Return the typed answer of a document."""
    return tomllib.loads(path.with_suffix(".expected.toml").read_text("utf-8"))["initiative"]  # type: ignore[no-any-return]


def folded(text: str) -> str:
    """Return a text without marks and case."""
    return MARKS.sub(" ", text.casefold()).strip()


def facts(initiative: Initiative) -> Iterator[tuple[str, object]]:
    """Yield what is compared of an initiative, each as (kind, value)."""
    yield "title", folded(initiative.title)
    yield "target_group", folded("; ".join(t.phrase for t in initiative.target_groups))
    yield "status", folded(initiative.status.as_printed) if initiative.status else ""
    yield "start", initiative.period.start if initiative.period else None
    yield "end", initiative.period.end if initiative.period else None
    yield from (("actor", p.actor.name) for p in initiative.participations)
    yield from (("amount", (g.year, g.amount)) for g in initiative.grants if g.kind == "applied")


def wanted(row: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield the same of a typed row."""
    yield "title", folded(row["title"])
    yield "target_group", folded(row.get("target_group", ""))
    yield "status", folded(row.get("status", ""))
    yield "start", row.get("start")
    yield "end", row.get("end")
    yield from (("actor", name) for name in row.get("actors", ()))
    yield from (("amount", (int(year), amount)) for year, amount in row.get("amounts", {}).items())


def keyed(key: str, found: Iterable[tuple[str, object]]) -> Counter[tuple[str, str, object]]:
    """Return facts with their initiative's key, counted."""
    return Counter((key, kind, value) for kind, value in found)


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_document_gives_what_was_typed_beforehand(path: Path) -> None:
    """All rows, titles, groups, actors, dates and amounts of an unseen layout are found, and no others."""
    rows = {row["key"]: row for row in expected(path)}
    found = [keyed(i.key, facts(i)) for i in extraction_of(path).initiatives]
    got: Counter[tuple[str, str, object]] = sum(found, Counter())
    want: Counter[tuple[str, str, object]] = sum((keyed(key, wanted(row)) for key, row in rows.items()), Counter())
    # Where no target group was typed, none is stated in a field; the title may still name one.
    got = Counter(fact for fact in got if fact[1] != "target_group" or "target_group" in rows.get(fact[0], {}))
    want = Counter(fact for fact in want if fact[1] != "target_group" or fact[2])
    assert {"missing": {}, "extra": {}} == {"missing": dict(want - got), "extra": dict(got - want)}
