"""The minting of IRIs: frozen patterns, valid for any text, and never the same for different things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from samspil.ontology import iri

BASE = "https://w3id.org/samspil/"
ACTOR = iri.actor_registered("region/hovedstaden")
texts = st.text(max_size=90) | st.text(alphabet="aA1é-~/.% \"'<>#?\\", max_size=6)

FROZEN = {
    "id/document/oversigt-2019": iri.document("oversigt-2019"),
    "id/document/min-fil-2--a7e288f6d7": iri.document("Min fil (2)"),
    "id/document/d/initiative/A": iri.initiative("d", "A"),
    "id/document/d/initiative/1:7": iri.initiative("d", "1/7"),
    "id/document/d/initiative/1:7~2": iri.initiative("d", "1/7~2"),
    "id/document/d/initiative/A/participation/region:hovedstaden": iri.participation("d", "A", ACTOR),
    "id/document/d/initiative/A/targeting/boern-og-unge--439d3edb91": iri.targeting("d", "A", "Børn og unge"),
    "id/document/d/initiative/A/grant/applied/2013": iri.grant("d", "A", "applied", 2013),
    "id/document/d/initiative/A/grant/one_off": iri.grant("d", "A", "one_off"),
    "id/document/d/initiative/A/effect/2": iri.effect("d", "A", 2),
    "id/document/d/mention/region:hovedstaden": iri.mention("d", ACTOR),
    "id/document/d/initiative/A/evidence/1": iri.evidence(iri.initiative("d", "A"), 1),
    "id/document/d/finding/wrong_sum/009a1a6579": iri.finding("d", "wrong_sum", "A", "says 3, is 4", 17),
    "id/actor/region:hovedstaden": ACTOR,
    "id/actor/other/hoeje-taastrup-kommune--4e88e9e99a": iri.actor_other("other", "Høje-Taastrup Kommune"),
    "id/actor/region:hovedstaden/unit/afdeling-b--c3b377eedb": iri.unit(ACTOR, "Afdeling B"),
    "id/change/merger-2012": iri.change("merger-2012"),
    "concept/grant-kind/one_off": iri.concept("grant-kind", "one_off"),
    "graph/document/d": iri.graph_document("d"),
    "graph/registers": iri.GRAPH_REGISTERS,
    "graph/vocabulary": iri.GRAPH_VOCABULARY,
    "graph/inferred/lineage": iri.graph_inferred("lineage"),
}


@pytest.mark.parametrize(("expected", "actual"), FROZEN.items())
def test_the_patterns_are_frozen(expected: str, actual: str) -> None:
    """What has been published keeps its IRI."""
    assert BASE + expected == actual


@given(texts)
def test_any_text_makes_a_valid_iri(text: str) -> None:
    """No character of a key, title or name breaks an IRI or opens a further segment."""
    for minted in (iri.document(text), iri.actor_other("other", text), iri.unit(ACTOR, text), iri.concept(text, text)):
        assert NamedNode(minted).value == minted
    assert "/" not in iri.segment(text) + iri.slug(text)


@given(texts, texts)
def test_different_texts_make_different_iris(one: str, other: str) -> None:
    """Slugs and segments are injective."""
    assert (one == other) == (iri.slug(one) == iri.slug(other))
    assert (one == other) == (iri.segment(one) == iri.segment(other))


@given(texts)
def test_a_slug_is_no_other_text_of_its_own(text: str) -> None:
    """The slug of a text is never also the slug of that slug, unless it was one already."""
    assert (iri.slug(text) == text) == (iri.slug(iri.slug(text)) == iri.slug(text))
    assert (iri.segment(text) == text) == (iri.segment(iri.segment(text)) == iri.segment(text))


@pytest.mark.parametrize(("one", "other"), [("A", "a"), ("å", "aa"), ("1/7", "1:7"), ("1 7", "1-7"), ("a%20b", "a b")])
def test_near_texts_stay_apart(one: str, other: str) -> None:
    """Case, Danish letters, separators and escapes are not confused."""
    assert iri.segment(one) != iri.segment(other)
    assert iri.slug(one) != iri.slug(other)


@pytest.mark.parametrize("key", [".", "..", "", "a/../b", "/a", "a/"])
def test_a_key_is_never_a_path(key: str) -> None:
    """A key cannot climb to another IRI or leave a segment empty."""
    assert iri.segment(key) not in {"", ".", ".."}
    assert "/" not in iri.segment(key)


def test_an_actor_of_the_registers_is_not_confused_with_another() -> None:
    """The key of a registered actor stays one segment, so it never equals a kind and a name."""
    assert iri.actor_registered("hospital/x") != iri.actor_other("hospital", "x")
    assert iri.participation("d", "A", iri.actor_registered("hospital/x")) != iri.participation(
        "d", "A", iri.actor_other("hospital", "x")
    )


def test_a_participation_needs_the_iri_of_an_actor() -> None:
    """A name in the place of an actor's IRI is an error, not a new IRI."""
    with pytest.raises(ValueError, match="Region Hovedstaden"):
        iri.participation("d", "A", "Region Hovedstaden")


def test_a_finding_is_told_by_all_that_it_says() -> None:
    """Findings of one rule differ by subject, message and place, and the same finding keeps its IRI."""
    said = [("A", "m", 1), ("B", "m", 1), ("A", "n", 1), ("A", "m", 2), ("A", "m", None)]
    assert len(said) == len({iri.finding("d", "wrong_sum", *what) for what in said})
    assert iri.finding("d", "wrong_sum", "A", "m") == iri.finding("d", "wrong_sum", "A", "m", None)
