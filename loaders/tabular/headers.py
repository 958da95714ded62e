"""Column headings: which line or row of a table is its head, and what each column holds."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samspil.loaders.files.document import Line
from samspil.loaders.files.passage import squeezed
from samspil.loaders.tabular.cells import base
from samspil.loaders.texts.fields import Labels

# A heading may carry an addition of its own: "Samarbejdsparter/type", "Status (2019)".
_ADDITION = re.compile(r"\s*(?:/\s*[\w-]+|\([^()]{1,30}\)|pr\.?\s+[\w. /-]{0,14}\d{4}|\b(?:19|20)\d\d\b)")
_SURPLUS = 4  # words of a head that belong to no known heading: "Projekt og evt. kort undertitel"
_UNKNOWN = 3  # words of a heading that is not known
_MAX_LINES = 5
_UNREAD = ("other", "unknown", "number", "key")
PARTIES = ("partners", "party", "lead")
# Headings that blanks, tabs or bars set apart.
_PART = re.compile(r"[^\s|]+(?: [^\s|]+)*")
_SURE = 4  # known headings by which a line with other words is a head all the same


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: its columns in order, the indexes of its lines, where each heading begins (one-line heads)."""

    columns: tuple[str, ...]
    first: int
    last: int
    offsets: tuple[int, ...] = ()


