"""Small hand-made extractions: the smallest set in which each kind of record and each way of missing a value occurs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

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

SENTENCE = "Borgerne møder ét samlet forløb."
MUNICIPALITY = Actor("Københavns Kommune", "municipality", "municipality", "koebenhavns-kommune")
CLINIC = Actor("Klinik Nord", "practice", "practice")
SOME = Actor("3 kommuner", "group", "municipality", None, Group("some", "Region Hovedstaden", 3, (MUNICIPALITY.name,)))
ALL = Actor(
    "Begge kommuner", "group", "municipality", None, Group("all", None, 2, (MUNICIPALITY.name, "Ukendt Kommune"))
)


def evidence(line: int, wording: str = "som trykt", section: str | None = None) -> Evidence:
    """Return a passage of one line that is 100 characters long."""
    return Evidence(line, line, 100 * line, 100 * line + len(wording), wording, page=1, section=section)


def extraction(key: str = "prøve", title: str = "Fælles indsats") -> Extraction:
    """Return a document with one full initiative and one bare one."""
    return Extraction(source(key), (full(title), bare()), mentions(), findings())


def source(key: str) -> Source:
    """Return a document dated to a month."""
    return Source(
        key, f"{key}.txt", "0" * 64, "text", "proposals", "headings of proposals", "En prøve", "En region", "2019-12"
    )


def full(title: str) -> Initiative:
    """Return an initiative in which every field has a value."""
    return Initiative(
        key="1/7",
        title=title,
        evidence=evidence(1, title),
        theme="Rehabilitering",
        status=Status("I drift", "ongoing", evidence(2, "I drift")),
        period=Period("1.1.2019 - 31.2.2020", date(2019, 1, 1), None, evidence(3)),
        target_groups=(
            Targeting("Ældre", ("older-people",), evidence(4, "Ældre")),
            Targeting("andre", (), evidence(5)),
        ),
        participations=participations(),
        grants=(
            Grant("applied", Decimal("1250000.50"), "1.250.000,50 kr.", evidence(8), 2019),
            Grant("total", None, "ca. 2 mio.", evidence(9)),
        ),
        effects=(Effect(1, SENTENCE, evidence(10, SENTENCE)),),
    )


def participations() -> tuple[Participation, ...]:
    """Return a registered actor stated twice with two parts of it, one outside the registers and two groups."""
    return (
        Participation(
            MUNICIPALITY, "Kbh. Kommune", evidence(6), "proposer", ("Center X", "Børn & Unge"), (evidence(7),)
        ),
        Participation(CLINIC, "Klinik Nord", evidence(6)),
        Participation(SOME, "tre kommuner", evidence(6)),
        Participation(ALL, "begge kommuner", evidence(6)),
    )


def bare() -> Initiative:
    """Return an initiative with nothing but a title."""
    return Initiative("B", "Bar", evidence(20, "Bar"))


def mentions() -> tuple[Mention, ...]:
    """Return one mention."""
    return (Mention(MUNICIPALITY, "Kbh.", evidence(6)),)


def findings() -> tuple[Finding, ...]:
    """Return a finding on an initiative, with evidence, and one on the document."""
    return (
        Finding("warning", "impossible_date", "1/7", "31.2.2020 is no date.", evidence(3)),
        Finding("info", "missing_metadata", "", "The document names no date of its own."),
    )


def many(count: int) -> Extraction:
    """Return a document with so many initiatives."""
    initiatives = tuple(replace(full(f"Indsats {n}"), key=str(n)) for n in range(count))
    return Extraction(source("stor"), initiatives, mentions(), findings())
