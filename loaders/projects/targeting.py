"""The target group of a proposal: from its field, from a sentence that names it, else from the title."""

import re
from collections.abc import Iterable, Mapping, Sequence

from samspil.loaders.files.document import Line
from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.records import Targeting
from samspil.loaders.targets import concepts_in
from samspil.loaders.texts.fields import Field
from samspil.loaders.texts.headings import Record

_MAX_WORDS, _FEW = 22, 6
_OPENING = 3  # words of a phrase, among which its people stand
_SHORT = 4  # letters
_BOUND = r"(?:over|under|mellem|fra|fyldt|op til|ca\.|mindst)"
_AGE = re.compile(
    rf"\b(?:på |i alderen |fra )?{_BOUND}?\s*\d{{1,3}}(?:\s*(?:-|–|og|til)\s*\d{{1,3}})?"
    r"(?:\s*år(?: og (?:derover|opefter|ældre))?|-årige)"
)
_PREPOSITION = re.compile(r"\b(?:for|til|af|hos|overfor|over for|om|blandt|med|mod)\s+")

Words = Mapping[str, Sequence[str]]


def target_groups(record: Record, found: Sequence[Field], joiner: Joiner, words: Words) -> tuple[Targeting, ...]:
    """Return the target group as a record states it: in its field, anywhere between two labels, or in its title.

    There is none where the record states none in words that can be recognised.
    """
    passages = [p for f in found if f.name == "target_group" and (p := joiner.join(f.lines))]
    for passage in [*passages, *map(joiner.lines, _between_labels(record.lines, found))]:
        stated = _stated(passage, joiner, words)
        if stated:
            return (stated,)
        if passage in passages and (phrase := _first_phrase(passage, joiner)):
            return (phrase,)
    named = _in_title(record.title, joiner, words)
    return (named,) if named else ()


def _between_labels(lines: Sequence[Line], found: Sequence[Field]) -> Iterable[list[Line]]:
    """Yield the lines of a record from each label to the next, so that no phrase goes on over a label."""
    labels = {field.label.start for field in found}
    part: list[Line] = []
    for line in lines:
        if any(line.start <= start < line.start + len(line.text) + 1 for start in labels):
            yield part
            part = []
        part.append(line)
    yield part


def _stated(passage: Passage, joiner: Joiner, words: Words) -> Targeting | None:
    """Return the phrase behind the first opening that announces a target group."""
    strong = [(p, _MAX_WORDS, _may_be_people) for p in words["patterns"]]
    weak = [(p, _FEW, _names_people) for p in words["weak"]]
    for pattern, limit, fits in (*strong, *weak):
        for match in re.finditer(pattern + r"\s+", passage.text, re.IGNORECASE):
            for part in _phrases(passage, match.end(), words):
                if part and len(part.text.split()) <= limit and fits(part.text, words):
                    return _targeting(part, joiner)
    return None


def _phrases(passage: Passage, start: int, words: Words) -> Iterable[Passage]:
    """Yield the phrase that begins at a place: with the clauses that say which people are meant, then without."""
    whole = sentences(passage.slice(start))[0]
    yield whole.slice(0, _end(whole.text, 0, words["ends"]))
    end = _end(whole.text, 0, words["clauses"])
    if _is_general(whole.text[:end], words):
        end = _end(whole.text, end + 2, words["clauses"])
    yield whole.slice(0, end)


def _is_general(text: str, words: Words) -> bool:
    """Whether a phrase says no more than that people of an age are meant, so that a clause must say which."""
    named = re.findall(r"[^\W\d_]+", _AGE.sub(" ", text.casefold()))
    return bool(named) and all(word in words["general"] for word in named)


def _may_be_people(text: str, words: Words) -> bool:
    """Whether what a target group is said to be are people: one of its first words is an adjective or noun of many."""
    first = re.findall(r"\w+", text.casefold())[:_OPENING]
    many = any(word.endswith(("e", "er")) and len(word) > _SHORT and word not in words["no_people"] for word in first)
    untold = bool(first) and first[0] in words["no_people"]
    return _names_people(text, words) or (many and not untold)


def _end(text: str, start: int, marks: Sequence[str]) -> int:
    """Return where the first of some marks stands in a text behind a place, else its end."""
    found = [at for mark in marks if (at := text.find(mark, start + 1)) >= 0]
    return min(found, default=len(text))


def _names_people(text: str, words: Words) -> bool:
    return any(
        word.startswith(stem) or word.endswith((stem, stem + "e", stem + "er"))
        for word in re.findall(r"\w+", text.casefold())
        for stem in words["people"]
    )


def _first_phrase(passage: Passage, joiner: Joiner) -> Targeting | None:
    """Return a field's first sentence, if it is short enough to be the phrase itself."""
    end = re.search(r"\.(?=\s+[A-ZÆØÅ])|$", passage.text)
    part = passage.slice(0, end.start() if end else None)
    return _targeting(part, joiner) if part and len(part.text.split()) <= _MAX_WORDS else None


def _in_title(title: Passage, joiner: Joiner, words: Words) -> Targeting | None:
    """Return the title's words behind "for", "med", "til", ... that name people of a known target group."""
    for match in _PREPOSITION.finditer(title.text):
        part = title.slice(match.end())
        cut = re.search(r"[,;(–]| - ", part.text)
        part = part.slice(0, cut.start()) if cut else part
        first = part.text.split()[:2]
        if first and _names_people(" ".join(first), words) and concepts_in(part.text):
            return _targeting(part, joiner)
    return None


def _targeting(part: Passage, joiner: Joiner) -> Targeting:
    kept = part.slice(0, len(part.text.rstrip(" .,;:")))
    return Targeting(kept.text, concepts_in(kept.text), joiner.evidence(kept))
