"""The shapes: a whole small graph conforms, and each defect in it is caught, in Danish and in English."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection

from samspil.ontology import iri
from samspil.ontology.concepts import concepts

SHAPES = Graph().parse(data=files("samspil.ontology").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")
HASH = "0" * 64
WHOLE = f"""
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ss: <{iri.ONTOLOGY}> .
@prefix c: <{iri.CONCEPT}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <{iri.ID}> .
:d a ss:Document ; dcterms:identifier "d" ; ss:genre <{iri.concept("genre", "overview")}> ; ss:sha256 "{HASH}" ;
    dcterms:date "2019-12"^^xsd:gYearMonth .
:i a ss:Initiative ; dcterms:isPartOf :d ; dcterms:identifier "1/7" ; dcterms:title "Et samarbejde"@da ;
    ss:status <{iri.concept("status", "ongoing")}> ; ss:evidence :e ; ss:participation :p ;
    schema:startDate "2013-01-01"^^xsd:date ; schema:endDate "2015-12-31"^^xsd:date .
:p a ss:Participation ; ss:actor :a ; ss:role <{iri.concept("role", "partner")}> ; ss:asPrinted "Kommunen"@da ;
    ss:unit :u ; ss:evidence :e .
:t a ss:Targeting ; ss:asPrinted "KOL"@da ; ss:targetGroup <{iri.concept("target-group", "copd")}> ; ss:evidence :e .
:g a ss:Grant ; ss:grantKind <{iri.concept("grant-kind", "total")}> ; ss:amount 1.5 ;
    ss:asPrinted "1,5" ; ss:evidence :e .
:x a ss:Effect ; ss:order 1 ; ss:evidence :e .
:m a ss:Mention ; ss:actor :a ; dcterms:isPartOf :d ; ss:asPrinted "Kommunen"@da ; ss:evidence :e .
:e a ss:Evidence ; oa:hasSource :d ; ss:lineStart 3 ; ss:lineEnd 4 ; ss:charStart 20 ; ss:charEnd 40 ;
    ss:sha256 "{HASH}" .
:f a ss:Finding ; oa:hasTarget :i ; ss:severity <{iri.concept("severity", "info")}> ;
    ss:rule <{iri.concept("rule", "missing_cell")}> ; ss:message "a cell is empty"@en .
:a a ss:Actor ; skos:prefLabel "En Kommune"@da ; ss:kind <{iri.concept("kind", "municipality")}> ;
    ss:sector <{iri.concept("sector", "municipality")}> .
:h a ss:Actor , ss:ActorGroup ; skos:prefLabel "3 læger"@da ; ss:kind <{iri.concept("kind", "group")}> ;
    ss:sector <{iri.concept("sector", "practice")}> ; ss:groupSize 3 ; ss:possibleMember :a .
