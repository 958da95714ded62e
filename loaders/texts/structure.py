"""The structure of a running text: its blocks, what each is under, and what it announces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from samspil.loaders.files.document import Document, Line, Table
from samspil.loaders.files.passage import Joiner
from samspil.loaders.texts.announce import announced
from samspil.loaders.texts.blocks import Block, blocks
from samspil.loaders.texts.outline import Outline, outline
from samspil.loaders.texts.prose import prose, without_marks

_SECTION = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+[A-ZÆØÅ]")
LISTS = frozenset({"bullet", "number", "letter", "roman", "lost"})


@dataclass(frozen=True)
class Text:
    """A document's blocks with their outline."""

    blocks: tuple[Block, ...]
    outline: Outline
    announces: tuple[str | None, ...]


def parsed(document: Document, joiner: Joiner) -> Text:
    """Return the blocks of a document's running text with their outline."""
    found = prose(document)
    lines = _outside_tables(document, found.lines)
    made = [replace(b, passage=without_marks(b.passage, found.notes)) for b in blocks(document, lines, joiner)]
    items = [_items(made, n) for n in range(len(made))]
    colons = [
        announced(b.text, heading=False, items=items[n]) if not b.form or b.ends else None for n, b in enumerate(made)
    ]
    drawn = outline(made, joiner, [a is not None for a in colons])
    announces = [
        colons[n] or (announced(b.text, heading=True, items=items[n]) if n in drawn.headings else None)
        for n, b in enumerate(made)
    ]
    return Text(tuple(made), drawn, tuple(announces))


def _outside_tables(document: Document, lines: Sequence[Line]) -> list[Line]:
    """Return the lines that stand in no table with columns; one of a single cell is a box around text."""
    tables = (t for t in document.tables if any(len(row) > 1 for row in t.rows) and not is_layout(document, t))
    spans = [t.span for t in tables if len(t.rows) > 1]
    return [line for line in lines if not any(s.start <= line.start < s.end for s in spans)]


def is_layout(document: Document, table: Table) -> bool:
    """Whether a table only sets the headings of sections beside their text: "1.2 Mål" and what stands under it."""
    heads = [document.text[row[0].start : row[0].end].strip() for row in table.rows]
    return 2 * sum(_SECTION.match(head) is not None for head in heads) > len(heads)


def _items(found: Sequence[Block], n: int) -> int:
    """Return how many items of a list, alike in their marks and other than the block, stand right behind a block."""
    form = found[n + 1].form if n + 1 < len(found) else ""
    if form not in LISTS or form == found[n].form:
        return 0
    return sum(1 for _ in takewhile(lambda block: block.form == form, found[n + 1 :]))
