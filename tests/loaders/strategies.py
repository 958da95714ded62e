"""Invented strategies, and what their loader makes of them."""

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming.groups import Context
from samspil.loaders.records import Plan
from samspil.loaders.strategy import load

BODY = (
    "Kommunen har gennem flere år arbejdet med emnet, og erfaringerne peger i samme retning. Der er brug for folk og\n"
    "bedre lokaler, og der er brug for, at de gode ideer spredes fra den ene ende af kommunen til den anden ende.\n"
)


# Boxes whose wraps and blank lines extraction kept; a lone space stands where a page began.
BOXED = f"""Godt på vej
Strategi for sundhed i Bakkeby Kommune
2013 – 2016

Indledning

{BODY}
Udvalget har det mål at sikre:

• at flere lever sundt
• at færre er alene

Målgrupper

Unge

{BODY}
Ældre

{BODY}
Figur 1: Sundhed i kommunen

Skolen

Hjemmet Jobbet

Foreningen
 1. Hverdagen
{BODY}

Mad i skolen


Hvert barn i kommunen skal have adgang til et sundt måltid midt på dagen.



{BODY}
Madskoler for
hele familien

INITIATIVER -
MAD I SKO-
LEN



EKSEMPLER:

Skolehaver i alle
landsbyer

Samarbejde om:
 Frugtordninger
 Vandposter

Frugt i pausen
 Fri for røg


{BODY}

Støtten til at holde op skal findes, hvor folk er.


INITIATIVER -
FRI FOR RØG

EKSEMPLER:

Rådgivning på
apoteket

Røgfri perroner
 {BODY}

Rygeforbud ved
indgangene

Hjælp til gravide,
der ryger
 2. Opfølgning
{BODY}
Strategien følges op hvert år med blik for de to mål: at flere lever sundt, og at færre er alene.
"""


def document(text: str, **changes: object) -> Document:
    """Return a text as a document."""
    return Document("a.txt", str(changes.get("format", "text")), text, "0" * 64, tables=changes.get("tables", ()))  # type: ignore[arg-type]


def plan(text: str, **changes: object) -> Plan:
    """Return what the strategies' loader finds."""
    source = document(text, **changes)
    return load(source, Joiner(source), Context(None, None)).plan


def goals(found: Plan, kind: str) -> list[str]:
    """Return the texts of the goals of a kind."""
    return [goal.text for goal in found.goals if goal.kind == kind]


def examples(found: Plan) -> list[tuple[str | None, str | None, str]]:
    """Return section, area and text of the examples."""
    return [(example.section, example.area, example.text) for example in found.examples]


def two(first: str, second: str) -> str:
    """Return two areas, each a heading with what stands below it."""
    return f"Strategi for sundhed\n\n{BODY}\nMad\n{first}\n{BODY}\nBevægelse\n{second}\n{BODY}"
