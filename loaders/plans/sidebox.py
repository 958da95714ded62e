"""Narrow boxes at the side of a page, with examples of efforts, and the labels of figures, told apart from the text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import quantiles

from rapidfuzz import fuzz

from samspil.loaders.files.document import Document, Line
from samspil.loaders.files.passage import leads_on, squeezed
from samspil.loaders.plans.boxes import states
from samspil.loaders.plans.sidelines import (
    Chunk,
    area_of,
    box_words,
    chunked,
    is_bare_word,
    is_head,
    is_marker,
    is_of_head,
    named,
    plain,
)
from samspil.loaders.texts.announce import announced

_APART = re.compile(r"\S\s{4,}\S")
_WIDEST, _SHARE = 36, 0.4  # letters of a box's line, and what share of the text's width it may take
_SLACK = 3  # letters by which a box without a head may be wider than those that have one
_GAP, _FIGURE = 2, 2  # blank lines between two items; labels that end a page with a figure
_FEW_WORDS = 3  # of a heading that its word tells
_SAME = 88.0  # rapidfuzz ratio (0 to 100) of an area's heading and its name in a box's head


@dataclass(frozen=True)
class Sides:
    """The chunks of each box, those of boxes within the text, the labels of figures, and the first lines of pages."""

    boxes: tuple[list[Chunk], ...]
    within: tuple[list[Chunk], ...]
    labels: tuple[Chunk, ...]
    tops: tuple[int, ...]


def sides(document: Document, lines: Sequence[Line]) -> Sides:
    """Return what extraction left of the boxes at the sides of the running text; a Word file has them in tables."""
    chunks = list(named(chunked(document, lines)))
    tops = tuple(chunk.lines[0].number for chunk in chunks if chunk.top)
    if document.format == "docx":
        return Sides((), (), (), tops)
    width = _width(lines)
    anchored = list(_anchored(chunks, width))
    bare = list(_bare(chunks, anchored))
    labels = tuple(_labels(chunks, width))
    return Sides((*anchored, *bare), tuple([chunk] for chunk in _within(chunks, anchored)), labels, tops)


def _width(lines: Sequence[Line]) -> int:
    """Return how wide a box's line may be: the text's own lines are far wider."""
    lengths = [len(squeezed(line.text)) for line in lines if line.text.strip()]
    return min(_WIDEST, int(_SHARE * quantiles(lengths, n=10)[-1])) if len(lengths) > 1 else _WIDEST


def _anchored(chunks: Sequence[Chunk], width: int) -> Iterator[list[Chunk]]:
    """Yield the chunks of each box that a head or the word for examples marks as one."""
    names = [plain(area) for chunk in chunks if chunk.within(width) and (area := area_of(chunk))]
    for n, chunk in enumerate(chunks):
        head, marker = is_head(chunk), is_marker(chunk.folded)
        if chunk.taken or not chunk.within(width) or not (head or marker):
            continue
        after = n + 1 + (head and n + 1 < len(chunks) and is_marker(chunks[n + 1].folded))
        after += marker and after < len(chunks) and bool(chunks[after].name)
        if (marker or chunk.name) and after < len(chunks) and chunks[after].bulleted:
            continue  # a list in the text
        numbered = any(part.numbered for part in chunks[n:after])
        below = _without_heading(list(_run(chunks, range(after, len(chunks)), width, names)), chunks, numbered)
        above = list(_run(chunks, range(n - 1, -1, -1), width, names)) if not chunk.top else []
        if n > len(above) and _is_caption(chunks[n - len(above) - 1]):
            above = []
        if above or below:
            first = n - 1 if not above and n and is_bare_word(chunks[n - 1]) else n
            yield _taken([*reversed(above), *chunks[first:after], *below])


def _taken(part: list[Chunk]) -> list[Chunk]:
    for chunk in part:
        chunk.taken = True
    return part


def _run(chunks: Sequence[Chunk], order: range, width: int, names: Sequence[str]) -> Iterator[Chunk]:
    """Yield the items from one place on, downwards or upwards, as far as they reach."""
    for n in order:
        chunk, upwards = chunks[n], order.step < 0
        nearer = chunks[n + 1] if upwards else chunk
        far = nearer.top or nearer.gap > _GAP + 2 * (n == order[0])
        heading = any(fuzz.ratio(plain(chunk.folded), name) >= _SAME for name in names)
        if far or heading or not _may_be_item(chunk, width) or (upwards and chunk.bulleted):
            return
        yield chunk


def _may_be_item(chunk: Chunk, width: int) -> bool:
    fits = (chunk.within(width) and not chunk.indented) or chunk.bulleted
    leads = chunk.text.endswith(":") and announced(chunk.text, heading=False, items=1)
    other = leads or box_words()["other"].match(chunk.folded) or is_of_head(chunk) or states(chunk.text)
    return fits and not other and not chunk.taken and (chunk.text[0].isupper() or chunk.bulleted)


def _without_heading(items: list[Chunk], chunks: Sequence[Chunk], numbered: bool) -> list[Chunk]:
    """Drop the heading of the text that follows: a line behind the items that stands further off, or above policy.

    Where the headings of areas are `numbered`, a line without a number is none of them.
    """
    if len(items) < 2 or len(items[-1].lines) > 1:
        return items
    at = next(n for n, c in enumerate(chunks) if c is items[-1]) + 1
    follows = at < len(chunks) and not chunks[at].top
    apart = items[-1].gap > max(c.gap for c in items[1:-1] or items[:1])
    return items[:-1] if follows and (apart or (not numbered and _heads(items[-1], chunks[at]))) else items


def _heads(chunk: Chunk, after: Chunk) -> bool:
    """Whether a line is the heading of an area, whose policy stands below, or of a part of the text by its word."""
    word = announced(chunk.text, heading=True, items=0) if len(chunk.text.split()) < _FEW_WORDS else None
    return word is not None or states(after.text)


def _bare(chunks: Sequence[Chunk], anchored: Sequence[Sequence[Chunk]]) -> Iterator[list[Chunk]]:
    """Yield boxes without a head: wrapped as narrowly as the others, behind the first of them, at the end of a page."""
    for run in _runs(chunks, _fitting(chunks, anchored)):
        wrapped = any(len(chunk.lines) > 1 for chunk in run) and not any(chunk.bulleted for chunk in run)
        if wrapped and _ends_page(chunks, run):
            yield _taken(run)


def _within(chunks: Sequence[Chunk], anchored: Sequence[Sequence[Chunk]]) -> Iterator[Chunk]:
    """Yield items that extraction left between paragraphs: their words go on over a wrap, and end no sentence."""
    fits = _fitting(chunks, anchored)
    for chunk in (chunk for chunk in chunks if len(chunk.lines) > 1 and not chunk.bulleted and fits(chunk)):
        if all(is_open(before, here) for before, here in pairwise(chunk.texts)) and chunk.text[-1] not in ".:,;?":
            yield from _taken([chunk])


def _fitting(chunks: Sequence[Chunk], anchored: Sequence[Sequence[Chunk]]) -> Callable[[Chunk], bool]:
    """Return what tells items without a head: they are narrow, behind the first box, above their page's figure."""
    found = [text for part in anchored for chunk in part for text in chunk.texts if not chunk.bulleted]
    start = min((part[0].lines[0].number for part in anchored), default=0)
    figures = {chunk.page: chunk.lines[0].number for chunk in reversed(chunks) if _is_caption(chunk)}
    width = _SLACK + max(map(len, found), default=-_SLACK)
    return lambda c: start < c.lines[0].number < figures.get(c.page, inf) and _may_be_item(c, width)


