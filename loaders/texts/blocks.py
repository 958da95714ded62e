"""Blocks of running text: paragraphs, headings, items, told apart by gaps, marks and how lines fill their width."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samspil.loaders.files.document import Document, Line, Span
from samspil.loaders.files.passage import Joiner, Passage, leads_on, squeezed
from samspil.loaders.texts.announce import announced, label
from samspil.loaders.texts.marks import mark_of

_SECTION = re.compile(
    r"\s*(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2})+\.?\s*(?=[A-ZÆØÅ”\"])|\s*(?:kapitel|afsnit|punkt)\s+(?:\d|[IVX])",
    re.IGNORECASE,
)
_STOP = (".", ":", "?", "!", ";")
# What a proportional font may leave of a line although the next word would have fitted.
_SLACK, _SLACK_LETTERS = 0.07, 3
_NARROW = 32  # letters of the widest line of a box at the side
_RUN = 8
_LONG_ENOUGH = 40  # letters of a line that is no heading
_A_SENTENCE = 5  # words of one that may stand right below an item
_WIDEST_GAP = 4  # blank lines over which a sentence may go on
_LONG_LINE = 220  # letters of a line that no page is wide enough for


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines that belong together: their text without the mark, the mark (`•`, `1`, `a`, `IV`), the gap above.

    `form` is `bullet`, `number`, `letter`, `roman`, `lost` (a bullet that extraction left only the indent of) or "".
    """

    passage: Passage
    lines: tuple[Line, ...]
    form: str = ""
    mark: str = ""
    gap: int = 0

    @property
    def text(self) -> str:
        """Return the text without wraps and without the mark."""
        return self.passage.text

    @property
    def first(self) -> Line:
        """Return the first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Return the last line."""
        return self.lines[-1]

    @property
    def ends(self) -> bool:
        """Whether the text ends as a sentence or an announcement does."""
        return self.text.rstrip('”" )').endswith(_STOP)


def blocks(document: Document, lines: Sequence[Line], joiner: Joiner) -> list[Block]:
    """Return the blocks of some lines of a document, in print order; blank lines part them."""
    page = _Page(lines, _is_wrapped(document, lines))
    made = (_block(part, gap, page, joiner) for part, gap in page.parts())
    return [block for block in made if any(map(str.isalnum, block.text))]


def _is_wrapped(document: Document, lines: Sequence[Line]) -> bool:
    """Whether lines are cut at a width; a Word file has a paragraph a line."""
    longest = max((len(line.text) for line in lines), default=0)
    return document.format != "docx" and longest < _LONG_LINE * 3


