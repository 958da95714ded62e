"""Which genre of running prose a document is: by words of its head and of its text."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib.resources import files

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import squeezed

_HEAD_LINES = 25


def signs(genre: str) -> Callable[[Document], Sequence[str]]:
    """Return the function that lists what in a document speaks for a genre, each sign with its line."""
    return partial(_signs, genre)


def _signs(genre: str, document: Document) -> list[str]:
    lines = [(line.number, squeezed(line.text).casefold()) for line in document.lines]
    printed = [(number, text) for number, text in lines if text]
    head = [*([(1, document.title.casefold())] if document.title else []), *printed[:_HEAD_LINES]]
    patterns = _patterns()[genre]
    found = [s for pattern in patterns["head"] if (s := _sign(pattern, head))]
    body = [s for pattern in patterns["body"] if (s := _sign(pattern, printed))]
    return [*found, *found, *body] if len(found) * 2 + len(body) > 1 else []


def _sign(pattern: re.Pattern[str], lines: Sequence[tuple[int, str]]) -> str | None:
    hit = next(((n, match) for n, text in lines if (match := pattern.search(text))), None)
    return f"line {hit[0]}: “{hit[1].group().strip()}”" if hit else None


@cache
def _patterns() -> Mapping[str, Mapping[str, Sequence[re.Pattern[str]]]]:
    found = tomllib.loads(files("samspil.loaders").joinpath("textgenre.toml").read_text("utf-8"))
    return {
        genre: {place: tuple(map(re.compile, listed)) for place, listed in table.items()}
        for genre, table in found.items()
    }
