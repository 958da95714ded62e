"""Names of agreements, laws, plans and systems in a sentence."""

import pytest

from samspil.loaders.cited.citednames import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det følger af sundhedsloven og serviceloven.", ["Sundhedsloven", "Serviceloven"]),
        ("Vi henviser til forløbsprogram for KOL.", ["forløbsprogram for KOL"]),
        ("Loven og aftalen gælder for alle.", []),
    ],
)
def test_names_are_found_in_a_sentence(text: str, found: list[str]) -> None:
    """Those of the register by their official name, others as printed; a bare noun names nothing."""
    assert [name.casefold() for name in found] == [named.name.casefold() for named in names(text)]


def test_a_name_tells_its_place() -> None:
    """The half-open range of letters that it is printed at."""
    text = "Parterne følger sundhedsloven."
    [named] = names(text)
    assert "sundhedsloven" == text[named.start : named.end]
