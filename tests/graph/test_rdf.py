"""Records to RDF: what each record becomes, what stays out without wording, and what hostile text cannot do."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from samspil.graph.rdf import to_quads, to_triples
from samspil.graph.terms import DCTERMS, RDF, SCHEMA, XSD, clean
from samspil.loaders.records import Extraction, Finding
from samspil.ontology import SS, iri
from tests.graph.records import CLINIC, MUNICIPALITY, SENTENCE, SOME, extraction

KEY = "prøve"
INITIATIVE = iri.initiative(KEY, "1/7")


def stated(found: Extraction | None = None, *, wording: bool = True) -> list[Triple]:
    """Return the triples of an extraction, by default the one that has everything."""
    return to_triples(found or extraction(), wording=wording)


def objects(triples: Iterable[Triple], subject: str, predicate: str) -> list[object]:
    """Return what a subject has under a predicate."""
    return [t.object for t in triples if (t.subject, t.predicate) == (NamedNode(subject), NamedNode(predicate))]


def of_kind(triples: Iterable[Triple], kind: str) -> list[str]:
    """Return the subjects of one class."""
    wanted = NamedNode(RDF + "type"), NamedNode(kind)
    return [t.subject.value for t in triples if isinstance(t.subject, NamedNode) and (t.predicate, t.object) == wanted]


def test_all_quads_stand_in_the_graph_of_the_document() -> None:
    """What a document states is in its own graph and nowhere else."""
    graphs = {quad.graph_name for quad in to_quads(extraction(), wording=True)}
    assert {NamedNode(iri.graph_document(KEY))} == graphs


def test_extraction_is_the_same_each_time() -> None:
    """Two runs over the same records give the same triples in the same order."""
    assert stated() == stated()


@pytest.mark.parametrize("kind", [SS.Initiative, SS.Participation, SS.Targeting, SS.Grant, SS.Effect, SS.Mention])
def test_every_fact_has_one_first_evidence(kind: str) -> None:
    """Each fact node has exactly one ss:evidence, whatever else states it again."""
    triples = stated()
    counts = [len(objects(triples, fact, SS.evidence)) for fact in of_kind(triples, kind)]
    assert [1] * max(1, len(counts)) == counts


def test_further_evidence_stands_apart() -> None:
    """A second passage, and the passages of status and period, are further evidence."""
    triples = stated()
    participation = iri.participation(KEY, "1/7", iri.actor_registered(MUNICIPALITY.register_key or ""))
    assert [NamedNode(iri.evidence(participation, 2))] == objects(triples, participation, SS.furtherEvidence)
    assert 2 == len(objects(triples, INITIATIVE, SS.furtherEvidence))


def test_evidence_says_where_it_stands() -> None:
    """Evidence has document, lines, characters, page and the hash of the passage."""
    triples, passage = stated(), iri.evidence(INITIATIVE, 2)
    assert [Literal(2)] == objects(triples, passage, SS.lineStart)
    assert [Literal(200)] == objects(triples, passage, SS.charStart)
    assert [Literal(1)] == objects(triples, passage, SS.page)
    assert 64 == len(str(objects(triples, passage, SS.sha256)[0]).strip('"'))


def test_sentences_come_only_with_wording() -> None:
    """Without wording neither passages nor effects are there; titles and phrases are."""
    texts = {t.object.value for t in stated(wording=False) if isinstance(t.object, Literal)}
    predicates = {t.predicate.value for t in stated(wording=False)}
    assert SENTENCE not in texts
    assert not {str(SS.wording), str(SS.text)} & predicates
    assert {"Fælles indsats", "Ældre", "Kbh. Kommune", "I drift"} <= texts


def test_wording_comes_along_when_asked_for() -> None:
    """With wording, an effect has its text and its evidence the passage."""
    triples, effect = stated(), iri.effect(KEY, "1/7", 1)
    assert [Literal(SENTENCE, language="da")] == objects(triples, effect, SS.text)
    assert [Literal(SENTENCE, language="da")] == objects(triples, iri.evidence(effect, 1), SS.wording)


def test_unknown_amount_is_no_amount() -> None:
    """An unreadable amount leaves ss:amount out and keeps what is printed."""
    triples, grant = stated(), iri.grant(KEY, "1/7", "total")
    assert [] == objects(triples, grant, SS.amount)
    assert [Literal("ca. 2 mio.", language="da")] == objects(triples, grant, SS.asPrinted)


def test_known_amount_is_a_decimal_in_its_year() -> None:
    """An amount is xsd:decimal as given, its year xsd:gYear."""
    triples, grant = stated(), iri.grant(KEY, "1/7", "applied", 2019)
    assert [Literal("1250000.50", datatype=NamedNode(XSD + "decimal"))] == objects(triples, grant, SS.amount)
    assert [Literal("2019", datatype=NamedNode(XSD + "gYear"))] == objects(triples, grant, SS.year)


@pytest.mark.parametrize(
    ("printed", "datatype"), [("2019", "gYear"), ("2019-12", "gYearMonth"), ("2019-12-03", "date")]
)
def test_dates_keep_their_precision(printed: str, datatype: str) -> None:
    """The date of a document is a year, a month or a day, as far as it is known."""
    found = extraction()
    dated = replace(found, source=replace(found.source, date=printed))
    expected = Literal(printed, datatype=NamedNode(XSD + datatype))
    assert [expected] == objects(stated(dated), iri.document(KEY), DCTERMS + "date")


def test_impossible_end_is_left_out_but_printed() -> None:
    """A period whose end is no date has a start, no end, and what is printed."""
    triples = stated()
    assert 1 == len(objects(triples, INITIATIVE, SCHEMA + "startDate"))
    assert [] == objects(triples, INITIATIVE, SCHEMA + "endDate")
    assert [Literal("1.1.2019 - 31.2.2020", language="da")] == objects(triples, INITIATIVE, SS.periodAsPrinted)


def test_actor_of_the_registers_is_not_described_again() -> None:
    """A document only points to a registered actor; any other it describes."""
    triples = stated()
    assert [] == objects(triples, iri.actor_registered(MUNICIPALITY.register_key or ""), SS.kind)
    kinds = objects(triples, iri.actor_other(CLINIC.kind, CLINIC.name), SS.kind)
    assert {NamedNode(iri.concept("kind", "practice"))} == set(kinds)


def test_groups_tell_certain_members_from_possible_ones() -> None:
    """Members of `some` are possible, those of `all` certain; both are actors of the registers."""
    triples, known = stated(), NamedNode(iri.actor_registered(MUNICIPALITY.register_key or ""))
    assert [known] == objects(triples, iri.actor_other("group", SOME.name), SS.possibleMember)
    assert [known] == objects(triples, iri.actor_other("group", "Begge kommuner"), SS.member)


def test_a_participation_names_the_parts_of_its_actor() -> None:
    """Parts of an actor hang on its one participation, as units of that actor."""
    triples, actor = stated(), iri.actor_registered(MUNICIPALITY.register_key or "")
    units = [NamedNode(iri.unit(actor, name)) for name in ("Center X", "Børn & Unge")]
    assert units == objects(triples, iri.participation(KEY, "1/7", actor), SS.unit)


def test_facts_that_would_share_an_iri_do_not() -> None:
    """Two grants of one kind and year stay two."""
    found = extraction()
    first = found.initiatives[0]
    doubled = replace(found, initiatives=(replace(first, grants=first.grants * 2),))
    assert 4 == len(set(of_kind(stated(doubled), SS.Grant)))


def test_findings_point_to_what_they_are_about() -> None:
    """A finding on an initiative's key targets it; any other targets the document."""
    found = replace(
        extraction(), findings=(Finding("info", "doubtful_row", "no such key", "…"), *extraction().findings)
    )
    triples = stated(found)
    targets = [
        objects(triples, finding, "http://www.w3.org/ns/oa#hasTarget")[0] for finding in of_kind(triples, SS.Finding)
    ]
    assert [NamedNode(iri.document(KEY)), NamedNode(INITIATIVE), NamedNode(iri.document(KEY))] == targets


HOSTILE = '<a> "b" \\ \x00\x01\x0b\x0c\x1f \ufffe } { \u2028 ?x <script>\r\n'


def test_hostile_text_survives_every_format() -> None:
    """Control characters, lone surrogates and brackets in a title and key break no serialisation."""
    hostile = extraction(HOSTILE + "\ud800", HOSTILE)
    triples = to_triples(hostile, wording=True)
    for kind in (RdfFormat.N_TRIPLES, RdfFormat.TURTLE, RdfFormat.RDF_XML):
        again = parse(serialize(triples, format=kind) or b"", format=kind)
        assert {Triple(q.subject, q.predicate, q.object) for q in again} == set(triples), kind


def test_clean_text_is_what_xml_can_hold() -> None:
    """Cleaning composes letters and replaces only what XML 1.0 forbids."""
    assert "å\N{REPLACEMENT CHARACTER} \t\n" == clean("a\u030a\x00\x0c\t\n")


def test_the_quads_load() -> None:
    """A store takes what a document states."""
    store = Store()
    store.bulk_extend(to_quads(extraction(), wording=True))
    assert all(isinstance(quad, Quad) for quad in store)
    assert len(store) > 100
