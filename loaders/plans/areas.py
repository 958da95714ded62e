"""The areas of a strategy, and the boxes with examples under each: at the side of the text, or cells of tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rapidfuzz import fuzz

from samspil.loaders.files.document import Document, Line, Span, Table
from samspil.loaders.files.passage import Joiner, Passage, squeezed
from samspil.loaders.plans.boxes import Policy, are_phrases, at, enumerated, heads_examples, is_label, is_lead, patterns
from samspil.loaders.plans.sidebox import is_open, sides
from samspil.loaders.plans.sidelines import BULLET, Chunk, area_of, chunked, is_of_head
from samspil.loaders.texts.announce import label
from samspil.loaders.texts.statements import Statement
from samspil.loaders.texts.structure import Text

_LIKENESS = 75.0  # of an area's heading and its name in a box's head (rapidfuzz, 0 to 100)
_ROOM = 2  # letters that a line leaves, at least, if the next word would have fitted


@dataclass(frozen=True, slots=True)
class SideBox:
    """A box: the area its head names ("" if none), its items, and the number of the first line.

    A box `within` the text is of the area right above, any other without a head of the one that its page begins in.
    A table may have the name `printed` in a column.
    """

    area: str
    items: tuple[Passage, ...]
    line: int
    within: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Asides:
    """The boxes of a document, the numbers of their lines and of figures' labels, and of the first lines of pages."""

    boxes: tuple[SideBox, ...]
    lines: frozenset[int]
    tops: tuple[int, ...]


def asides(document: Document, lines: Sequence[Line], joiner: Joiner) -> Asides:
    """Return the boxes at the sides of the running text, be they cells of tables, with the numbers of their lines."""
    cells = [_lines(document, cell) for table in document.tables for row in table.rows for cell in row]
    boxed = [(box, held) for held in cells if held and (box := _celled(document, held, joiner, headed=True))]
    inside = {line.number for _, held in boxed for line in held}
    found = sides(document, [line for line in lines if line.number not in inside])
    boxes = [*(box for box, _ in boxed), *_tabled(document, joiner), *(_box(part, joiner) for part in found.boxes)]
    boxes += [_box(part, joiner, within=True) for part in found.within]
    parts = [*found.boxes, *found.within, found.labels]
    held = {line.number for part in parts for chunk in part for line in chunk.lines}
    return Asides(tuple(sorted(boxes, key=lambda box: box.line)), frozenset(held | inside), found.tops)


def _celled(document: Document, lines: Sequence[Line], joiner: Joiner, *, headed: bool) -> SideBox | None:
    """Return the box that a table's cell is, if it is one and is `headed` as one; in a Word file a line is an item."""
    single = document.format == "docx"
    chunks = [Chunk([line], 0, False, 0) for line in lines] if single else chunked(document, lines)
    heads = list(takewhile(is_of_head, chunks))
    return _box(chunks, joiner, within=True) if len(chunks) > len(heads) and headed == bool(heads) else None


def _box(part: Sequence[Chunk], joiner: Joiner, *, within: bool = False) -> SideBox:
    heads = [chunk for chunk in part if is_of_head(chunk)]
    area = next((area for chunk in heads if (area := area_of(chunk))), "")
    items = [_item(lines, joiner) for chunk in part if chunk not in heads for lines in _items(chunk, part)]
    return SideBox(area, tuple(filter(None, items)), part[0].lines[0].number, within)


def _items(chunk: Chunk, part: Sequence[Chunk]) -> Iterator[list[Line]]:
    """Yield the lines of each item of a chunk: one begins with a capital where blank lines part none, or has room."""
    alone = sum(1 for other in part if not is_of_head(other)) == 1
    width = max(len(text) for other in part for text in other.texts)
    lines: list[Line] = []
    for line, text in zip(chunk.lines, chunk.texts, strict=True):
        before = squeezed(lines[-1].text) if lines else ""
        room = width - len(before) - 1 - len(text.split()[0])
        if lines and not is_open(before, text) and (alone or room >= _ROOM):
            yield lines
            lines = []
        lines.append(line)
    yield lines


def _item(lines: Sequence[Line], joiner: Joiner) -> Passage:
    """Return an item's text without its bullet; those of its own sub-items go too."""
    marks = [match.end() if (match := BULLET.match(line.text)) else 0 for line in lines]
    return joiner.join(Span(line.start + m, line.start + len(line.text)) for line, m in zip(lines, marks, strict=True))


def _tabled(document: Document, joiner: Joiner) -> Iterator[SideBox]:
    """Yield a box for each row of a table that has a column of examples, or a row that the word for them begins."""
    for table in document.tables:
        heads = [_cell(cell, joiner) for cell in table.rows[0]]
        column = next((n for n, head in enumerate(heads) if n and heads_examples(head)), None)
        if column is not None:
            yield from _column(document, table, column, joiner)
        else:
            pairs = [row for row in table.rows if len(row) == 2 and heads_examples(_cell(row[0], joiner))]
            yield from (box for _, cell in pairs if (box := _entries(document, cell, joiner)))


