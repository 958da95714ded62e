"""The identity of an agreement: one name for all the ways it is printed, and its generation among health agreements."""

import re

from samspil.ontology.instruments import find, series

_HEALTH = re.compile(r"sundheds(?:samarbejds)?aftale(?:n|r|rne)?\b", re.IGNORECASE)


def generation(name: str, start: str | None, end: str | None) -> int | None:
    """Return the number, from 1, of a health agreement in its series, None for any other instrument."""
    return series(name, start, end) if _HEALTH.search(name) else None


def canonical(name: str, start: str | None, end: str | None) -> str:
    """Return the one name of an agreement: by its years for a health agreement, the register's, else as printed."""
    if _HEALTH.match(name) and start and end:
        return f"Sundhedsaftalen {start[:4]}-{end[:4]}"
    known = next((place.instrument for place in find(name) if (place.start, place.end) == (0, len(name))), None)
    return known.name if known else name[:1].upper() + name[1:]
