"""The marks before items of a list: bullets, numbers, letters, Roman numerals."""

import re

from samspil.ontology.numerals import MONTHS

# Signs of bullets that need no space behind them, for a class of a regular expression.
SIGNS = r"\uf000-\uf0ff•●○◦▪■□▫◆◊►▶➢➤✓✔‣⁃∙·*→⇒❖"
_BULLET = re.compile(rf"\s*([{SIGNS}]|[-–—o§+>›»\ufffd](?=\s))\s*(?=\S)")
_ENUMERATED = re.compile(
    r"\s*(?:\(?(?P<closed>\d{1,2}[a-zæøå]?|[A-Za-zæøå]|[ivxIVX]{1,5})\)"
    r"|(?P<dotted>\d{1,2}|[A-ZÆØÅ]\d{1,2}|[A-Za-zæøå](?=\. ?[A-ZÆØÅ])|[IVX]{1,5}(?=\.\s))\.(?!\d)"
    r"|(?P<coded>[A-ZÆØÅ]\d{1,2}(?::|(?=\s+[A-ZÆØÅ]))|\d{1,2}[a-zæøå](?=\s{2,}[A-ZÆØÅ])))\s*"
    rf"(?!(?:{'|'.join(MONTHS)}|kvartal|kl)\b)(?=[^\W\d]|[”\"(«])"
)
_LONE = re.compile(rf"\s*(?:[{SIGNS}]|\(?(?:\d{{1,2}}[a-zæøå]?|[A-Za-zæøå]|[ivxIVX]{{1,4}})[.)])\s*")
_ROMAN = re.compile(r"[IVX]+|[ivx]{2,}")


def is_mark(text: str) -> bool:
    """Whether a line holds a mark and nothing else, as where extraction parts marks from their texts."""
    return _LONE.fullmatch(text) is not None


def mark_of(text: str) -> tuple[str, str, int]:
    """Return (form, mark, place of the text behind it) of a line."""
    bullet = _BULLET.match(text)
    if bullet:
        return "bullet", bullet[1], bullet.end()
    found = _ENUMERATED.match(text)
    if not found:
        return "", "", len(text) - len(text.lstrip())
    mark = found["closed"] or found["dotted"] or found["coded"].rstrip(":")
    form = "number" if mark.isdigit() else "roman" if _ROMAN.fullmatch(mark) else "letter"
    return form, mark, found.end()
