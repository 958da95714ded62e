"""What an agreement or a strategy says of itself: its name, period, parties, and whether it is a draft."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from samspil.loaders.cited.citedtitles import kind_of
from samspil.loaders.dates import find_dates
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner, Passage, sentences, squeezed
from samspil.loaders.naming.actors import mentions, participations
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Citation, Evidence, Participation
from samspil.loaders.texts.blocks import Block
from samspil.loaders.texts.structure import Text

_HEADS, _FRONT = 4, 12  # blocks that hold the title; blocks of a front page and what follows it
_NAME_WORDS = 10  # of a title that is a name
_SENTENCE = 120  # letters in which the days of a period stand
_YEARS = re.compile(r"((?:19|20)\d\d) ?[-–—/] ?((?:19|20)\d\d)")
_DATED = re.compile(rf"(?P<noun>[^\W\d][\w-]*)(?: for [A-ZÆØÅ][\w-]+(?: Kommune)?)? {_YEARS.pattern}")
_OWNER = re.compile(r"Region \w+|[\w-]+ (?:regions)?kommune", re.IGNORECASE)
_OURS = re.compile(r"Vores (\S+)", re.IGNORECASE)
_PLACED = re.compile(
    r"(?<=\d) (?:for|mellem|i) .*$|\s+[-–:]\s+(?:politisk|administrativ)\w* (?:del|aftale).*$", re.IGNORECASE
)
_DRAFT = re.compile(
    r"\bhørings(?:udkast|version|udgave)\b|\budkast\b(?! til [^h])|\b(?:endeligt|foreløbigt|revideret) udkast\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:vedtaget (?:af|i|den)|godkendt (?:af|i|den)|indgået mellem|trådte? i kraft)\b"
    r"|\b(?:aftalen|strategien|planen|den) (?:er|blev) (?:indgået|vedtaget|godkendt|gældende)\b|\baftalen gælder fra\b",
    re.IGNORECASE,
)
_VALID = re.compile(
    r"\b(?:aftalen|sundhedsaftalen|strategien|planen|politikken|den) (?:\w+ )?"
    r"(?:er gældende|gælder|træder i kraft|løber)|\b(?:gælder|gældende) (?:fra|i perioden)|med virkning fra",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\s*(?:til|-|–)(?: og med)?(?: den)?\s*")
_AGREED = re.compile(r"indgået mellem|aftale(?:n|r)? mellem (?=[A-ZÆØÅ])")
_PARTIES = re.compile(r"\bmellem (?=[A-ZÆØÅ])")
_STOP = re.compile(r"(?P<to>\.(?:\s|$)|, (?:som|der)\b|(?<=i regionen)\b)")
_TITLE = 200  # letters of a title and what stands under it
_MUNICIPALITIES = 3  # municipalities that make a block of the front page a list of parties


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    evidence: Evidence


def self_citation(text: Text, document: Document, joiner: Joiner, context: Context) -> Citation | None:
    """Return what an agreement or a strategy says of itself, None where no name of its own is found in it."""
    named = _name(text, joiner, _wanted(text, context.title))
    kind = _kind(text, named.text, context.title) if named else None
    return _about(text, document, joiner, context, named, kind) if named and kind else None


def presented(text: Text, document: Document, joiner: Joiner, context: Context) -> Citation | None:
    """Return the agreement that a memo presents as its parties' own: under a heading "Vores sundhedsaftale"."""
    named = _name(text, joiner, _ours(text))
    kind = kind_of(named.text.split()[0]) if named else None
    return _about(text, document, joiner, context, named, kind) if named and kind else None


def _about(text: Text, document: Document, joiner: Joiner, context: Context, named: _Name, kind: str) -> Citation:
    start, end = _period(text, named.text)
    parties = _parties(text, kind, joiner, _in_region(text, context))
    return Citation(
        name=named.text,
        kind=kind,
        relation="self",
        as_printed=squeezed(named.evidence.wording),
        evidence=named.evidence,
        start=start,
        end=end,
        draft=_draft(text, document),
        parties=parties,
        place=_place(text, parties, context),
    )


def _name(text: Text, joiner: Joiner, wanted: Iterable[str]) -> _Name | None:
    """Return the first of some names that the text prints, in capitals only where it prints no other."""
    for name in wanted:
        printed = list(_places(text.blocks, name))
        if printed:
            passage, start, end = next((p for p in printed if not p[0].text[p[1] : p[2]].isupper()), printed[0])
            found = passage.text[start:end]
            return _Name(found[0].upper() + found[1:], joiner.evidence(*printed[0]))
    return None


def _wanted(text: Text, title: str | None) -> Iterator[str]:
    """Yield what may be the name: noun and years of the title or a heading of the front, the title, the headings."""
    front = [b.text for n, b in enumerate(text.blocks[:_HEADS]) if n in text.outline.headings]
    heads = [h for h in (title, *front) if h and not _OWNER.fullmatch(h.strip()) and kind_of(h) != "law"]
    for head in heads:
        match = _DATED.search(head)
        if match and kind_of(match["noun"]):
            yield match[0]
    short = (h for h in heads if len(h.split()) <= _NAME_WORDS and not h.isupper())
    yield from (_PLACED.sub("", h).strip(" .,:;–-") for h in short)