def _runs(chunks: Sequence[Chunk], fits: Callable[[Chunk], bool]) -> Iterator[list[Chunk]]:
    """Yield the chunks that fit in their runs, which end with a page."""
    run: list[Chunk] = []
    for chunk in chunks:
        fitting = fits(chunk)
        if run and (not fitting or chunk.top):
            yield run
            run = []
        run += [chunk] if fitting else []
    if run:
        yield run


def _ends_page(chunks: Sequence[Chunk], run: Sequence[Chunk]) -> bool:
    """Whether a box or a page's top stands behind some chunks, or the text's end."""
    at = next(n for n, chunk in enumerate(chunks) if chunk is run[-1]) + 1
    return at == len(chunks) or chunks[at].top or chunks[at].indented or chunks[at].taken


def _is_caption(chunk: Chunk) -> bool:
    return box_words()["caption"].match(chunk.folded) is not None


def _labels(chunks: Sequence[Chunk], width: int) -> Iterator[Chunk]:
    """Yield the labels of figures: short ones that end a page with a caption, or some that blanks part on one line."""
    figures = {chunk.page: chunk.lines[0].number for chunk in reversed(chunks) if _is_caption(chunk)}
    behind = {c.lines[0].number for c in chunks if figures.get(c.page, c.lines[0].number) < c.lines[0].number}
    free = {n for c in chunks if (n := c.lines[0].number) in behind and not (c.taken or c.indented or c.bulleted)}
    for run in _runs(chunks, lambda c: c.lines[0].number in free and c.within(width)):
        yield from run if len(run) >= _FIGURE and _ends_page(chunks, run) else ()
    yield from (c for c in chunks if c.lines[0].number in free and len(c.lines) == 1 and _APART.search(c.lines[0].text))


def is_open(before: str, here: str) -> bool:
    """Whether an item goes on: with a small letter, or behind a word that ends none."""
    return not here[0].isupper() or before.endswith(("-", ":", ",")) or leads_on(before)
