"""The overview table of a catalogue that has columns of its own for titles: "Nr., Projekt, Parter, Ansøgt beløb"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from samspil.loaders.files.document import Document
from samspil.loaders.files.furniture import cleared
from samspil.loaders.files.passage import EMPTY, Joiner
from samspil.loaders.projects.catalogue import Entry
from samspil.loaders.tabular.cells import Vocabulary
from samspil.loaders.tabular.flatrows import ActorMarks
from samspil.loaders.tabular.headers import Headings
from samspil.loaders.tabular.rows import Row
from samspil.loaders.tabular.tables import tables

_LIKE = 85  # of 100: by which two titles are the same


def listed(
    document: Document, end: int, joiner: Joiner, headings: Headings, vocabulary: Vocabulary, actors: ActorMarks
) -> list[Entry]:
    """Return the rows of the tables above a place of the document, where the first description begins."""
    within = tuple(t for t in document.tables if t.span.end <= end)
    above = replace(document, text=cleared(document).text[:end], tables=within)
    found = tables(above, joiner, headings, vocabulary, actors)
    return [_entry(row) for table in found if table.layout != "labelled" for row in table.rows if "title" in row.cells]


def _entry(row: Row) -> Entry:
    cells = row.cells
    key = cells["key"].text.rstrip(".:)") if "key" in cells else ""
    return Entry(key, cells.get("partners", EMPTY), cells["title"], row.theme, cells.get("amount", EMPTY))


def by_key(entries: Sequence[Entry], titles: Mapping[str, str]) -> dict[str, Entry]:
    """Return the entries by key; one without a key has that of the description with the same title."""
    found: dict[str, Entry] = {}
    for n, entry in enumerate(entries, start=1):
        key = entry.key or next((k for k, title in titles.items() if _alike(entry.topic.text, title)), f"({n})")
        found.setdefault(key, entry)
    return found


def _alike(first: str, second: str) -> bool:
    return fuzz.ratio(first.casefold(), second.casefold()) >= _LIKE
