"""The concept schemes: their codes are those of the public interface, their names unmistakable."""

from collections import Counter
from itertools import chain

import pytest

from samspil.ontology.concepts import Concept, concepts, lookup

SECTORS = "hospital psychiatry municipality practice region state civil_society research other"
KINDS = (
    "municipality hospital psychiatric_centre region practice committee national_authority research ngo "
    "social_institution unit group person_group other"
)
CODES = {
    "sector": SECTORS,
    "kind": KINDS,
    "role": "partner host proposer prospective funder evaluator steering",
    "grant-kind": "applied total one_off cofinancing",
    "severity": "info warning error",
    "genre": "overview proposals unknown agreement memo strategy",
}
SCHEMES = [*CODES, "status", "theme", "rule", "target-group", "sor-owner-type"]
ALL = [concept for scheme in SCHEMES for concept in concepts(scheme).values()]


@pytest.mark.parametrize(("scheme", "codes"), CODES.items())
def test_the_codes_are_those_of_the_interface(scheme: str, codes: str) -> None:
    """The codes that scripts rely on are in the scheme, and no others."""
    assert codes.split() == list(concepts(scheme))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_name_is_shared_by_two_concepts(scheme: str) -> None:
    """A Danish word leads to one concept of a scheme only, and stands there once."""
    names = Counter(name.casefold() for concept in concepts(scheme).values() for name in concept.names)
    assert [] == [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize("concept", ALL, ids=lambda concept: f"{concept.scheme}/{concept.notation}")
def test_a_concept_is_named_in_both_languages_and_found_by_each_name(concept: Concept) -> None:
    """Each concept has a Danish and an English label, and every Danish name looks it up."""
    assert all((concept.da, concept.en))
    assert {concept.notation} == {lookup(concept.scheme, name) for name in concept.names}


@pytest.mark.parametrize(
    ("printed", "code"),
    {
        "Igangværende": "ongoing",
        "I gang": "ongoing",
        "I drift": "ongoing",
        "Afsluttet": "completed",
        "Planlagt": "planned",
        "Under opstart": "planned",
        "Ikke igangsat": "planned",
        "Forslag": "proposed",
        "Under afklaring": "proposed",
        "Permanent": "permanent",
        "Forlænget": "extended",
        "Stoppet": "cancelled",
        "Udgået": "cancelled",
        "  i \n GANG.": "ongoing",
        "Måske": None,
        "": None,
    }.items(),
)
def test_a_status_is_recognised_as_printed(printed: str, code: str | None) -> None:
    """Case, spacing and a full stop do not matter; an unknown word is nothing."""
    assert code == lookup("status", printed)


def test_every_target_group_belongs_under_a_facet() -> None:
    """Only the six facets have nothing broader, and every broader code exists."""
    groups = concepts("target-group")
    facets = {"population", "age", "condition", "life-situation", "place-of-stay", "course-of-care"}
    assert facets == {group.notation for group in groups.values() if not group.broader}
    assert set() == set(chain.from_iterable(group.broader for group in groups.values())) - set(groups)


def test_the_hierarchy_of_target_groups_has_no_circle() -> None:
    """Going from narrower to broader always ends at a facet."""
    groups = concepts("target-group")
    level = set(groups)
    for _ in range(6):
        level = {broader for notation in level for broader in groups[notation].broader}
    assert set() == level


def test_an_unknown_scheme_is_an_error() -> None:
    """A misspelt scheme raises instead of being an empty one."""
    with pytest.raises(KeyError):
        concepts("sektor")
