"""Words and marks of a phrase, with their places in it."""

import re
from dataclasses import dataclass

# "Skt. Hans", "m.fl.", the initial of "Nykøbing F. Sygehus": the full stop belongs to the word.
_ABBREVIATION = (
    r"\b(?i:skt|sct|st|dr|m\.\s?fl|bl\.\s?a|f\.\s?eks|m\.\s?m|m\.\s?v|evt|inkl|hhv|vedr|mv|ca)\b\.?"
    r"|\b[A-ZÆØÅ]\.(?=\s+[A-ZÆØÅ])"
)
_TOKEN = re.compile(
    _ABBREVIATION
    + r"|\d+(?:[.,]\d+)*"
    # Inside a word an apostrophe before the genitive's "s", at its end one behind "s", "x" or "z".
    + r"|(?:[^\W\d_]|(?<=[^\W_])\d)(?:[^\W_]|['’´](?=s\b)|(?<=[sxz])['’´](?=\s))*"
    + r"|[,;/()&+:]|[-–—]|[.!?]"
)
# Extraction may lose the space behind a head noun: "Hospitalmed almen praksis".
_GLUED = re.compile(r"(hospital|sygehus|kommune|kommuner|praksis)(med|og|samt)", re.IGNORECASE)
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark; `fold` is its form for comparison, `open` tells that a hyphen hangs on it ("Furesø-")."""

    text: str
    start: int
    end: int
    fold: str
    open: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.text[0].isalnum()

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def fold(word: str) -> str:
    """Return a word's form for comparison: lower case, `å` for `aa`, `e` for `é`, no full stops."""
    return word.casefold().replace("aa", "å").replace("é", "e").replace("è", "e").replace(".", "").replace(" ", "")


def ungenitive(folded: str) -> str:
    """Return a folded word without a genitive ending."""
    if folded.endswith(("'s", "’s", "´s")):
        return folded[:-2]
    if folded.endswith(("'", "’", "´")):
        return folded[:-1]
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded


def tokens(text: str) -> list[Token]:
    """Return the tokens of a phrase; a hyphen inside a word divides it into two tokens and is none itself."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        piece, start, end = match.group(), match.start(), match.end()
        if piece in _DASHES and _inside(text, start):
            continue
        if piece in _DASHES and found and found[-1].end == start and found[-1].is_word:
            found[-1] = Token(found[-1].text, found[-1].start, found[-1].end, found[-1].fold, open=True)
            continue
        found.extend(_split(piece, start, end))
    return found


def _inside(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _split(piece: str, start: int, end: int) -> list[Token]:
    glued = _GLUED.fullmatch(piece)
    if not glued:
        return [Token(piece, start, end, fold(piece) or piece)]
    cut = start + glued.end(1)
    return [
        Token(glued[1], start, cut, fold(glued[1])),
        Token(glued[2], cut, end, fold(glued[2])),
    ]
