"""Labelled fields of a record: "Projektperiode: ...", also where extraction split the label or lost its colon."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from samspil.loaders.files.document import Document, Line, Span
from samspil.loaders.files.passage import composed, squeezed

# Above notes, in a Word file and in what extraction makes of other files.
_RULE = re.compile(r"\s*_{5,}\s*")
# A short question at a line's beginning: it may have a number or a letter before it.
_QUESTION = re.compile(r"\W{0,3}(?:\w[.)]\s*)?((?=[^?]*\bhv)[^\W\d_][^?.:]{3,60})\?:?\s*", re.IGNORECASE)
_LABELLED = 2  # filled cells of a row that holds a label and its value
_COUNTED = r"(?:(?:\d+|[a-zæøå])[.)]\s*)?"
_BEFORE = r"(?:projektets\s+|projektforslagets\s+)?"
_UNIT = r"(?:mio\.?\s*)?(?:kr(?:\.|oner)?|tkr\.?|1\.000\s*kr\.?)"
_AFTER_WIDE = r"(?: ?\([^()]{1,40}\))?"
_AFTER = (
    rf"(?:\s+(?:i\s+{_UNIT}|i\s+projektet|bag\s+(?:ansøgningen|projektet|forslaget)))?"
    r"(?:\s*/\s*\w+)?\s*(?:\([^()]{1,40}\))?\s*"
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, its label's range, and the ranges of its lines (the first may be a line's rest)."""

    name: str
    label: Span
    lines: tuple[Span, ...]


class Labels:
    """The words that a genre uses for its fields."""

    def __init__(
        self, fields: Mapping[str, Sequence[str]], questions: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Take the labels of each field, and the patterns of questions that stand for one: "Hvem er med?"."""
        self._questions = [(re.compile(p, re.IGNORECASE), f) for f, ps in (questions or {}).items() for p in ps]
        self._names = {label: name for name, labels in fields.items() for label in labels}
        longest = sorted(self._names, key=len, reverse=True)
        words = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest)
        self._colon = re.compile(rf"\W{{0,3}}{_COUNTED}{_BEFORE}({words}){_AFTER}(?:[:;]|\?:?)", re.IGNORECASE)
        self._inner = re.compile(rf"(?<=[\s.;,])({words}){_AFTER}:", re.IGNORECASE)
        self._capitals = re.compile(rf"\W{{0,3}}({'|'.join(re.escape(w.upper()) for w in longest if len(w) > 4)})(?= )")
        self._alone = re.compile(
            rf"\W{{0,3}}{_COUNTED}{_BEFORE}({words}){_AFTER}[.:]?\s*(?:\([^()]{{1,30}})?$", re.IGNORECASE
        )
        self._wide = re.compile(
            rf"\s{{0,12}}{_COUNTED}{_BEFORE}({words}){_AFTER_WIDE}(?:[ \u00a0]{{2,}}|\t)(?=\S)", re.IGNORECASE
        )

    def at(self, text: str) -> tuple[str, int] | None:
        """Return the field that a line's label names and where its value begins in the line, None without a label."""
        plain, places = composed(text)
        for pattern in (self._colon, self._alone, self._wide, self._capitals):
            match = pattern.match(plain)
            if match:
                return self._names[" ".join(match[1].casefold().split())], places[match.end()]
        return self._question(plain, places)

    def asked(self, label: str) -> str | None:
        """Return the field that a question asks for, None where it is none or of another field."""
        return next((field for pattern, field in self._questions if pattern.search(label)), None)

    def _question(self, plain: str, places: Sequence[int]) -> tuple[str, int] | None:
        """Return the field that a question at the line's beginning asks for."""
        asked = _QUESTION.match(plain)
        name = self.asked(asked[1]) if asked else None
        return (name, places[asked.end()]) if asked and name else None

    def inside(self, text: str, start: int) -> tuple[str, int, int] | None:
        """Return (field, label's place, value's place) of the next label with a colon behind `start` in a line."""
        plain, places = composed(text)
        match = self._inner.search(plain, bisect_left(places, start))
        if match is None or not match[1][0].isupper():
            return None
        return self._names[" ".join(match[1].casefold().split())], places[match.start()], places[match.end()]


def with_whole_labels(document: Document, lines: Sequence[Line]) -> list[Line]:
    """Return lines with those of a wrapped label in one: a cell beside its value, in a table that the file marks."""
    rows = ([cell for cell in row if cell.end > cell.start] for table in document.tables for row in table.rows)
    cells = {document.line_at(row[0].start).number: row[0] for row in rows if len(row) == _LABELLED}
    kept: list[Line] = []
    for line in lines:
        if kept and line.start < kept[-1].start + len(kept[-1].text):
            continue  # it is in the line above
        cell = cells.get(line.number)
        text = document.text[line.start : cell.end].replace("\n", " ") if cell and cell.start == line.start else ""
        kept.append(replace(line, text=text) if len(text) > len(line.text) else line)
    return kept


def fields(lines: Sequence[Line], labels: Labels) -> list[Field]:
    """Return the fields of a record's lines, in order; lines before the first label or behind a rule are none's."""
    found: list[tuple[str, Span, list[Span]]] = []
    at, ruled = 0, False
    while at < len(lines):
        hit = _label(lines, at, labels)
        if hit:
            name, last, value = hit
            label = Span(lines[at].start, lines[last].start + value)
            found += _on_one_line(name, label, lines[last], value, labels)
            at, ruled = last, False
        elif _RULE.fullmatch(lines[at].text):
            ruled = True
        elif found and not ruled:
            found[-1][2].append(Span(lines[at].start, lines[at].start + len(lines[at].text)))
        at += 1
    return [Field(name, label, tuple(spans)) for name, label, spans in found]


def _on_one_line(name: str, label: Span, line: Line, value: int, labels: Labels) -> list[tuple[str, Span, list[Span]]]:
    """Return the field whose value begins in a line, and those whose labels stand further on in it."""
    found: list[tuple[str, Span, list[Span]]] = []
    while inner := labels.inside(line.text.replace("\u00a0", " "), value):
        following, at, after = inner
        found.append((name, label, [Span(line.start + value, line.start + at)]))
        name, label, value = following, Span(line.start + at, line.start + after), after
    return [*found, (name, label, [Span(line.start + value, line.start + len(line.text))])]


def _label(lines: Sequence[Line], at: int, labels: Labels) -> tuple[str, int, int] | None:
    """Return (field, index of the label's last line, value's place in it); a label may be hyphenated over two lines."""
    text = lines[at].text.replace("\u00a0", " ")
    hit = labels.at(text)
    if hit:
        return hit[0], at, hit[1]
    if not squeezed(text).endswith("-") or len(text) > 40:
        return None
    following = next((i for i in range(at + 1, min(at + 4, len(lines))) if lines[i].text.strip()), None)
    if following is None:
        return None
    head, tail = squeezed(text)[:-1], lines[following].text.replace("\u00a0", " ")
    hit = labels.at(head + tail.lstrip())
    if hit and hit[1] > len(head):
        return hit[0], following, hit[1] - len(head) + len(tail) - len(tail.lstrip())
    return None
