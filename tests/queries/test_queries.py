"""The named queries on the small dataset: the same rows from both engines, and the right ones."""

import shlex

import pytest
from rdflib.query import ResultRow

from samspil.graph.query import Table, Value, find, pairs, rows, table, terms
from samspil.graph.query import column as of_table
from samspil.graph.store import bind
from samspil.ontology import iri
from samspil.queries.catalogue import catalogue
from tests.queries.small import dataset, in_rdflib

GIVEN = {
    "document": "alfa",
    "key": "B",
    "kind": "municipality",
    "sector": "Kommune",
    "severity": "warning",
    "rule": "wrong_sum",
    "fact": iri.initiative("alfa", "B"),
}
# An example of the catalogue names a real document; here it is one of the small dataset.
LUNGS = {"concept": "lung-disease"}
EXAMPLES = {
    name: pairs(shlex.split(query.example)) | ({"document": "alfa", "key": "B"} if "document=" in query.example else {})
    for name, query in catalogue().items()
} | dict.fromkeys(("commitments_by_target_group", "goals_by_target_group"), LUNGS)
# The queries that ask for agreements and what they set are of other documents, and have codes of their own.
OTHER = {
    "goals": {"kind": "goal"},
    "agreements": {"kind": "law", "relation": "refers_to"},
    "agreements_in_force": {"kind": "agreement"},
    "indicators": {"chapter": "2"},
    "commitments": {"section": "2.1"},
    "goal_successors": {"key": "1"},
}
OF_GAMMA = {
    *OTHER,
    "examples",
    "sections",
    "members",
    "committees",
    "commitments_by_target_group",
    "goals_by_target_group",
}
OPTIONAL = {
    name: {
        param.name: OTHER.get(name, {}).get(param.name) or ("gamma" if name in OF_GAMMA else GIVEN[param.name])
        for param in query.params
        if not param.required
    }
    for name, query in catalogue().items()
}
CASES = [*((name, {}) for name in catalogue()), *((name, given) for name, given in OPTIONAL.items() if given)]


def ask(name: str, **values: str) -> list[tuple[Value, ...]]:
    """Return the rows of a named query."""
    return list(rows(dataset(), name, **values).rows)


def column(name: str, wanted: str, **values: str) -> list[Value]:
    """Return one column of a named query."""
    return list(of_table(rows(dataset(), name, **values), wanted))


def normal(found: object) -> str | float | None:
    """Return a value of either engine in one form: a number is a number, however it is written."""
    try:
        return None if found is None else float(str(found))
    except ValueError:
        return str(found)


# rdflib's own evaluation asks a dataset for its default graph by a name that it has deprecated.
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
@pytest.mark.parametrize(("name", "given"), CASES, ids=[f"{name}-{','.join(given)}" for name, given in CASES])
def test_both_engines_give_the_same_rows(name: str, given: dict[str, str]) -> None:
    """Each query, bare and with all that can be left out, has the same rows in the same order on both engines."""
    question = find(name)
    bindings = terms(question, EXAMPLES[name] | given)
    ours: Table = table(dataset().query(question.text, bindings))
    theirs = in_rdflib().query(bind(question.text, bindings))
    their_rows = [[normal(found) for found in row] for row in theirs if isinstance(row, ResultRow)]
    assert [[normal(found) for found in row] for row in ours.rows] == their_rows
    assert list(ours.columns) == [str(name) for name in theirs.vars or ()]
    assert ours.rows


def test_initiatives_come_in_the_order_of_the_document() -> None:
    """B stands before A in its document; what is unknown is empty; two target groups are one cell in printed order."""
    first, bare, *_ = ask("initiatives")
    assert ("alfa", "B", "Fælles indsats", "Rehabilitering", "I drift", "2019-01-01", None) == first[:7]
    assert ("Ældre; Borgere med KOL", 1, 2) == first[7:]
    assert ("alfa", "A", "=Bar", None, None, None, None, None, 20, 21) == bare


@pytest.mark.parametrize(("key", "count"), [("B", 1), ("b", 0)])
def test_keys_are_compared_whole(key: str, count: int) -> None:
    """A key selects its one initiative."""
    assert count == len(ask("initiatives", document="alfa", key=key))


def test_participants_have_the_lines_that_name_them() -> None:
    """A participation has actor, codes, role and the words and lines that say so."""
    row = ("alfa", "B", "Fælles indsats", "Klinik Åsen", "practice", "practice", "partner", "klinik åsen", 8, 9)
    assert [row] == ask("participants", document="alfa", kind="practice")


