"""Which bodies appoint whom, in the forms in which documents say so. All are invented."""

import pytest

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.seating.appointments import appointments
from samspil.loaders.seating.committees import Committees
from samspil.loaders.texts.structure import parsed
from tests.loaders.sitting import HERE, PPU, SKU

PLO = "Praktiserende Lægers Organisation"


def appointed(text: str) -> list[tuple[str, str]]:
    """Return the names of body and committee of each appointment."""
    document = Document("a.txt", "text", text, "0" * 64)
    joiner = Joiner(document)
    read = parsed(document, joiner)
    return [(a.body.name, a.committee.name) for a in appointments(read, joiner, Committees(read, HERE))]


APPOINTED = {
    "a relative clause": (
        "Her er det KKR Hovedstaden, der udpeger fem medlemmer til både SKU og PPU.",
        [("KKR Hovedstaden", SKU), ("KKR Hovedstaden", PPU)],
    ),
    "a list of bodies": (
        "I SKU sidder tolv medlemmer udpeget af KKR-Hovedstaden, Regionsrådet og PLO.",
        [("KKR Hovedstaden", SKU), ("Regionsrådet", SKU), (PLO, SKU)],
    ),
    "the passive": (
        ("De kommunale medlemmer af SKU udpeges af KKR Hovedstaden, mens regionens medlemmer udpeges af regionsrådet."),
        [("KKR Hovedstaden", SKU), ("Regionsrådet", SKU)],
    ),
    "behind the verb": ("Til PPU udpeger regionsrådet fem medlemmer.", [("Regionsrådet", PPU)]),
    "a heading": (
        "Praksisplanudvalget\n\nKommunerne (udpeget af KKR Hovedstaden)\nBo Lind (V), Greve\n",
        [("KKR Hovedstaden", PPU)],
    ),
    "an election": (
        "I SKU er fem medlemmer. De praktiserende lægers medlemmer vælges af PLO-Hovedstaden.",
        [("PLO-Hovedstaden", SKU)],
    ),
    "another object": ("Regionsrådet har udpeget en ny direktør.", []),
    "no body": ("SKU udpeger en formand.", []),
}


@pytest.mark.parametrize(("text", "pairs"), APPOINTED.values(), ids=APPOINTED)
def test_who_appoints_members(text: str, pairs: list[tuple[str, str]]) -> None:
    """Active and passive, one body or several, with the committee of the sentence or the one above."""
    assert appointed(f"{text}\n") == pairs
