"""The store: opened, asked with bound parameters, replaced as a whole, refused with a sentence if not usable."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import cast
from urllib.parse import parse_qs

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from samspil.graph.store import Dataset, LocalDataset, QueryError, StoreError, bind, in_memory, open_store, replace
from samspil.loaders.errors import SamspilError

E = "http://example.org/"
TITLES = f"SELECT ?s ?title WHERE {{ ?s <{E}title> ?title }} ORDER BY ?s"


def small(*titles: str) -> Store:
    """Return a store with a title for each of some things."""
    return in_memory(Quad(NamedNode(f"{E}{n}"), NamedNode(E + "title"), Literal(t)) for n, t in enumerate(titles))


def rows(dataset: Dataset, sparql: str, **bindings: NamedNode | Literal) -> list[list[str | None]]:
    """Return the values of a SELECT, row by row."""
    found = cast(QuerySolutions, dataset.query(sparql, bindings))
    return [[getattr(value, "value", None) for value in row] for row in found]


def test_what_is_put_in_a_folder_is_found_there(tmp_path: Path) -> None:
    """A dataset written to a folder that was not there is the one that opens."""
    replace(tmp_path / "new" / "store", small("a", "b"))
    assert [[E + "0", "a"], [E + "1", "b"]] == rows(open_store(str(tmp_path / "new" / "store")), TITLES)


def test_replacing_leaves_one_file(tmp_path: Path) -> None:
    """A second build replaces the first and leaves nothing beside it."""
    replace(tmp_path, small("old", "older"))
    replace(tmp_path, small("new"))
    assert [[E + "0", "new"]] == rows(open_store(str(tmp_path)), TITLES)
    assert ["dataset.nq"] == [path.name for path in tmp_path.iterdir()]


def test_a_failed_write_leaves_the_old_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses the new dataset, the old one stands and the error names the folder."""
    replace(tmp_path, small("old"))

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("samspil.graph.store.os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        replace(tmp_path, small("new"))
    assert [[E + "0", "old"]] == rows(open_store(str(tmp_path)), TITLES)
    assert ["dataset.nq"] == [path.name for path in tmp_path.iterdir()]


def test_concurrent_builds_leave_one_whole_dataset(tmp_path: Path) -> None:
    """Of many builds at once one wins, whole."""
    threads = [Thread(target=replace, args=(tmp_path, small(*[str(n)] * 50))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    titles = [row[1] for row in rows(open_store(str(tmp_path)), TITLES)]
    assert 50 == len(titles)
    assert 1 == len(set(titles))


def test_a_missing_store_says_what_to_run(tmp_path: Path) -> None:
    """A store that was never built is an error that names it and the command."""
    with pytest.raises(SamspilError, match=r"nowhere.*samspil build"):
        open_store(str(tmp_path / "nowhere"))


@pytest.mark.parametrize("content", [b"<http://a> <http://b> .\n", b"\xff\xfe", b"", b"<http://a> <http://b> <htt"])
def test_a_damaged_store_is_named(tmp_path: Path, content: bytes) -> None:
    """A dataset that cannot be read whole is an error that names the file."""
    (tmp_path / "dataset.nq").write_bytes(content)
    with pytest.raises(StoreError, match=r"dataset\.nq"):
        open_store(str(tmp_path))


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    """A store cannot be written into a file."""
    (tmp_path / "taken").write_text("text")
    with pytest.raises(StoreError, match="taken"):
        replace(tmp_path / "taken", small("a"))


def test_opening_and_asking_does_not_load_rdflib(tmp_path: Path) -> None:
    """A query starts fast because the store needs pyoxigraph only."""
    replace(tmp_path, small("a"))
    code = (
        "import sys; from samspil.graph.store import open_store;"
        f"list(open_store({str(tmp_path)!r}).query('SELECT ?s WHERE {{ ?s ?p ?o }}'));"
        "print([m for m in ('rdflib', 'pyshacl', 'SPARQLWrapper') if m in sys.modules])"
    )
    assert "[]\n" == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_a_parameter_selects_its_rows() -> None:
    """A bound variable leaves the rows that have its value, and may be projected or not."""
    dataset = LocalDataset(small("a", "b"))
    assert [[E + "1", "b"]] == rows(dataset, TITLES, title=Literal("b"))
    assert [["b"]] == rows(dataset, f"SELECT ?title WHERE {{ ?s <{E}title> ?title }}", s=NamedNode(E + "1"))


OPTIONAL_PARAMETER = f"SELECT ?t WHERE {{ ?s <{E}title> ?t FILTER(!BOUND(?title) || ?t = ?title) }} ORDER BY ?t"


@pytest.mark.parametrize(("bindings", "expected"), [({}, ["a", "b"]), ({"title": Literal("b")}, ["b"])])
def test_a_parameter_may_be_left_out(bindings: dict[str, Literal], expected: list[str]) -> None:
    """A filter sees whether its parameter was given, on pyoxigraph and on rdflib alike."""
    store = small("a", "b")
    assert expected == [row[0] for row in rows(LocalDataset(store), OPTIONAL_PARAMETER, **bindings)]
    graph = rdflib.Graph().parse(data=store.dump(from_graph=DefaultGraph(), format=RdfFormat.TURTLE), format="turtle")
    assert expected == [str(row[0]) for row in graph.query(bind(OPTIONAL_PARAMETER, bindings))]  # type: ignore[index]


def test_a_value_without_a_match_keeps_its_row() -> None:
    """A parameter before OPTIONAL gives its row on both engines, also when nothing matches (no VALUES at work)."""
    sparql = f"SELECT ?title ?s WHERE {{ OPTIONAL {{ ?s <{E}title> ?title }} }}"
    assert [["none", None]] == rows(LocalDataset(small("a")), sparql, title=Literal("none"))
    graph = rdflib.Graph().add((rdflib.URIRef(E + "0"), rdflib.URIRef(E + "title"), rdflib.Literal("a")))
    assert [("none", None)] == [
        (str(row[0]), row[1])  # type: ignore[index]
        for row in graph.query(bind(sparql, {"title": Literal("none")}))
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_value_can_leave_its_place(text: str) -> None:
    """Whatever a parameter holds, the query finds just the thing that has it as its title."""
    dataset = LocalDataset(small(text, text + "x"))
    assert [[E + "0", text]] == rows(dataset, TITLES, title=Literal(text))


@pytest.mark.parametrize(
    "prefix",
    ["# WHERE {\n", f"PREFIX where: <{E}WHERE>\n", f"BASE <{E}#WHERE{{>\n".replace("{", "-"), "#' WHERE {\r\n"],
)
def test_parameters_find_the_where_of_the_query(prefix: str) -> None:
    """A WHERE in a comment or an IRI is not the one of the query."""
    assert [[E + "1", "b"]] == rows(LocalDataset(small("a", "b")), prefix + TITLES, title=Literal("b"))


def test_where_in_a_string_is_text() -> None:
    """A string before the WHERE may hold the word."""
    sparql = f'SELECT ("WHERE {{" AS ?w) ?s WHERE # here\n {{ ?s <{E}title> ?title }}'
    assert [["WHERE {", E + "1"]] == rows(LocalDataset(small("a", "b")), sparql, title=Literal("b"))


@pytest.mark.parametrize("name", ["x } #", "", "æ", "1x", "x y"])
def test_a_parameter_has_a_plain_name(name: str) -> None:
    """A name that SPARQL could misread is refused."""
    with pytest.raises(QueryError, match="name of a parameter"):
        bind(TITLES, {name: Literal("a")})


def test_a_query_without_where_takes_no_parameters() -> None:
    """Parameters need a WHERE to stand in."""
    with pytest.raises(QueryError, match="WHERE"):
        bind("SELECT * { ?s ?p ?o }", {"s": NamedNode(E)})


def test_what_is_not_sparql_is_a_clear_error() -> None:
    """A query that does not parse raises our error with the place."""
    with pytest.raises(QueryError, match="not SPARQL: error at 1:"):
        LocalDataset(small("a")).query("SELECT SELECT")


def test_the_default_graph_is_asked() -> None:
    """A named graph is not in the answer unless it is named."""
    inferred = Quad(NamedNode(E + "9"), NamedNode(E + "title"), Literal("inferred"), NamedNode(E + "graph"))
    store = small("a")
    store.add(inferred)
    assert [[E + "0", "a"]] == rows(LocalDataset(store), TITLES)


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint over two titles."""

    def do_POST(self) -> None:
        """Answer one query."""
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["query"][0]
        try:
            self.answer(small("a", "b").query(asked))
        except SyntaxError:
            self.send_error(400)

    def answer(self, results: object) -> None:
        """Send results in the format of their kind."""
        graph = isinstance(results, QueryTriples)
        self.send_response(200)
        self.send_header("Content-Type", "text/turtle" if graph else "application/sparql-results+json; charset=utf-8")
        self.end_headers()
        self.wfile.write(results.serialize(format=RdfFormat.TURTLE if graph else QueryResultsFormat.JSON))  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class Page(Endpoint):
    """A server that answers every query with a web page."""

    def answer(self, _results: object) -> None:
        """Send a page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>Welcome</p>")


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve on a free port of this machine."""
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/query"
        server.shutdown()
        thread.join()


def test_a_server_is_asked_like_a_folder() -> None:
    """The same query with the same parameter gives the same rows from a server, of every kind of result."""
    with serving(Endpoint) as url:
        dataset = open_store(url)
        assert [[E + "1", "b"]] == rows(dataset, TITLES, title=Literal("b"))
        assert bool(dataset.query("ASK { ?s ?p ?o }"))
        assert 2 == len(list(cast(QueryTriples, dataset.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))))


def test_a_server_that_is_none_is_a_clear_error() -> None:
    """A web page for an answer, a refused query and nobody at home each raise an error that names the address."""
    with serving(Page) as url, pytest.raises(StoreError, match=r"query: .*text/html"):
        open_store(url).query(TITLES)
    with serving(Endpoint) as url, pytest.raises(QueryError, match="query"):
        open_store(url).query("SELECT ?s WHERE { ?s ?p }")
    with pytest.raises(StoreError, match="did not answer"):
        open_store(url).query(TITLES)
