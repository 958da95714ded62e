"""An invented proposal, and what the loader of catalogues makes of its variants."""

from samspil.loaders import proposals
from samspil.loaders.files.document import Document
from samspil.loaders.loading import load
from samspil.loaders.records import Extraction
from samspil.loaders.texts.fields import Labels

LABELS = Labels(proposals.words()["fields"])


FULL = """Projekt A: Sammen om sår
Deltagende enhe-
der: Holbæk Sygehus og Odsherred Kommune
Projektperiode: 1. maj 2012 - 30. april 2014
Ansøgt beløb:
Mio. kr.
2012 2013 2014 I alt
0,2 0,6 0,1 0,9
Samfinansiering: Kommunen bidrager med 50.000 kr.
Effekt:
• Færre sår
• Færre besøg
Formål
Målgruppen er borgere med kroniske sår, som bor hjemme.
"""


def document(text: str) -> Document:
    """Return a text as a document."""
    return Document("a.txt", "text", text, "0" * 64)


def loaded(text: str) -> Extraction:
    """Return what the proposals' loader finds."""
    return load(document(text), "proposals")
