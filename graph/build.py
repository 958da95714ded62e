"""The build: documents, or the committed facts of the package, to a validated dataset in the store."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from pyoxigraph import DefaultGraph, Store

from samspil.graph.dataset import assemble, committed
from samspil.graph.rdf import to_quads
from samspil.graph.store import MEMORY, LocalDataset, StoreError
from samspil.graph.store import replace as replace_store
from samspil.graph.terms import RDF, node
from samspil.graph.validation import Report, validate
from samspil.loaders.errors import SamspilError
from samspil.loaders.records import Extraction, Finding
from samspil.ontology import SS

Progress: TypeAlias = Callable[[str, int, int], None]
_Made = TypeVar("_Made")


class UnreadableDocuments(SamspilError):
    """All documents of one build that could not be read, each with its own sentence."""

    def __init__(self, errors: Sequence[SamspilError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(str, errors)))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made; the store holds it only if the report conforms."""

    dataset: LocalDataset
    report: Report

    @property
    def facts(self) -> int:
        """Return the number of asserted facts, merged."""
        return sum(1 for _ in self.dataset.store.quads_for_pattern(None, None, None, DefaultGraph()))

    @property
    def documents(self) -> int:
        """Return the number of documents."""
        kind = node(RDF + "type")
        return sum(1 for _ in self.dataset.store.quads_for_pattern(None, kind, node(SS.Document), DefaultGraph()))


def build(paths: Sequence[Path], where: str, genre: str | None = None, progress: Progress | None = None) -> Built:
    """Build the dataset of the documents, or without any of the committed facts; replace the store if it is valid."""
    if where.startswith(("http://", "https://")):
        raise StoreError(where, "a build needs a store of its own", "Name a folder, then use `samspil push`.")
    store = of_extractions(extract(paths, genre, progress)) if paths else committed()
    built = Built(LocalDataset(store), validate(store))
    if built.report.conforms and where != MEMORY:
        replace_store(Path(where), store)
    return built


def of_extractions(extractions: Iterable[Extraction]) -> Store:
    """Return the dataset of some extractions, with the wording of their passages."""
    return assemble(quad for extraction in extractions for quad in to_quads(extraction, wording=True))


def extract(paths: Sequence[Path], genre: str | None = None, progress: Progress | None = None) -> list[Extraction]:
    """Return what the loaders find in files and folders of them; all that cannot be read is in the one error."""
    from samspil.graph.files import documents

    errors: list[SamspilError] = []
    with_doubles = [file for path in paths for file in _tried(errors, partial(documents, [path])) or ()]
    files = documents(with_doubles)
    extractions: list[Extraction | None] = []
    for n, path in enumerate(files, 1):
        if progress:
            progress(path.name, n, len(files))
        extractions.append(_tried(errors, partial(_load, path, genre)))
    if errors:
        raise UnreadableDocuments(errors)
    return distinct(extraction for extraction in extractions if extraction)


def _load(path: Path, genre: str | None) -> Extraction:
    from samspil.graph.files import read_path
    from samspil.loaders.loading import load

    return load(read_path(path), genre)


def _tried(errors: list[SamspilError], action: Callable[[], _Made]) -> _Made | None:
    """Return what an action makes, or None with its error kept for later."""
    try:
        return action()
    except SamspilError as error:
        errors.append(error)
        return None


def distinct(extractions: Iterable[Extraction]) -> list[Extraction]:
    """Return the extractions with keys of their own: what has a key taken before gets `~2`, and a finding says so."""
    taken: set[str] = set()
    return [_distinct(extraction, taken) for extraction in extractions]


def _distinct(extraction: Extraction, taken: set[str]) -> Extraction:
    key = extraction.source.key
    new = next(name for name in (key, *(f"{key}~{n}" for n in range(2, len(taken) + 3))) if name not in taken)
    taken.add(new)
    if new == key:
        return extraction
    message = f"Another document of this build has the key {key!r} too; this one became {new!r}."
    finding = Finding("warning", "duplicate_key", "", message)
    return replace(extraction, source=replace(extraction.source, key=new), findings=(*extraction.findings, finding))
