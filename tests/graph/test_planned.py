"""What a document sets out as RDF: facts with evidence, wording only at hand, labels always, links between nodes."""

from itertools import chain

import pytest
from pyoxigraph import NamedNode, Quad, Store

from samspil.graph.dataset import vocabulary
from samspil.graph.inference import infer
from samspil.graph.rdf import to_quads, to_triples
from samspil.graph.store import in_memory
from samspil.graph.terms import DCTERMS, RDF, RDFS
from samspil.graph.validation import validate
from samspil.loaders.records import Extraction
from samspil.ontology import SS, iri
from tests.queries.small import DELTA, GAMMA

FACTS = [
    SS.Section,
    SS.Goal,
    SS.Indicator,
    SS.Commitment,
    SS.Example,
    SS.Citation,
    SS.CommitteeMembership,
    SS.Appointment,
]
GOAL = iri.goal("gamma", "goal", "1")


def store(*extractions: Extraction, wording: bool = True) -> Store:
    """Return what some documents state, merged with the vocabulary."""
    quads = chain(vocabulary(), *(to_quads(found, wording=wording) for found in extractions))
    return in_memory(Quad(q.subject, q.predicate, q.object) for q in quads)


def values(subject: str, predicate: str, *, wording: bool = True) -> list[str]:
    """Return what a node has under a predicate."""
    found = store(GAMMA, wording=wording).quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return sorted(str(getattr(quad.object, "value", quad.object)) for quad in found)


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: str(kind).rpartition("#")[2])
def test_every_fact_has_one_first_evidence(kind: str) -> None:
    """Sections, goals, indicators, commitments, examples, citations, seats and appointments lead back to the text."""
    found = [q.subject for q in store(GAMMA).quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(kind))]
    assert found
    assert [1] * len(found) == [
        len(list(store(GAMMA).quads_for_pattern(node, NamedNode(SS.evidence), None))) for node in found
    ]


def test_the_graph_of_a_plan_is_valid() -> None:
    """Shapes accept what is written, with wording and without."""
    assert validate(store(GAMMA, DELTA)).conforms
    assert validate(store(GAMMA, wording=False)).conforms


def test_a_goal_is_linked_to_its_vision_agreement_and_target_group() -> None:
    """Parent, agreement and phrase are nodes of their own."""
    assert [iri.goal("gamma", "vision", "V1")] == values(GOAL, SS.parentGoal)
    assert [iri.agreement("Sundhedsaftalen 2015-2018", "region-hovedstaden")] == values(GOAL, SS.setIn)
    assert [iri.stated_targeting(GOAL, "borgere med KOL")] == values(GOAL, SS.targeting)


def test_what_states_a_goal_again_is_further_evidence() -> None:
    """The vision is one node with two passages."""
    assert 1 == len(values(iri.goal("gamma", "vision", "V1"), SS.furtherEvidence))


def test_wording_stays_out_and_labels_stay_in() -> None:
    """Without the documents there is no text, and a label still names the node."""
    assert ["Flere borgere med KOL får en plan"] == values(GOAL, SS.text)
    assert [] == values(GOAL, SS.text, wording=False)
    assert ["Flere borgere med KOL får en plan"] == values(GOAL, RDFS + "label", wording=False)


def test_two_commitments_of_a_section_are_two() -> None:
    """Each has its number; the section is one node."""
    first, second = (iri.commitment("gamma", "2.1", n) for n in (1, 2))
    assert values(first, SS.inSection) == values(second, SS.inSection) == [iri.section("gamma", "2.1")]
    assert (["1"], ["2"]) == (values(first, SS.order), values(second, SS.order))


def test_an_agreement_is_shared_by_the_documents_that_cite_it() -> None:
    """A law has one node, and each document its own citation of it."""
    both = store(GAMMA, DELTA)
    law = NamedNode(iri.agreement("Sundhedsloven"))
    assert 2 == len(list(both.quads_for_pattern(None, NamedNode(SS.agreement), law)))


def test_nothing_of_a_document_without_a_plan() -> None:
    """An empty plan writes no node."""
    empty = Extraction(GAMMA.source)
    assert {NamedNode(iri.document("gamma"))} == {t.subject for t in to_triples(empty, wording=True)}


def test_inference_writes_named_graphs_of_its_own() -> None:
    """A rule writes its graph and no other, and what it says is about asserted nodes."""
    inferred = infer(store(GAMMA, DELTA))
    assert {iri.graph_inferred(rule) for rule in ("agreement-series", "goal-kinship")} == {
        quad.graph_name.value for quad in inferred if isinstance(quad.graph_name, NamedNode)
    }
    replaces = [q for q in inferred if q.predicate == NamedNode(DCTERMS + "replaces")]
    assert [
        (
            iri.agreement(f"Sundhedsaftalen {a}", "region-hovedstaden"),
            iri.agreement(f"Sundhedsaftalen {b}", "region-hovedstaden"),
        )
        for a, b in (("2019-2023", "2015-2018"),)
    ] == [
        (q.subject.value, q.object.value)
        for q in replaces
        if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode)
    ]


def test_one_document_alone_infers_no_kinship() -> None:
    """A goal without a next generation is taken up by none."""
    assert [] == [q for q in infer(store(GAMMA)) if q.object == NamedNode(SS.Kinship)]


def test_inference_is_the_same_with_wording_and_without() -> None:
    """Labels and target groups stay, so the proposals do not depend on the documents being at hand."""
    assert infer(store(GAMMA, DELTA)) == infer(store(GAMMA, DELTA, wording=False))
