"""The store: a dataset in a folder, in memory or behind a SPARQL server, asked in one way and replaced as a whole."""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol, TypeAlias
from uuid import uuid4

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse_query_results,
)

from samspil.loaders.errors import SamspilError

Term: TypeAlias = NamedNode | Literal
Result: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples

MEMORY = ":memory:"
FILE = "dataset.nq"
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
# What may hold the word WHERE without being it (an IRI, a string, a comment), then the first WHERE of the query itself.
_WHERE = re.compile(
    r"""
    <[^<>"{}|^`\\\x00-\x20]*>
    | \"{3}(?:\\.|[^\\])*?\"{3} | '{3}(?:\\.|[^\\])*?'{3}
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
    | \#[^\n]*
    | (?<![\w:?$-]) (?P<group> WHERE (?:\s|\#[^\n]*\n)* \{ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


class StoreError(SamspilError):
    """A store that is missing, damaged, not writable or out of reach."""

    def __init__(self, where: str, cause: str, remedy: str) -> None:
        self.where, self.cause, self.remedy = where, cause, remedy
        super().__init__(f"{where}: {cause}. {remedy}")


class QueryError(SamspilError):
    """A query that the engine does not understand, or whose parameters have no place in it."""


class Dataset(Protocol):
    """Something that answers SPARQL: named queries ask its default graph, the asserted facts merged."""

    def query(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> Result:
        """Answer a query in which each variable of `bindings` has the value given there."""
        ...


class LocalDataset:
    """A dataset in this process's memory."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def query(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> Result:
        """Answer a query from memory."""
        try:
            return self.store.query(bind(sparql, bindings or {}))
        except SyntaxError as error:
            raise QueryError(f"The query is not SPARQL: {error}") from error


class RemoteDataset:
    """A dataset behind a SPARQL 1.1 protocol endpoint, only read."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        self.url, self.timeout = url, timeout

    def query(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> Result:
        """Answer a query from the server; the results are read whole."""
        body, media_type = self._ask(bind(sparql, bindings or {}))
        try:
            return _parsed(body, media_type)
        except (SyntaxError, ValueError) as error:
            cause = f"the answer ({media_type or 'no media type'}) is no SPARQL result: {error}"
            raise StoreError(self.url, cause, "Check that the address is that of a SPARQL endpoint.") from error

    def _ask(self, sparql: str) -> tuple[bytes, str]:
        from urllib.error import HTTPError

        from SPARQLWrapper import JSON, POST, TURTLE, SPARQLExceptions, SPARQLWrapper

        server = SPARQLWrapper(self.url)
        server.setQuery(sparql)
        server.setMethod(POST)
        server.setTimeout(self.timeout)
        server.setReturnFormat(JSON if server.queryType in ("SELECT", "ASK") else TURTLE)
        try:
            answer = server.query()
            return answer.response.read(), answer.info().get("content-type", "").split(";")[0].strip()
        except SPARQLExceptions.QueryBadFormed as error:
            raise QueryError(f"{self.url} does not understand the query: {error}") from error
        except (HTTPError, SPARQLExceptions.SPARQLWrapperException, OSError) as error:
            raise StoreError(self.url, f"the server did not answer ({error})", "Check address and network.") from error


def open_store(where: str) -> Dataset:
    """Open the dataset at `where`: a folder, `:memory:` (the committed facts, built now) or the URL of a server."""
    if where.startswith(("http://", "https://")):
        return RemoteDataset(where)
    if where == MEMORY:
        from samspil.graph.dataset import committed

        return LocalDataset(committed())
    return LocalDataset(_load(Path(where)))


def replace(folder: Path, store: Store) -> None:
    """Put a new dataset in a folder's place in one step; until then, and if anything fails, the old one stays."""
    temporary = folder / f".{FILE}.{uuid4().hex}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(temporary, store)
        temporary.replace(folder / FILE)
    except OSError as error:
        raise StoreError(str(folder), f"cannot be written ({error})", "Name another folder with --store.") from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def in_memory(quads: Iterable[Quad]) -> Store:
    """Return a store that holds the quads, each once."""
    store = Store()
    store.bulk_extend(quads)
    return store


def bind(sparql: str, bindings: Mapping[str, Term]) -> str:
    """Return the query with each variable of `bindings` bound to its term at the start of its WHERE.

    The engine's own substitution is not used: pyoxigraph 0.5 wants each variable in the projection and does not show
    its value to `FILTER (!BOUND(?x) || ...)`. A `BIND` that holds a serialised term means the same on every engine. As
    SPARQL evaluates from the inside out, a sub-SELECT or a MINUS sees the value only through a shared variable.
    """
    if not bindings:
        return sparql
    group = next((found for found in _WHERE.finditer(sparql) if found["group"]), None)
    if group is None:
        raise QueryError("The query takes parameters but has no WHERE to bind them in. Write WHERE { ... } in it.")
    return sparql[: group.end()] + "".join(_bind(*item) for item in bindings.items()) + sparql[group.end() :]


def _bind(name: str, term: Term) -> str:
    if not (name.isascii() and name.isidentifier()):
        raise QueryError(f"{name!r} cannot be the name of a parameter. Use letters, digits and underscores.")
    return f" BIND({term} AS ?{name})"


def _load(folder: Path) -> Store:
    path, store = folder / FILE, Store()
    if not path.is_file():
        raise StoreError(str(folder), "there is no dataset here", "Run `samspil build`, or name a store with --store.")
    try:
        store.bulk_load(path=path, format=RdfFormat.N_QUADS)
    except (SyntaxError, OSError) as error:
        raise StoreError(str(path), f"the dataset is damaged ({error})", "Run `samspil build` again.") from error
    if not len(store):
        raise StoreError(str(path), "the dataset is empty", "Run `samspil build` again.")
    return store


def _write(path: Path, store: Store) -> None:
    with path.open("xb") as file:
        store.dump(file, format=RdfFormat.N_QUADS)
        file.flush()
        os.fsync(file.fileno())


def _parsed(body: bytes, media_type: str) -> Result:
    results = QueryResultsFormat.from_media_type(media_type)
    if results is not None:
        return parse_query_results(body, format=results)
    graph, store = RdfFormat.from_media_type(media_type), Store()
    if graph is None:
        raise ValueError("unknown media type")
    store.load(body, format=graph)
    return store.query(_EVERYTHING)
