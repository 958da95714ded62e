"""Every fact leads back to the place in the document that really holds it."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from samspil.loaders.files.document import Document
from samspil.loaders.files.reading import read
from samspil.loaders.loading import load
from samspil.loaders.records import Evidence, Extraction, Plan

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT.parent / "shared" / "sources").glob("*.txt"))
DOCUMENTS = [*sorted((ROOT / "tests" / "data").glob("*/*.txt")), *SOURCES]


def letters(text: str) -> str:
    """Return what is left of a text when wraps, hyphens, marks and case are gone."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text).casefold())


def facts(extraction: Extraction) -> Iterator[tuple[str, Evidence]]:
    """Yield what is printed of each fact, with its evidence."""
    for initiative in extraction.initiatives:
        yield initiative.title, initiative.evidence
        yield from ((p.as_printed, p.evidence) for p in initiative.participations)
        yield from ((t.phrase, t.evidence) for t in initiative.target_groups)
        yield from ((g.as_printed, g.evidence) for g in initiative.grants)
        yield from ((e.text, e.evidence) for e in initiative.effects)
        yield from ((s.as_printed, s.evidence) for s in (initiative.status, initiative.period) if s)
    yield from ((m.as_printed, m.evidence) for m in extraction.mentions)
    yield from planned(extraction.plan)


def planned(plan: Plan) -> Iterator[tuple[str, Evidence]]:
    """Yield what is printed of each part of a plan, with its evidence."""
    yield from ((s.title, s.evidence) for s in plan.sections)
    for statements in (plan.goals, plan.indicators, plan.commitments, plan.examples):
        yield from ((s.text, s.evidence) for s in statements)
    for named in (plan.citations, plan.seats, plan.appointments):
        yield from ((n.as_printed, n.evidence) for n in named)
    for aimed in (plan.goals, plan.commitments):
        yield from ((t.phrase, t.evidence) for s in aimed for t in s.target_groups)
    yield from ((t.phrase, t.evidence) for t in plan.target_groups)


def holds(document: Document, printed: str, evidence: Evidence) -> bool:
    """Whether the characters and lines named hold what is printed; a title's cell may hold another cell's words too."""
    there = document.text[evidence.char_start : evidence.char_end]
    lines = "\n".join(line.text for line in document.lines[evidence.line_start - 1 : evidence.line_end])
    return there == evidence.wording and there in lines and _contains(letters(there), letters(printed))


def _contains(there: str, printed: str) -> bool:
    at = 0
    for char in printed:
        at = there.find(char, at) + 1
        if at == 0:
            return False
    return True


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_fact_stands_where_its_evidence_says(path: Path) -> None:
    """Participations, amounts, dates, titles, phrases, effects and mentions stand in the lines and characters named."""
    document = read(path.read_bytes(), path.name)
    assert [] == [fact for fact in facts(load(document)) if not holds(document, *fact)]
