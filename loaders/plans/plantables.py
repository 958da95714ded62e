"""Statements in tables that the file marks as such: a column headed "Indikator", "Mål", ... and a row for each."""

import re
from collections.abc import Iterable, Sequence

from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.texts.announce import column
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.statements import Statement
from samspil.loaders.texts.structure import Text

_NUMBER = re.compile(r"(?:nr|nummer|#)\.?", re.IGNORECASE)


def with_columns(document: Document) -> list[Table]:
    """Return the tables that have more than one column; one of a single cell is a box around text."""
    return [table for table in document.tables if any(len(row) > 1 for row in table.rows)]


def tabled(document: Document, text: Text, joiner: Joiner) -> Iterable[Statement]:
    """Yield what the rows of a document's tables state."""
    for table in with_columns(document):
        heads = [joiner.cell(cell).text if cell.end > cell.start else "" for cell in table.rows[0]]
        kinds = [(n, kind) for n, head in enumerate(heads) if (kind := column(head))]
        number = next((n for n, head in enumerate(heads) if _NUMBER.fullmatch(head)), None)
        place = _place(text, table.span)
        for n, kind in kinds[:1]:
            for row in table.rows[1:]:
                passage = _cell(row, n, joiner)
                if passage:
                    yield Statement(kind, _key(row, number, joiner), passage, place)


def _place(text: Text, span: Span) -> Place:
    """Return the place of the last block above."""
    above = [n for n, block in enumerate(text.blocks) if block.first.start < span.start]
    return text.outline.places[above[-1]] if above else Place()


def _cell(row: Sequence[Span], n: int, joiner: Joiner) -> Passage | None:
    return joiner.cell(row[n]) if n < len(row) and row[n].end > row[n].start else None


def _key(row: Sequence[Span], number: int | None, joiner: Joiner) -> str | None:
    cell = _cell(row, number, joiner) if number is not None else None
    return cell.text.rstrip(".") if cell else None