class Headings:
    """The words that a genre uses for its columns."""

    def __init__(
        self, columns: Mapping[str, Sequence[str]], questions: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Take the headings of each column, and the patterns of questions by which labelled records name it."""
        self.labels = Labels(columns, questions)
        self._labels = sorted(
            ((label, column) for column, labels in columns.items() for label in labels), key=lambda x: -len(x[0])
        )
        self._firsts = {_first_word(label) for label, _ in self._labels}

    def column(self, text: str) -> str | None:
        """Return the column that a heading names, None if it is no known heading."""
        found, surplus = self._read(re.sub(r"\s*/\s*", "/", squeezed(text)).casefold().strip(" :."))
        return found[0][0] if len(found) == 1 and surplus <= _SURPLUS else None

    def row(self, cells: Sequence[str]) -> tuple[str, ...] | None:
        """Return the columns that the cells of a table's head name, None if they are no head.

        A heading that is not known is `unknown`; the cells below must then tell what makes the table an overview.
        """
        named = [self.column(cell) or ("unknown" if squeezed(cell) else "other") for cell in cells]
        untold = [kind for kind in ("unknown", "other") if kind in named]
        if _lacks_title(named) and untold:
            named[named.index(untold[0])] = "title"
        return tuple(c for c, _ in _distinct([(c, 0) for c in named])) if is_head(named) or _may_be(named) else None

    def columns(self, text: str) -> list[tuple[str, int]] | None:
        """Return (column, offset) for each heading of a line, None if other words stand in it."""
        if _first_word(text.casefold()) not in self._firsts:
            return self._behind_unknown(text)
        found, surplus = self._read(text.casefold())
        kinds = [c for c, _ in found]
        # "Sygehus" behind a head without marks rather ends the first row's parties.
        if "party" in kinds and ("partners" in kinds or surplus):
            return None
        allowed = 0 if len(found) < _SURE else _SURPLUS
        return _distinct(found) if surplus <= allowed and is_head(kinds) else None

    def parted(self, text: str) -> list[tuple[str, int]] | None:
        """Return the columns of a head whose headings are set apart, so that one of them may be unknown."""
        parts = list(_PART.finditer(text))
        named = self.row([part.group() for part in parts]) if len(parts) > 2 else None
        return [(c, part.start()) for c, part in zip(named, parts, strict=True)] if named else None

    def _behind_unknown(self, text: str) -> list[tuple[str, int]] | None:
        """Return the columns of a head with an unknown first heading, which before parties and target is the title."""
        words = list(re.finditer(r"\S+", text))
        for word in words[1 : _UNKNOWN + 1] if words and words[0].group()[0].isupper() else ():
            if _first_word(word.group().casefold()) in self._firsts:
                found, surplus = self._read(text[word.start() :].casefold())
                named = [("title", words[0].start()), *((c, word.start() + at) for c, at in found)]
                return _distinct(named) if surplus == 0 and _lacks_title([c for c, _ in found]) else None
        return None

    def begins(self, text: str) -> bool:
        """Whether a line could be the beginning of a head that goes on below."""
        first = text.casefold().split()[:1]
        return any(label.startswith(first[0].strip(":.")) for label, _ in self._labels) if first else False

    def _read(self, text: str) -> tuple[list[tuple[str, int]], int]:
        """Return the headings found, each (column, offset), and how many words belong to none of them."""
        found: list[tuple[str, int]] = []
        at, surplus, trailing = 0, 0, 0
        while at < len(text):
            if text[at] in " \t|:?":
                at += 1
                continue
            hit = next((x for x in self._labels if self._stands(text, at, x[0])), None)
            if hit is None and not found:
                return [], 1
            if hit is None:
                trailing += 1
                at = next((n for n in range(at, len(text)) if text[n] in " \t|"), len(text))
                continue
            found.append((hit[1], at))
            surplus, trailing = surplus + trailing, 0
            at += len(hit[0])
            addition = _ADDITION.match(text, at)
            at = addition.end() if addition else at
        # Words behind the last heading are a row's, not the head's.
        return found, surplus + trailing * (_SURPLUS + 1)

    @staticmethod
    def _stands(text: str, at: int, label: str) -> bool:
        end = at + len(label)
        return text.startswith(label, at) and (end >= len(text) or not text[end].isalnum())


def _first_word(text: str) -> str:
    """Return a text's first word up to a slash, without marks: what a line must begin with to be a head."""
    words = text.replace("|", " ").replace("/", " ").split()
    return words[0].strip(":.,?") if words else ""


def _distinct(found: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the columns with different names where several hold the same, or what is not read."""
    names = [c for c, _ in found]
    return [(f"{c}/{n}" if c in ("other", "unknown") or c in names[:n] else c, at) for n, (c, at) in enumerate(found)]


def _lacks_title(columns: Sequence[str]) -> bool:
    """Whether columns name parties and target group, each once, and no title: another heading must be the title's."""
    return "title" not in columns and all(columns.count(c) == 1 for c in ("partners", "target_group"))


def is_head(columns: Sequence[str]) -> bool:
    """Whether columns are those of an overview: a title, and parties or a target group; parties may have several."""
    known = [base(c) for c in columns if base(c) not in _UNREAD]
    single = [c for c in known if c not in PARTIES]
    return "title" in known and len(set(single)) == len(single) and ("partners" in known or "target_group" in known)


def _may_be(columns: Sequence[str]) -> bool:
    """Whether columns are a head if the cells below say what the unknown ones hold."""
    known = [c for c in columns if c not in _UNREAD]
    return "unknown" in columns and len(known) > 1 and len(set(known)) == len(known)


def heads(lines: Sequence[Line], headings: Headings) -> Iterable[Head]:
    """Yield the heads among the printed lines, in order; a head's words may stand on several lines."""
    printed = [i for i, line in enumerate(lines) if line.text.strip()]
    at = 0
    while at < len(printed):
        head = _head_at(lines, printed, at, headings)
        if head:
            yield head
            at = next((n for n, i in enumerate(printed) if i > head.last), len(printed))
        else:
            at += 1


def _head_at(lines: Sequence[Line], printed: Sequence[int], at: int, headings: Headings) -> Head | None:
    best: Head | None = None
    for size in range(1, min(_MAX_LINES, len(printed) - at) + 1):
        part = printed[at : at + size]
        text = _joined([lines[i].text for i in part])
        found = headings.columns(text) or (headings.parted(text) if size == 1 else None)
        if found:
            offsets = tuple(o for _, o in found) if size == 1 else ()
            best = Head(tuple(c for c, _ in found), part[0], part[-1], offsets)
        elif best or not headings.begins(text):
            break
    return best


def _joined(texts: Sequence[str]) -> str:
    """Return a head's words in one line; one line alone keeps its spacing, which tells the columns' places."""
    if len(texts) == 1:
        return unicodedata.normalize("NFC", texts[0]).replace("\u00a0", " ").replace("\f", " ")
    return re.sub(r"(?<=\w)- ", "", " ".join(squeezed(t) for t in texts))
