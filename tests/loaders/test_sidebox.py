"""Boxes that extraction left between the lines of running text."""

import pytest

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


HEADINGS = "3.1 Hjælp i hverdagen\n\nByrådet ønsker, at alle får hjælp i tide.\n\n\n"
PLAIN = "Mad og måltider\n\nAlle skal have adgang til god mad.\n\n\n"


@pytest.mark.parametrize(
    ("headings", "box", "area", "items"),
    [
        (
            HEADINGS,
            "EKSEMPLER\nHjælp i hverdagen\n\nMadhold i Vig\n\nBesøg af\nnaboer",
            "Hjælp i hverdagen",
            ["Madhold i Vig", "Besøg af naboer"],
        ),
        (PLAIN, "EKSEMPLER\nMad og\nmåltider\n\nHaver\n\nKogeskole", "Mad og måltider", ["Haver", "Kogeskole"]),
        (PLAIN, "Mad og måltider\nEKSEMPLER:\n\nHaver\n\nKogeskole", "Mad og måltider", ["Haver", "Kogeskole"]),
        (PLAIN, "Eksempler på indsatser\nMad og måltider\nHaver", "Mad og måltider", ["Haver"]),
        (
            PLAIN,
            "EKSEMPLER\nHjælp til\nmad\n\nHjælp til\nhaver\n\nKor",
            "",
            ["Hjælp til mad", "Hjælp til haver", "Kor"],
        ),
        (PLAIN, "EKSEMPLER\nHaver\n\nMad og drikke\n\nKor", "", ["Haver", "Mad og drikke", "Kor"]),
    ],
)
def test_a_heading_repeated_beside_the_word_for_examples_names_the_area(
    headings: str, box: str, area: str, items: list[str]
) -> None:
    """It is no example, be it wrapped; any other words there are one."""
    text = "\n".join([LINE] * 6)
    found = document(f"{text}\n\n{headings}{text}\n\n{box}\n\n\n{text}")
    [made] = sides(found, found.lines).boxes
    assert [chunk.name for chunk in made if chunk.name] == ([area] if area else [])
    assert [chunk.text for chunk in made if not chunk.name][1:] == items


@pytest.mark.parametrize(
    ("headings", "box", "items"),
    [
        (HEADINGS, "EKSEMPLER\nHjælp i hverdagen\n\nMadhold i Vig\n\nBesøgsvenner i Ry", ["Besøgsvenner i Ry"]),
        (PLAIN, "EKSEMPLER\nMad og måltider\n\nMadhold i Vig\n\nBesøgsvenner i Ry", []),
    ],
)
def test_a_line_above_policy_is_a_heading_unless_those_have_numbers(headings: str, box: str, items: list[str]) -> None:
    """A line like the headings may be the next area's; one without their number is the box's last item."""
    text = "\n".join([LINE] * 6)
    found = document(f"{text}\n\n{headings}{text}\n\n{box}\n\nAlle skal kende vejen til hjælp.\n\n{text}")
    [made] = sides(found, found.lines).boxes
    assert [chunk.text for chunk in made if not chunk.name][2:] == items