def test_unknown_money_is_empty() -> None:
    """An unreadable amount has a row, its year and no amount."""
    amounts = [(2019, 1000000.5), (2020, None)]
    assert amounts == [row[3:5] for row in ask("funding", document="alfa")]


def test_effects_are_numbered() -> None:
    """Expected effects come by number with their text."""
    assert [(1, "Færre indlæggelser"), (2, "Bedre forløb")] == [row[3:5] for row in ask("effects")]


def test_an_actor_is_listed_once_a_document_at_its_first_place() -> None:
    """An actor that is mentioned and takes part stands once, with the lines of the first."""
    assert [("alfa", "Hillerød Kommune", "municipality", "municipality", 5, 6)] == [
        row for row in ask("actors", document="alfa") if row[1] == "Hillerød Kommune"
    ]


def test_a_phrase_has_a_row_for_each_concept() -> None:
    """Two concepts are two rows, none is a row without one."""
    assert [("Lungesyge", "copd"), ("Lungesyge", "lung-disease"), ("andre", None)] == [
        row[1:3] for row in ask("target_groups", document="beta")
    ]


def test_findings_are_about_an_initiative_or_the_document() -> None:
    """The subject is a key or empty, and so are the lines of what has no place."""
    assert [
        ("alfa", "error", "missing_metadata", None, "No date.", None, None),
        ("alfa", "warning", "wrong_sum", "B", "The years do not add up.", 11, 12),
    ] == ask("findings")


def test_documents_count_what_they_hold() -> None:
    """Initiatives and findings are counted, 0 where there are none."""
    counts = [("alfa", 2, 2), ("beta", 2, 0), ("delta", 0, 0), ("gamma", 0, 0)]
    assert counts == [(row[0], row[6], row[7]) for row in ask("documents")]


def test_units_stand_with_their_actor() -> None:
    """The units of a participant are one cell in the order of the alphabet."""
    assert ["Center A; Center Ø", None, None, None] == column("participants_of", "units", document="alfa", key="B")


@pytest.mark.parametrize("name", ["Klinik Åsen", "KLINIK ÅSEN", "klinik a\u030asen"])
def test_names_are_found_however_they_are_typed(name: str) -> None:
    """Danish capitals fold, and an å typed as a with a ring is the å of the dataset."""
    assert ["B", "1/8"] == column("initiatives_of_actor", "key", actor=name)


def test_an_alias_is_a_name() -> None:
    """An abbreviation of the registers finds its hospital, a part of a name finds nothing."""
    assert ["Bispebjerg Hospital"] == column("initiatives_of_actor", "participant", actor="bbh")
    assert [] == ask("initiatives_of_actor", actor="Bispebjerg H")


def test_shared_initiatives_are_counted_by_partner() -> None:
    """A partner has the number of initiatives shared, for each document."""
    assert {("Bispebjerg Hospital", "alfa", 1), ("3 kommuner", "beta", 1)} <= {
        (row[0], row[3], row[4]) for row in ask("who_works_with", actor="Hillerød Kommune")
    }
    assert "Hillerød Kommune" not in column("who_works_with", "partner", actor="Hillerød Kommune")


def test_certain_membership_counts_for_a_municipality() -> None:
    """A municipality takes part by name or by a group that certainly holds it, not by one that may."""
    rows_of = ask("initiatives_of_municipality", municipality="Hillerød Kommune")
    assert [("B", None), ("B", "To kommuner"), ("1/7", None)] == [(row[1], row[4]) for row in rows_of]
    assert ["To kommuner"] == column("initiatives_of_municipality", "via", municipality="Helsingør Kommune")


def test_a_hospital_has_the_initiatives_of_its_predecessors() -> None:
    """A merged hospital includes what merged into it; the old one does not include the new."""
    name = "initiatives_of_hospital_and_predecessors"
    merged, old = "Bispebjerg og Frederiksberg Hospital", "Bispebjerg Hospital"
    assert [old, merged] == column(name, "participant", hospital=merged)
    assert [old] == column(name, "participant", hospital=old)


def test_a_concept_includes_the_narrower_ones() -> None:
    """Who asks for lung disease gets the initiatives for COPD too."""
    assert [("alfa", "copd"), ("beta", "copd"), ("beta", "lung-disease")] == [
        (row[0], row[4]) for row in ask("initiatives_by_target_group", concept="lung-disease")
    ]
    assert {"copd"} == set(column("initiatives_by_target_group", "matched", concept="KOL"))


