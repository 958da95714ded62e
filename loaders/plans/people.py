"""The target groups that running text names: "sårbare gravide", "borgere, der bor alene"."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from samspil.loaders.files.passage import Joiner, Passage
from samspil.loaders.records import Targeting
from samspil.loaders.targets import concepts_in

_WORD = re.compile(r"\w[\w/-]*")
_INFLECTION = "|s|e|es|en|ens|er|r|rs|ers|ere|eres|erne|ernes|rne|rnes|ne|nes|ene|enes"
_DEFINITE = "en|ens|erne|ernes|rne|rnes|ne|nes|ene|enes"
_MOST_IN_COMPLEMENT, _MOST_IN_CLAUSE, _FEW = 9, 18, 6
_EVERYONE = frozenset({"all-citizens"})


@cache
def _listed() -> dict[str, frozenset[str]]:
    found = tomllib.loads(files("samspil.loaders.plans").joinpath("people.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in found.items()}


def _is_a(word: str, *kinds: str) -> bool:
    return any(word in _listed()[kind] for kind in kinds)


def _ends(word: str, kind: str) -> bool:
    return word.endswith(tuple(_listed()[kind]))


@cache
def _people(inflection: str, suffixes: str) -> re.Pattern[str]:
    stems, endings = ("|".join(sorted(_listed()[kind], key=len, reverse=True)) for kind in ("people", "endings"))
    return re.compile(rf"(?:{stems})(?:{inflection})|[\w-]+(?:{endings})(?:{suffixes})")


def _is_people(word: str) -> bool:
    return not _is_a(word, "never") and bool(_people(_INFLECTION, "en|ens|ne|nes|s|").fullmatch(word))


def _is_definite(word: str) -> bool:
    """Whether a noun for people stands for those of whom the text has spoken: "borgeren", "familierne"."""
    return not _is_a(word, "indefinite") and bool(_people(_DEFINITE, "en|ens|ne|nes").fullmatch(word))


def _is_modifier(word: str) -> bool:
    """Whether a word may stand before the noun: a known one, one that ends as adjectives do, half a compound."""
    known = _is_a(word, "adjectives") or word.endswith("-")
    return known or (_ends(word, "adjective_endings") and not _is_a(word, "no_adjectives"))


class _Group(NamedTuple):
    """The words of a phrase: from `first`, its nouns up to `noun`, with what follows them up to `last`."""

    first: int
    noun: int
    last: int
    clause: bool = False


class _Text:
    """The words of a passage and what stands between them."""

    def __init__(self, passage: Passage) -> None:
        self.text = passage.text
        found = list(_WORD.finditer(passage.text))
        self.spans = [match.span() for match in found]
        self.words = [match.group().casefold() for match in found]

    def word(self, n: int) -> str:
        """Return a word, nothing behind the last one."""
        return self.words[n] if 0 <= n < len(self.words) else ""

    def gap(self, n: int) -> str:
        """Return what stands between a word and the next one, without spaces."""
        return self.text[self.spans[n][1] : self.spans[n + 1][0]].strip() if n + 1 < len(self.words) else "."

    def part(self, first: int, last: int) -> str:
        """Return the text from one word to another."""
        return self.text[self.spans[first][0] : self.spans[last][1]] if first <= last else ""

    def has_noun(self, n: int) -> bool:
        """Whether a word is a noun for people; an adjective is one where no other noun can follow: "udsatte, som"."""
        following = self.word(n + 1)
        alone = self.gap(n) or _is_a(following, "linking", "complements", "stops") or following.endswith("es")
        return _is_people(self.word(n)) or (_is_a(self.word(n), "nominal") and bool(alone))


def groups_in(passage: Passage, joiner: Joiner) -> tuple[Targeting, ...]:
    """Return the target groups that a passage names, each phrase once, with what it is recognised as (if anything)."""
    text = _Text(passage)
    made: dict[str, Targeting] = {}
    for group in _groups(text):
        part = passage.slice(text.spans[group.first][0], text.spans[group.last][1])
        concepts = concepts_in(part.text)
        if not _EVERYONE.issuperset(concepts) if concepts else _is_defined(text, group):
            made.setdefault(part.text.casefold(), Targeting(part.text, concepts, joiner.evidence(part)))
    return tuple(made.values())


def _groups(text: _Text) -> Iterator[_Group]:
    at = 0
    while at < len(text.words):
        if _is_a(text.word(at), "halves"):
            at += 3  # "børne- og unge psykiatri": the other half of a compound is no group either
        elif (group := _group(text, at)) is None:
            at += 1
        else:
            if not _is_anaphoric(text, group):
                yield group
            at = group.last + 1


def _group(text: _Text, at: int) -> _Group | None:
    """Return the phrase that begins at a word: adjectives, nouns and what the people have, or "alle, der ryger"."""
    if _is_a(text.word(at), "pronouns"):
        last = _clause(text, at) or _complement(text, at, at)
        return _Group(at, at, last) if concepts_in(text.part(at + 1, last)) else None
    if (noun := _noun(text, at)) is None:
        return None
    first = at - 1 if text.word(at - 1) == "den" and noun > at else at
    noun = _coordinated(text, first, noun)
    last = _complement(text, noun, _bracketed(text, noun))
    if last != noun and text.word(last) != "år":
        return _Group(first, noun, last)
    clause = _clause(text, last)
    return _Group(first, noun, clause or _narrower(text, last) or last, clause is not None)


def _noun(text: _Text, at: int) -> int | None:
    """Return the last noun of "ældre medicinske patienter", "sårbare og udsatte borgere", "svage, ældre patienter"."""
    noun, n, comma = None, at, False
    while n < len(text.words):
        word = text.word(n)
        modifies = _is_modifier(word)
        if text.has_noun(n) and (noun is None or not comma or _is_a(word, "generic")):
            noun = n
        elif not modifies:
            break
        if text.gap(n) == "" and _is_a(text.word(n + 1), "linking") and n != noun:
            n += 1
        elif text.gap(n) == "," and modifies and _is_modifier(text.word(n + 1)):
            comma = True
        elif text.gap(n):
            break
        n += 1
    return noun


def _coordinated(text: _Text, first: int, noun: int) -> int:
    """Return the last noun of "børn, unge og deres familier"; a comma joins only where an "og" ends the list."""
    n, listed = noun, False
    while text.gap(n) == "," and (following := _noun(text, n + 1)) is not None:
        n, listed = following, True
    if text.gap(n) or not _is_a(text.word(n + 1), "linking") or text.gap(n + 1):
        return noun
    owned = _is_a(text.word(n + 2), "owners") and (listed or not concepts_in(text.part(first, n)))
    return _noun(text, n + 2 + owned) or noun


def _bracketed(text: _Text, noun: int) -> int:
    """Return the last word of the bracket in "borgere (børn og voksne) med astma"."""
    if text.gap(noun) != "(" or (inner := _noun(text, noun + 1)) is None:
        return noun
    inner = _coordinated(text, noun + 1, inner)
    return inner if text.gap(inner) == ")" else noun


def _complement(text: _Text, noun: int, start: int) -> int:
    """Return the last word of what the people have or where they are, the noun if nothing of that follows."""
    if not _opens(text, noun, start):
        return noun
    last = start + 1
    while _goes_on(text, last, start):
        last += 1
    while _is_a(text.word(last), "linking", "complements", "determiners"):
        last -= 1
    last = _cut(text, start, _features(text, last))
    return noun if _is_only_a_place(text, start, last) else last


def _opens(text: _Text, noun: int, n: int) -> bool:
    """Whether "med", "i", ... begin a complement, and not the sentence's next part."""
    word, following = text.word(n + 1), text.word(n + 2)
    if text.gap(n) not in ("", ")") or text.gap(n + 1):
        return False
    if word == "som":
        return _is_a(following, "roles")
    if _is_a(word, "kin"):
        return _is_a(text.word(noun), "kinship") and _noun(text, n + 2) is not None
    return _is_a(word, "complements") and not _begins_anew(text, n + 2)


