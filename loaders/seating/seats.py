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
from samspil.loaders.naming.groups import registered
from samspil.loaders.naming.names import names
from samspil.loaders.records import Actor, Seat
from samspil.loaders.seating.cards import (
    begins_with_place,
    committees_column,
    completed,
    is_cell,
    merged,
    row,
    tells_cell,
)
from samspil.loaders.seating.committees import (
    LABEL_WORDS,
    Committees,
    is_entry,
    pattern,
    titles,
    town_in,
    words,
)
from samspil.loaders.seating.members import People, Traits
from samspil.loaders.texts.blocks import Block
from samspil.loaders.texts.structure import Text

_PARTY_MARK = re.compile(r"\s*\([A-ZÆØÅ]\)\s")
_COLUMNS = re.compile(r"(?<=\S)(?:\t\s*|\s{3,}|\s*\|\s*)(?=\S)")
_BRACKETED = re.compile(r"[^\W\d_]\W*\([A-ZÆØÅ]\)")
_APART = re.compile(r"\s*[,(–-]")
_TAIL = re.compile(r"(?:[\s,;.–-]|\b(?:og|samt))+$")
_SIGNED_WORDS = 25


def seats(document: Document, text: Text, joiner: Joiner, known: Committees) -> list[Seat]:
    """Return who sits in which committee, each person once a committee, in the order of print."""
    return _Reader(document, text, joiner, known).run()