def test_money_counts_once_for_each_sector() -> None:
    """Two municipal actors do not double the money; the printed total and co-financing are not in it."""
    municipal = ask("funding_by_sector_year", document="beta", sector="municipality")
    assert [(2019, 1, 300000, 0), (2020, 1, 200000, 0), (None, 1, 50000, 0)] == [row[2:6] for row in municipal]


def test_money_of_which_nothing_is_known_is_not_nothing() -> None:
    """A year with only unreadable amounts has no sum, and says how many there are."""
    assert [(2020, 1, None, 1)] == [
        row[2:6] for row in ask("funding_by_sector_year", document="alfa", sector="hospital") if row[2] == 2020
    ]


def test_totals_are_compared_where_all_is_known() -> None:
    """The difference is total less sum, and empty where an amount is unreadable."""
    assert [("B", 1000000.5, 2000000, None, 1), ("1/7", 550000, 600000, 50000, 0), ("1/8", None, None, None, 1)] == [
        (row[1], *row[3:7]) for row in ask("funding_totals")
    ]


def test_evidence_is_of_one_fact_or_of_a_whole_initiative() -> None:
    """A fact has its passages, an initiative those of all its facts."""
    assert [1, 2, 3] == column("evidence", "line_start", fact=iri.initiative("alfa", "B"))
    kinds = {"Initiative", "Participation", "Targeting", "Grant", "Effect"}
    assert kinds == set(column("evidence", "type", document="alfa", key="B"))
    assert {"B"} == set(column("evidence", "initiative", document="alfa", key="B"))


def test_a_pair_of_sectors_stands_once() -> None:
    """Sectors are paired in one order, an initiative counts once however many of their actors it has."""
    pairs_found = [(row[0], row[1], row[2], row[3]) for row in ask("sector_pairs", document="beta")]
    assert [("beta", "hospital", "municipality", 1)] == pairs_found


def test_unknown_actors_are_those_of_no_register() -> None:
    """Only the clinic is outside the registers and no group."""
    assert {"Klinik Åsen"} == set(column("unknown_actors", "actor"))


def test_groups_tell_certain_from_possible_members() -> None:
    """A group has its printed size and how many are in it or may be."""
    assert [("To kommuner", "all", 2, 2, 0, 1), ("3 kommuner", "some", 3, 0, 1, 1)] == [
        (row[1], *row[3:8]) for row in ask("groups")
    ]


def test_initiatives_without_a_status_are_counted_too() -> None:
    """The bare initiative counts as one without status."""
    assert [(None, 1), ("ongoing", 1)] == [row[1:3] for row in ask("status_counts", document="alfa")]


@pytest.mark.parametrize(
    ("sector", "expected"), [("municipality", [("A", 0), ("1/8", 1)]), ("practice", [("A", 0), ("1/7", 3)])]
)
def test_gaps_include_initiatives_that_name_nobody(sector: str, expected: list[tuple[str, int]]) -> None:
    """An initiative without participants is without each sector."""
    assert expected == [(row[1], row[3]) for row in ask(f"initiatives_without_{sector}")]


def test_actors_of_several_documents_stand_once_for_each() -> None:
    """Hillerød and the clinic are in both documents."""
    found = [(row[0], row[3], row[4]) for row in ask("actors_in_several_documents")]
    names = ("Hillerød Kommune", "Klinik Åsen")
    assert [(name, 2, document) for name in names for document in ("alfa", "beta")] == found


def test_a_fact_of_two_documents_counts_once() -> None:
    """The name of the clinic is stated in the graphs of two documents, and is one fact in the default graph."""
    name = '?who <http://www.w3.org/2004/02/skos/core#prefLabel> "Klinik Åsen"@da'
    counted = f"SELECT (COUNT(*) AS ?facts) WHERE {{ {name} }}"
    assert ((1,),) == table(dataset().query(counted)).rows
    assert ((2,),) == table(dataset().query(counted.replace(name, f"GRAPH ?document {{ {name} }}"))).rows


def test_goals_have_kind_key_parent_and_how_often_they_are_stated() -> None:
    """A vision stated twice is one row, the goal stands under it."""
    vision, goal = ask("goals", document="gamma")
    assert ("gamma", "vision", "V1", None, None, "Bedre luft til alle") == vision[:6]
    assert ("gamma", "goal", "1", "V1", "2", "Flere borgere med KOL får en plan") == goal[:6]
    assert [2, 1] == column("goals", "stated", document="gamma")


