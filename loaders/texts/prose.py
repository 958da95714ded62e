"""The lines of running text: without page furniture, tables of contents and footnotes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from samspil.loaders.files.document import Document, Line
from samspil.loaders.files.furniture import furniture
from samspil.loaders.files.passage import Passage, squeezed
from samspil.loaders.texts.marks import is_mark

_NUMBER = re.compile(r"\W*(?:(?:side|s\.)\s*)?\d{1,3}(?:\s*(?:/|af)\s*(?:\d{1,3}|\w))?[^\w).]*", re.IGNORECASE)
_LEADER = re.compile(
    r"(?:\.\s?){4,}\s*\d{1,3}\s*$|…+\s*\d{1,3}\s*$|_{4,}\s*\d{1,3}\s*$|\t\s*\d{1,3}\s*$|\S\s{4,}\d{1,3}\s*$"
)
_CONTENTS = re.compile(r"(?:indhold(?:sfortegnelse|soversigt)?|indholdsoversigt)\s*:?", re.IGNORECASE)
_ENTRY = re.compile(r"\s*(?=.*[^\W\d])[^.!?]*(?:\d\.[^.!?]*)*\s(\d{1,3})")
_OPENS_ENTRY = re.compile(r"\s*(?:(?:kapitel|kap\.|afsnit|del|bilag)\b|\d{1,2}(?:\.\d{1,2})*[.:]?\s)", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:\[(?P<bracketed>\d{1,2})\]|(?P<number>\d{1,2}))(?:\s+|$)(?=$|[^\W\d]|[”\"»])")
_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s")
_BLANK_WITHIN_NOTE = 2
_MARK = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[a-zæøå][.,”\"])|(?<=(?:19|20)\d\d))(\d{1,2})(?![\d%])(?=[\s.,:;)”\"]|$)|\s?\[(\d{1,2})\]"
)
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*$")
_PARTED = re.compile(r"[^|·•]*\w(?:\s+[|·•]\s+\w[^|·•]*)+")  # "Kommunen · Notat · 4. maj 2016", a head by its looks
_HEAD_LENGTH = 120
_NOTE_LINES = 12  # lines from a footnote to the foot of its page
_HEAD_LINES = 3  # lines of a running head
_MOST_PAGES = 60  # that an entry of the contents may take
_SHARE = 0.4  # of the pages that carry it


@dataclass(frozen=True, slots=True)
class Prose:
    """The lines kept, and the numbers of the footnotes."""

    lines: tuple[Line, ...]
    notes: frozenset[str]


def prose(document: Document) -> Prose:
    """Return the running text of a document."""
    lines = list(_with_marks(_without_furniture(document), document.text))
    contents = _contents(lines)
    rest = [line for line in lines if line not in contents]
    noted, notes = _footnotes(rest)
    return Prose(tuple(line for line in rest if line not in noted), notes)


def without_marks(passage: Passage, notes: frozenset[str]) -> Passage:
    """Return a passage without the numbers of footnotes that stand small behind a word."""
    gone = {n for m in _MARK.finditer(passage.text) if (m[1] or m[2]) in notes for n in range(m.start(), m.end())}
    kept = [n for n in range(len(passage.text)) if n not in gone]
    if not gone:
        return passage
    text = "".join(passage.text[n] for n in kept)
    return Passage(text, tuple(passage.starts[n] for n in kept), tuple(passage.ends[n] for n in kept))


def _without_furniture(document: Document) -> list[Line]:
    """Drop page furniture; outside of tables also any bare number, and running heads of several lines or parts."""
    known = {document.lines[n].number for n in furniture(document)}
    printed = [line for line in document.lines if line.text.strip()]
    texts = [line.text.strip("\f \t\u00a0") for line in printed]
    gone = {n for n, line in enumerate(printed) if line.number in known or _NUMBER.fullmatch(texts[n])}
    shapes = [_shape(text) for text in texts]
    least = max(2, round(len(gone) * _SHARE))
    for _ in range(_HEAD_LINES):
        near = {m for n in gone for m in (n - 1, n + 1) if 0 <= m < len(texts)} - gone
        counted = Counter(shapes[m] for m in near)
        gone |= {m for m in near if counted[shapes[m]] >= least and _may_run(texts[m])}
    gone |= {m for n in gone for m in (n - 1, n + 1) if 0 <= m < len(texts) and _is_parted(texts[m])}
    return list(_closed_up(document.lines, {printed[n].number for n in gone}))


def _with_marks(lines: Sequence[Line], text: str) -> Iterable[Line]:
    """Yield the lines, a mark on a line of its own together with the text below it."""
    skip = False
    for line, after in zip_longest(lines, lines[1:]):
        if skip:
            skip = False
        elif after and is_mark(line.text) and after.text.strip() and not is_mark(after.text):
            yield replace(line, text=text[line.start : after.start + len(after.text)].replace("\n", " "))
            skip = True
        else:
            yield line


def _is_parted(text: str) -> bool:
    return len(text) < _HEAD_LENGTH and _PARTED.fullmatch(text) is not None


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _may_run(text: str) -> bool:
    printed = 3 < len(text) < _HEAD_LENGTH and text[-1] not in ":." and any(map(str.isalpha, text))
    return printed and not _NUMBERED.match(text)


def _closed_up(lines: Sequence[Line], gone: set[int]) -> Iterable[Line]:
    """Yield the lines that stay, without the blank ones around those that go where a sentence is cut there."""
    waiting: list[Line] = []
    cut, last = False, ""
    for line in lines:
        if line.number in gone:
            cut = True
        elif not line.text.strip():
            waiting.append(line)
        else:
            open_end = cut and last[-1:] not in ".:!?" and line.text.strip()[0].islower()
            yield from () if open_end else waiting
            yield line
            waiting, cut, last = [], False, line.text.rstrip()


def _contents(lines: Sequence[Line]) -> set[Line]:
    """Return the lines of tables of contents: those with leaders, or those with page numbers under their heading."""
    heads = {line for line in lines if _CONTENTS.fullmatch(squeezed(line.text))}
    led = {line for line in lines if _LEADER.search(line.text.replace("\u00a0", " "))}
    if len(led) > 2:
        return heads | led | {a for a, b in pairwise(lines) if b in led and a not in led and _begins_entry(a, b)}
    return heads | {entry for n, line in enumerate(lines) if line in heads for entry in _listed(lines[n + 1 :])}


def _begins_entry(line: Line, after: Line) -> bool:
    """Whether a line is the first of a wrapped entry of the contents, which ends in the line behind it."""
    return bool(_OPENS_ENTRY.match(line.text)) and not _OPENS_ENTRY.match(after.text)


def _listed(lines: Sequence[Line]) -> Iterable[Line]:
    """Yield the entries below the heading of the contents: their numbers never fall; one may be wrapped once."""
    page, waiting = 0, None
    for line in (line for line in lines if line.text.strip()):
        entry = _ENTRY.fullmatch(line.text.rstrip())
        if entry and page <= int(entry[1]) <= page + _MOST_PAGES:
            page = int(entry[1])
            yield from (line,) if waiting is None else (waiting, line)
            waiting = None
        elif waiting is not None:
            return
        else:
            waiting = line


def _footnotes(lines: Sequence[Line]) -> tuple[set[Line], frozenset[str]]:
    """Return the lines of footnotes, and their numbers: each stands small behind a word before."""
    noted = {line for line in lines if _ADDRESS.fullmatch(line.text)}
    numbers: set[str] = set()
    before, last_number = "", 0
    n = 0
    while n < len(lines):
        match = _NOTE.match(lines[n].text)
        number = match and (match["number"] or match["bracketed"])
        bracketed = bool(match and match["bracketed"])
        known = bracketed or (_is_low(lines, n) and int(number or 0) in (1, last_number + 1))
        if number and known and _is_cited(number, before, bracketed):
            last_number = int(number)
            numbers.add(number)
            last = _note_end(lines, n)
            noted.update(lines[n : last + 1])
            n = last
        before = f"{before[-6000:]}\n{lines[n].text}"
        n += 1
    return noted, frozenset(numbers)


def _is_cited(number: str, before: str, bracketed: bool) -> bool:
    if bracketed:
        return f"[{number}]" in before
    # the "1" of a section's number, "2.1", is no mark
    return (
        re.search(rf"(?:[^\W\d]|[”\",)]|(?<!\d)\.|(?:19|20)\d\d\.?){number}(?!\d)(?=[\s.,:;)”\"]|$)", before)
        is not None
    )


def _is_low(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is near the foot of its page: a top of a page, or the text's end, is not far below."""
    below = lines[n + 1 : n + _NOTE_LINES]
    if any(line.text[:1] == "\f" or (line.text[:1] == " " and line.text.strip()) for line in below):
        return True
    if any((line.page or 0) > (lines[n].page or line.page or 0) for line in below):
        return True
    return n + _NOTE_LINES > len(lines) or "http" in lines[n].text


def _note_end(lines: Sequence[Line], start: int) -> int:
    """Return the index of a footnote's last line: it goes on directly, or behind a blank line in lower case."""
    last = start
    waiting = _NOTE.fullmatch(lines[start].text.rstrip() + " ") is not None  # the number stands on a line of its own
    for n in range(start + 1, len(lines)):
        text = lines[n].text
        if not text.strip():
            if n - last > _BLANK_WITHIN_NOTE:
                return last
            continue
        begins = text[:1] in " \f" or _NOTE.match(text) or _NUMBERED.match(text)
        goes_on = waiting or n == last + 1 or text.strip()[0].islower()
        if not goes_on or (begins and not waiting):
            return last
        last, waiting = n, False
    return last
