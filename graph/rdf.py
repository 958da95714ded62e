"""From the records of one document to RDF: the quads of its graph, with the passages' wording or without."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, Triple

from samspil.graph.page import Page, actor_node, concept, targeting_node
from samspil.graph.planned import describe_plan
from samspil.graph.terms import (
    DCTERMS,
    OA,
    ORG,
    RDF,
    RDFS,
    SCHEMA,
    Properties,
    amount,
    danish,
    day,
    english,
    integer,
    moment,
    node,
    plain,
    year,
)
from samspil.loaders.records import (
    Effect,
    Extraction,
    Finding,
    Grant,
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
    page = Page(extraction.source.key, wording)
    _document(page, extraction.source)
    for order, initiative in enumerate(extraction.initiatives, 1):
        _initiative(page, order, initiative)
    describe_plan(page, extraction.plan)
    for mention in extraction.mentions:
        _mention(page, mention)
    for finding in extraction.findings:
        _finding(page, finding, {initiative.key for initiative in extraction.initiatives})
    return page.triples


def _document(page: Page, source: Source) -> None:
    properties: Properties = {
        _TYPE: node(SS.Document),
        DCTERMS + "identifier": plain(source.key),
        DCTERMS + "title": danish(source.title),
        DCTERMS + "publisher": plain(source.publisher),
        DCTERMS + "date": moment(source.date),
        DCTERMS + "format": plain(source.format),
        SS.genre: concept("genre", source.genre),
        SS.genreReason: plain(source.genre_reason),
        SS.fileName: plain(source.name),
        SS.sha256: plain(source.sha256),
    }
    page.add(page.document, properties)


def _initiative(page: Page, order: int, initiative: Initiative) -> None:
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
    return {SS.statusAsPrinted: danish(status.as_printed), SS.status: concept("status", status.code)}


def _period(period: Period) -> Properties:
    return {
        SS.periodAsPrinted: danish(period.as_printed),
        SCHEMA + "startDate": day(period.start),
        SCHEMA + "endDate": day(period.end),
    }


def _participation(page: Page, key: str, order: int, participation: Participation) -> NamedNode:
    actor = actor_node(page, participation.actor)
    properties: Properties = {
        SS.actor: actor,
        SS.role: concept("role", participation.role),
        SS.unit: [_unit(page, actor, name) for name in participation.units],
        SS.asPrinted: danish(participation.as_printed),
        SS.order: integer(order),
    }
    name = iri.participation(page.key, key, actor.value)
    return page.fact(name, SS.Participation, properties, (participation.evidence, *participation.further))


def _unit(page: Page, actor: NamedNode, name: str) -> NamedNode:
    unit = node(iri.unit(actor.value, name))
    kind = node(ORG + "OrganizationalUnit")
    page.add(unit, {_TYPE: kind, RDFS + "label": danish(name), ORG + "unitOf": actor})
    return unit


def _targeting(page: Page, key: str, targeting: Targeting) -> NamedNode:
    return targeting_node(page, iri.targeting(page.key, key, targeting.phrase), targeting)


def _grant(page: Page, key: str, grant: Grant) -> NamedNode:
    properties: Properties = {
        SS.grantKind: concept("grant-kind", grant.kind),
        SS.amount: amount(grant.amount),
        SS.year: year(grant.year),
        SS.asPrinted: danish(grant.as_printed),
    }
    return page.fact(iri.grant(page.key, key, grant.kind, grant.year), SS.Grant, properties, (grant.evidence,))


def _effect(page: Page, key: str, effect: Effect) -> NamedNode:
    properties: Properties = {SS.order: integer(effect.n), SS.text: page.quoted(effect.text)}
    return page.fact(iri.effect(page.key, key, effect.n), SS.Effect, properties, (effect.evidence,))


def _mention(page: Page, mention: Mention) -> None:
    actor = actor_node(page, mention.actor)
    properties: Properties = {
        SS.actor: actor,
        SS.asPrinted: danish(mention.as_printed),
        DCTERMS + "isPartOf": page.document,
    }
    page.fact(iri.mention(page.key, actor.value), SS.Mention, properties, (mention.evidence,))


def _finding(page: Page, finding: Finding, initiatives: set[str]) -> None:
    known = finding.subject in initiatives
    properties: Properties = {
        OA + "hasTarget": node(iri.initiative(page.key, finding.subject)) if known else page.document,
        SS.severity: concept("severity", finding.severity),
        SS.rule: concept("rule", finding.rule),
        SS.message: english(finding.message),
    }
    place = finding.evidence.char_start if finding.evidence else None
    name = iri.finding(page.key, finding.rule, finding.subject, finding.message, place)
    page.fact(name, SS.Finding, properties, (finding.evidence,) if finding.evidence else ())
