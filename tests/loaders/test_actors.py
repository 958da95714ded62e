"""Actors in a phrase: who is meant, and as printed by which words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner
from samspil.loaders.naming import groups, rules, units
from samspil.loaders.naming.actors import actor_marks, mentions, participations, read_sentence
from samspil.loaders.naming.chunks import chunks
from samspil.loaders.naming.grammar import RULES, read
from samspil.loaders.naming.groups import Context
from samspil.loaders.naming.names import names
from samspil.loaders.naming.reader import Found
from samspil.loaders.naming.spelling import respelt
from samspil.loaders.naming.tokens import fold, tokens, ungenitive
from samspil.ontology.register import register

CAPITAL = Context(date(2019, 6, 1), "region-hovedstaden")
EARLY = Context(date(2010, 6, 1), "region-hovedstaden")
SOUTH = Context(date(2016, 6, 1), "region-syddanmark")
CENTRAL = Context(date(2019, 6, 1), "region-midtjylland")
PLACES = sorted(e.place for e in register().entries if e.kind == "municipality" and e.place)


def actors(text: str, context: Context = CAPITAL) -> list[str]:
    """Return the names of the actors that a phrase names, in order."""
    return [found.actor.name for found in read_sentence(text, context)]


def only(text: str, context: Context = CAPITAL) -> Found:
    """Return the one actor of a phrase."""
    (found,) = read_sentence(text, context)
    return found


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Hillerød, Allerød og Gribskov kommuner", CAPITAL, "Hillerød Kommune, Allerød Kommune, Gribskov Kommune"),
        ("Furesø-, Egedal- og Allerød kommuner", CAPITAL, "Furesø Kommune, Egedal Kommune, Allerød Kommune"),
        ("Ishøj/Vallensbæk kommuner", CAPITAL, "Ishøj Kommune, Vallensbæk Kommune"),
        (
            "kommunerne Herning, Ikast-Brande og Holstebro",
            CENTRAL,
            "Herning Kommune, Ikast-Brande Kommune, Holstebro Kommune",
        ),
        ("Odense og Nyborg Kommune", SOUTH, "Odense Kommune, Nyborg Kommune"),
        ("Københavns, Tårnby og Dragør kommuner", CAPITAL, "Københavns Kommune, Tårnby Kommune, Dragør Kommune"),
        ("Høje Tåstrup Kommune", CAPITAL, "Høje-Taastrup Kommune"),
        ("Herlev og Gentofte Hospital", CAPITAL, "Herlev og Gentofte Hospital"),
        (
            "Sydvestjysk Sygehus samt regionens kommuner",
            SOUTH,
            "Sydvestjysk Sygehus, Alle kommuner i Region Syddanmark",
        ),
        ("nogle af regionens kommuner", CENTRAL, "Kommuner i Region Midtjylland (uspecificeret)"),
        (
            "Regionshospitalet Horsens, Regionspsykiatrien Horsens og kommunerne i klyngen",
            CENTRAL,
            "Regionshospitalet Horsens, Regionspsykiatrien Horsens, Kommunerne i klyngen (Regionshospitalet Horsens)",
        ),
        ("Herlev og Gentofte hospitaler", EARLY, "Herlev Hospital, Gentofte Hospital"),
        ("BBH og HIH", EARLY, "Bispebjerg Hospital, Hillerød Hospital"),
        ("OUH og Odense Kommune", SOUTH, "Odense Universitetshospital, Odense Kommune"),
        ("Amager og Hvidovre Hospital og Hvidovre Kommune", CAPITAL, "Amager og Hvidovre Hospital, Hvidovre Kommune"),
        ("Psykiatrisk Center Ballerup og Gladsaxe", CAPITAL, "Psykiatrisk Center Ballerup, Gladsaxe Kommune"),
        ("Psykiatrisk Center Skt. Hans", CAPITAL, "Psykiatrisk Center Sct. Hans"),
        ("Region Hovedstadens Psykiatri", CAPITAL, "Region Hovedstadens Psykiatri"),
        ("Alle kommuner i Region Hovedstaden", CAPITAL, "Alle kommuner i Region Hovedstaden"),
        ("de 29 kommuner i regionen", CAPITAL, "Alle kommuner i Region Hovedstaden"),
        ("kommunerne", CAPITAL, "Kommuner (uspecificeret)"),
        ("relevante kommuner", CAPITAL, "Kommuner (uspecificeret)"),
        ("3 udvalgte kommuner", CAPITAL, "3 kommuner"),
        ("Vestegnskommunerne", CAPITAL, "Vestegnskommunerne"),
        ("regionens hospitaler", CAPITAL, "Hospitaler i Region Hovedstaden"),
        ("alle psykiatriske centre", CAPITAL, "Alle psykiatriske centre"),
        ("3 praktiserende læger", CAPITAL, "3 praktiserende læger"),
        ("de praktiserende læger", CAPITAL, "Almen praksis"),
        ("almen praksis i planområdet", CAPITAL, "Almen praksis"),
        (
            "Rigshospitalet, patientrepræsentanter og PLO-H",
            CAPITAL,
            "Rigshospitalet, Patientrepræsentanter, PLO-Hovedstaden",
        ),
        ("fem kommuner på Fyn", SOUTH, "5 kommuner"),
        ("de to kommuner på Lolland-Falster og Sydsjælland og Falck", CENTRAL, "2 kommuner, Falck"),
        ("tre kommuner på Fyn og Foreningen Solstrejf", SOUTH, "3 kommuner, Foreningen Solstrejf"),
        (
            "kommunerne i optageområdet, Regionshospitalet Horsens",
            CENTRAL,
            "Kommunerne i optageområdet (Regionshospitalet Horsens), Regionshospitalet Horsens",
        ),
        ("kommunerne i planlægningsområde Nord", CAPITAL, "Kommunerne i planområdet (Nord)"),
        (
            "Hospitaler og kommunerne i Fjordprojektet",
            CAPITAL,
            "Hospitaler i Fjordprojektet, Kommunerne i Fjordprojektet",
        ),
        (
            "Behandlingspsykiatrien i regionen og Skive Kommune",
            CENTRAL,
            "Psykiatrien i Region Midtjylland, Skive Kommune",
        ),
        ("praktiserende læger på Djursland", CENTRAL, "Almen praksis"),
        ("almen praksis på Amagerbro samt Tårnby Kommune", CAPITAL, "Almen praksis, Tårnby Kommune"),
        ("lægelauget og Skive Kommune", CENTRAL, "Almen praksis, Skive Kommune"),
        ("Ode Kommune og Oder Kommune", CENTRAL, "Ode Kommune, Odder Kommune"),
        ("Center for Rolig Søvn og Skive Kommune", CENTRAL, "Center for Rolig Søvn, Skive Kommune"),
        ("Børne- og Ungdomsmedicinsk Selskab", CENTRAL, "Børne- og Ungdomsmedicinsk Selskab"),
        ("seks fysioterapiklinikker", CENTRAL, "6 fysioterapiklinikker"),
        ("Glostrup Hospital (nu Rigshospitalet – Glostrup)", CAPITAL, "Rigshospitalet – Glostrup"),
        ("foreningen Solstrejf", CAPITAL, "Solstrejf"),
        ("Ældre Sagen Greve og Greve Kommune", CAPITAL, "Ældre Sagen, Greve Kommune"),
        ("Røde Kors Greve, Køge og Solrød kommuner", CAPITAL, "Røde Kors, Greve Kommune, Køge Kommune, Solrød Kommune"),
        ("Foreningen mod støj og larm, Skive Kommune", CENTRAL, "Foreningen mod støj og larm, Skive Kommune"),
        ("Diætfagligt Netværk og Skive Kommune", CENTRAL, "Diætfagligt Netværk, Skive Kommune"),
        ("Sygehus Lillebælt, Kolding, Kolding Kommune", SOUTH, "Sygehus Lillebælt, Kolding Kommune"),
        ("Sygehus Lillebælt, Vejle og Kolding kommuner", SOUTH, "Sygehus Lillebælt, Vejle Kommune, Kolding Kommune"),
        ("Skive Kommune, solstrejf og Holbæk Sygehus", CENTRAL, "Skive Kommune, Solstrejf, Holbæk Sygehus"),
        ("Skive Kommune, øvrige og resten", CENTRAL, "Skive Kommune"),
        ("forældre og andre i barnets netværk", CAPITAL, "Forældre, Andre i barnets netværk"),
        ("eventuelt specialundervisnings institutioner", CAPITAL, "Specialundervisningsinstitutioner"),
    ],
)
def test_a_phrase_names_its_actors(text: str, context: Context, expected: str) -> None:
    """Coordinated names, genitives, abbreviations and groups come out as official names, in order."""
    assert expected.split(", ") == actors(text, context)


@pytest.mark.parametrize(
    ("text", "actor", "units"),
    [
        ("Rigshospitalet – Klinik for Rygsmerter", "Rigshospitalet", ("Klinik for Rygsmerter",)),
        ("Bispebjerg Hospital (Kardiologisk Afdeling)", "Bispebjerg Hospital", ("Kardiologisk Afdeling",)),
        ("Frederiksberg Hospitals Forskningsenhed", "Frederiksberg Hospital", ("Forskningsenhed",)),
        ("Center for Sundhed og Træning i Herlev Kommune", "Herlev Kommune", ("Center for Sundhed og Træning",)),
        ("sagsbehandlere fra kommunerne", "Kommuner (uspecificeret)", ("sagsbehandlere",)),
        ("Jobcenter Gribskov", "Gribskov Kommune", ("Jobcenter Gribskov",)),
        ("Bispebjerg Hospitals Lunge- og Allergiklinik", "Bispebjerg Hospital", ("Lunge- og Allergiklinik",)),
        ("Rigshospitalet – Neurorehabiliteringen", "Rigshospitalet", ("Neurorehabiliteringen",)),
        ("Rigshospitalet, Ernæringsenheden", "Rigshospitalet", ("Ernæringsenheden",)),
        ("Nordsjællands Hospital (FAM Hillerød)", "Nordsjællands Hospital", ("FAM Hillerød",)),
        (
            "Bispebjerg Hospital (Medicinske Sygdomme, Frederiksberg)",
            "Bispebjerg Hospital",
            ("Medicinske Sygdomme, Frederiksberg",),
        ),
        ("Holbæk Sygehus’ lungeambulatorium", "Holbæk Sygehus", ("lungeambulatorium",)),
        ("Odense Universitetshospital (Svendborg)", "Odense Universitetshospital", ("Svendborg",)),
        ("Rigshospitalet (Akutafdelingen, Glostrup)", "Rigshospitalet", ("Akutafdelingen, Glostrup",)),
        ("Greve Kommune, Sundheds- og Ældreforvaltningen", "Greve Kommune", ("Sundheds- og Ældreforvaltningen",)),
        ("Viborg Kommune (Sundhedscenter Viborg)", "Viborg Kommune", ("Sundhedscenter Viborg",)),
        ("Ældre Sagen Greve", "Ældre Sagen", ("Greve",)),
    ],
)
def test_a_unit_stands_inside_its_actor(text: str, actor: str, units: tuple[str, ...]) -> None:
    """A department, a centre or staff named with its owner is the owner's unit, not an actor."""
    found = only(text)
    assert (actor, units) == (found.actor.name, found.units)


