"""Short names that a document gives its actors: "OUH står for ...", "SUH = ...", "Regionshospitalet Randers (RRA)"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import squeezed
from samspil.loaders.naming.chunks import phrases
from samspil.loaders.naming.names import Names
from samspil.loaders.naming.tokens import Token, tokens

# Letters of which at least two are capitals, or a noun with the article: "Psykiatrien", "Sygehuset".
_ACRONYM = r"[A-ZÆØÅ][A-Za-zÆØÅæøå0-9]{0,5}[A-ZÆØÅ0-9][A-Za-zÆØÅæøå0-9]{0,3}"
_NOUN = r"[A-ZÆØÅ][a-zæøå]+(?:en|et|erne)"
_LONGEST = 9  # words of a name, less one


@cache
def _before() -> re.Pattern[str]:
    means = "|".join(phrases()["declared"]["means"])
    marks = rf"=|:|\s[–-]\s|\b(?:{means})\b"
    return re.compile(rf"(?<![\w-])({_ACRONYM}|{_NOUN})[”\"]?\s*(?:{marks})\s*[”\"]?")


@cache
def _behind() -> re.Pattern[str]:
    called = rf"(?:(?:{'|'.join(phrases()['declared']['called'])})\s+)+"
    bracketed = rf"\((?:{called})?[”\"']?({_ACRONYM})[”\"']?\)"
    return re.compile(rf"\s*(?:{bracketed}|[,(]?\s*{called}[”\"']?({_ACRONYM}|{_NOUN})(?![\w-]))")


def declared(document: Document, known: Names) -> tuple[tuple[str, str], ...]:
    """Return (short name, register key) for each actor with a short name of its own; one given to two is none's."""
    text = squeezed(document.text)
    words = tokens(text)
    found: dict[str, set[str]] = {}
    for short, name, key in (*_explained(text, words, known), *_in_brackets(text, words, known)):
        if _shortens(short, name):
            found.setdefault(short, set()).add(key)
    return tuple((short, keys.pop()) for short, keys in found.items() if len(keys) == 1)


def _shortens(short: str, name: str) -> bool:
    """Whether a short name is one of a name: its letters in their order from the first on, or its head noun."""
    folded = name.casefold()
    if short[1:].islower():
        return folded != short.casefold() and short.casefold()[:-2] in folded
    letters = iter(folded)
    return short[0].casefold() == folded[0] and all(
        letter in letters for letter in short.casefold() if letter.isalpha()
    )


def _explained(text: str, words: Sequence[Token], known: Names) -> Iterator[tuple[str, str, str]]:
    """Yield (short name, name, key) where a short name stands before its meaning."""
    places = {token.start: n for n, token in enumerate(words)}
    for match in _before().finditer(text):
        at = places.get(match.end())
        named = known.match(words, at) if at is not None else None
        if named and at is not None:
            yield match[1], text[words[at].start : words[at + named.length - 1].end], named.entry.key


def _in_brackets(text: str, words: Sequence[Token], known: Names) -> Iterator[tuple[str, str, str]]:
    """Yield the same where it stands behind its meaning, in brackets or as what that is called from there on."""
    places = {token.end: n for n, token in enumerate(words)}
    for match in _behind().finditer(text):
        last = places.get(match.start())
        for first in range(max(0, last - _LONGEST), last + 1) if last is not None else ():
            named = known.match(words, first)
            if named and first + named.length - 1 == last:
                yield match[1] or match[2], text[words[first].start : words[last].end], named.entry.key
                break
