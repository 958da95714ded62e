"""The reference of the named queries: the page is up to date, each query is told whole."""

from pathlib import Path

import pytest

from samspil.graph.query import UnknownQuery
from samspil.graph.reference import contents, describe, named, page
from samspil.queries.catalogue import catalogue

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_page_is_up_to_date() -> None:
    """The page in the documentation is what the heads of the queries say."""
    renew = "python -m samspil.graph.reference > docs/queries.md"
    assert page() == PAGE.read_text("utf-8"), f"Renew the page: {renew}"


@pytest.mark.parametrize("name", catalogue())
def test_a_query_is_told_whole(name: str) -> None:
    """Question, parameters with what they may be, columns and an example stand in the description."""
    query, told = catalogue()[name], describe(named(name))
    assert query.question in told
    assert f"samspil query {name}" in told
    assert all(f"{param.name} (" in told for param in query.params)
    assert ", ".join(query.columns) in told


def test_a_code_lists_its_possible_values() -> None:
    """The values of a code are those of its scheme, what is required says so."""
    assert "severity (default: all): info, warning, error" in describe(named("findings"))
    assert "key (required)" in describe(named("participants_of"))


def test_the_contents_have_a_row_for_each_query() -> None:
    """Every query stands in the list, with parameters that can be left out in brackets."""
    assert [row[0] for row in contents().rows] == list(catalogue())
    assert "[document] [severity] [rule]" in [row[3] for row in contents().rows]


def test_an_unknown_query_is_an_error() -> None:
    """There is nothing to tell of a query that does not exist."""
    with pytest.raises(UnknownQuery):
        named("initatives")
