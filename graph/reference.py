"""The reference of the named queries, for the terminal and for the documentation.

`python -m samspil.graph.reference` writes the page `docs/queries.md`.
"""

from samspil.graph.output import emit
from samspil.graph.query import Table, UnknownQuery
from samspil.ontology.concepts import concepts
from samspil.queries.catalogue import Param, Query, catalogue

_INTRODUCTION = """# Named queries

`samspil query NAME key=value ...` asks one of these; `samspil queries NAME` tells the same as this page. A text is
compared whole, the name of an actor in any case. A code can also be given by its Danish name. A row that counts has the
lines from the first to the last passage that it counts.

This page is made from the heads of `queries/*.rq` by `python -m samspil.graph.reference`.
"""


def contents() -> Table:
    """Return the catalogue, one row a query."""
    found = catalogue().values()
    return Table(("name", "title", "titel", "parameters"), tuple((q.name, q.title, q.titel, _names(q)) for q in found))


def named(name: str) -> Query:
    """Return the query of this name."""
    if name not in catalogue():
        raise UnknownQuery(name)
    return catalogue()[name]


def describe(query: Query) -> str:
    """Return all that there is to know of a query before asking it."""
    blocks = (
        f"{query.name}: {query.title} ({query.titel})\n\n{query.question}",
        query.note,
        "Parameters\n" + ("\n".join(f"  {_param(p)}" for p in query.params) or "  none"),
        f"Columns\n  {', '.join(query.columns)}",
        f"Example\n  {_command(query)}",
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def page() -> str:
    """Return the page of the documentation."""
    return "\n".join((_INTRODUCTION, *map(_section, catalogue().values())))


def _section(query: Query) -> str:
    blocks = (
        f"## {query.name}\n\n**{query.title}** / *{query.titel}*: {query.question}",
        query.note,
        "\n".join(f"- {_param(param)}" for param in query.params),
        f"Columns: `{', '.join(query.columns)}`",
        f"    {_command(query)}",
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _names(query: Query) -> str:
    return " ".join(p.name if p.required else f"[{p.name}]" for p in query.params)


def _param(param: Param) -> str:
    meaning = "required" if param.required else f"default: {param.default}"
    return f"{param.name} ({meaning}): {param.values or _values(param)}"


def _values(param: Param) -> str:
    return ", ".join(concepts(param.scheme)) if param.scheme else param.type


def _command(query: Query) -> str:
    return f"samspil query {query.name} {query.example}".rstrip()


if __name__ == "__main__":
    emit(page())
