"""The structure of a text: blocks under headings, and which of them announce something."""

from tests.loaders.plans import parsed_text

BODY = "Samarbejdet om de borgere, der har brug for hjælp fra flere sider, er fortsat under udvikling. Det går fremad."


def test_a_text_has_blocks_places_and_announcements() -> None:
    """Of each block one."""
    found = parsed_text(f"1.1 Formål\n\n{BODY}\n\nVi vil:\n• ringe\n• skrive\n")
    assert len(found.blocks) == len(found.announces) == len(found.outline.places)
    assert ["Vi vil:"] == [b.text for b, a in zip(found.blocks, found.announces, strict=True) if a == "commitment"]
    assert {"1.1"} == {place.section for place in found.outline.places}
