"""Records in a document, headed "Projekt A: ...", "Forslag 3 - ..." or "Projekttitel: ...", or of a form of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from samspil.loaders.files.document import Line, Span
from samspil.loaders.files.passage import Joiner, Passage, leads_on
from samspil.loaders.texts.fields import Labels, fields
from samspil.loaders.texts.forms import Form

_MIN_FIELDS = 2
_MAX_TITLE_LINES = 6
# A line shorter than this share of the longest is the last of its paragraph.
_SHORT = 0.62
_COUNTED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})?)\.?\s+(?=[A-ZÆØÅ])")
_KEY = r"[A-ZÆØÅ]\d?|\d{1,4}[-/.]\d{1,4}|\d{1,3}|[IVX]{1,5}"


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
            rf"\W{{0,3}}(?:{named})\s*(?:nr\.?\s*|nummer\s*)?({_KEY})(?![-/.]\d)(?:\s*[:.)–—-]+\s*|\s*$|\s{{2,}})",
            re.IGNORECASE,
        )
        self._loose = re.compile(
            rf"\W{{0,3}}(?:{named})\s*(?:nr\.?\s*|nummer\s*)?({_KEY})\s+(?=(?-i:[A-ZÆØÅ”\"]))", re.IGNORECASE
        )
        self._inside = re.compile(rf"\b(?:{named})\s*(?:nr\.?\s*|nummer\s*)?(?P<key>{_KEY})\b", re.IGNORECASE)
        self._bare = re.compile(r"\s{0,3}([A-ZÆØÅ]|[a-zæøå](?=\))|\d{1,2}|[IVX]{1,5})[:.)]\s+(?=[A-ZÆØÅ”\"])")
        titled = "|".join(sorted(map(re.escape, titles), key=len, reverse=True))
        self._titled = re.compile(rf"\W{{0,3}}(?:{titled})\s*:\s*", re.IGNORECASE)
        self._label = re.compile(rf"\W{{0,3}}(?:\d+[.)]\s*)?(?:{titled})(?:\s*:\s*|\s*$|\s{{2,}})", re.IGNORECASE)

    def label(self, line: str) -> int | None:
        """Return where the title begins in a line that a label for it opens, None without one."""
        match = self._label.match(line.replace("\u00a0", " ").replace("\f", " "))
        return match.end() if match else None

    def inside(self, line: str) -> str:
        """Return the key that a line tells at any place ("Ansøgningsskema – ansøgning A"), "" without one."""
        match = self._inside.search(line)
        return match["key"] if match else ""

    def opening(self, line: str) -> tuple[str, int]:
        """Return the key that a title begins with, "" without one, and where the title itself begins."""
        hit, found = self.at(line), self._loose.match(line) or _COUNTED.match(line)
        return hit[:2] if hit else (found[1], found.end()) if found else ("", 0)

    def at(self, line: str) -> _Hit | None:
        """Return (key, place of the title in the line, way of opening) where a line opens a record."""
        text = line.replace("\u00a0", " ").replace("\f", " ")
        for way, pattern in (("keyed", self._keyed), ("titled", self._titled), ("bare", self._bare)):
            match = pattern.match(text)
            if match:
                return (match[1] if way != "titled" else ""), match.end(), way
        return None


def records(
    lines: Sequence[Line], heads: Heads, labels: Labels, joiner: Joiner, form: Form | None = None
) -> list[Record]:
    """Return the records of a document: of the ways to open them, the one under which most fields stand.

    A document's own `form` comes first where it has a label for the title, else last.
    """
    made = _of_form(lines, form, heads, labels, joiner) if form else []
    best = made if form and "title" in form.labels.values() else []
    for way in ("keyed", "titled", "bare"):
        found = _records(lines, heads, labels, joiner, way)
        if len(found) > len(best):
            best = found
    return made if len(made) > len(best) else best


def _of_form(lines: Sequence[Line], form: Form, heads: Heads, labels: Labels, joiner: Joiner) -> list[Record]:
    """Return the records that a form's first label opens; a title without a label of its own stands above."""
    titled = "title" in form.labels.values()
    tops = [_top(lines, n, form.printed) for n in form.openers]
    usual = max(len(line.text.rstrip()) for line in lines)
    opened = [(top, top) if titled else _title_above(lines, top, usual, heads) for top in tops]
    ends = [*(begin for begin, _ in opened[1:]), len(lines)]
    made = []
    for n, top, (begin, first), end in zip(form.openers, tops, opened, ends, strict=True):
        below = tuple(line for m, line in enumerate(lines[n:end], n) if m not in form.printed)
        key, place = heads.opening(lines[first].text)
        own = next((f.lines for f in fields(below, labels) if f.name == "title"), ())
        above = [Span(line.start, line.start + len(line.text)) for line in lines[first:top] if line.text.strip()]
        title = own if titled else (Span(above[0].start + place, above[0].end), *above[1:]) if above else ()
        told = key or next((key for line in lines[begin:n] if (key := heads.inside(line.text))), "")
        made.append(Record(told, joiner.join(title), lines[begin], below))
    return made


def _top(lines: Sequence[Line], n: int, printed: frozenset[int]) -> int:
    """Return the first of the lines that a form prints above the line `n`."""
    above = takewhile(printed.__contains__, _above(lines, n))
    return min(above, default=n)


def _above(lines: Sequence[Line], n: int) -> Iterator[int]:
    """Yield the indices of the lines with text above a line, the nearest first."""
    return (m for m in range(n - 1, -1, -1) if lines[m].text.strip())


def _title_above(lines: Sequence[Line], top: int, usual: int, heads: Heads) -> tuple[int, int]:
    """Return where a record without a labelled title begins above the line `top`, and where its title does.

    A title is one line, and those that lead on to it, nearly as long as the longest (`usual`) or not whole; above it a
    line may hold nothing but its key: "Projekt 3".
    """
    above = list(islice(_above(lines, top), _MAX_TITLE_LINES + 1))
    if not above:
        return top, top
    first = above[0]
    for m in above[1:_MAX_TITLE_LINES]:
        wide = len(lines[m].text.rstrip()) >= _SHORT * usual and lines[m].text.rstrip()[-1] not in ".:"
        if first - m > 1 or not (_goes_on(lines[first].text.strip()) or _breaks_off(lines[m].text) or wide):
            break
        first = m
    over = next((m for m in above if m < first), None)
    hit = heads.at(lines[over].text) if over is not None else None
    keyed = over is not None and hit is not None and hit[0] and not lines[over].text[hit[1] :].strip()
    return (over, first) if over is not None and keyed else (first, first)


def _records(lines: Sequence[Line], heads: Heads, labels: Labels, joiner: Joiner, way: str) -> list[Record]:
    opened = [(n, hit) for n, line in enumerate(lines) if (hit := heads.at(line.text)) and hit[2] == way]
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
