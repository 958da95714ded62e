"""The build: documents or committed facts to a valid dataset that replaces the store, or an error that leaves it."""

import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
import rdflib
from pyoxigraph import DefaultGraph, QuerySolutions, RdfFormat

from samspil.graph import facts
from samspil.graph.build import UnreadableDocuments, build, distinct, of_extractions
from samspil.graph.store import StoreError, open_store
from samspil.graph.store import replace as replace_store
from samspil.loaders.errors import SamspilError, UnreadableDocument
from samspil.loaders.files.document import Document
from samspil.loaders.records import Extraction
from samspil.ontology import iri
from tests.graph.records import CLINIC, extraction

ACTORS = f"""
PREFIX ss: <{iri.ONTOLOGY}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT (COUNT(?kind) AS ?count) WHERE {{
  ?actor skos:prefLabel "{CLINIC.name}"@da ; ss:kind ?kind ; ss:sector ?sector .
  ?sector skos:prefLabel "Praksissektor"@da
}}"""
Loading = Callable[[Callable[[Document, str | None], Extraction]], None]


@pytest.fixture
def loading(monkeypatch: pytest.MonkeyPatch) -> Loading:
    """Let a function stand in for the loaders."""

    def stand_in(load: Callable[[Document, str | None], Extraction]) -> None:
        module = ModuleType("samspil.loaders.loading")
        module.load = load  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return stand_in


def by_name(document: Document, genre: str | None) -> Extraction:
    """Load the hand-made records under the document's name; refuse one that holds no document."""
    if "unknown" in document.text:
        raise UnreadableDocument(document.name, "nothing fits", "Name the genre.")
    return extraction(Path(document.name).stem)


def folder(path: Path, **texts: str) -> Path:
    """Make a folder of text files."""
    path.mkdir()
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return path


def standing(store: Path) -> bytes:
    """Put a dataset in the store, as an earlier build would, and return its bytes."""
    replace_store(store, of_extractions([extraction()]))
    return (store / "dataset.nq").read_bytes()


def test_one_fact_of_two_documents_counts_once_on_every_engine() -> None:
    """An actor that two documents describe is one in the default graph of pyoxigraph, and of rdflib."""
    store = of_extractions([extraction("a"), extraction("b")])
    [[count]] = cast(QuerySolutions, store.query(ACTORS))
    graph = rdflib.Graph().parse(data=store.dump(from_graph=DefaultGraph(), format=RdfFormat.N_TRIPLES), format="nt")
    assert ["1", "1"] == [count.value, *(str(row[0]) for row in graph.query(ACTORS))]  # type: ignore[index]


def test_documents_are_built_into_the_store(tmp_path: Path, loading: Loading) -> None:
    """A folder of documents becomes a dataset with a graph for each, and progress is told."""
    loading(by_name)
    told: list[tuple[str, int, int]] = []
    documents = folder(tmp_path / "in", a="en tekst om noget", b="en anden tekst")
    built = build([documents], str(tmp_path / "store"), progress=lambda *step: told.append(step))
    assert [("a.txt", 1, 2), ("b.txt", 2, 2)] == told
    assert "" == built.report.text
    graphs = {f"{graph}" for graph in open_store(str(tmp_path / "store")).store.named_graphs()}  # type: ignore[attr-defined]
    expected = {iri.graph_document("a"), iri.graph_document("b"), iri.GRAPH_REGISTERS, iri.GRAPH_VOCABULARY}
    assert {f"<{name}>" for name in expected} == graphs
    assert 2 == built.documents


def test_all_unreadable_documents_are_in_the_one_error(tmp_path: Path, loading: Loading) -> None:
    """A build with bad documents names every one of them and leaves the store as it was."""
    loading(by_name)
    store = tmp_path / "store"
    before = standing(store)
    bad = folder(tmp_path / "bad", a="en tekst", b="unknown", c="unknown, too")
    with pytest.raises(UnreadableDocuments, match=r"(?s)missing\.txt.*b\.txt.*c\.txt") as caught:
        build([tmp_path / "missing.txt", bad], str(store))
    assert 3 == len(caught.value.errors)
    assert isinstance(caught.value, SamspilError)
    assert before == (store / "dataset.nq").read_bytes()


def test_an_invalid_dataset_does_not_replace_the_store(tmp_path: Path, loading: Loading) -> None:
    """When validation finds a violation, the report says so and the old store stays."""
    store, documents = tmp_path / "store", folder(tmp_path / "in", a="en tekst")
    before = standing(store)

    def negative(document: Document, genre: str | None) -> Extraction:
        found = by_name(document, genre)
        first = found.initiatives[0]
        debt = replace(first.grants[0], amount=Decimal(-1))
        return replace(found, initiatives=(replace(first, grants=(debt,)),))

    loading(negative)
    built = build([documents], str(store))
    assert not built.report.conforms
    assert "grant/applied/2019" in built.report.text
    assert before == (store / "dataset.nq").read_bytes()


def test_nothing_is_written_for_the_memory_store(
    tmp_path: Path, loading: Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`:memory:` builds without a file."""
    loading(by_name)
    documents = folder(tmp_path / "in", a="en tekst")
    monkeypatch.chdir(tmp_path)
    assert 1 == build([documents], ":memory:").documents
    assert ["in"] == [path.name for path in tmp_path.iterdir()]


def test_a_server_is_no_place_for_a_build() -> None:
    """A build into the URL of a server is refused before any work."""
    with pytest.raises(StoreError, match="push"):
        build([], "https://example.org/sparql")


def test_documents_with_the_same_key_get_keys_of_their_own() -> None:
    """The second of a key gets `~2`, the third `~3`, each with a finding; the first stays as it is."""
    found = distinct([extraction("a"), extraction("b"), extraction("a"), extraction("a")])
    assert ["a", "b", "a~2", "a~3"] == [one.source.key for one in found]
    assert extraction("a") == found[0]
    assert [0, 0, 1, 1] == [sum(f.rule == "duplicate_key" for f in one.findings) for one in found]


@pytest.mark.parametrize("keys", [("a", "a~2", "a"), ("a", "a", "a~2")])
def test_a_key_given_anew_is_not_one_that_another_has(keys: tuple[str, ...]) -> None:
    """Keys stay apart also where a document's own name ends in `~2`."""
    assert 3 == len({one.source.key for one in distinct(extraction(key) for key in keys)})


def test_without_paths_the_committed_facts_are_built() -> None:
    """The facts that come with the package make a valid dataset of as many documents as there are files."""
    built = build([], ":memory:")
    assert "" == built.report.text
    assert len(list(Path(str(facts.committed())).glob("*.ttl"))) == built.documents
    assert built.facts > 1000


def test_memory_opens_the_committed_facts() -> None:
    """`:memory:` answers from registers, vocabulary and committed facts without a build before."""
    assert bool(open_store(":memory:").query(f"ASK {{ <{iri.concept('sector', 'practice')}> ?p ?o }}"))
