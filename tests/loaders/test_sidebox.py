"""Boxes that extraction left between the lines of running text."""

from samspil.loaders.plans.sidebox import sides
from tests.loaders.plans import document

LINE = (
    "Kommunen arbejder med en tidlig indsats, så borgerne bliver ved med at klare sig selv, også når de bliver ældre."
)


def test_running_text_alone_has_no_box() -> None:
    """Nor labels."""
    found = document("\n".join([LINE] * 12))
    made = sides(found, found.lines)
    assert ((), (), ()) == (made.boxes, made.within, made.labels)


def test_a_narrow_list_under_a_head_is_a_box() -> None:
    """Its lines are told from those of the text."""
    box = ["TILTAG –", "BEVÆGELSE", "", "Gåture i Vig", "", "Samtaler"]
    found = document("\n".join([*[LINE] * 6, "", "", *box, "", "", *[LINE] * 6]))
    [made] = sides(found, found.lines).boxes
    assert [line for line in box if line] == [text for chunk in made for text in chunk.texts]


def test_a_lead_in_below_a_box_is_no_item_of_it() -> None:
    """What announces a list in the text stands outside."""
    box = ["TILTAG –", "BEVÆGELSE", "", "Gåture i Vig", "", "Vi følger området ved:", "", "o Antal gåture"]
    found = document("\n".join([*[LINE] * 6, "", "", *box, "", "", *[LINE] * 6]))
    [made] = sides(found, found.lines).boxes
    assert "Gåture i Vig" == made[-1].text
