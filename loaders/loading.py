"""From a document to its extraction: genre, metadata, initiatives, mentions, findings."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from samspil.loaders import genre as genres
from samspil.loaders.dates import find_dates
from samspil.loaders.files.document import Document, Span
from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.files.text import suspicious
from samspil.loaders.naming.actors import mentions
from samspil.loaders.naming.declared import declared
from samspil.loaders.naming.groups import Context
from samspil.loaders.naming.names import names
from samspil.loaders.naming.tokens import tokens
from samspil.loaders.records import Contents, Extraction, Finding, Mention, Source
from samspil.loaders.sources import Metadata, identify
from samspil.ontology.register import register

_HEAD = 6_000  # characters in which a document tells of itself
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def load(document: Document, genre: str | None = None, metadata: Metadata | None = None) -> Extraction:
    """Return all that the genre's loader finds in a document; `genre` overrules what the document looks like."""
    known = metadata or identify(document)
    found, reason = genres.recognised(document, genre)
    joiner = Joiner(document)
    day, region = _day(document, known), _region(document, known)
    short = declared(document, names(day, region))
    context = Context(day, region, declared=short, title=known.title, publisher=known.publisher)
    contents = found.load(document, joiner, context)
    source = Source(
        known.key,
        document.name,
        document.sha256,
        document.format,
        found.code,
        reason,
        known.title,
        known.publisher,
        known.date,
    )
    doubts = [*_metadata_findings(known, context), *_suspicions(document)]
    if found is genres.UNKNOWN:
        message = f"{reason}; only the actors it names are kept (--genre: {', '.join(genres.GENRES)})"
        doubts.append(Finding("warning", "unknown_genre", "", message))
    elif contents == Contents(findings=contents.findings):
        doubts.append(Finding("error", "doubtful_row", "", f"nothing was found in the document as {found.code}"))
    mentioned = tuple(_mentions(document, joiner, context))
    return Extraction(source, contents.initiatives, mentioned, (*doubts, *contents.findings), contents.plan)


def _day(document: Document, known: Metadata) -> date | None:
    """Return the day to understand names by: the document's, else the end of the latest year that its head names."""
    text = known.date or ""
    found = [d.last for d in find_dates(text) if d.last] if text else []
    if found:
        return found[0]
    today = [int(y) for y in _YEAR.findall(document.text[:_HEAD])]
    usual = Counter(today).most_common(1)
    return date(usual[0][0], 12, 31) if usual else None


def _region(document: Document, known: Metadata) -> str | None:
    """Return the key of the region: the publisher's if it has one, else that of most names in the text."""
    publisher = next((e for e in register().entries if e.name == known.publisher), None)
    own = (publisher.key if publisher.kind == "region" else publisher.region) if publisher else None
    if own:
        return own
    counted = Counter(_regions_named(document))
    return max(counted, key=lambda r: counted[r]) if counted else None


def _regions_named(document: Document) -> Iterable[str]:
    known = names(None, None)
    words = tokens(document.text)
    at = 0
    while at < len(words):
        match = known.match(words, at) if words[at].capitalised else None
        match = match or (known.place(words, at) if words[at].is_word else None)
        if match and match.entry.kind == "region":
            yield match.entry.key
        elif match and match.entry.region:
            yield match.entry.region
        at += match.length if match else 1


def _metadata_findings(known: Metadata, context: Context) -> Iterable[Finding]:
    for name, value in (("title", known.title), ("publisher", known.publisher), ("date", known.date)):
        if value is None:
            yield Finding("info", "missing_metadata", "", f"the document does not tell its {name}")
    if context.region is None:
        yield Finding("warning", "missing_metadata", "", "no region: “regionen” and shared abbreviations stay open")


def _suspicions(document: Document) -> Iterable[Finding]:
    for message in suspicious(document.text):
        yield Finding("warning", "suspicious_characters", "", message)


def _mentions(document: Document, joiner: Joiner, context: Context) -> Iterable[Mention]:
    """Yield each register actor that the text names, at its first place."""
    seen: set[str] = set()
    for passage in _paragraphs(document, joiner):
        for actor, start, end in mentions(passage.text, context):
            if actor.name not in seen:
                seen.add(actor.name)
                yield Mention(actor, passage.text[start:end], joiner.evidence(passage, start, end))


def _paragraphs(document: Document, joiner: Joiner) -> Iterable[Passage]:
    """Yield the text in pieces that no actor's name reaches over: lines joined up to one that ends a sentence."""
    spans: list[Span] = []
    for line in document.lines:
        spans.append(Span(line.start, line.start + len(line.text)))
        if line.text.rstrip().endswith((".", ":")) or len(spans) > 40:
            yield joiner.join(spans)
            spans = []
    if spans:
        yield joiner.join(spans)
