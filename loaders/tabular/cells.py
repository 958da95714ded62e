"""How well a piece of flattened lines fits a column.

Three things speak: what the column usually holds, how a cell begins and ends, and whether its lines fill the column.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

_SHUT = -8.0  # a division that print forbids: behind a hyphen
_CUT = -3.0  # the same shortly before a page's edge, where the rest may follow behind it
_NEAR = 8  # lines before a page's edge in which a cut row's cells end
_SLACK = 3  # characters by which proportional print makes a width uncertain
_BREAKABLE = 8  # characters of a word that must fit for a line to take it: a longer one can be hyphenated
_REACHED = 0.93  # share of a column's lines that are no longer than its width
_LONG_STATUS = 4  # words; a longer text is no status
_PATTERNS = {
    "number": re.compile(r"\d{1,3}[.)]?|[A-ZÆØÅ][.)]?"),
    "key": re.compile(r"\d{1,3}[.)]?|[A-ZÆØÅ]\d?[.)]?"),
    "amount": re.compile(r"[-–]|(?:kr\.? ?)?\d[\d.,½ ]*(?:,-|(?: ?(?:mio|mill|t|tkr|kr|dkk)\.?)*)", re.IGNORECASE),
    "period": re.compile(r"(?:.*\d{4}.*|løbende|permanent|-)", re.IGNORECASE),  # and no actor's name
}
_KINDS = {"party": "partners"}
_DASHES = ("-", "–")
_OPENING = 5  # words of a cell in which its parties begin


def base(column: str) -> str:
    """Return what a column holds, without the number that tells it from others of its kind."""
    return column.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a printed line: its text, where it begins in the line, whether it is (or opens) an actor's name."""

    text: str
    start: int
    actor: bool
    opens_actor: bool = False

    @property
    def can_begin(self) -> bool:
        """Whether a cell can begin with it: not in the middle of an actor's name."""
        if self.actor and not self.opens_actor:
            return False
        if self.text in _DASHES or self.opens_actor:
            return True
        return self.text[0].isupper() or self.text[0].isdigit() or self.text[0] in '#”"('


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line: its words, how many blank lines stand before it, whether a page may begin with it."""

    words: tuple[Word, ...]
    gap: int = 0
    page: bool = False


class Piece(NamedTuple):
    """A cell's place: from word `first_word` of line `first` to before word `last_word` of line `last`."""

    first: int
    first_word: int
    last: int
    last_word: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that tell where a cell begins or cannot end, and how a status reads."""

    starters: frozenset[str]
    starter_endings: tuple[str, ...]
    joining: frozenset[str]
    is_status: Callable[[str], bool]

    def starts(self, word: str) -> bool:
        """Whether a target group may begin with a word."""
        folded = word.casefold().strip(',.”"')
        return folded in self.starters or folded.endswith(self.starter_endings)

    def joins(self, word: str) -> bool:
        """Whether a word ties what stands before it to what follows."""
        return word.casefold() in self.joining or word[-1] in "-,/(–"


def usual_gap(lines: Sequence[Printed]) -> int:
    """Return how many blank lines usually stand between two lines."""
    gaps = Counter(line.gap for line in lines[1:])
    return gaps.most_common(1)[0][0] if gaps else 0


class Scores:
    """Scores of all pieces of a table's lines; higher is better, 0 says nothing."""

    def __init__(self, lines: Sequence[Printed], columns: Sequence[str], vocabulary: Vocabulary, wide: int) -> None:
        self._lines, self._columns, self._vocabulary = lines, columns, vocabulary
        self._kinds = [_KINDS.get(base(column), base(column)) for column in columns]
        self._length = [[0, *accumulate(len(w.text) for w in line.words)] for line in lines]
        self._named = [[0, *accumulate(len(w.text) * w.actor for w in line.words)] for line in lines]
        self._all_length = [0, *accumulate(sums[-1] for sums in self._length)]
        self._all_named = [0, *accumulate(sums[-1] for sums in self._named)]
        self._breaks = [0.0, *accumulate(float(line.gap >= wide) + float(line.page) for line in lines)]
        self._repeated = _tails(lines)
        pages = [n for n, line in enumerate(lines) if line.page and n]
        self._near = {n for page in pages for n in range(page - _NEAR, page)}
        self._content: dict[tuple[int, Piece], float] = {}
        self._fits: dict[str, list[float]] = {}
        self._widths: dict[str, int] = {}

    def cell(self, column: int, piece: Piece) -> float:
        """Return the score of a piece as a cell of a column."""
        content = self._content.get((column, piece))
        if content is None:
            content = self._content[column, piece] = self._content_score(self._kinds[column], piece)
        return content + self._fill(self._columns[column], piece)

    def learn(self, rows: Sequence[dict[str, Piece]]) -> None:
        """Learn the columns' widths from rows: the length that nearly all lines of a column's cells keep to."""
        self._widths, self._fits = {}, {}
        for column in self._columns:
            lengths = sorted(n for row in rows if column in row for n in self._full_lines(row[column]))
            if len(lengths) >= 4:
                self._widths[column] = lengths[int(len(lengths) * _REACHED)]
                whole = (self._line_fit(column, n, 0, inner=True) for n in range(len(self._lines)))
                self._fits[column] = [0.0, *accumulate(whole)]

    def _full_lines(self, piece: Piece) -> Iterable[int]:
        """Yield the lengths of a cell's lines, of a longer cell without the last, which need not be full."""
        for line in range(piece.first, max(piece.last, piece.first + 1)):
            last = piece.last_word if line == piece.last else len(self._lines[line].words)
            yield self._extent(line, piece.first_word if line == piece.first else 0, last)

    def _extent(self, line: int, first: int, last: int) -> int:
        words = self._lines[line].words
        return words[last - 1].start + len(words[last - 1].text) - words[first].start

    def _content_score(self, kind: str, piece: Piece) -> float:
        first = self._lines[piece.first].words[piece.first_word]
        last = self._lines[piece.last].words[piece.last_word - 1]
        inner = self._breaks[piece.last + 1] - self._breaks[piece.first + 1]
        shut = _CUT if piece.last in self._near else _SHUT
        return self._edges(first, last, shut) - inner + self._kind_score(kind, piece, first)

    def rest(self, column: int, piece: Piece) -> float:
        """Return the score of a piece as the rest of a column's cell that the page before cuts."""
        first = self._lines[piece.first].words[piece.first_word]
        last = self._lines[piece.last].words[piece.last_word - 1]
        goes_on = first.text[0].islower() or not first.text[0].isalnum()
        named = self._share_named(piece)
        score = (1.0 if goes_on else -4.0) + (3.0 * named if self._kinds[column] == "partners" else -3.0 * named)
        ends = _SHUT if last.text[-1] in "-‐" else -4.0 if self._vocabulary.joins(last.text) else 0.0
        return score + ends + self._fill(self._columns[column], piece)

    def _kind_score(self, kind: str, piece: Piece, first: Word) -> float:
        """Return what the words say: parties hold names, target groups begin in certain ways."""
        if kind == "status":
            return self._status(piece)
        if kind in _PATTERNS:
            return self._pattern(_PATTERNS[kind], piece)
        named = self._share_named(piece)
        starter = self._vocabulary.starts(first.text)
        if kind == "partners":
            near = any(w.opens_actor or w.actor for w in self._opening(piece))
            return 7.0 * named - 2.5 + (1.0 if near else -1.5) - (1.5 if starter and not first.actor else 0.0)
        if kind == "target_group":
            return (3.5 if starter else -1.0) - 6.0 * named - (1.0 if first.actor else 0.0)
        if kind == "title":
            return 1.0 - 3.5 * named - (1.0 if starter else 0.0) - (1.5 if first.opens_actor else 0.0)
        return max(7.0 * named - 2.5, -0.5) if kind == "lead" else -0.5

    def _pattern(self, pattern: "re.Pattern[str]", piece: Piece) -> float:
        text = " ".join(self._words(piece))
        return 4.0 if pattern.fullmatch(text) and not self._share_named(piece) else _SHUT

    def _edges(self, first: Word, last: Word, shut: float) -> float:
        """Return what a cell's first and last word say: cells begin with capitals and end where a phrase can."""
        score = 0.0
        if first.text in _DASHES:
            # Alone it stands for an empty cell.
            score -= 0.0 if first is last else 6.0
        elif last.text[-1] in "-‐" and len(last.text) > 1:
            score += shut
        elif self._vocabulary.joins(last.text):
            score -= 4.0
        if first.text[0].islower():
            score -= 6.5 if first.text.casefold() in self._vocabulary.joining else 3.5
        return score - (4.0 if first.text[0] in ",.;)/" else 0.0)

    def _status(self, piece: Piece) -> float:
        words = self._words(piece)
        text = unwrapped(words)
        if self._vocabulary.is_status(text):
            return 7.0
        if len(words) > _LONG_STATUS or self._share_named(piece) > 0:
            return _SHUT
        return 3.0 if self._repeated[text.casefold()] >= 3 else -3.0

    def _fill(self, column: str, piece: Piece) -> float:
        """Return what the column's width says of all lines of a piece."""
        if column not in self._widths:
            return 0.0
        if piece.first == piece.last:
            return self._line_fit(column, piece.first, piece.first_word, inner=False, last=piece.last_word)
        fits = self._fits[column]
        middle = fits[piece.last] - fits[piece.first + 1]
        first = self._line_fit(column, piece.first, piece.first_word, inner=True)
        return first + middle + self._line_fit(column, piece.last, 0, inner=False, last=piece.last_word)

    def _line_fit(self, column: str, line: int, first: int, inner: bool, last: int | None = None) -> float:
        """Return a line's fit: too long is bad, and so is an inner line with room for the next line's first word."""
        words = self._lines[line].words
        length = self._extent(line, first, len(words) if last is None else last)
        over = length - self._widths[column] - _SLACK
        score = -0.25 * min(max(over, 0), 16)
        if inner and line + 1 < len(self._lines):
            needed = min(len(self._lines[line + 1].words[0].text), _BREAKABLE)
            room = self._widths[column] - length - 1 - needed - _SLACK
            score -= 0.35 * min(max(room, 0), 10)
        return score

    def _share_named(self, piece: Piece) -> float:
        return self._between(self._all_named, self._named, piece) / max(
            self._between(self._all_length, self._length, piece), 1
        )

    @staticmethod
    def _between(whole: Sequence[int], lines: Sequence[Sequence[int]], piece: Piece) -> int:
        until = whole[piece.last] + lines[piece.last][piece.last_word]
        return until - whole[piece.first] - lines[piece.first][piece.first_word]

    def _opening(self, piece: Piece) -> Sequence[Word]:
        last = piece.last_word if piece.first == piece.last else None
        here = self._lines[piece.first].words[piece.first_word : last]
        if len(here) < _OPENING and piece.last > piece.first:
            here = (*here, *self._lines[piece.first + 1].words)
        return here[:_OPENING]

    def _words(self, piece: Piece) -> list[str]:
        if piece.last - piece.first > 2:
            return [""] * 9
        lines = range(piece.first, piece.last + 1)
        words = [w.text for n in lines for w in self._lines[n].words]
        behind = len(self._lines[piece.last].words) - piece.last_word
        return words[piece.first_word : len(words) - behind]


def unwrapped(words: Sequence[str]) -> str:
    """Return words in one line, those that a line's end divides joined again."""
    return re.sub(r"(?<=[^\W\d_])[-‐] (?=[a-zæøå])", "", " ".join(words))


def _tails(lines: Iterable[Printed]) -> Counter[str]:
    """Return how often each ending of a line (up to four words from a capital) occurs: a status repeats."""
    tails: Counter[str] = Counter()
    for line in lines:
        words = [w.text for w in line.words]
        for size in range(1, min(4, len(words)) + 1):
            if words[-size][0].isupper():
                tails[" ".join(words[-size:]).casefold()] += 1
    return tails
