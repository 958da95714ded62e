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
EXAMPLES = {
    name: pairs(shlex.split(query.example)) | ({"document": "alfa", "key": "B"} if "document=" in query.example else {})
    for name, query in catalogue().items()
}
OPTIONAL = {
    name: {param.name: GIVEN[param.name] for param in query.params if not param.required}
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
    counts = [("alfa", 2, 2), ("beta", 2, 0)]
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
