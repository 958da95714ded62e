"""Page furniture: page numbers and running heads, which stand between the lines of a text and belong to none of it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from samspil.loaders.files.document import Document, Line
from samspil.loaders.files.passage import squeezed

_NUMBERED = re.compile(r"\W*(?:side|page|s\.)\s*\d{1,4}(?:\s*(?:/|af|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_DASHED = re.compile(r"\s*(?:-\s*\d{1,3}\s*-|–\s*\d{1,3}\s*–)\s*")
_BARE = re.compile(r"\s*[-–]?\s*\d{1,3}(?:\s*(?:/|af)\s*\d{1,3})?\s*[-–]?\s*")
# A running head with the page's number at its end or its beginning: "Bilag 2      Side 1 af 3", "- 2 -   Notat".
_NUMBER = r"(?:(?:side|s\.)\s*\d{1,4}(?:\s*(?:/|af)\s*\d{1,4})?|[-–]\s*\d{1,3}\s*[-–]|\d{1,3}(?:\s*/\s*\d{1,3})?)"
_AT_END = re.compile(
    rf"\s*(?P<text>\S.*?)(?:\s{{3,}}|\t\s*|\s*\|\s*|,?\s+(?=side)|\s+(?=[-–]))(?P<number>{_NUMBER})\s*", re.IGNORECASE
)
_AT_BEGINNING = re.compile(rf"\s*(?P<number>{_NUMBER})(?:\s{{3,}}|\t\s*|\s*\|\s*)(?P<text>\S.*?)\s*", re.IGNORECASE)
_SECTION = re.compile(r"[\d#]{1,2}(?:\.[\d#]{1,2})+\.?\s")
_OPENING = 3  # lines with text at a document's beginning
_FAR = 8  # blanks before a page's number that is set in the middle or at the right
_MIN_HEAD, _MAX_HEAD = 10, 120  # characters of a running head


def without_furniture(document: Document) -> list[Line]:
    """Return a document's lines without page numbers and running heads, and without the blank lines around them."""
    lines, drop = document.lines, furniture(document)
    kept: list[Line] = []
    for n, line in enumerate(lines):
        if n in drop:
            while kept and not kept[-1].text.strip() and _cut_short(kept):
                kept.pop()
        elif line.text.strip() or not _follows(n, drop, lines) or not _cut_short(kept):
            kept.append(line)
    return kept


def furniture(document: Document) -> set[int]:
    """Return the indices of the lines that are page numbers or running heads."""
    numbers = _page_numbers(document)
    return numbers | _running_heads(document.lines, numbers) | _set_apart(document.lines, numbers)


def cleared(document: Document) -> Document:
    """Return a document with blanks for page numbers and running heads, all else at its place."""
    drop = furniture(document)
    kept = (" " * len(line.text) if n in drop else line.text for n, line in enumerate(document.lines))
    return replace(document, text="\n".join(kept))


def is_page_number(text: str) -> bool:
    """Whether a text says that it is a page's number."""
    return _NUMBERED.fullmatch(text) is not None


def _cut_short(kept: Sequence[Line]) -> bool:
    """Whether the last printed line breaks off, so that what follows the page's edge goes on with it."""
    last = next((line.text.rstrip() for line in reversed(kept) if line.text.strip()), "")
    return bool(last) and last[-1] not in ".:!?"


def _follows(n: int, drop: set[int], lines: Sequence[Line]) -> bool:
    """Whether only blank lines stand between a line and furniture above it."""
    while n >= 0 and n not in drop:
        if lines[n].text.strip():
            return False
        n -= 1
    return n in drop


def _page_numbers(document: Document) -> set[int]:
    lines = document.lines
    found = {n for n, line in enumerate(lines) if is_page_number(line.text)}
    tabled = [(t.span.start, t.span.end) for t in document.tables]
    found |= {n for n, line in enumerate(lines) if _DASHED.fullmatch(line.text)}
    bare = [n for n in range(1, len(lines) - 1) if _stands_alone(lines, n)]
    bare = [n for n in bare if not any(a <= lines[n].start < b for a, b in tabled)]
    values = [int(re.findall(r"\d+", lines[n].text)[0]) for n in bare]
    rising = len(values) > 1 and all(b == a + 1 for a, b in pairwise(values))
    return found | (set(bare) if rising else set()) | _numbered_heads(lines)


def _numbered_heads(lines: Sequence[Line]) -> set[int]:
    """Return the running heads with a page number in their line: the same words recur with rising numbers."""
    found: dict[str, list[tuple[int, int]]] = {}
    for n, line in enumerate(lines):
        match = _AT_END.fullmatch(line.text) or _AT_BEGINNING.fullmatch(line.text)
        text = squeezed(match["text"]) if match else ""
        if match and (_may_run(text) or (match["number"][0].isalpha() and len(text) <= _MAX_HEAD)):
            found.setdefault(text, []).append((n, int(re.findall(r"\d+", match["number"])[0])))
    recurring = (places for places in found.values() if len(places) > 1)
    return {n for places in recurring if all(b[1] > a[1] for a, b in pairwise(places)) for n, _ in places}


def _stands_alone(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is a bare number between blank lines or at a page's edge, or far from the margin."""
    if not _BARE.fullmatch(lines[n].text):
        return False
    above, below = lines[n - 1].text, lines[n + 1].text
    far = lines[n].text.startswith(" " * _FAR)
    return (not above.strip()) and (not below.strip() or below.startswith(("\f", " ")) or far)


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Return the lines right at a page's edge (known, or a page number) that recur there, but for their digits."""
    known = {n for n, (a, b) in enumerate(pairwise(lines), 1) if a.page != b.page or b.text.startswith("\f")}
    edges = sorted(numbers | known)
    printed = [n for n, line in enumerate(lines) if line.text.strip("\f ").strip() and n not in numbers]
    near = {m for edge in edges for m in _nearest(printed, edge)}
    texts = {n: re.sub(r"\d+", "#", squeezed(lines[n].text.strip("\f"))) for n in near}
    counted = Counter(texts.values())
    return {n for n, text in texts.items() if counted[text] > 1 and _may_run(text)}


def _set_apart(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Return the heads of pages that no other page has, between a page's foot and a blank line.

    They are set at the right, or repeat words of the document's beginning, where its title stands.
    """
    middle = max((len(line.text) for line in lines), default=0) / 2
    printed = [n for n, line in enumerate(lines) if line.text.strip("\f ").strip()]
    opening = " ".join(squeezed(lines[n].text) for n in printed[:_OPENING]).casefold()
    found = set()
    for foot, n in pairwise(printed):
        if foot not in numbers or n + 1 >= len(lines) or lines[n + 1].text.strip():
            continue
        right = n == foot + 1 and len(lines[n].text) - len(lines[n].text.lstrip("\f ")) > max(middle, _FAR)
        text = squeezed(lines[n].text.strip("\f")).casefold()
        again = n not in printed[:_OPENING] and len(text) >= _MIN_HEAD and " " in text and text in opening
        if right or again:
            found.add(n)
    return found


def _nearest(printed: Sequence[int], edge: int) -> list[int]:
    at = bisect_left(printed, edge)
    return list(printed[max(0, at - 1) : at + 1])


def _may_run(text: str) -> bool:
    """Whether a text, its digits perhaps replaced, may be a running head: no heading of a section, "2.1 Mål"."""
    if _SECTION.match(text):
        return False
    return _MIN_HEAD <= len(text) <= _MAX_HEAD and " " in text and text[-1] not in "-:,"
