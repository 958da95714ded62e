"""Tables that extraction flattened to lines: their words are marked, divided into cells, and joined again."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from samspil.loaders.files.document import Document, Line, Span
from samspil.loaders.files.passage import EMPTY, Joiner, Passage
from samspil.loaders.tabular.cells import Piece, Printed, Vocabulary, Word
from samspil.loaders.tabular.flattened import Divider
from samspil.loaders.tabular.rows import Row, row_of

ActorMarks = Callable[[Passage], list[tuple[int, int, bool]]]
_WORD = re.compile(r"[^\s\u200b\ufeff]+")


def flattened_rows(
    document: Document,
    joiner: Joiner,
    columns: tuple[str, ...],
    body: Sequence[Line],
    vocabulary: Vocabulary,
    actors: ActorMarks,
) -> list[Row]:
    """Return the rows of a table's lines."""
    lines = [line for line in body if line.text.strip()]
    if not lines:
        return []
    words = [[Span(line.start + m.start(), line.start + m.end()) for m in _WORD.finditer(line.text)] for line in lines]
    marks = _marks(joiner.lines(lines), actors)
    gaps = _gaps(body)
    turned = _behind_furniture(body)
    printed = [
        Printed(_words(document, spans, marks, line), gaps[line.number], line.number in turned or opens_page(line))
        for line, spans in zip(lines, words, strict=True)
    ]
    divided = Divider(printed, columns, vocabulary).rows()
    rows = [row_of(columns, [_passage(joiner, words, row.get(c, ())) for c in columns]) for row in divided]
    return [row for row in rows if row]


def _marks(passage: Passage, actors: ActorMarks) -> dict[int, bool]:
    """Return the document's characters that belong to actors' names; True where a name begins."""
    marks: dict[int, bool] = {}
    for start, end, _ in actors(passage):
        for i in range(start, end):
            marks[passage.starts[i]] = i == start
    return marks


def _words(document: Document, spans: Sequence[Span], marks: dict[int, bool], line: Line) -> tuple[Word, ...]:
    made = []
    for span in spans:
        places = range(span.start, span.end)
        named = any(p in marks for p in places)
        opens = any(marks.get(p, False) for p in places)
        made.append(Word(document.text[span.start : span.end], span.start - line.start, named, opens))
    return tuple(made)


def _gaps(body: Sequence[Line]) -> dict[int, int]:
    """Return for each printed line (by number) how many blank lines stand right above it."""
    gaps: dict[int, int] = {}
    blank = 0
    for line in body:
        if line.text.strip():
            gaps[line.number] = blank
            blank = 0
        else:
            blank += 1
    return gaps


def opens_page(line: Line) -> bool:
    """Whether a page may begin with a line: a form feed, or the one space that extraction leaves of it."""
    return line.text.startswith("\f") or bool(re.match(r" \S", line.text))


def _behind_furniture(body: Sequence[Line]) -> set[int]:
    """Return the printed lines (by number) between which and the line above page furniture was left out."""
    turned: set[int] = set()
    pending = False
    for above, line in pairwise(body):
        pending = pending or line.number > above.number + 1
        if line.text.strip():
            turned |= {line.number} if pending else set()
            pending = False
    return turned


def _passage(joiner: Joiner, words: Sequence[Sequence[Span]], pieces: Sequence[Piece]) -> Passage:
    return joiner.join([span for piece in pieces for span in _spans(words, piece)]) if pieces else EMPTY


def _spans(words: Sequence[Sequence[Span]], piece: Piece) -> Iterable[Span]:
    for line in range(piece.first, piece.last + 1):
        part = words[line]
        first = piece.first_word if line == piece.first else 0
        last = piece.last_word if line == piece.last else len(part)
        yield Span(part[first].start, part[last - 1].end)