def _column(document: Document, table: Table, column: int, joiner: Joiner) -> Iterator[SideBox]:
    """Yield the boxes of a column's cells, each of the area that its row names, or a row above whose cell is merged."""
    heads = [_cell(cell, joiner) for cell in table.rows[0]]
    known = (n for n, head in enumerate(heads) if patterns("table")["areas"].search(head.casefold()))
    named = next(known, None)
    area = ""
    for row in table.rows[1:]:
        area = (_cell(row[named], joiner) if named is not None and named < len(row) else "") or area
        box = _entries(document, row[column], joiner) if column < len(row) else None
        certain = patterns("examples")["leads"].search(heads[column].casefold())
        if box and (certain or are_phrases(item.text for item in box.items)):
            yield replace(box, area=area, printed=bool(area))


def _entries(document: Document, cell: Span, joiner: Joiner) -> SideBox | None:
    """Return the examples of a cell, be it one enumeration."""
    lines = _lines(document, cell)
    box = _celled(document, lines, joiner, headed=False) if lines else None
    return replace(box, items=tuple(enumerated(box.items[0]))) if box and len(box.items) == 1 else box


def _cell(cell: Span, joiner: Joiner) -> str:
    return joiner.cell(cell).text if cell.end > cell.start else ""


def _lines(document: Document, cell: Span) -> list[Line]:
    return [line for line in document.lines if cell.start <= line.start < cell.end and squeezed(line.text)]


class Areas:
    """The areas of a strategy: the headings above its policy statements, and those that boxes at the side name."""

    def __init__(self, text: Text, aside: Asides, stated: Sequence[Policy]) -> None:
        self.text = text
        self.tops = aside.tops
        own = {at(text, policy.statement.passage.starts[0]) for policy in stated}
        heads = (n for n in sorted(text.outline.headings) if not text.announces[n] and n not in own)
        self.headings = [
            n for n in heads if not is_label(text.blocks[n]) and not is_lead(text.blocks[n].text.casefold())
        ]
        self.count = Counter(self.name(n).casefold() for n in self.headings)
        alike = {box: self._like(box.area) for box in aside.boxes if box.area}
        self.like = {box: n for box, n in alike.items() if n is not None}
        self.areas = sorted({p.area for p in stated if p.area is not None} | set(self.like.values()))

    def name(self, n: int) -> str:
        """Return the text of a heading without its number, or its label: "Theme 1: Food"."""
        title = self.text.outline.titles.get(n, self.text.blocks[n].passage).text
        found = label(title)
        return title[found.start :] if found and title[found.start :] else title

    def above(self, statement: Statement) -> str | None:
        """Return the heading that a list stands under: one that recurs, as "Challenges", is no area of its own."""
        own = at(self.text, statement.passage.starts[0])
        above = (self.name(n) for n in reversed(self.headings) if n < own)
        return next((name for name in above if self.count[name.casefold()] == 1), statement.place.title)

    def of(self, box: SideBox) -> tuple[str | None, str | None]:
        """Return the section and the area of a box: those its head names, else those of the text beside it."""
        n = self.like.get(box)
        if n is None and not box.within:
            top = max((top for top in self.tops if top <= box.line), default=None)
            n = self._beside(top, box.line) if top is not None else None
        if n is None:
            n = self._last(box.line, self.areas or self.headings)
        if n is None:
            return None, box.area or None
        return self.text.outline.places[n].section, box.area if box.printed and box not in self.like else self.name(n)

    def _beside(self, top: int, line: int) -> int | None:
        """Return the area in which a page begins: extraction prints a box behind all text of its page."""
        count = len(self.text.blocks)
        opening = next((n for n, block in enumerate(self.text.blocks) if block.last.number >= top), count)
        heads = list(takewhile(lambda n: n in self.text.outline.headings, range(opening, count)))
        begun = [n for n in heads if n in self.areas]
        if not begun and any(n in self.text.outline.titles for n in heads):
            begun = [n for n in self.areas if n >= opening and self._line(n) < line]
        return begun[0] if begun else self._last(top, self.areas)

    def _last(self, line: int, headings: Sequence[int]) -> int | None:
        return max((n for n in headings if self._line(n) < line), default=None)

    def _line(self, n: int) -> int:
        return self.text.blocks[n].first.number

    def _like(self, area: str) -> int | None:
        """Return the heading most like the name of an area, where wraps left their hyphens."""
        scores = {n: fuzz.ratio(_folded(area), _folded(self.name(n))) for n in self.headings}
        best = max(scores, key=lambda n: scores[n], default=None)
        return best if best is not None and scores[best] >= _LIKENESS else None


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())
