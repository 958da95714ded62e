"""Tables printed in aligned columns: a cell's lines stand below each other."""

import re
from collections.abc import Sequence
from itertools import pairwise

from samspil.loaders.document import Document, Line, Span
from samspil.loaders.headers import Head
from samspil.loaders.passage import Joiner
from samspil.loaders.rows import Row, row_of

_GAP = re.compile(r"\S(?: {2,}|\t+)\S")
_OVER = 12  # characters by which running text reaches into the second column


def is_aligned(head: Head, line: Line, body: Sequence[Line]) -> bool:
    """Whether columns stand at fixed places: gutters between the head's words, and in most lines below it."""
    gutters = len(_GAP.findall(line.text.replace("\u00a0", " ").rstrip()))
    if not head.offsets or gutters < len(head.columns) - 1:
        return False
    return any(_GAP.search(text) or "\t" in text for text in (b.text for b in body if b.text.strip()))


def aligned_rows(document: Document, joiner: Joiner, head: Head, body: Sequence[Line]) -> list[Row]:
    """Return the rows of aligned columns: a cell's lines stand below each other; a filled first column opens a row."""
    rows: list[list[list[Span]]] = []
    blank = True
    for line in body:
        if not line.text.strip():
            blank = True
            continue
        if _runs_across(line.text, head.offsets):
            break
        parts = _split_at(line, head.offsets)
        first = document.text[parts[0].start : parts[0].end].strip()
        opens = bool(first) and (blank or _fills(document, parts) or not rows)
        if opens:
            rows.append([[] for _ in head.columns])
        for cell, part in zip(rows[-1] if rows else [], parts, strict=False):
            cell.append(part)
        blank = False
    made = (row_of(head.columns, [joiner.join(cell) for cell in row]) for row in rows)
    return [row for row in made if row]


def _runs_across(text: str, offsets: Sequence[int]) -> bool:
    """Whether a line is running text behind a table: it goes over a column's beginning without a gap."""
    over = len(offsets) > 1 and len(text.rstrip()) > offsets[1] + _OVER and "\t" not in text
    return over and not _GAP.search(text.strip()) and bool(text[: offsets[1]].strip())


def _fills(document: Document, parts: Sequence[Span]) -> bool:
    """Whether a line fills every column and its first cell begins like one."""
    texts = [document.text[p.start : p.end].strip() for p in parts]
    return all(texts) and texts[0][0].isupper()


def _split_at(line: Line, offsets: Sequence[int]) -> list[Span]:
    """Return a line's parts by the columns' places; a word that reaches over a boundary stays with its column."""
    if "\t" in line.text:
        return _split_tabs(line)
    cuts = [0]
    for offset in offsets[1:]:
        cut = min(offset, len(line.text))
        while cuts[-1] < cut < len(line.text) and not line.text[cut - 1].isspace():
            cut -= 1
        cuts.append(max(cut, cuts[-1]))
    cuts.append(len(line.text))
    return [Span(line.start + a, line.start + b) for a, b in pairwise(cuts)]


def _split_tabs(line: Line) -> list[Span]:
    spans, start = [], 0
    for part in line.text.split("\t"):
        spans.append(Span(line.start + start, line.start + start + len(part)))
        start += len(part) + 1
    return spans
