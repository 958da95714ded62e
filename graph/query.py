"""Questions: a named query, a file or a text, its parameters as RDF terms, and its answer as rows."""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Triple

from samspil.graph.store import Dataset, QueryError, Result
from samspil.graph.terms import XSD, clean
from samspil.loaders.errors import SamspilError
from samspil.queries.catalogue import HeadError, Param, catalogue, params

Value: TypeAlias = str | int | float | None
Term: TypeAlias = NamedNode | Literal

STDIN = "-"
_VARIABLE = re.compile(r"[?$]([A-Za-z_]\w*)", re.ASCII)
_WHOLE = frozenset(XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger", "gYear"))
_EXAMPLE = 'key=value, with quotes around spaces: actor="Herlev Hospital"'
_EXACT = 2**53
_FRACTIONS = frozenset(XSD + name for name in ("decimal", "double", "float"))


class UnknownQuery(SamspilError):
    """A name that no query has and no file either."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.near = tuple(get_close_matches(name, catalogue()))
        hint = f"Did you mean {' or '.join(self.near)}? " if self.near else ""
        super().__init__(f"There is no query or file {name!r}. {hint}`samspil queries` lists the queries.")


class BadParameter(SamspilError):
    """A parameter that the query does not have, lacks, or cannot use."""

    def __init__(self, query: str, problem: str, valid: Iterable[str]) -> None:
        self.query, self.valid = query, tuple(valid)
        hint = f"Its parameters are {', '.join(self.valid)}." if self.valid else "It takes no parameters."
        super().__init__(f"{query}: {problem}. {hint}")


@dataclass(frozen=True, slots=True)
class Question:
    """A query to be asked; `params` is None where its head names none: then any of its variables can be given."""

    name: str
    text: str
    params: tuple[Param, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """An answer in rows: text, numbers as numbers, None for what is unknown."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ask(dataset: Dataset, source: str, values: Mapping[str, str] | None = None) -> Result:
    """Return the answer to a named query, a file or standard input (`-`), with parameters as a person types them."""
    question = find(source)
    return dataset.query(question.text, terms(question, values or {}))


def pairs(arguments: Iterable[str]) -> dict[str, str]:
    """Return parameters written as `key=value`."""
    found: dict[str, str] = {}
    for argument in arguments:
        name, equals, given = argument.partition("=")
        if not (equals and name.isidentifier()):
            raise QueryError(f"{argument!r} is not a parameter. Write {_EXAMPLE}.")
        if name in found:
            raise QueryError(f"The parameter {name!r} is given twice.")
        found[name] = given
    return found


def rows(dataset: Dataset, source: str, **values: str) -> Table:
    """Return the answer to a query as a table."""
    return table(ask(dataset, source, values))


def find(source: str) -> Question:
    """Return the query of this name, or the one in this file or on standard input."""
    if source in catalogue():
        return Question(source, catalogue()[source].text, catalogue()[source].params)
    if source != STDIN and not (source.endswith(".rq") or Path(source).is_file()):
        raise UnknownQuery(source)
    text = sys.stdin.read() if source == STDIN else _read(Path(source))
    name = "standard input" if source == STDIN else Path(source).stem
    try:
        return Question(name, text, params(name, text) or None)
    except HeadError as error:
        raise QueryError(str(error)) from error


def terms(question: Question, values: Mapping[str, str]) -> dict[str, Term]:
    """Return the parameters as RDF terms; what is unknown, missing or impossible is an error that tells the valid."""
    if question.params is None:
        return _free(question, values)
    known = {param.name: param for param in question.params}
    for name in values:
        if name not in known:
            raise BadParameter(question.name, f"there is no parameter {name!r}", known)
    for param in question.params:
        if param.required and param.name not in values:
            raise BadParameter(question.name, f"the parameter {param.name!r} is missing", known)
    return {name: _term(question, known[name], value) for name, value in values.items()}


def table(result: Result) -> Table:
    """Return the rows of a SELECT, or the one of an ASK."""
    if isinstance(result, QueryBoolean):
        return Table(("answer",), ((bool(result),),))
    if not isinstance(result, QuerySolutions):
        raise QueryError("The query makes a graph, not rows. Use SELECT, or a format of graphs.")
    columns = tuple(variable.value for variable in result.variables)
    return Table(columns, tuple(tuple(value(solution[name]) for name in columns) for solution in result))


def column(answer: Table, name: str) -> tuple[Value, ...]:
    """Return the values of one column."""
    return tuple(row[answer.columns.index(name)] for row in answer.rows)


def value(term: NamedNode | Literal | BlankNode | Triple | None) -> Value:
    """Return a term as a plain value: numbers and years as numbers, everything else as its text."""
    if term is None or isinstance(term, NamedNode):
        return term and term.value
    if not isinstance(term, Literal):
        return str(term)
    try:
        return _number(term)
    except ValueError:
        # a server may send what is no number of its datatype
        return term.value


def _number(literal: Literal) -> Value:
    if literal.datatype.value in _WHOLE:
        return int(literal.value)
    if literal.datatype.value not in _FRACTIONS:
        return literal.value
    number = float(literal.value)
    # beyond that, a float is no longer the number that is printed
    if not abs(number) < _EXACT:
        return literal.value
    return int(number) if number.is_integer() else number


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise QueryError(f"{path}: the query cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: the query is not text in UTF-8.") from error


def _free(question: Question, values: Mapping[str, str]) -> dict[str, Term]:
    variables = tuple(dict.fromkeys(_VARIABLE.findall(question.text)))
    for name in values:
        if name not in variables:
            raise BadParameter(question.name, f"there is no variable ?{name}", variables)
    return {name: _guessed(question, text, variables) for name, text in values.items()}


def _guessed(question: Question, text: str, variables: Iterable[str]) -> Term:
    """Return a value for a query without a head: an IRI in angle brackets, or else a text."""
    if text.startswith("<") and text.endswith(">"):
        return _iri(question, text[1:-1], variables)
    return Literal(clean(text))


def _term(question: Question, param: Param, text: str) -> Term:
    valid = [known.name for known in question.params or ()]
    if param.type == "IRI":
        return _iri(question, text, valid)
    return Literal(_code(question, param, text) if param.scheme else clean(text))


def _iri(question: Question, text: str, valid: Iterable[str]) -> NamedNode:
    try:
        return NamedNode(clean(text))
    except ValueError:
        raise BadParameter(question.name, f"{text!r} is not an IRI", valid) from None


def _code(question: Question, param: Param, text: str) -> str:
    """Return the code that was given, or the one whose Danish name was."""
    from samspil.ontology.concepts import concepts, lookup

    codes = concepts(param.scheme or "")
    found = text if text in codes else lookup(param.scheme or "", text)
    if found is None:
        near = get_close_matches(text, codes) or list(codes)
        raise QueryError(f"{question.name}: {param.name} cannot be {text!r}. Possible values: {', '.join(near)}.")
    return found
