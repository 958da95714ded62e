"""The registers as RDF: actors, planning areas and change events, in a graph of their own."""

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad, Triple

from samspil.graph.terms import (
    DCTERMS,
    ORG,
    RDF,
    RDFS,
    SKOS,
    Properties,
    danish,
    day,
    describe,
    english,
    integer,
    node,
    plain,
)
from samspil.ontology import SS, iri
from samspil.ontology.register import Area, Change, Entry, register

_TYPE = RDF + "type"


def to_quads() -> Iterator[Quad]:
    """Yield all that the registers state, in their graph."""
    graph = node(iri.GRAPH_REGISTERS)
    return (Quad(t.subject, t.predicate, t.object, graph) for t in _triples())


def named(name: str) -> NamedNode | None:
    """Return the actor or planning area of the registers with this official name, if there is one."""
    return _names().get(name)


@cache
def _names() -> dict[str, NamedNode]:
    known = register()
    everyone: tuple[Entry | Area, ...] = (*known.areas, *known.entries)
    return {one.name: node(iri.actor_registered(one.key)) for one in everyone}


def _triples() -> Iterator[Triple]:
    known = register()
    for entry in known.entries:
        yield from _actor(entry)
    for area in known.areas:
        yield from _area(area)
    for change in known.changes:
        yield from _change(change)


def _actor(entry: Entry) -> Iterator[Triple]:
    properties: Properties = {
        _TYPE: node(SS.Actor),
        SS.kind: node(iri.concept("kind", entry.kind)),
        SS.sector: node(iri.concept("sector", entry.sector)),
        SKOS + "notation": [plain(code) for code in entry.codes.values()],
        SS.partOf: _actors(key for key in (entry.part_of, entry.region) if key),
        **_common(entry, (*entry.aliases, *entry.abbreviations)),
    }
    return describe(node(iri.actor_registered(entry.key)), properties)


def _area(area: Area) -> Iterator[Triple]:
    properties: Properties = {
        _TYPE: [node(SS.Actor), node(SS.ActorGroup)],
        SS.kind: node(iri.concept("kind", "group")),
        SS.sector: node(iri.concept("sector", "municipality")),
        SS.groupScope: plain("all"),
        SS.groupSize: integer(len(area.members)),
        SS.member: _actors(area.members),
        SS.partOf: _actors((area.region,)),
        ORG + "linkedTo": _actors(area.hospitals),
        **_common(area, area.aliases),
    }
    return describe(node(iri.actor_registered(area.key)), properties)


def _common(entry: Entry | Area, other_names: Iterable[str]) -> Properties:
    return {
        SKOS + "prefLabel": danish(entry.name),
        SKOS + "altLabel": [danish(name) for name in other_names],
        SKOS + "note": english(entry.note),
        SS.validFrom: day(entry.valid_from),
        SS.validUntil: day(entry.valid_until),
        SS.registerSource: plain(entry.source),
    }


def _change(change: Change) -> Iterator[Triple]:
    event = node(iri.change(change.key))
    originals, results = _actors(change.originals), _actors(change.results)
    properties: Properties = {
        _TYPE: node(ORG + "ChangeEvent"),
        RDFS + "label": danish(change.label),
        DCTERMS + "date": day(change.date),
        ORG + "originalOrganization": originals,
        ORG + "resultingOrganization": results,
        SKOS + "note": english(change.note),
        SS.registerSource: plain(change.source),
    }
    yield from describe(event, properties)
    yield from (Triple(actor, node(ORG + "changedBy"), event) for actor in originals)
    yield from (Triple(actor, node(ORG + "resultedFrom"), event) for actor in results)


def _actors(keys: Iterable[str]) -> list[NamedNode]:
    return [node(iri.actor_registered(key)) for key in keys]
