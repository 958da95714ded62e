"""What a column holds, told by its cells: for columns whose heading is none of the known ones."""

from collections.abc import Callable, Mapping, Sequence

from samspil.loaders.files.passage import Passage
from samspil.loaders.tabular.cells import Vocabulary, base
from samspil.loaders.tabular.headers import is_head
from samspil.loaders.targets import concepts_in

_MOST = 0.6  # share of a column's filled cells that must be of a kind
_NAMED = 0.5  # share of a cell's characters that belong to actors' names, by which it lists parties
_PEOPLE = frozenset({"partners", "target_group"})
_FIRST_WORDS = 3  # of a target group, among which its people stand

ActorMarks = Callable[[Passage], list[tuple[int, int, bool]]]
Told = Callable[[tuple[str, ...], Sequence[Sequence[Passage]]], tuple[str, ...]]


def told_by(vocabulary: Vocabulary, actors: ActorMarks) -> Told:
    """Return the function from columns and rows of cells to the columns, unknown ones named by their cells."""

    def lists_parties(cell: Passage) -> bool:
        named = {n for start, end, _ in actors(cell) for n in range(start, end)}
        return len(named) >= _NAMED * len(cell.text)

    def names_people(cell: Passage) -> bool:
        first = cell.text.split()[:_FIRST_WORDS]
        return any(map(vocabulary.starts, first)) or bool(concepts_in(" ".join(first)))

    def is_status(cell: Passage) -> bool:
        return vocabulary.is_status(cell.text)

    kinds = {"partners": lists_parties, "target_group": names_people, "status": is_status}

    return lambda columns, rows: _titled(columns, _named(columns, rows, kinds))


def _named(
    columns: tuple[str, ...], rows: Sequence[Sequence[Passage]], kinds: Mapping[str, Callable[[Passage], bool]]
) -> list[str]:
    """Return the columns, for each kind that no heading names the unknown one that holds it most."""
    named = list(columns)
    for kind, fits in kinds.items():
        unknown = [n for n, column in enumerate(named) if base(column) == "unknown"]
        shares = {n: _share([row[n] for row in rows if n < len(row) and row[n]], fits) for n in unknown}
        best = max(shares, key=lambda n: shares[n], default=None)
        if kind not in named and best is not None and shares[best] >= _MOST:
            named[best] = kind
    return named


def _titled(columns: tuple[str, ...], named: Sequence[str]) -> tuple[str, ...]:
    """Return the named columns, the first unknown one as the title where nothing else is missing.

    Where no heading names parties or a target group, both must be found: a list of members has only actors.
    """
    if not _PEOPLE & set(columns) and not set(named) >= _PEOPLE:
        return columns
    if "title" in named or not is_head(["title", *named]):
        return tuple(named)
    first = next((n for n, column in enumerate(named) if base(column) == "unknown"), None)
    return tuple("title" if n == first else column for n, column in enumerate(named))


def _share(cells: Sequence[Passage], fits: Callable[[Passage], bool]) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0.0
