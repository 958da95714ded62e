"""A row of a table: its cells by column."""

from collections.abc import Sequence
from dataclasses import dataclass

from samspil.loaders.document import Span
from samspil.loaders.passage import Passage


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells by column, each a passage (missing or empty cells left out), and where the row stands."""

    cells: dict[str, Passage]
    span: Span


def row_of(columns: Sequence[str], cells: Sequence[Passage]) -> Row | None:
    """Return the row of cells in their columns' order, None if all that count are empty."""
    filled = {column: cell for column, cell in zip(columns, cells, strict=False) if cell and column != "other"}
    if not filled:
        return None
    spans = [cell.span() for cell in cells if cell]
    return Row(filled, Span(min(s.start for s in spans), max(s.end for s in spans)))
