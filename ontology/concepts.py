"""The concept schemes of `schemes.ttl` as frozen values, read once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from samspil.ontology import iri

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SPACE = re.compile(r"\s+")
_TRAILING = " .,:;!?"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: its code, a Danish and an English label, other Danish names, the codes of the broader ones."""

    scheme: str
    notation: str
    da: str
    en: str
    alt: tuple[str, ...]
    hidden: tuple[str, ...]
    broader: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return every Danish name, the preferred one first."""
        return (self.da, *self.alt, *self.hidden)


def concepts(scheme: str) -> Mapping[str, Concept]:
    """Return the concepts of a scheme by their notation, in the order of the file."""
    return _schemes()[scheme]


def lookup(scheme: str, text: str) -> str | None:
    """Return the notation of the concept that has `text` as one of its Danish names, whatever its case and spacing."""
    return _names(scheme).get(_folded(text))


@cache
def _names(scheme: str) -> Mapping[str, str]:
    return {_folded(name): concept.notation for concept in concepts(scheme).values() for name in concept.names}


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip().rstrip(_TRAILING).casefold()


@cache
def _schemes() -> Mapping[str, Mapping[str, Concept]]:
    schemes: defaultdict[str, dict[str, Concept]] = defaultdict(dict)
    for node, values in _nodes().items():
        if "notation" in values:
            concept = _concept(node, values)
            schemes[concept.scheme][concept.notation] = concept
    return MappingProxyType({name: MappingProxyType(members) for name, members in schemes.items()})


def _nodes() -> Mapping[str, Mapping[str, list[str]]]:
    """Return subject -> SKOS property (with its language) -> values, in the order of the file."""
    nodes: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    source = files("samspil.ontology").joinpath("schemes.ttl").read_bytes()
    for quad in parse(input=source, format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode) or not quad.predicate.value.startswith(_SKOS):
            continue
        name = quad.predicate.value.removeprefix(_SKOS)
        language = quad.object.language if isinstance(quad.object, Literal) else None
        nodes[quad.subject.value][f"{name}@{language}" if language else name].append(_value(quad.object))
    return nodes


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _concept(node: str, values: Mapping[str, list[str]]) -> Concept:
    [notation], [da], [en] = values["notation"], values["prefLabel@da"], values["prefLabel@en"]
    return Concept(
        scheme=node.removeprefix(iri.CONCEPT).partition("/")[0],
        notation=notation,
        da=da,
        en=en,
        alt=tuple(values["altLabel@da"]),
        hidden=tuple(values["hiddenLabel@da"]),
        broader=tuple(_codes(values["broader"])),
    )


def _codes(nodes: Iterable[str]) -> Iterable[str]:
    return (node.rpartition("/")[2] for node in nodes)
