"""Which genre a document is, with the reason in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from samspil.loaders import overview, proposals
from samspil.loaders.document import Document
from samspil.loaders.errors import SamspilError
from samspil.loaders.groups import Context
from samspil.loaders.passage import Joiner
from samspil.loaders.records import Finding, Initiative

Load = Callable[[Document, Joiner, Context], tuple[list[Initiative], list[Finding]]]


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre: its code, how its documents are recognised (the signs found), and its loader."""

    code: str
    signs: Callable[[Document], Sequence[str]]
    load: Load


GENRES: Mapping[str, Genre] = {
    "proposals": Genre("proposals", proposals.signs, proposals.load),
    "overview": Genre("overview", overview.signs, overview.load),
}


UNKNOWN = Genre("unknown", lambda _document: (), lambda _document, _joiner, _context: ([], []))


def recognised(document: Document, named: str | None = None) -> tuple[Genre, str]:
    """Return the genre and the reason for it; `named` overrules; UNKNOWN where no sign of any is found."""
    if named is not None:
        if named not in GENRES:
            raise SamspilError(f"no genre is called {named!r}. Known genres: {', '.join(GENRES)}.")
        return GENRES[named], "named by the user"
    found = {code: list(genre.signs(document)) for code, genre in GENRES.items()}
    code = max(found, key=lambda c: len(found[c]))
    if not found[code]:
        return UNKNOWN, "no table of collaborations and no labelled proposals"
    more = f", and {len(found[code]) - 1} more" if len(found[code]) > 1 else ""
    return GENRES[code], f"{found[code][0]}{more}"
