"""Who sits in a committee: people in sentences, lists, tables and signatures, with party letter and organisation.

A person has a seat where a sentence says so ("medlemmerne er ...", "... er repræsenteret ved ..."), where a list or a
table of members is announced, or where an office of a committee stands with the name. Contact persons, authors and
people who are quoted have none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from samspil.loaders.files.document import Document, Span
from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.naming.groups import Context, registered
from samspil.loaders.naming.names import names
from samspil.loaders.records import Actor, Seat
from samspil.loaders.seating.committees import (
    LABEL_WORDS,
    Committees,
    appointments,
    is_entry,
    pattern,
    titles,
    town_in,
    words,
)
from samspil.loaders.seating.members import LETTER, People, Traits
from samspil.loaders.sources import identify
from samspil.loaders.texts.blocks import Block
from samspil.loaders.texts.structure import Text

__all__ = ["appointments", "seats"]

_PARTY_MARK = re.compile(r"\s*\([A-ZÆØÅ]\)\s")
_COLUMNS = re.compile(r"(?<=\S)(?:\t\s*|\s{3,}|\s*\|\s*)(?=\S)")
_BRACKETED = re.compile(r"[^\W\d_]\W*\([A-ZÆØÅ]\)")
_APART = re.compile(r"\s*[,(–-]")
_TAIL = re.compile(r"(?:[\s,;.–-]|\b(?:og|samt))+$")
_SIGNED_WORDS = 25


def seats(text: Text, document: Document, joiner: Joiner, context: Context) -> list[Seat]:
    """Return who sits in which committee, each person once a committee, in the order of print."""
    return _Reader(text, document, joiner, context).run()


class _Reader:
    """Goes through a text; knows the committee in scope, whether a list of its members is open, and for which side.

    `open` is `announced` where members are, `headed` under the mere name of a committee (there a party letter must
    tell), or "". Paragraphs may part a list from its heading, and a note at the foot of a page may cut it; then the
    list is `loose`: only rows that stand together are of it.
    """

    def __init__(self, text: Text, document: Document, joiner: Joiner, context: Context) -> None:
        self.text, self.document, self.joiner, self.context = text, document, joiner, context
        self.committees = Committees(text, context)
        self.scope = self.committees.main
        self.open, self.kept, self.loose, self.begun = "", False, False, False
        self.side: Actor | None = None
        self.office: str | None = None
        self.cells = False  # whether a table's cells stand on lines of their own
        self.placed = False  # whether the column behind the names has places
        self.last: Passage | None = None
        self.above: tuple[Passage, People] | None = None
        self.made: dict[tuple[str, str], Seat] = {}
        known = identify(document)
        self.title = (known.title or "").casefold()
        publisher = names(context.on, context.region).full_name(known.publisher or "")
        self.publisher = registered(publisher) if publisher and publisher.kind == "municipality" else None

    def run(self) -> list[Seat]:
        self.units = sorted(self._units(), key=lambda unit: unit[0].starts[0])
        for n, (passage, heading) in enumerate(self.units):
            self._unit(n, passage, heading)
        completed = [_completed(seat, list(self.made.values())) for seat in self.made.values()]
        return [self._at_home(seat, completed) for seat in completed]

    def _at_home(self, seat: Seat, others: Sequence[Seat]) -> Seat:
        """Return a seat in a municipality's own committee with the municipality that publishes the document."""
        theirs = {o.organisation for o in others if o.committee.name == seat.committee.name} - {None, self.publisher}
        own = seat.committee.register_key is None and not theirs
        return replace(seat, organisation=seat.organisation or self.publisher) if own else seat

    def _units(self) -> Iterator[tuple[Passage, bool]]:
        """Yield rows of tables, lines of lists and whole paragraphs, and which of them are headings."""
        tables = [t.span for t in self.document.tables]
        for table in self.document.tables:
            for row in table.rows:
                cells = [c for span in row if (c := self.joiner.cell(span))]
                yield from [(_row(cells), False)] if cells else []
        for n, block in enumerate(self.text.blocks):
            if not any(t.start <= block.passage.starts[0] < t.end for t in tables):
                yield from ((part, n in self.text.outline.headings) for part in self._lines(block))

    def _lines(self, block: Block) -> list[Passage]:
        """Return the lines of a block that has an entry a line, else its text as a whole."""
        first = block.passage.starts[0]
        if _PARTY_MARK.match(block.first.text) and block.form:
            first = block.first.start  # "(F) Ida ..." is no list lettered a to f
        lines = [p for line in block.lines if (p := self._columns(line.start, line.text, first))]
        sentence = (block.ends and not block.text.endswith(":")) or not is_entry(block.text)
        if sentence and not (len(lines) > 1 and all(map(self._is_row, lines))):
            return [block.passage]
        parts: list[list[Passage]] = []
        for line in lines:
            if parts and (parts[-1][-1].text.endswith((",", "-", " og")) or not self._begins(line)):
                parts[-1].append(line)
            else:
                parts.append([line])
        return [_row(part, " ") for part in parts]

    def _columns(self, start: int, text: str, first: int) -> Passage:
        """Return a line with a comma where wide space parts its columns."""
        begin = max(0, first - start)
        cuts = [(m.start(), m.end()) for m in _COLUMNS.finditer(text, begin)]
        bounds = pairwise([(begin, begin), *cuts, (len(text), len(text))])
        cells = [p for a, b in bounds if (p := self.joiner.join([Span(start + a[1], start + b[0])]))]
        return _row(cells) if cells else self.joiner.join([])

    def _read(self, passage: Passage, scope: Actor | None) -> People:
        return People(passage.text, self.context, self.committees.find(passage.text, scope), self.placed)

    def _begins(self, line: Passage) -> bool:
        """Whether a line begins an entry: with a name, be it behind a title or a label, or as a label of its own."""
        found = self._read(line, self.scope)
        if not found.names:
            signed = pattern("sitting", "signed").match(line.text)
            return bool(signed) or line.text.endswith((":", ")")) or found.side()[0]
        before = line.text[: found.names[0].start].rpartition(":")[2]
        told = [part for part in before.split(",")[:-1] if part.strip()]
        # "Jensen (A), Greve Kommune, Bo Lind" goes on the line above, "Greve, Bo Lind" does not
        return not _BRACKETED.search(before) and all(town_in(p, self.context) or LETTER.fullmatch(p) for p in told)

    def _is_row(self, passage: Passage, loose: bool = False) -> bool:
        """Whether a text is a row of a list by its looks: a name, with no words but a label or titles before it."""
        found, text = self._read(passage, self.scope), passage.text
        if not found.names or not is_entry(text) or len(text.split()) > LABEL_WORDS:
            return False
        if loose and (found.chairs(0) or (text.endswith(".") and not _APART.match(found.behind(0)))):
            return False
        return not pattern("announcing", "running").search(text[: found.names[0].start].rpartition(":")[2])

    def _is_listed(self, n: int) -> bool:
        """Whether a text belongs to the open list; behind a paragraph, rows stand together or under a label."""
        near = [self.units[m][0] for m in (n - 1, n + 1) if 0 <= m < len(self.units)]
        together = any(self._is_row(p, loose=True) for p in near) or near[0].text.endswith(":")
        return not self.loose or (together and self._is_row(self.units[n][0], loose=True))

    def _unit(self, n: int, passage: Passage, heading: bool) -> None:
        text, found = passage.text, self._read(passage, self.scope)
        above, self.above = self.above, None
        short = len(text.split()) <= LABEL_WORDS and not text.endswith(".") and len(sentences(passage)) == 1
        if self.begun and text.casefold() == self.title:
            return  # at the top of a page, within a list
        if pattern("sitting", "signed").match(text) and found.committees and not found.names and above:
            self._sign(*above, found)
        elif short and pattern("refusing", "heading").match(text):
            self.open = ""
        elif columns := titles(text):
            self._header(columns)
        elif found.names and self.open and is_entry(text) and self._is_listed(n):
            self._entry(passage, found)
        elif short and not found.names:
            self._label(passage, found, heading)
        else:
            self._prose(passage)
            self.above = (passage, found) if found.names and len(text.split()) <= _SIGNED_WORDS else None

    def _sign(self, passage: Passage, found: People, below: People) -> None:
        """Take the people of one line for the chairs that the line below makes them."""
        self.side = None
        chairs = [m.group().casefold() for m in pattern("sitting", "chair").finditer(below.text)]
        for n in range(len(found)):
            committee = below.committees[n if len(below.committees) == len(found) else 0].actor
            office = chairs[n if len(chairs) == len(found) else 0]
            self._add(passage, found, n, committee, replace(found.traits(n, listed=True), office=office))

    def _label(self, passage: Passage, found: People, heading: bool) -> None:
        """Take what stands above entries: a heading, a side, an office; or a cell on a line of its own."""
        if self.cells and self.open and self.last and _is_cell(found):
            self._entry(whole := _row([self.last, passage]), self._read(whole, self.scope))
        else:
            self._head(passage.text, found, heading)

    def _header(self, columns: Sequence[str]) -> None:
        self.cells, self.last, self.side, self.office = True, None, None, None
        known = words()["announcing"]
        self.placed = any(a in known["persons"] and b in known["places"] for a, b in pairwise(columns))
        tells = any(c in known["telling"] for c in columns) or (self.open and len(columns) > 1)
        if self.scope and tells:
            self.open, self.loose = "announced", False

    def _head(self, text: str, found: People, heading: bool) -> None:
        announces = any(pattern("announcing", how).search(text) for how in ("heading", "list"))
        sided, side = found.side()
        signed = pattern("sitting", "signed").match(text)
        office = pattern("sitting", "chair").search(text) if signed else pattern("offices", "words").search(text)
        announces = announces or bool(signed)
        others = text.endswith(":") and pattern("refusing", "verb").search(text)  # "I mødet deltog:"
        if found.committees or announces or others or (heading and not sided and not office):
            self.scope = found.committees[-1].actor if found.committees else self.scope
            self.open = "announced" if announces else "headed" if found.committees else ""
            self.side, self.office, self.cells, self.placed = None, None, False, False
            self.kept, self.loose, self.begun = heading or announces, False, False
        if sided:
            self.side, self.office = side, None
            self.open = "announced" if self.open and text.endswith((":", ")")) else self.open
        if office or pattern("offices", "unmarked").match(text):
            self.office = office.group().casefold() if office else None

    def _entry(self, passage: Passage, found: People) -> None:
        """Take one entry of a list or one row of a table."""
        label, office, town = found.label(), self.office, None
        sided, side = found.side(0, len(label))
        if sided and (side is None or side.kind != "municipality"):
            self.side = side
        elif label:
            town = side or town_in(label, self.context)
            spoken = pattern("offices", "words").search(label)
            office = spoken.group().casefold() if spoken else office
        self.last = passage
        for n in range(len(found)):
            traits = found.traits(n, listed=True)
            traits = replace(traits, organisation=traits.organisation or town, office=traits.office or office)
            if self.scope and self._belongs(traits):
                self._add(passage, found, n, self.scope, traits)
                self.loose, self.begun = False, True

    def _belongs(self, traits: Traits) -> bool:
        """Whether enough is told of a person for a member of the open list."""
        if self.open == "announced":
            return not self.loose or bool(traits.party or traits.organisation or traits.office)
        return bool(traits.party or (self.begun and traits.organisation))

    def _prose(self, passage: Passage) -> None:
        here, opened, self.side, self.office = self.scope, False, None, None
        mentioned = dict.fromkeys(filter(None, [here]))
        for sentence in sentences(passage):
            found = self._read(sentence, here)
            mentioned |= dict.fromkeys(n.actor for n in found.committees)
            if not any(pattern("refusing", word).search(sentence.text) for word in ("contact", "quote")):
                self._sentence(sentence, found, here, list(mentioned))
            here = found.committees[-1].actor if found.committees else here
            if pattern("announcing", "list").search(sentence.text):
                self.scope, opened = here, True
        goes_on = self.kept and not passage.text.endswith(":")  # else another list begins
        self.open = "announced" if opened else self.open if goes_on else ""
        self.kept, self.loose, self.begun, self.cells = bool(self.open), not opened, self.begun and not opened, False

    def _sentence(self, sentence: Passage, found: People, here: Actor | None, mentioned: Sequence[Actor]) -> None:
        """Take the people of whom a sentence says that they sit in a committee."""
        self.side = None
        for n, sits in enumerate(found.seated()):
            turned, side = found.turn(n)
            self.side = side if turned else self.side
            traits = found.traits(n, listed=False)
            traits = replace(traits, office=found.chairs(n) or traits.office)
            several = pattern("sitting", "several").search(found.behind(n))
            nearest = found.seats_in(n) or ([here] if here else [])
            for committee in (mentioned if several else nearest) if sits else ():
                self._add(sentence, found, n, committee, traits)
                self.scope = committee

    def _add(self, passage: Passage, found: People, n: int, committee: Actor, traits: Traits) -> None:
        if traits.gone:
            return
        person = found.names[n]
        home = traits.town if traits.local else None
        whose = traits.organisation or home or (None if traits.local else self.side) or traits.town
        end = person.start + len(_TAIL.sub("", found.text[person.start : found.until(n)]))
        evidence, printed = self.joiner.evidence(passage, person.start, end), found.text[person.start : end]
        seat = Seat(committee, person.text, printed, evidence, traits.party, whose, traits.office)
        known = self.made.get((committee.name, person.text), seat)
        self.made[committee.name, person.text] = _merged(known, seat)


