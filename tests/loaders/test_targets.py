"""The recognition of target groups: inflected, compound and combined phrases lead to the most specific concepts."""

import pytest

from samspil.loaders.targets import concepts_in
from samspil.ontology.concepts import Concept, concepts

NAMED = [concept for concept in concepts("target-group").values() if concept.broader]
FACETS = [concept for concept in concepts("target-group").values() if not concept.broader]

PHRASES = {
    "Patienter med KOL og Diabetes type 2": ("copd", "diabetes-2"),
    "Patienter med diabetes type 2 og KOL": ("diabetes-2", "copd"),
    "Borgere med psykisk sygdom og samtidigt misbrug": ("dual-diagnosis",),
    "Borgere med samtidig psykisk sygdom og misbrug på botilbud": ("dual-diagnosis", "social-housing-residents"),
    "Hjemløse og psykisk syge borgere": ("homeless", "mental-illness"),
    "Ældre skrøbelige borgere, der modtager kommunal hjælp i hjemmet": ("frail-older-people", "home-care-recipients"),
    "Borgere med multisygdom og ældre medicinske patienter": ("multimorbidity", "older-medical-patients"),
    "Ældre faldtruede borgere": ("people-at-risk-of-falls",),
    "Alle borgere i Lejre Kommune": ("all-citizens",),
    "Alle borgere med KOL": ("copd",),
    "Borgere uden fast bopæl": ("homeless",),
    "Gravide uden misbrug": ("pregnant-women",),
    "Patienter, der ikke har demens": (),
    "Kvinder og mænd": (),
    "Patienter": (),
    "": (),
}
INFLECTED = {
    "sygdommene hos psykisk syge": "mental-illness",
    "den psykiske sygdom": "mental-illness",
    "de psykiske sygdomme": "mental-illness",
    "misbrugets ofre": "substance-abuse",
    "misbrugerne": "substance-abuse",
    "kræftpatienternes behov": "cancer",
    "KOL-patienterne": "copd",
    "apopleksipatienten": "stroke",
    "GRAVIDE": "pregnant-women",
    "gravid": "pregnant-women",
    "etnisk\nminoritet": "ethnic-minorities",
    "barnet": "children",
    "rehabiliteringspladserne": "rehabilitation-places",
    "plejehjemmets beboere": "nursing-home-residents",
}


@pytest.mark.parametrize(("phrase", "found"), PHRASES.items())
def test_a_phrase_leads_to_its_target_groups(phrase: str, found: tuple[str, ...]) -> None:
    """Longest names win, narrower concepts replace broader ones, the order is that of the phrase."""
    assert found == concepts_in(phrase)


@pytest.mark.parametrize(("phrase", "found"), INFLECTED.items())
def test_an_inflected_word_is_recognised(phrase: str, found: str) -> None:
    """Number, definiteness, genitive, case, line breaks and "-patient" do not hide a name."""
    assert (found,) == concepts_in(phrase)


@pytest.mark.parametrize("concept", NAMED, ids=lambda concept: concept.notation)
def test_a_concept_is_recognised_by_each_of_its_names(concept: Concept) -> None:
    """No name of a concept is taken for another concept's."""
    assert {(concept.notation,)} == {concepts_in(name) for name in concept.names}


@pytest.mark.parametrize("concept", FACETS, ids=lambda concept: concept.notation)
def test_a_facet_is_no_target_group(concept: Concept) -> None:
    """The facets order the hierarchy; no phrase names them."""
    assert concept.notation not in concepts_in(concept.da)


@pytest.mark.parametrize("phrase", ["skrue og demning", "alene i verden", "med dem", "sårbarhedsanalyse", "type 2"])
def test_a_word_that_only_looks_alike_is_not_recognised(phrase: str) -> None:
    """Names match whole words and what is left of them is long enough to mean something."""
    assert () == concepts_in(phrase)
