"""The memo loader on an invented memo: what an agreement sets out as another tells it, and who sits where."""

from samspil.loaders import memo
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from tests.loaders.plans import document, plan

TEXT = """NOTAT
Til: KKR Sjælland

Sundhedsaftalen 2019-2023 er indgået mellem Region Sjælland og kommunerne. Aftalen rummer en fælles vision om et
nært sundhedsvæsen og følgende fokusområder:

1. Mental sundhed
a. Flere unge får hjælp i tide
b. Færre unge indlægges
2. Ældre
a. Færre ældre falder

KKR Sjælland udpeger fem medlemmer til Sundhedskoordinationsudvalget. Medlemmerne er borgmester Ida Falk (A), Lejre
Kommune, og Bo Lind (V), Greve Kommune.

Kontaktperson er konsulent Per Hald.
"""


def test_a_memo_tells_the_goals_and_their_areas() -> None:
    """Lettered goals carry the key of their area."""
    found = plan(TEXT, "memo").goals
    assert [("1", None), ("1a", "1"), ("1b", "1"), ("2", None), ("2a", "2")] == [(g.key, g.parent) for g in found]


def test_a_memo_tells_who_sits_where() -> None:
    """Person, party letter and municipality; contact persons stay out."""
    found = plan(TEXT, "memo")
    assert [("Ida Falk", "A", "Lejre Kommune"), ("Bo Lind", "V", "Greve Kommune")] == [
        (s.person, s.party, s.organisation and s.organisation.name) for s in found.seats
    ]
    assert [("KKR Sjælland", "Sundhedskoordinationsudvalget")] == [
        (a.body.name, a.committee.name) for a in found.appointments
    ]


def test_a_memo_presents_its_agreement() -> None:
    """The agreement it is about is the first it names."""
    found = document(TEXT)
    contents = memo.load(found, Joiner(found), Context(None, None))
    assert ("2019", "2023") == (contents.plan.citations[0].start, contents.plan.citations[0].end)
