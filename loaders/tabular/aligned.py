"""Tables printed in aligned columns, or with a tab or a "|" between them: a cell's lines stand below each other."""

import re
from collections.abc import Sequence
from itertools import pairwise

from samspil.loaders.files.document import Document, Line, Span
from samspil.loaders.files.passage import Joiner
from samspil.loaders.tabular.contents import Told
from samspil.loaders.tabular.headers import Head
from samspil.loaders.tabular.rows import Row, row_of

_GAP = re.compile(r"\S {2,}\S")
_RULE = re.compile(r"[\s|+=-]+")
_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? +[A-ZÆØÅ]")
_OVER = 12  # characters by which running text reaches into the second column


def separator(head: Head, line: Line, body: Sequence[Line]) -> str | None:
    """Return what stands between columns: a tab, "|", blanks ("") at fixed places; None where nothing does."""
    for mark in ("\t", "|"):
        if line.text.count(mark) >= len(head.columns) - 1:
            return mark
    gutters = len(_GAP.findall(line.text.replace("\u00a0", " ").rstrip()))
    if not head.offsets or gutters < len(head.columns) - 1:
        return None
    return "" if any(_GAP.search(b.text) for b in body) else None


def aligned_rows(
    document: Document, joiner: Joiner, head: Head, body: Sequence[Line], mark: str, told: Told
) -> tuple[tuple[str, ...], list[Row]]:
    """Return the columns, and the rows that a mark or fixed places divide; text behind the table ends it."""
    rows: list[list[list[Span]]] = []
    title = head.columns.index("title") if "title" in head.columns else 0
    blank = True
    for line in body:
        if not line.text.strip():
            blank = True
        elif not _RULE.fullmatch(line.text):
            parts = _divided(line, mark) if mark else _split_at(line, head.offsets)
            if _is_text(line.text, head, mark) or (blank and not mark and _is_heading(document, head, parts)):
                break
            if not rows or _opens(document, parts, title, mark, blank):
                rows.append([[] for _ in head.columns])
            for cell, part in zip(rows[-1], parts, strict=False):
                cell.append(part)
            blank = False
    joined = [[joiner.join(cell) for cell in row] for row in rows]
    columns = told(head.columns, joined)
    return columns, [made for row in joined if (made := row_of(columns, row))]


def _opens(document: Document, parts: Sequence[Span], title: int, mark: str, blank: bool) -> bool:
    """Whether a line opens a row: its title's cell begins like one, and what stands above is whole."""
    texts = [document.text[p.start : p.end].strip() for p in parts]
    begins = len(texts) > title and bool(texts[title]) and not texts[title][0].islower()
    if mark == "|":
        return True
    if mark:
        return begins and (blank or bool(texts[0]) or title == 0 or sum(map(bool, texts)) > 2)
    return (blank and bool(texts[0] or begins)) or (begins and all(texts))


def _is_heading(document: Document, head: Head, parts: Sequence[Span]) -> bool:
    """Whether a line is the heading of the next section: a number and words in the first column, nothing beside."""
    first, *others = (document.text[p.start : p.end].strip() for p in parts)
    return head.columns[0] != "key" and not any(others) and _HEADING.match(first) is not None


def _is_text(text: str, head: Head, mark: str) -> bool:
    """Whether a line is running text behind a table: no mark in it, or words over a column's beginning."""
    if mark:
        return mark not in text
    offsets = head.offsets
    over = len(offsets) > 1 and len(text.rstrip()) > offsets[1] + _OVER
    return over and not _GAP.search(text.strip()) and bool(text[: offsets[1]].strip())


def _split_at(line: Line, offsets: Sequence[int]) -> list[Span]:
    """Return a line's parts by the columns' places; a word that reaches over a boundary stays with its column."""
    cuts = [0]
    for offset in offsets[1:]:
        cut = min(offset, len(line.text))
        while cuts[-1] < cut < len(line.text) and not line.text[cut - 1].isspace():
            cut -= 1
        cuts.append(max(cut, cuts[-1]))
    return [Span(line.start + a, line.start + b) for a, b in pairwise([*cuts, len(line.text)])]


def _divided(line: Line, mark: str) -> list[Span]:
    # Bars may frame a row as well as divide it.
    framed = mark == "|" and line.text.lstrip().startswith(mark)
    spans, start = [], line.text.index(mark) + 1 if framed else 0
    for part in line.text[start:].split(mark):
        spans.append(Span(line.start + start, line.start + start + len(part)))
        start += len(part) + 1
    return spans
