"""RDF terms from plain values: each kind of value in its one form, hostile text made harmless."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias
from unicodedata import normalize

from pyoxigraph import Literal, NamedNode, Triple

Term: TypeAlias = NamedNode | Literal
Value: TypeAlias = Term | Iterable[Term | None] | None
Properties: TypeAlias = Mapping[str, Value]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"

_PRECISIONS = {4: "gYear", 7: "gYearMonth", 10: "date"}
# What XML 1.0 cannot hold: RDF/XML, SPARQL XML results and GraphML would break on it, and a lone surrogate is no text.
_UNHOLDABLE = dict.fromkeys((*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
_HARMLESS = _UNHOLDABLE | {ord(c): c for c in "\t\n\r"} | {ord(c): " " for c in "\v\f"}


def describe(subject: NamedNode, properties: Properties) -> Iterator[Triple]:
    """Yield the triples of one node; a value that is None is left out."""
    for name, value in properties.items():
        values = (value,) if value is None or isinstance(value, NamedNode | Literal) else value
        yield from (Triple(subject, NamedNode(name), term) for term in values if term is not None)


def node(iri: str) -> NamedNode:
    """Return the node of an IRI."""
    return NamedNode(iri)


def plain(text: str | None) -> Literal | None:
    """Return a text that is in no language: a code, a hash, a file name."""
    return None if text is None else Literal(clean(text))


def danish(text: str | None) -> Literal | None:
    """Return a text in Danish."""
    return None if text is None else Literal(clean(text), language="da")


def english(text: str | None) -> Literal | None:
    """Return a text in English."""
    return None if text is None else Literal(clean(text), language="en")


def integer(value: int | None) -> Literal | None:
    """Return a whole number."""
    return None if value is None else Literal(value)


def boolean(value: bool | None) -> Literal | None:
    """Return a yes or no."""
    return None if value is None else Literal(value)


def amount(value: Decimal | None) -> Literal | None:
    """Return a sum of money, never with an exponent."""
    return None if value is None else _typed(format(value, "f"), "decimal")


def score(value: Decimal) -> Literal:
    """Return a number between 0 and 1."""
    return _typed(format(value, "f"), "decimal")


def year(value: int | None) -> Literal | None:
    """Return a calendar year."""
    return None if value is None else _typed(f"{value:04}", "gYear")


def day(value: date | None) -> Literal | None:
    """Return a date."""
    return None if value is None else _typed(value.isoformat(), "date")


def moment(value: str | None) -> Literal | None:
    """Return an ISO date in the precision it has: a year, a month or a day."""
    return None if value is None else _typed(value, _PRECISIONS[len(value)])


def clean(text: str) -> str:
    """Return the text in NFC, without the characters that no XML can hold."""
    return normalize("NFC", text).translate(_HARMLESS)


def _typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))
