"""Rows and cells out of a table that extraction flattened to lines.

Cells come one after another, row by row; each is wrapped at its column's width; a one-line cell and the next cell's
first line may share a line. Where cells end is not marked, so the division that fits best is searched for: each cell is
scored (see `cells`), and dynamic programming (Viterbi 1967) finds the best sequence of cells over all lines. The
columns' widths are learned from a first pass. Where a page cuts a row, the rests of its cells follow on the next page,
column by column; between two rows a paragraph may stand that belongs to neither.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from samspil.loaders.tabular.cells import Piece, Printed, Scores, Vocabulary, usual_gap

MAX_LINES = 14  # in one cell
MAX_SHARED = 3  # cells that end on a line that another begins on
MAX_PLACES = 9  # on one line, where a cell may begin
MAX_AFTER = 60  # lines of text behind the table
MAX_REST = 8  # lines of a cell's rest on the next page
MAX_BETWEEN = 12  # lines of a paragraph between two rows
_PASSES = 3
_MISSING = -6.0  # a cell left empty
_AFTER = -0.4  # a line left behind the table
_CLOSE = -4.0  # text behind the table without a gap before it
_BETWEEN = -3.0  # a paragraph between two rows
_PROSE = 8  # words by which a line is one of a paragraph
_NEVER = float("-inf")

Placed = tuple[tuple[int, Piece], ...]
_Move = tuple[float, int, int, Placed]
_Back = dict[tuple[int, int], tuple[int, int, Placed]]
Cells = dict[str, list[Piece]]


@dataclass
class Divider:
    """Divides the printed lines of one table into rows of cells."""

    lines: Sequence[Printed]
    columns: Sequence[str]
    vocabulary: Vocabulary

    def rows(self) -> list[Cells]:
        """Return the rows, each from column to the cell's places, one a page (missing cells left out)."""
        self._wide = usual_gap(self.lines) + 1
        self._scores = Scores(self.lines, self.columns, self.vocabulary, self._wide)
        self._places = [self._cuts(line) for line in self.lines]
        rows = self._best()
        for _ in range(_PASSES - 1):
            self._scores.learn([{c: pieces[0] for c, pieces in row.items()} for row in rows])
            again = self._best()
            if again == rows:
                break
            rows = again
        return rows

    def _best(self) -> list[Cells]:
        # A state is the next line and the next column; from `width` on, the column whose rest may come next.
        count, width = len(self.lines), len(self.columns)
        best = [[_NEVER] * (2 * width + 1) for _ in range(count + 1)]
        back: _Back = {}
        best[0][0] = 0.0
        for line in range(count):
            self._end_early(line, best[line], back)
            self._turn_page(line, best[line], back)
            for state in range(2 * width):
                if best[line][state] == _NEVER:
                    continue
                moves = self._moves(line, state) if state < width else self._rests(line, state)
                for score, end, after, cells in moves:
                    if best[line][state] + score > best[end][after]:
                        best[end][after] = best[line][state] + score
                        back[end, after] = (line, state, cells)
        self._turn_page(count, best[count], back)
        return self._traced(max(self._ends(best), key=lambda end: end[1])[0], back)

    @staticmethod
    def _end_early(line: int, best: list[float], back: _Back) -> None:
        """Let a row end before its last columns, which are then missing."""
        width = len(best) // 2
        for column in range(1, width):
            score = best[column] + _MISSING * (width - column)
            if score > best[0]:
                best[0], back[line, 0] = score, back[line, column]

    def _turn_page(self, line: int, best: list[float], back: _Back) -> None:
        """Let rests of cells begin where a page begins, and a row behind the last of them."""
        width = len(self.columns)
        for state in range(width + 1, len(best)):
            if best[state] > best[0]:
                best[0], back[line, 0] = best[state], back[line, state]
        if 0 < line < len(self.lines) and self.lines[line].page and best[0] > _NEVER:
            best[width], back[line, width] = best[0], (line, 0, ())

    def _rests(self, line: int, state: int) -> Iterable[_Move]:
        """Yield the ways to go on with the rest of a cell that the page before cuts."""
        width = len(self.columns)
        for column in range(state - width, width):
            for end in range(line, min(line + MAX_REST, len(self.lines))):
                piece = Piece(line, 0, end, len(self.lines[end].words))
                yield self._scores.rest(column, piece), end + 1, width + column + 1, ((width + column, piece),)

    def _traced(self, at: tuple[int, int], back: _Back) -> list[Cells]:
        cells: list[tuple[int, Piece]] = []
        while at in back:
            line, column, found = back[at]
            cells[:0] = found
            at = (line, column)
        rows: list[Cells] = []
        rests: list[Placed] = []
        previous = width = len(self.columns)
        for column, piece in cells:
            if column >= width:
                rests[-1:] = [(*last, (column - width, piece)) for last in rests[-1:]]
                continue
            if column <= previous:
                rows.append({})
                rests.append(())
            rows[-1][self.columns[column]] = [piece]
            previous = column
        for row, cut in zip(rows, rests, strict=True):
            for name, piece in self._settled(row, cut):
                row.setdefault(name, []).append(piece)
        return rows

    def _settled(self, row: Cells, rests: Placed) -> Iterable[tuple[str, Piece]]:
        """Return the rests of a row's cells by column: of the cells that break off, if there are any, each has one."""
        broken = [n for n, c in enumerate(self.columns) if c in row and self._breaks_off(row[c][0])]
        if not rests or not broken:
            return [(self.columns[column], piece) for column, piece in rests]
        first, last = rests[0][1].first, rests[-1][1].last
        ways = [
            [Piece(a, 0, b - 1, len(self.lines[b - 1].words)) for a, b in pairwise([first, *cuts, last + 1])]
            for cuts in combinations(range(first + 1, last + 1), len(broken) - 1)
        ]
        if not ways:
            return [(self.columns[column], piece) for column, piece in rests]
        best = max(ways, key=lambda way: sum(self._scores.rest(n, p) for n, p in zip(broken, way, strict=True)))
        return [(self.columns[n], piece) for n, piece in zip(broken, best, strict=True)]

    def _breaks_off(self, piece: Piece) -> bool:
        return self.vocabulary.joins(self.lines[piece.last].words[piece.last_word - 1].text)

    def _ends(self, best: list[list[float]]) -> Iterable[tuple[tuple[int, int], float]]:
        """Yield the places where the table may end: at the last line, or before text that follows it."""
        count = len(self.lines)
        for column in range(len(self.columns)):
            yield (count, column), best[count][column] + (0.0 if column == 0 else _MISSING)
        for line in range(max(1, count - MAX_AFTER), count):
            close = 0.0 if self.lines[line].gap >= self._wide else _CLOSE
            yield (line, 0), best[line][0] + _AFTER * (count - line) + close

    def _moves(self, line: int, column: int) -> Iterable[_Move]:
        """Yield (score, next line, next column, cells) for each way to go on from the beginning of a line.

        Columns may be skipped (missing cells), but a row's first column only by ending the row before.
        """
        if column == 0:
            yield from self._between(line)
        for cuts in self._places[line]:
            for start in range(column, len(self.columns) - len(cuts)):
                yield from self._cells_from(line, start, cuts, _MISSING * (start - column))

    def _between(self, line: int) -> Iterable[_Move]:
        """Yield the ways past a paragraph between two rows: set off by gaps, long lines, a sentence's end."""
        if self.lines[line].gap < self._wide:
            return
        for end in range(line + 1, min(line + MAX_BETWEEN, len(self.lines))):
            skipped = self.lines[line:end]
            prose = any(len(printed.words) > _PROSE for printed in skipped)
            if prose and self.lines[end].gap >= self._wide and skipped[-1].words[-1].text[-1] in ".:":
                yield _BETWEEN + _AFTER * (end - line), end, 0, ()

    def _cells_from(self, line: int, column: int, cuts: tuple[int, ...], score: float) -> Iterable[_Move]:
        """Yield the cells that a line's cuts make, the last of them with each number of lines it may have."""
        bounds = (0, *cuts)
        head = tuple((column + n, Piece(line, a, line, b)) for n, (a, b) in enumerate(pairwise(bounds)))
        score += sum(self._scores.cell(c, piece) for c, piece in head)
        last = column + len(cuts)
        after = (last + 1) % len(self.columns)
        for end in range(line, min(line + MAX_LINES, len(self.lines))):
            piece = Piece(line, bounds[-1], end, len(self.lines[end].words))
            whole = score + self._scores.cell(last, piece) + self._break(end + 1, after)
            yield whole, end + 1, after, (*head, (last, piece))

    def _break(self, line: int, column: int) -> float:
        """Return what speaks for a row's or a cell's end before a line: a wide gap, a page's beginning."""
        if line >= len(self.lines):
            return 0.0 if column == 0 else _MISSING * (len(self.columns) - column)
        wide = self.lines[line].gap >= self._wide
        if column == 0:
            return (2.0 if wide else 0.0) + (2.0 if self.lines[line].page else 0.0)
        return 0.4 if wide else 0.0

    def _cuts(self, line: Printed) -> list[tuple[int, ...]]:
        """Return the ways to divide a line: before words that can begin a cell."""
        words = line.words
        places = [
            n
            for n in range(1, len(words))
            if words[n].can_begin and (words[n].opens_actor or not self.vocabulary.joins(words[n - 1].text))
        ][:MAX_PLACES]
        limit = min(MAX_SHARED, len(self.columns) - 1)
        return [cuts for size in range(limit + 1) for cuts in combinations(places, size)]