def _ours(text: Text) -> Iterator[str]:
    headings = (b.text for n, b in enumerate(text.blocks) if n in text.outline.headings)
    nouns = [m[1].casefold() for h in headings if (m := _OURS.fullmatch(h)) and kind_of(m[1])]
    dated = (m for b in text.blocks for m in _DATED.finditer(b.text))
    yield from (m[0] for m in dated if any(m["noun"].casefold().startswith(noun) for noun in nouns))


def _places(blocks: Sequence[Block], wanted: str) -> Iterator[tuple[Passage, int, int]]:
    """Yield where a name is printed, whatever the dash between its years."""
    parts = map(re.escape, re.sub(r"\s*[-–—]\s*", " - ", wanted).split())
    pattern = re.compile(r"\s?".join(parts).replace(r"\-", "[-–—]"), re.IGNORECASE)
    for block in blocks:
        match = pattern.search(block.text)
        if match:
            yield block.passage, match.start(), match.end()


def _kind(text: Text, name: str, title: str | None) -> str | None:
    """Return the kind that the name tells, else the title, else the first words of the front."""
    told = (name, title or "", *(b.text for b in text.blocks[:_HEADS]))
    return next((k for t in told for w in t.split() if (k := kind_of(w))), None)


def _period(text: Text, name: str) -> tuple[str | None, str | None]:
    """Return the days from which and to which it is valid, else the years of its name or of the front."""
    told = (name, *(b.text for b in text.blocks[:_HEADS]))
    years = next((m for t in told if (m := _YEARS.search(t))), None)
    first, last = (years[1], years[2]) if years else (None, None)
    for sentence in (s.text for b in text.blocks for s in sentences(b.passage)):
        valid = _VALID.search(sentence)
        start, end = _days(sentence[valid.start() :]) if valid else (None, None)
        if start and (first is None or start[:4] == first):
            return start, end or last
    return first, last


def _days(text: str) -> tuple[str | None, str | None]:
    """Return the first day that a text prints, and the one that "til" ties to it."""
    first, second = [*find_dates(text[:_SENTENCE]), None, None][:2]
    if first is None or first.precision != "day" or first.first is None:
        return None, None
    tied = second and _UP_TO.fullmatch(text[first.end : second.start])
    return first.first.isoformat(), second.last.isoformat() if second and tied and second.last else None


def _draft(text: Text, document: Document) -> bool | None:
    """Return whether its front or the heads of its pages call it a draft; False where it says that it holds."""
    taken = {line.number for b in text.blocks for line in b.lines}
    heads = [line.text for line in document.lines if line.number not in taken and len(line.text) < 120]
    titles = [b.text for n, b in enumerate(text.blocks[:_FRONT]) if n in text.outline.headings or len(b.text) < 100]
    if any(map(_DRAFT.search, (*heads, *titles))):
        return True
    return False if any(_ADOPTED.search(b.text) for b in text.blocks) else None


def _parties(text: Text, kind: str, joiner: Joiner, context: Context) -> tuple[Participation, ...]:
    """Return whom an agreement is "mellem" and the municipalities that the front lists; else whose it is."""
    made = _signatories(text, joiner, context) if kind == "agreement" else []
    if made:
        return tuple({p.actor.name: p for p in reversed(made)}.values())[::-1]
    front = (b.passage for b in text.blocks[:_FRONT])
    places = ((p, found) for p in front for found in mentions(p.text, context))
    owners = (
        Participation(actor, p.text[start:end], joiner.evidence(p, start, end))
        for p, (actor, start, end) in places
        if actor.kind in ("region", "municipality")
    )
    return tuple(islice(owners, 1))


def _signatories(text: Text, joiner: Joiner, context: Context) -> list[Participation]:
    between = next(iter(_between(text)), None)
    made = _read(between, joiner, context) if between else []
    for block in text.blocks[:_HEADS]:
        listed = _read(block.passage, joiner, context)
        if sum(p.actor.kind == "municipality" for p in listed) >= _MUNICIPALITIES:
            made = [p for p in made if p.actor.kind == "region"] + listed
    return made


def _between(text: Text) -> Iterator[Passage]:
    """Yield what stands behind "mellem" on the front, then behind "indgået mellem" in the text."""
    first = [b.passage for b in text.blocks[:4]]
    later = [s for b in text.blocks for s in sentences(b.passage) if _AGREED.search(s.text)]
    for passage in (*(p for p in first if len(p.text) < _TITLE), *later):
        match = _PARTIES.search(passage.text)
        if match:
            stop = _STOP.search(passage.text, match.end())
            yield passage.slice(match.end(), stop.start("to") if stop else None)


def _read(passage: Passage, joiner: Joiner, context: Context) -> list[Participation]:
    found, _ = participations(passage, joiner, context, "")
    return [p for p in found if p.actor.kind in ("region", "municipality") or p.actor.sector == "municipality"]


def _in_region(text: Text, context: Context) -> Context:
    """Return the context in the region that the front names, for which "regionen" stands."""
    named = (
        a.register_key for b in text.blocks[:_FRONT] for a, _, _ in mentions(b.text, context) if a.kind == "region"
    )
    return replace(context, region=next(named, context.region))


def _place(text: Text, parties: Sequence[Participation], context: Context) -> str | None:
    """Return the key of the region it is for, else of whom the front names first."""
    regions = [p.actor for p in parties if p.actor.kind == "region"]
    named = (a for b in text.blocks[:_FRONT] for a, _, _ in mentions(b.text, context))
    return next((a.register_key for a in (*regions, *named) if a.kind in ("region", "municipality")), None)
