"""Which genre a document is, with the reason in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from samspil.loaders import agreement, memo, overview, proposals, strategy
from samspil.loaders.errors import SamspilError
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Contents
from samspil.loaders.textgenre import signs

Load = Callable[[Document, Joiner, Context], Contents]
_TABLED = 8  # words that a table's head or a labelled record is worth


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre: its code, how its documents are recognised (the signs found), its loader, what one sign weighs."""

    code: str
    signs: Callable[[Document], Sequence[str]]
    load: Load
    weight: int = 1


GENRES: Mapping[str, Genre] = {
    "proposals": Genre("proposals", proposals.signs, proposals.load, _TABLED),
    "overview": Genre("overview", overview.signs, overview.load, _TABLED),
    "agreement": Genre("agreement", signs("agreement"), agreement.load),
    "memo": Genre("memo", signs("memo"), memo.load),
    "strategy": Genre("strategy", signs("strategy"), strategy.load),
}
UNKNOWN = Genre("unknown", lambda _document: (), lambda _document, _joiner, _context: Contents())


def recognised(document: Document, named: str | None = None) -> tuple[Genre, str]:
    """Return the genre and the reason for it; `named` overrules; UNKNOWN where no sign of any is found."""
    if named is not None:
        if named not in GENRES:
            raise SamspilError(f"no genre is called {named!r}. Known genres: {', '.join(GENRES)}.")
        return GENRES[named], "named by the user"
    found = {code: list(genre.signs(document)) for code, genre in GENRES.items()}
    code = max(found, key=lambda c: len(found[c]) * GENRES[c].weight)
    if not found[code]:
        return UNKNOWN, "no table of collaborations, no labelled proposals, and no words of the other genres"
    others = len(set(found[code])) - 1  # a sign may count twice
    more = f", and {others} more" if others else ""
    return GENRES[code], f"{found[code][0]}{more}"
