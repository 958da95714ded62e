"""Tables that the file itself marks: their heads, the pages they go on over, the rows that a page's edge cuts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.files.passage import EMPTY, Joiner, Passage
from samspil.loaders.tabular.contents import Told
from samspil.loaders.tabular.headers import Headings, is_head
from samspil.loaders.tabular.rows import Row, row_of

_FEW = 2  # columns; in a narrower table a row with one filled cell is no sub-heading
_HEAD_ROWS = 3  # among which a table's head stands

_Cells = list[list[Span]]  # of a row; a cell that a page's edge cuts has a range on each page


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table with its caption, the columns its head names, the ranges of its rows' cells, and where it begins."""

    caption: str | None
    columns: tuple[str, ...]
    rows: list[_Cells]
    start: int
    guessed: tuple[str, ...] = ()


def marked_tables(
    document: Document, joiner: Joiner, headings: Headings, caption: Callable[[int], str | None], told: Told
) -> list[MarkedTable]:
    """Return the tables with a known head; one with none, or the same and no caption, goes on with the last."""
    found: list[MarkedTable] = []
    for table in _with_heads(document.tables):
        columns, start, body, guessed = _columns_of(joiner, table, headings, told)
        last = found[-1] if found else None
        if columns is None and last and _width(table) == len(last.columns):
            columns, body = last.columns, table.rows
        if columns is None or not body:
            continue
        own = caption(start)
        rows = [[[cell] for cell in row] for row in body]
        if last and last.columns == columns and own in (None, last.caption):
            _go_on(last.rows, rows, columns, joiner)
        else:
            found.append(MarkedTable(own, columns, rows, table.span.start, guessed))
    return found


def _with_heads(tables: Iterable[Table]) -> Iterable[Table]:
    """Yield the tables; one of a single row right above another is its head, which extraction took for a table."""
    above: Table | None = None
    for table in tables:
        lone = len(table.rows) == 1
        if above and not lone and _width(table) <= _width(above):
            yield Table((above.rows[0][: _width(table)], *table.rows))
        else:
            yield from (t for t in (above, None if lone else table) if t)
        above = table if lone else None
    yield from [above] if above else []


def marked_rows(table: MarkedTable, joiner: Joiner) -> Iterable[Row]:
    """Yield the rows; one whose first cell alone is filled is a sub-heading of those below it."""
    theme: str | None = None
    for cells in table.rows:
        read = [_passage(cell, joiner) for cell in cells]
        if read[0] and len(read) > _FEW and not any(read[1:]):
            theme = read[0].text
        elif row := row_of(table.columns, read, theme):
            yield row


def _passage(cell: Sequence[Span], joiner: Joiner) -> Passage:
    parts = [line for span in cell if span.end > span.start for line in joiner.by_line(span)]
    return joiner.join(parts) if parts else EMPTY


def _go_on(above: list[_Cells], rows: list[_Cells], columns: Sequence[str], joiner: Joiner) -> None:
    """Add the rows of the next page, the first of them to the last row where the page's edge cuts that."""
    if above and _is_rest([_passage(c, joiner) for c in above[-1]], [_passage(c, joiner) for c in rows[0]], columns):
        for cell, rest in zip(above[-1], rows[0], strict=False):
            cell.extend(rest)
        rows = rows[1:]
    above += rows


def _is_rest(last: Sequence[Passage], first: Sequence[Passage], columns: Sequence[str]) -> bool:
    """Whether a page's first row is the rest of a row: it has no title, or a cell goes on in lower case."""
    title = columns.index("title")
    if len(first) <= title or not any(first) or not last[title]:
        return False
    if not first[title]:
        return sum(map(bool, first)) > 1 or not first[0]
    both = [(a, b) for a, b in zip(last, first, strict=False) if a and b]
    return any(b.text[0].islower() for _, b in both)


def _columns_of(
    joiner: Joiner, table: Table, headings: Headings, told: Told
) -> tuple[tuple[str, ...] | None, int, tuple[tuple[Span, ...], ...], tuple[str, ...]]:
    """Return the columns by the first row that is a head, where that begins, the rows below it, the guessed columns.

    Above the head may stand a row with the table's caption; a head that is repeated below is no row.
    """
    for n, row in enumerate(table.rows[:_HEAD_ROWS]):
        named = headings.row(_texts(row, joiner))
        body = tuple(r for r in table.rows[n + 1 :] if _texts(r, joiner) != _texts(row, joiner))
        columns = told(named, [[_passage([c], joiner) for c in cells] for cells in body]) if named else ()
        if named and is_head(columns):
            return columns, min(cell.start for cell in row), body, tuple(c for c in columns if c not in named)
    return None, table.span.start, table.rows, ()


def _texts(row: Iterable[Span], joiner: Joiner) -> list[str]:
    return [_passage([cell], joiner).text for cell in row]


def _width(table: Table) -> int:
    return max((len(row) for row in table.rows), default=0)
