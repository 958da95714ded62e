"""Short names that a document gives its actors itself."""

import pytest

from samspil.loaders.files.document import Document
from samspil.loaders.loading import load
from samspil.loaders.naming.declared import declared
from samspil.loaders.naming.names import names


def found(text: str) -> dict[str, str]:
    """Return the short names of a text with the keys of their actors."""
    return dict(declared(Document("a.txt", "text", text, "0" * 64), names()))


@pytest.mark.parametrize(
    ("text", "short", "key"),
    [
        ("RH betyder Regionshospitalet Horsens.", "RH", "regionshospitalet-horsens"),
        ("Forkortelser: SVS – Sydvestjysk Sygehus; OUH – Odense\nUniversitetshospital", "SVS", "sydvestjysk-sygehus"),
        ("RKSK = Ringkøbing-Skjern Kommune", "RKSK", "ringkoebing-skjern-kommune"),
        ("Aalborg Universitetshospital (herefter AAUH) har", "AAUH", "aalborg-universitetshospital"),
        ("Aalborg Kommune (i det følgende kaldet Kommunen) og", "Kommunen", "aalborg-kommune"),
        ("Kræftens Bekæmpelse (KB) har", "KB", "kraeftens-bekaempelse"),
        ("Sygehuset er Holbæk Sygehus.", "Sygehuset", "holbaek-sygehus"),
    ],
)
def test_a_document_says_what_it_calls_an_actor(text: str, short: str, key: str) -> None:
    """Before its meaning, behind it in brackets, or as what it is called from there on."""
    assert found(text)[short] == key


@pytest.mark.parametrize(
    "text",
    [
        "Projektet: Aarhus Kommune deltager",
        "TSS: Holbæk Sygehus",
        "Ældre Sagen (12 frivillige)",
        "Odense Kommune (herefter Kommunen) og Nyborg Kommune (herefter Kommunen)",
        "Randersklyngen: Regionshospitalet Randers",
    ],
)
def test_what_is_no_short_form_of_a_name_is_none(text: str) -> None:
    """Neither a heading before a name, nor letters that the name has not, nor what two actors are called."""
    assert found(text) == {}


def test_the_parties_of_a_table_are_read_by_the_short_names_of_its_legend() -> None:
    """What the register means by the same letters does not count there."""
    legend = "RH: Regionshospitalet Horsens. SVS: Sydvestjysk Sygehus.\n\n"
    table = "Indsats | Målgruppe | Parter\nFaldklinik | Ældre | RH og SVS\nSårteam | Borgere | RH, Odder Kommune\n"
    first, second = load(Document("a.txt", "text", legend + table, "0" * 64)).initiatives
    assert [p.actor.name for p in first.participations] == ["Regionshospitalet Horsens", "Sydvestjysk Sygehus"]
    assert [p.actor.name for p in second.participations] == ["Regionshospitalet Horsens", "Odder Kommune"]
