"""What is told of one person in several cells, lines or places."""

import pytest

from samspil.loaders.naming.groups import Context
from samspil.loaders.seating.cards import begins_with_place, committees_column, is_cell
from samspil.loaders.seating.members import People

CONTEXT = Context(None, "region-sjaelland")


@pytest.mark.parametrize(
    ("text", "whole"), [("Greve Kommune", True), ("V", True), ("Venstre", True), ("Bo Lind", False)]
)
def test_a_cell_is_one_thing(text: str, whole: bool) -> None:
    """An organisation, a letter, a party; a name begins a row."""
    assert is_cell(People(text, CONTEXT, [])) is whole


@pytest.mark.parametrize(
    ("text", "told"), [("Greve Kommune, formand", True), ("Greve Kommune:", False), ("Fra Greve Kommune", False)]
)
def test_a_line_may_tell_the_place_of_the_person_above(text: str, told: bool) -> None:
    """A label for those below does not."""
    assert begins_with_place(People(text, CONTEXT, [])) is told


@pytest.mark.parametrize(
    ("columns", "where"), [(["udvalg", "navn"], "first"), (["navn", "forum"], "later"), (["navn", "parti"], "")]
)
def test_a_column_names_committees(columns: list[str], where: str) -> None:
    """First, later or nowhere."""
    assert committees_column(columns) == where
