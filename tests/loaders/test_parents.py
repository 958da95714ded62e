"""What goals stand under: focus areas, national sets, visions."""

import pytest

from samspil.loaders.records import Goal
from tests.loaders.plans import plan

BODY = "Samarbejdet om de borgere, der har brug for hjælp fra flere sider, er fortsat under udvikling. Det går fremad."
FRAME = "de otte nationale mål for sundhedsvæsenet"
WORDS = ("ro", "tid", "mad", "mod", "luft", "lys", "håb", "svar")
VISION = f"Vision: Alle borgere får et helt forløb\n\n{BODY}\n\n"


def kin(goals: tuple[Goal, ...], kind: str = "goal") -> list[tuple[str, str | None]]:
    """Return the keys of the goals of a kind, each with that of what it stands under."""
    return [(goal.key, goal.parent) for goal in goals if goal.kind == kind]


@pytest.mark.parametrize(("areas", "marks"), [("AB", ("A1", "B1")), ("AB", ("A2", "B1")), (("1", "2"), ("1.1", "2.1"))])
def test_a_goal_stands_under_the_area_that_its_key_counts_on_from(
    areas: tuple[str, str], marks: tuple[str, str]
) -> None:
    """Also where the areas are named together, before any goal."""
    named = "\n\n".join(f"Fokusområde {key}: {name}" for key, name in zip(areas, ("Børn", "Ældre"), strict=True))
    goals = "\n\n".join(f"Mål {m}: Flere får {w}" for m, w in zip(marks, ("ro", "tid"), strict=True))
    goals = goals if "." in marks[0] else f"Målene er:\n{marks[0]}. Flere får ro\n{marks[1]}. Flere får tid"
    assert list(zip(marks, areas, strict=True)) == kin(plan(f"{named}\n\n{BODY}\n\n{goals}\n\n{BODY}").goals)


@pytest.mark.parametrize("head", ["Kapitel {n}: {name}", "Kapitel {n}. Indsatsområde: {name}", "{n} {name}"])
def test_a_goal_stands_under_the_area_that_heads_it(head: str) -> None:
    """The areas are listed at first, and each heads a chapter."""
    names = ("Sunde børn", "Trygge ældre")
    chapters = [head.format(n=n, name=name) for n, name in enumerate(names, 2)]
    first = head.format(n=1, name="Vores valg").replace("Indsatsområde: ", "")
    listed = f"{first}\n\n{BODY}\n\nVi har to fokusområder:\n• {names[0]}\n• {names[1]}\n\n{BODY}\n\n"
    goals = "".join(
        f"{c}\n\n{BODY}\n\nMålet er:\n• at flere {n}\n\n{BODY}\n\n" for c, n in zip(chapters, names, strict=True)
    )
    assert [("M1", "F1"), ("M2", "F2")] == kin(plan(listed + goals).goals)


@pytest.mark.parametrize("count", [8, 7])
def test_goals_of_the_national_set_are_as_many_as_it_says(count: int) -> None:
    """Seven goals are not the eight of the set."""
    goals = "\n".join(f"{n}. Flere får {word}" for n, word in enumerate(WORDS[:count], 1))
    found = kin(plan(f"{BODY} Aftalen følger {FRAME}.\n\nMålene er:\n{goals}\n\n{BODY}").goals)
    assert [(str(n), "N1" if count == 8 else None) for n in range(1, count + 1)] == found


@pytest.mark.parametrize(
    ("said", "above"), [("Visionen er omsat til to fokusområder.", "V1"), ("Vi har to fokusområder.", None)]
)
def test_areas_stand_under_the_vision_that_is_turned_into_them(said: str, above: str | None) -> None:
    """Else they stand beside it."""
    text = f"{VISION}{BODY} {said}\n\nFokusområde 1: Børn\n\nFokusområde 2: Ældre\n\n{BODY}"
    assert [("1", above), ("2", above)] == kin(plan(text).goals, "focus_area")


def test_letters_below_an_area_without_a_number_run_on() -> None:
    """They are keys by themselves."""
    text = f"Fokusområde: Børn\na) Alle børn får ro\n\n{BODY}\n\nFokusområde: Ældre\nb) Alle ældre får tid\n\n{BODY}"
    assert [("a", "F1"), ("b", "F2")] == kin(plan(text).goals)
