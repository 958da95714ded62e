"""The numbers and bullets that Word shows in front of the paragraphs of a list."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

BULLET = "•"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"))
_ROMAN_LOW = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACEHOLDER = re.compile(r"%([1-9])")


class Numbering:
    """Counts the numbered paragraphs as Word does, to give each its bullet or number."""

    def __init__(self, part: Any) -> None:
        root = _related(part, "numbering")
        self._abstract = {n.get(_W + "abstractNumId"): n for n in _children(root, "abstractNum")}
        self._instances = {n.get(_W + "numId"): n for n in _children(root, "num")}
        self._styles = {s.get(_W + "styleId"): s for s in _children(_related(part, "styles"), "style")}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Any) -> str:
        """Return the bullet or number in front of a paragraph, and count it."""
        number, level = self._place(paragraph)
        levels = self._levels(number)
        if level not in levels:
            return ""
        kind = _value(levels[level], "numFmt") or "decimal"
        if kind in ("bullet", "none"):
            return BULLET if kind == "bullet" else ""
        counts = self._count(number, level, levels)
        pattern = _value(levels[level], "lvlText")
        return _PLACEHOLDER.sub(lambda m: _shown(int(m[1]) - 1, counts, levels), pattern).strip()

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and level of a paragraph: its own, or those of its style or of one that is based on."""
        number, level = _numbered(paragraph)
        style = _value(paragraph, "pPr/pStyle")
        for name, element in self._chain(style):
            inherited, depth = _numbered(element)
            number = number or inherited
            level = level or depth or (self._level_of_style(number, name) if inherited else "")
        return number, int(level) if level.isdigit() else 0

    def _chain(self, style: str) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = _value(self._styles[style], "basedOn")

    def _level_of_style(self, number: str, style: str) -> str:
        levels = self._levels(number).items()
        return next((str(level) for level, element in levels if _value(element, "pStyle") == style), "")

    def _levels(self, number: str) -> dict[int, Any]:
        instance = self._instances.get(number)
        abstract = self._abstract.get(_value(instance, "abstractNumId"))
        found = {int(level.get(_W + "ilvl", "0")): level for level in _children(abstract, "lvl")}
        for override in _children(instance, "lvlOverride"):
            found |= {int(level.get(_W + "ilvl", "0")): level for level in _children(override, "lvl")}
        return found

    def _count(self, number: str, level: int, levels: dict[int, Any]) -> dict[int, int]:
        instance = self._instances[number]
        # Lists of one definition count on together, unless one starts anew by itself.
        own_start = any(_value(o, "startOverride") for o in _children(instance, "lvlOverride"))
        key = f"num {number}" if own_start else f"abstract {_value(instance, 'abstractNumId')}"
        counts = self._counts.setdefault(key, {})
        for deeper in [depth for depth in counts if depth > level]:
            del counts[deeper]
        for depth in range(level):
            counts.setdefault(depth, _start(instance, levels, depth))
        counts[level] = counts[level] + 1 if level in counts else _start(instance, levels, level)
        return counts


def _related(part: Any, kind: str) -> Any:
    relations = (rel for rel in part.rels.values() if not rel.is_external and rel.reltype.endswith(f"/{kind}"))
    return next((rel.target_part.element for rel in relations), None)


def _children(element: Any, tag: str) -> Iterable[Any]:
    return element.iterchildren(_W + tag) if element is not None else ()


def _value(element: Any, path: str) -> str:
    found = element.find("/".join(_W + step for step in path.split("/"))) if element is not None else None
    return found.get(_W + "val", "") if found is not None else ""


def _numbered(element: Any) -> tuple[str, str]:
    return _value(element, "pPr/numPr/numId"), _value(element, "pPr/numPr/ilvl")


def _start(instance: Any, levels: dict[int, Any], level: int) -> int:
    for override in _children(instance, "lvlOverride"):
        if override.get(_W + "ilvl") == str(level) and _value(override, "startOverride"):
            return _counted(_value(override, "startOverride"))
    return _counted(_value(levels.get(level), "start") or "1")


def _counted(value: str) -> int:
    # The greatest number that Word counts to.
    return min(int(value), 32_767) if value.isdigit() else 1


def _shown(level: int, counts: dict[int, int], levels: dict[int, Any]) -> str:
    number, kind = counts.get(level, 0), _value(levels.get(level), "numFmt")
    if kind.endswith("Letter") and number:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if kind.startswith("upper") else letters
    if kind.endswith("Roman"):
        return _roman(number).upper() if kind.startswith("upper") else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN + _ROMAN_LOW:
        letters += letter * (number // value)
        number %= value
    return letters
