"""A document's triples as they are written: facts with evidence, actors once, sentences if they come along."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from samspil.graph import registers
from samspil.graph.terms import OA, RDF, SKOS, Properties, danish, describe, integer, node, plain
from samspil.loaders.records import Actor, Evidence, Group, Targeting
from samspil.ontology import SS, iri

_TYPE = RDF + "type"


@dataclass
class Page:
    """The triples of one document as they are written; `taken` counts the facts that would share an IRI."""

    key: str
    wording: bool
    triples: list[Triple] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)

    @property
    def document(self) -> NamedNode:
        """Return the document's node."""
        return node(iri.document(self.key))

    def add(self, subject: NamedNode, properties: Properties) -> None:
        """Write what a node has."""
        self.triples.extend(describe(subject, properties))

    def fact(self, name: str, kind: str, properties: Properties, evidence: Iterable[Evidence]) -> NamedNode:
        """Write a fact node with its evidence, the first of which is the one; a name taken before gets `~2`."""
        self.taken[name] += 1
        name = name if self.taken[name] == 1 else f"{name}~{self.taken[name]}"
        found = list(self._passages(name, evidence))
        self.add(node(name), {_TYPE: node(kind), **properties, SS.evidence: found[:1], SS.furtherEvidence: found[1:]})
        return node(name)

    def _passages(self, fact: str, evidence: Iterable[Evidence]) -> Iterator[NamedNode]:
        for n, passage in enumerate(dict.fromkeys(evidence), 1):
            subject = node(iri.evidence(fact, n))
            self.add(subject, _passage(passage, self.document))
            self.add(subject, {SS.wording: self.quoted(passage.wording)})
            yield subject

    def quoted(self, sentence: str) -> Literal | None:
        """Return a sentence of the document, or None where sentences stay out."""
        return danish(sentence) if self.wording else None


def _passage(evidence: Evidence, document: NamedNode) -> Properties:
    return {
        _TYPE: node(SS.Evidence),
        OA + "hasSource": document,
        SS.lineStart: integer(evidence.line_start),
        SS.lineEnd: integer(evidence.line_end),
        SS.charStart: integer(evidence.char_start),
        SS.charEnd: integer(evidence.char_end),
        SS.page: integer(evidence.page),
        SS.section: plain(evidence.section),
        SS.sha256: plain(evidence.digest),
    }


def actor_node(page: Page, actor: Actor) -> NamedNode:
    """Return the node of an actor; one that the registers do not describe is described here."""
    if actor.register_key:
        return node(iri.actor_registered(actor.register_key))
    subject = node(iri.actor_other(actor.kind, actor.name))
    properties: Properties = {
        _TYPE: node(SS.Actor),
        SKOS + "prefLabel": danish(actor.name),
        SS.kind: concept("kind", actor.kind),
        SS.sector: concept("sector", actor.sector),
    }
    page.add(subject, properties)
    if actor.group:
        page.add(subject, _group(actor.group))
    return subject


def _group(group: Group) -> Properties:
    return {
        _TYPE: node(SS.ActorGroup),
        SS.groupScope: plain(group.scope),
        SS.groupSize: integer(group.size),
        SS.partOf: registers.named(group.place or ""),
        SS.possibleMember if group.scope == "some" else SS.member: map(registers.named, group.members),
    }


def concept(scheme: str, code: str | None) -> NamedNode | None:
    """Return the node of a concept by its scheme and code."""
    return node(iri.concept(scheme, code)) if code else None


def targeting_node(page: Page, name: str, targeting: Targeting) -> NamedNode:
    """Return the node of a link to a target group under a name of its own."""
    properties: Properties = {
        SS.asPrinted: danish(targeting.phrase),
        SS.targetGroup: [node(iri.concept("target-group", code)) for code in targeting.concepts],
    }
    return page.fact(name, SS.Targeting, properties, (targeting.evidence,))
