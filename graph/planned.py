"""What a document sets out as RDF: sections, goals, indicators, commitments, examples, agreements, seats."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from samspil.graph.labels import labels
from samspil.graph.page import Page, actor_node, concept, targeting_node
from samspil.graph.terms import (
    DCTERMS,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    Properties,
    boolean,
    danish,
    english,
    integer,
    moment,
    node,
    plain,
)
from samspil.loaders.records import (
    Actor,
    Appointment,
    Citation,
    Commitment,
    Example,
    Goal,
    Indicator,
    Plan,
    Seat,
    Section,
    Targeting,
)
from samspil.ontology import SS, iri
from samspil.ontology.agreement import canonical


def describe_plan(page: Page, plan: Plan) -> None:
    """Write all that a plan holds."""
    _statements(page, plan)
    page.add(page.document, {SS.targeting: list(_targetings(page, page.document.value, plan.target_groups))})
    for citation in plan.citations:
        _citation(page, citation)
    for seat in plan.seats:
        _seat(page, seat)
    for appointment in plan.appointments:
        _appointment(page, appointment)


def _statements(page: Page, plan: Plan) -> None:
    own = next((_agreement(page, c) for c in plan.citations if c.relation == "self"), None)
    numbers = {section.number for section in plan.sections}
    for order, section in enumerate(plan.sections, 1):
        _section(page, order, section)
    for order, goal in enumerate(plan.goals, 1):
        _goal(page, order, goal, own)
    for indicator in plan.indicators:
        _indicator(page, indicator, own)
    for commitment in plan.commitments:
        _commitment(page, commitment, numbers, own)
    for example in plan.examples:
        _example(page, example, numbers, own)


def _section(page: Page, order: int, section: Section) -> None:
    properties: Properties = {
        DCTERMS + "isPartOf": page.document,
        DCTERMS + "identifier": plain(section.number),
        DCTERMS + "title": danish(section.title),
        SS.order: integer(order),
    }
    page.fact(iri.section(page.key, section.number), SS.Section, properties, (section.evidence,))


def _goal(page: Page, order: int, goal: Goal, own: NamedNode | None) -> None:
    name = iri.goal(page.key, goal.kind, goal.key)
    properties: Properties = {
        **_statement(page, goal.text, own),
        DCTERMS + "identifier": plain(goal.key),
        SS.goalKind: concept("goal-kind", goal.kind),
        SS.chapter: plain(goal.chapter),
        SS.order: integer(order),
        SS.parentGoal: node(iri.goal(page.key, goal.parent_kind, goal.parent))
        if goal.parent_kind and goal.parent
        else None,
        SS.targeting: list(_targetings(page, name, goal.target_groups)),
    }
    page.fact(name, SS.Goal, properties, (goal.evidence, *goal.further))


def _parent(page: Page, goal: Goal) -> NamedNode | None:
    return node(iri.goal(page.key, goal.parent_kind, goal.parent)) if goal.parent_kind and goal.parent else None


def _indicator(page: Page, indicator: Indicator, own: NamedNode | None) -> None:
    properties: Properties = {
        **_statement(page, indicator.text, own),
        SS.chapter: plain(indicator.chapter),
        SS.order: integer(indicator.n),
    }
    name = iri.indicator(page.key, indicator.chapter, indicator.n)
    page.fact(name, SS.Indicator, properties, (indicator.evidence,))


def _commitment(page: Page, commitment: Commitment, numbers: set[str], own: NamedNode | None) -> None:
    name = iri.commitment(page.key, commitment.section, commitment.n)
    properties: Properties = {
        **_statement(page, commitment.text, own),
        DCTERMS + "identifier": plain(
            f"{commitment.section}/{commitment.n}" if commitment.section else str(commitment.n)
        ),
        SS.inSection: _within(page, commitment.section, numbers),
        SS.heading: danish(commitment.heading),
        SS.order: integer(commitment.n),
        SS.targeting: list(_targetings(page, name, commitment.target_groups)),
    }
    page.fact(name, SS.Commitment, properties, (commitment.evidence,))


def _example(page: Page, example: Example, numbers: set[str], own: NamedNode | None) -> None:
    properties: Properties = {
        **_statement(page, example.text, own),
        SS.inSection: _within(page, example.section, numbers),
        SS.area: danish(example.area),
        SS.order: integer(example.n),
    }
    page.fact(iri.example(page.key, example.n), SS.Example, properties, (example.evidence,))


def _statement(page: Page, text: str, own: NamedNode | None) -> Properties:
    """Return what goals, indicators, commitments and examples have alike: document, wording, labels."""
    label = labels(text)
    return {
        DCTERMS + "isPartOf": page.document,
        SS.setIn: own,
        SS.text: page.quoted(text),
        RDFS + "label": [danish(label.da), english(label.en)],
    }


def _within(page: Page, number: str | None, numbers: set[str]) -> NamedNode | None:
    return node(iri.section(page.key, number)) if number in numbers and number else None


def _targetings(page: Page, owner: str, targetings: Iterable[Targeting]) -> Iterable[NamedNode]:
    for targeting in targetings:
        yield targeting_node(page, iri.stated_targeting(owner, targeting.phrase), targeting)


def _agreement(page: Page, citation: Citation) -> NamedNode:
    name = canonical(citation.name, citation.start, citation.end)
    subject = node(iri.agreement(name, citation.place))
    properties: Properties = {
        RDF + "type": node(SS.Agreement),
        SKOS + "prefLabel": danish(name),
        DCTERMS + "spatial": node(iri.actor_registered(citation.place)) if citation.place else None,
    }
    page.add(subject, properties)
    return subject


def _citation(page: Page, citation: Citation) -> None:
    properties: Properties = {
        DCTERMS + "isPartOf": page.document,
        DCTERMS + "title": danish(citation.name),
        SS.agreement: _agreement(page, citation),
        SS.agreementKind: concept("agreement-kind", citation.kind),
        SS.relation: concept("relation", citation.relation),
        SCHEMA + "startDate": moment(citation.start),
        SCHEMA + "endDate": moment(citation.end),
        SS.draft: boolean(citation.draft),
        SS.party: [actor_node(page, party.actor) for party in citation.parties],
        SS.asPrinted: danish(citation.as_printed),
    }
    evidence = (citation.evidence, *citation.further, *(party.evidence for party in citation.parties))
    page.fact(iri.citation(page.key, citation.name), SS.Citation, properties, evidence)


def _seat(page: Page, seat: Seat) -> None:
    committee = _committee(page, seat.committee)
    properties: Properties = {
        DCTERMS + "isPartOf": page.document,
        SS.committee: committee,
        SS.person: plain(seat.person),
        SS.partyLetter: plain(seat.party),
        SS.organisation: actor_node(page, seat.organisation) if seat.organisation else None,
        SS.office: danish(seat.office),
        SS.asPrinted: danish(seat.as_printed),
    }
    name = iri.seat(page.key, committee.value, seat.person)
    page.fact(name, SS.CommitteeMembership, properties, (seat.evidence,))


def _appointment(page: Page, appointment: Appointment) -> None:
    body, committee = actor_node(page, appointment.body), _committee(page, appointment.committee)
    properties: Properties = {
        DCTERMS + "isPartOf": page.document,
        SS.appointedBy: body,
        SS.committee: committee,
        SS.asPrinted: danish(appointment.as_printed),
    }
    name = iri.appointment(page.key, body.value, committee.value)
    page.fact(name, SS.Appointment, properties, (appointment.evidence,))


def _committee(page: Page, actor: Actor) -> NamedNode:
    subject = actor_node(page, actor)
    page.add(subject, {RDF + "type": node(SS.Committee)})
    return subject
