"""Tables that a PDF page prints without ruling lines: white rivers part their columns, white space or lines their rows.

A cell may stand at the top, the middle or the bottom of its row, so that its lines need not stand level with those of
the next cell: a row is what lies between two wider gaps (or lines across), a cell what lies in it within a column.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samspil.loaders.files.furniture import is_page_number
from samspil.loaders.files.slabs import Slab, Word, bottom, height, printed, slabbed, top

# Shares of the words' height.
_BETWEEN = 0.8  # the white between two words by which they may stand in two columns
_RIVER = 0.5  # the white that all lines of a table leave between two columns
_WIDER = 0.25  # by which a gap between rows is wider than one between a cell's lines
_FAR = 1.0  # by which a page's foot of several parts stands farther off than rows
_CLOSE = 0.6  # the gap above a line that goes on with the one above
_OVERLAP = -0.2  # a gap that is still one between lines
_MIN_COLUMNS = 3  # two columns side by side are rather a label and its value
_MIN_WORDY = 2  # columns of words; else it is a table of contents or of figures
_MIN_ROWS = 2
_RUNNING_HEAD = 3  # lines of a page above a table that goes on
_MAX_HANGING = 4  # lines above the first one that shows the columns, that one included
_MIN_OPENERS = 3  # rows by which evenly spaced lines are a table
_HEADING = 8  # words of a heading that runs across a table's columns
_ACROSS = 0.4  # share of a table's width by which a line across parts its rows
_LETTERS = re.compile(r"[^\W\d_]{3,}")

Interval = tuple[float, float]
Rule = tuple[float, float, float]  # a line across: its height on the page, its beginning and its end


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, each a list of cells, each a list of lines; and the extents of its columns."""

    rows: list[list[list[str]]]
    columns: list[Interval]


@dataclass(frozen=True, slots=True)
class _Region:
    """The rows of words that leave the same rivers white, and the columns between these."""

    slabs: list[Slab]
    columns: list[Interval]

    @property
    def width(self) -> float:
        return self.columns[-1][1] - self.columns[0][0]


def blocks(words: Iterable[Word], rules: Sequence[Rule], known: Sequence[Interval]) -> Iterable[list[Word] | Grid]:
    """Yield a page's words from top to bottom: tables, and the words between them.

    `rules` are lines across, `known` the columns of a table that ended the page before and may go on.
    """
    rows = slabbed(words)
    text: list[Word] = []
    at = 0
    while at < len(rows):
        found = _table(rows[at:], rules) or (_going_on(rows[at:], rules, known) if at <= _RUNNING_HEAD else None)
        if found is None:
            text += rows[at]
            at += 1
            continue
        if text:
            yield text
        yield found[0]
        at += found[1]
        text = []
    if text:
        yield text


def is_table(words: Iterable[Word]) -> bool:
    """Whether words within a frame stand in columns, so that the frame is a table's stripe or its border."""
    rows = slabbed(words)
    return bool(rows) and len(_parts(rows[0], _BETWEEN * height(rows))) >= _MIN_COLUMNS


def _table(rows: Sequence[Slab], rules: Sequence[Rule]) -> tuple[Grid, int] | None:
    """Return the table that begins with the first row of words, and how many rows of words it holds."""
    size = height(rows[:1])
    head = _head(rows, size)
    if head is None:
        return None
    rivers = _between(_parts(rows[head], _BETWEEN * size))
    found = list(rows[: _end(rows, head, rivers, size)])
    region = _Region(found, _columns(found, size))
    groups = _groups(region, rules) if len(region.columns) >= _MIN_COLUMNS else []
    cells = [_cells(group, region.columns) for group in groups]
    if len(groups) < _MIN_ROWS or _wordy(cells) < _MIN_WORDY:
        return None
    return Grid(cells, region.columns), len(found)


def _going_on(rows: Sequence[Slab], rules: Sequence[Rule], known: Sequence[Interval]) -> tuple[Grid, int] | None:
    """Return the rest of a table with known columns, which may be a single row."""
    size = height(rows[:1])
    rivers = _between(known)
    fits = len(_narrowed(rivers, rows[0], _RIVER * size)) == len(rivers)
    if not known or not fits or len(_parts(rows[0], _BETWEEN * size)) < 2:
        return None
    found = list(rows[: _end(rows, 0, rivers, size)])
    region = _Region(found, list(known))
    cells = [_cells(group, known) for group in _groups(region, rules) or _parted(found, _wider(region))]
    return None if _is_running_head(cells[0], rows[0], size) else (Grid(cells, list(known)), len(found))


