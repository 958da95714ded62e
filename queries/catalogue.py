"""The catalogue: the named queries, with what their heads say of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_FIELD = re.compile(r"# (?P<field>[a-z]+): (?P<value>.*\S)")
_ONCE = ("title", "titel", "question", "columns", "example")
_REPEATED = ("params", "note")
_NEEDED = ("title", "titel", "question", "columns")
_PARAM = re.compile(
    r"(?P<name>[a-z_]+) \((?:code of (?P<scheme>[a-z-]+)|(?P<type>text|IRI))(?:, (?P<values>[^;]+))?"
    r"(?:; default: (?P<default>.+))?\)"
)


class HeadError(ValueError):
    """A query whose head is incomplete or not understood."""

    def __init__(self, name: str, problem: str) -> None:
        self.name, self.problem = name, problem
        super().__init__(f"{name}.rq: {problem}")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: `type` is `text`, `IRI` or `code` (then of `scheme`); `default` says what leaving it out means."""

    name: str
    type: str
    scheme: str | None
    values: str
    default: str | None

    @property
    def required(self) -> bool:
        """Tell whether the query asks nothing without this parameter."""
        return self.default is None


@dataclass(frozen=True, slots=True)
class Query:
    """A question and its SPARQL; `example` holds parameters, as on the command line, with which it has an answer."""

    name: str
    title: str
    titel: str
    question: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    text: str
    example: str = ""
    note: str = ""


@cache
def catalogue() -> Mapping[str, Query]:
    """Return every named query by its name, in the order of the names."""
    folder = files("samspil.queries")
    found = sorted(f.name.removesuffix(".rq") for f in folder.iterdir() if f.name.endswith(".rq"))
    return MappingProxyType({name: parse(name, folder.joinpath(f"{name}.rq").read_text("utf-8")) for name in found})


def parse(name: str, text: str) -> Query:
    """Return the query of a file's text; a head that is not as it should be is an error that names the file."""
    head = _head(name, text)
    for field in _NEEDED:
        if field not in head:
            raise HeadError(name, f"the head has no `# {field}:`")
    return Query(
        name=name,
        title=head["title"][0],
        titel=head["titel"][0],
        question=head["question"][0],
        params=tuple(_param(name, value) for value in head.get("params", ())),
        columns=tuple(re.split(r",\s*", head["columns"][0])),
        text=text,
        example=" ".join(head.get("example", ())),
        note=" ".join(head.get("note", ())),
    )


def params(name: str, text: str) -> tuple[Param, ...]:
    """Return the parameters that a query's head names, whatever else the head has or lacks."""
    found = (_FIELD.fullmatch(line) for line in _comments(text))
    return tuple(_param(name, field["value"]) for field in found if field and field["field"] == "params")


def _comments(text: str) -> Iterable[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.rstrip()


def _head(name: str, text: str) -> Mapping[str, list[str]]:
    head: defaultdict[str, list[str]] = defaultdict(list)
    for line in _comments(text):
        found = _FIELD.fullmatch(line)
        if not found or found["field"] not in (*_ONCE, *_REPEATED):
            raise HeadError(name, f"no field of a head: {line}")
        head[found["field"]].append(found["value"])
    for field in _ONCE:
        if len(head.get(field, ())) > 1:
            raise HeadError(name, f"the head has `# {field}:` twice")
    return dict(head)


def _param(name: str, text: str) -> Param:
    found = _PARAM.fullmatch(text)
    if not found:
        raise HeadError(name, f"not a parameter, `name (type, values; default: meaning)`: {text}")
    return Param(found["name"], found["type"] or "code", found["scheme"], found["values"] or "", found["default"])
