"""Kinship of goals: who is proposed, in which order, by which score and for which reason."""

import pytest

from samspil.graph.kinship import LEAST, MOST, Named, proposals

OLD = Named("old", "goal", "Tidlig hjælp til børn med psykisk sygdom", frozenset({"mental-illness"}))


def new(iri: str, label: str, *concepts: str, kind: str = "goal") -> Named:
    """Return a later goal."""
    return Named(iri, kind, label, frozenset(concepts))


def test_the_same_people_and_words_score_one() -> None:
    """A goal taken over as it is."""
    [found] = proposals([OLD], [new("same", OLD.label, *OLD.concepts)])
    assert (1.0, "same") == (found.score, found.later)


def test_other_people_or_other_kinds_are_not_proposed() -> None:
    """A goal for others under other words, and a vision, take up no goal."""
    others = [new("x", "Færre fald blandt ældre", "older-people"), new("v", OLD.label, *OLD.concepts, kind="vision")]
    assert [] == proposals([OLD], others)


def test_the_best_come_first_and_not_too_many() -> None:
    """At most two, by falling score, all at or above the threshold."""
    likely = [new(str(n), "Tidlig hjælp til børn" + " og unge" * n, *OLD.concepts) for n in range(5)]
    found = proposals([OLD], likely)
    assert MOST == len(found)
    assert sorted((p.score for p in found), reverse=True) == [p.score for p in found]
    assert all(LEAST <= p.score <= 1 for p in found)


def test_the_reason_names_the_shared_groups() -> None:
    """A reader can judge the proposal."""
    [found] = proposals([OLD], [new("same", OLD.label, *OLD.concepts)])
    assert "target groups alike by 1.00" in found.reason


def test_without_target_groups_the_labels_count_less() -> None:
    """What rests on words alone never scores full."""
    [found] = proposals([new("a", "Lighed i sundhed")], [new("b", "Lighed i sundhed")])
    assert found.score == pytest.approx(0.75)
    assert "neither names a target group" in found.reason
