"""Running text out of printed lines: wraps and hyphens undone, each character mapped back to the document."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from samspil.loaders.files.document import Document, Line, Span
from samspil.loaders.records import Evidence

ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
HYPHENS = frozenset("-\u2010\u2011")
# "Børne- og Ungdomspsykiatrisk": before these words a hyphen at the line's end stands for a left-out part.
LINKING = frozenset({"og", "eller", "samt", "til", "og/eller", "henholdsvis", "hhv"})
# "ikke-psykotisk": prefixes that Danish writes with a hyphen.
HYPHENATED_PREFIXES = frozenset({"ikke", "ex", "non", "e", "x"})
_WORD = re.compile(r"[^\W\d_][\w-]*[^\W_]")
_LAST_PART = re.compile(r"[^\s/(\-\u2010\u2011]*$")
_FIRST_WORD = re.compile(r"[\w/]+")
_LEADING_ON = re.compile(
    r"\b(?:af|at|de|den|der|det|eller|en|et|for|fra|hos|i|med|mellem|mod|og|om|over|på|samt|som|til|under|ved|vedr)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Passage:
    """Normalised text (NFC, single spaces); `starts[i]`, `ends[i]` bound character i in the document."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the document's range of `text[start:end]`, which must not be empty."""
        last = (len(self.text) if end is None else end) - 1
        return Span(self.starts[start], self.ends[last])

    def slice(self, start: int, end: int | None = None) -> "Passage":
        """Return the part `text[start:end]` without white space at its ends."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Passage(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def __bool__(self) -> bool:
        return bool(self.text)


EMPTY = Passage("", (), ())


class Joiner:
    """Joins printed lines of one document; the document's own words decide which hyphens are real."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(w.casefold() for line in self.document.lines for w in _WORD.findall(line.text))

    def join(self, spans: Iterable[Span]) -> Passage:
        """Return the passage of the given ranges of the document, in their order."""
        chars: list[tuple[str, int, int]] = []
        for span in spans:
            piece = _normalised(self.document.text, span)
            if piece:
                self._append(chars, piece)
        return Passage("".join(c for c, _, _ in chars), tuple(s for _, s, _ in chars), tuple(e for _, _, e in chars))

    def lines(self, lines: Iterable[Line]) -> Passage:
        """Return the passage of whole lines."""
        return self.join(Span(line.start, line.start + len(line.text)) for line in lines)

    def cell(self, span: Span) -> Passage:
        """Return the passage of a range that may hold line breaks."""
        return self.join(self.by_line(span))

    def evidence(
        self, passage: Passage, start: int = 0, end: int | None = None, section: str | None = None
    ) -> Evidence:
        """Return where `passage.text[start:end]` stands in the document."""
        return self.located(passage.span(start, end), section)

    def located(self, span: Span, section: str | None = None) -> Evidence:
        """Return the evidence of a range of the document."""
        first, last = self.document.line_at(span.start), self.document.line_at(span.end - 1)
        wording = self.document.text[span.start : span.end]
        return Evidence(first.number, last.number, span.start, span.end, wording, first.page, section)

    def by_line(self, span: Span) -> Iterable[Span]:
        """Yield the ranges of the lines in a range."""
        start = span.start
        for part in self.document.text[span.start : span.end].split("\n"):
            yield Span(start, start + len(part))
            start += len(part) + 1

    def items(self, passage: Passage) -> list[Passage]:
        """Return a passage's paragraphs where the file marks them; one that goes on in lower case ends no item."""
        if self.document.format != "docx":
            return [passage]
        text, starts = self.document.text, passage.starts
        cuts = [n for n in range(1, len(starts)) if "\n" in text[passage.ends[n - 1] : starts[n]]]
        cuts = [n for n in (n + passage.text[n : n + 1].isspace() for n in cuts) if _begins_item(passage.text, n)]
        return [part for a, b in pairwise([0, *cuts, len(starts)]) if (part := passage.slice(a, b))]

    def _append(self, chars: list[tuple[str, int, int]], piece: list[tuple[str, int, int]]) -> None:
        if chars:
            before = "".join(c for c, _, _ in chars[-60:])
            after = "".join(c for c, _, _ in piece[:60])
            if self._hyphen_is_a_wrap(before, after):
                chars.pop()
            elif not _glued(before, after):
                chars.append((" ", chars[-1][2], piece[0][1]))
        chars.extend(piece)

    def _hyphen_is_a_wrap(self, before: str, after: str) -> bool:
        if not _ends_in_hyphen(before) or not after[0].islower() or _first_word(after) in LINKING:
            return False
        left, right = _last_part(before[:-1]), _first_word(after)
        if not left or left.isupper() or left[-1].isdigit() or len(left) == 1:
            return False
        whole, hyphenated = (left + right).casefold(), f"{left}-{right}".casefold()
        if whole in self._words or hyphenated not in self._words:
            return whole in self._words or left.casefold() not in HYPHENATED_PREFIXES
        return False


