"""What words announce, and what labels name."""

import pytest

from samspil.loaders.texts.announce import announced, column, frame, is_not_yet, is_turned_into_areas, label, lead_in


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
