"""Proposals written into a template: titles with labels of their own, questions, cells on lines of their own."""

import pytest

from tests.loaders.catalogues import loaded

FIELDS = "Parter\n\nFaxe Kommune og Holbæk Sygehus\n\nFormål\n\nAt flere kommer trygt hjem.\n"


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("Projekt nr. 1\n\nProjektets titel\n\nTrygt hjem", "1"),
        ("Forslag 1\n\nTitel          Trygt hjem", "1"),
        ("Projekt 1\nProjektets navn: Trygt hjem", "1"),
        ("Projekt 2025-01: Trygt hjem", "2025-01"),
        ("Ansøgning 3/2019 - Trygt hjem", "3/2019"),
    ],
)
def test_a_number_and_a_title_with_a_label_head_a_record(head: str, key: str) -> None:
    """The label is no part of the title, and a year in a number belongs to the key."""
    other = head.replace("1", "2").replace("3/", "4/").replace("Trygt hjem", "Let hjem")
    found = loaded(f"Pulje\n\n{head}\n\n{FIELDS}\n{other}\n\n{FIELDS}")
    assert ["Trygt hjem", "Let hjem"] == [i.title for i in found.initiatives]
    assert key == found.initiatives[0].key


@pytest.mark.parametrize(
    "label",
    [
        "Parter bag ansøgningen",
        "Hovedansøger",
        "Øvrige deltagere",
        "Projektets parter",
        "Hvem står bag?",
        "Hvem samarbejder om projektet?",
    ],
)
def test_parties_are_asked_for_in_many_ways(label: str) -> None:
    """By a label of other words, or by a question."""
    [found] = loaded(f"Projekt 1: Trygt hjem\n\n{FIELDS.replace('Parter', label)}").initiatives
    assert ["Faxe Kommune", "Holbæk Sygehus"] == [p.actor.name for p in found.participations]


@pytest.mark.parametrize("question", ["Hvem er projektet til?", "Hvem er det til gavn for?", "For hvem?"])
def test_a_question_asks_for_the_target_group(question: str) -> None:
    """And the answer is the phrase."""
    [found] = loaded(f"Projekt 1: Trygt hjem\n\n{FIELDS}\n{question}\n\nBeboere på plejehjem\n").initiatives
    assert ["Beboere på plejehjem"] == [t.phrase for t in found.target_groups]


@pytest.mark.parametrize(
    "budget",
    [
        "Ansøgt beløb i kroner\n\n2025\n\n2026\n\nI alt\n\n400.000\n\n250.000\n\n650.000\n",
        "Økonomi\n\nÅr\nBeløb\n\n2025\n400.000\n\n2026\n250.000\n\nI alt\n650.000\n",
        "Budget (1.000 kr.)      2025     2026     I alt\n                         400      250       650\n",
    ],
)
def test_a_budget_may_have_a_line_for_each_cell(budget: str) -> None:
    """Years first and then amounts, or each year with its amount, or columns."""
    text = f"Beløb er i kroner.\n\nProjekt 1: Trygt hjem\n\n{FIELDS}\n{budget}\nBaggrund\n\nDer er venteliste.\n"
    [found] = loaded(text).initiatives
    amounts = [("applied", 2025, 400_000), ("applied", 2026, 250_000), ("total", None, 650_000)]
    assert amounts == [(g.kind, g.year, int(g.amount or 0)) for g in found.grants]
