"""Statements in tables that a file marks, and tables that only set text. All are invented."""

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.plans.plantables import tabled, with_columns
from samspil.loaders.texts.structure import parsed
from tests.loaders.marked import marked

FRONT = "Aftale for alle\nParterne har valgt tre områder, som de vil arbejde med i de næste år af aftalen."


def stated(document: Document) -> list[tuple[str, str | None, str]]:
    """Return kind, key and wording of what a document's tables state."""
    joiner = Joiner(document)
    found = tabled(document, parsed(document, joiner), joiner)
    return [(s.kind, s.key, s.passage.text) for s in found]


def test_goals_stand_beside_their_areas() -> None:
    """Each with its mark; the head that a page repeats is none of them."""
    head = ["Fokusområde", "Mål for 2026"]
    document = marked(
        FRONT,
        [
            head,
            ["A Hjælp tæt på", "A1 Alle har en læge\nA2 Færre indlægges\nuden grund"],
            head,
            ["2. Børn", "a. Alle trives"],
        ],
    )
    assert [
        ("focus_area", "A", "Hjælp tæt på"),
        ("goal", "A1", "Alle har en læge"),
        ("goal", "A2", "Færre indlægges uden grund"),
        ("focus_area", "2", "Børn"),
        ("goal", "a", "Alle trives"),
    ] == stated(document)


def test_an_area_may_carry_its_label_in_its_column() -> None:
    """The word and the number are no part of its name."""
    document = marked(FRONT, [["Indsatsområde", "Hvorfor"], ["Indsatsområde II\nMental sundhed", "Fordi det haster"]])
    assert [("focus_area", "II", "Mental sundhed")] == stated(document)


def test_what_each_party_promises_stands_in_its_column() -> None:
    """Column by column, an item a promise; only below a lead-in that announces promises."""
    rows = (["Regionen", "Kommunen"], ["- Sender en rapport\nsamme dag", "- Kommer på besøg\n- Giver medicin"])
    led = marked(f"{FRONT}\nParterne forpligter sig til følgende:", rows)
    assert ["Sender en rapport samme dag", "Kommer på besøg", "Giver medicin"] == [text for _, _, text in stated(led)]
    assert [] == stated(marked(FRONT, rows))


def test_a_table_of_sections_only_sets_text() -> None:
    """The numbers and titles of sections beside what stands under them."""
    document = marked(FRONT, [["1.1 Mål", "Vi vil nå målet."], ["1.2. Ansvar", "Parterne aftaler, at\n- de mødes"]])
    assert [] == with_columns(document)
    text = parsed(document, Joiner(document))
    assert [("1.1", "Mål"), ("1.2", "Ansvar")] == [(s.number, s.title) for s in text.outline.sections]
    assert "de mødes" in [block.text for block in text.blocks]


def test_indicators_stand_beside_their_goals() -> None:
    """Where a row only names its goal, the goal is stated elsewhere."""
    rows = (["Mål", "Indikatorer"], ["1.1 Alle har en læge", "Andel med læge"], ["Mål 2", "Antal på venteliste"])
    assert [
        ("goal", "1.1", "Alle har en læge"),
        ("indicator", None, "Andel med læge"),
        ("indicator", None, "Antal på venteliste"),
    ] == stated(marked(FRONT, rows))
