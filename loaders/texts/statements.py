"""Statements of a text: what stands under labels and announcements, each with its place in the outline.

A list begins behind a heading or lead-in that announces something and ends at a heading, at the next announcement or,
once its items carry marks, at a paragraph without one. A text that goes on behind an edge of a page belongs to the item
before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from samspil.loaders.files.passage import Passage, sentences
from samspil.loaders.texts.announce import is_area, is_of_the_text, label, serves
from samspil.loaders.texts.blocks import Block
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.structure import LISTS, Text

_KEYED = frozenset({"number", "letter", "roman"})
_TITLE_BLOCKS = 3  # at a text's beginning, among which its title is
_FEW_WORDS = 5  # a heading of fewer is none of the texts that labels wait for
_A_SENTENCE = 12  # words from which a block without a mark is running text
_MOST_WORDS = 60  # of a statement without a mark


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of one kind: its printed key, its text, where it stands."""

    kind: str
    key: str | None
    passage: Passage
    place: Place


@dataclass(frozen=True, slots=True)
class Lead:
    """What announces a list: its kind, its block, and how many items follow."""

    kind: str
    block: Block
    items: int


@dataclass
class _Open:
    """A list being read: its kind, how its items are marked, and the lead that opened it."""

    kind: str
    lead: int | None
    heading: bool
    form: str | None = None
    sign: str = ""
    items: int = 0
    last: int = -1
    item: "_Item | None" = None


@dataclass
class _Item:
    kind: str
    key: str | None
    passages: list[Passage]
    place: Place


@dataclass(frozen=True, slots=True)
class Scan:
    """The statements and leads of a text, in print order."""

    statements: tuple[Statement, ...]
    leads: tuple[Lead, ...]


