"""The agreement loader on an invented agreement: what it says of itself, its aims, and what the parties promise."""

from samspil.loaders import agreement
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Plan
from tests.loaders.plans import document, plan

BODY = "Samarbejdet om de borgere, der har brug for hjælp fra flere sider, er fortsat under udvikling. Det går fremad."
TEXT = f"""Sundhedsaftale 2011-2014
mellem Region Sjælland og de 17 kommuner i regionen

Indhold
1 Indledning ........ 3
2 Ældre borgere ...... 4

1 Indledning

Aftalen bygger videre på sundhedsaftalen 2008-2010 og udmønter sundhedsloven. {BODY}

Vores visioner er:
• At borgeren oplever sammenhæng
• At ingen venter uden grund

2 Ældre borgere

{BODY}

Mål 1: Ældre borgere kommer trygt hjem.
Mål 2: Færre ældre genindlægges.

Indikatorer:
• Andel af ældre, der genindlægges inden 30 dage

2.1 Udskrivning

{BODY}

I aftaleperioden forpligter parterne sig til at:
– lægge en plan med den ældre, før
denne udskrives
– ringe til den ældre dagen efter
"""


def test_an_agreement_tells_what_it_sets_out() -> None:
    """Visions, numbered goals, an indicator and two commitments, under their sections."""
    found = plan(TEXT)
    assert [("vision", "V1"), ("vision", "V2"), ("goal", "1"), ("goal", "2")] == [(g.kind, g.key) for g in found.goals]
    assert [("2", "Andel af ældre, der genindlægges inden 30 dage")] == [(i.chapter, i.text) for i in found.indicators]
    assert [
        ("2.1", 1, "lægge en plan med den ældre, før denne udskrives"),
        ("2.1", 2, "ringe til den ældre dagen efter"),
    ] == [(c.section, c.n, c.text) for c in found.commitments]
    assert ["1", "2", "2.1"] == [s.number for s in found.sections]


def test_an_agreement_tells_what_it_is() -> None:
    """Its name, its years and its parties; then what it builds on and carries out."""
    own, *others = plan(TEXT).citations
    assert ("self", "2011", "2014") == (own.relation, own.start, own.end)
    assert "Region Sjælland" in {p.actor.name for p in own.parties}
    assert {("builds_on", "agreement"), ("implements", "law")} <= {(c.relation, c.kind) for c in others}


def test_an_agreement_without_lists_sets_out_nothing() -> None:
    """A text about an agreement has no goals for that."""
    found = document(f"Sundhedsaftale 2011-2014\n\n{BODY}\n\n{BODY}\n")
    contents = agreement.load(found, Joiner(found), Context(None, None))
    assert (Plan().goals, Plan().commitments, ()) == (contents.plan.goals, contents.plan.commitments, contents.findings)
