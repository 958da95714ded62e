"""Forms: the labels and prompts that a document repeats from record to record, or counts through, in its own words.

A lexicon knows the usual labels; here a label is known by its place. What stands at the beginning of lines again and
again, or is counted from 1, and names a field by a word of its head ("7. Målgruppe for indsatsen") labels that field,
and what stands around such labels in the same way without naming one ends their values.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from samspil.loaders.files.document import Line
from samspil.loaders.files.passage import composed

_MIN_FIELDS = 3  # different fields that make labels a form
_MIN_COUNTED = 4  # labels counted from 1 on
_OFTEN = 0.6  # the share of records in which what belongs to the form stands
_COUNTED = re.compile(r"(\d{1,2}|[A-Za-z])[.)]\s+(?=[^\W\d])")
_COLON = re.compile(r"([^:]{3,75}?)\s*(?:\([^()]{1,60}\)\s*)?:(?=\s|$)")
_WIDE = re.compile(r"(.{3,60}?)(?:\s{3,}|\t)(?=\S)")
_PARTED = (("colon", _COLON), ("wide", _WIDE))
_ALONE = re.compile(r"(.{3,75}?)\s*(?:\([^()]{1,60}\))?\s*\??")
_HEAD = re.compile(r"\s*[(,:]|\s(?:efter|for|i|af|fra|på|til|med|om|der|som|fordelt|over|ved|mellem|hos|under)\b")
_WORD = re.compile(r"[^\W\d_]{4,}")
_VALUE = re.compile(r"[^\W\d_]{2}|\d{4}")  # more than the number of a page
_NUMBER, _LETTER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,])"), re.compile(r"\b[A-ZÆØÅ]\b")
_PROMPT = re.compile(r"\(?(\w+)\b(?!:).*[.?):]")
Named = Callable[[str], str | None]  # the field that a label names, None if it names none


@dataclass(frozen=True, slots=True)
class Form:
    """A document's form: its labels (in lower case) with their fields, where records open, the lines that it prints.

    `openers` and `printed` are indices of lines: of the first label of each record, and of what the form itself prints
    between labels and above records ("Angiv alle parter.", "Ansøgningsskema").
    """

    labels: Mapping[str, str]
    openers: tuple[int, ...]
    printed: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Label:
    """What may label a field: its words, their shape, its line, its number, and whether a value stands beside it."""

    text: str
    shape: str
    line: int
    number: int = 0
    valued: bool = False


def form(lines: Sequence[Line], named: Named, prompts: Sequence[str]) -> Form | None:
    """Return the form of some lines, None where nothing repeats or counts what names three fields or more.

    `named` tells the field of a label in lower case, `prompts` are the words that open what a form asks for.
    """
    found = list(_labels(lines))
    repeated = _repeated(found, named)
    own = repeated or _run(found, named)
    hits = [label for label in found if label.text in own]
    labelled = {label.line for label in hits}
    asked = {n for n, line in enumerate(lines) if n not in labelled and _is_prompt(line.text, prompts)}
    openers = _openers(lines, hits, own, asked)
    if len(openers) < (2 if repeated else 1):
        return None
    least = 2 if "title" in own.values() else 3  # titles without a label stand there too, and two may be the same
    return Form(own, openers, frozenset(asked.union(_above(lines, openers, labelled, least))))


def field_of(label: str, stems: Mapping[str, Sequence[str]]) -> str | None:
    """Return the field that a label names by a word of its head, before any preposition, None if it names none.

    `stems` are parts of words by the field that they name; the first that fits counts.
    """
    head = _HEAD.split(f" {label}", maxsplit=1)[0]
    return next((name for name, parts in stems.items() if any(part in head for part in parts)), None)


def _labels(lines: Sequence[Line]) -> Iterator[_Label]:
    for n, line in enumerate(lines):
        text = composed(line.text.replace("\u00a0", " ").replace("\f", " "))[0].strip()
        counted = _COUNTED.match(text)
        rest = text[counted.end() :] if counted else text
        if not rest or not (rest[0].isupper() and _WORD.search(rest)):
            continue
        parted = {shape: m for shape, pattern in _PARTED if (m := pattern.match(rest))}
        if parted:
            shape, match = min(parted.items(), key=lambda found: found[1].end(1))  # "Støtte     2023: 100 kr."
            beside = _VALUE.search(rest, match.end()) is not None
            yield _Label(_folded(match[1]), f"counted {shape}" if counted else shape, n, _number(counted), beside)
            continue
        whole = _ALONE.fullmatch(rest)
        if whole and rest[-1] not in ".,;":
            yield _Label(_folded(whole[1]), "counted" if counted else "alone", n, _number(counted))


def _number(counted: re.Match[str] | None) -> int:
    """Return what a mark counts, letters from A on, 0 where there is none."""
    mark = counted[1].casefold() if counted else "0"
    return int(mark) if mark.isdecimal() else ord(mark) - ord("a") + 1


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _repeated(found: Sequence[_Label], named: Named) -> dict[str, str]:
    """Return the labels that recur, with their fields, if they name enough different ones."""
    count = Counter(label.text for label in found)
    fields = {text: name for text, n in count.items() if n > 1 and (name := named(text))}
    if len(set(fields.values())) < _MIN_FIELDS:
        return {}
    usual = median(count[text] for text in fields)
    often = {text: name for text, name in fields.items() if count[text] >= _OFTEN * usual}
    shapes = Counter(label.shape for label in found if label.text in often)
    shape = max(shapes, key=shapes.__getitem__)
    others = {
        label.text: "other"
        for label in found
        if label.text not in fields and label.shape == shape != "alone" and count[label.text] >= _OFTEN * usual
    }
    return {**often, **others} if len(set(often.values())) >= _MIN_FIELDS else {}


def _run(found: Sequence[_Label], named: Named) -> dict[str, str]:
    """Return the labels of the longest run that counts from 1, with their fields, if they name enough and a title.

    Without a label for the title they are the headings of sections.
    """
    best: list[_Label] = []
    run: list[_Label] = []
    for label in (label for label in found if label.number):
        run = [*run, label] if run and label.number == run[-1].number + 1 else [label] if label.number == 1 else []
        best = max(best, run, key=len)
    fields = {label.text: named(label.text) or "other" for label in best}
    enough = len(best) >= _MIN_COUNTED and len(set(fields.values()) - {"other"}) >= _MIN_FIELDS
    return fields if enough and "title" in fields.values() else {}


def _openers(
    lines: Sequence[Line], hits: Sequence[_Label], own: Mapping[str, str], asked: Container[int]
) -> tuple[int, ...]:
    """Return the lines of the label that opens the records: the first of those that stand in as many as most do.

    A record has most of the labels, and values behind them; the heads of a table's columns and the lines of a table of
    contents stand one behind the other.
    """
    count = Counter(label.text for label in hits if own[label.text] != "other")
    if not count:
        return ()
    usual = max(Counter(count.values()).items(), key=lambda item: (item[1], item[0]))[0]
    first = next(label.text for label in hits if count[label.text] == usual)
    opened = [n for n, label in enumerate(hits) if label.text == first]
    whole = []
    same = _same_below(lines, hits, asked)
    for n, end in zip(opened, [*opened[1:], len(hits)], strict=True):
        record = hits[n:end]
        filled = sum(label.valued or label.line not in same for label in record)
        if len({label.text for label in record}) >= _OFTEN * len(count) and filled >= (1 - _OFTEN) * len(record):
            whole.append(hits[n].line)
    return tuple(whole)


def _same_below(lines: Sequence[Line], hits: Sequence[_Label], asked: Container[int]) -> set[int]:
    """Return the lines of labels below which another stands, or each time the same."""
    below = {
        label.line: next((m for m in range(label.line + 1, len(lines)) if lines[m].text.strip() and m not in asked), 0)
        for label in hits
    }
    labelled = {label.line for label in hits}
    count = Counter((label.text, _folded(lines[below[label.line]].text)) for label in hits)
    return {
        label.line
        for label in hits
        if below[label.line] in labelled or count[label.text, _folded(lines[below[label.line]].text)] > 1
    }


def _is_prompt(text: str, prompts: Sequence[str]) -> bool:
    """Whether a line is what a form says to those who fill it in."""
    asked = _PROMPT.fullmatch(_folded(text))
    return asked is not None and asked[1] in prompts


def _above(lines: Sequence[Line], openers: Sequence[int], labelled: Container[int], least: int) -> Iterator[int]:
    """Yield the lines right above the records that are the same above most of them, and above `least` or more."""
    at: Sequence[int] = openers
    while True:
        above: dict[str, list[int]] = {}
        for m in (_before(lines, n) for n in at):
            if m and m not in labelled:
                above.setdefault(_skeleton(lines[m].text), []).append(m)
        at = max(above.values(), key=len, default=[])
        # Above the first record no other ends, whose last values might be the same each time.
        if len(at) < max(least, _OFTEN * len(openers)) or at[0] > openers[0]:
            return
        yield from at


def _before(lines: Sequence[Line], n: int) -> int:
    """Return the index of the line with text above a line, 0 where there is none."""
    return next((m for m in range(n - 1, 0, -1) if lines[m].text.strip()), 0)


def _skeleton(text: str) -> str:
    """Return a line without what may differ from record to record: its number or letter."""
    return _folded(_NUMBER.sub("#", _LETTER.sub("@", text)))
