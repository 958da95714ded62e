"""Columns of running text and boxes beside it: the order in which a reader takes what stands side by side on a page.

A white river parts two columns. They are columns of text, not of a table, where the lines of one wrap on and the
paragraphs or items of the other begin beside the midst of its paragraphs: in a table the cells of a row begin together.
What is in doubt stays as it stands. All measures of a page are in points.
"""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samspil.loaders.files.slabs import (
    Interval,
    Slab,
    Word,
    bottom,
    gaps,
    has_room,
    height,
    joined,
    printed,
    slabbed,
    top,
)

# Points.
_RIVER = 8.0
# Shares of the words' height.
_APART = 2.0  # white that parts two boxes in one margin
_PARAGRAPH = 0.5  # white above a paragraph or an item
_WIDER = 0.25  # by which that white is wider than the one between lines
_SPACE = 0.4  # what a word takes before it
_HEADING = 1.15  # a heading's height
_TOUCH = 0.2  # by which two whites that miss each other still meet
# Shares of lines or paragraphs.
_WRAPPED = 0.5  # lines of running text that go on from the one above
_TOGETHER = 0.5  # items that begin with one beside them, in a margin by chance
_GAPPY = 0.2  # lines of a column with wide white in them, as justified text may have
_COVERED = 0.8  # of a box's height that its edge runs along
# Lines and words.
_FEWEST_BESIDE = 3
_FEWEST_BOXED, _FEWEST_BARE = 2, 3  # lines of a margin with an edge and of one without
_FEWEST_IN_COLUMN = 5
_FEWEST_WORDS = 4
# Shares of the page's width.
_MAIN_WIDTH = 0.3  # that text with a margin beside it takes at least
_COLUMN_WIDTH = 0.15  # that one of several columns takes at least

_BULLET = re.compile(r"[\uf000-\uf0ff•●○▪■□◆►➢✓‣∙·*–-](?=\W|$)|\d{1,2}[.)]$")
_ENDS = re.compile(r"[.:!?]$")
_LETTERS = re.compile(r"[^\W\d_]{3,}")

Edge = tuple[float, float, float]  # a line down the page: its place across, where it begins and where it ends


@dataclass(frozen=True, slots=True)
class _Column:
    """The lines of a column, and which of them begin a paragraph or an item, the first not counted."""

    lines: list[Slab]
    starts: list[int]

    @property
    def wraps(self) -> bool:
        """Whether most of its lines go on from the one above."""
        return len(self.starts) <= (1 - _WRAPPED) * (len(self.lines) - 1)

    @property
    def solid(self) -> bool:
        """Whether hardly a line has wide white in it, but for what follows a bullet, as a table's columns have."""
        wide = sum(any(b.x0 - a.x1 >= _RIVER and not _BULLET.match(a.text) for a, b in pairwise(x)) for x in self.lines)
        return wide <= _GAPPY * len(self.lines)

    @property
    def words(self) -> float:
        """Return how many words a line usually has."""
        return statistics.median(map(len, self.lines))

    @property
    def extent(self) -> Interval:
        """Return where its lines begin and end across the page."""
        return min(line[0].x0 for line in self.lines), max(line[-1].x1 for line in self.lines)

    @property
    def whites(self) -> list[Interval]:
        """Return the white above each paragraph but the first."""
        return [(bottom(self.lines[n - 1]), top(self.lines[n])) for n in self.starts]

    def within(self, low: float, high: float) -> "_Column":
        """Return the lines that stand between two heights of the page."""
        kept = [n for n, line in enumerate(self.lines) if bottom(line) > low and top(line) < high]
        return _Column([self.lines[n] for n in kept], [kept.index(n) for n in self.starts if n in kept[1:]])


@dataclass(frozen=True, slots=True)
class _Region:
    """Rows of a page, from the `first` to before `end`, and the columns in them."""

    columns: list[_Column]
    first: int
    end: int


def flows(words: Iterable[Word], edges: Sequence[Edge], width: float) -> list[list[Word]]:
    """Return the words of a page `width` points wide in runs that are read one after the other.

    `edges` are the lines down the page that the sides of boxes draw. Without columns there is one run.
    """
    rows = slabbed(words)
    for region in _regions(rows):
        if _are_prose(region.columns, width):
            first, *others = [joined(column.lines) for column in region.columns]
            above, below = joined(rows[: region.first]), joined(rows[region.end :])
            return [above + first, *others, *flows(below, edges, width)]
        if len(region.columns) == 2 and (side := _side(region.columns, edges, width)):
            return _around(rows, side, edges, width)
    return [joined(rows)] if rows else []


