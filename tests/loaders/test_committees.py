"""Which committee a seat is in, and what it is called. All are invented."""

import pytest

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.seating.committees import Committees
from samspil.loaders.texts.structure import parsed
from tests.loaders.sitting import HERE, PPU, SKU, found, rows


def test_each_committee_has_its_own_members() -> None:
    """The committee is the one of the heading or sentence above, by name or abbreviation."""
    text = (
        "Udvalgene\n\nSundhedskoordinationsudvalget har følgende medlemmer:\n\n• Bo Lind (V), Greve\n\n"
        "Praksisplanudvalget (PPU) har følgende medlemmer:\n\n• Bo Lind (V), Greve\n• Ida Falk (A), Lejre\n"
    )
    assert [(r[0], r[1]) for r in rows(text)] == [(SKU, "Bo Lind"), (PPU, "Bo Lind"), (PPU, "Ida Falk")]


NAMED = {
    "Social- og Sundhedsudvalget": "Social- og Sundhedsudvalget består af følgende medlemmer:\n\n• Bo Lind (V)\n",
    "Udvalget for Ældre og Omsorg": "Medlemmer af Udvalget for Ældre og Omsorg:\n\n• Bo Lind (V)\n",
    "Sundhedsklynge Nordlyst": "Sundhedsklynge Nordlyst\n\nKlyngens medlemmer\n\n• Bo Lind (V)\n",
    "Udvalget for Mental Sundhed": "Medlemmer af Udvalget for Mental Sundhed:\n\n• Bo Lind (V)\n",
    "Ældrerådet": "Tak til Bo Lind, formand for Ældrerådet.\n",
    "Tværsektoriel Strategisk Styregruppe": "Medlemmer af TSS:\n\n• Bo Lind (V)\n",
    SKU: "Sundhedskoordinationsudvalget i Region Hovedstaden\n\nUdvalgets medlemmer\n\n• Bo Lind (V)\n",
}


@pytest.mark.parametrize(("name", "text"), NAMED.items(), ids=NAMED)
def test_a_committee_has_its_name(name: str, text: str) -> None:
    """The registers' name where they know it, else the printed one; "udvalget" is the one in question."""
    assert [(s.committee.name, s.committee.kind, s.person) for s in found(text)] == [(name, "committee", "Bo Lind")]


def test_a_short_name_means_the_committee_in_question() -> None:
    """A noun or the first part of a name leads to the full one; a group without a name is no committee."""
    document = Document("a.txt", "text", "Samarbejdsudvalget for almen praksis\n\nUdvalget mødes.\n", "0" * 64)
    known = Committees(parsed(document, Joiner(document)), HERE)
    told = known.find("Udvalget, samarbejdsudvalget, byrådet og en arbejdsgruppe mødes.", None)
    assert {"Samarbejdsudvalget for almen praksis"} == {named.actor.name for named in told}
    assert [0, 10] == [named.start for named in told]


def test_a_person_may_sit_in_both_committees_of_a_sentence() -> None:
    """Committees that are coordinated before the names have the same members."""
    text = "I både SKU og PPU sidder Bo Lind (V), Greve Kommune.\n"
    assert rows(text) == [(SKU, "Bo Lind", "V", "Greve Kommune"), (PPU, "Bo Lind", "V", "Greve Kommune")]


COLUMN = {
    "the last column": "Navn   Parti   Kommune   Udvalg\nBo Lind   V   Greve   SKU\nIda Falk   A   Lejre   PPU\n",
    "the first column": "Udvalg | Navn | Parti | Kommune\nSKU | Bo Lind | V | Greve\nPPU | Ida Falk | A | Lejre\n",
    "a cell a line": "Udvalg\nNavn\nParti\nKommune\nSKU\nBo Lind\nV\nGreve Kommune\nPPU\nIda Falk\nA\nLejre Kommune\n",
    "the last cell": "Navn\nParti\nKommune\nForum\nBo Lind\nV\nGreve Kommune\nSKU\nIda Falk\nA\nLejre Kommune\nPPU\n",
    "labels": "De kommunale repræsentanter er:\n\nSKU: Bo Lind (V), Greve\nPPU: Ida Falk (A), Lejre\n",
}


@pytest.mark.parametrize("text", COLUMN.values(), ids=COLUMN)
def test_a_row_may_name_its_committee(text: str) -> None:
    """A column or a label tells it."""
    told = rows(f"Hvem sidder hvor\n\n{text}")
    assert told == [(SKU, "Bo Lind", "V", "Greve Kommune"), (PPU, "Ida Falk", "A", "Lejre Kommune")]


@pytest.mark.parametrize(
    "text",
    [
        "1.3 Politisk styregruppe\n\nStyregruppen har disse medlemmer:\n\n• Bo Lind (V), Greve\n",
        "Aftalen følges af en politisk styregruppe. Styregruppens medlemmer er:\n\n• Bo Lind (V), Greve\n",
        "I den politiske styregruppe sidder Bo Lind (V), Greve.\n",
    ],
)
def test_a_political_group_has_one_name(text: str) -> None:
    """The adjective tells it apart, in whichever form."""
    assert rows(text) == [("Politisk styregruppe", "Bo Lind", "V", "Greve Kommune")]


MENTIONED = (
    "Møde i Sundhedskoordinationsudvalget\n\nDet foreslås at inddrage følgende:\n"
    "o en plan for Patientinddragelsesudvalget i nye indsatser\n\nUdvalgets sammensætning\n\n"
    "Udvalget består af:\n• Bo Lind (V), Greve Kommune\n"
)


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        ("Horsensklyngens politiske niveau\n\n• Bo Lind (V), Greve Kommune\n", "Horsensklyngens politiske niveau"),
        (
            "Medlemmer af det forberedende sundhedsråd Fyn:\n\n• Bo Lind (V), Greve Kommune\n",
            "Forberedende sundhedsråd Fyn",
        ),
        (
            MENTIONED,
            SKU,
        ),
    ],
    ids=["a level", "a council to come", "an item between that names another"],
)
def test_a_committee_is_the_one_its_heading_means(text: str, committee: str) -> None:
    """Levels and councils have names of their own; what an item mentions heads no list."""
    assert [committee] == [s.committee.name for s in found(text)]
