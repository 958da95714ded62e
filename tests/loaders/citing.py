"""Invented texts that cite agreements, plans and laws, and what is read of them."""

from dataclasses import replace

from samspil.loaders.cited.selfcitation import self_citation
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Citation
from samspil.loaders.texts.structure import parsed

CONTEXT = Context(region="region-sjaelland")


def document(text: str) -> Document:
    """Return a text as a document."""
    return Document("prøve", "text", text, "")


def itself(text: str, title: str | None) -> Citation:
    """Return what a document says of itself."""
    source = document(text)
    joiner = Joiner(source)
    found = self_citation(parsed(source, joiner), source, joiner, replace(CONTEXT, title=title))
    assert found is not None
    return found
