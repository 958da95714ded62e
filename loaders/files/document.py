"""A document as read: its text, its lines with pages, and the tables whose cells the file itself marks."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Line:
    """One line of `Document.text`: 1-based number, text without its line break, offset of its first character."""

    number: int
    text: str
    start: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the file marks as one (Word, ruled PDF): rows of cells, each the span of its text."""

    rows: tuple[tuple[Span, ...], ...]

    @property
    def span(self) -> Span:
        """Return the range from the first cell to the last."""
        cells = [cell for row in self.rows for cell in row]
        return Span(min(c.start for c in cells), max(c.end for c in cells))


@dataclass(frozen=True)
class Document:
    r"""A document: `text` as in the file but for line breaks (LF), a page for each line where known."""

    name: str
    format: str
    text: str
    sha256: str
    pages: tuple[int | None, ...] = ()
    tables: tuple[Table, ...] = ()
    encoding: str | None = None
    title: str | None = None
    created: str | None = None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines, numbered from 1; a form feed stays in the text of its line."""
        return tuple(_lines(self.text, self.pages))

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """Return the line that holds the character at `offset`."""
        return self.lines[bisect_right(self._starts, offset) - 1]


def _lines(text: str, pages: tuple[int | None, ...]) -> Iterable[Line]:
    start = 0
    for index, content in enumerate(text.split("\n")):
        yield Line(index + 1, content, start, pages[index] if index < len(pages) else None)
        start += len(content) + 1
