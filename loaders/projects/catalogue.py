"""The overview table that may open a catalogue of proposals: key, parties, topic, under a heading for each theme.

Extraction prints a row's key, parties and topic in changing order; what is certain is that the keys come in order
and that the parties stand behind their key.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from samspil.loaders.files.document import Line, Span
from samspil.loaders.files.passage import EMPTY, Joiner, Passage, squeezed

_THEME = re.compile(
    r"(?:projekt(?:er|forslag)?|forslag|indsatser|ansøgninger)\s+(?:inden\s?for|vedrørende|om|til)\s+(?:området\s+)?(.+)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[A-ZÆØÅ]")
_MAX_GAP = 5  # keys that a sequence may lack between two
_CELL = re.compile(r"\S+")
_TITLE_WEIGHT = 0.6  # characters that one point of likeness (of 100) is worth


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: its key, the parties' cell, the topic if it stands behind them, the theme, what is applied for."""

    key: str
    parties: Passage
    topic: Passage
    theme: str | None
    amount: Passage = EMPTY


@dataclass(frozen=True, slots=True)
class Marks:
    """How a row's words are judged: which head opens a table, and how many characters of a text are actors' names."""

    is_head: Callable[[str], bool]
    named: Callable[[str], int]


def entries(lines: Sequence[Line], titles: Mapping[str, str], joiner: Joiner, marks: Marks) -> list[Entry]:
    """Return the overview's rows for the keys (and titles) of the descriptions; none where there is no overview."""
    heads = [n for n, line in enumerate(lines) if marks.is_head(squeezed(line.text))]
    made: list[Entry] = []
    rest = _with_gaps(list(titles))
    for n, head in enumerate(heads):
        stop = heads[n + 1] if n + 1 < len(heads) else len(lines)
        found = _rows(lines[head + 1 : stop], rest, titles)
        theme = _theme(lines, head)
        for key, words in found:
            parties, topic = _divided(words, titles.get(key, ""), joiner, marks)
            made.append(Entry(key, parties, topic, theme))
            rest.remove(key)
    return made


def _with_gaps(keys: Sequence[str]) -> list[str]:
    """Return the keys of the descriptions and, in their places, those that the sequence lacks."""
    full: list[str] = []
    for before, key in zip(["", *keys], keys, strict=False):
        full += [*_between(before, key), key]
    return full


def _between(first: str, second: str) -> list[str]:
    """Return the keys between two numbers or two single letters; none where a key is of another kind."""
    if second.isdecimal() and (first.isdecimal() or not first):
        missing = [str(n) for n in range(int(first or 0) + 1, int(second))]
    elif _LETTER.fullmatch(first or "A") and _LETTER.fullmatch(second):
        missing = [chr(n) for n in range(ord(first) + 1 if first else ord("A"), ord(second))]
    else:
        missing = []
    return missing if len(missing) <= _MAX_GAP else []


def _rows(lines: Sequence[Line], keys: Sequence[str], described: Collection[str]) -> list[tuple[str, list[Span]]]:
    """Return each key found, in order, with the words from behind it to the end of the line before the next key."""
    words = [(line, m) for line in lines for m in _CELL.finditer(line.text)]
    places: list[tuple[str, int]] = []
    at = 0
    for key in keys:
        hit = next((n for n in range(at, len(words)) if _is_key(words, n, key, key in described)), None)
        if hit is None:
            continue
        places.append((key, hit))
        at = hit + 1
    made = []
    for (key, hit), (_, end) in zip(places, [*places[1:], ("", len(words))], strict=False):
        spans = [Span(line.start + m.start(), line.start + m.end()) for line, m in words[hit + 1 : end]]
        last = words[end][0] if end < len(words) else None
        kept = [s for s in spans if last is None or s.start < last.start or words[hit][0] is last]
        made.append((key, kept))
    return made


def _is_key(words: Sequence[tuple[Line, re.Match[str]]], n: int, key: str, described: bool) -> bool:
    """Whether a word is a row's key: its line's first or before a capital; alone, if nothing is so described."""
    line, match = words[n]
    if match.group().rstrip(".:)") != key:
        return False
    first = not line.text[: match.start()].strip()
    if not described:
        return line.text.strip() == match.group()
    after = words[n + 1][1].group() if n + 1 < len(words) else ""
    return first or after[:1].isupper()


def _divided(words: Sequence[Span], title: str, joiner: Joiner, marks: Marks) -> tuple[Passage, Passage]:
    """Return parties and topic of a row's words: the division after which least of the parties' names stand."""
    if not words:
        return joiner.join([]), joiner.join([])
    text = joiner.document.text
    places = [n for n in range(1, len(words)) if _may_begin(text, words, n)]
    best = max([len(words), *places], key=lambda n: _worth(words, n, title, joiner, marks))
    return joiner.join(_lines(text, words[:best])), joiner.join(_lines(text, words[best:]))


def _may_begin(text: str, words: Sequence[Span], n: int) -> bool:
    before = text[words[n - 1].start : words[n - 1].end]
    joined = before[-1] in "-/,(" or before.casefold() in ("og", "samt", "i", "af", "for", "med", "til", "på", "eller")
    return text[words[n].start].isupper() and not joined


def _worth(words: Sequence[Span], n: int, title: str, joiner: Joiner, marks: Marks) -> float:
    """Return how well parties and topic are divided: names before, and behind what the description's title says."""
    text = joiner.document.text
    parties = joiner.join(_lines(text, words[:n])).text
    topic = joiner.join(_lines(text, words[n:])).text
    named = marks.named(parties)
    likeness = _TITLE_WEIGHT * fuzz.ratio(topic.casefold(), title.casefold()) if topic else 0.0
    return named - 0.6 * (len(parties) - named) - 0.4 * marks.named(topic) + likeness


def _lines(text: str, words: Sequence[Span]) -> list[Span]:
    """Return the words drawn together to one range a printed line."""
    spans: list[Span] = []
    for word in words:
        if spans and "\n" not in text[spans[-1].end : word.start]:
            spans[-1] = Span(spans[-1].start, word.end)
        else:
            spans.append(word)
    return spans


def _theme(lines: Sequence[Line], head: int) -> str | None:
    """Return the heading above a table's head, without its opening words ("Projektforslag inden for")."""
    above = [squeezed(line.text) for line in lines[max(0, head - 5) : head] if line.text.strip()]
    if not above or len(above[-1]) > 90 or above[-1].endswith((".", ",")):
        return None
    match = _THEME.match(above[-1])
    return (match[1] if match else above[-1]).strip(" :")