def scan(text: Text) -> Scan:
    """Return what a text states."""
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.items: list[_Item] = []
        self.leads: list[tuple[int, str]] = []
        self.open: _Open | None = None
        self.outer: _Open | None = None
        self.area: int | None = None
        self.cut = False
        self.pending: list[tuple[str, str | None, Place]] = []
        self.counts: dict[int, int] = {}

    def run(self) -> Scan:
        for n, block in enumerate(self.text.blocks):
            self._block(n, block)
        statements = map(_statement, self.items)
        leads = (Lead(kind, self.text.blocks[n], self.counts.get(n, 0)) for n, kind in self.leads)
        return Scan(tuple(s for s in statements if s.passage), tuple(leads))

    def _block(self, n: int, block: Block) -> None:
        if self._names_what_is_followed(n, block):
            return
        if n in self.text.outline.late:
            self._labelled(n, block)
        elif self._labelled(n, block):
            self._open_area(n)
        elif self._fills(n, block) or self._resumes(block):
            return
        elif self._is_item(n, block):
            self._item(n, block)
        else:
            self._between(n, block)
        if n not in self.text.outline.headings and not block.form and len(block.text.split()) > _A_SENTENCE:
            self.cut = not block.ends

    def _names_what_is_followed(self, n: int, block: Block) -> bool:
        """Take "Mål 2" between indicators for the goal that the next of them are of; the list goes on below it."""
        found = label(block.text)
        alone = found is not None and found.kind == "goal" and found.start == len(block.text)
        if not alone or self.open is None or self.open.kind != "indicator":
            return False
        self.open.last, self.open.form = n, None
        return True

    def _between(self, n: int, block: Block) -> None:
        """Take a block that is no statement: it announces some, heads some, or ends a list."""
        if self.text.announces[n]:
            self._announce(n)
        elif self._is_running_head(n) or self._leads_on(n, block):
            return
        elif self._heads_goals(n):
            self.items.append(_Item("focus_area", None, [block.passage], self.text.outline.places[n]))
        elif n in self.text.outline.headings or not self._goes_on(block):
            self.open = None

    def _leads_on(self, n: int, block: Block) -> bool:
        """Whether a line with a colon stands between a heading that announces a list and its items."""
        after = self.text.blocks[n + 1] if n + 1 < len(self.text.blocks) else None
        opened = self.open is not None and self.open.heading and not self.open.items and self.open.last == n - 1
        return opened and block.text.endswith((":", " at")) and after is not None and bool(after.form)

    def _is_running_head(self, n: int) -> bool:
        """Whether a line begins a page between two items of one list: a running head that only two pages have."""
        around = self.text.blocks[n - 1 : n + 2] if n else ()
        if self.open is None or not self.open.items or len(around) < 3 or n in self.text.outline.titles:
            return False
        before, block, after = around
        alike = before.form == after.form == self.open.form != ""
        return alike and len(block.lines) == 1 and block.first.page not in (None, before.last.page)

    def _labelled(self, n: int, block: Block) -> bool:
        """Take a block that a label begins: "Mål 3: ..."; an empty label waits for a text."""
        passage = self.text.outline.titles.get(n, block.passage)
        found = label(passage.text)
        rest = passage.slice(found.start) if found else None
        place = self.text.outline.places[n]
        if passage is block.passage and is_area(block.text) and self._names(n + 1):
            self.pending.append(("focus_area", None, place))
            return True
        if found is None or rest is None or (found.key is None and rest.text.endswith(":")):
            return False
        if not rest:
            if found.key is None:
                return False
            self.pending.append((found.kind, found.key, place))
            return True
        key = found.key or (block.mark if block.form in _KEYED else None)
        self.items.append(_Item(found.kind, key, [rest], self._own_place(n, place)))
        if self.leads and self.leads[-1][1] == found.kind:
            self.counts[self.leads[-1][0]] = self.counts.get(self.leads[-1][0], 0) + 1
        return True

    def _names(self, n: int) -> bool:
        """Whether a block may be the name of an area: short, no sentence, and not one of a list."""
        block = self.text.blocks[n] if n < len(self.text.blocks) else None
        return block is not None and not block.form and not block.ends and len(block.text.split()) < _A_SENTENCE

    def _open_area(self, n: int) -> None:
        """Take items right below a focus area for its goals; below any other label nothing is listed."""
        after = self.text.blocks[n + 1] if n + 1 < len(self.text.blocks) else None
        listed = self.items and self.items[-1].kind == "focus_area" and after is not None and after.form
        self.open = _Open("goal", None, heading=False, last=n) if listed else None

    def _heads_goals(self, n: int) -> bool:
        """Whether a heading below one that announces focus areas stands right above a goal."""
        after = self.text.blocks[n + 1] if n + 1 < len(self.text.blocks) else None
        found = label(after.text) if after else None
        announced_area = self.area is not None and self.area < n
        return n in self.text.outline.headings and announced_area and found is not None and found.kind == "goal"

    def _own_place(self, n: int, place: Place) -> Place:
        """Return the place of what a heading itself states: that of the section it heads, also where it stands late."""
        late = n in self.text.outline.late
        return Place((place.section or "").rpartition(".")[0]) if late else place

    def _fills(self, n: int, block: Block) -> bool:
        """Give a text to the first label that waits for one."""
        few = n in self.text.outline.headings and len(block.text.split()) < _FEW_WORDS
        if not self.pending or (few and self.pending[0][0] != "focus_area"):
            return False
        kind, key, place = self.pending.pop(0)
        self.items.append(_Item(kind, key, [block.passage], place))
        return True

    def _resumes(self, block: Block) -> bool:
        """Give the rest of a sentence that an edge of a page and a heading cut to the item it belongs to."""
        item = self.open.item if self.open else None
        if item is None or block.form or not block.text[0].islower() or block.first.text[:1] not in " \f":
            return False
        if self.cut:  # a paragraph was cut as well, and before the list
            self.cut, self.open = False, None
            return True
        if item.passages[-1].text.endswith((".", ":", "?")):
            return False
        item.passages.append(block.passage)
        return True

    def _announce(self, n: int) -> None:
        if self.open and self.open.form in _KEYED and self.open.items:
            self.outer = self.open
        kind = self.text.announces[n] or ""
        headed = self.open is not None and self.open.heading and not self.open.items and self.open.last == n - 1
        if self.open and headed and kind == "commitment" and serves(self.text.blocks[n].text):
            kind = self.open.kind  # "Three goals / The policy is to contribute to:"
        self.leads.append((n, kind))
        if kind == "focus_area":
            self.area = n
        self.open = _Open(kind, n, n in self.text.outline.headings, last=n)

    def _is_item(self, n: int, block: Block) -> bool:
        """Whether a block is an item of the open list, or belongs to its last one."""
        if self.open is None or (self.text.announces[n] and not block.form):
            return False
        if n in self.text.outline.headings and not self._is_bare_run(n):
            return False
        if block.form:
            remark = self.open.kind == "indicator" and _is_running(block)
            return self.open.form in (None, *LISTS) and not remark
        if self.open.form is None:
            return self._is_bare_item(n, block)
        return self.open.form == "" and self._is_bare_item(n, block)

    def _is_bare_item(self, n: int, block: Block) -> bool:
        """Whether a block without a mark can be an item: right behind the lead or another item, one short sentence."""
        opened = self.open
        if opened is None or (opened.heading and opened.kind in ("commitment", "focus_area")) or n - 1 != opened.last:
            return False
        after = self.text.blocks[n + 1].text if n + 1 < len(self.text.blocks) else ""
        if opened.heading and opened.lead is not None and opened.lead < _TITLE_BLOCKS:
            return False  # what stands below a document's title is no list
        led = opened.lead is not None and self.text.blocks[opened.lead].text.endswith(":")
        if block.text.endswith(":") or (opened.heading and not led and after.endswith(":")):
            return False
        if opened.heading and opened.kind == "indicator" and block.ends:
            return False
        single = len(block.text.split()) <= _MOST_WORDS and len(sentences(block.passage)) == 1
        return single and not is_of_the_text(block.text)

    def _is_bare_run(self, n: int) -> bool:
        """Whether a heading-like block is an item: right behind a lead that ends in a colon."""
        if n in self.text.outline.titles:
            return False
        return n > 0 and self.text.blocks[n - 1].text.endswith(":") and self.open is not None and not self.open.items

    def _item(self, n: int, block: Block) -> None:
        if self.outer and self.open and self.open.form == "bullet" and _follows(self.outer.sign, block):
            self.open = self.outer  # "1. goal, its indicators, 2. goal"
        opened = self.open
        if opened is None:
            return
        place = self.text.outline.places[n]
        opened.last = n
        if opened.form is None:
            opened.form, opened.sign = block.form, block.mark
        if self._is_nested(block):
            if opened.kind == "focus_area":
                self.items.append(_Item("goal", block.mark if block.form in _KEYED else None, [block.passage], place))
            else:
                (opened.item or self.items[-1]).passages.append(block.passage)
            return
        opened.items += 1
        if block.form in _KEYED:
            opened.sign = block.mark
        if opened.lead is not None:
            self.counts[opened.lead] = opened.items
        key = block.mark if block.form in _KEYED else None
        found = label(block.text)
        start = found.start if found and found.kind == opened.kind else 0
        opened.item = _Item(opened.kind, key, [block.passage.slice(start)], place)
        self.items.append(opened.item)

    def _is_nested(self, block: Block) -> bool:
        opened = self.open
        if opened is None or not opened.items:
            return False
        if block.form == "bullet" and opened.form == "bullet":
            return block.mark != opened.sign
        return block.form != opened.form

    def _goes_on(self, block: Block) -> bool:
        """Whether a paragraph may stand between a heading that announces and its list."""
        if self.open is None or not self.open.heading or self.open.items:
            return False
        return self.open.kind != "commitment" or not block.text.endswith(":")


def _is_running(block: Block) -> bool:
    """Whether a block is running text of several sentences, whatever mark stands before it."""
    return len(block.text.split()) > _MOST_WORDS and len(sentences(block.passage)) > 1


def _follows(mark: str, block: Block) -> bool:
    """Whether a block's mark is the one behind another: 2 behind 1, b behind a, A2 behind A1."""
    if block.form not in _KEYED or not mark:
        return False
    head, last = mark[:-1], mark[-1]
    return block.mark == head + chr(ord(last) + 1) or (mark.isdigit() and block.mark == str(int(mark) + 1))


def _statement(item: _Item) -> Statement:
    return Statement(item.kind, item.key, joined(item.passages), item.place)


def joined(passages: Iterable[Passage]) -> Passage:
    """Return passages as one, a space between them."""
    text, starts, ends = "", list[int](), list[int]()
    for passage in filter(None, passages):
        if text:
            text, starts, ends = f"{text} ", [*starts, ends[-1]], [*ends, passage.starts[0]]
        text, starts, ends = text + passage.text, [*starts, *passage.starts], [*ends, *passage.ends]
    return Passage(text, tuple(starts), tuple(ends))
