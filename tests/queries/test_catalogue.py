"""The heads of the named queries: read by code, complete, and true of the query below them."""

import re
import shlex
from collections.abc import Iterator

import pyoxigraph
import pytest

from samspil.graph.query import find, pairs, terms
from samspil.ontology import SS
from samspil.ontology.concepts import concepts
from samspil.queries.catalogue import HeadError, Param, Query, catalogue, params, parse

CONTRACT = {
    "initiatives": "document,key,title,theme,status,start,end,target_group",
    "participants": "document,key,title,actor,kind,sector,role,as_printed",
    "funding": "document,key,title,year,amount_dkk,as_printed",
    "effects": "document,key,title,n,text",
    "actors": "document,actor,kind,sector",
    "target_groups": "document,target_group,concept",
    "findings": "document,severity,rule,subject,message",
}
HEAD = "# title: T\n# titel: T\n# question: Q?\n# columns: a, b\n"
every_query = pytest.mark.parametrize("query", catalogue().values(), ids=list(catalogue()))


@every_query
def test_a_query_has_the_columns_that_its_head_promises(query: Query) -> None:
    """Each query is one SELECT of exactly these columns; `test_queries.py` asks it on both engines."""
    solutions = pyoxigraph.Store().query(query.text)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    assert list(query.columns) == [variable.value for variable in solutions.variables]


@every_query
def test_rows_end_with_their_lines_and_have_an_order(query: Query) -> None:
    """Each query ends its rows with the lines of the evidence, and orders them outside of every group."""
    assert ("line_start", "line_end") == query.columns[-2:]
    assert re.search(r"^ORDER BY ", query.text, re.MULTILINE)


@every_query
def test_terms_are_those_of_the_vocabulary(query: Query) -> None:
    """Each term and each concept that a query names exists."""
    assert [] == [term for term in re.findall(r"\bss:(\w+)", query.text) if not hasattr(SS, term)]
    assert [] == [name for scheme, name in _named_concepts(query) if name not in concepts(scheme)]


def _named_concepts(query: Query) -> Iterator[tuple[str, str]]:
    prefixes = re.findall(r"PREFIX ([\w-]+): <https://w3id.org/samspil/concept/([\w-]+)/>", query.text)
    for prefix, scheme in prefixes:
        yield from ((scheme, name) for name in re.findall(rf"(?<![\w-]){prefix}:([\w-]+)", query.text))


@every_query
def test_parameters_are_variables_of_known_schemes(query: Query) -> None:
    """Each parameter is a variable of the query, and if it is a code, one of a scheme that exists."""
    for param in query.params:
        assert re.search(rf"\?{param.name}\b", query.text), param.name
        assert param.scheme is None or concepts(param.scheme)


@every_query
def test_examples_are_possible(query: Query) -> None:
    """A query that needs parameters shows an example that gives them."""
    given = terms(find(query.name), pairs(shlex.split(query.example)))
    assert {param.name for param in query.params if param.required} <= set(given)


@pytest.mark.parametrize(("name", "columns"), CONTRACT.items())
def test_public_columns_come_first(name: str, columns: str) -> None:
    """The columns that scripts rely on stand first, in this order."""
    promised = columns.split(",")
    assert promised == list(catalogue()[name].columns[: len(promised)])


def test_a_head_is_read_into_its_fields() -> None:
    """Everything in a head has its place; comments below it are not part of it."""
    text = HEAD + "# params: who (text, a name; default: all)\n# note: One.\n# note: Two.\nSELECT ?a # b: c\n# d: e\n"
    expected = Query(
        "x", "T", "T", "Q?", (Param("who", "text", None, "a name", "all"),), ("a", "b"), text, "", "One. Two."
    )
    assert expected == parse("x", text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a (IRI)", Param("a", "IRI", None, "", None)),
        ("a_b (code of target-group; default: all)", Param("a_b", "code", "target-group", "", "all")),
        ("a (text, one, two)", Param("a", "text", None, "one, two", None)),
    ],
)
def test_a_parameter_is_read(written: str, read: Param) -> None:
    """A parameter has a name, a type, perhaps what it may be and what leaving it out means."""
    assert (read,) == params("x", f"# params: {written}\nSELECT")


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("# title: T\n", ""),
        HEAD.replace("# columns: a, b\n", ""),
        HEAD + "# colour: red\n",
        HEAD + "# titel: U\n",
        HEAD + "# params: who\n",
        HEAD + "# params: who (number)\n",
    ],
)
def test_a_bad_head_names_its_file(text: str) -> None:
    """A head that lacks a field, or has an unknown, doubled or unreadable one, is an error with its name."""
    with pytest.raises(HeadError, match=r"^x\.rq: "):
        parse("x", text)
