"""Rows and cells out of a table that extraction flattened to lines.

Cells come one after another, row by row; each is wrapped at its column's width; a one-line cell and the next cell's
first line may share a line. Where cells end is not marked, so the division that fits best is searched for: each cell is
scored (see `cells`), and dynamic programming (Viterbi 1967) finds the best sequence of cells over all lines. The
columns' widths are learned from a first pass.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from samspil.loaders.cells import Piece, Printed, Scores, Vocabulary, usual_gap

MAX_LINES = 14  # in one cell
MAX_SHARED = 3  # cells that end on a line that another begins on
MAX_PLACES = 9  # on one line, where a cell may begin
MAX_AFTER = 60  # lines of text behind the table
_PASSES = 3
_MISSING = -6.0  # a cell left empty
_AFTER = -0.4  # a line left behind the table
_CLOSE = -4.0  # text behind the table without a gap before it
_NEVER = float("-inf")

Placed = tuple[tuple[int, Piece], ...]
_Move = tuple[float, int, int, Placed]
_Back = dict[tuple[int, int], tuple[int, int, Placed]]


@dataclass
class Divider:
    """Divides the printed lines of one table into rows of cells."""

    lines: Sequence[Printed]
    columns: Sequence[str]
    vocabulary: Vocabulary

    def rows(self) -> list[dict[str, Piece]]:
        """Return the rows, each a mapping from column to the cell's place (missing cells left out)."""
        self._wide = usual_gap(self.lines) + 1
        self._scores = Scores(self.lines, self.columns, self.vocabulary, self._wide)
        self._places = [self._cuts(line) for line in self.lines]
        rows = self._best()
        for _ in range(_PASSES - 1):
            self._scores.learn(rows)
            again = self._best()
            if again == rows:
                break
            rows = again
        return rows

    def _best(self) -> list[dict[str, Piece]]:
        count, width = len(self.lines), len(self.columns)
        best = [[_NEVER] * width for _ in range(count + 1)]
        back: _Back = {}
        best[0][0] = 0.0
        for line in range(count):
            self._end_early(line, best[line], back)
            for column in range(width):
                if best[line][column] == _NEVER:
                    continue
                for score, end, after, cells in self._moves(line, column):
                    if best[line][column] + score > best[end][after]:
                        best[end][after] = best[line][column] + score
                        back[end, after] = (line, column, cells)
        return self._traced(max(self._ends(best), key=lambda end: end[1])[0], back)

    @staticmethod
    def _end_early(line: int, best: list[float], back: _Back) -> None:
        """Let a row end before its last columns, which are then missing."""
        for column in range(1, len(best)):
            score = best[column] + _MISSING * (len(best) - column)
            if score > best[0]:
                best[0], back[line, 0] = score, back[line, column]

    def _traced(self, at: tuple[int, int], back: _Back) -> list[dict[str, Piece]]:
        cells: list[tuple[int, Piece]] = []
        while at in back:
            line, column, found = back[at]
            cells[:0] = found
            at = (line, column)
        rows: list[dict[str, Piece]] = []
        previous = len(self.columns)
        for column, piece in cells:
            if column <= previous:
                rows.append({})
            rows[-1][self.columns[column]] = piece
            previous = column
        return rows

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
        for cuts in self._places[line]:
            for start in range(column, len(self.columns) - len(cuts)):
                yield from self._cells_from(line, start, cuts, _MISSING * (start - column))

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