def _begins_anew(text: _Text, n: int) -> bool:
    """Whether what stands behind a preposition says when, how or in which place something is done."""
    word, printed = text.word(n), text.part(n, n)
    somewhere = (printed[:1].isupper() and printed[1:].islower()) or word.isdecimal() or _is_a(word, "counts")
    return _is_a(word, "phrasal") or _ends(word, "phrasal_endings") or (somewhere and _is_a(text.word(n - 1), "places"))


def _goes_on(text: _Text, n: int, start: int) -> bool:
    """Whether the word behind the n-th still belongs to a complement."""
    word, following = text.word(n + 1), text.word(n + 2)
    if text.gap(n) or n - start >= _MOST_IN_COMPLEMENT:
        return False
    if n == start + 1 and _is_a(word, "determiners"):
        return True
    if _is_a(word, "governed"):
        return _is_a(text.word(n), "governing")
    if _is_a(word, "linking"):
        other = _noun(text, n + 2 + _is_a(following, "complements")) is not None and not _is_people(text.word(n))
        return not (_is_a(following, "owners") or other)
    if _is_a(word, "complements"):
        return bool(following) and not _is_a(following, "stops") and not _begins_anew(text, n + 2)
    return not _stops(text, n + 1, start)


def _stops(text: _Text, n: int, start: int) -> bool:
    """Whether a word is a known stop, a passive, or a present tense behind what already names a target group."""
    word = text.word(n)
    passive = word.endswith("es") and not _ends(word, "no_verbs") and not _is_people(word)
    if _is_a(word, "stops") or passive:
        return True
    named = concepts_in(text.part(start + 1, n - 1))
    noun = _is_a(text.word(n - 1), "linking") or _ends(word, "features")
    return word.endswith("er") and not noun and bool(named) and named == concepts_in(text.part(start + 1, n))