def _row(cells: Sequence[Passage], between: str = ", ") -> Passage:
    """Return the cells of a row as one passage, with commas where the columns meet."""
    text, starts, ends = cells[0].text, cells[0].starts, cells[0].ends
    for cell in cells[1:]:
        gap = (ends[-1],) * len(between)
        text, starts, ends = text + between + cell.text, (*starts, *gap, *cell.starts), (*ends, *gap, *cell.ends)
    return Passage(text, starts, ends)


def _is_cell(found: People) -> bool:
    whole = any(m.start == 0 and m.end == len(found.text) for m in found.marks)
    return whole or bool(LETTER.fullmatch(found.text)) or found.text.casefold() in words()["parties"]


def _merged(first: Seat, again: Seat) -> Seat:
    """Return a seat that was told twice, with what either tells, at the place that tells the party."""
    return replace(
        again if again.party and not first.party else first,
        party=first.party or again.party,
        organisation=first.organisation or again.organisation,
        office=first.office or again.office,
    )


def _completed(seat: Seat, others: Sequence[Seat]) -> Seat:
    """Return a seat with party and organisation that the same person's seat in another committee tells."""
    for other in others:
        if other.person == seat.person and (seat.party or other.party) in (seat.party, other.party):
            seat = replace(seat, party=seat.party or other.party, organisation=seat.organisation or other.organisation)
    return seat
