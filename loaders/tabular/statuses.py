"""How far an initiative has come, as a cell or a field says it: "Under evaluering", "I drift siden 1. marts 2007"."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.records import Status
from samspil.ontology.concepts import lookup

_TOKEN = re.compile(r"\d+(?:[./-]\d+)*\.?|[^\W\d_]+(?:\.(?=\s|$))?|[^\s\w]")


@cache
def _words() -> dict[str, frozenset[str]]:
    found = tomllib.loads(files("samspil.loaders.tabular").joinpath("statuses.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in found.items()}


def code(text: str) -> str | None:
    """Return the status that a text names, maybe with a subject before it or a time behind it, else None."""
    whole = lookup("status", text)
    if whole:
        return whole
    words = text.split()
    while words and words[0].casefold() in _words()["before"]:
        words = words[1:]
    for size in range(len(words), 0, -1):
        named = lookup("status", " ".join(words[:size]).rstrip(",;:(–- "))
        if named and _only_adds(" ".join(words[size:])):
            return named
    return None


def status(cell: Passage | None, joiner: Joiner) -> Status | None:
    """Return the status of a cell or field, None where it is empty."""
    return Status(cell.text, code(cell.text), joiner.evidence(cell)) if cell else None


def _only_adds(text: str) -> bool:
    """Whether a text tells when, and nothing else."""
    tokens = [token.casefold().rstrip(".") for token in _TOKEN.findall(text)]
    return all(not t[:1].isalpha() or t in _words()["behind"] for t in tokens)
