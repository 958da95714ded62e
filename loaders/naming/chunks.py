"""A phrase cut into chunks, each with a one-letter class, so that the grammar of actors can be written as patterns.

| class | chunk | class | chunk |
|---|---|---|---|
| N | a name of the registers | D | a number |
| P | a municipality's bare name | Q | alle, relevante, de, ... |
| S | a hospital's bare name | A | a planning area |
| K | kommune, kommuner, ... | E | regionen |
| H | hospital, sygehuse, ... | i | a preposition |
| C | psykiatriske centre | L | a lead-in |
| Y | psykiatrien | V | a verb or the like |
| G | practice professionals | W | another word with a capital |
| U | a unit's head noun | w | another word |
| F B | people who are no organisation; citizens | f m r | for, med, repræsenteret ved |
| & | og, samt, eller | , - ( ) : . | marks; "/" counts as ",", ";" as ":" |
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from samspil.loaders.naming.names import Match, Names
from samspil.loaders.naming.tokens import Token, tokens, ungenitive
from samspil.ontology.numerals import COUNTS
from samspil.ontology.register import Entry

# What stands between the items of a list.
SEP = r"(?:[,&]+)"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a phrase: its class, its text with offsets, and what it names."""

    kind: str
    text: str
    start: int
    end: int
    entry: Entry | None = None
    genitive: bool = False
    number: int | None = None
    misspelt: bool = False

    @property
    def fold(self) -> str:
        """Return the text in lower case."""
        return self.text.casefold()

    @property
    def definite(self) -> bool:
        """Whether a noun carries the definite article: "kommunerne"."""
        return self.fold.rstrip("s").endswith(("rne", "ne", "en"))


@cache
def phrases() -> dict[str, Any]:
    """Return the Danish words of `phrases.toml`."""
    return tomllib.loads(files("samspil.loaders.naming").joinpath("phrases.toml").read_text("utf-8"))


_CLASSES = (
    ("C", "psychiatric_centre"),
    ("Y", "psychiatry"),
    ("K", "municipality"),
    ("H", "hospital"),
    ("E", "region"),
    ("A", "planning_area"),
    ("G", "professionals"),
    ("B", "citizens"),
    ("F", "persons"),
    ("L", "lead_in"),
    ("L", "prospective"),
    ("&", "separator"),
    ("Q", "all"),
    ("Q", "some"),
    ("Q", "article"),
    ("i", "preposition"),
    ("f", "for"),
    ("m", "with"),
    ("r", "represented"),
    ("V", "verb"),
    ("U", "unit"),
)


@cache
def _vocabulary() -> tuple[dict[tuple[str, ...], str], tuple[tuple[str, str], ...]]:
    """Return fixed word sequences with their class, and the endings that mark a unit or people."""
    fixed: dict[tuple[str, ...], str] = {}
    endings: list[tuple[str, str]] = []
    for kind, name in _CLASSES:
        for word in phrases()["words"][name]:
            if word.startswith("*"):
                endings.append((word[1:], kind))
            fixed.setdefault(_key(word.lstrip("*")), kind)
    return fixed, tuple(sorted(endings, key=lambda e: -len(e[0])))


def _key(word: str) -> tuple[str, ...]:
    return tuple(t.fold for t in tokens(word) if t.text != ".")


_LONGEST = 6


def chunks(text: str, known: Names) -> list[Chunk]:
    """Return the chunks of a phrase, in order."""
    words = tokens(text)
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        chunk, length = _chunk(text, words, at, known)
        found.append(chunk)
        at += length
    return list(_planning_areas(_hyphenated(text, found)))