class _Reader:
    """Goes through a text; knows the committee in scope, whether a list of its members is open, and for which side.

    `open` is `announced` where members are, `headed` under the mere name of a committee (there a party letter must
    tell), or "". Paragraphs may part a list from its heading, and a note at the foot of a page may cut it; then the
    list is `loose`: only rows that stand together are of it.
    """

    def __init__(self, document: Document, text: Text, joiner: Joiner, known: Committees) -> None:
        self.document, self.text, self.joiner, self.committees = document, text, joiner, known
        self.context = context = known.context
        self.scope = self.committees.main
        self.open, self.kept, self.loose, self.begun = "", False, False, False
        self.side: Actor | None = None
        self.office: str | None = None
        self.cells = False  # whether a table's cells stand on lines of their own
        self.placed = False  # whether the column behind the names has places
        self.columns: list[str] = []
        self.last: Passage | None = None
        self.lacking = False  # whether nothing tells yet whom the last entry's people sit for
        self.above: tuple[Passage, People] | None = None
        self.made: dict[tuple[str, str], Seat] = {}
        self.title = (context.title or "").casefold()
        publisher = names(context.on, context.region).full_name(context.publisher or "")
        self.publisher = (
            registered(publisher) if publisher and publisher.kind == "municipality" else self.committees.place
        )

    def run(self) -> list[Seat]:
        self.units = sorted(self._units(), key=lambda unit: unit[0].starts[0])
        for n, (passage, heading) in enumerate(self.units):
            self._unit(n, passage, heading)
        made = list(self.made.values())
        whole = [completed(seat, made) for seat in made]
        return [self._at_home(seat, whole) for seat in whole]

    def _at_home(self, seat: Seat, others: Sequence[Seat]) -> Seat:
        """Return a seat in a municipality's own committee with the municipality that publishes the document."""
        theirs = {o.organisation for o in others if o.committee.name == seat.committee.name} - {None, self.publisher}
        own = seat.committee.register_key is None and not theirs
        return replace(seat, organisation=seat.organisation or self.publisher) if own else seat

    def _units(self) -> Iterator[tuple[Passage, bool]]:
        """Yield rows of tables, lines of lists and whole paragraphs, and which of them are headings."""
        tables = [t.span for t in self.document.tables]
        for table in self.document.tables:
            for printed in table.rows:
                cells = [c for span in printed if (c := self.joiner.cell(span))]
                yield from [(row(cells), False)] if cells else []
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
        # "Udvalget: Bo Lind (V); Ida\nFalk (A)." runs on over its lines
        whole = self._read(block.passage, self.scope).headed(0) and block.text.count(":") == 1
        if sentence and (whole or not (len(lines) > 1 and all(map(self._is_row, lines)))):
            return [block.passage]
        parts: list[list[Passage]] = []
        for line in lines:
            if parts and (parts[-1][-1].text.endswith((",", "-", " og")) or not self._begins(line)):
                parts[-1].append(line)
            else:
                parts.append([line])
        return [row(part, " ") for part in parts]

    def _columns(self, start: int, text: str, first: int) -> Passage:
        """Return a line with a comma where wide space parts its columns."""
        begin = max(0, first - start)
        cuts = [(m.start(), m.end()) for m in _COLUMNS.finditer(text, begin)]
        bounds = pairwise([(begin, begin), *cuts, (len(text), len(text))])
        cells = [p for a, b in bounds if (p := self.joiner.join([Span(start + a[1], start + b[0])]))]
        return row(cells) if cells else self.joiner.join([])

    def _read(self, passage: Passage, scope: Actor | None) -> People:
        return People(passage.text, self.context, self.committees.find(passage.text, scope), self.placed)

    def _begins(self, line: Passage) -> bool:
        """Whether a line begins an entry: with a name, be it behind a title or a label, or as a label of its own."""
        found = self._read(line, self.scope)
        if not found.names and _BRACKETED.search(line.text):
            return False  # "Borgmester (V)" goes on the name above
        if not found.names:
            signed = pattern("sitting", "signed").match(line.text)
            return (
                bool(signed)
                or line.text.endswith((":", ")"))
                or found.side()[0]
                or (len(found.committees) == 1 and is_cell(found))
            )
        before = line.text[: found.names[0].start].rpartition(":")[2]
        told = [part for part in before.split(",")[:-1] if part.strip()]
        # "Jensen (A), Greve Kommune, Bo Lind" goes on the line above, "Greve, Bo Lind" does not
        return not _BRACKETED.search(before) and all(tells_cell(p, self.context, self.committees) for p in told)

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
        elif columns := self._titles(n):
            self._header(columns, bool(n and self._titles(n - 1)))
        elif found.names and self.open and is_entry(text) and self._is_listed(n):
            self._entry(passage, found)
        elif short and not found.names and not text[0].islower():
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
        if committees_column(self.columns) == "first" and is_cell(found) and found.committees:
            self.scope, self.last = found.committees[0].actor, None
        elif self.open and self.last and (is_cell(found) if self.cells else self.lacking and begins_with_place(found)):
            self._entry(whole := row([self.last, passage]), self._read(whole, self.scope))
        else:
            self._head(passage.text, found, heading)

    def _titles(self, n: int) -> list[str]:
        """Return the titles of columns in a text; "Udvalg" is one only beside others."""
        columns, bodies = titles(self.units[n][0].text), words()["announcing"]["bodies"]
        beside = (titles(self.units[m][0].text) for m in (n - 1, n + 1) if 0 <= m < len(self.units))
        return [] if len(columns) == 1 and columns[0] in bodies and not any(beside) else columns

    def _header(self, columns: list[str], goes_on: bool) -> None:
        self.cells, self.last, self.side, self.office = True, None, None, None
        self.columns = self.columns + columns if goes_on else columns
        known = words()["announcing"]
        self.placed = any(a in known["persons"] and b in known["places"] for a, b in pairwise(columns))
        tells = any(c in known["telling"] for c in columns) or (self.open and len(columns) > 1)
        if tells and (self.scope or committees_column(self.columns)):
            self.open, self.loose = "announced", False

    def _head(self, text: str, found: People, heading: bool) -> None:
        announces = any(pattern("announcing", how).search(text) for how in ("heading", "list"))
        sided, side = found.side()
        signed = pattern("sitting", "signed").match(text)
        office = pattern("sitting", "chair").search(text) if signed else pattern("offices", "words").search(text)
        announces = announces or bool(signed)
        others = text.endswith(":") and pattern("refusing", "verb").search(text)  # "I mødet deltog:"
        self.lacking = False
        if found.committees or announces or others or (heading and not sided and not office):
            self.columns = []
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
        self.last, self.lacking = passage, self.side is None
        column = committees_column(self.columns)
        if found.committees and (column or found.committees[0].start < len(label)):
            self.scope = found.committees[0].actor
        for n in range(len(found)):
            traits = found.traits(n, listed=True)
            traits = replace(traits, organisation=traits.organisation or town, office=traits.office or office)
            self.lacking = self.lacking and not (traits.organisation or traits.town)
            if column == "later" and not found.committees:
                continue  # the cell that names it is still to come
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
        self.lacking, self.columns = False, []

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
        self.made[committee.name, person.text] = merged(known, seat)
