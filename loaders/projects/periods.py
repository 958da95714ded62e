"""The period of an initiative as a field or a cell states it."""

from samspil.loaders.dates import find_period
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.records import Finding, Period


def stated_period(key: str, passage: Passage | None, joiner: Joiner) -> tuple[Period | None, list[Finding]]:
    """Return the period that a passage states, if any, and what is impossible in it."""
    read = find_period(passage.text) if passage else None
    if passage is None or read is None:
        return None, []
    place = joiner.evidence(passage, read.start, read.end)
    findings = [Finding("warning", _rule(p), key, f"“{read.text}”: {p}", place) for p in read.problems]
    return Period(read.text, read.first, read.last, place), findings


def _rule(problem: str) -> str:
    if "before" in problem:
        return "date_order"
    return "impossible_date" if "there is no" in problem else "missing_cell"