class _Page:
    """The printed lines with what is measured of each: the gap above, its mark."""

    def __init__(self, lines: Sequence[Line], wrapped: bool) -> None:
        self.lines = [line for line in lines if squeezed(line.text)]
        self.gaps = list(_gaps(lines))
        self.wrapped = wrapped
        self.texts = [squeezed(line.text.replace("\f", " ")) for line in self.lines]
        self.forms = [mark_of(line.text) for line in self.lines]
        self.spacing = _spacing(self.texts, self.gaps)
        self.lost: set[int] = set()
        self._mark_roman()
        self._mark_lost()

    def parts(self) -> Iterator[tuple[list[int], int]]:
        """Yield the indices of each block's lines, with the gap above it."""
        part: list[int] = []
        for n in range(len(self.lines)):
            if part and self._begins(part, n):
                yield part, self._gap(part[0])
                part = []
            part.append(n)
        if part:
            yield part, self._gap(part[0])

    def _gap(self, n: int) -> int:
        return max(0, self.gaps[n] - self.spacing)

    def _mark_roman(self) -> None:
        """Take `i`, `v` or `x` for a roman numeral where the next mark is `ii`, `vi` or `xi`."""
        marked = [n for n, form in enumerate(self.forms) if form[0] in ("letter", "roman")]
        for n, after in pairwise(marked):
            form, mark, start = self.forms[n]
            if form == "letter" and self.forms[after][:2] in (("roman", f"{mark}i"), ("roman", f"{mark}I")):
                self.forms[n] = ("roman", mark, start)

    def _mark_lost(self) -> None:
        """Take lines that a single space indents for items, where they follow an announcement or each other."""
        indented = [_is_indented(line.text) and not form[0] for line, form in zip(self.lines, self.forms, strict=True)]
        for n, here in enumerate(indented):
            announced = n > 0 and self.texts[n - 1].endswith(":")
            beside = any(0 <= m < len(indented) and indented[m] for m in (n - 1, n + 1))
            if here and (beside or announced) and not _SECTION.match(self.texts[n]):
                self.forms[n] = ("lost", "", 1)

    def _begins(self, part: list[int], n: int) -> bool:
        """Whether a line begins a block of its own."""
        if not self.wrapped or self.forms[n][0] or _SECTION.match(self.texts[n]) or self._is_labelled(n):
            return True
        before, here = self.texts[part[-1]], self.texts[n]
        if before.endswith(("-", "/")) and here[0].islower():
            return False
        ends = (self._is_lead_in, self._is_lost, self._is_title, self._is_remark, self._ends_title)
        if any(ended(part, n) for ended in ends):
            return True
        return self._parts(part, n, goes_on=here[0].islower() and not before.endswith(_STOP))

    def _parts(self, part: list[int], n: int, *, goes_on: bool) -> bool:
        """Whether the space between two lines parts them; `goes_on` tells that their words do not."""
        before = self.texts[part[-1]]
        if _is_indented(self.lines[n].text):  # the top of a page, where the form feed was
            ended = self._has_room(part, n, max(self._near(part[0], n)))
            return self._is_section(part) or ended or not (goes_on or _is_open(before))
        if self._gap(n):
            return not (goes_on and not _is_short(before) and self._gap(n) <= _WIDEST_GAP)
        marked = self._is_section(part) or self.forms[part[0]][0]  # as the title of a section may be
        led = leads_on(before) and len(before) >= _LONG_ENOUGH and not marked
        return not goes_on and not led and (self._breaks(part, n) or self._is_heading(n))

    def _is_lead_in(self, part: list[int], n: int) -> bool:
        """Whether a line announces something: below a sentence if it is short, below a title if it is a label."""
        before, here = self.texts[part[-1]], self.texts[n]
        if not here.endswith(":") or not here[0].isupper() or before.endswith(","):
            return False
        if before.endswith(_STOP):
            return len(here) < 0.8 * self._width(part, n)
        if _is_short(here) and announced(here, heading=True, items=1):
            return True
        return len(here.split()) < _A_SENTENCE and not _is_open(before) and self._would_fit(part, n)

    def _is_lost(self, part: list[int], n: int) -> bool:
        """Whether a line is a further item below a lead-in whose items only an indent is left of."""
        first, here = self.lines[part[0]].text, self.lines[n].text
        indent = len(first) - len(first.lstrip())
        led = part[0] > 0 and (self.texts[part[0] - 1].endswith(":") or part[0] in self.lost)
        alike = not self.forms[part[0]][0] and indent > 1 and len(here) - len(here.lstrip()) == indent
        before = self.texts[part[-1]]
        word = self.texts[n].split()[0]
        whole = not leads_on(before) and (word == "at" or not leads_on(word))  # no item begins with "om" or "for"
        if led and alike and whole and self._would_fit(part, n):
            self.lost.add(n)
            return True
        return False

    def _is_title(self, part: list[int], n: int) -> bool:
        """Whether a line right below an item is a short title, above text or a list that begins anew."""
        here, before = self.texts[n], self.texts[n - 1]
        if not self.forms[part[0]][0] or not here[0].isupper() or (_is_open(before) and not here.endswith(":")):
            return False
        if n + 1 < len(self.texts) and self.forms[n + 1][0]:
            return announced(here, heading=True, items=1) is not None
        after = self.texts[n + 1] if n + 1 < len(self.texts) else ""
        if not after[:1].isupper() or here.endswith((*_STOP, ",", "-")):
            return False
        return len(here) < 0.4 * max(self._near(part[0], n)) and self._would_fit(part, n)

    def _is_remark(self, part: list[int], n: int) -> bool:
        """Whether a line right below an item that is no sentence is one by itself."""
        here, before = self.texts[n], self.texts[n - 1]
        alone = here[0].isupper() and here.endswith(".") and len(here.split()) >= _A_SENTENCE
        return bool(self.forms[part[0]][0]) and alone and not (_is_open(before) or before.endswith(_STOP))

    def _ends_title(self, part: list[int], n: int) -> bool:
        """Whether the number and title of a section are complete: the line is short and a sentence begins below."""
        before = self.texts[part[-1]]
        short = len(before) < 0.75 * max(self._near(part[0], n))
        return self._is_section(part) and self.texts[n][0].isupper() and short and not _is_open(before)

    def _is_labelled(self, n: int) -> bool:
        found = label(self.texts[n])
        return found is not None and found.key is not None

    def _is_section(self, part: list[int]) -> bool:
        return bool(_SECTION.match(self.texts[part[0]]))

    def _is_heading(self, n: int) -> bool:
        """Whether a line between two sentences is short and ends none."""
        here, before = self.texts[n], self.texts[n - 1]
        after = self.texts[n + 1] if n + 1 < len(self.texts) else ""
        ended = before.endswith(_STOP) and not here.endswith((*_STOP, ",", "-"))
        return ended and here[0].isupper() and after[:1].isupper() and len(here) < 0.6 * len(after)

    def _breaks(self, part: list[int], n: int) -> bool:
        """Whether the line before ends although the next word would have fitted."""
        return self._has_room(part, n, self._width(part, n))

    def _has_room(self, part: list[int], n: int, width: int) -> bool:
        before, word = self.texts[part[-1]], self.texts[n].split()[0]
        return width - len(before) - 1 - len(word) > _SLACK * width + _SLACK_LETTERS

    def _would_fit(self, part: list[int], n: int) -> bool:
        """Whether the next word would just have fitted, by the widest line around."""
        return max(self._near(part[0], n)) > len(self.texts[part[-1]]) + 1 + len(self.texts[n].split()[0])

    def _near(self, first: int, n: int) -> list[int]:
        """Return the lengths of the lines around."""
        return [len(text) for text in self.texts[max(0, first - 5) : n + 6]]

    def _width(self, part: list[int], n: int) -> int:
        """Return the width that lines fill here: that of the block so far, else of the lines around it."""
        own = [len(self.texts[m]) for m in part]
        if len(own) > 1:
            return max(own)
        run = self._run(part[0], n)
        if max(run) <= _NARROW or len(run) > 2:
            return max(run)
        near = self._near(part[0], n)
        wide = len(self.texts[n]) > 0.6 * max(near) or own[0] < 0.5 * max(near)
        return max(near) if wide else max(own[0], len(self.texts[n]))

    def _run(self, first: int, n: int) -> list[int]:
        """Return the lengths of the lines around that no gap parts, as those of a box at the side."""
        while first and not self._gap(first) and n - first < _RUN:
            first -= 1
        last = n
        while last + 1 < len(self.texts) and not self._gap(last + 1) and last - n < _RUN:
            last += 1
        return [len(text) for text in self.texts[first : last + 1]]


