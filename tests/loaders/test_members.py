"""People with party, place and organisation, in any order; and whose side a phrase names."""

import pytest

from samspil.loaders.naming.groups import Context
from samspil.loaders.seating.committees import marks
from samspil.loaders.seating.members import side_of
from samspil.ontology.register import register

CONTEXT = Context(None, None)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Fra Greve Kommune", "Greve Kommune"),
        ("Udpeget af kommunerne", None),
        ("Regionale medlemmer", "Region Sjælland"),
        ("Fra almen praksis", "Praktiserende Lægers Organisation"),
    ],
)
def test_a_phrase_names_a_side(phrase: str, name: str | None) -> None:
    """The actor that people below it sit for; the municipalities together are none."""
    is_side, actor = side_of(phrase, marks(phrase, CONTEXT), register().by_key["region-sjaelland"])
    assert is_side
    assert name == (actor and actor.name)


def test_other_phrases_name_no_side() -> None:
    """Nor an actor."""
    assert (False, None) == side_of("Følgende er valgt:", [], None)
