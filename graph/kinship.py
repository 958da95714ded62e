"""Kinship of goals over time: which goals of the next agreement are about the same people and the same thing.

The score of a pair is the mean of two likenesses, each from 0 to 1. Of the target groups: the concepts of each with all
broader ones, the mean of Jaccard's index and of the overlap coefficient, so that a group within the other counts more
than one beside it. Of the labels: rapidfuzz's token set ratio over the stems of their words. Where neither goal names a
target group, the labels' likeness alone counts, less a quarter. Pairs below `LEAST` are not proposed, and at most
`MOST` for a goal.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from samspil.ontology.concepts import concepts

LEAST, MOST = 0.4, 2
_WITHOUT_GROUPS = 0.75
_WORD = re.compile(r"\w{4,}")
_STEM = 6  # letters by which an inflected word or a compound is known
_SCHEME = "target-group"


@dataclass(frozen=True, slots=True)
class Named:
    """A goal by its IRI, its code of kind, its Danish label and the notations of the target groups it names."""

    iri: str
    kind: str
    label: str
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """That a later goal takes up an earlier one; `score` is from 0 to 1, `reason` a sentence."""

    earlier: str
    later: str
    score: float
    reason: str


def proposals(earlier: Iterable[Named], later: Sequence[Named]) -> list[Proposal]:
    """Return for each earlier goal the later ones of its kind that are most like it, the best first, at most two."""
    found: list[Proposal] = []
    for goal in earlier:
        ranked = sorted((_proposal(goal, other) for other in later if other.kind == goal.kind), key=_rank)
        found += [proposal for proposal in ranked[:MOST] if proposal.score >= LEAST]
    return found


def _rank(proposal: Proposal) -> tuple[float, str]:
    return -proposal.score, proposal.later


def _proposal(old: Named, new: Named) -> Proposal:
    words = fuzz.token_set_ratio(_stems(old.label), _stems(new.label)) / 100
    ours, theirs = _broad(old.concepts), _broad(new.concepts)
    shared, people = ours & theirs, _likeness(ours, theirs)
    score = _WITHOUT_GROUPS * words if people is None else (people + words) / 2
    return Proposal(old.iri, new.iri, score, _reason(words, people, shared))


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float | None:
    """Return how alike two sets are, from 0 to 1; None where both are empty."""
    if not ours | theirs:
        return None
    shared, smaller = len(ours & theirs), min(len(ours), len(theirs))
    return (shared / len(ours | theirs) + (shared / smaller if smaller else 0)) / 2


def _reason(words: float, people: float | None, shared: frozenset[str]) -> str:
    if people is None:
        return f"neither names a target group; the labels are alike by {words:.2f}"
    names = ", ".join(sorted(concepts(_SCHEME)[code].en for code in shared)) or "none"
    return f"target groups alike by {people:.2f} (shared: {names}); the labels are alike by {words:.2f}"


def _stems(label: str) -> str:
    return " ".join(word[:_STEM] for word in _WORD.findall(label.casefold()))


@cache
def _broad(codes: frozenset[str]) -> frozenset[str]:
    """Return the concepts with all broader ones, but for the facets at the top, which say nothing of a likeness."""
    return frozenset().union(*map(_with_broader, codes))


@cache
def _with_broader(code: str) -> frozenset[str]:
    broader = concepts(_SCHEME)[code].broader
    return frozenset({code}).union(*map(_with_broader, broader)) if broader else frozenset()
