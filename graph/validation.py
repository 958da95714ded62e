"""Validation of a dataset against the SHACL shapes of the ontology."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store

if TYPE_CHECKING:
    import rdflib

_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape: its IRI, the property if the shape is of one, the value, and what is wrong."""

    severity: str
    focus: str
    path: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found; only violations, not warnings, keep a dataset out of the store."""

    results: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Tell whether the dataset breaks no shape."""
        return not any(result.severity == "Violation" for result in self.results)

    @property
    def text(self) -> str:
        """Return one line for each result."""
        return "\n".join(f"{r.severity}: {r.focus} {r.path} {r.value}: {r.message}" for r in self.results)


def validate(store: Store) -> Report:
    """Return what is wrong with the asserted facts of a dataset."""
    import pyshacl
    import rdflib

    shapes = rdflib.Graph().parse(data=files("samspil.ontology").joinpath("shapes.ttl").read_bytes(), format="turtle")
    # pySHACL is right, and fast, only on rdflib's own memory; `inplace` saves it a copy of the graph.
    _, found, _ = pyshacl.validate(_graph(store), shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(found, rdflib.Graph):
        raise RuntimeError(f"SHACL validation failed: {found}")
    return Report(tuple(sorted(_results(found))))


def _graph(store: Store) -> "rdflib.Graph":
    """Return the default graph as rdflib holds it."""
    import rdflib

    known: dict[object, rdflib.term.Identifier] = {}
    graph = rdflib.Graph()
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        terms = (quad.subject, quad.predicate, quad.object)
        known |= {term: _term(term) for term in terms if term not in known}
        graph.add((known[quad.subject], known[quad.predicate], known[quad.object]))
    return graph


def _term(term: object) -> "rdflib.term.Identifier":
    """Return a term as rdflib has it; a plain string has no datatype there, and no other form is equal to it."""
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"rdflib has no such term: {term}")
    datatype = None if term.language or term.datatype.value == _STRING else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)


def _results(found: "rdflib.Graph") -> Iterator[Violation]:
    from rdflib import RDF, SH

    for result in found.subjects(RDF.type, SH.ValidationResult):
        parts = (SH.resultSeverity, SH.focusNode, SH.resultPath, SH.value)
        severity, focus, path, value = (str(found.value(result, part) or "") for part in parts)
        message = _message(list(found.objects(result, SH.resultMessage)))
        yield Violation(severity.removeprefix(str(SH)), focus, path, value, message)


def _message(messages: "list[rdflib.term.Node]") -> str:
    """Return what is wrong in English, or in the language there is."""
    return str(max(messages, key=lambda message: (getattr(message, "language", None) == "en", message), default=""))
