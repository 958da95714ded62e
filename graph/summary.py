"""What the loaders or the shapes found, to look at: the records as JSON, their numbers and the violations as rows."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

from samspil.graph.query import Table
from samspil.graph.validation import Report
from samspil.loaders.records import Extraction

_PLANNED = ("sections", "goals", "indicators", "commitments", "examples", "citations", "seats")
_COLUMNS = (
    *("document", "genre", "initiatives", "participations", "target_groups", "grants", "effects"),
    *_PLANNED,
    *("mentions", "findings"),
)
_VIOLATION = ("severity", "focus", "path", "value", "message")


def to_json(extractions: Sequence[Extraction]) -> str:
    """Return the records with their evidence as a JSON list, one object a document."""
    return json.dumps([asdict(e) for e in extractions], ensure_ascii=False, indent=2, default=_plain) + "\n"


def counts(extractions: Sequence[Extraction]) -> Table:
    """Return how many records of each kind a document has."""
    return Table(_COLUMNS, tuple((e.source.key, e.source.genre, *_counts(e)) for e in extractions))


def violations(report: Report) -> Table:
    """Return the results of a validation."""
    return Table(_VIOLATION, tuple((v.severity, v.focus, v.path, v.value, v.message) for v in report.results))


def _counts(extraction: Extraction) -> tuple[int, ...]:
    initiatives = extraction.initiatives
    return (
        len(initiatives),
        sum(len(i.participations) for i in initiatives),
        sum(len(i.target_groups) for i in initiatives),
        sum(len(i.grants) for i in initiatives),
        sum(len(i.effects) for i in initiatives),
        *(len(getattr(extraction.plan, name)) for name in _PLANNED),
        len(extraction.mentions),
        len(extraction.findings),
    )


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