def _features(text: _Text, last: int) -> int:
    """Return the last word of "med KOL, diabetes eller gigt": between commas stands what names a target group."""
    n = last
    while text.gap(n) == "," and (item := _item(text, n + 1)):
        n = item
        if not text.gap(n) and _is_a(text.word(n + 1), "linking"):
            return _item(text, n + 2) or n
    return last


def _item(text: _Text, first: int) -> int | None:
    """Return the last word of what a list names, nothing where it begins with other people."""
    n = first
    while not (text.gap(n) or _is_a(text.word(n + 1), "linking") or _stops(text, n + 1, first - 1)):
        n += 1
    return n if _noun(text, first) is None and concepts_in(text.part(first, n)) else None


def _cut(text: _Text, start: int, last: int) -> int:
    """Return where a complement ends: before the "og" behind which nothing names what people have."""
    for n in range(start + 2, last):
        joins = _is_a(text.word(n), "linking") and not text.word(n - 1).endswith("-")
        if joins and not concepts_in(text.part(n + 1, last)) and not _ends(text.word(last), "features"):
            return n - 1
    return last


def _is_only_a_place(text: _Text, start: int, last: int) -> bool:
    """Whether a complement says where, in words that narrow nothing: "rygere i regionen"."""
    definite = _is_a(text.word(start + 1), "places") and text.word(last).endswith(("en", "et", "erne"))
    return definite and not concepts_in(text.part(start + 2, last))


def _narrower(text: _Text, last: int) -> int | None:
    """Return the last word of ", herunder unge med misbrug"."""
    if text.gap(last) != "," or not _is_a(text.word(last + 1), "including") or text.gap(last + 1):
        return None
    group = _group(text, last + 2)
    return group.last if group and concepts_in(text.part(group.first, group.last)) else None


def _clause(text: _Text, last: int) -> int | None:
    """Return the last word of a relative clause, nothing where it is too long or refers to what was said before."""
    if text.gap(last) != "," or not _is_a(text.word(last + 1), "relatives"):
        return None
    end = last + 1
    while not text.gap(end).strip("'’”\"") and end - last <= _MOST_IN_CLAUSE:
        end += 1
    refers = _is_a(text.word(end), "references") and end - last <= _FEW
    if refers or any(_is_a(word, "comparing") for word in text.words[last:end]):
        return None
    return end if 1 < end - last <= _MOST_IN_CLAUSE else None


def _is_anaphoric(text: _Text, group: _Group) -> bool:
    """Whether a phrase only points to somebody: "familien", "den unge", "et barn, der venter", "børnene med behov"."""
    alone = text.word(group.first - 1) == "den" and group.first == group.noun
    people = [w for w in text.words[group.first : group.noun + 1] if not _is_a(w, "linking")]
    pointing = all(_is_definite(word) or _is_a(word, "singular") for word in people)
    told = concepts_in(text.part(group.noun + 1, group.last)) or (_is_defined(text, group) and not group.clause)
    return alone or (pointing and not told)


def _is_defined(text: _Text, group: _Group) -> bool:
    """Whether a phrase without a known target group says which people it means: by a clause or by what they have."""
    if _is_a(text.word(group.first - 1), "owners") or _is_definite(text.word(group.noun)):
        return False
    return group.clause or (_is_a(text.word(group.noun + 1), "defining") and group.last > group.noun + 2)
