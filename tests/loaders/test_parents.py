"""What a goal stands under."""

import pytest

from samspil.loaders.files.passage import Joiner
from samspil.loaders.plans.goals import goals
from samspil.loaders.plans.parents import Setting
from samspil.loaders.records import Goal
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.statements import Statement
from tests.loaders.plans import document


def made(setting: Setting, *stated: tuple[str, str | None, str]) -> list[Goal]:
    """Return the goals of some statements (kind, key, wording)."""
    found = document("\n".join(wording for _, _, wording in stated))
    joiner = Joiner(found)
    passages = [joiner.lines([line]) for line in found.lines]
    return goals(
        [Statement(k, key, p, Place(None)) for (k, key, _), p in zip(stated, passages, strict=True)], joiner, setting
    )


def parents(setting: Setting, *stated: tuple[str, str | None, str]) -> list[str | None]:
    """Return the keys of their parents."""
    return [goal.parent for goal in made(setting, *stated)]


@pytest.mark.parametrize(("turned", "parent"), [(True, "V1"), (False, None)])
def test_focus_areas_stand_under_a_vision_where_the_text_says_so(turned: bool, parent: str | None) -> None:
    """Else they stand beside it."""
    stated = (("vision", None, "Et helt forløb"), ("focus_area", "1", "Børn og unge"))
    assert [None, parent] == parents(Setting(turned=turned), *stated)


def test_a_goal_stands_under_the_area_that_its_number_counts_on_from() -> None:
    """Whatever area stands right above."""
    stated = (("focus_area", "1", "Børn"), ("focus_area", "2", "Ældre"), ("goal", "1.1", "Alle børn får hjælp i tide"))
    assert "1" == parents(Setting(), *stated)[-1]


def test_a_parent_is_told_apart_from_others_of_its_key() -> None:
    """A vision and an area may both be printed as 1, and an area's number may begin anew."""
    stated = (
        ("vision", "1", "Et helt forløb"),
        ("focus_area", "1", "Børn"),
        ("goal", "1.1", "Alle børn får hjælp i tide"),
        ("focus_area", "1", "Ældre og deres pårørende"),
        ("goal", "1.1", "Ingen ældre venter på en tid"),
    )
    found = made(Setting(), *stated)
    first, second = found[2], found[4]
    assert ("focus_area", found[1].key) == (first.parent_kind, first.parent)
    assert ("focus_area", found[3].key) == (second.parent_kind, second.parent)
    assert found[1].key != found[3].key
