"""Lines in chunks, and what heads a box."""

import pytest

from samspil.loaders.plans.sidelines import area_of, chunked, is_head, is_marker, is_of_head, named
from tests.loaders.plans import document


def texts(text: str) -> list[str]:
    """Return the chunks of a text."""
    found = document(text)
    return [chunk.text for chunk in chunked(found, found.lines)]


def test_blank_lines_bullets_and_the_word_for_examples_part_chunks() -> None:
    """A wrapped line goes on."""
    text = "Gåture i Vig og i\nNykøbing\n\n• Samtaler\n• Kurser\nEksempler:\nMotion på recept"
    assert ["Gåture i Vig og i Nykøbing", "• Samtaler", "• Kurser", "Eksempler:", "Motion på recept"] == texts(text)


@pytest.mark.parametrize("head", ["INDSATSER – MOTION", "TILTAG FOR: MOTION"])
def test_a_head_names_the_area_of_its_box(head: str) -> None:
    """The words behind the one for efforts."""
    found = document(head)
    [chunk] = chunked(found, found.lines)
    assert is_head(chunk)
    assert "motion" == area_of(chunk)


def test_the_word_for_examples_is_of_a_head_and_names_nothing() -> None:
    """Nor does any other line."""
    found = document("Eksempler på indsatser:\n\nGåture i Vig")
    marker, item = chunked(found, found.lines)
    assert (True, None) == (is_of_head(marker), area_of(marker))
    assert is_marker(marker.folded)
    assert (False, None) == (is_of_head(item), area_of(item))


def test_a_heading_repeated_below_the_word_for_examples_names_the_box() -> None:
    """Where the text has that heading, with a number or without one."""
    found = document("2.1 Motion\n\nVi rører os for lidt.\n\nEksempler:\nMotion\n\nGåture i Vig")
    assert ["Motion"] == [chunk.name for chunk in named(chunked(found, found.lines)) if chunk.name]
