"""Exports: the dataset as RDF without loss, and the network with every actor, initiative and tie."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store

from samspil.graph.export import export, network, quads, write
from samspil.graph.store import StoreError
from samspil.ontology import iri
from tests.queries.small import dataset

B = iri.initiative("alfa", "B")
CLINIC = iri.actor_other("practice", "Klinik Åsen")


@pytest.mark.parametrize(("form", "rdf"), [("nquads", RdfFormat.N_QUADS), ("jsonld", RdfFormat.JSON_LD)])
def test_formats_of_datasets_hold_every_graph(form: str, rdf: RdfFormat) -> None:
    """What is exported loads as the same number of quads in the same graphs."""
    again = Store()
    again.bulk_load(export(dataset(), form), format=rdf)
    assert len(dataset().store) == len(again)
    assert set(dataset().store.named_graphs()) == set(again.named_graphs())


def test_turtle_holds_the_merged_facts() -> None:
    """Turtle is the default graph, each fact once, with prefixes."""
    turtle, again = export(dataset(), "turtle"), Store()
    again.bulk_load(turtle, format=RdfFormat.TURTLE)
    assert sum(1 for _ in dataset().store.quads_for_pattern(None, None, None, DefaultGraph())) == len(again)
    assert b"ss:Initiative" in turtle


@pytest.mark.parametrize("form", ["turtle", "csv", "graphml", "gexf"])
def test_an_export_is_the_same_each_time(form: str) -> None:
    """Neither the order of the store nor the clock shows."""
    assert export(dataset(), form) == export(dataset(), form)
    assert b"lastmodified" not in export(dataset(), form)


def test_the_network_has_two_modes() -> None:
    """Actors and initiatives are nodes by IRI; each tie goes from one to the other and has its evidence."""
    graph = network(dataset())
    assert nx.is_bipartite(graph)
    assert {1} == {sum(graph.nodes[node]["bipartite"] for node in tie) for tie in graph.edges}
    assert {
        "bipartite": 0,
        "mode": "actor",
        "label": "Klinik Åsen",
        "kind": "practice",
        "sector": "practice",
    } == graph.nodes[CLINIC]
    assert {"role": "partner", "line_start": 8, "line_end": 9} == graph.edges[CLINIC, B]
    assert 8 == graph.number_of_edges()


def test_unknown_attributes_are_absent() -> None:
    """A start that is known is an attribute, an end that is not is none."""
    node = network(dataset()).nodes[B]
    assert "2019-01-01" == node["starts"]
    assert "ends" not in node


def test_network_programs_read_the_files() -> None:
    """GraphML and GEXF come back with the same nodes, ties and labels."""
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        graph = read(BytesIO(export(dataset(), form)))
        assert set(network(dataset()).edges) <= {pair for u, v in graph.edges for pair in ((u, v), (v, u))}
        assert "Klinik Åsen" == graph.nodes[CLINIC]["label"]


def test_csv_has_a_row_for_each_tie() -> None:
    """The CSV is the list of ties."""
    found = list(csv.DictReader(StringIO(export(dataset(), "csv").decode())))
    assert 8 == len(found)
    assert {"actor_iri": CLINIC, "initiative_iri": B, "line_start": "8"}.items() <= found[2].items()


def test_quads_are_all_there_are() -> None:
    """Asked for its quads, a dataset gives each once."""
    assert set(dataset().store) == set(quads(dataset()))


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """A new file replaces the old one, and nothing is left beside it."""
    write(tmp_path / "a", b"old")
    write(tmp_path / "a", b"new")
    assert [b"new"] == [path.read_bytes() for path in tmp_path.iterdir()]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A folder that is not there is an error with the path."""
    with pytest.raises(StoreError, match="nowhere"):
        write(tmp_path / "nowhere" / "a", b"")
