"""What is told of one person in several cells, lines or places, put together."""

from collections.abc import Sequence
from dataclasses import replace

from samspil.loaders.files.passage import Passage
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Seat
from samspil.loaders.seating.committees import Committees, town_in, words
from samspil.loaders.seating.members import LETTER, People


def row(cells: Sequence[Passage], between: str = ", ") -> Passage:
    """Return the cells of a row as one passage, with commas where the columns meet."""
    text, starts, ends = cells[0].text, cells[0].starts, cells[0].ends
    for cell in cells[1:]:
        gap = (ends[-1],) * len(between)
        text, starts, ends = text + between + cell.text, (*starts, *gap, *cell.starts), (*ends, *gap, *cell.ends)
    return Passage(text, starts, ends)


def is_cell(found: People) -> bool:
    """Whether a text is one cell of a person's row: an organisation, a committee, a letter, a party."""
    whole = any(m.start == 0 and m.end == len(found.text) for m in found.masked)
    return whole or bool(LETTER.fullmatch(found.text)) or found.text.casefold() in words()["parties"]


def begins_with_place(found: People) -> bool:
    """Whether a line begins with an organisation, so that it may tell whom the person on the line above sits for."""
    return not found.text.endswith((":", ")")) and any(m.start == 0 for m in found.marks)


def tells_cell(text: str, context: Context, committees: Committees) -> bool:
    """Whether a text before a name is a place, a letter or a committee, so that a row may begin with it."""
    return bool(town_in(text, context) or LETTER.fullmatch(text) or committees.find(text, None))


def committees_column(columns: Sequence[str]) -> str:
    """Return where the column that names committees stands among the columns: `first`, `later` or nowhere."""
    at = next((n for n, c in enumerate(columns) if c in words()["announcing"]["bodies"]), None)
    return "" if at is None else "later" if at else "first"


def merged(first: Seat, again: Seat) -> Seat:
    """Return a seat that was told twice, with what either tells, at the place that tells the party."""
    return replace(
        again if again.party and not first.party else first,
        party=first.party or again.party,
        organisation=first.organisation or again.organisation,
        office=first.office or again.office,
    )


def completed(seat: Seat, others: Sequence[Seat]) -> Seat:
    """Return a seat with party and organisation that the same person's seat in another committee tells."""
    for other in others:
        if other.person == seat.person and (seat.party or other.party) in (seat.party, other.party):
            seat = replace(seat, party=seat.party or other.party, organisation=seat.organisation or other.organisation)
    return seat
