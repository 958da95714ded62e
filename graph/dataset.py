"""The dataset: documents, registers and vocabulary in their graphs, merged in the default graph, and the inferred."""

from collections.abc import Iterable
from importlib.resources import files
from itertools import chain

from pyoxigraph import Quad, RdfFormat, Store, parse

from samspil.graph import facts, registers
from samspil.graph.inference import infer
from samspil.graph.store import in_memory
from samspil.graph.terms import node
from samspil.ontology import iri


def assemble(documents: Iterable[Quad]) -> Store:
    """Return the whole dataset of what the documents state."""
    quads = [*documents, *registers.to_quads(), *vocabulary()]
    store = in_memory(chain(quads, (Quad(q.subject, q.predicate, q.object) for q in quads)))
    store.extend(infer(store))
    return store


def committed() -> Store:
    """Return the whole dataset of the facts that come with the package."""
    return assemble(facts.read(facts.committed()))


def vocabulary() -> Iterable[Quad]:
    """Yield the ontology and the concept schemes in their graph."""
    graph = node(iri.GRAPH_VOCABULARY)
    for name in ("samspil.ttl", "schemes.ttl"):
        turtle = files("samspil.ontology").joinpath(name).read_bytes()
        yield from (Quad(q.subject, q.predicate, q.object, graph) for q in parse(turtle, format=RdfFormat.TURTLE))
