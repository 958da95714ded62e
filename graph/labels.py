"""Short names for goals, indicators, commitments and examples, for a node in a picture.

For statements that someone has named, `labels.csv` holds a label in words of our own, found by the fingerprint of the
statement's letters; any other statement gets one made of its first words.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from samspil.loaders.files.passage import leads_on

_FINGERPRINT = 16
_MOST_WORDS, _MOST_LETTERS = 8, 60
_WHO = "vi|der|parterne|kommunerne|regionen"
_PURPOSE = re.compile(rf"^(?:for at|med henblik på)\b.*?,?\s(?:vil|skal) (?:{_WHO})\s+", re.IGNORECASE)
_PROMISE = re.compile(rf"^(?:at|(?:{_WHO})(?: og \w+)? (?:vil|skal))\s+", re.IGNORECASE)
_RELATIVE = r"der|som|så|når|hvis|herunder|hvor|og at|idet|inden|således|med"
_CLAUSE = re.compile(
    rf"[.;:(]\s|[,–]\s?(?:{_RELATIVE})\b|\s(?:med henblik på|ved at|gennem|således at|samt)\s",
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in Danish, and in English where there is one."""

    da: str
    en: str | None = None


def labels(text: str) -> Label:
    """Return the label of a statement: ours if it has one, else its first words."""
    return _ours().get(fingerprint(text)) or Label(automatic(text))


def fingerprint(text: str) -> str:
    """Return what tells a statement from others whatever its wraps, marks and case: 16 hexadecimal digits."""
    letters = "".join(filter(str.isalnum, text.casefold()))
    return sha256(letters.encode()).hexdigest()[:_FINGERPRINT]


def automatic(text: str) -> str:
    """Return the first words of a statement's main clause, up to 8 words and 60 letters; `…` says that more follow."""
    core = _PROMISE.sub("", _PURPOSE.sub("", " ".join(text.split())))
    clause = _CLAUSE.search(core, 12)
    words = (core[: clause.start()] if clause else core).rstrip(" .,;:").split()
    kept = _fitting(words)
    label = " ".join(kept)
    return f"{label[:1].upper()}{label[1:]}{'…' if len(kept) < len(words) else ''}"


def _fitting(words: list[str]) -> list[str]:
    kept = words[:_MOST_WORDS]
    while len(kept) > 1 and len(" ".join(kept)) > _MOST_LETTERS:
        kept = kept[:-1]
    while len(kept) > 1 and len(kept) < len(words) and leads_on(kept[-1].removesuffix(",")):
        kept = kept[:-1]
    return kept


@cache
def _ours() -> Mapping[str, Label]:
    lines = files("samspil.graph").joinpath("labels.csv").read_text("utf-8").splitlines()
    return {row["fingerprint"]: Label(row["da"], row["en"]) for row in csv.DictReader(lines)}
