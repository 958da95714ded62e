"""The outline of a text: which blocks head a numbered section or stand as a heading, and what each block is under."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.records import Section
from samspil.loaders.texts.blocks import Block

_DOTTED = re.compile(
    r"(?:(?:kapitel|afsnit|punkt|kap\.|pkt\.|§)\s*)?((?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2})+)\.?(?!\d)[\s:|–-]*(?=[A-ZÆØÅ”\"])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:kapitel|kap\.|afsnit|punkt|pkt\.|del)\s+(\d{1,2}|[IVX]{1,5}|[A-Z])\s*(?:[:.–—-]+\s*|\s+|$)(?!\d)",
    re.IGNORECASE,
)
_BARRED = re.compile(r"(\d{1,2}|[IVX]{1,5})\s*\|\s+(?=[A-ZÆØÅ”\"])")
_BARE = re.compile(r"(\d{1,2}|[IVX]{1,5})\s+(?=[A-ZÆØÅ”\"])")
_CAPTION = re.compile(r"(?:figur|tabel|boks|billede|kilde)\b", re.IGNORECASE)
_NEAR = 4  # lines between two items of a list; a table may stand between two headings
_LEAD_WORDS = 5  # a heading of more with a colon is a lead-in
_LONGEST_TITLE, _LONGEST_HEADING, _WORDS = 150, 110, 14


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the number and title of its section, the unnumbered heading nearest above, if any."""

    section: str | None = None
    title: str | None = None
    heading: str | None = None

    @property
    def chapter(self) -> str | None:
        """Return the number of the top-level section."""
        return self.section.split(".")[0] if self.section else None

    @property
    def nearest(self) -> str | None:
        """Return the nearest heading above."""
        return self.heading or self.title


@dataclass(frozen=True)
class Outline:
    """The place of each block, the indices of those that are headings (`late` ones stand behind their first words).

    `titles` holds the titles of numbered sections by the index of their heading.
    """

    places: tuple[Place, ...]
    sections: tuple[Section, ...]
    headings: frozenset[int]
    late: frozenset[int]
    titles: Mapping[int, Passage]


@dataclass(frozen=True, slots=True)
class _Head:
    number: str
    title: Passage


def outline(found: Sequence[Block], joiner: Joiner, announces: Sequence[bool]) -> Outline:
    """Return the outline of some blocks; `announces` says which of them announce a list."""
    heads = _numbered(found, announces)
    places: list[Place] = []
    headings: set[int] = set()
    late: set[int] = set()
    here = Place()
    for n, block in enumerate(found):
        if n in heads:
            headings.add(n)
            if _is_late(heads[n].number, here.section):
                late.add(n)
                _give_back(found, places, headings, _place(heads[n]))
            else:
                here = _place(heads[n])
        elif is_heading(found, n) and not announces[n] and not (n and announces[n - 1]):
            headings.add(n)
            here = Place(here.section, here.title, block.text)
        places.append(here)
    sections = _sections(heads, joiner)
    titles = {n: head.title for n, head in heads.items()}
    return Outline(tuple(places), sections, frozenset(headings), frozenset(late), titles)


def _is_late(number: str, current: str | None) -> bool:
    """Whether a heading is of the section that the current one is part of: extraction printed it behind its text."""
    return current is not None and current != number and current.startswith(number + ".")


def _place(head: _Head) -> Place:
    return Place(head.number, head.title.text)


def _give_back(found: Sequence[Block], places: list[Place], headings: set[int], place: Place) -> None:
    """Give a late heading what stands above its first part: the blocks from the top of their page."""
    inner = next(n for n, p in enumerate(places) if (p.section or "").startswith(f"{place.section}."))
    top = next((n for n in range(inner - 1, 0, -1) if _is_top(found[n]) or n in headings), inner)
    if _is_top(found[top]) and top not in headings and not _is_top(found[inner]):
        places[top:inner] = [place] * (inner - top)


def _is_top(block: Block) -> bool:
    """Whether a block begins a page: a form feed stands before it, or the space that is left of one."""
    return not block.form and block.first.text[:1] in ("\f", " ")


def _sections(heads: dict[int, _Head], joiner: Joiner) -> tuple[Section, ...]:
    made: dict[str, Section] = {}
    for head in heads.values():
        made.setdefault(head.number, Section(head.number, head.title.text, joiner.evidence(head.title)))
    return tuple(made.values())