"""
# What is replaced in the whole graph, by what, and a part of the English message that must appear.
DEFECTS = [
    ('dcterms:identifier "d" ;', "", "document must have exactly one key"),
    ('"2019-12"^^xsd:gYearMonth', '"december"', "a year, a month or a day"),
    ("genre/overview", "genre/novel", "exactly one known genre"),
    (f'ss:sha256 "{HASH}" ;\n', f'ss:sha256 "{HASH[1:]}" ;\n', "SHA-256 of its file"),
    (":i a ss:Initiative ; dcterms:isPartOf :d", ":i a ss:Initiative", "part of exactly one document"),
    ('dcterms:identifier "1/7"', 'dcterms:identifier "1/7", "1/8"', "initiative must have exactly one key"),
    ('"Et samarbejde"@da', '"Et samarbejde"', "title with a language"),
    ("status/ongoing", "status/running", "one known code"),
    (
        '"2013-01-01"^^xsd:date',
        '"2013-01-01"^^xsd:date, "2014-01-01"^^xsd:date',
        "start of an initiative must be one date",
    ),
    ('"2015-12-31"^^xsd:date', '"2012-12-31"^^xsd:date', "must not end before it starts"),
    ("ss:participation :p", "ss:order 1", "belong to exactly one initiative"),
    (":p a ss:Participation ; ss:actor :a", ":p a ss:Participation", "participation must have exactly one actor"),
    (":p a ss:Participation ; ss:actor :a", ":p a ss:Participation ; ss:actor :a, :h", "exactly one actor"),
    ("role/partner", "role/friend", "exactly one known role"),
    ("ss:unit :u", 'ss:unit "Afdeling"', "unit in a participation"),
    ("ss:unit :u ; ss:evidence :e", "ss:unit :u", "exactly one evidence"),
    ("ss:unit :u ; ss:evidence :e", "ss:unit :u ; ss:evidence :e, :e2", "exactly one evidence"),
    ('ss:asPrinted "KOL"@da ;', "", "target group as printed"),
    ("target-group/copd", "theme/psychiatry", "hierarchy of target groups"),
    ("grant-kind/total", "grant-kind/gift", "exactly one known kind"),
    ("ss:amount 1.5", "ss:amount -1.5", "not negative"),
    ("ss:amount 1.5", "ss:amount 1.5, 2.5", "one number"),
    ("ss:amount 1.5", 'ss:amount "1,5"', "one number"),
    ("ss:order 1 ; ss:evidence :e .", "ss:order 0 ; ss:evidence :e .", "number from 1"),
    (":m a ss:Mention ; ss:actor :a", ":m a ss:Mention", "mention must have exactly one actor"),
    ("oa:hasSource :d ;", "", "document as its source"),
    ("ss:lineStart 3", "ss:lineStart 0", "counted from 1"),
    ("ss:lineEnd 4", "ss:lineEnd 2", "must not stand behind its last"),
    ("ss:charEnd 40", "ss:charEnd 4", "first character of an evidence"),
    ("oa:hasTarget :i ;", "", "exactly one initiative or document"),
    ("severity/info", "severity/fatal", "exactly one known severity"),
    ("rule/missing_cell", "rule/no_cell", "exactly one known rule"),
    ('"a cell is empty"@en', '"a cell is empty"@en, "one more"@en', "at most one in each language"),
    ("kind/municipality", "kind/city", "actor must have exactly one known kind"),
    (f"ss:sector <{iri.concept('sector', 'municipality')}>", "ss:order 1", "exactly one known sector"),
    ('skos:prefLabel "3 læger"@da ;', "", "one name in each language"),
    ("ss:groupSize 3", "ss:groupSize 0", "size of a group"),
    ("ss:possibleMember :a", 'ss:possibleMember "alle"', "possible member of a group"),
]


def messages(turtle: str) -> dict[str, set[str]]:
    """Return what the shapes have to say of a graph, by language."""
    _, report, _ = validate(Graph().parse(data=turtle, format="turtle"), shacl_graph=SHAPES, inference="none")
    assert isinstance(report, Graph)
    said: dict[str, set[str]] = {"da": set(), "en": set()}
    for message in report.objects(predicate=SH.resultMessage):
        said[getattr(message, "language", "")].add(str(message))
    return said


def test_a_whole_graph_conforms() -> None:
    """One node of each class, as the model describes them, breaks no shape."""
    assert {"da": set(), "en": set()} == messages(WHOLE)


@pytest.mark.parametrize(("sound", "broken", "said"), DEFECTS)
def test_one_defect_is_caught_in_two_languages(sound: str, broken: str, said: str) -> None:
    """Each defect gives its own message and no other, in Danish as in English."""
    assert sound in WHOLE
    found = messages(WHOLE.replace(sound, broken, 1))
    [english] = found["en"]
    assert said in english
    assert 1 == len(found["da"])


def test_every_property_shape_speaks_danish_and_english() -> None:
    """No violation is reported by pySHACL's own default sentence."""
    properties = list(SHAPES.objects(predicate=SH.property))
    assert properties
    for shape in properties:
        assert ["da", "en"] == sorted(getattr(text, "language", "") for text in SHAPES.objects(shape, SH.message))


def lists() -> Iterator[tuple[str, set[str]]]:
    """Yield each list of codes in the shapes: the scheme of its first member and all its members."""
    for head in SHAPES.objects(predicate=SH["in"]):
        members = {str(member) for member in Collection(SHAPES, head)}
        yield min(members).removeprefix(iri.CONCEPT).partition("/")[0], members


def test_the_lists_of_codes_are_the_schemes() -> None:
    """A shape allows exactly the concepts that the scheme has."""
    found = dict(lists())
    ours = {"genre", "status", "role", "grant-kind", "severity", "rule", "kind", "sector"}
    assert {*ours, "goal-kind", "agreement-kind", "relation"} == set(found)
    assert found == {scheme: {iri.concept(scheme, code) for code in concepts(scheme)} for scheme in found}


def test_no_shape_uses_sparql_or_classes() -> None:
    """What would be slow, or would need the registers in the same graph, is not used."""
    slow = {SH.sparql, SH["class"], SH.target}
    assert set() == slow & {predicate for predicate in SHAPES.predicates() if isinstance(predicate, URIRef)}
    assert list(SHAPES.subjects(RDF.type, SH.NodeShape))
