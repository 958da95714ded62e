"""Finding the names of the registers in tokens: official names, aliases, abbreviations, bare place names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise, takewhile

from rapidfuzz import fuzz, process

from samspil.loaders.naming.tokens import Token, tokens, ungenitive
from samspil.ontology.register import Entry, register

# How alike a misspelt word must be to the name it is read as (rapidfuzz ratio, 0 to 100), and the lead over the next.
LIKENESS, LEAD = 85.0, 4.0
_HOSPITAL_HEADS = ("hospital", "sygehus")


@dataclass(frozen=True, slots=True)
class Match:
    """A register entry found: how many tokens it takes, and whether its last word stood in the genitive."""

    entry: Entry
    length: int
    genitive: bool


@dataclass(frozen=True)
class Names:
    """All names of the registers, for documents of one day and region."""

    full: dict[str, list[tuple[tuple[str, ...], Entry]]]
    short: dict[str, list[Entry]]
    places: dict[str, list[tuple[tuple[str, ...], Entry]]]
    stems: dict[str, list[Entry]]
    on: date | None
    region: str | None

    def match(self, words: Sequence[Token], at: int) -> Match | None:
        """Return the longest full name, alias or abbreviation that begins at token `at`."""
        return self._longest(self.full, words, at) or self._abbreviation(words, at)

    def place(self, words: Sequence[Token], at: int) -> Match | None:
        """Return the municipality whose bare name begins at token `at`; a place is written with a capital."""
        return self._longest(self.places, words, at) if words[at].capitalised else None

    def hospital_at(self, words: Sequence[Token]) -> Entry | None:
        """Return the hospital of a bare place ("Herlev" in "Herlev og Gentofte hospitaler")."""
        folded = " ".join(t.fold for t in words)
        found = self.stems.get(folded) or self.stems.get(ungenitive(folded))
        return self._best(found) if found else None

    def hospital_named(self, place: str) -> Entry | None:
        """Return the hospital called by a place's name ("Herlev" for Herlev Hospital)."""
        return self.hospital_at(tokens(place))

    def full_name(self, text: str) -> Entry | None:
        """Return the entry whose full name the whole text is."""
        words = tokens(text)
        found = self.match(words, 0) if words else None
        return found.entry if found and found.length == len(words) else None

    def psychiatry(self) -> Entry | None:
        """Return the organisation of the region's psychiatry."""
        found = [e for e in register().entries if e.sector == "psychiatry" and e.region == self.region]
        return next((e for e in found if e.kind != "psychiatric_centre" and "psykiatri" in e.name.casefold()), None)

    def region_entry(self) -> Entry | None:
        """Return the region that "regionen" means."""
        return register().by_key.get(self.region or "")

    def like(self, text: str) -> Entry | None:
        """Return the one register entry that a misspelt name is nearest to, if it is near and no other is."""
        ranked = process.extract(
            text.casefold(), _spellings(), scorer=fuzz.ratio, limit=6, score_cutoff=LIKENESS - LEAD
        )
        if not ranked or ranked[0][1] < LIKENESS:
            return None
        owners = [_spellings_owner()[name] for name, score, _ in ranked if score > ranked[0][1] - LEAD]
        return owners[0] if len({e.key for e in owners}) == 1 else None

    def place_like(self, word: str) -> Entry | None:
        """Return the municipality whose bare name a misspelt word is nearest to."""
        choices = [" ".join(key) for found in self.places.values() for key, _ in found]
        ranked = process.extract(
            ungenitive(word.casefold()), choices, scorer=fuzz.ratio, limit=3, score_cutoff=LIKENESS
        )
        tops = {self.places[name.split()[0]][0][1].key for name, score, _ in ranked if score > ranked[0][1] - LEAD}
        return self.places[ranked[0][0].split()[0]][0][1] if len(tops) == 1 else None

    def _longest(
        self, index: dict[str, list[tuple[tuple[str, ...], Entry]]], words: Sequence[Token], at: int
    ) -> Match | None:
        first = words[at].fold
        candidates = [*index.get(first, ()), *index.get(ungenitive(first), ())]
        best: Match | None = None
        for length, group in _by_length(candidates):
            genitive = _fits(words, at, group)
            if group and genitive is not None:
                entries = [e for key, e in group if _agrees(words, at, key) is not None]
                if "og" in (w.fold for w in words[at : at + length]) and all(map(self._is_to_come, entries)):
                    continue
                best = Match(self._best(entries), length, genitive)
                break
        return best

    def _abbreviation(self, words: Sequence[Token], at: int) -> Match | None:
        for length in (2, 1):
            part = words[at : at + length]
            text = "-".join(t.text for t in part)
            bare = text[:-2] if text[-2:] in ("'s", "’s", "´s") else text
            found = self.short.get(bare) if len(part) == length else None
            if found and _adjacent(part):
                return Match(self._best(found), length, bare != text)
        return None

    def _best(self, found: Sequence[Entry]) -> Entry:
        """Return the entry that was valid on the day and belongs to the region, else the first."""
        return max(found, key=lambda e: (self._valid(e), e.region == self.region))

    def _is_to_come(self, entry: Entry) -> bool:
        """Whether an actor did not exist yet: "Herlev og Gentofte Hospital" of 2010 are two hospitals."""
        return self.on is not None and entry.valid_from is not None and self.on < entry.valid_from

    def _valid(self, entry: Entry) -> bool:
        if self.on is None:
            return entry.valid_until is None
        begun = entry.valid_from is None or entry.valid_from <= self.on
        return begun and (entry.valid_until is None or self.on <= entry.valid_until)