def goes_on(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether the text of one run goes on in the next: in the midst of a sentence, in letters of the same height."""
    last, first = slabbed(above)[-1], slabbed(below)[0]
    same = abs(height([last]) - height([first])) < 1
    return same and first[0].text[:1].islower() and not _ENDS.search(printed(last))


def _around(rows: Sequence[Slab], side: Sequence[Slab], edges: Sequence[Edge], width: float) -> list[list[Word]]:
    """Return the text beside a margin, to the end of what stands there last, the margin, and the rest."""
    taken = {id(word) for word in joined(side)}
    main = [kept for row in rows if (kept := [word for word in row if id(word) not in taken])]
    cut = _cut(main, top(side[0]), max(map(bottom, side)))
    before, after = joined(main[:cut]), joined(main[cut:])
    return [*flows(before, edges, width), joined(side), *flows(after, edges, width)]


def _cut(main: Sequence[Slab], low: float, high: float) -> int:
    """Return before which row a margin is read: a paragraph's end below, or a heading below text beside it."""
    beside = [row for row in main if bottom(row) > low and top(row) < high]
    usual, right = height(beside), max(row[-1].x1 for row in beside)
    text = False
    for n, (above, row) in enumerate(pairwise(main), 1):
        text = text or (bottom(above) > low and height([above]) < _HEADING * usual)
        heads = text and height([row]) >= _HEADING * usual
        if heads or (top(row) >= high and _parts(above, row, right)):
            return n
    return len(main)


def _parts(above: Slab, line: Slab, right: float) -> bool:
    """Whether a paragraph ends between two lines, the upper of which might have reached as far as `right`."""
    size = height([line])
    if top(line) - bottom(above) > _PARAGRAPH * size or _BULLET.match(line[0].text):
        return True
    return bool(_ENDS.search(printed(above))) and has_room(above, line, right, _SPACE * size)


def _regions(rows: Sequence[Slab]) -> Iterator[_Region]:
    """Yield the rows that leave rivers white, for all rivers of a row together and then for each alone."""
    seen: set[tuple[float, ...]] = set()
    for n, row in enumerate(rows):
        # The lines of two columns may lie between each other.
        level = [row, *(other for other in rows[n + 1 : n + 2] if top(other) < bottom(row))]
        whites = gaps(sorted(joined(level), key=lambda word: word.x0), _RIVER)
        for chosen in [whites, *([white] for white in whites if len(whites) > 1)] if whites else []:
            rivers, first, end = _reach(rows, n, chosen)
            key = (first, *(start for start, _ in rivers))
            if key not in seen:
                seen.add(key)
                yield _region(rows, rivers, first, end)


def _reach(rows: Sequence[Slab], n: int, rivers: list[Interval]) -> tuple[list[Interval], int, int]:
    """Return how narrow rivers become from row `n` down and up as far as no row crosses one, and these rows."""
    first, end = n, n + 1
    while end < len(rows) and (left := _narrowed(rivers, rows[end])):
        rivers, end = left, end + 1
    while first and (left := _narrowed(rivers, rows[first - 1])):
        rivers, first = left, first - 1
    return rivers, first, end


def _narrowed(rivers: Sequence[Interval], row: Slab) -> list[Interval]:
    """Return what a row leaves white of each river; nothing where it crosses one."""
    left = []
    for start, stop in rivers:
        within = [(word.x0, word.x1) for word in row if word.x1 > start and word.x0 < stop]
        whites = [(a[1], b[0]) for a, b in pairwise([(start, start), *within, (stop, stop)])]
        left.append(max(whites, key=lambda white: white[1] - white[0]))
    return left if all(stop - start >= _RIVER for start, stop in left) else []


def _region(rows: Sequence[Slab], rivers: Sequence[Interval], first: int, end: int) -> _Region:
    """Return the columns between rivers, as far as one goes on without much white where no other does."""
    held = [{at for at, words in enumerate(_divided([row], rivers)) if words} for row in rows[first:end]]
    ends = sorted(max(n for n, own in enumerate(held) if at in own) for at in range(len(rivers) + 1))
    last = first + ends[-2] + 1
    while last < end and top(rows[last]) - bottom(rows[last - 1]) <= _APART * height([rows[last]]):
        last += 1
    return _Region([_column(words) for words in _divided(rows[first:last], rivers)], first, last)


def _divided(rows: Sequence[Slab], rivers: Sequence[Interval]) -> list[list[Word]]:
    columns: list[list[Word]] = [[] for _ in range(len(rivers) + 1)]
    for word in joined(rows):
        columns[sum(stop <= word.x0 for _, stop in rivers)].append(word)
    return columns


def _column(words: Iterable[Word]) -> _Column:
    lines = slabbed(words)
    size, right = height(lines), max(line[-1].x1 for line in lines)
    usual = min((gap for a, b in pairwise(lines) if (gap := top(b) - bottom(a)) >= 0), default=0.0)
    return _Column(lines, [n for n, (a, b) in enumerate(pairwise(lines), 1) if _begins(a, b, right, usual, size)])


def _begins(above: Slab, line: Slab, right: float, usual: float, size: float) -> bool:
    """Whether a line begins a paragraph: wider white, a bullet, or a first word for which there was room above."""
    first, gap = line[0], top(line) - bottom(above)
    if gap > usual + _WIDER * size or _BULLET.match(first.text):
        return True
    return not first.text[:1].islower() and (gap > _PARAGRAPH * size or has_room(above, line, right, _SPACE * size))


def _are_prose(columns: Sequence[_Column], width: float) -> bool:
    """Whether columns on a page `width` points wide hold running text, each to be read to its end."""
    prose = all(_is_text(column, _FEWEST_IN_COLUMN, _COLUMN_WIDTH * width) for column in columns)
    return prose and not any(_rows_together(a, b) for a, b in pairwise(columns))


def _is_text(column: _Column, lines: int, width: float) -> bool:
    """Whether a column holds as many lines of running text, and is as wide."""
    if len(column.lines) < lines or column.words < _FEWEST_WORDS or not column.wraps or not column.solid:
        return False
    return column.extent[1] - column.extent[0] >= width


def _side(columns: Sequence[_Column], edges: Sequence[Edge], width: float) -> list[Slab] | None:
    """Return the lines of the first box or margin beside text, on whichever side it stands."""
    left, right = columns
    river = left.extent[1] - 1, right.extent[0] + 1
    between = [edge for edge in edges if river[0] <= edge[0] <= river[1]]
    for main, margin in ((left, right), (right, left)):
        # A sparse column of a table parts into cells, which show only together that they begin with rows.
        low, high = top(margin.lines[0]), max(map(bottom, margin.lines))
        rows = _rows_together(margin, main.within(low, high))
        for box in _boxes(margin, between):
            if box.lines and _is_margin(box, main, between, width, rows=rows):
                return box.lines
    return None


def _boxes(margin: _Column, edges: Sequence[Edge]) -> Iterator[_Column]:
    """Yield what stands in a margin, parted where much white stands outside a box and where a box ends."""
    low, size = top(margin.lines[0]), height(margin.lines)
    for a, b in pairwise(margin.lines):
        framed = any(start <= bottom(a) and top(b) <= end for _, start, end in edges)
        ends = any(bottom(a) - 1 <= end <= top(b) + 1 for _, _, end in edges)
        if ends or (top(b) - bottom(a) > _APART * size and not framed):
            yield margin.within(low, bottom(a))
            low = top(b)
    yield margin.within(low, bottom(margin.lines[-1]))


def _is_margin(box: _Column, main: _Column, edges: Sequence[Edge], width: float, *, rows: bool) -> bool:
    """Whether lines are a box or a margin beside running text, and no column of a table with `rows`."""
    low, high = top(box.lines[0]), max(map(bottom, box.lines))
    edged = any(min(end, high) - max(start, low) >= _COVERED * (high - low) for _, start, end in edges)
    beside = main.within(low, high)
    wordy = sum(bool(_LETTERS.search(printed(line))) for line in box.lines)
    if 2 * wordy <= len(box.lines) or len(box.lines) < (_FEWEST_BOXED if edged else _FEWEST_BARE) or not box.solid:
        return False
    # One paragraph beside another may be a table's only row.
    if not edged and (rows or not (box.starts or beside.starts)):
        return False
    return _is_text(beside, _FEWEST_BESIDE, _MAIN_WIDTH * width) and not _rows_together(box, beside, edged=edged)


def _rows_together(one: _Column, other: _Column, *, edged: bool = False) -> bool:
    """Whether the paragraphs of two columns begin side by side, as the cells of a table's rows do.

    Behind an edge they must be level to do so, since the many items of a box leave white beside any paragraph.
    """
    slack = _TOUCH * height(one.lines)
    met = sum(any(_meet(white, beside, slack) for beside in other.whites) for white in one.whites)
    if met > _TOGETHER * len(one.whites):
        return True
    near = _level if edged else _meet
    return len(other.whites) > 1 and all(any(near(a, b, slack) for b in one.whites) for a in other.whites)


def _level(one: Interval, other: Interval, slack: float) -> bool:
    return abs(one[1] - other[1]) <= slack


def _meet(one: Interval, other: Interval, slack: float) -> bool:
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack
