"""Invented texts of agreements, memos and strategies, as lines of a document, and what the loaders make of them."""

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.files.reading import read
from samspil.loaders.loading import load
from samspil.loaders.records import Plan
from samspil.loaders.texts.statements import Scan, scan
from samspil.loaders.texts.structure import Text, parsed


def document(text: str, name: str = "prøve.txt") -> Document:
    """Return a text as a document."""
    return read(text.encode(), name)


def parsed_text(text: str) -> Text:
    """Return the blocks of a text with their outline."""
    made = document(text)
    return parsed(made, Joiner(made))


def scanned(text: str) -> Scan:
    """Return the statements of a text."""
    return scan(parsed_text(text))


def stated(text: str) -> list[tuple[str, str]]:
    """Return kind and wording of each statement of a text."""
    return [(s.kind, s.passage.text) for s in scanned(text).statements]


def plan(text: str, genre: str = "agreement") -> Plan:
    """Return what a text sets out."""
    return load(document(text), genre).plan
