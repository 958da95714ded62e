"""The dataset in the formats of other programs: RDF as it is, and the network of actors and initiatives."""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from pyoxigraph import DefaultGraph, Quad, QuerySolutions, RdfFormat, serialize

from samspil.graph.output import to_csv, visible
from samspil.graph.query import Table, Value, rows
from samspil.graph.store import Dataset, StoreError
from samspil.graph.terms import DCTERMS, OA, ORG, RDFS, SCHEMA, SKOS, XSD
from samspil.ontology import iri

if TYPE_CHECKING:
    import networkx as nx

PREFIXES = {
    "ss": iri.ONTOLOGY,
    "ssc": iri.CONCEPT,
    "dcterms": DCTERMS,
    "oa": OA,
    "org": ORG,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}
_QUADS = "SELECT ?s ?p ?o ?g WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
_EDGES = "edges"
# Attribute and column. GEXF would read `start` and `end` as the time of a node's existence; `key` is networkx's own.
_ACTOR = {"label": "actor", "kind": "kind", "sector": "sector"}
_INITIATIVE = {"label": "title", "document": "document", "number": "key", "starts": "start", "ends": "end"}
_TIE = {name: name for name in ("role", "line_start", "line_end")}


def export(dataset: Dataset, form: str) -> bytes:
    """Return the dataset in one of `FORMATS`: `nquads` and `jsonld` hold all graphs, `turtle` the merged facts."""
    return FORMATS[form](dataset)


def network(dataset: Dataset) -> "nx.Graph[str]":
    """Return the two-mode network: a node for each actor and each initiative, by IRI, a tie for each participation."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for row in _records(rows(dataset, _EDGES)):
        actor, initiative = str(row["actor_iri"]), str(row["initiative_iri"])
        graph.add_node(actor, bipartite=0, mode="actor", **_known(row, _ACTOR))
        graph.add_node(initiative, bipartite=1, mode="initiative", **_known(row, _INITIATIVE))
        graph.add_edge(actor, initiative, **_known(row, _TIE))
    return graph


def quads(dataset: Dataset) -> list[Quad]:
    """Return every quad of the dataset, in the order of their text."""
    found = cast(QuerySolutions, dataset.query(_QUADS))
    return sorted((Quad(row["s"], row["p"], row["o"], row["g"] or DefaultGraph()) for row in found), key=str)


def write(path: Path, content: bytes) -> None:
    """Write a file as a whole, or leave what is there."""
    temporary = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        cause, remedy = f"cannot be written ({error.strerror})", "Name another file with --output."
        raise StoreError(str(path), cause, remedy) from error
    finally:
        temporary.unlink(missing_ok=True)


def _records(answer: Table) -> Iterator[dict[str, Value]]:
    return (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def _known(row: Mapping[str, Value], names: Mapping[str, str]) -> dict[str, Value]:
    """Return the attributes that have a value: the formats of networks know no unknown."""
    return {name: _harmless(row[column]) for name, column in names.items() if row[column] is not None}


def _harmless(value: Value) -> Value:
    return visible(value) if isinstance(value, str) else value


def _turtle(dataset: Dataset) -> bytes:
    asserted = (quad.triple for quad in quads(dataset) if quad.graph_name == DefaultGraph())
    return serialize(asserted, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def _nquads(dataset: Dataset) -> bytes:
    return serialize(quads(dataset), format=RdfFormat.N_QUADS) or b""


def _jsonld(dataset: Dataset) -> bytes:
    return serialize(quads(dataset), format=RdfFormat.JSON_LD) or b""


def _csv(dataset: Dataset) -> bytes:
    return to_csv(rows(dataset, _EDGES)).encode()


def _graphml(dataset: Dataset) -> bytes:
    from networkx import generate_graphml

    return "\n".join(generate_graphml(network(dataset))).encode() + b"\n"


def _gexf(dataset: Dataset) -> bytes:
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter()
    writer.add_graph(network(dataset))
    # the day of the export would make each day's file another one
    writer.xml.find("meta").attrib.pop("lastmodifieddate", None)
    text = BytesIO()
    writer.write(text)
    return text.getvalue()


FORMATS: Mapping[str, Callable[[Dataset], bytes]] = MappingProxyType(
    {"turtle": _turtle, "nquads": _nquads, "jsonld": _jsonld, "csv": _csv, "graphml": _graphml, "gexf": _gexf}
)
