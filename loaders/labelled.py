"""Tables written as a list of labelled records: "Titel: ...", "Parter: ...", "Status: ..."."""

from collections.abc import Sequence

from samspil.loaders.document import Document, Line, Span
from samspil.loaders.fields import Field, fields
from samspil.loaders.furniture import without_furniture
from samspil.loaders.headers import Headings
from samspil.loaders.passage import Joiner
from samspil.loaders.rows import Row, row_of


def labelled_records(lines: Sequence[Line], headings: Headings) -> list[list[Field]]:
    """Return the records of labelled fields ("Titel: ...", "Parter: ..."); each begins with the title's label."""
    records: list[list[Field]] = []
    for field in fields(lines, headings.labels):
        if field.name == "title":
            records.append([])
        if records:
            records[-1].append(field)
    whole = [r for r in records if {"partners", "target_group"} & {f.name for f in r}]
    return whole if len(whole) > 1 else []


def labelled_rows(document: Document, joiner: Joiner, headings: Headings) -> list[Row]:
    """Return the rows that labelled records are."""
    rows: list[Row] = []
    for record in labelled_records(without_furniture(document), headings):
        named = {f.name: joiner.join(_until_blank(document, f.lines)) for f in reversed(record)}
        row = row_of(tuple(named), list(named.values()))
        rows += [row] if row else []
    return rows


def _until_blank(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Return a value's lines up to the blank line that ends it."""
    kept: list[Span] = []
    for span in spans:
        if not document.text[span.start : span.end].strip() and kept:
            break
        if document.text[span.start : span.end].strip():
            kept.append(span)
    return kept
