"""The tables of a document, however they are printed: marked by the file, in aligned columns, or flattened to lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samspil.loaders.files.document import Document, Line
from samspil.loaders.files.furniture import without_furniture
from samspil.loaders.files.passage import Joiner
from samspil.loaders.tabular.aligned import aligned_rows, separator
from samspil.loaders.tabular.cells import Vocabulary
from samspil.loaders.tabular.contents import Told, told_by
from samspil.loaders.tabular.flatrows import ActorMarks, flattened_rows, opens_page
from samspil.loaders.tabular.headers import Head, Headings, heads, is_head
from samspil.loaders.tabular.labelled import labelled_rows
from samspil.loaders.tabular.marked import marked_rows, marked_tables
from samspil.loaders.tabular.rows import Row

_CAPTION = re.compile(r"\s*(?:tabel|skema|oversigt|bilag)\s*(\d+|[A-ZÆØÅ])\b[.: ]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A table: its number as printed (else its place among the tables), its columns and rows, and how it was read.

    `guessed` are those of its columns that their cells named, since their headings are not known.
    """

    number: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    layout: str
    guessed: tuple[str, ...] = ()


def tables(
    document: Document, joiner: Joiner, headings: Headings, vocabulary: Vocabulary, actors: ActorMarks
) -> list[Found]:
    """Return the tables whose head names a title and parties or a target group; pages and repeated heads are joined."""
    told = told_by(vocabulary, actors)
    parts = [*_marked(document, joiner, headings, told), *_printed(document, joiner, headings, vocabulary, actors)]
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
    guessed: tuple[str, ...] = ()


def _marked(document: Document, joiner: Joiner, headings: Headings, told: Told) -> list[_Part]:
    """Return the tables that the file itself marks."""
    found = marked_tables(document, joiner, headings, lambda start: _caption_above(document, start), told)
    return [_Part(t.caption, t.columns, tuple(marked_rows(t, joiner)), "marked", t.start, t.guessed) for t in found]


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
        Found(part.caption or str(n), part.columns, part.rows, part.layout, part.guessed)
        for n, part in enumerate(parts, start=1)
    ]


def _caption_above(document: Document, offset: int) -> str | None:
    """Return the number of the caption right above a place; a page's running head is none."""
    number = document.line_at(offset).number
    near = [line for line in without_furniture(document) if number - 4 <= line.number < number]
    for above in reversed(near):
        match = _CAPTION.match(above.text)
        if match:
            return match[1]
    return None


def _printed(
    document: Document, joiner: Joiner, headings: Headings, vocabulary: Vocabulary, actors: ActorMarks
) -> Iterable[_Part]:
    """Yield the tables in running lines, each from its head to the next caption or head."""
    for caption, head, lines, body in _pieces(document, headings):
        mark = separator(head, lines[head.first], body)
        start = lines[head.first].start
        if mark is not None:
            columns, rows = aligned_rows(document, joiner, head, body, mark, told_by(vocabulary, actors))
            guessed = tuple(c for c in columns if c not in head.columns)
            yield from [_Part(caption, columns, tuple(rows), "aligned", start, guessed)] if is_head(columns) else []
        elif is_head(head.columns):
            rows = flattened_rows(document, joiner, head.columns, body, vocabulary, actors)
            yield _Part(caption, head.columns, tuple(rows), "flattened", start)


_Piece = tuple[str | None, Head, list[Line], list[Line]]


def _pieces(document: Document, headings: Headings) -> list[_Piece]:
    """Return (caption, head, all lines, the table's lines) for each table; a head that a page repeats begins none."""
    lines = _outside_tables(document)
    found = list(heads(lines, headings))
    pieces: list[_Piece] = []
    for n, head in enumerate(found):
        stop = found[n + 1].first if n + 1 < len(found) else len(lines)
        body = _body(lines[head.last + 1 : stop])
        caption = _caption_above(document, lines[head.first].start)
        last = pieces[-1] if pieces else None
        if last and head.columns == last[1].columns and _is_repeated(lines, head, caption in (None, last[0])):
            last[3].extend(body)
        else:
            pieces.append((caption, head, lines, body))
    return pieces


def _is_repeated(lines: Sequence[Line], head: Head, uncaptioned: bool) -> bool:
    """Whether a head is the one of the page before, printed again where a page begins."""
    printed = [line for line in lines[: head.first] if line.text.strip()]
    skipped = bool(printed) and any(
        b.number > a.number + 1 for a, b in pairwise(lines[lines.index(printed[-1]) : head.first + 1])
    )
    return uncaptioned and (skipped or opens_page(lines[head.first]))


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
