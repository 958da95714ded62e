"""The words of a printed page in rows: what stands side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box on the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


Slab = list[Word]
Interval = tuple[float, float]


def slabbed(words: Iterable[Word]) -> list[Slab]:
    """Return the words in rows: a word whose middle lies within the height of a row's first word belongs to it."""
    found: list[Slab] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom) / 2):
        middle = (word.top + word.bottom) / 2
        if found and _spans(found[-1], middle):
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(slab, key=lambda word: word.x0) for slab in found]


def _spans(slab: Slab, middle: float) -> bool:
    # The tallest word, since a raised footnote mark may come first.
    tallest = max(slab, key=lambda word: word.bottom - word.top)
    return tallest.top <= middle < tallest.bottom


def printed(slab: Slab) -> str:
    """Return a row's text; a soft hyphen at its end is printed as a hyphen."""
    text = " ".join(word.text for word in slab if word.text)
    return text[:-1] + "-" if text.endswith("\u00ad") else text


def top(slab: Slab) -> float:
    """Return where a row begins on the page."""
    return min(word.top for word in slab)


def bottom(slab: Slab) -> float:
    """Return where a row ends on the page."""
    return max(word.bottom for word in slab)


def height(rows: Sequence[Slab]) -> float:
    """Return how tall the words usually are."""
    tall = sorted(word.bottom - word.top for slab in rows for word in slab)
    return tall[len(tall) // 2]


def joined(rows: Iterable[Slab]) -> list[Word]:
    """Return the words of rows."""
    return [word for row in rows for word in row]


def gaps(words: Sequence[Word], least: float) -> list[Interval]:
    """Return the white, at least as many points wide, between words from left to right."""
    found, end = [], words[0].x1
    for word in words[1:]:
        if word.x0 - end >= least:
            found.append((end, word.x0))
        end = max(end, word.x1)
    return found


def has_room(above: Slab, line: Slab, right: float, space: float) -> bool:
    """Whether the row above, which might reach as far as `right`, has room left for a row's first word and a space."""
    return above[-1].x1 + space + line[0].x1 - line[0].x0 < right