def test_the_planning_area_is_that_of_the_hospital_named() -> None:
    """The municipalities of a planning area are those of the hospital named before it."""
    hospital, area = read_sentence("Nordsjællands Hospital og kommunerne i planområdet", CAPITAL)
    assert "Nordsjællands Hospital" == hospital.actor.name
    assert "Kommunerne i planområdet (Nordsjællands Hospital)" == area.actor.name
    assert area.actor.group
    assert "Hillerød Kommune" in area.actor.group.members


def test_all_municipalities_of_a_region_are_its_members() -> None:
    """The group of all has as many members as the region has municipalities."""
    group = only("alle kommuner i Region Syddanmark", SOUTH).actor.group
    assert group
    assert 22 == group.size == len(group.members)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Købehavn Kommune", "Københavns Kommune"),
        ("Fredrikssund Kommune", "Frederikssund Kommune"),
        ("Hillerød Komune", "Hillerød Kommune"),
    ],
)
def test_a_misspelt_name_is_read_and_flagged(text: str, actor: str) -> None:
    """A near name is taken, never silently."""
    found = only(text)
    assert actor == found.actor.name
    assert "misspelt_actor" in {rule for rule, _ in found.doubts}


def test_an_unknown_name_is_kept_and_flagged() -> None:
    """What no register knows is an actor all the same, its kind told by its words."""
    found = only("Foreningen Lyspunktet")
    assert ("Foreningen Lyspunktet", "ngo") == (found.actor.name, found.actor.kind)
    assert ["unknown_actor"] == [rule for rule, _ in found.doubts]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Greve Kommune (oprindelig forslagsstiller) og Køge Kommune", ["proposer", "partner"]),
        ("Flere kommuner søges inddraget.", ["prospective"]),
        ("Greve Kommune og eventuelt Køge Kommune", ["partner", "prospective"]),
        ("Projektet forankres i Rigshospitalet.", ["host"]),
        ("Greve Kommune har afslået.", []),
    ],
)
def test_words_around_an_actor_tell_its_role(text: str, roles: list[str]) -> None:
    """A plan is no practice: who may join is prospective, who declined is no party."""
    document = Document("a", "text", text, "0" * 64)
    joiner = Joiner(document)
    found, _ = participations(joiner.lines(document.lines), joiner, CAPITAL, "A")
    assert roles == [p.role for p in found]


