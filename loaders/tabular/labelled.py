"""Tables written as lists of labelled records: "Titel: ...", "Parter: ...", "Status: ..."; a title may be a heading."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from samspil.loaders.files.document import Document, Line, Span
from samspil.loaders.files.furniture import without_furniture
from samspil.loaders.files.passage import Joiner
from samspil.loaders.tabular.headers import Headings
from samspil.loaders.tabular.rows import Row, row_of
from samspil.loaders.texts.fields import Field, fields

_NUMBER = re.compile(r"\s*(?:[^\W\d_]+\s+(?:nr\.?\s*)?)?(?:\d{1,3}(?:\.\d{1,2})?|[A-ZÆØÅ])[.:)]\s+")
_BULLET = re.compile(r"\s*[•▪■●*#-]+\s*")
_MAX_HEADING = 3  # lines
_MIN_FIELDS = 2
_PEOPLE = frozenset({"partners", "target_group"})

Records = list[list[Field]]


def labelled_records(lines: Sequence[Line], headings: Headings) -> Records:
    """Return the records of labelled fields ("Titel: ...", "Parter: ..."); each begins with the title's label.

    Where no title is labelled, a record's first field is the heading above its labels.
    """
    found = fields(lines, headings.labels)
    records: Records = []
    for field in found:
        if field.name == "title":
            records.append([])
        if records:
            records[-1].append(field)
    whole = [r for r in records if _PEOPLE & {f.name for f in r}]
    return whole if len(whole) > 1 else _headed(lines, found)


def is_headed(record: Sequence[Field]) -> bool:
    """Whether a record's title is the heading above it."""
    return record[0].lines[:1] == (record[0].label,)


def _headed(lines: Sequence[Line], found: Sequence[Field]) -> Records:
    """Return the records under headings: the label that opens most of them opens each."""
    behind = [b.name for a, b in zip([None, *found], found, strict=False) if _heading(lines, b, a)]
    opening = Counter(behind).most_common(1)[0][0] if behind else None
    records: Records = []
    previous: Field | None = None
    for field in found:
        heading = _heading(lines, field, previous) if field.name == opening else []
        if heading:
            records[-1:] = [[_before(f, heading[0].start) for f in last] for last in records[-1:]]
            records.append([Field("title", heading[0], tuple(heading))])
        if records:
            records[-1].append(field)
        previous = field
    whole = [r for r in records if {f.name for f in r} >= _PEOPLE and len(r) > _MIN_FIELDS]
    return whole if len(whole) > 1 else []


def _before(field: Field, start: int) -> Field:
    """Return a field without the lines from a place on."""
    return replace(field, lines=tuple(line for line in field.lines if line.end <= start))


def _heading(lines: Sequence[Line], field: Field, previous: Field | None) -> list[Span]:
    """Return the heading's lines right above a label: set off by a blank line from what stands above, or numbered."""
    below = next(n for n, line in enumerate(lines) if line.start + len(line.text) >= field.label.start)
    above = below - 1
    while above >= 0 and not lines[above].text.strip():
        above -= 1
    kept: list[Line] = []
    while above >= 0 and lines[above].text.strip() and len(kept) <= _MAX_HEADING:
        if previous and lines[above].start <= previous.label.start:
            return []
        kept.insert(0, lines[above])
        if _NUMBER.match(lines[above].text):
            break
        above -= 1
    if not kept or len(kept) > _MAX_HEADING or kept[-1].text.rstrip().endswith((".", ":", ",")):
        return []
    mark = _NUMBER.match(kept[0].text) or _BULLET.match(kept[0].text)
    first = Span(kept[0].start + (mark.end() if mark else 0), kept[0].start + len(kept[0].text))
    return [first, *(Span(line.start, line.start + len(line.text)) for line in kept[1:])]


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