@cache
def names(on: date | None = None, region: str | None = None, declared: tuple[tuple[str, str], ...] = ()) -> Names:
    """Return the names as they are to be understood on a day and in a region (a register key).

    `declared` are the short names that the document itself gives, with keys: they mean nothing else in it.
    """
    full: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    places: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    short: dict[str, list[Entry]] = {}
    stems: dict[str, list[Entry]] = {}
    for entry in register().entries:
        for name in _full_names(entry):
            _index(full, name, entry)
        for name in _place_names(entry):
            _index(places, name, entry)
        for abbreviation in entry.abbreviations:
            short.setdefault(abbreviation, []).append(entry)
        for stem in _stems(entry):
            stems.setdefault(stem, []).append(entry)
    short.update({text: [register().by_key[key]] for text, key in declared})
    return Names(full, short, places, stems, on, region)


def _index(index: dict[str, list[tuple[tuple[str, ...], Entry]]], name: str, entry: Entry) -> None:
    listed = name.casefold().endswith(("hospitaler", "sygehuse"))  # "Næstved, Slagelse og Ringsted Sygehuse"
    key = tuple(t.fold for t in tokens(name) if t.is_word or (listed and t.text == ","))
    if key:
        index.setdefault(key[0], []).append((key, entry))


def _full_names(entry: Entry) -> Iterable[str]:
    bare = set(_place_names(entry))
    yield from (n for n in (entry.name, *entry.aliases) if n not in bare)
    if entry.kind == "municipality":
        yield from (f"{n} Kommune" for n in bare)


def _place_names(entry: Entry) -> Iterable[str]:
    """Return a municipality's bare names: its place and the aliases that are no full name."""
    if entry.kind == "municipality" and entry.place:
        yield entry.place
        yield from (a for a in entry.aliases if "kommune" not in a.casefold())


def _stems(entry: Entry) -> Iterable[str]:
    if entry.kind != "hospital":
        return
    for name in (entry.name, *entry.aliases):
        words = [t.fold for t in tokens(name) if t.is_word]
        stem = list(takewhile(lambda w: w not in _HOSPITAL_HEADS, words))
        if stem and len(stem) == len(words) - 1 and "og" not in stem:
            yield ungenitive(" ".join(stem))
            yield " ".join(stem)


def _by_length(
    candidates: Iterable[tuple[tuple[str, ...], Entry]],
) -> Iterable[tuple[int, list[tuple[tuple[str, ...], Entry]]]]:
    groups: dict[int, list[tuple[tuple[str, ...], Entry]]] = {}
    for key, entry in candidates:
        groups.setdefault(len(key), []).append((key, entry))
    return sorted(groups.items(), reverse=True, key=lambda item: item[0])


def _fits(words: Sequence[Token], at: int, group: list[tuple[tuple[str, ...], Entry]]) -> bool | None:
    found = [g for key, _ in group if (g := _agrees(words, at, key)) is not None]
    return min(found) if found else None


def _agrees(words: Sequence[Token], at: int, key: tuple[str, ...]) -> bool | None:
    """Return whether the last word stands in the genitive, or None where the tokens are not these words."""
    part = words[at : at + len(key)]
    if len(part) < len(key) or any(t.fold != k for t, k in zip(part[:-1], key[:-1], strict=True)):
        return None
    if part[-1].fold == key[-1]:
        return False
    return True if ungenitive(part[-1].fold) == key[-1] else None


def _adjacent(words: Sequence[Token]) -> bool:
    return all(b.start - a.end <= 1 for a, b in pairwise(words))


@cache
def _spellings_owner() -> dict[str, Entry]:
    return {name.casefold(): e for e in register().entries for name in _full_names(e) if len(name) > 6}


@cache
def _spellings() -> tuple[str, ...]:
    return tuple(_spellings_owner())