def test_two_statements_of_one_actor_are_one_participation() -> None:
    """An actor named twice has one participation with evidence of both places."""
    text = "Greve Kommune og Rigshospitalet. Rigshospitalet og praktiserende læger."
    document = Document("a", "text", text, "0" * 64)
    joiner = Joiner(document)
    found, _ = participations(joiner.lines(document.lines), joiner, CAPITAL, "A")
    assert ["Greve Kommune", "Rigshospitalet", "Almen praksis"] == [p.actor.name for p in found]
    assert 1 == len(found[1].further)


@given(
    st.lists(st.sampled_from(PLACES), min_size=2, max_size=5, unique=True), st.sampled_from([", ", "/", " og ", "-, "])
)
def test_any_municipalities_coordinated_are_exactly_those(places: list[str], mark: str) -> None:
    """However a list of municipalities is written, it names them and no others."""
    text = f"{mark.join(places[:-1])}{'-' if mark == '-, ' else ''} og {places[-1]} kommuner"
    want = {e.name for e in register().entries if e.kind == "municipality" and e.place in places}
    assert want == set(actors(text))


@given(st.text(max_size=80))
def test_no_text_breaks_it_and_all_is_as_printed(text: str) -> None:
    """Whatever the text, each actor's range lies in it."""
    assert all(0 <= f.start < f.end <= len(text) for f in read_sentence(text, CAPITAL))


