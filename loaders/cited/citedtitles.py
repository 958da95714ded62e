"""Own names of programmes, plans and systems: in quotation marks, behind "programmet", behind "hedder"."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# A year may carry the number of a footnote.
YEARS = re.compile(r"(?: for(?= \d))? (?P<first>(?:19|20)\d\d)(?: ?[-–/] ?(?P<last>(?:19|20)\d\d))?(?!\d\d|[-–]\d)")
_QUOTED = re.compile(r"[”\"“«](?=\w)([^”\"“«»]{6,160})(?<=\S)[”\"“»](?=[\s.,;:)]|$)")
_FORMS = "(?P<form>(?:[kmn]?(?:en|er|erne|et)|[nrt]|rne)?)"
# "bruges", "indføres", but neither "patienternes", "pårørendes", "diabetes" nor "fælles"
PASSIVE = re.compile(r"\w{2,}(?<!betes)(?<!ernes)(?<!endes)(?<!fælles)(?<=es)")
_CAPITAL = re.compile(r" ?(?:(?:og|med|for|til|af) )?(?P<word>[A-ZÆØÅ][\w:-]*\w)")
_SMALL = re.compile(r" (?:– )?(?P<word>[a-zæøå][\w-]*)")
# "regeringens handlingsplan X", "den nationale strategi X"
_OWNED = re.compile(r"(?:\b[Dd]e[nt]|\w\w+s) (?:\w+e )?$")
_LONGEST = 12  # words of a title without quotation marks
WINDOW = 300  # letters around a name that are looked at


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: place, head as it is compared, object, years; `cue` is where its phrase begins."""

    start: int
    end: int
    name: str
    kind: str
    head: str
    object: str = ""
    first: str | None = None
    last: str | None = None
    cue: int = -1

    @property
    def bare(self) -> bool:
        """Whether it is a noun alone, as "Kommunikationsaftalen"."""
        return not self.object and not self.first


@cache
def words() -> Mapping[str, Any]:
    """Return the words that citations are recognised by."""
    return tomllib.loads((files("samspil.loaders.cited") / "citations.toml").read_text("utf-8"))


def kind_of(word: str) -> str | None:
    """Return the kind that a noun such as "Sundhedsaftale" tells."""
    bare = word.strip(' .,:;()”"“').casefold()
    match = None if bare == "planet" else head().fullmatch(bare)
    return words()["words"]["titled"].get(bare) or (words()["kinds"][match["noun"]] if match else None)


def own_names(text: str) -> Iterator[Named]:
    """Yield titles in quotation marks, names behind "programmet", "kurset", and behind "hedder"."""
    yield from _quoted(text)
    yield from _apposed(text)
    yield from _owned(text)
    yield from _called(text)


def quoted(text: str) -> list[tuple[int, int]]:
    """Return the ranges within quotation marks."""
    return [m.span(1) for m in _QUOTED.finditer(text)]


def _quoted(text: str) -> Iterator[Named]:
    """Yield titles in quotation marks that a noun before them makes a plan, a strategy, ..."""
    for match in _QUOTED.finditer(text):
        kind = next((k for w in reversed(before(text, match.start()).split()[-4:]) if (k := kind_of(w))), None)
        if kind and match[1][0].isupper() and not head().match(match[1]):
            name = re.sub(r" ?\([^)]*\)$|[.,]$", "", match[1])
            yield Named(match.start(1), match.start(1) + len(name), name, kind, name.casefold())


def _apposed(text: str) -> Iterator[Named]:
    """Yield the own name behind "programmet", "systemet", or between commas behind "en ny app"."""
    for match in re.finditer(r"(?<=\w )Projekt(?: [A-ZÆØÅ][\w-]+){2,}", text):
        yield Named(*match.span(), match[0], "programme", match[0].casefold())
    nouns = words()["words"]["appositions"]
    for match in re.finditer(rf"(?<!\w)((?i:{'|'.join(nouns)})) (?=[A-ZÆØÅ])", text):
        yield from _own(text, match.end(), nouns[match[1].casefold()])
    systems = words()["words"]["systems"]
    for match in re.finditer(rf"(?<!\w)\w*(?i:{'|'.join(systems)}), (?=[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)*,)", text):
        yield from _own(text, match.end(), "it_system")


def _owned(text: str) -> Iterator[Named]:
    """Yield the own name behind "den nationale handlingsplan", "regeringens strategi"."""
    for match in head().finditer(text):
        kind = words()["kinds"][match["noun"].casefold()]
        titled = kind in ("plan", "strategy", "programme") and not match["gen"]
        if (
            titled
            and _OWNED.search(before(text, match.start()))
            and re.match(" (?!Region )[A-ZÆØÅ]", text[match.end() :])
        ):
            yield from _own(text, match.end() + 1, kind)


def _called(text: str) -> Iterator[Named]:
    """Yield the own name in "programmet hedder X"."""
    for match in re.finditer(
        r"(?P<noun>[\w-]+),? (?:hedder|kaldes|kaldet|har fået navnet|bærer navnet) (?=[A-ZÆØÅ])", text
    ):
        noun = match["noun"].casefold()
        kind = kind_of(noun) or words()["words"]["appositions"].get(noun)
        if kind:
            yield from _own(text, match.end(), kind, called=True)


def _own(text: str, start: int, kind: str, *, called: bool = False) -> Iterator[Named]:
    """Yield the name that begins at a capital letter: its words with one, or for a programme a phrase."""
    end, joined = start, kind not in ("it_system", "database")
    while (match := _CAPITAL.match(text, end)) and (joined or match.start("word") <= end + 1):
        end = match.end()
    if joined and " " not in text[start:end]:
        end = _phrase(text, end, words()["words"]["called_stops" if called else "title_stops"])
    name = text[start:end]
    if end > start and not head().fullmatch(name):
        yield Named(start, end, name, kind, name.casefold())


def _phrase(text: str, at: int, stops: Sequence[str]) -> int:
    """Return where a title ends that goes on in small letters: "Godt på vej", "Lev vel – en hverdag i balance"."""
    listed, end = words()["words"], at
    for _ in range(_LONGEST):
        match = _SMALL.match(text, end)
        word = match["word"] if match else ""
        if match is None or word in stops or (word != "at" and word in listed["stops"]) or PASSIVE.fullmatch(word):
            break
        end = match.end()
        if "–" in match[0]:  # a second half goes on to the verb
            stops = listed["called_stops"]
    return at + len(re.sub(rf"(?: (?:{'|'.join(listed['loose'])}))+$", "", text[at:end]))


@cache
def head() -> re.Pattern[str]:
    """Return the pattern of a noun that heads a name, with its stem, its form and a genitive."""
    nouns = "|".join(sorted(words()["kinds"], key=len, reverse=True))
    stem = r"(?P<stem>(?:§ ?\d+[a-z]?-|\d{1,2}(?:-| (?=års)))?[\w-]*?)"
    return re.compile(rf"(?<![\w-]){stem}(?P<noun>{nouns}){_FORMS}(?P<gen>s)?(?=\d?(?![\w-]))", re.IGNORECASE)


def before(text: str, at: int) -> str:
    """Return the text before a place in which a name's surroundings are looked for."""
    return text[max(0, at - WINDOW) : at]
