"""From the records of one document to RDF: the quads of its graph, with the passages' wording or without."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, Triple

from samspil.graph import registers
from samspil.graph.terms import (
    DCTERMS,
    OA,
    ORG,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    Properties,
    amount,
    danish,
    day,
    describe,
    english,
    integer,
    moment,
    node,
    plain,
    year,
)
from samspil.loaders.records import (
    Actor,
    Effect,
    Evidence,
    Extraction,
    Finding,
    Grant,
    Group,
    Initiative,
    Mention,
    Participation,
    Period,
    Source,
    Status,
    Targeting,
)
from samspil.ontology import SS, iri

_TYPE = RDF + "type"


def to_quads(extraction: Extraction, *, wording: bool) -> Iterator[Quad]:
    """Yield what a document states as quads of its own graph; `wording` says whether its sentences come along."""
    graph = node(iri.graph_document(extraction.source.key))
    return (Quad(t.subject, t.predicate, t.object, graph) for t in to_triples(extraction, wording=wording))


def to_triples(extraction: Extraction, *, wording: bool) -> list[Triple]:
    """Return what a document states; of its sentences, only with `wording`."""
    page = _Page(extraction.source.key, wording)
    _document(page, extraction.source)
    for order, initiative in enumerate(extraction.initiatives, 1):
        _initiative(page, order, initiative)
    for mention in extraction.mentions:
        _mention(page, mention)
    for finding in extraction.findings:
        _finding(page, finding, {initiative.key for initiative in extraction.initiatives})
    return page.triples


@dataclass
class _Page:
    """The triples of one document as they are written; `taken` counts the facts that would share an IRI."""

    key: str
    wording: bool
    triples: list[Triple] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)

    @property
    def document(self) -> NamedNode:
        return node(iri.document(self.key))

    def add(self, subject: NamedNode, properties: Properties) -> None:
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


def _document(page: _Page, source: Source) -> None:
    properties: Properties = {
        _TYPE: node(SS.Document),
        DCTERMS + "identifier": plain(source.key),
        DCTERMS + "title": danish(source.title),
        DCTERMS + "publisher": plain(source.publisher),
        DCTERMS + "date": moment(source.date),
        DCTERMS + "format": plain(source.format),
        SS.genre: _concept("genre", source.genre),
        SS.genreReason: plain(source.genre_reason),
        SS.fileName: plain(source.name),
        SS.sha256: plain(source.sha256),
    }
    page.add(page.document, properties)


def _initiative(page: _Page, order: int, initiative: Initiative) -> None:
    key, status, period = initiative.key, initiative.status, initiative.period
    properties: Properties = {
        DCTERMS + "isPartOf": page.document,
        DCTERMS + "identifier": plain(key),
        DCTERMS + "title": danish(initiative.title),
        SS.order: integer(order),
        SS.theme: danish(initiative.theme),
        SS.participation: [_participation(page, key, n, p) for n, p in enumerate(initiative.participations, 1)],
        SS.targeting: [_targeting(page, key, targeting) for targeting in initiative.target_groups],
        SS.grant: [_grant(page, key, grant) for grant in initiative.grants],
        SS.effect: [_effect(page, key, effect) for effect in initiative.effects],
        **(_status(status) if status else {}),
        **(_period(period) if period else {}),
    }
    evidence = (initiative.evidence, *(stated.evidence for stated in (status, period) if stated))
    page.fact(iri.initiative(page.key, key), SS.Initiative, properties, evidence)


def _status(status: Status) -> Properties:
    return {SS.statusAsPrinted: danish(status.as_printed), SS.status: _concept("status", status.code)}


def _period(period: Period) -> Properties:
    return {
        SS.periodAsPrinted: danish(period.as_printed),
        SCHEMA + "startDate": day(period.start),
        SCHEMA + "endDate": day(period.end),
    }


def _participation(page: _Page, key: str, order: int, participation: Participation) -> NamedNode:
    actor = _actor(page, participation.actor)
    properties: Properties = {
        SS.actor: actor,
        SS.role: _concept("role", participation.role),
        SS.unit: [_unit(page, actor, name) for name in participation.units],
        SS.asPrinted: danish(participation.as_printed),
        SS.order: integer(order),
    }
    name = iri.participation(page.key, key, actor.value)
    return page.fact(name, SS.Participation, properties, (participation.evidence, *participation.further))


def _unit(page: _Page, actor: NamedNode, name: str) -> NamedNode:
    unit = node(iri.unit(actor.value, name))
    kind = node(ORG + "OrganizationalUnit")
    page.add(unit, {_TYPE: kind, RDFS + "label": danish(name), ORG + "unitOf": actor})
    return unit


def _targeting(page: _Page, key: str, targeting: Targeting) -> NamedNode:
    properties: Properties = {
        SS.asPrinted: danish(targeting.phrase),
        SS.targetGroup: [node(iri.concept("target-group", code)) for code in targeting.concepts],
    }
    name = iri.targeting(page.key, key, targeting.phrase)
    return page.fact(name, SS.Targeting, properties, (targeting.evidence,))


def _grant(page: _Page, key: str, grant: Grant) -> NamedNode:
    properties: Properties = {
        SS.grantKind: _concept("grant-kind", grant.kind),
        SS.amount: amount(grant.amount),
        SS.year: year(grant.year),
        SS.asPrinted: danish(grant.as_printed),
    }
    return page.fact(iri.grant(page.key, key, grant.kind, grant.year), SS.Grant, properties, (grant.evidence,))


def _effect(page: _Page, key: str, effect: Effect) -> NamedNode:
    properties: Properties = {SS.order: integer(effect.n), SS.text: page.quoted(effect.text)}
    return page.fact(iri.effect(page.key, key, effect.n), SS.Effect, properties, (effect.evidence,))


def _mention(page: _Page, mention: Mention) -> None:
    actor = _actor(page, mention.actor)
    properties: Properties = {
        SS.actor: actor,
        SS.asPrinted: danish(mention.as_printed),
        DCTERMS + "isPartOf": page.document,
    }
    page.fact(iri.mention(page.key, actor.value), SS.Mention, properties, (mention.evidence,))


def _finding(page: _Page, finding: Finding, initiatives: set[str]) -> None:
    known = finding.subject in initiatives
    properties: Properties = {
        OA + "hasTarget": node(iri.initiative(page.key, finding.subject)) if known else page.document,
        SS.severity: _concept("severity", finding.severity),
        SS.rule: _concept("rule", finding.rule),
        SS.message: english(finding.message),
    }
    place = finding.evidence.char_start if finding.evidence else None
    name = iri.finding(page.key, finding.rule, finding.subject, finding.message, place)
    page.fact(name, SS.Finding, properties, (finding.evidence,) if finding.evidence else ())


def _actor(page: _Page, actor: Actor) -> NamedNode:
    """Return the node of an actor; one that the registers do not describe is described here."""
    if actor.register_key:
        return node(iri.actor_registered(actor.register_key))
    subject = node(iri.actor_other(actor.kind, actor.name))
    properties: Properties = {
        _TYPE: node(SS.Actor),
        SKOS + "prefLabel": danish(actor.name),
        SS.kind: _concept("kind", actor.kind),
        SS.sector: _concept("sector", actor.sector),
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


def _concept(scheme: str, code: str | None) -> NamedNode | None:
    return node(iri.concept(scheme, code)) if code else None
