"""The tables of a document, however they are printed: marked by the file, in aligned columns, or flattened to lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samspil.loaders.aligned import aligned_rows, separator
from samspil.loaders.cells import Vocabulary
from samspil.loaders.document import Document, Line
from samspil.loaders.flatrows import ActorMarks, flattened_rows
from samspil.loaders.furniture import without_furniture
from samspil.loaders.headers import Headings, heads
from samspil.loaders.labelled import labelled_rows
from samspil.loaders.marked import marked_rows, marked_tables
from samspil.loaders.passage import Joiner
from samspil.loaders.rows import Row

_CAPTION = re.compile(r"\s*(?:tabel|skema|oversigt|bilag)\s*(\d+|[A-ZÆØÅ])\b[.: ]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A table: its number as printed (else its place among the tables), its columns and rows, and how it was read."""

    number: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    layout: str


def tables(
    document: Document, joiner: Joiner, headings: Headings, vocabulary: Vocabulary, actors: ActorMarks
) -> list[Found]:
    """Return the tables whose head names a title and parties or a target group; pages and repeated heads are joined."""
    parts = [*_marked(document, joiner, headings), *_printed(document, joiner, headings, vocabulary, actors)]
    parts.sort(key=lambda part: part.start)
    return _numbered(_continued(parts or _labelled(document, joiner, headings)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A table or a piece of one: `caption` is the number printed above it, None where there is none."""

    caption: str | None
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    layout: str
    start: int


def _marked(document: Document, joiner: Joiner, headings: Headings) -> list[_Part]:
    """Return the tables that the file itself marks."""
    found = marked_tables(document, joiner, headings, lambda start: _caption_above(document, start))
    return [_Part(t.caption, t.columns, tuple(marked_rows(t, joiner)), "marked", t.start) for t in found]


def _continued(parts: Iterable[_Part]) -> list[_Part]:
    """Return the parts with each continuation (same columns, no caption of its own) joined to what it continues."""
    whole: list[_Part] = []
    for part in parts:
        last = whole[-1] if whole else None
        if last and part.columns == last.columns and part.caption in (None, last.caption):
            whole[-1] = replace(last, rows=(*last.rows, *part.rows))
        else:
            whole.append(part)
    return whole


def _numbered(parts: Sequence[_Part]) -> list[Found]:
    return [
        Found(part.caption or str(n), part.columns, part.rows, part.layout) for n, part in enumerate(parts, start=1)
    ]


def _caption_above(document: Document, offset: int) -> str | None:
    line = document.line_at(offset).number - 1
    for above in reversed(document.lines[max(0, line - 4) : line]):
        match = _CAPTION.match(above.text)
        if match:
            return match[1]
    return None


def _printed(
    document: Document, joiner: Joiner, headings: Headings, vocabulary: Vocabulary, actors: ActorMarks
) -> Iterable[_Part]:
    """Yield the tables in running lines, each from its head to the next caption or head."""
    lines = _outside_tables(document)
    found = list(heads(lines, headings))
    for n, head in enumerate(found):
        stop = found[n + 1].first if n + 1 < len(found) else len(lines)
        body = _body(lines[head.last + 1 : stop])
        first = lines[head.first]
        mark = separator(head, first, body)
        if mark is None:
            rows = flattened_rows(document, joiner, head.columns, body, vocabulary, actors)
        else:
            rows = aligned_rows(document, joiner, head, body, mark)
        layout = "flattened" if mark is None else "aligned"
        yield _Part(_caption_above(document, first.start), head.columns, tuple(rows), layout, first.start)


def _outside_tables(document: Document) -> list[Line]:
    """Return the lines without page furniture and without those of tables that the file marks."""
    marked = [t.span for t in document.tables if t.rows]
    lines = without_furniture(document)
    return [line for line in lines if not any(s.start <= line.start < s.end for s in marked)]


def _body(lines: Sequence[Line]) -> list[Line]:
    """Return a table's lines up to the next table's caption."""
    body: list[Line] = []
    for line in lines:
        if _CAPTION.match(line.text) and body:
            break
        body.append(line)
    return body


def _labelled(document: Document, joiner: Joiner, headings: Headings) -> list[_Part]:
    """Return the one table that a list of labelled records is."""
    rows = labelled_rows(document, joiner, headings)
    columns = tuple(dict.fromkeys(c for row in rows for c in row.cells))
    return [_Part(None, columns, tuple(rows), "labelled", rows[0].span.start)] if rows else []
