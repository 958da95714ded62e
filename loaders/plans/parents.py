"""What a goal stands under: the set it is one of, its focus area, the vision it serves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from samspil.loaders.records import Goal
from samspil.loaders.texts.announce import is_turned_into_areas
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.structure import Text
from samspil.ontology.numerals import COUNTS

_LABEL = re.compile(r"(?:\w*område|tema|spor|vision)\w* *(?:\d{1,2}|[ivx]{1,4}|[a-zæøå])? *[:.–-] *")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text tells of its goals: the titles of its sections, and whether the vision is turned into areas."""

    titles: Mapping[str, str] = field(default_factory=dict)
    turned: bool = False


def setting(text: Text) -> Setting:
    """Return what a text tells of its goals."""
    titles = {section.number: section.title for section in text.outline.sections}
    return Setting(titles, any(is_turned_into_areas(block.text) for block in text.blocks))


def parent(n: int, made: Sequence[Goal], places: Sequence[Sequence[Place]], told: Setting) -> int | None:
    """Return the place in `made` of what a goal stands under: a national set, else a focus area, else a vision."""
    kind = made[n].kind
    if kind == "goal":
        ways = (_frame(n, made, places), _area(n, made, places, told), _vision(n, made, places))
        return next((above for above in ways if above is not None), None)
    return _vision(n, made, places) if kind == "focus_area" and told.turned else None


def _frame(n: int, made: Sequence[Goal], places: Sequence[Sequence[Place]]) -> int | None:
    """Return the national set whose goals are these: as many as it says, counted from 1, one right after the other."""
    if not made[n].key.isdigit():
        return None
    first = max(0, n + 1 - int(made[n].key))
    size = sum(1 for _ in takewhile(lambda pair: pair[1].key == str(pair[0]), enumerate(made[first:], 1)))
    run = range(first, first + size)
    together = n in run and len({places[m][0] for m in run}) == 1
    return next((m for m, goal in enumerate(made) if together and size in _sizes(goal)), None)


def _sizes(goal: Goal) -> list[int]:
    """Return how many goals a national set says that it has."""
    words = goal.text.casefold().split() if goal.kind == "national_frame" else []
    return [COUNTS[word] for word in words if COUNTS.get(word, 0) > 2]


def _area(n: int, made: Sequence[Goal], places: Sequence[Sequence[Place]], told: Setting) -> int | None:
    """Return the focus area that a goal's key goes on from, whose name heads it, that its section is of, or above."""
    areas = [m for m, other in enumerate(made) if other.kind == "focus_area"]
    here, key = places[n][0], made[n].key
    counted = [m for m in areas if _goes_on(key, made[m].key)]
    heads = _heads(here, told)
    named = [m for m in areas if _folded(made[m].text) in heads]
    around = [m for m in areas if any(p.section and _within(here, p) for p in places[m])]
    own = around if len({places[m][0].section for m in around}) == len(around) else [m for m in around if m < n]
    above = [m for m in areas if m < n]
    chosen = counted or named or own or above
    return max((m for m in chosen if m < n), default=chosen[-1] if chosen else None)


def _goes_on(key: str, area: str) -> bool:
    """Whether a key is counted on from an area's: 1.2 or 1b from 1, A1 from A, IIa from II."""
    rest = key.removeprefix(area)
    if rest == key or not rest:
        return False
    other = rest[0].isdigit() != area[-1].isdigit()
    return rest[0] == "." or (other and not rest[0].isupper())


def _heads(here: Place, told: Setting) -> frozenset[str]:
    """Return the headings that a place is under: the nearest, and the titles of its sections."""
    numbers = (here.section or "").split(".")
    sections = (".".join(numbers[:m]) for m in range(1, len(numbers) + 1))
    return frozenset(map(_folded, filter(None, (here.heading, here.title, *map(told.titles.get, sections)))))


def _folded(text: str) -> str:
    folded = text.casefold()
    label = _LABEL.match(folded)
    return " ".join(re.findall(r"\w+", folded[label.end() :] if label else folded))


def _within(place: Place, area: Place) -> bool:
    return f"{place.section}.".startswith(f"{area.section}.")


def _vision(n: int, made: Sequence[Goal], places: Sequence[Sequence[Place]]) -> int | None:
    """Return the vision that a goal serves: the only one, the one of its number (1 for 1.2), or of its chapter."""
    visions = [m for m, other in enumerate(made) if other.kind == "vision" and m < n]
    if len(visions) == 1:
        return visions[0]
    numbered = [m for m in visions if made[n].key.startswith(f"{made[m].key}.")]
    chapter = places[n][0].chapter
    beside = [m for m in visions if chapter and chapter in _chapters(places[m])]
    chosen = numbered or (beside if len(beside) == 1 else [])
    return chosen[0] if chosen else None


def _chapters(places: Iterable[Place]) -> set[str | None]:
    return {place.chapter for place in places}
