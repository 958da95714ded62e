"""Loader of memos: what an agreement sets out as the memo tells it, and who sits in which committee."""

from samspil.loaders.cited.selfcitation import presented
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.plans.plan import Reading, gathered
from samspil.loaders.records import Contents
from samspil.loaders.texts.statements import scan
from samspil.loaders.texts.structure import parsed


def load(document: Document, joiner: Joiner, context: Context) -> Contents:
    """Return what a memo tells."""
    text = parsed(document, joiner)
    own = presented(text, document, joiner, context)
    return gathered(Reading(document, text, joiner, context, own), scan(text))
