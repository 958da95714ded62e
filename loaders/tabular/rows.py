"""A row of a table: its cells by column."""

from collections.abc import Sequence
from dataclasses import dataclass

from samspil.loaders.files.document import Span
from samspil.loaders.files.passage import Passage

_UNREAD = ("other", "unknown", "number")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells by column (missing ones left out), where the row stands, and the sub-heading it stands under."""

    cells: dict[str, Passage]
    span: Span
    theme: str | None = None


def row_of(columns: Sequence[str], cells: Sequence[Passage], theme: str | None = None) -> Row | None:
    """Return the row of cells in their columns' order, None if all that count are empty."""
    named = zip(columns, cells, strict=False)
    filled = {column: cell for column, cell in named if _says(cell) and not column.startswith(_UNREAD)}
    if not filled:
        return None
    spans = [cell.span() for cell in cells if cell]
    return Row(filled, Span(min(s.start for s in spans), max(s.end for s in spans)), theme)


def _says(cell: Passage) -> bool:
    """Whether a cell holds more than a dash for nothing."""
    return bool(cell.text.strip("-–— "))