def _is_running_head(row: Sequence[Sequence[str]], slab: Slab, size: float) -> bool:
    """Whether what stands in the columns at a page's beginning is no row: few cells, none of which goes on."""
    few = 2 * sum(map(bool, row)) <= len(row) and not any(cell and cell[0][0].islower() for cell in row)
    return few or any(is_page_number(part) for part in _texts(slab, size))


def _head(rows: Sequence[Slab], size: float) -> int | None:
    """Return which row of words shows the columns: the first, or one below lines that hang over some of its columns."""
    for n, slab in enumerate(rows[:_MAX_HANGING]):
        parts = _parts(slab, _BETWEEN * size)
        if n and top(slab) - bottom(rows[n - 1]) > _CLOSE * size:
            return None
        if len(parts) >= _MIN_COLUMNS:
            rivers = _between(parts)
            above = [_parts(row, _BETWEEN * size) for row in rows[:n]]
            kept = all(len(_narrowed(rivers, row, _RIVER * size)) == len(rivers) for row in rows[:n])
            # What begins with the first column alone is a caption above the table.
            return n if kept and all(len(own) > 1 or own[0][0] >= rivers[0][0] for own in above) else None
    return None


def _parts(slab: Slab, gap: float) -> list[Interval]:
    """Return the extents of a row's parts, with wide gaps between them."""
    parts = [(slab[0].x0, slab[0].x1)]
    for word in slab[1:]:
        if word.x0 - parts[-1][1] >= gap:
            parts.append((word.x0, word.x1))
        else:
            parts[-1] = (parts[-1][0], max(parts[-1][1], word.x1))
    return parts


def _end(rows: Sequence[Slab], head: int, rivers: list[Interval], size: float) -> int:
    """Return the index behind the last row that crosses no river."""
    end = head + 1
    while end < len(rows):
        left = _narrowed(rivers, rows[end], _RIVER * size)
        if len(left) == len(rivers):
            rivers = left
        elif not _is_heading(rows, end, rivers, size):
            break
        end += 1
    while end - head > 1 and _is_foot(rows[:end], size):
        end -= 1
    return end


def _between(parts: Sequence[Interval]) -> list[Interval]:
    return [(a[1], b[0]) for a, b in pairwise(parts)]


def _narrowed(rivers: Sequence[Interval], slab: Slab, gap: float) -> list[Interval]:
    """Return what a row of words leaves white of each river: the widest part, none of a river that it crosses."""
    left = []
    for start, stop in rivers:
        within = [(word.x0, word.x1) for word in slab if word.x1 > start and word.x0 < stop]
        whites = _between([(start, start), *within, (stop, stop)])
        widest = max(whites, key=lambda white: white[1] - white[0])
        left += [widest] if widest[1] - widest[0] >= gap else []
    return left


def _is_heading(rows: Sequence[Slab], n: int, rivers: Sequence[Interval], size: float) -> bool:
    """Whether a row is a heading across the columns: few words, no sentence, and the table goes on below."""
    words = rows[n]
    if len(words) > _HEADING or words[-1].text.endswith((".", ",")) or len(_parts(words, _BETWEEN * size)) > 1:
        return False
    below = rows[n + 1] if n + 1 < len(rows) else []
    goes_on = bool(below) and len(_parts(below, _BETWEEN * size)) >= _MIN_COLUMNS
    return goes_on and len(_narrowed(rivers, below, _RIVER * size)) == len(rivers)


def _is_foot(rows: Sequence[Slab], size: float) -> bool:
    """Whether the last row of words is a page's foot or a heading below: farther off than any row above."""
    if any(is_page_number(part) for part in _texts(rows[-1], size)):
        return True
    gaps = [top(b) - bottom(a) for a, b in pairwise(rows)]
    alone = len(_parts(rows[-1], _BETWEEN * size)) == 1
    return len(gaps) > 1 and gaps[-1] > max(gaps[:-1]) + (_WIDER if alone else _FAR) * size


def _texts(slab: Slab, size: float) -> list[str]:
    parts = _parts(slab, _BETWEEN * size)
    return [printed([word for word in slab if start <= word.x0 < stop]) for start, stop in parts]


