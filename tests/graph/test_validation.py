"""Validation: the hand-made records are valid, and a broken fact is reported with its node."""

from pyoxigraph import Literal, NamedNode, Quad

from samspil.graph.build import of_extractions
from samspil.graph.terms import DCTERMS, SCHEMA, XSD
from samspil.graph.validation import Report, Violation, validate
from samspil.ontology import SS, iri
from tests.graph.records import extraction

INITIATIVE = iri.initiative("prøve", "1/7")


BROKEN: dict[str, Literal | NamedNode] = {
    DCTERMS + "title": Literal("A second title", language="da"),
    str(SS.evidence): NamedNode(iri.evidence(INITIATIVE, 9)),
    str(SS.status): NamedNode(iri.concept("status", "nonsense")),
    SCHEMA + "endDate": Literal("2018", datatype=NamedNode(XSD + "gYear")),
}


def test_the_records_registers_and_vocabulary_are_valid() -> None:
    """The dataset of the hand-made records breaks no shape."""
    report = validate(of_extractions([extraction()]))
    assert "" == report.text
    assert report.conforms


def test_broken_facts_are_violations() -> None:
    """Two titles, two first evidences, an unknown status and an end that is no day are violations of the initiative."""
    store = of_extractions([extraction()])
    store.extend(Quad(NamedNode(INITIATIVE), NamedNode(path), value) for path, value in BROKEN.items())
    report = validate(store)
    assert not report.conforms
    assert {(INITIATIVE, path) for path in BROKEN} == {(result.focus, result.path) for result in report.results}
    assert f"Violation: {INITIATIVE} {SS.evidence} : A fact must have exactly one evidence." in report.text.splitlines()


def test_a_warning_does_not_keep_a_dataset_out() -> None:
    """Only violations make a dataset invalid."""
    assert Report((Violation("Warning", "a", "b", "c", "d"),)).conforms
    assert not Report((Violation("Violation", "a", "b", "c", "d"),)).conforms