def _normalised(text: str, span: Span) -> list[tuple[str, int, int]]:
    """Return (character, start, end) of a range: NFC, zero-width characters left out, white space single."""
    out: list[tuple[str, int, int]] = []
    for offset in range(span.start, span.end):
        char = text[offset]
        if char in ZERO_WIDTH:
            continue
        if unicodedata.combining(char) and out:
            composed = unicodedata.normalize("NFC", out[-1][0] + char)
            out[-1:] = [(c, out[-1][1], offset + 1) for c in composed]
        elif (not char.isspace() and char.isprintable()) or unicodedata.category(char) == "Co":
            normal = "-" if char in HYPHENS else unicodedata.normalize("NFC", char)
            out += [(c, offset, offset + 1) for c in normal]
        elif out and out[-1][0] != " ":
            out.append((" ", offset, offset + 1))
    if out and out[-1][0] == " ":
        out.pop()
    return out


def composed(text: str) -> tuple[str, list[int]]:
    """Return a text, letters composed, characters of no width left out, and the place of each (and of the end)."""
    chars: list[str] = []
    places: list[int] = []
    for offset, char in enumerate(text):
        if unicodedata.combining(char) and chars:
            whole = unicodedata.normalize("NFC", chars[-1] + char)
            chars[-1] = whole if len(whole) == 1 else chars[-1]
        elif char not in ZERO_WIDTH:
            chars.append("-" if char in HYPHENS else char)
            places.append(offset)
    return "".join(chars), [*places, len(text)]


def _begins_item(text: str, at: int) -> bool:
    """Whether a paragraph is an item of its own: it begins with a capital or a number, and nothing leads on to it."""
    before = text[:at].rstrip()
    leads_on = before.endswith((",", "-", "/", "(", "&", " og", " samt", " i", " for", " med"))
    return not text[at : at + 1].islower() and not leads_on


def _ends_in_hyphen(text: str) -> bool:
    return len(text) > 1 and text[-1] in HYPHENS and not text[-2].isspace()


def _glued(before: str, after: str) -> bool:
    """Whether two lines join without a space: a kept hyphen before a name or word, a slash inside a word."""
    if before[-1] == "/" and len(before) > 1 and not before[-2].isspace():
        return True
    return _ends_in_hyphen(before) and after[0].isalnum() and _first_word(after) not in LINKING


def _last_part(text: str) -> str:
    match = _LAST_PART.search(text)
    return match.group() if match else ""


def _first_word(text: str) -> str:
    match = _FIRST_WORD.match(text)
    return match.group() if match else ""


def squeezed(text: str) -> str:
    """Return a text normalised as passages are, for texts that have no place in a document."""
    return "".join(c for c, _, _ in _normalised(text, Span(0, len(text))))


def leads_on(text: str) -> bool:
    """Whether a text ends in a word that ends no phrase: an article, a conjunction, a preposition."""
    return _LEADING_ON.search(text) is not None


def sentences(passage: Passage) -> Sequence[Passage]:
    """Return the sentences of a passage; a full stop in an abbreviation, a date or a number ends none."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(passage.text):
        if not _ABBREVIATED.search(passage.text[start : match.start() + 1]):
            found.append(passage.slice(start, match.end()))
            start = match.end()
    rest = passage.slice(start)
    return [*found, rest] if rest else found


_SENTENCE_END = re.compile(r"[.!?][”\"')]?(?=\s+(?:[”\"'(]?[A-ZÆØÅ]|\d{1,2}\)\s*[A-ZÆØÅ]))")
_ABBREVIATED = re.compile(
    r"(?:\b(?:f\.eks|fx|bl\.a|dvs|ca|nr|kl|jf|evt|inkl|ekskl|hhv|pga|vedr|afd|tlf|stk|pkt|sct|skt|dr"
    r"|region [a-z])|\b\d{1,2}|\b[a-zæøå])\.$",
    re.IGNORECASE,
)
