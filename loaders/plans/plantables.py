"""Statements in tables that the file marks as such: a column headed "Indikator", "Mål", ... and a row for each."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.texts.announce import column, label
from samspil.loaders.texts.marks import mark_of
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.statements import Statement
from samspil.loaders.texts.structure import Text, is_layout

_PARTY = re.compile(r"\b(?:region|kommun|hospital|sygehus|almen praksis|praksis|psykiatri|læge)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:nr|nummer|#)\.?", re.IGNORECASE)


def with_columns(document: Document) -> list[Table]:
    """Return the tables that have more than one column; one of a single cell, or of sections, only sets text."""
    columned = (table for table in document.tables if any(len(row) > 1 for row in table.rows))
    return [table for table in columned if not is_layout(document, table)]


def tabled(document: Document, text: Text, joiner: Joiner) -> Iterable[Statement]:
    """Yield what the rows of a document's tables state."""
    for table in with_columns(document):
        heads = [joiner.cell(cell).text if cell.end > cell.start else "" for cell in table.rows[0]]
        kinds = [(n, kind) for n, head in enumerate(heads) if (kind := column(head))]
        above = _above(text, table.span)
        place = text.outline.places[above] if above is not None else Place()
        if kinds:
            yield from _listed(table, heads, *kinds[0], place, joiner)
        elif above is not None and text.announces[above] == "commitment" and all(map(_is_party, heads)):
            yield from (Statement("commitment", None, item, place) for item in _promised(table, joiner))


def _listed(table: Table, heads: Sequence[str], n: int, kind: str, place: Place, joiner: Joiner) -> Iterable[Statement]:
    """Yield what stands in the column `n`, a statement a row."""
    number = next((m for m, head in enumerate(heads) if _NUMBER.fullmatch(head)), None)
    for row in table.rows[1:]:
        passage = _cell(row, n, joiner)
        if passage:
            found = label(passage.text)
            own = found if found and found.kind == kind else None  # "Indsatsområde I" within its column
            key = _key(row, number, joiner) or (own.key if own else None)
            yield Statement(kind, key, passage.slice(own.start) if own else passage, place)


def _is_party(head: str) -> bool:
    """Whether a column is headed by one of the parties."""
    return _PARTY.search(head) is not None


def _promised(table: Table, joiner: Joiner) -> Iterable[Passage]:
    """Yield what each party promises, column by column: a cell, or each of its items."""
    cells = chain.from_iterable(zip_longest(*table.rows[1:]))
    for cell in (cell for cell in cells if cell and cell.end > cell.start):
        items: list[list[Span]] = []
        for line in joiner.by_line(cell):
            form, _, at = mark_of(joiner.document.text[line.start : line.end])
            if form or not items:
                items.append([Span(line.start + at, line.end)])
            else:
                items[-1].append(line)
        yield from filter(None, map(joiner.join, items))


def _above(text: Text, span: Span) -> int | None:
    """Return the index of the last block above, None at the beginning."""
    above = [n for n, block in enumerate(text.blocks) if block.first.start < span.start]
    return above[-1] if above else None


def _cell(row: Sequence[Span], n: int, joiner: Joiner) -> Passage | None:
    return joiner.cell(row[n]) if n < len(row) and row[n].end > row[n].start else None


def _key(row: Sequence[Span], number: int | None, joiner: Joiner) -> str | None:
    cell = _cell(row, number, joiner) if number is not None else None
    return cell.text.rstrip(".") if cell else None
