"""Invented lists of members, and the seats that are read of them."""

from dataclasses import replace
from datetime import date

from samspil.loaders.files.document import Document, Table
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Seat
from samspil.loaders.seating.committees import Committees
from samspil.loaders.seating.seats import seats
from samspil.loaders.sources import identify
from samspil.loaders.texts.structure import parsed

SKU, PPU = "Sundhedskoordinationsudvalget", "Praksisplanudvalget"
HERE = Context(date(2018, 5, 1), "region-hovedstaden")
Row = tuple[str, str, str | None, str | None]


def found(text: str, context: Context = HERE, tables: tuple[Table, ...] = ()) -> list[Seat]:
    """Return the seats of a text."""
    document = Document("a.txt", "text", text, "0" * 64, tables=tables)
    joiner, known = Joiner(document), identify(document)
    read = parsed(document, joiner)
    told = replace(context, title=known.title, publisher=known.publisher)
    return seats(document, read, joiner, Committees(read, told))


def rows(text: str, context: Context = HERE) -> list[Row]:
    """Return committee, person, party and organisation of each seat."""
    return [
        (s.committee.name, s.person, s.party, s.organisation.name if s.organisation else None)
        for s in found(text, context)
    ]
