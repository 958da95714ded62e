"""Statements in tables that the file marks as such: a column headed "Indikator", "Mål", ... and a row for each."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.texts.announce import column, is_party, label
from samspil.loaders.texts.marks import mark_of
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.statements import Statement
from samspil.loaders.texts.structure import Text, is_layout

# What stands side by side in a table: areas with their goals, goals with what follows them.
_PAIRS = (("focus_area", "goal"), ("goal", "indicator"))
_DOTTED = re.compile(r"\s*(\d{1,2}\.\d{1,2}|[A-ZÆØÅ](?= [A-ZÆØÅ]))\.?\s+(?=[A-ZÆØÅ])")
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
            number = next((n for n, head in enumerate(heads) if _NUMBER.fullmatch(head)), None)
            yield from _listed(table, kinds, number, place, joiner)
        elif above is not None and text.announces[above] == "commitment" and all(map(is_party, heads)):
            yield from (Statement("commitment", None, item, place) for _, item in _promised(table, joiner))


def _listed(
    table: Table, kinds: Sequence[tuple[int, str]], number: int | None, place: Place, joiner: Joiner
) -> Iterable[Statement]:
    """Yield what stands in the first column of a kind, and beside it what its rows have: goals, indicators."""
    columns = kinds[:2] if tuple(kind for _, kind in kinds[:2]) in _PAIRS else kinds[:1]
    head = [joiner.document.text[c.start : c.end] for c in table.rows[0]]
    for row in table.rows[1:]:
        if [joiner.document.text[c.start : c.end] for c in row] == head:
            continue  # the head again, on the next page
        for n, kind in columns:
            whole = _cell(row, n, joiner)
            items = _items(row[n], joiner) if whole and len(columns) > 1 else [("", whole)] if whole else []
            for mark, passage in items:
                found = label(passage.text)
                own = found if found and found.kind == kind else None  # "Indsatsområde I" within its column
                key = _key(row, number, joiner) or mark or (own.key if own else None)
                rest = passage.slice(own.start) if own else passage
                yield from (
                    [Statement(kind, key or None, rest, place)] if rest else []
                )  # "Mål 1" names what stands elsewhere


def _promised(table: Table, joiner: Joiner) -> Iterable[tuple[str, Passage]]:
    """Yield what each party promises, column by column: a cell, or each of its items, with its mark."""
    cells = chain.from_iterable(zip_longest(*table.rows[1:]))
    for cell in (cell for cell in cells if cell and cell.end > cell.start):
        yield from _items(cell, joiner)


def _items(cell: Span, joiner: Joiner) -> list[tuple[str, Passage]]:
    """Return the items of a cell with their marks ("" for bullets), or the whole of it."""
    items: list[tuple[str, list[Span]]] = []
    for line in joiner.by_line(cell):
        text = joiner.document.text[line.start : line.end]
        dotted = _DOTTED.match(text)
        form, mark, at = ("number", dotted[1], dotted.end()) if dotted else mark_of(text)
        if form or not items:
            items.append((mark if form not in ("", "bullet") else "", [Span(line.start + at, line.end)]))
        else:
            items[-1][1].append(line)
    return [(mark, passage) for mark, spans in items if (passage := joiner.join(spans))]


def _above(text: Text, span: Span) -> int | None:
    """Return the index of the last block above, None at the beginning."""
    above = [n for n, block in enumerate(text.blocks) if block.first.start < span.start]
    return above[-1] if above else None


def _cell(row: Sequence[Span], n: int, joiner: Joiner) -> Passage | None:
    return joiner.cell(row[n]) if n < len(row) and row[n].end > row[n].start else None


def _key(row: Sequence[Span], number: int | None, joiner: Joiner) -> str | None:
    cell = _cell(row, number, joiner) if number is not None else None
    return cell.text.rstrip(".") if cell else None
