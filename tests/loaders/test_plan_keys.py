"""What the three plans set out, against answer keys made by hand and kept apart (tests/keys/README.md)."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from samspil.loaders.files.reading import read
from samspil.loaders.loading import load
from samspil.loaders.records import Commitment, Evidence, Goal, Indicator, Plan

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
FILES = {
    "kkr-notat-2019": "002_b60dad764d6534db.txt",
    "sundhedsaftale-2015": "003_b602f42ef931e100.txt",
    "kbh-strategi": "004_db53f14ce6ce6946.txt",
}
SAME_NAME = 85

pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="NOT MEASURED: the source documents are not beside the repository"
)


@cache
def found(document: str) -> Plan:
    """Return what the loaders find in a source."""
    path = SOURCES / FILES[document]
    return load(read(path.read_bytes(), path.name)).plan


def typed(document: str, kind: str) -> list[dict[str, str]]:
    """Return the rows of an answer key."""
    with (ROOT / "tests" / "keys" / document / f"{kind}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def folded(text: str | None) -> str:
    """Return a text without marks and case."""
    return re.sub(r"\W+", " ", (text or "").casefold()).strip()


def is_it(text: str, evidence: Evidence, row: dict[str, str]) -> bool:
    """Whether a statement begins and ends with the words of a key's row, in the lines of the row."""
    whole = folded(text)
    ends = whole.startswith(folded(row["first_words"])) and whole.endswith(folded(row["last_words"]))
    return ends and (str(evidence.line_start), str(evidence.line_end)) == (row["line_start"], row["line_end"])


def is_called(name: str, row: str) -> bool:
    """Whether a name is the one of a row, which may leave out its middle or its end."""
    begin, _, end = row.partition(" … ") if " … " in row else (row.removesuffix(" …"), "", "")
    return folded(name).startswith(folded(begin)) and folded(name).endswith(folded(end))


def unlike(
    ours: Sequence[Goal] | Sequence[Indicator] | Sequence[Commitment], rows: Sequence[dict[str, str]]
) -> list[str]:
    """Return the statements that are not those of the key, in its order."""
    assert len(rows) == len(ours)
    pairs = [(s.text, s.evidence) for s in ours]
    return [text for (text, at), row in zip(pairs, rows, strict=True) if not is_it(text, at, row)]


def recall(ours: Iterable[str], rows: Iterable[str]) -> float:
    """Return which share of a key's names is found, whatever their form ("aftalen", "aftaler")."""
    names = [folded(name) for name in ours]
    hits = [any(is_called(n, row) or fuzz.ratio(n, folded(row)) > SAME_NAME for n in names) for row in rows]
    return sum(hits) / len(hits)


@pytest.mark.parametrize(
    ("document", "count"), [("sundhedsaftale-2015", 15), ("kkr-notat-2019", 14), ("kbh-strategi", 14)]
)
def test_goals_are_those_of_the_key(document: str, count: int) -> None:
    """Kind, key, words and lines of visions, focus areas, goals and objectives."""
    rows = typed(document, "goals")
    ours = sorted(found(document).goals, key=lambda goal: goal.evidence.line_start)
    assert count == len(rows)
    assert [] == unlike(ours, rows)
    assert [(row["kind"], row["key"]) for row in rows] == [(g.kind, g.key) for g in ours]


def test_goals_of_the_memo_stand_under_their_focus_areas() -> None:
    """Two or three goals in each."""
    rows = typed("kkr-notat-2019", "goals")
    ours = {g.key: g.parent or "" for g in found("kkr-notat-2019").goals}
    assert {row["key"]: row["parent"] for row in rows} == ours


@pytest.mark.parametrize(("document", "count"), [("kkr-notat-2019", 2), ("kbh-strategi", 3)])
def test_goals_stated_again_are_further_evidence(document: str, count: int) -> None:
    """The lines of each restatement."""
    rows = {(r["key"], r["line_start"]) for r in typed(document, "restatements")}
    assert count == len(rows)
    assert rows == {(g.key, str(e.line_start)) for g in found(document).goals for e in g.further}


