"""Pages printed in two columns of one width: where the white between them runs, so that each is read to its end.

Such a page is known by its whole layout, whatever its columns hold: paragraphs, lists, boxes and tables of their own.
A table of two columns looks alike, but its cells begin together. All measures of a page are in points.
"""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samspil.loaders.files.slabs import Slab, Word, bottom, height, joined, slabbed, top

_RIVER = 8.0  # points of white
_STEP = 2.0  # points from one place to the next at which a river is looked for
_MIDDLE = (0.35, 0.65)  # shares of the page's width
_FEWEST_LINES, _FEWEST_WORDS = 15, 4  # of each column; of its usual line
_ALIKE = 0.75  # the narrower column's share of the other's width
_FULL = 0.5  # lines, and what they take of their column's width, of text that is set in a column
_APART = 1.0  # white, in heights of a line, between a page's head or foot and its text
_HEADS = 2  # lines of a head or a foot
_BREAK = 0.35  # by which the white above a paragraph is wider than between lines, in heights of a line
_LEVEL = 0.3  # by which two lines that begin together miss each other, in heights of a line
_MARGIN = 1.0  # points around the columns, so that no letter is cut
_CHANCE = 0.35  # by which more lines begin together in a table than by chance


@dataclass(frozen=True, slots=True)
class Halves:
    """The place across the page of the white between two columns, and where these begin and end down the page."""

    middle: float
    top: float
    bottom: float


def halves(words: Iterable[Word], width: float) -> Halves | None:
    """Return where the two columns of a page `width` points wide stand, None if it has no such two."""
    rows = slabbed(words)
    places = (width * _MIDDLE[0] + n * _STEP for n in range(int(width * (_MIDDLE[1] - _MIDDLE[0]) / _STEP) + 1))
    middle, run = max(((at, _white(rows, at)) for at in places), key=lambda found: len(found[1]), default=(0.0, []))
    body = _body(run)
    sides = [slabbed(word for row in body for word in row if (word.x0 > middle) == right) for right in (False, True)]
    if not all(map(_is_column, sides)) or not _are_alike(*sides) or _is_table(*sides):
        return None
    return Halves(middle, min(map(top, body)) - _MARGIN, max(map(bottom, body)) + _MARGIN)


def _white(rows: Sequence[Slab], at: float) -> list[Slab]:
    """Return the longest run of rows that leave a place across the page white."""
    best: list[Slab] = []
    run: list[Slab] = []
    for row in rows:
        crossed = any(word.x0 < at + _RIVER / 2 and word.x1 > at - _RIVER / 2 for word in row)
        run = [] if crossed else [*run, row]
        best = max(best, run, key=len)
    return best


def _body(rows: list[Slab]) -> list[Slab]:
    """Return rows without a page's head and foot, which stand apart from the text."""
    for _ in range(_HEADS):
        if len(rows) > 1 and top(rows[1]) - bottom(rows[0]) > _APART * height(rows[:1]):
            rows = rows[1:]
        if len(rows) > 1 and top(rows[-1]) - bottom(rows[-2]) > _APART * height(rows[-1:]):
            rows = rows[:-1]
    return rows


def _is_column(lines: Sequence[Slab]) -> bool:
    """Whether lines are as many, and most of them as long, as those of a column of text."""
    if len(lines) < _FEWEST_LINES or statistics.median(map(len, lines)) < _FEWEST_WORDS:
        return False
    left, right = _extent(lines)
    return sum(line[-1].x1 - left > _FULL * (right - left) for line in lines) >= _FULL * len(lines)


def _extent(lines: Sequence[Slab]) -> tuple[float, float]:
    words = joined(lines)
    return min(word.x0 for word in words), max(word.x1 for word in words)


def _are_alike(left: Sequence[Slab], right: Sequence[Slab]) -> bool:
    narrow, wide = sorted(b - a for a, b in map(_extent, (left, right)))
    return narrow >= _ALIKE * wide


def _is_table(left: Sequence[Slab], right: Sequence[Slab]) -> bool:
    """Whether paragraphs of the columns begin level with one another more often than by chance."""
    starts = [_starts(left), _starts(right)]
    slack = _LEVEL * height(left)
    for one, other, lines in ((starts[0], starts[1], right), (starts[1], starts[0], left)):
        met = sum(any(abs(a - b) <= slack for b in other) for a in one)
        if one and met / len(one) > len(other) / len(lines) + _CHANCE:
            return True
    return False


def _starts(lines: Sequence[Slab]) -> list[float]:
    """Return where lines begin that stand apart from the one above."""
    usual = statistics.median(top(b) - bottom(a) for a, b in pairwise(lines))
    return [top(b) for a, b in pairwise(lines) if top(b) - bottom(a) > usual + _BREAK * height(lines)]
