"""Loader of health agreements: goals, indicators, commitments by section, and what the agreement says of itself."""

from samspil.loaders.cited.selfcitation import self_citation
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.plans.plan import Reading, gathered
from samspil.loaders.records import Contents
from samspil.loaders.texts.statements import scan
from samspil.loaders.texts.structure import parsed


def load(document: Document, joiner: Joiner, context: Context) -> Contents:
    """Return what an agreement sets out."""
    text = parsed(document, joiner)
    own = self_citation(text, document, joiner, context)
    return gathered(Reading(document, text, joiner, context, own), scan(text))
