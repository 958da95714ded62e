"""What follows from the asserted facts by stated rules, each in a named graph of its own; nothing here is asserted.

| rule | graph | what it says |
|---|---|---|
| agreement-series | `…/inferred/agreement-series` | the generation of a health agreement, and which it replaces |
| goal-kinship | `…/inferred/goal-kinship` | which goal of the next generation takes up a goal, with score and reason |
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from samspil.graph.kinship import Named, Proposal, proposals
from samspil.graph.terms import DCTERMS, RDF, Properties, describe, english, integer, node, score
from samspil.ontology import SS, iri
from samspil.ontology.agreement import generation

SERIES, KINSHIP = "agreement-series", "goal-kinship"
_PREFIXES = f"""
PREFIX dcterms: <{DCTERMS}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX ss: <{iri.ONTOLOGY}>
"""
_AGREEMENTS = (
    _PREFIXES
    + """SELECT DISTINCT ?agreement ?name ?start ?end ?place WHERE {
  ?citation ss:agreement ?agreement ; dcterms:title ?name .
  OPTIONAL { ?citation schema:startDate ?start }
  OPTIONAL { ?citation schema:endDate ?end }
  OPTIONAL { ?agreement dcterms:spatial ?place }
} ORDER BY ?agreement ?start ?end"""
)
_GOALS = (
    _PREFIXES
    + """SELECT ?goal ?kind ?agreement ?label ?concept WHERE {
  ?goal a ss:Goal ; ss:goalKind/skos:notation ?kind ; ss:setIn ?agreement ; rdfs:label ?label .
  FILTER(LANG(?label) = "da")
  OPTIONAL { ?goal ss:targeting/ss:targetGroup/skos:notation ?concept }
} ORDER BY ?goal ?concept"""
)


@dataclass(frozen=True, slots=True)
class _Generation:
    """An agreement's number in the series, and the place it is for."""

    number: int
    place: str | None


def infer(store: Store) -> list[Quad]:
    """Return what the rules say of the asserted facts of a store."""
    generations = dict(_generations(store))
    return [*_series(generations), *_kinships(_goals(store), generations)]


def _generations(store: Store) -> Iterator[tuple[str, _Generation]]:
    for row in _rows(store, _AGREEMENTS):
        number = generation(row["name"] or "", row["start"], row["end"])
        if number:
            yield row["agreement"] or "", _Generation(number, row["place"])


def _series(generations: Mapping[str, _Generation]) -> Iterator[Quad]:
    for agreement, own in generations.items():
        before = (
            a for a, g in generations.items() if g.number == own.number - 1 and own.place and g.place == own.place
        )
        properties: Properties = {SS.generation: integer(own.number), DCTERMS + "replaces": map(node, before)}
        yield from _quads(SERIES, agreement, properties)


def _goals(store: Store) -> Mapping[str, tuple[str, Named]]:
    """Return each goal that an agreement sets, with that agreement and what names the goal."""
    found: dict[str, tuple[str, Named]] = {}
    for row in _rows(store, _GOALS):
        goal = row["goal"] or ""
        known = found[goal][1].concepts if goal in found else frozenset()
        concepts = known | ({row["concept"]} if row["concept"] else set())
        found[goal] = (row["agreement"] or "", Named(goal, row["kind"] or "", row["label"] or "", frozenset(concepts)))
    return found


def _kinships(goals: Mapping[str, tuple[str, Named]], generations: Mapping[str, _Generation]) -> Iterator[Quad]:
    for earlier, later in product(generations, generations):
        ours, theirs = generations[earlier], generations[later]
        if theirs.number == ours.number + 1 and ours.place == theirs.place:
            old = [goal for agreement, goal in goals.values() if agreement == earlier]
            new = [goal for agreement, goal in goals.values() if agreement == later]
            for proposal in proposals(old, new):
                yield from _kinship(proposal)


def _kinship(proposal: Proposal) -> Iterable[Quad]:
    properties: Properties = {
        RDF + "type": node(SS.Kinship),
        SS.earlier: node(proposal.earlier),
        SS.later: node(proposal.later),
        SS.score: score(Decimal(proposal.score).quantize(Decimal("0.01"))),
        SS.reason: english(proposal.reason),
    }
    return _quads(KINSHIP, iri.kinship(proposal.earlier, proposal.later), properties)


def _quads(rule: str, subject: str, properties: Properties) -> Iterator[Quad]:
    graph = node(iri.graph_inferred(rule))
    return (Quad(t.subject, t.predicate, t.object, graph) for t in describe(node(subject), properties))


def _rows(store: Store, query: str) -> Iterator[Mapping[str, str | None]]:
    found = cast(QuerySolutions, store.query(query))
    names = [variable.value for variable in found.variables]
    return ({name: _value(row[name]) for name in names} for row in found)


def _value(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal) else None