def test_commitments_have_section_heading_and_number() -> None:
    """Two in one section under two headings."""
    assert [("2.1", "Lunger", 1), ("2.1", "Opfølgning", 2)] == [
        row[1:4] for row in ask("commitments", document="gamma")
    ]
    assert [0, 2] == column("sections", "commitments", document="gamma")


def test_indicators_and_examples_stand_in_their_place() -> None:
    """An indicator has its chapter, an example its area."""
    assert [("gamma", "2", 1, "Andel med en plan")] == [row[:4] for row in ask("indicators", document="gamma")]
    assert [("gamma", "2.1", "Motion", 1, "Gåture")] == [row[:5] for row in ask("examples", document="gamma")]


def test_commitments_for_a_group_include_those_for_narrower_ones() -> None:
    """Lung disease includes COPD, not the other way round."""
    assert ["lung-disease"] == column(
        "commitments_by_target_group", "matched", concept="lung-disease", document="gamma"
    )
    assert [] == ask("commitments_by_target_group", concept="copd")
    assert ["copd", "copd"] == column("goals_by_target_group", "matched", concept="lung-disease")


def test_an_agreement_has_its_parties_in_one_cell() -> None:
    """Parties come in the order of the alphabet; what is planned is so called."""
    own, law, plan = ask("agreements", document="gamma")
    assert (
        "gamma",
        "Sundhedsaftalen 2015-2018",
        "agreement",
        2015,
        2018,
        "Bispebjerg Hospital; Hillerød Kommune",
        "self",
    ) == own[:7]
    assert [("refers_to", None), ("planned", None)] == [(row[6], row[5]) for row in (law, plan)]


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        ("2014-12-31", []),
        ("2015-01-01", ["Sundhedsaftalen 2015-2018"]),
        ("2018-12-31", ["Sundhedsaftalen 2015-2018"]),
        ("2019-06-01", ["Sundhedsaftalen 2019-2023"]),
        ("2020-06-01", ["Sundhedsaftalen 2019-2023"]),
        ("2024-01-01", []),
    ],
)
def test_agreements_are_in_force_from_the_first_day_to_the_last(as_of: str, found: list[str]) -> None:
    """A year is its first day as a start and its last as an end; what is planned is never in force."""
    assert found == column("agreements_in_force", "agreement", as_of=as_of)


def test_members_have_party_organisation_and_office() -> None:
    """What is not printed is empty."""
    first, second = ask("members", document="gamma")
    assert ("Bo Lund", "A", "Hillerød Kommune", "formand") == first[2:6]
    assert ("Bestyrelsen for puljen", "Ane Vang", None, None, None) == second[1:6]


def test_committees_tell_who_appoints_and_how_many_are_named() -> None:
    """One row a committee and body."""
    assert [
        ("Bestyrelsen for puljen", None, 1),
        ("Sundhedskoordinationsudvalget i Region Hovedstaden", "Hillerød Kommune", 1),
    ] == [row[1:4] for row in sorted(ask("committees", document="gamma"), key=str)]


def test_a_goal_has_successors_in_the_next_agreement_only() -> None:
    """The goal of 2015 is taken up in 2019, with score and reason; the one of 2019 by none."""
    found = ask("goal_successors")
    assert {("gamma", "delta")} == {(row[0], row[3]) for row in found}
    assert ("1", "1") in {(row[1], row[4]) for row in found}
    assert all(0 <= float(str(row[6])) <= 1 and row[7] for row in found)


def test_the_series_tells_generation_and_what_is_replaced() -> None:
    """2015-2018 is the third, 2019-2023 the fourth and replaces it."""
    assert [("Sundhedsaftalen 2015-2018", 3, None), ("Sundhedsaftalen 2019-2023", 4, "Sundhedsaftalen 2015-2018")] == [
        (row[0], row[2], row[3]) for row in ask("agreement_series")
    ]


def test_what_is_inferred_is_not_asserted() -> None:
    """No kinship and no generation stands in the default graph."""
    for term in ("Kinship", "generation"):
        asked = f"ASK {{ {{ ?s a <{iri.ONTOLOGY}{term}> }} UNION {{ ?s <{iri.ONTOLOGY}{term}> ?o }} }}"
        assert not bool(dataset().query(asked))
