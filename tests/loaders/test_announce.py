"""What words announce, and what labels name."""

import pytest

from samspil.loaders.texts.announce import (
    announced,
    column,
    frame,
    is_area,
    is_not_yet,
    is_turned_into_areas,
    label,
    lead_in,
    serves,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vi vil i aftaleperioden gøre følgende:", "commitment"),
        ("Parterne forpligter sig til at:", "commitment"),
        ("Vores mål er, at", "goal"),
        ("Udvalget består af:", None),
        ("Regionen har ansvaret for:", None),
    ],
)
def test_a_lead_in_announces_a_kind_or_nothing(text: str, kind: str | None) -> None:
    """Above a list."""
    assert kind == announced(text, heading=False, items=1)


@pytest.mark.parametrize(
    ("text", "items", "kind"),
    [
        ("Til visionen knytter der sig tre overordnede mål og en række delmål.", 3, "goal"),
        ("Til visionen knytter der sig tre overordnede mål og en række delmål.", 4, None),
        ("Vi arbejder efter tre visioner, som gælder for alle fire temaer:", 3, "vision"),
        ("Aftalen har tre obligatoriske indsatsområder:", 3, None),
        ("Udvalget har valgt tre indsatsområder med hver to mål:", 3, "focus_area"),
        ("Fokusområderne og de tilhørende mål er:", 2, "focus_area"),
        ("Sundhedsrådet vil i 2026 og 2027:", 3, "commitment"),
        ("Aftalen om plejecentre indebærer, at", 2, "commitment"),
        ("Andre aftaler og planer, som klyngerne skal kende", 3, None),
        ("Udvalget har behandlet følgende aftaler og planer:", 3, None),
    ],
)
def test_what_a_lead_in_counts_and_pairs_is_announced(text: str, items: int, kind: str | None) -> None:
    """As many items as it tells; areas with their goals; what somebody promises, and no list of documents."""
    assert kind == announced(text, heading=False, items=items)


def test_a_lead_in_may_say_that_something_is_to_be_reached() -> None:
    """Not that it is to be done."""
    assert serves("Politikken skal bidrage til, at:")
    assert not serves("Vi vil i perioden:")


def test_a_bare_word_stands_for_one_area() -> None:
    """The plural does not, nor does a label with a key."""
    assert [True, True, False, False] == list(map(is_area, ("INDSATSOMRÅDE", "Tema", "Temaer", "Tema 1: Børn")))


def test_a_label_needs_a_capital_behind_its_key() -> None:
    """Else a sentence speaks of it: "Mål 5 springer ud af ..."."""
    assert label("Mål 5 springer ud af en undersøgelse") is None
    assert label("Mål 5 Flere lever længe")


def test_a_lead_in_is_the_last_sentence() -> None:
    """What stands before it announces nothing."""
    assert "Vi vil:" == lead_in("Der er venteliste. Vi vil:")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mål 3: Flere", ("goal", "3")),
        ("Vision: Et helt forløb", ("vision", None)),
        ("Fokusområde A – Børn", ("focus_area", "A")),
        ("Indsatsområde IV: Børn", ("focus_area", "IV")),
        ("Målet er nået", None),
        ("Målsætning 2.1: Alle", ("goal", "2.1")),
        ("Temaet er børn", None),
        ("Mål II.3: Alle", ("goal", "II.3")),
    ],
)
def test_labels(text: str, found: tuple[str, str | None] | None) -> None:
    """A label is a word with a key or a mark behind it."""
    got = label(text)
    assert found == (got and (got.kind, got.key))


def test_words_of_a_column() -> None:
    """A table's column says what its cells are."""
    assert ("indicator", "goal", None) == (column("Indikator"), column("Mål"), column("Datakilde"))


def test_heads_of_goals_and_indicators_both_announce_neither() -> None:
    """Each stands under a heading of its own."""
    assert announced("Politiske målsætninger og indikatorer", heading=True, items=0) is None


@pytest.mark.parametrize(
    "text", ["Der skal udvikles en indikator for området", "Parterne har endnu ikke valgt en indikator"]
)
def test_an_indicator_to_come_is_none(text: str) -> None:
    """That there will be one is no indicator."""
    assert is_not_yet(text)


def test_a_national_frame_is_found_by_its_words() -> None:
    """Its name, not the rest of the sentence."""
    text = "Aftalen følger de otte nationale mål for sundhedsvæsenet."
    assert "de otte nationale mål for sundhedsvæsenet" == text[slice(*(frame(text) or (0, 0)))]


@pytest.mark.parametrize(
    "text", ["Vision 2: Et godt liv med sygdom", "Mål 1.3: Alle har en plan", "Tema B – Børn og unge"]
)
def test_what_a_label_states_announces_nothing(text: str) -> None:
    """Also where a numbered heading comes right behind it, as if it were an item."""
    assert announced(text, heading=False, items=1) is None
    assert announced(f"{text}, og det vil vi nå ved:", heading=False, items=1) is not None


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Visionen er omsat til tre fokusområder.", True),
        ("Vores vision er derfor oversat til fire indsatsområder, som gælder alle.", True),
        ("Visionen udmøntes i to temaer.", True),
        ("Visionen er fulgt op af tre fokusområder.", False),
        ("Der er en vision. Aftalen er omsat til indsatsområder.", False),
    ],
)
def test_a_vision_is_turned_into_areas_where_a_sentence_says_so(text: str, turned: bool) -> None:
    """One that only comes before them is not."""
    assert turned == is_turned_into_areas(text)
