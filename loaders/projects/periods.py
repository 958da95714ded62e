"""The period of an initiative as its fields or a cell state it."""

from collections.abc import Sequence
from itertools import pairwise

from samspil.loaders.dates import find_period
from samspil.loaders.files.document import Span
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.records import Finding, Period
from samspil.loaders.texts.fields import Field


def stated_period(key: str, passage: Passage | None, joiner: Joiner) -> tuple[Period | None, list[Finding]]:
    """Return the period that a passage states, if any, and what is impossible in it."""
    read = find_period(passage.text) if passage else None
    if passage is None or read is None:
        return None, []
    place = joiner.evidence(passage, read.start, read.end)
    findings = [Finding("warning", _rule(p), key, f"“{read.text}”: {p}", place) for p in read.problems]
    return Period(read.text, read.first, read.last, place), findings


def labelled_period(key: str, found: Sequence[Field], joiner: Joiner) -> tuple[Period | None, list[Finding]]:
    """Return the period that the fields for it state, and what is doubtful in it or missing."""
    if not found:
        return None, []
    period, findings = stated_period(key, joiner.join(_side_by_side(found, joiner)), joiner)
    if period is None:
        place = joiner.located(found[0].label)
        return None, [Finding("warning", "missing_cell", key, "no period is given", place)]
    return period, findings


def _side_by_side(found: Sequence[Field], joiner: Joiner) -> list[Span]:
    """Return the first field's lines, and those right behind it of the same name: a start, then its end."""
    spans = list(found[0].lines)
    for before, field in pairwise(found):
        end = before.lines[-1].end if before.lines else before.label.end
        if joiner.document.text[end : field.label.start].strip():
            break
        spans += [field.label, *field.lines]
    return spans


def _rule(problem: str) -> str:
    if "before" in problem:
        return "date_order"
    return "impossible_date" if "there is no" in problem else "missing_cell"