def _gaps(lines: Sequence[Line]) -> Iterator[int]:
    blank = 0
    for line in lines:
        if squeezed(line.text):
            yield blank
            blank = 0
        else:
            blank += 1


def _spacing(texts: Sequence[str], gaps: Sequence[int]) -> int:
    """Return how many blank lines stand between two lines of one paragraph: 0, or 1 where a text is spaced out."""
    within = Counter(
        gap
        for (before, here), gap in zip(pairwise(texts), gaps[1:], strict=True)
        if here[0].islower() and len(before) > 40
    )
    return 1 if within[1] > within[0] else 0


def _is_indented(text: str) -> bool:
    return text[:1] == " " and text[1:2] not in ("", " ")


def _is_open(text: str) -> bool:
    """Whether a line cannot be the last of its sentence."""
    return text.endswith(",") or leads_on(text)


def _is_short(text: str) -> bool:
    return len(text.split()) < 4


def _block(part: list[int], gap: int, page: _Page, joiner: Joiner) -> Block:
    lines = tuple(page.lines[n] for n in part)
    form, mark, start = page.forms[part[0]]
    spans = [Span(line.start, line.start + len(line.text)) for line in lines]
    spans[0] = Span(spans[0].start + start, spans[0].end)
    return Block(joiner.join(spans), lines, form, mark, gap)
