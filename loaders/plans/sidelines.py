"""The lines of a page in chunks, and which of them head a narrow box at the side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from tomllib import loads

from samspil.loaders.files.document import Document, Line
from samspil.loaders.files.passage import squeezed
from samspil.loaders.texts.marks import SIGNS

BULLET = re.compile(rf"\s*[{SIGNS}+>›»–-]\s+(?=\S)|\s*[\uf000-\uf0ff•●▪■]")
_INDENTED = re.compile(r"[ \f]\S")
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})*[.:)]?\s+(?=\S)")


@dataclass
class Chunk:
    """Lines that no blank one parts: how many stand above, whether they begin a page, and on which they are.

    One may `name` a box's area by a heading of the text, which is `numbered` or not.
    """

    lines: list[Line]
    gap: int
    top: bool
    page: int
    taken: bool = False
    name: str = ""
    numbered: bool = False

    @property
    def texts(self) -> list[str]:
        """Return its lines, white space single."""
        return [squeezed(line.text) for line in self.lines]

    @property
    def text(self) -> str:
        """Return its lines as one."""
        return " ".join(self.texts)

    @property
    def folded(self) -> str:
        """Return its text in lower case."""
        return self.text.casefold()

    @property
    def bulleted(self) -> bool:
        """Whether it begins with a bullet."""
        return bool(BULLET.match(self.lines[0].text))

    @property
    def indented(self) -> bool:
        """Whether it begins as what a lone space, or a form feed, stands before."""
        return bool(_INDENTED.match(self.lines[0].text))

    def within(self, width: int) -> bool:
        """Whether all its lines fit a width."""
        return all(len(text) <= width for text in self.texts)


@cache
def box_words() -> dict[str, re.Pattern[str]]:
    """Return the patterns that tell a box's lines."""
    table = loads(files("samspil.loaders.plans").joinpath("strategy.toml").read_text("utf-8"))["box"]
    return {name: re.compile(pattern) for name, pattern in table.items()}


def chunked(document: Document, lines: Sequence[Line]) -> list[Chunk]:
    """Return lines in chunks: blank lines, edges of pages, bullets and the words that mark a box part them."""
    made: list[Chunk] = []
    gap = page = 0
    for line in lines:
        if not squeezed(line.text):
            gap += 1
            continue
        top = bool(made) and _is_top(document, made[-1].lines[-1], line)
        page += top
        if made and not gap and not top and _goes_on(made[-1], line):
            made[-1].lines.append(line)
        else:
            made.append(Chunk([line], gap, top, page))
        gap = 0
    return made


def _is_top(document: Document, last: Line, line: Line) -> bool:
    """Whether a page begins between two lines; where form feeds are lost, each left a space right below a line."""
    if line.page is not None or "\f" in document.text:
        return last.page != line.page or "\f" in document.text[last.start + 1 : line.start + 2]
    before = document.lines[line.number - 2].text
    text = squeezed(before)
    announced = text.endswith(":") and not is_marker(text.casefold())
    return bool(text and _INDENTED.match(line.text) and not _INDENTED.match(before)) and not announced


def _goes_on(chunk: Chunk, line: Line) -> bool:
    """Whether a line right below another belongs to its chunk; items of a list do if a box's item announces them."""
    text, last = squeezed(line.text).casefold(), chunk.lines[-1].text
    begins = is_marker(text) or box_words()["head"].match(f"{text} -") or box_words()["caption"].match(text)
    if begins or is_marker(chunk.texts[-1].casefold()):
        return False
    marked = [_INDENTED.match(here) or BULLET.match(here) for here in (line.text, last)]
    inner = last.rstrip().endswith(":") or (marked[1] and len(chunk.lines) > 1 and not chunk.bulleted)
    return not marked[0] or bool(inner)


def is_marker(folded: str) -> bool:
    """Whether a text in lower case is the word for examples above a box's items."""
    return box_words()["examples"].fullmatch(folded) is not None


def area_of(chunk: Chunk) -> str | None:
    """Return the area that a box's head names: "EFFORTS - AREA IN CAPITALS", or a heading's words alone."""
    if chunk.name:
        return chunk.name
    match = box_words()["head"].fullmatch(chunk.folded)
    return match["area"] if match and (chunk.text.isupper() or len(chunk.lines) > 1) else None


def is_head(chunk: Chunk) -> bool:
    """Whether a chunk names the area of a box."""
    return area_of(chunk) is not None


def is_of_head(chunk: Chunk) -> bool:
    """Whether a chunk is a box's head or part of it, be it a bare word for efforts above the one for examples."""
    return is_head(chunk) or is_marker(chunk.folded) or is_bare_word(chunk)


def is_bare_word(chunk: Chunk) -> bool:
    """Whether a chunk is a word for efforts in capitals and no more."""
    return chunk.text.isupper() and box_words()["bare"].fullmatch(chunk.folded) is not None


def named(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield the chunks, those apart that name a box's area: beside the word for examples they repeat a heading."""
    beside = [_is_beside(chunks, n) for n in range(len(chunks))]
    headings = {
        plain(text[number.end() if number else 0 :]): number is not None
        for chunk, near in zip(chunks, beside, strict=True)
        for text in (chunk.texts[0], chunk.text)
        for number in [_NUMBER.match(text)]
        if not near and (number or text == chunk.text)  # an item's first line is no heading
    }
    for chunk, near in zip(chunks, beside, strict=True):
        names = {size: " ".join(chunk.texts[:size]) for size in range(1, len(chunk.lines) + 1)} if near else {}
        size = next((size for size, name in names.items() if plain(name) in headings), 0)
        if size:
            name = names[size]
            yield replace(chunk, lines=chunk.lines[:size], name=name, numbered=headings[plain(name)])
        if size < len(chunk.lines):
            yield replace(chunk, lines=chunk.lines[size:], gap=0, top=False) if size else chunk


def _is_beside(chunks: Sequence[Chunk], n: int) -> bool:
    """Whether a chunk stands below the word for examples, or right above it."""
    after = chunks[n + 1] if n + 1 < len(chunks) else None
    above = after is not None and not after.gap and not after.top and is_marker(after.folded)
    return above or (n > 0 and is_marker(chunks[n - 1].folded))


def plain(text: str) -> str:
    """Return a text without what parts its words: a head in capitals keeps the hyphens of its wraps."""
    return re.sub(r"\W+", "", text.casefold())