def test_indicators_of_the_agreement_are_those_of_the_key() -> None:
    """11, by chapter; none where the text says that there is none yet."""
    rows = typed("sundhedsaftale-2015", "indicators")
    ours = found("sundhedsaftale-2015").indicators
    assert 11 == len(rows)
    assert [] == unlike(ours, rows)
    assert [(row["chapter"], row["n"]) for row in rows] == [(i.chapter, str(i.n)) for i in ours]


def test_commitments_of_the_agreement_are_those_of_the_key() -> None:
    """73, each under its numbered section, and all but one under the heading nearest above, which fills its line."""
    rows = typed("sundhedsaftale-2015", "commitments")
    ours = found("sundhedsaftale-2015").commitments
    assert 73 == len(rows)
    assert [] == unlike(ours, rows)
    assert [row["section"] for row in rows] == [c.section for c in ours]
    headed = [is_called(c.heading or "", row["heading"]) for c, row in zip(ours, rows, strict=True)]
    assert 72 == sum(headed)


def test_examples_of_the_strategy_are_those_of_the_key() -> None:
    """30, with the area that heads each box."""
    rows = typed("kbh-strategi", "examples")
    ours = found("kbh-strategi").examples
    assert 30 == len(rows)
    assert [folded(row["text"]) for row in rows] == [folded(e.text) for e in ours]
    assert [] == [e.area for e, row in zip(ours, rows, strict=True) if not is_called(e.area or "", row["area"])]


@pytest.mark.parametrize(("document", "count"), [("sundhedsaftale-2015", 63), ("kbh-strategi", 7)])
def test_sections_are_those_of_the_key(document: str, count: int) -> None:
    """Number, title and line."""
    rows = {row["number"]: row for row in typed(document, "sections")}
    ours = {s.number: s for s in found(document).sections}
    assert count == len(rows)
    assert rows.keys() == ours.keys()
    assert [] == [n for n, s in ours.items() if not is_called(s.title, rows[n]["title"])]
    assert [] == [n for n, s in ours.items() if str(s.evidence.line_start) != rows[n]["line_start"]]


def test_members_and_appointments_of_the_memo_are_those_of_the_key() -> None:
    """Five people with party and municipality, one of them of the committee's chair; who appoints to four."""
    plan = found("kkr-notat-2019")
    members = typed("kkr-notat-2019", "members")
    appointed = typed("kkr-notat-2019", "appointments")
    assert Counter(tuple(row.values())[:4] for row in members) == Counter(
        (s.committee.name, s.person, s.party or "", s.organisation.name if s.organisation else "") for s in plan.seats
    )
    assert len(appointed) == len(plan.appointments)
    ours = {(name, a.committee.name) for a in plan.appointments for name in (a.body.name, a.as_printed)}
    assert {(row["who_appoints"], row["committee"]) for row in appointed} <= ours


@pytest.mark.parametrize(
    ("document", "bound"), [("kkr-notat-2019", 1.0), ("sundhedsaftale-2015", 0.75), ("kbh-strategi", 0.8)]
)
def test_agreements_that_a_plan_names_are_those_of_the_key(document: str, bound: float) -> None:
    """Laws, agreements, plans and strategies by name, each once."""
    rows = {row["agreement"] for row in typed(document, "agreements")}
    assert recall((c.name for c in found(document).citations), rows) >= bound


def test_main_target_groups_of_the_strategy_are_those_of_the_key() -> None:
    """Whom the whole strategy is for."""
    rows = [r["phrase"] for r in typed("kbh-strategi", "target_groups") if r["main"] == "yes"]
    assert 3 == len(rows)
    assert sorted(map(folded, rows)) == sorted(folded(t.phrase) for t in found("kbh-strategi").target_groups)


def test_target_groups_of_commitments_are_mostly_those_of_the_key() -> None:
    """By section and number within it: how many of the key's phrases are found, and how many of ours are there."""
    plan = found("sundhedsaftale-2015")
    ours = {(c.section or "", str(c.n), folded(t.phrase)) for c in plan.commitments for t in c.target_groups}
    rows = [r for r in typed("sundhedsaftale-2015", "target_groups") if r["section"] != "goal"]
    hits = [r for r in rows if any(is_called(p, r["phrase"]) for s, n, p in ours if (s, n) == (r["section"], r["n"]))]
    assert 2 * len(hits) / (len(rows) + len(ours)) >= 0.6
