"""The target groups that running text names: where a phrase begins and ends, whom it means, what it is known as."""

import pytest

from samspil.loaders.files.passage import Joiner
from samspil.loaders.plans.people import groups_in
from tests.loaders.plans import document


def named(text: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of a text with what they are recognised as."""
    found = document(text)
    joiner = Joiner(found)
    return {t.phrase: t.concepts for t in groups_in(joiner.lines(found.lines), joiner)}


COMPLEMENTS = {
    "Vi hjælper gravide med et skadeligt forbrug af alkohol.": ["gravide med et skadeligt forbrug af alkohol"],
    "Hjemmeboende ældre med behov for pleje får besøg.": ["Hjemmeboende ældre med behov for pleje"],
    "Borgere over 75 år uden netværk ringes op.": ["Borgere over 75 år uden netværk"],
    "Mænd uden for arbejdsmarkedet inviteres.": ["Mænd uden for arbejdsmarkedet"],
    "Vi besøger familier med for tidligt fødte børn.": ["familier med for tidligt fødte børn"],
    "Patienter med svær KOL forlader aldrig afdelingen uden plan.": ["Patienter med svær KOL"],
    "Borgere med diabetes sikres en fast læge.": ["Borgere med diabetes"],
    "Et møde om unge i psykisk mistrivsel i alle ni kommuner.": ["unge i psykisk mistrivsel"],
    "Aftale om borgere med misbrug fra 2012 revideres.": ["borgere med misbrug"],
    "Rygere i regionen falder i antal.": ["Rygere"],
    "Ældre i Odder Kommune bor længe hjemme.": ["Ældre"],
}
COORDINATIONS = {
    "Tilbud til børn, unge og deres familier.": ["børn, unge og deres familier"],
    "For kræftpatienter, hjertepatienter og gravide er der plads.": ["kræftpatienter, hjertepatienter og gravide"],
    "Kronikere og ældre patienter mærker det.": ["Kronikere og ældre patienter"],
    "Inddrag borgeren og de pårørende.": ["borgeren og de pårørende"],
    "Borgere med demens og deres pårørende støttes.": ["Borgere med demens", "pårørende"],
    "For borgere på botilbud og borgere med epilepsi.": ["borgere på botilbud", "borgere med epilepsi"],
    "For borgere med demens og på børn med kræft.": ["borgere med demens", "børn med kræft"],
    "Unge med KOL, diabetes eller gigt får én plan.": ["Unge med KOL, diabetes eller gigt"],
    "Unge med selvskade og samarbejdet om dem.": ["Unge med selvskade"],
    "Voksne med angst og hukommelsesproblemer.": ["Voksne med angst og hukommelsesproblemer"],
    "KOL- og diabetespatienter måler selv.": ["KOL- og diabetespatienter"],
}
MODIFIERS = {
    "Svage, ældre patienter følges hjem.": ["Svage, ældre patienter"],
    "Terminalt syge patienter dør hjemme.": ["Terminalt syge patienter"],
    "Den svækkede ældre borger og lægen.": ["Den svækkede ældre borger"],
    "Vi vil opsøge socialt udsatte og psykisk sårbare unge.": ["socialt udsatte og psykisk sårbare unge"],
    "Vi vil vejlede rygere.": ["rygere"],
    "Tilbud til socialt udsatte, som ingen hjælper i dag.": ["socialt udsatte, som ingen hjælper i dag"],
    "Færre udsatte boligområder.": [],
}
CLAUSES = {
    "Børn, der mistrives, får hjælp.": ["Børn, der mistrives"],
    "Patienter, som er indlagt på psykiatrisk afdeling, følges.": ["Patienter, som er indlagt på psykiatrisk afdeling"],
    "Ældre over 80 år, der bor alene, kontaktes.": ["Ældre over 80 år, der bor alene"],
    "Alle, der er i risiko for fald, træner.": ["Alle, der er i risiko for fald"],
    "En sygeplejerske til borgere, der får mere end ni lægemidler.": ["borgere, der får mere end ni lægemidler"],
    "Kørsel til borgere, der ellers ikke kan deltage.": [],
    "Borgere, der ønsker det, får en kopi.": [],
    "Alle, der kommer, er velkomne.": [],
}
NARROWED = {
    "Mod borgere, herunder unge med misbrug.": {
        "borgere, herunder unge med misbrug": ("young-people", "substance-abuse")
    },
    "For patienter, især gravide, er der plads.": {"patienter, især gravide": ("pregnant-women",)},
    "Borgere (børn og voksne) med epilepsi ses.": {
        "Borgere (børn og voksne) med epilepsi": ("children", "adults", "neurological-disease")
    },
    "Borgere (unge) inviteres.": {"unge": ("young-people",)},
}
KINSHIP = {
    "Børn af forældre med sindslidelse ses.": ["Børn af forældre med sindslidelse"],
    "Pårørende til mennesker med demens aflastes.": ["Pårørende til mennesker med demens"],
    "Vejledning om unge som pårørende.": ["unge som pårørende"],
    "Vi ser både børn som voksne.": ["børn", "voksne"],
}
NOBODY = [
    "Borgeren oplever, at borgerens ønsker respekteres.",
    "Lægerne og medarbejderne i hjemmeplejen mødes om misbrug.",
    "Fagpersoner med ansvar for børneområdet mødes.",
    "Familien får en kontakt, når barnet er henvist.",
    "Den unge vælger selv sin støtte.",
    "Et barn skal møde en voksen, som bliver.",
    "Hjælp til borgerens og familiens hverdag.",
    "Børnene med behov findes.",
    "Borgerne i Odder Kommune lever længe.",
    "Ingen borgere venter på genoptræning i 9. uge.",
    "Børne- og unge psykiatri, voksen- og ældreområdet og Børne og Familieudvalget.",
    "Sukkersyge skal opdages tidligt.",
]
KNOWN = {
    "Tilbud til unge og gravide.": ("young-people", "pregnant-women"),
    "Tilbud til unge gravide.": ("vulnerable-pregnant-women",),
    "Tilbud til unge og voksne.": ("young-people", "adults"),
    "Tilbud til sårbare gravide og småbørnsfamilier.": ("vulnerable-pregnant-women", "families"),
    "Mennesker under 65 år.": (),
    "Mennesker over 65 år.": ("older-people",),
    "Mennesker, der er fyldt 65 år.": ("older-people",),
    "Børn, der vokser op på landet.": ("children",),
    "Borgere, der får en samlet indsats.": (),
    "Nyfødte, der mistrives.": ("failing-newborns",),
    "Borgere med psykisk sygdom og misbrugsproblematik.": ("dual-diagnosis",),
    "Kvinder, der har brud på hoften.": ("hip-fracture",),
    "Mennesker i livets sidste tid.": ("palliative",),
    "Borgere på overførselsindkomst.": ("unemployed",),
    "Enlige forsørgere.": ("families",),
    "Borgere med særlige problemstillinger.": (),
}


@pytest.mark.parametrize(("text", "phrases"), COMPLEMENTS.items())
def test_what_people_have_or_where_they_are_belongs_to_them(text: str, phrases: list[str]) -> None:
    """Up to the sentence's verb; places and times that narrow nothing stay outside."""
    assert phrases == list(named(text))


@pytest.mark.parametrize(("text", "phrases"), COORDINATIONS.items())
def test_and_joins_nouns_and_illnesses(text: str, phrases: list[str]) -> None:
    """Behind a complement other people begin a phrase of their own; other things end it."""
    assert phrases == list(named(text))


@pytest.mark.parametrize(("text", "phrases"), MODIFIERS.items())
def test_adjectives_stand_before_people_or_for_them(text: str, phrases: list[str]) -> None:
    """Also with a comma between; a verb is no adjective, and an adjective of another noun no group."""
    assert phrases == list(named(text))


@pytest.mark.parametrize(("text", "phrases"), CLAUSES.items())
def test_a_relative_clause_tells_which_people(text: str, phrases: list[str]) -> None:
    """Unless it only weighs them against an offer or points back."""
    assert phrases == list(named(text))


@pytest.mark.parametrize(("text", "groups"), NARROWED.items())
def test_the_particular_stands_with_the_general(text: str, groups: dict[str, tuple[str, ...]]) -> None:
    """Behind "herunder" or in a bracket that more follows."""
    assert groups == named(text)


@pytest.mark.parametrize(("text", "phrases"), KINSHIP.items())
def test_relatives_are_told_by_whose_they_are(text: str, phrases: list[str]) -> None:
    """Their own people are within the phrase."""
    assert phrases == list(named(text))


@pytest.mark.parametrize("text", NOBODY)
def test_anybody_and_those_spoken_of_are_no_group(text: str) -> None:
    """Nor are professionals, halves of compounds or diseases."""
    assert {} == named(text)


@pytest.mark.parametrize(("text", "concepts"), KNOWN.items())
def test_a_phrase_is_known_as_what_it_says(text: str, concepts: tuple[str, ...]) -> None:
    """A phrase that says which people it means is kept, known or not."""
    assert [concepts] == list(named(text).values())


def test_a_phrase_counts_once_and_shows_where_it_stands() -> None:
    """The first place is the evidence."""
    found = document("Vi vil se\nsårbare gravide.\nSårbare gravide ses.")
    joiner = Joiner(found)
    [group] = groups_in(joiner.lines(found.lines), joiner)
    assert ("sårbare gravide", 2) == (group.phrase, group.evidence.line_start)