def _columns(rows: Sequence[Slab], size: float) -> list[Interval]:
    """Return the extents of the columns: where no row leaves a river; a heading across is left out."""
    crossing = [slab for slab in rows if len(_parts(slab, _BETWEEN * size)) > 1]
    extents = sorted((word.x0, word.x1) for slab in crossing for word in slab)
    columns = [extents[0]]
    for start, stop in extents[1:]:
        if start - columns[-1][1] >= _RIVER * size:
            columns.append((start, stop))
        else:
            columns[-1] = (columns[-1][0], max(columns[-1][1], stop))
    return columns


def _groups(region: _Region, rules: Sequence[Rule]) -> list[list[Slab]]:
    """Return the rows of a table: parted by lines across, else by wider gaps, else by lines that open one."""
    ruled = [n for n in range(1, len(region.slabs)) if _is_ruled(region, n, rules)]
    wider = _wider(region)
    for starts in (ruled, wider):
        if len(starts) >= _MIN_ROWS:
            return _parted(region.slabs, sorted({*starts, *ruled}))
    openers = [n for n in range(1, len(region.slabs)) if _opens(region, n)]
    return _parted(region.slabs, openers) if len(openers) >= _MIN_OPENERS else []


def _parted(rows: list[Slab], starts: Sequence[int]) -> list[list[Slab]]:
    return [rows[a:b] for a, b in pairwise([0, *starts, len(rows)])]


def _is_ruled(region: _Region, n: int, rules: Sequence[Rule]) -> bool:
    low, high = max(map(bottom, region.slabs[:n])) - 2, top(region.slabs[n]) + 2
    return any(low <= y <= high and x1 - x0 >= _ACROSS * region.width for y, x0, x1 in rules)


def _wider(region: _Region) -> list[int]:
    """Return the rows of words above which a gap is wider than between the lines of a cell."""
    size = height(region.slabs)
    within = [gap for column in region.columns for gap in _line_gaps(region.slabs, column) if gap > _OVERLAP * size]
    if not within:
        return []
    found, end = [], bottom(region.slabs[0])
    for n, slab in enumerate(region.slabs[1:], start=1):
        if top(slab) - end > min(within) + _WIDER * size:
            found.append(n)
        end = max(end, bottom(slab))
    return found


def _line_gaps(rows: Sequence[Slab], column: Interval) -> list[float]:
    """Return the gaps between the lines of one column."""
    lines = [own for slab in rows if (own := [word for word in slab if _in(word, column)])]
    return [top(b) - bottom(a) for a, b in pairwise(lines)]


def _in(word: Word, column: Interval) -> bool:
    return column[0] <= (word.x0 + word.x1) / 2 <= column[1]


def _opens(region: _Region, n: int) -> bool:
    """Whether an evenly spaced line opens a row: all columns but one begin in it, none in lower case."""
    firsts = [next((w.text for w in region.slabs[n] if _in(w, column)), "") for column in region.columns]
    filled = [first for first in firsts if first]
    return len(filled) >= len(firsts) - 1 and not any(first[0].islower() for first in filled)


def _cells(group: Sequence[Slab], columns: Sequence[Interval]) -> list[list[str]]:
    """Return the cells of a row; a heading across the columns is its first cell."""
    cells: list[list[Word]] = [[] for _ in columns]
    for slab in group:
        for word in slab:
            cells[_column_of(word, slab, columns)].append(word)
    return [[printed(slab) for slab in slabbed(cell)] for cell in cells]


def _column_of(word: Word, slab: Slab, columns: Sequence[Interval]) -> int:
    """Return the column of a word, the first of a row of words that runs across the columns."""
    crosses = any(a.x1 < edge[0] < b.x0 or a.x0 < edge[0] < a.x1 for a, b in pairwise(slab) for edge in columns[1:])
    parts = _parts(slab, _BETWEEN * height([slab]))
    if crosses and len(parts) == 1 and parts[0][1] > columns[1][0] and parts[0][0] < columns[0][1]:
        return 0
    middle = (word.x0 + word.x1) / 2
    return max((n for n, column in enumerate(columns) if column[0] <= middle), default=0)


def _wordy(rows: Sequence[Sequence[Sequence[str]]]) -> int:
    """Return how many columns hold words in half of their cells."""
    count = 0
    for column in zip(*rows, strict=True):
        filled = [" ".join(cell) for cell in column if cell]
        count += 2 * sum(bool(_LETTERS.search(text)) for text in filled) >= len(filled) > 1
    return count