def _chunk(text: str, words: Sequence[Token], at: int, known: Names) -> tuple[Chunk, int]:
    token = words[at]
    if not token.is_word:
        kind = {";": ":", "/": ",", "+": "&", "–": "-", "—": "-", "!": ".", "?": "."}.get(token.text, token.text)
        return Chunk(kind, token.text, token.start, token.end), 1
    name = known.match(words, at)
    phrase, length = _fixed(words, at)
    if name and name.length >= length and not (phrase == "G" and name.length == length):
        return _named(text, words, at, "N", name), name.length
    if phrase:
        return _plain(text, words, at, length, phrase), length
    place = known.place(words, at)
    if place:
        return _named(text, words, at, "P", place), place.length
    return _other(text, words, at, known)


def _other(text: str, words: Sequence[Token], at: int, known: Names) -> tuple[Chunk, int]:
    token = words[at]
    if token.text[0].isdigit():
        # "Plan 2.0": what is no whole number counts nothing.
        whole = token.text.isdecimal()
        plain = _plain(text, words, at, 1, "D" if whole else "w")
        return replace(plain, number=int(token.text) if whole else None), 1
    if COUNTS.get(token.fold, 0) > 1:  # "en" is an article
        return replace(_plain(text, words, at, 1, "D"), number=COUNTS[token.fold]), 1
    hospital = known.hospital_at(words[at : at + 1]) if token.capitalised else None
    if hospital:
        return _named(text, words, at, "S", Match(hospital, 1, False)), 1
    for ending, kind in _vocabulary()[1]:
        if token.fold.endswith(ending) or ungenitive(token.fold).endswith(ending):
            return _plain(text, words, at, 1, kind), 1
    return _plain(text, words, at, 1, "W" if token.capitalised else "w"), 1


def _fixed(words: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the class and length of the longest fixed word sequence at a token; genitives count for single nouns."""
    fixed = _vocabulary()[0]
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        part = words[at : at + length]
        key = tuple(t.fold for t in part if t.text != ".")
        if len(key) < length:
            continue
        if key in fixed:
            return fixed[key], length
        last = (*key[:-1], ungenitive(key[-1]))
        if fixed.get(last, "L") in "KHCYEGU":
            return fixed[last], length
    return "", 0


def _plain(text: str, words: Sequence[Token], at: int, length: int, kind: str) -> Chunk:
    start, end = words[at].start, words[at + length - 1].end
    last = words[at + length - 1].fold
    genitive = kind in "KHCYEGU" and ungenitive(last) != last and _key(text[start:end]) not in _vocabulary()[0]
    return Chunk(kind, text[start:end], start, end, genitive=genitive)


def _named(text: str, words: Sequence[Token], at: int, kind: str, match: Match) -> Chunk:
    start, end = words[at].start, words[at + match.length - 1].end
    return Chunk(kind, text[start:end], start, end, match.entry, match.genitive)


def _hyphenated(text: str, found: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks with "Ældre- og Handicapforvaltning" drawn into one, of the last word's class."""
    made: list[Chunk] = []
    for chunk in found:
        opens = len(made) > 1 and made[-1].kind == "&" and made[-2].kind in "Ww" and text[made[-2].end] in "-\u2010"
        if opens and chunk.kind in "WwU":
            first = made[-2]
            del made[-2:]
            kind = "W" if chunk.kind == "w" and first.kind == "W" else chunk.kind
            made.append(replace(chunk, kind=kind, text=text[first.start : chunk.end], start=first.start))
        else:
            made.append(chunk)
    return made


_AREA_NAMES = frozenset({"nord", "syd", "midt", "byen", "øst", "vest", "bornholm", "sydøst", "nordvest"})


def _planning_areas(found: Sequence[Chunk]) -> Iterable[Chunk]:
    """Yield the chunks with an area's own name ("planområde Nord") drawn into its chunk."""
    skip = False
    for chunk, after in zip(found, [*found[1:], None], strict=False):
        if skip:
            skip = False
        elif chunk.kind == "A" and after and after.fold in _AREA_NAMES:
            yield replace(chunk, text=f"{chunk.text} {after.text}", end=after.end)
            skip = True
        else:
            yield chunk