def test_mentions_leave_out_professions_and_bare_places() -> None:
    """Running text names an actor only by a name."""
    text = "I Hillerød møder fysioterapeuter borgere fra Gribskov Kommune."
    assert ["Gribskov Kommune"] == [actor.name for actor, _, _ in mentions(text, CAPITAL)]


def test_marks_cover_names_with_their_quantity() -> None:
    """The words of an actor's name and quantity are marked, others not."""
    text = "Borgere med KOL Alle kommuner"
    assert {"Alle", "kommuner"} == {text[a:b].strip() for a, b, _ in actor_marks(text, CAPITAL)}


def test_the_parts_of_the_reading_agree() -> None:
    """Tokens fold, chunks carry classes, spelling is put right before a head noun, and each rule has its pattern."""
    assert ("åbenrå", "kommune") == (fold("Aabenraa"), ungenitive("kommunes"))
    assert ["Furesø", ","] == [t.text for t in tokens("Furesø-,")]
    known = names(CAPITAL.on, CAPITAL.region)
    assert ["P", "K"] == [c.kind for c in respelt(chunks("Hilerød Kommune", known), known)]
    assert read("Rigshospitalet", CAPITAL).found
    assert groups.guessed("Ukendt Center").kind == "unit"
    assert all(rule.__module__ in (rules.__name__, units.__name__) for _, rule in RULES)
