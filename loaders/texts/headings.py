"""Headed records in a document: "Projekt A: ...", "Forslag 3 - ...", "Projekttitel: ..."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samspil.loaders.files.document import Line, Span
from samspil.loaders.files.passage import Joiner, Passage, leads_on
from samspil.loaders.texts.fields import Labels, fields

_MIN_FIELDS = 2
_MAX_TITLE_LINES = 6
# A line shorter than this share of the longest is the last of its paragraph.
_SHORT = 0.62


_Hit = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A headed record: its printed key ("" if it has none), its title and the lines below it."""

    key: str
    title: Passage
    head: Line
    lines: tuple[Line, ...]


class Heads:
    """The words that open a record in a genre."""

    def __init__(self, words: Sequence[str], titles: Sequence[str]) -> None:
        named = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        self._keyed = re.compile(
            rf"\W{{0,3}}(?:{named})\s*(?:nr\.?\s*|nummer\s*)?([A-ZÆØÅ]\d?|\d{{1,4}}[-/.]\d{{1,4}}|\d{{1,3}}|[IVX]{{1,5}})(?:\s*[:.)–—-]+\s*|\s*$|\s{{2,}})",
            re.IGNORECASE,
        )
        self._bare = re.compile(r"\s{0,3}([A-ZÆØÅ]|[a-zæøå](?=\))|\d{1,2}|[IVX]{1,5})[:.)]\s+(?=[A-ZÆØÅ”\"])")
        titled = "|".join(sorted(map(re.escape, titles), key=len, reverse=True))
        self._titled = re.compile(rf"\W{{0,3}}(?:{titled})\s*:\s*", re.IGNORECASE)
        self._label = re.compile(rf"\W{{0,3}}(?:\d+[.)]\s*)?(?:{titled})(?:\s*:\s*|\s*$|\s{{2,}})", re.IGNORECASE)

    def label(self, line: str) -> int | None:
        """Return where the title begins in a line that a label for it opens, None without one."""
        match = self._label.match(line.replace("\u00a0", " ").replace("\f", " "))
        return match.end() if match else None

    def at(self, line: str) -> _Hit | None:
        """Return (key, place of the title in the line, form) where a line opens a record."""
        text = line.replace("\u00a0", " ").replace("\f", " ")
        for form, pattern in (("keyed", self._keyed), ("titled", self._titled), ("bare", self._bare)):
            match = pattern.match(text)
            if match:
                return (match[1] if form != "titled" else ""), match.end(), form
        return None


def records(lines: Sequence[Line], heads: Heads, labels: Labels, joiner: Joiner) -> list[Record]:
    """Return the records of a document: of the forms of heading, the one under which most fields stand."""
    best: list[Record] = []
    for form in ("keyed", "titled", "bare"):
        found = _records(lines, heads, labels, joiner, form)
        if len(found) > len(best):
            best = found
    return best


def _records(lines: Sequence[Line], heads: Heads, labels: Labels, joiner: Joiner, form: str) -> list[Record]:
    opened = [(n, hit) for n, line in enumerate(lines) if (hit := heads.at(line.text)) and hit[2] == form]
    kept = [(n, hit) for (n, hit), end in _bounded(opened, len(lines)) if _has_fields(lines[n + 1 : end], labels)]
    made: list[Record] = []
    for (n, hit), end in _bounded(kept, len(lines)):
        start, place = _labelled(lines, n, end, heads) or (n, hit[1])
        title, below = _title(lines[:end], start, place, labels)
        made.append(Record(hit[0], joiner.join(title), lines[n], tuple(lines[below:end])))
    return made


def _labelled(lines: Sequence[Line], n: int, end: int, heads: Heads) -> tuple[int, int] | None:
    """Return the line and place of a title that has a label of its own right below the record's number."""
    below = next((m for m in range(n + 1, end) if lines[m].text.strip()), None)
    place = heads.label(lines[below].text) if below is not None else None
    return (below, place) if below is not None and place is not None else None


def _bounded(opened: Sequence[tuple[int, _Hit]], end: int) -> list[tuple[tuple[int, _Hit], int]]:
    """Return each opening with the index of the line where the next one begins."""
    ends = [*(n for n, _ in opened[1:]), end]
    return list(zip(opened, ends, strict=False))


def _has_fields(lines: Sequence[Line], labels: Labels) -> bool:
    return len({f.name for f in fields(lines, labels)}) >= _MIN_FIELDS


def _title(lines: Sequence[Line], at: int, place: int, labels: Labels) -> tuple[list[Span], int]:
    """Return the ranges of a title and the index of the line behind it.

    A title ends at a label, and at a blank or short line, unless what follows goes on in lower case.
    """
    first = lines[at]
    spans = [Span(first.start + place, first.start + len(first.text))]
    usual = max(len(line.text.rstrip()) for line in lines)
    ended = len(first.text.rstrip()) < _SHORT * usual and not _breaks_off(first.text)
    titled = bool(first.text[place:].strip())
    n = at + 1
    while n < len(lines) and len(spans) <= _MAX_TITLE_LINES:
        text = lines[n].text.strip()
        if text and (labels.at(lines[n].text) or (titled and ended and not _goes_on(text))):
            break
        if text:
            spans.append(Span(lines[n].start, lines[n].start + len(lines[n].text)))
            titled = True
        ended = not text or (len(lines[n].text.rstrip()) < _SHORT * usual and not _breaks_off(text))
        n += 1
    return spans, n


def _goes_on(text: str) -> bool:
    return text[0].islower() or text[0] == "("


def _breaks_off(text: str) -> bool:
    """Whether a line cannot be a title's last: it ends in a hyphen or a word that leads on."""
    return text.rstrip().endswith("-") or leads_on(text.rstrip())
