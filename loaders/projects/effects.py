"""Expected effects: one a bullet, or, in running text, one a sentence."""

import re
from collections.abc import Iterable, Sequence

from samspil.loaders.files.document import Document, Span
from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.records import Effect

# Any symbol will do; fonts of bullets extract as private-use or replacement characters.
_BULLET = re.compile(r"\s*(?:[•▪●◦‣∙·\ue000-\uf8ff\ufffd\x00-\x08–‐*-]|o(?=\s{2})|\d{1,2}[.)]|[a-z]\))\s+")
_INLINE = re.compile(r"(?:^|(?<=[.;\s]))(?:[•▪●‣]|\d{1,2}[.)])\s+(?=[A-ZÆØÅ])")
# Extraction may lose the bullet itself and leave the space behind it.
_LOST = re.compile(r" {1,4}(?=[A-ZÆØÅ])")


def effects(spans: Sequence[Span], joiner: Joiner, section: str) -> list[Effect]:
    """Return the effects of a field's lines, numbered from 1; an item that ends in a colon only introduces others."""
    found = [item for item in _items(spans, joiner) if not item.text.endswith(":")]
    return [Effect(n, item.text, joiner.evidence(item, section=section)) for n, item in enumerate(found, start=1)]


def _items(spans: Sequence[Span], joiner: Joiner) -> Iterable[Passage]:
    blocks = _blocks(joiner.document, spans)
    bullets = sum(1 for bullet, _ in blocks if bullet)
    for bullet, part in blocks:
        passage = joiner.join(part)
        # One bullet is no list: its sentences are the effects.
        if passage and bullet and bullets > 1:
            yield passage
        elif passage:
            for part_of in _listed(passage, bullet):
                yield from sentences(part_of)


def _listed(passage: Passage, bullet: bool) -> list[Passage]:
    """Return the items of a list printed within a paragraph ("1. ... 2. ..."), or the paragraph."""
    marks = [m.span() for m in _INLINE.finditer(passage.text)]
    if bullet and marks:
        marks.insert(0, (0, 0))  # the first item's own mark is the bullet
    if len(marks) < 2:
        return [passage]
    ends = [*(start for start, _ in marks[1:]), len(passage.text)]
    return [passage.slice(begin, end) for (_, begin), end in zip(marks, ends, strict=True)]


def _blocks(document: Document, spans: Sequence[Span]) -> list[tuple[bool, list[Span]]]:
    """Return the bulleted items and the paragraphs between them, each with its lines."""
    blocks: list[tuple[bool, list[Span]]] = []
    blank = True
    for n, span in enumerate(spans):
        text = document.text[span.start : span.end].replace("\u00a0", " ").replace("\f", "")
        if not text.strip():
            blank = True
            continue
        sign = _BULLET.match(text) or (_LOST.match(text) if n or text[:1] == " " else None)
        lost = bool(sign) and not _BULLET.match(text)
        if sign and not (lost and not _may_begin(document, blocks, blank)):
            blocks.append((True, [Span(span.start + sign.end(), span.end)]))
        elif not blocks or (blank and text.lstrip()[0].isupper()):
            blocks.append((False, [span]))
        else:
            blocks[-1][1].append(span)
        blank = False
    return blocks


def _may_begin(document: Document, blocks: Sequence[tuple[bool, list[Span]]], blank: bool) -> bool:
    """Whether an indented line can open an item: not where the text before it breaks off."""
    if blank or not blocks:
        return True
    last = blocks[-1][1][-1]
    return not document.text[last.start : last.end].rstrip().endswith(("-", ",", "og", "eller"))
