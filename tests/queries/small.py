"""A small dataset in which every named query has an answer: two documents, actors of the registers and beside them."""

from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import DefaultGraph, RdfFormat
from rdflib import Graph

from samspil.graph.dataset import assemble
from samspil.graph.rdf import to_quads
from samspil.graph.store import LocalDataset
from samspil.loaders.records import (
    Actor,
    Effect,
    Evidence,
    Extraction,
    Finding,
    Grant,
    Group,
    Initiative,
    Mention,
    Participation,
    Period,
    Source,
    Status,
    Targeting,
)

HILLEROED = Actor("Hillerød Kommune", "municipality", "municipality", "hilleroed-kommune")
BISPEBJERG = Actor("Bispebjerg Hospital", "hospital", "hospital", "bispebjerg-hospital")
MERGED = Actor("Bispebjerg og Frederiksberg Hospital", "hospital", "hospital", "bispebjerg-og-frederiksberg-hospital")
CLINIC = Actor("Klinik Åsen", "practice", "practice")
TWO = Actor("To kommuner", "group", "municipality", None, Group("all", None, 2, (HILLEROED.name, "Helsingør Kommune")))
SOME = Actor("3 kommuner", "group", "municipality", None, Group("some", None, 3, (HILLEROED.name,)))


def at(line: int, wording: str = "som trykt", offset: int = 0) -> Evidence:
    """Return a passage of two lines."""
    return Evidence(line, line + 1, 100 * line + offset, 100 * line + offset + len(wording), wording, 1, "2.1")


def kroner(kind: str, amount: str | None, line: int, year: int | None = None) -> Grant:
    """Return an amount, or one that could not be read."""
    value = None if amount is None else Decimal(amount)
    return Grant(kind, value, f"{amount or '?'} kr.", at(line), year)  # type: ignore[arg-type]


def takes_part(actor: Actor, line: int, *units: str) -> Participation:
    """Return a participation as printed in lower case."""
    return Participation(actor, actor.name.lower(), at(line), units=units)


ALFA = Extraction(
    Source("alfa", "alfa.txt", "0" * 64, "text", "proposals", "headings of proposals", "Alfa", "En region", "2019-12"),
    (
        Initiative(
            "B",
            "Fælles indsats",
            at(1, "Fælles indsats"),
            "Rehabilitering",
            Status("I drift", "ongoing", at(2)),
            Period("2019 - 2020", date(2019, 1, 1), None, at(3)),
            (Targeting("Ældre", ("older-people",), at(4)), Targeting("Borgere med KOL", ("copd",), at(4, offset=20))),
            (
                takes_part(HILLEROED, 6, "Center Ø", "Center A"),
                takes_part(BISPEBJERG, 7),
                takes_part(CLINIC, 8),
                takes_part(TWO, 9),
            ),
            (
                kroner("applied", "1000000.50", 10, 2019),
                kroner("applied", None, 10, 2020),
                kroner("total", "2000000", 11),
            ),
            (Effect(1, "Færre indlæggelser", at(12)), Effect(2, "Bedre forløb", at(13))),
        ),
        Initiative("A", "=Bar", at(20)),
    ),
    (Mention(HILLEROED, "Hillerød", at(5)),),
    (
        Finding("warning", "wrong_sum", "B", "The years do not add up.", at(11)),
        Finding("error", "missing_metadata", "", "No date."),
    ),
)
BETA = Extraction(
    Source("beta", "beta.txt", "1" * 64, "text", "overview", "a table"),
    (
        Initiative(
            "1/7",
            "Lungeskole",
            at(1),
            target_groups=(Targeting("Lungesyge", ("copd", "lung-disease"), at(2)), Targeting("andre", (), at(3))),
            participations=(takes_part(MERGED, 4), takes_part(HILLEROED, 5), takes_part(SOME, 6)),
            grants=(
                kroner("applied", "300000", 7, 2019),
                kroner("applied", "200000", 7, 2020),
                kroner("one_off", "50000", 8),
                kroner("total", "600000", 8),
                kroner("cofinancing", None, 9),
            ),
        ),
        Initiative(
            "1/8",
            "Uden kendte beløb",
            at(10),
            participations=(takes_part(CLINIC, 11),),
            grants=(kroner("applied", None, 12, 2021),),
        ),
    ),
)


@cache
def dataset() -> LocalDataset:
    """Return the small dataset, with registers and vocabulary, as the program would build it."""
    return LocalDataset(assemble(quad for found in (ALFA, BETA) for quad in to_quads(found, wording=True)))


@cache
def in_rdflib() -> Graph:
    """Return the default graph of the small dataset in the other engine."""
    triples = dataset().store.dump(from_graph=DefaultGraph(), format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=triples, format="nt")
