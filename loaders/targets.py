"""Which target groups of the concept scheme a phrase names."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from samspil.ontology.concepts import Concept, concepts

_SCHEME = "target-group"
# Dropped where anything else is named: "alle borgere med KOL" are not all citizens.
_EVERYONE = "all-citizens"
# "65+" and "+65" are ages from which on, "65" is none.
_WORD = re.compile(r"\+?\w+\+?")
# A compound with "patient" names its first part: "kræftpatienter" are patients with "kræft".
_COMPOUND = re.compile(r"(\w{3,}?)(patient\w*)")
_GENERAL = "borgere med "
_CONJUNCTIONS = frozenset({"og", "samt"})
# Words that may stand between the words of a name without changing whom it names.
_FILLERS = _CONJUNCTIONS | frozenset(
    {"med", "af", "et", "en", "den", "der", "som", "er", "har", "både", "samtidig", "samtidigt"}
)
_NEGATIONS = frozenset({"ikke", "uden", "undtagen", "eksklusive", "ekskl"})
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "ere", "es", "er", "en", "et", "e", "r", "n", "t", "s")
_SHORTEST_STEM = 4
# What only looks inflected: "indsats" is none of "indsat", nobody who "vokser op" is "voksen".
_UNINFLECTED = frozenset({"indsats", "vokser", "vokse", "falder"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a concept: for each of its words the forms it may be inflected from."""

    notation: str
    words: tuple[frozenset[str], ...]
    joined: bool

    def starts(self, words: Sequence[frozenset[str]]) -> bool:
        return len(self.words) <= len(words) and not any(map(frozenset.isdisjoint, self.words, words))


def concepts_in(phrase: str) -> tuple[str, ...]:
    """Return the notations of the target groups that a phrase names, the most specific only, in its order."""
    found = list(dict.fromkeys(_matches(phrase)))
    narrowed = {broader for notation in found for broader in _ancestors(notation)}
    if len(found) > 1:
        narrowed.add(_EVERYONE)
    return tuple(notation for notation in found if notation not in narrowed)


def _matches(phrase: str) -> Iterator[str]:
    words, joints = _words(phrase), _joints(phrase)
    at, negated = 0, False
    while at < len(words):
        name = _longest(words[at:], {n - at for n in joints})
        if name and not negated:
            yield name.notation
        negated = not name and not _NEGATIONS.isdisjoint(words[at])
        at += len(name.words) if name else 1


def _longest(words: Sequence[frozenset[str]], joints: Set[int]) -> _Name | None:
    candidates = (name for name in _starting(words) if not _are_two(name, words, joints))
    return max(candidates, key=lambda name: len(name.words), default=None)


def _starting(words: Sequence[frozenset[str]]) -> Iterator[_Name]:
    return (name for form in words[0] for name in _names().get(form, ()) if name.starts(words))


def _are_two(name: _Name, words: Sequence[frozenset[str]], joints: Set[int]) -> bool:
    """Whether an "og" parts a name's words into two names: "unge og gravide" are not "unge gravide"."""
    if name.joined:
        return False
    parts = ((words[:n], words[n : len(name.words)]) for n in joints if 0 < n < len(name.words))
    return any(all(any(len(n.words) == len(p) for n in _starting(p)) for p in pair) for pair in parts)


@cache
def _names() -> Mapping[str, Collection[_Name]]:
    """Return all names by each form of their first word; the facets, which have nothing broader, name nobody."""
    index: defaultdict[str, list[_Name]] = defaultdict(list)
    for concept in concepts(_SCHEME).values():
        for name in _names_of(concept):
            for form in name.words[0]:
                index[form].append(name)
    return index


def _names_of(concept: Concept) -> Iterator[_Name]:
    """Yield a concept's names; without "borgere med" before one, lest it hide a longer name: "... og misbrug"."""
    texts = {text.casefold() for text in concept.names} if concept.broader else set()
    for text in sorted(texts):
        if not (text.startswith(_GENERAL) and text.removeprefix(_GENERAL) in texts):
            yield _Name(concept.notation, tuple(_words(text)), bool(_joints(text)))


def _words(text: str) -> list[frozenset[str]]:
    split = _COMPOUND.sub(r"\1 \2", text.casefold())
    return [_forms(word) for word in _WORD.findall(split) if word not in _FILLERS]


def _joints(text: str) -> frozenset[int]:
    """Return the places of the words before which an "og" was dropped."""
    words = _WORD.findall(_COMPOUND.sub(r"\1 \2", text.casefold()))
    ends = (n for n, word in enumerate(words) if word in _CONJUNCTIONS)
    return frozenset(sum(word not in _FILLERS for word in words[:end]) for end in ends)


@cache
def _forms(word: str) -> frozenset[str]:
    """Return the word and what is left of it without each ending it may have: "sygdommene" also as "sygdom"."""
    endings = () if word in _UNINFLECTED else _ENDINGS
    cut = (word.removesuffix(ending) for ending in endings if word.endswith(ending))
    return frozenset({word, *(_single(stem) for stem in cut if len(stem) >= _SHORTEST_STEM)})


def _single(stem: str) -> str:
    """Return a stem without the doubling of its last consonant, which only an ending calls for."""
    return stem[:-1] if stem[-1] == stem[-2] and len(stem) > _SHORTEST_STEM else stem


@cache
def _ancestors(notation: str) -> frozenset[str]:
    broader = concepts(_SCHEME)[notation].broader
    return frozenset(broader).union(*map(_ancestors, broader))
