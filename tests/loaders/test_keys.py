"""The loaders against answer keys made by hand and kept apart (tests/keys/README.md)."""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from samspil.loaders.files.reading import read
from samspil.loaders.loading import load
from samspil.loaders.records import Extraction, Initiative

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
FILES = {"oversigt-2019": "000_730d515dbbe06387.txt", "pulje-2012": "001_f26be9c8aeb7e6d8.txt"}

pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="NOT MEASURED: the source documents are not beside the repository"
)


@cache
def found(document: str) -> Extraction:
    """Return the extraction of a source."""
    path = SOURCES / FILES[document]
    return load(read(path.read_bytes(), path.name))


def typed(document: str, kind: str) -> list[dict[str, str]]:
    """Return the rows of an answer key."""
    with (ROOT / "tests" / "keys" / document / f"{kind}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def folded(text: str | None) -> str:
    """Return a text without marks and case."""
    return re.sub(r"\W+", " ", (text or "").casefold()).strip()


def f1(got: Iterable[object], want: Iterable[object]) -> float:
    """Return the harmonic mean of precision and recall of two bags of facts."""
    ours, theirs = Counter(got), Counter(want)
    shared = sum((ours & theirs).values())
    return 2 * shared / max(sum(ours.values()) + sum(theirs.values()), 1)


def row(initiative: Initiative) -> tuple[str, ...]:
    """Return title, target group and status of an initiative."""
    phrases = "; ".join(t.phrase for t in initiative.target_groups)
    status = initiative.status.as_printed if initiative.status else ""
    return tuple(map(folded, (initiative.key, initiative.title, phrases, status)))


def test_every_row_of_the_overview_is_right() -> None:
    """Key, title, target group and status of all 60 rows are those of the key."""
    want = [
        tuple(map(folded, (r["key"], r["title"], r["target_group"], r["status"])))
        for r in typed("oversigt-2019", "initiatives")
    ]
    assert len(want) == 60
    assert want == [row(initiative) for initiative in found("oversigt-2019").initiatives]


@pytest.mark.parametrize(("document", "bound"), [("oversigt-2019", 0.97), ("pulje-2012", 0.98)])
def test_participants_are_those_of_the_key(document: str, bound: float) -> None:
    """Actors by initiative and official name reach the bound."""
    got = [(i.key, folded(p.actor.name)) for i in found(document).initiatives for p in i.participations]
    want = [(r["key"], folded(r["actor"])) for r in typed(document, "participants")]
    assert f1(got, want) >= bound


def test_titles_themes_and_periods_of_the_pool_are_right() -> None:
    """All 19 projects have the key's title, theme, first and last day."""
    want = [
        (r["key"], folded(r["title"]), r["theme"], r["start"], r["end"]) for r in typed("pulje-2012", "initiatives")
    ]
    got = [
        (i.key, folded(i.title), i.theme, str(i.period.start or ""), str(i.period.end or ""))
        for i in found("pulje-2012").initiatives
        if i.period
    ]
    assert want == got


def test_money_of_the_pool_is_right() -> None:
    """The 53 yearly amounts, the one-off and the printed totals are the key's, in kroner."""
    kinds = ("applied", "one_off", "total")
    want = Counter(
        (r["key"], r["kind"], r["year"], int(r["amount_dkk"]))
        for r in typed("pulje-2012", "funding")
        if r["kind"] in kinds
    )
    got = Counter(
        (i.key, g.kind, str(g.year or ""), int(g.amount or 0))
        for i in found("pulje-2012").initiatives
        for g in i.grants
        if g.kind in kinds
    )
    assert want == got


def test_effects_of_the_pool_are_right() -> None:
    """Each project has as many expected effects as the key, 53 in all."""
    want = Counter(r["key"] for r in typed("pulje-2012", "effects"))
    got = Counter({i.key: len(i.effects) for i in found("pulje-2012").initiatives if i.effects})
    assert 53 == want.total()
    assert want == got


@pytest.mark.parametrize("rule", ["wrong_sum", "impossible_date", "year_outside_period"])
def test_defects_of_the_pool_are_found(rule: str) -> None:
    """Sums that do not add up, impossible dates and stray years are found where the key has them, and nowhere else."""
    want = sorted(r["subject"] for r in typed("pulje-2012", "findings") if r["rule"] == rule)
    assert want
    assert want == sorted(f.subject for f in found("pulje-2012").findings if f.rule == rule)
