"""What a heading or lead-in announces, and what a label names: visions, focus areas, goals, indicators, commitments."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from samspil.ontology.numerals import COUNTS

_KEY = r"(?:nr\.?\s*)?(?P<key>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}(?:\.\d{1,2})?|[A-ZÆØÅa-zæøå](?=\s*[:.)–—]|\s+-\s))"
_LAST_SENTENCE = re.compile(r"(?:.*[.!?][”\"]?\s+)?(?=[^a-zæøå])(.*)$", re.DOTALL)
_REFERRING = re.compile(r"(?:den|de|det|disse|her)\b", re.IGNORECASE)
_OF = re.compile(r" (?:for|i|med|til|frem)\b")
_LONGEST = 260  # letters of a lead-in
_SHORT_HEADING = 90
_NEAR = 3  # words behind a number, among which stands what it counts


@dataclass(frozen=True, slots=True)
class Label:
    """A label at a block's beginning: the kind it names, its key if it has one, and where the statement begins."""

    kind: str
    key: str | None
    start: int


@cache
def words() -> Mapping[str, Any]:
    """Return the words of `plans.toml`."""
    return tomllib.loads(files("samspil.loaders.texts").joinpath("plans.toml").read_text("utf-8"))


@cache
def _labels() -> Mapping[str, re.Pattern[str]]:
    made = {}
    for kind, forms in words()["labels"].items():
        named = "|".join(forms)
        made[kind] = re.compile(
            rf"[”\"]?(?:{named})\s*(?:{_KEY}\s*(?:[:.)–—-]+\s*|$|\s(?=(?-i:[A-ZÆØÅ])))|[:–—-]+\s*)", re.IGNORECASE
        )
    return made


def label(text: str) -> Label | None:
    """Return the label that a text begins with."""
    for kind, pattern in _labels().items():
        match = pattern.match(text)
        if match:
            return Label(kind, match["key"], match.end())
    return None


def _states(text: str) -> bool:
    """Whether a text is itself what its label names: "Vision 2: A life ..." announces no list, whatever follows it."""
    found = label(text)
    return found is not None and found.key is not None and found.start < len(text) and not text.endswith(":")


def is_word(text: str) -> bool:
    """Whether a text is no more than a label's word: "Vision", "Vores mål"."""
    return any(pattern.fullmatch(f"{text.rstrip(' :')}:") for pattern in _labels().values())


def is_area(text: str) -> bool:
    """Whether a text is the bare word for one focus area, whose name then stands below: "INDSATSOMRÅDE"."""
    return _labels()["focus_area"].fullmatch(f"{text}:") is not None


def column(head: str) -> str | None:
    """Return the kind of what stands in a column, by its head: "Indikator", "Mål for 2026"."""
    word = _OF.split(head.rstrip(" :"), maxsplit=1)[0]
    named = [kind for kind, pattern in _labels().items() if pattern.fullmatch(f"{word}:")]
    plural = [kind for kind in ("indicator", "vision") if _any(_compiled("announces")[kind], head.casefold())]
    return next(iter([*named, *plural]), None) if len(word.split()) < 4 else None


def announced(text: str, *, heading: bool, items: int) -> str | None:
    """Return what a text announces; `heading` if it stands as one, `items` is how many with marks follow it."""
    if _states(text):
        return None
    lead = lead_in(text)
    if items and lead.endswith((".", ":")) and (counted := _counted(lead, items)):
        return counted
    if lead.endswith(":") or (items and not lead.endswith((".", "!"))):
        return _kind(lead) or _kind_before(text, lead)
    if (heading or is_word(text)) and len(text) <= _SHORT_HEADING and not _is_double(text.casefold()):
        return _kind(text)
    return None


def _counted(lead: str, items: int) -> str | None:
    """Return of what a sentence tells that there are as many as items follow: "To the vision belong three goals."."""
    if _any(_compiled("promises")["never"], lead.casefold()):
        return None
    words = re.findall(r"\w+", lead.casefold())
    behind = (words[n + 1 : n + 1 + _NEAR] for n, w in enumerate(words) if items > 1 and _value(w) == items)
    kinds = (_kind(" ".join(near)) for near in behind)
    return next((kind for kind in kinds if kind in ("goal", "vision", "focus_area")), None)


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else COUNTS.get(word, 0)


def _kind_before(text: str, lead: str) -> str | None:
    """Return what the sentence before the last one is about: "... has one vision. It reads:"."""
    before = lead_in(text.removesuffix(lead).rstrip())
    kind = _kind(before) if before and _REFERRING.match(lead) else None
    return kind if kind != "commitment" else None


def _is_double(folded: str) -> bool:
    """Whether a heading is of goals and indicators both, which stand under headings of their own."""
    return "indikator" in folded and _any(_compiled("announces")["goal"], folded)


def lead_in(text: str) -> str:
    """Return the last sentence of a text."""
    match = _LAST_SENTENCE.match(text)
    return match[1] if match and match[1] else text


def _kind(text: str) -> str | None:
    folded = text.casefold()
    if len(text) > _LONGEST or _any(_compiled("promises")["never"], folded):
        return None
    found = {
        kind: at for kind, patterns in _compiled("announces").items() if (at := _last(patterns, folded)) is not None
    }
    if "commitment" in found and not _promises(folded):
        del found["commitment"]
    if _any(_compiled("paired")["patterns"], folded):
        return "focus_area"  # each with the goals below it
    first = next(iter(found), None)
    named = {kind: at for kind, at in found.items() if kind in ("vision", "focus_area", "goal")}
    # "The vision is carried out in four focus areas:" - what stands last is what follows.
    return max(named, key=named.__getitem__) if first in named and text.endswith(":") else first


def _last(patterns: Sequence[re.Pattern[str]], text: str) -> int | None:
    return max((m.end() for pattern in patterns for m in pattern.finditer(text)), default=None)


def _promises(folded: str) -> bool:
    found = _compiled("promises")
    return _any(found["patterns"], folded) and not _any(found["exceptions"], folded)


def is_not_yet(text: str) -> bool:
    """Whether a text says that there is no indicator yet."""
    return _any(_compiled("not_yet")["patterns"], text.casefold())


def frame(text: str) -> tuple[int, int] | None:
    """Return the range of the words that name a national set of goals."""
    found = [m for pattern in _compiled("frames")["patterns"] if (m := pattern.search(text.casefold()))]
    return max((m.span() for m in found), key=lambda span: span[1] - span[0], default=None)


def is_turned_into_areas(text: str) -> bool:
    """Whether a text says that a vision is turned into focus areas, which then stand under it."""
    return _any(_compiled("turned")["patterns"], text.casefold())


def is_party(head: str) -> bool:
    """Whether a column is headed by one of the parties: "Kommunen"."""
    return _any(_compiled("parties")["patterns"], head.casefold())


def serves(text: str) -> bool:
    """Whether a lead-in says what is to be reached, not what is to be done: "... is to contribute to:"."""
    return _any(_compiled("serving")["patterns"], text.casefold())


def is_of_the_text(text: str) -> bool:
    """Whether a sentence is about the text itself: what an overview or a section shows."""
    return _any(_compiled("text")["patterns"], text.casefold())


def _any(patterns: Sequence[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


@cache
def _compiled(table: str) -> Mapping[str, Sequence[re.Pattern[str]]]:
    return {name: tuple(map(re.compile, patterns)) for name, patterns in words()[table].items()}
