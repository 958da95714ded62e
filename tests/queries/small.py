"""A small dataset in which every named query has an answer: four documents, actors of the registers and beside them."""

from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import RdfFormat
from rdflib import Dataset

from samspil.graph.dataset import assemble
from samspil.graph.rdf import to_quads
from samspil.graph.store import LocalDataset
from samspil.loaders.records import (
    Actor,
    Appointment,
    Citation,
    Commitment,
    Effect,
    Evidence,
    Example,
    Extraction,
    Finding,
    Goal,
    Grant,
    Group,
    Indicator,
    Initiative,
    Mention,
    Participation,
    Period,
    Plan,
    Seat,
    Section,
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


REGION = "region-hovedstaden"
COUNCIL = Actor("Sundhedskoordinationsudvalget i Region Hovedstaden", "committee", "region")
BOARD = Actor("Bestyrelsen for puljen", "committee", "other")


def aims(document: str, years: tuple[str, str], text: str) -> Extraction:
    """Return an agreement of some years with one vision and one goal for people with COPD, both stated twice."""
    start, end = years
    own = Citation(
        f"Sundhedsaftalen {start}-{end}",
        "agreement",
        "self",
        "Aftalen",
        at(1),
        start,
        end,
        False,
        place=REGION,
        parties=(takes_part(HILLEROED, 2), takes_part(BISPEBJERG, 2)),
    )
    return Extraction(
        Source(document, f"{document}.txt", "2" * 64, "text", "agreement", "words", text, None, start),
        plan=Plan(
            sections=(Section("2", "Mål", at(3)), Section("2.1", "Lunger", at(4))),
            goals=(
                Goal("vision", "V1", "Bedre luft til alle", at(5), further=(at(30),)),
                Goal(
                    "goal",
                    "1",
                    text,
                    at(6),
                    "V1",
                    "vision",
                    "2",
                    (Targeting("borgere med KOL", ("copd",), at(6, offset=9)),),
                ),
            ),
            indicators=(Indicator(1, "Andel med en plan", at(7), "2"),),
            commitments=(
                Commitment(
                    1, "Åbne en lungeskole", at(8), "2.1", "Lunger", (Targeting("lungesyge", ("lung-disease",), at(8)),)
                ),
                Commitment(2, "Måle hvert år", at(9), "2.1", "Opfølgning"),
            ),
            examples=(Example(1, "Gåture", at(10), "2.1", "Motion"),),
            citations=(
                own,
                Citation("Sundhedsloven", "law", "refers_to", "sundhedsloven", at(11)),
                Citation("Plan for luft", "plan", "planned", "en plan for luft", at(12), "2020", "2021"),
            ),
            seats=(
                Seat(COUNCIL, "Bo Lund", "Bo Lund (A), Hillerød", at(13), "A", HILLEROED, "formand"),
                Seat(BOARD, "Ane Vang", "Ane Vang", at(14)),
            ),
            appointments=(Appointment(HILLEROED, COUNCIL, "Hillerød udpeger", at(15)),),
        ),
    )


GAMMA = aims("gamma", ("2015", "2018"), "Flere borgere med KOL får en plan")
DELTA = aims("delta", ("2019", "2023"), "Alle borgere med KOL får en plan")


@cache
def dataset() -> LocalDataset:
    """Return the small dataset, with registers and vocabulary, as the program would build it."""
    return LocalDataset(
        assemble(quad for found in (ALFA, BETA, GAMMA, DELTA) for quad in to_quads(found, wording=True))
    )


@cache
def in_rdflib() -> Dataset:
    """Return the small dataset in the other engine, its graphs apart and its default graph alone asked."""
    return Dataset(default_union=False).parse(data=dataset().store.dump(format=RdfFormat.N_QUADS), format="nquads")