def _numbered(found: Sequence[Block], announces: Sequence[bool]) -> dict[int, _Head]:
    """Return the blocks that head a numbered section, by index."""
    heads: dict[int, _Head] = {}
    for n, block in enumerate(found):
        for pattern in (_DOTTED, _NAMED, _BARRED):
            match = pattern.match(block.text)
            title = block.passage.slice(match.end()) if match else None
            if match and title and _is_title(title):
                heads.setdefault(n, _Head(match[1], title))
    if all("." in head.number for head in heads.values()):
        parts = {head.number.split(".")[0] for head in heads.values()}
        chains = [_chain(found, _whole(found, announces, form), parts) for form in ("number", "roman", "bare")]
        longest = max(chains, key=len)
        heads |= longest
    return dict(sorted(heads.items()))


def _whole(found: Sequence[Block], announces: Sequence[bool], form: str) -> dict[int, _Head]:
    """Return the blocks that may head a chapter numbered in one form: `1. Title`, `I. Title`, `1 Title`."""
    made: dict[int, _Head] = {}
    for n, block in enumerate(found):
        match = _BARE.match(block.text) if form == "bare" and not block.form else None
        if match:
            made[n] = _Head(match[1], block.passage.slice(match.end()))
        elif block.form == form:
            made[n] = _Head(block.mark, block.passage)
    between = [found[n + 1 : m] for n, m in pairwise(made)]
    if form == "roman" and between and all(part and all(b.form == "letter" for b in part) for part in between):
        return {}  # a list with a list in each item
    return {n: head for n, head in made.items() if _is_title(head.title) and _stands_apart(found, made, n, announces)}


def _chain(found: Sequence[Block], possible: dict[int, _Head], parts: set[str]) -> dict[int, _Head]:
    """Return the headings 1, 2, 3, ... in their order with text between them; none where they are a mere list.

    A chain may skip a number that no heading has, also the first, if sections within that chapter are found (`parts`).
    """
    best: list[int] = []
    for start in (n for n, head in possible.items() if _value(head.number) == 1 or _opens(head.number, parts)):
        chain, number = [start], _value(possible[start].number)
        for n, head in possible.items():
            if (
                _has_text_between(found, chain[-1], n)
                and _value(head.number) in (number + 1, number + 2)
                and (_value(head.number) == number + 1 or head.number in parts)
            ):
                chain.append(n)
                number = _value(head.number)
        best = max(best, chain, key=len)
    return {n: possible[n] for n in best} if len(best) > 1 else {}


def _opens(number: str, parts: set[str]) -> bool:
    """Whether a chapter is the second and the first is known by its sections alone."""
    return number == "2" and {"1", "2"} <= parts


def _stands_apart(found: Sequence[Block], marked: dict[int, _Head], n: int, announces: Sequence[bool]) -> bool:
    """Whether a marked block is no item of a list: no neighbour counts on with it, and nothing announces it."""
    return (
        not _counts_on(found, marked, n) and not _counts_on(found, marked, n - 1) and not (n > 0 and announces[n - 1])
    )


def _counts_on(found: Sequence[Block], marked: dict[int, _Head], n: int) -> bool:
    """Whether two blocks one after the other are numbered on."""
    beside = n in marked and n + 1 in marked and not _has_text_between(found, n, n + 1)
    return beside and _value(marked[n + 1].number) == _value(marked[n].number) + 1


def _has_text_between(found: Sequence[Block], n: int, m: int) -> bool:
    """Whether text, or a table that gives no blocks, stands between two blocks."""
    return m > n + 1 or (m == n + 1 and found[m].first.number - found[n].last.number > _NEAR)


def _value(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    values = [{"I": 1, "V": 5, "X": 10}.get(char, 0) for char in mark.upper()] + [0]
    return sum(-a if a < b else a for a, b in pairwise(values))


def _is_title(title: Passage) -> bool:
    text = title.text
    begun = text[:1].isupper() or text[:1] in '”"0123456789'
    return begun and len(text) <= _LONGEST_TITLE and not text.endswith(".") and len(sentences(title)) == 1


def is_heading(found: Sequence[Block], n: int) -> bool:
    """Whether a block is an unnumbered heading: short, no sentence, above text."""
    block = found[n]
    text = block.text
    if block.form or text.endswith((".", ",", ";", "-", "!", ")")) or not (text[0].isupper() or text[0] in '”"'):
        return False
    if text.endswith(":") and len(text.split()) > _LEAD_WORDS:
        return False
    if len(text) > _LONGEST_HEADING or len(text.split()) > _WORDS or len(sentences(block.passage)) > 1:
        return False
    if _CAPTION.match(text):
        return False
    return n + 1 < len(found) and len(block.lines) < 3
