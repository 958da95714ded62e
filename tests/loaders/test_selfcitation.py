"""What agreements and strategies say of themselves. All texts are invented."""

import pytest

from samspil.loaders.cited.selfcitation import presented
from samspil.loaders.files.passage import Joiner
from samspil.loaders.texts.structure import parsed
from tests.loaders.citing import CONTEXT, document, itself

AGREEMENT = """Sundhedsaftale 2015-2018

Indgået mellem Region Sjælland og de 17 kommuner i regionen

{}

Aftalen er gældende fra 1. marts 2015. Den handler om mange ting og er ganske lang at læse.
"""


def test_an_agreement_tells_name_period_and_place() -> None:
    """Days from the text, years from the name, the region as its place."""
    found = itself(AGREEMENT.format("Vedtaget i januar"), "Sundhedsaftale 2015-2018")
    assert ("Sundhedsaftale 2015-2018", "agreement", "self") == (found.name, found.kind, found.relation)
    assert ("2015-03-01", "2018", "region-sjaelland") == (found.start, found.end, found.place)


def test_an_agreement_tells_its_parties() -> None:
    """A region and a group of municipalities."""
    found = itself(AGREEMENT.format(""), "Sundhedsaftale 2015-2018")
    assert ["Region Sjælland", "Alle kommuner i Region Sjælland"] == [p.actor.name for p in found.parties]


def test_municipalities_listed_on_the_front_are_parties() -> None:
    """One by one instead of as a group."""
    text = (
        "Sundhedsaftale 2007-2010 mellem Region Syddanmark og kommunerne i regionen\n\n"
        "Assens Kommune, Fanø Kommune, Kolding Kommune og Vejle Kommune\n\n"
        "Aftalen gælder fra den 1. januar 2007 til den 31. december 2010, og den er lang at læse."
    )
    found = itself(text, None)
    assert [
        "Region Syddanmark",
        "Assens Kommune",
        "Fanø Kommune",
        "Kolding Kommune",
        "Vejle Kommune",
    ] == [p.actor.name for p in found.parties]
    assert ("2007-01-01", "2010-12-31") == (found.start, found.end)


@pytest.mark.parametrize(
    ("words", "draft"), [("Udkast til høring", True), ("Endeligt udkast", True), ("Et godt liv", False)]
)
def test_a_draft_is_told_from_what_holds(words: str, draft: bool) -> None:
    """Words of the front decide; else that it is "indgået" or "gældende"."""
    assert draft is itself(AGREEMENT.format(words), "Sundhedsaftale 2015-2018").draft


def test_nothing_is_concluded_where_nothing_is_said() -> None:
    """Neither draft nor adopted, no period."""
    found = itself("Madstrategi\n\nHer står der noget om mad, og det er en ganske lang sætning om mad.", "Madstrategi")
    assert (None, None, None) == (found.draft, found.start, found.end)


STRATEGY = """FANØ KOMMUNE

ÆLDRESTRATEGI 2018-2022

Vedtaget af byrådet den 18. juni 2018

Ældrestrategi 2018-2022 handler om alle dem, der bor på øen og gerne vil blive ved med det.
"""


def test_a_strategy_belongs_to_its_municipality() -> None:
    """Printed in capitals on the front, named as in the text."""
    found = itself(STRATEGY, None)
    assert ("Ældrestrategi 2018-2022", "strategy", "2018", "2022") == (found.name, found.kind, found.start, found.end)
    assert ("fanoe-kommune", ["Fanø Kommune"]) == (found.place, [p.actor.name for p in found.parties])


def test_a_strategy_may_have_a_title_without_noun() -> None:
    """Kind and years come from what stands under it."""
    text = (
        "Godt på vej\n\nStrategi for cyklister i Fanø Kommune\n\n2030 – 2033\n\n"
        "Godt på vej er en kurs for de næste år, og den er ganske lang at læse.\n"
    )
    found = itself(text, "Godt på vej")
    assert ("Godt på vej", "strategy", "2030", "2033") == (found.name, found.kind, found.start, found.end)


def test_a_memo_may_present_its_parties_own_agreement() -> None:
    """Under a heading "Vores ..."; without one it presents none."""
    text = (
        "Notat\n\nVores sundhedsaftale\n\nSundhedsaftalen 2019-2023 er udarbejdet af mange i fællesskab og er kort.\n"
    )
    for source, name in ((document(text), "Sundhedsaftalen 2019-2023"), (document(text.replace("Vores", "Om")), None)):
        joiner = Joiner(source)
        found = presented(parsed(source, joiner), source, joiner, CONTEXT)
        assert name == (found and found.name)
