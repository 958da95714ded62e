"""What a Word file prints beside its text: headers, footers, footnotes and endnotes."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

# Word prints a short line above the notes; `fields` ends a field there.
RULE = "_" * 10

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DELETED = (_W + "del", _W + "moveFrom")
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))

Lines = Callable[[Any], Iterable[str]]


def edges(part: Any, kind: str, lines: Lines) -> list[str]:
    """Return the lines of all headers or footers (`kind`) of a document's part, each once, in the sections' order."""
    found: dict[str, None] = {}
    for reference in part.element.iter(f"{_W}{kind}Reference"):
        target = part.rels.get(reference.get(_ID))
        if target is not None and not target.is_external:
            found |= dict.fromkeys(_lines(_element(target.target_part), lines))
    return list(found)


def notes(part: Any, lines: Lines) -> list[str]:
    """Return the lines of the notes in the order of their marks in the text, each note with its number."""
    return [line for kind, name in _NOTES for line in _of_kind(part, kind, name, lines)]


def _of_kind(part: Any, kind: str, name: str, lines: Lines) -> Iterator[str]:
    related = (r for r in part.rels.values() if not r.is_external and r.reltype.endswith(f"/{kind}"))
    root = next((_element(r.target_part) for r in related), None)
    by_id = {n.get(_W + "id"): n for n in root.iterchildren(_W + name)} if root is not None else {}
    marks = [m for m in part.element.iter(f"{_W}{name}Reference") if next(m.iterancestors(*_DELETED), None) is None]
    for number, mark in enumerate(marks, start=1):
        text = _lines(by_id[mark.get(_W + "id")], lines) if mark.get(_W + "id") in by_id else []
        yield from [f"{number} {text[0].strip()}", *text[1:]] if text else []


def _element(part: Any) -> Any:
    """Return a part's XML, which was checked before; python-docx parses only the kinds of part that it knows."""
    from docx.oxml import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _lines(element: Any, lines: Lines) -> list[str]:
    return [line for paragraph in element.iter(_W + "p") for line in lines(paragraph) if line.strip()]
