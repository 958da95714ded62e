"""Facts-only Turtle: what the documents state without their sentences, one sorted file a document."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse, serialize

from samspil.graph.rdf import to_triples
from samspil.graph.terms import DCTERMS, OA, ORG, RDFS, SCHEMA, SKOS, XSD, node
from samspil.loaders.records import Extraction
from samspil.ontology import SS, iri

_SCHEMES = (
    *("agreement-kind", "genre", "goal-kind", "grant-kind", "kind", "relation", "role"),
    *("rule", "sector", "severity", "status", "target-group"),
)
_PREFIXES = {
    "ss": iri.ONTOLOGY,
    "dcterms": DCTERMS,
    "oa": OA,
    "org": ORG,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
    **{scheme: f"{iri.CONCEPT}{scheme}/" for scheme in _SCHEMES},
}


def committed() -> Traversable:
    """Return the folder of the facts that come with the package."""
    return files("samspil.graph").joinpath("facts")


def to_turtle(extraction: Extraction) -> str:
    """Return the facts of one document as Turtle: one subject a block, everything sorted, the same text every time."""
    triples = sorted(set(to_triples(extraction, wording=False)), key=_order)
    turtle = BytesIO()
    serialize(triples, turtle, RdfFormat.TURTLE, prefixes=_PREFIXES, base_iri=iri.ID)
    return "".join(_spaced(turtle.getvalue().decode().splitlines(keepends=True)))


def write(extractions: Iterable[Extraction], folder: Path) -> None:
    """Write the facts of each document into the folder and remove what belongs to no document of them."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = _texts(extractions)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for path in folder.glob("*.ttl"):
        if path.name not in texts:
            path.unlink()


def read(folder: Traversable) -> Iterator[Quad]:
    """Yield the facts of every document of the folder, each in the graph of its document."""
    for file in _turtle_files(folder):
        stated = list(parse(file.read_bytes(), format=RdfFormat.TURTLE))
        graph = node(iri.graph_document(_key(stated)))
        yield from (Quad(quad.subject, quad.predicate, quad.object, graph) for quad in stated)


def differences(extractions: Iterable[Extraction], folder: Traversable) -> str:
    """Return how the extractions differ from the facts of the folder, as a diff; empty if they do not."""
    new, old = _texts(extractions), {file.name: file.read_text("utf-8") for file in _turtle_files(folder)}
    return "".join(line for name in sorted(new | old) for line in _diff(name, old.get(name, ""), new.get(name, "")))


def _texts(extractions: Iterable[Extraction]) -> dict[str, str]:
    return {f"{iri.segment(e.source.key)}.ttl": to_turtle(e) for e in extractions}


def _turtle_files(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(".ttl")), key=lambda f: f.name)


def _key(stated: list[Quad]) -> str:
    document = next(quad.subject for quad in stated if quad.object == node(SS.Document))
    names = (q.object for q in stated if q.subject == document and q.predicate.value == DCTERMS + "identifier")
    return next(name.value for name in names if isinstance(name, Literal))


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    predicate = str(triple.predicate)
    # without the closing bracket, a fact comes before its own evidence
    return str(triple.subject)[:-1], not predicate.endswith("#type>"), predicate, str(triple.object)


def _spaced(lines: list[str]) -> Iterator[str]:
    """Yield the lines with an empty one before each subject, and each node of a list on a line of its own.

    No literal has a line break of its own, and where no quote stands, a comma between spaces is between two nodes.
    """
    for line in lines:
        starts_block = not line.startswith(("\t", "@"))
        yield "\n" * starts_block + (line if '"' in line else line.replace(" , ", " ,\n\t\t"))


def _diff(name: str, old: str, new: str) -> Iterator[str]:
    return unified_diff(old.splitlines(True), new.splitlines(True), f"committed/{name}", f"extracted/{name}")
