"""The vocabulary: every term is labelled, defined, aligned and named for Python; nothing undefined is used."""

import subprocess
import sys
from importlib.resources import files

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from samspil import ontology
from samspil.ontology import ID, SS, SSC, iri

SCHEMA = Namespace("https://schema.org/")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
ALIGNED = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch)


def turtle(name: str) -> Graph:
    """Return one of the package's Turtle files as a graph."""
    return Graph().parse(data=files("samspil.ontology").joinpath(name).read_text("utf-8"), format="turtle")


VOCABULARY, SHAPES = turtle("samspil.ttl"), turtle("shapes.ttl")
TERMS = sorted({term for kind in KINDS for term in VOCABULARY.subjects(RDF.type, kind) if isinstance(term, URIRef)})


def languages(term: Node | None, predicate: URIRef) -> list[str]:
    """Return the languages of a term's values, in alphabetical order."""
    return sorted(getattr(value, "language", None) or "" for value in VOCABULARY.objects(term, predicate))


def own(graph: Graph) -> set[URIRef]:
    """Return all of our own terms that a graph uses anywhere."""
    nodes = {node for triple in graph for node in triple}
    return {node for node in nodes if isinstance(node, URIRef) and node.startswith(iri.ONTOLOGY)}


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_labelled_and_defined_in_danish_and_english(term: URIRef) -> None:
    """Each term has one label and one definition in each of the two languages."""
    assert ["da", "en"] == languages(term, RDFS.label)
    assert ["da", "en"] == languages(term, SKOS.definition)


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_aligned_to_a_standard(term: URIRef) -> None:
    """Each term is tied to at least one term of another vocabulary."""
    others = {str(other) for link in ALIGNED for other in VOCABULARY.objects(term, link)}
    assert any(not other.startswith(iri.ONTOLOGY) for other in others)


def test_the_ontology_says_its_title_licence_and_version() -> None:
    """The header holds what a registry of vocabularies asks for."""
    header = VOCABULARY.value(predicate=RDF.type, object=OWL.Ontology)
    assert ["da", "en"] == languages(header, DCTERMS.title)
    assert URIRef("https://creativecommons.org/publicdomain/zero/1.0/") == VOCABULARY.value(header, DCTERMS.license)
    assert "0.1.0" == str(VOCABULARY.value(header, OWL.versionInfo))


def test_the_python_names_are_the_terms_of_the_file() -> None:
    """The closed namespace holds exactly the terms that the Turtle defines."""
    assert {str(term) for term in TERMS} == {iri.ONTOLOGY + name for name in SS.__annotations__}


def test_a_misspelt_term_raises() -> None:
    """The namespace is closed."""
    with pytest.raises(AttributeError):
        SS.particpation  # noqa: B018  (the access itself is the test)


@pytest.mark.parametrize("graph", [VOCABULARY, SHAPES], ids=["vocabulary", "shapes"])
def test_no_term_is_used_but_undefined(graph: Graph) -> None:
    """Domains, ranges, superclasses and shapes name only terms that are defined."""
    assert set() == own(graph) - set(TERMS)


def test_a_property_has_a_domain_or_says_where_it_belongs() -> None:
    """Only the number of order, which any node may have, is without a domain."""
    properties = {term for kind in KINDS[1:] for term in VOCABULARY.subjects(RDF.type, kind)}
    placed = {*VOCABULARY.subjects(RDFS.domain), *VOCABULARY.subjects(SCHEMA.domainIncludes)}
    assert {SS.order} == properties - placed


def test_the_plain_namespaces_are_those_of_the_iris() -> None:
    """Concepts and things get the same IRIs through rdflib as through the minting functions."""
    assert iri.concept("kind", "region") == str(SSC["kind/region"])
    assert iri.document("a") == str(ID["document/a"])


def test_an_unknown_name_of_the_package_raises() -> None:
    """The package is no catch-all, though its namespaces load late."""
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        ontology.Nothing  # noqa: B018  (the access itself is the test)


def test_iris_and_concepts_do_not_load_rdflib() -> None:
    """Who needs strings only does not wait for rdflib."""
    code = "import sys, samspil.ontology.iri, samspil.ontology.concepts; sys.exit('rdflib' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode
