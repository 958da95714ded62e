"""Misspelt names and head nouns in chunks put right, and marked so."""

import re
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz, process

from samspil.loaders.naming.chunks import SEP, Chunk
from samspil.loaders.naming.names import Names

_HEADS = {"kommune": "K", "kommuner": "K", "kommunerne": "K", "hospital": "H", "hospitaler": "H", "sygehus": "H"}
_LIKENESS = 88.0  # rapidfuzz ratio, 0 to 100
_SHORTEST = 5  # characters; shorter words are like too many others


def respelt(found: list[Chunk], known: Names) -> list[Chunk]:
    """Return the chunks with misspelt head nouns, and misspelt places before a head noun, put right."""
    heads = [_head(chunk) for chunk in found]
    code = "".join(c.kind for c in heads)
    placed = {n for m in _PLACES.finditer(code) for n in range(*m.span()) if heads[n].kind == "W"}
    return [_place(chunk, known) if n in placed else chunk for n, chunk in enumerate(heads)]


_PLACES = re.compile(rf"(?:[PSW]{SEP})*[PSW]{SEP}?K")


def _head(chunk: Chunk) -> Chunk:
    """Return a misspelt "Kommunne" or "Hopsital" as the head noun it is."""
    if chunk.kind not in "Ww" or len(chunk.text) <= _SHORTEST:
        return chunk
    kind = _head_kind(chunk.fold)
    return replace(chunk, kind=kind, misspelt=True) if kind else chunk


@cache
def _head_kind(word: str) -> str | None:
    """Return the class of the head noun that a word is nearest to, None where it is near none."""
    hit = process.extractOne(word, _HEADS.keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return _HEADS[hit[0]] if hit else None


def _place(chunk: Chunk, known: Names) -> Chunk:
    """Return a misspelt "Købenahvn" as the municipality it is nearest to."""
    entry = known.place_like(chunk.text) if len(chunk.text) >= _SHORTEST else None
    return replace(chunk, kind="P", entry=entry, misspelt=True) if entry else chunk
