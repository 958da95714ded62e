"""Seats: the forms in which documents name members, and people who are none. All are invented."""

import re

import pytest

from samspil.loaders.files.document import Span, Table
from tests.loaders.sitting import SKU, found, rows

PLO = "Praktiserende Lægers Organisation"


REGION = "Region Hovedstaden"


def offices(text: str) -> dict[str, str | None]:
    """Return the office of each person."""
    return {s.person: s.office for s in found(text)}


LISTS = {
    "a line each, place behind": (
        "Medlemmer af Sundhedskoordinationsudvalget:\n\nborgmester Bo Lind (V), Greve\nIda Falk (A), Lejre Kommune\n"
    ),
    "a bullet each": (
        "Sundhedskoordinationsudvalgets medlemmer er:\n\n• Bo Lind (V), Greve Kommune\n• Ida Falk (A), Lejre Kommune\n"
    ),
    "the letter first": "Medlemmer af SKU:\n\n(V) Bo Lind, Greve Kommune\n(A) Ida Falk, Lejre Kommune\n",
    "the place first": "Medlemmer af SKU\n\nGreve: Bo Lind (V)\nLejre: Ida Falk (A)\n",
    "the place and letter in one bracket": "Medlemmer af SKU\n\n- Bo Lind (V, Greve)\n- Ida Falk (A, Lejre)\n",
    "letter between commas": "Medlemmer af SKU:\n\n1. Bo Lind, V, Greve Kommune\n2. Ida Falk, A, Lejre Kommune\n",
    "dashes": "Medlemmer af SKU:\n\nBo Lind – V – Greve Kommune\nIda Falk – A – Lejre Kommune\n",
    "the party's name": "Medlemmer af SKU:\n\nBo Lind (Venstre), Greve\nIda Falk (Socialdemokratiet), Lejre\n",
    "columns": (
        "Medlemmer af SKU\n\nNavn             Parti   Kommune\nBo Lind          V       Greve Kommune\n"
        "Ida Falk         A       Lejre Kommune\n"
    ),
    "columns, place first": (
        "Medlemmer af SKU\n\nKommune          Navn          Parti\nGreve            Bo Lind       V\n"
        "Lejre            Ida Falk      A\n"
    ),
    "one space": "Medlemmer af SKU\n\nNavn Parti Kommune\nBo Lind V Greve Kommune\nIda Falk A Lejre Kommune\n",
    "a cell a line": (
        "Medlemmer af SKU\n\nNavn\nParti\nKommune\nBo Lind\nV\nGreve Kommune\nIda Falk\nA\nLejre Kommune\n"
    ),
    "running text": (
        "I Sundhedskoordinationsudvalget (SKU) er de kommunale repræsentanter: Bo Lind (V), Greve "
        "Kommune, og Ida\nFalk (A), Lejre Kommune.\n"
    ),
    "a sentence": (
        "De kommunale medlemmer af SKU er borgmester Bo Lind (V) fra Greve og viceborgmester Ida Falk (A) fra Lejre.\n"
    ),
    "seat behind the name": (
        "Borgmester Bo Lind (V), Greve, og udvalgsformand Ida Falk (A), Lejre, sidder i "
        "Sundhedskoordinationsudvalget for kommunerne.\n"
    ),
    "appointed people": (
        "KKR Hovedstaden har udpeget Bo Lind (V), Greve Kommune, og Ida Falk (A), Lejre Kommune, til SKU.\n"
    ),
    "a heading": (
        "Sundhedskoordinationsudvalget\nBo Lind (V), Greve Kommune\nIda Falk (A), Lejre Kommune\n\n"
        "Udvalget mødes fire gange om året i regionsgården.\n"
    ),
    "a title": "Medlemmer af SKU:\n\n• Borgmester i Greve Bo Lind (V)\n• Byrådsmedlem i Lejre Ida Falk (A)\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_members_are_found_in_every_form(text: str) -> None:
    """Name, letter, title and place come in any order, in lines, bullets, columns and sentences."""
    assert rows(text) == [(SKU, "Bo Lind", "V", "Greve Kommune"), (SKU, "Ida Falk", "A", "Lejre Kommune")]


REGIONAL = "Sundhedsaftale\n\n2.1 Sundhedskoordinationsudvalget\n\n"


APART = {
    "an introducing sentence": (
        f"{REGIONAL}Udvalget mødes fire gange om året. Det har to formænd.\n\n"
        "Bo Lind (V)           Greve Kommune\nIda Falk (A)          Lejre Kommune, formand\n"
    ),
    "sentences with columns one space apart": (
        f"{REGIONAL}Udvalget mødes fire gange om året og følger aftalen.\n\nNavn Parti Kommune/organisation\n"
        "Bo Lind (næstformand) V Greve\nIda Falk A Lejre\n"
    ),
    "sentences with columns of both kinds": (
        f"{REGIONAL}Udvalget følger aftalen.\n\nNavn                  Parti Udpeget af\n"
        "Bo Lind               V      Greve Kommune\nIda Falk              A      Lejre Kommune (formand)\n"
    ),
    "numbered rows with a title": (
        "Udvalg\n\nSundhedskoordinationsudvalget\n\nUdvalget følger aftalen.\n\nNr. Medlem Parti Stilling Udpeget af\n"
        "1 Bo Lind V Borgmester Greve Kommune\n2 Ida Falk A Rådmand Lejre Kommune\n"
    ),
    "the place right behind the name": (
        f"{REGIONAL}Udvalget følger aftalen.\n\nNavn Kommune Parti\nBo Lind Greve V\nIda Falk Lejre Kommune A\n"
    ),
    "the letter right before the name": (
        f"{REGIONAL}Udvalget følger aftalen.\n\nKommune Parti Navn\nGreve V Bo Lind\nLejre A Ida Falk\n"
    ),
    "bars": (
        f"{REGIONAL}Udvalget følger aftalen.\n\nKommune | Navn | Parti\nGreve | Bo Lind | V\n"
        "Lejre | Ida Falk | Socialdemokratiet\n"
    ),
    "an appendix": (
        "Notat\n\nBilag: Sundhedskoordinationsudvalgets medlemmer\n\nUdpeget for perioden 2018-2021.\n\n"
        "Bo Lind (V), borgmester, Greve Kommune\nIda Falk (A), byrådsmedlem, Lejre Kommune\n"
    ),
    "a note between the lead and its list": (
        f"{REGIONAL}Udvalget har disse medlemmer:\n\n* Aftalerne med nabokommuner gælder fra 2015 til 2018.\n\n"
        "Bo Lind (V), Greve\nIda Falk (A), Lejre\n"
    ),
    "a note within the list": (
        f"{REGIONAL}Udvalget har disse medlemmer:\n\nBo Lind (V), Greve\n\n* Fra og med den 1. maj mødes udvalget hver "
        "måned i regionsgården i Hillerød og ellers i en af kommunerne.\n\nIda Falk (A), Lejre\nBo Lind (V), Greve\n"
    ),
    "the title within the list": (
        "Sundhedsaftale 2015-2018\n\n2.1 Sundhedskoordinationsudvalget\n\nUdvalget følger aftalen.\n\n"
        "Bo Lind (V), Greve Kommune\nIda Falk (A), Lejre\n\n"
        "Sundhedsaftale 2015-2018\n\nIda Falk (A), Lejre\nBo Lind (V), Greve\n"
    ),
    "rows that end in a stop": (
        f"{REGIONAL}Der er tolv medlemmer. De er valgt for fire år.\n\nBo Lind, Venstre, borgmester i Greve.\n"
        "Ida Falk, Socialdemokratiet, byrådsmedlem i Lejre.\n"
    ),
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_a_list_may_stand_apart_from_its_heading(text: str) -> None:
    """Sentences, notes and the edges of a page may part a list from the heading that names its committee."""
    assert rows(text) == [(SKU, "Bo Lind", "V", "Greve Kommune"), (SKU, "Ida Falk", "A", "Lejre Kommune")]


def test_practitioners_follow_in_a_list_under_a_committee_s_name() -> None:
    """Once members with letters stand in it, whoever an organisation sent is one too, with a dash or nothing."""
    text = f"{REGIONAL}Udvalget følger aftalen.\n\nBo Lind (V), Greve\nEva Moe - Praktiserende Lægers Organisation\n"
    assert rows(text) == [(SKU, "Bo Lind", "V", "Greve Kommune"), (SKU, "Eva Moe", None, PLO)]


SIDES = {
    "a label": "Medlemmer af SKU:\n\nFra regionsrådet:\nBo Lind (V)\nIda Falk (A)\n",
    "a label with the list behind it": "Medlemmer af SKU\n\nFra regionsrådet: Bo Lind (V) og Ida Falk (A)\n",
    "who appoints": "Medlemmer af SKU\n\nRegionen (udpeget af regionsrådet)\nBo Lind (V)\nIda Falk (A)\n",
    "a title": "Medlemmer af SKU:\n\n• Regionsrådsmedlem Bo Lind (V)\n• regionsrådsmedlem Ida Falk (A)\n",
    "a title and where they live": (
        "Medlemmer af SKU:\n\n• Bo Lind (V), regionsrådsmedlem, Greve\n• Ida Falk (A), regionsrådsmedlem, Lejre\n"
    ),
    "the region's name": "Medlemmer af SKU:\n\n• Bo Lind (V), Region Hovedstaden\n• Ida Falk (A), Region Hovedstaden\n",
    "a sentence": "Til SKU har regionsrådet udpeget Bo Lind (V) og Ida Falk (A).\n",
}


@pytest.mark.parametrize("text", SIDES.values(), ids=SIDES)
def test_members_of_the_regional_council_sit_for_the_region(text: str) -> None:
    """The region of the document is meant, wherever its members live."""
    assert rows(text) == [(SKU, "Bo Lind", "V", REGION), (SKU, "Ida Falk", "A", REGION)]


PRACTITIONERS = {
    "their profession": (
        "Medlemmer af SKU:\n\n• Bo Lind, praktiserende læge, Greve\n• Ida Falk, praktiserende læge, PLO\n"
    ),
    "a label": "Medlemmer af SKU:\n\nFra Praktiserende Lægers Organisation:\nBo Lind\nIda Falk\n",
    "who appoints": (
        "Medlemmer af SKU:\n\nDe praktiserende læger (udpeget af PLO-Hovedstaden)\nBo Lind, Greve\nIda Falk, Lejre\n"
    ),
    "a title": "Medlemmer af SKU:\n\nPraktiserende læge Bo Lind\nPraktiserende læge Ida Falk\n",
    "a sentence": "I SKU er de praktiserende læger repræsenteret ved Bo Lind og Ida Falk.\n",
    "a sentence with the name": "I SKU er PLO repræsenteret ved læge Bo Lind og læge Ida Falk.\n",
}


@pytest.mark.parametrize("text", PRACTITIONERS.values(), ids=PRACTITIONERS)
def test_practitioners_sit_for_their_organisation(text: str) -> None:
    """They have no party, and their town is no municipality that they speak for."""
    assert rows(text) == [(SKU, "Bo Lind", None, PLO), (SKU, "Ida Falk", None, PLO)]


def test_sides_change_within_a_list_and_within_a_sentence() -> None:
    """A label holds until the next one; "mens" and "for" turn to another side."""
    listed = (
        "Medlemmer af SKU\n\nFra kommunerne:\nGreve: Bo Lind (V)\nFra Region Hovedstaden:\n"
        "Ida Falk (A), formand\nFra PLO:\nEva Moe\n"
    )
    told = (
        "I SKU sidder for kommunerne Bo Lind (V), Greve, mens regionen er repræsenteret ved Ida Falk "
        "(A), og PLO er repræsenteret ved Eva Moe.\n"
    )
    expected = [(SKU, "Bo Lind", "V", "Greve Kommune"), (SKU, "Ida Falk", "A", REGION), (SKU, "Eva Moe", None, PLO)]
    assert (expected, expected) == (rows(listed), rows(told))


def test_offices_are_kept_as_printed() -> None:
    """A label, a bracket, a word behind or before the name, a relative clause; leave is one too."""
    text = (
        "Medlemmer af SKU:\n\nFormand: Bo Lind (V), Greve\nIda Falk (A), Lejre, næstformand\n"
        "Eva Moe (orlov) (C), Solrød\n"
        "Jon Rud (F), Køge, er på orlov\nsuppleant Pia Vig (B), Stevns\nKim Ege (Ø), Faxe\n"
    )
    assert offices(text) == {
        "Bo Lind": "formand",
        "Ida Falk": "næstformand",
        "Eva Moe": "orlov",
        "Jon Rud": "orlov",
        "Pia Vig": "suppleant",
        "Kim Ege": None,
    }


def test_a_label_gives_its_office_to_those_under_it() -> None:
    """Under "Suppleanter:" stand substitutes until the next label."""
    text = "Medlemmer af SKU:\n\nBo Lind (V), Greve\n\nSuppleanter:\nIda Falk (A), Lejre\nEva Moe (C), Solrød\n"
    assert offices(text) == {"Bo Lind": None, "Ida Falk": "suppleant", "Eva Moe": "suppleant"}


def test_the_chair_of_another_committee_is_no_chair_here() -> None:
    """A member of SKU who chairs a committee at home is a plain member of SKU."""
    text = (
        "Medlemmer af SKU:\n\n• Bo Lind (V), formand for Sundhedsudvalget, Greve Kommune\n"
        "• Ida Falk (A), Lejre, formand\n"
    )
    assert rows(text) == [(SKU, "Bo Lind", "V", "Greve Kommune"), (SKU, "Ida Falk", "A", "Lejre Kommune")]
    assert offices(text) == {"Bo Lind": None, "Ida Falk": "formand"}


SIGNED = {
    "in one line": "God læselyst!\n\nBo Lind (V), formand for Sundhedsudvalget\n",
    "below the name": (
        "Vi håber, at planen bliver brugt.\n\n\nBo Lind (V)\nFormand for Sundhedsudvalget\n\n"
        "Indledning\nPlanen gælder i fire år.\n"
    ),
}


@pytest.mark.parametrize("text", SIGNED.values(), ids=SIGNED)
def test_a_signature_tells_the_chair_of_a_municipality_s_committee(text: str) -> None:
    """Who publishes the document is whom the chair sits for."""
    seat = found(f"Greve Kommune\n\nSundhedspolitik 2018-2022\n\n{text}")[0]
    assert (seat.committee.name, seat.person, seat.party, seat.office) == (
        "Sundhedsudvalget",
        "Bo Lind",
        "V",
        "formand",
    )
    assert seat.organisation is not None and seat.organisation.name == "Greve Kommune"


def test_two_signatures_stand_side_by_side() -> None:
    """Names and offices meet by their columns."""
    text = (
        "God læselyst!\n\nBo Lind (V), Region Hovedstaden           Ida Falk (A), Lejre Kommune\n\n"
        "Formand for Sundhedskoordinationsudvalget    Næstformand for Sundhedskoordinationsudvalget\n"
    )
    assert rows(text) == [(SKU, "Bo Lind", "V", REGION), (SKU, "Ida Falk", "A", "Lejre Kommune")]
    assert offices(text) == {"Bo Lind": "formand", "Ida Falk": "næstformand"}


def test_a_marked_table_is_read_by_its_rows() -> None:
    """The cells of a Word table belong together, a dash for no party, a header for no member."""
    text = (
        "Sundhedskoordinationsudvalget\nUdvalget har disse medlemmer:\n"
        "Medlem\nParti\nUdpeget af\nBo Lind, formand\nV\nGreve Kommune\nEva Moe\n–\nPLO-Hovedstaden\n"
    )
    cells = [Span(m.start(), m.end()) for m in re.finditer(".+", text)][2:]
    spans = [tuple(cells[n : n + 3]) for n in (0, 3, 6)]
    seated = found(text, tables=(Table(tuple(spans)),))
    assert [(s.person, s.party, s.organisation and s.organisation.name, s.office) for s in seated] == [
        ("Bo Lind", "V", "Greve Kommune", "formand"),
        ("Eva Moe", None, PLO, None),
    ]


def test_a_known_member_of_another_committee_keeps_party_and_place() -> None:
    """What is said once of a person holds in the other committee too."""
    text = (
        "Medlemmer af PPU:\n\n• Bo Lind (V), Greve\n• Ida Falk (A), Lejre\n\n"
        "Aftalen er indgået i Sundhedskoordinationsudvalget, hvor Bo Lind også er formand. Ida Falk har "
        "sæde begge steder.\n"
    )
    assert rows(text)[2:] == [(SKU, "Bo Lind", "V", "Greve Kommune"), (SKU, "Ida Falk", "A", "Lejre Kommune")]


TOGETHER = {
    "the place on the line below": "Medlemmer af SKU\n\nBo Lind (V)\nGreve Kommune\n\nIda Falk (A)\nLejre Kommune\n",
    "the place below without a gap": "Medlemmer af SKU:\n\nBo Lind (V)\nGreve Kommune\nIda Falk (A)\nLejre Kommune\n",
    "the place below a bullet": "Medlemmer af SKU:\n\n• Bo Lind (V)\n  Greve\n• Ida Falk (A)\n  Lejre\n",
    "title and letter on the line below": (
        "Medlemmer af SKU\n\nBo Lind\nBorgmester (V)\nGreve Kommune\n\nIda Falk\nByrådsmedlem (A)\nLejre Kommune\n"
    ),
    "a composition": (
        "I. Udvalget\n\nSundhedskoordinationsudvalget har siden 1. maj været sammensat således: Bo Lind (V, Greve "
        "Kommune), formand, og Ida\nFalk (A, Lejre Kommune).\n"
    ),
    "who makes it up": "SKU udgøres af Bo Lind (V), Greve, og Ida Falk (A), Lejre.\n",
    "the name and a colon": "Sundhedskoordinationsudvalget: Bo Lind (V), Greve, formand, Ida\nFalk (A), Lejre.\n",
    "semicolons": "God lyst.\n\nSundhedskoordinationsudvalget: Bo Lind (V), Greve;\nIda Falk (A), Lejre.\n",
    "numbers below a section's number": (
        "2.1 Sundhedskoordinationsudvalget\n\nUdvalget følger aftalen.\n\nNr. Medlem Parti Kommune\n"
        "1 Bo Lind V Greve Kommune\n2 Ida Falk A Lejre Kommune\n"
    ),
}


@pytest.mark.parametrize("text", TOGETHER.values(), ids=TOGETHER)
def test_what_is_told_of_a_person_may_run_over_lines(text: str) -> None:
    """Lines below a name, sentences behind a colon."""
    assert rows(text) == [(SKU, "Bo Lind", "V", "Greve Kommune"), (SKU, "Ida Falk", "A", "Lejre Kommune")]


@pytest.mark.parametrize("title", ["Strategi for ældre i Greve\nKommune 2018-2021", "Sundhed for alle i Greve Kommune"])
def test_a_title_names_the_municipality_whose_committee_it_is(title: str) -> None:
    """Even where nothing says who publishes the document."""
    assert rows(f"{title}\n\nSundhedsudvalget: Bo Lind (V), formand; Ida\nFalk (A).\n") == [
        ("Sundhedsudvalget", "Bo Lind", "V", "Greve Kommune"),
        ("Sundhedsudvalget", "Ida Falk", "A", "Greve Kommune"),
    ]


def test_who_left_has_no_seat() -> None:
    """The successor sits, the predecessor does not; a member on leave does, and so does who meets meanwhile."""
    text = (
        "De kommunale medlemmer af SKU er Bo Lind (V), Greve, Ida Falk (orlov) (A), Lejre, og Eva Moe (C), Solrød, som "
        "afløser Jon Rud (C). I Ida Falks orlov møder Pia Vig (A), Lejre.\n"
    )
    assert [r[1] for r in rows(text)] == ["Bo Lind", "Ida Falk", "Eva Moe", "Pia Vig"]


def test_a_seat_stands_where_its_person_is_named() -> None:
    """The evidence holds the name and what is said with it."""
    seat = found("Notat\n\nMedlemmer af SKU:\n\nBo Lind (V), Greve\nIda Falk (A), Lejre Kommune\n")[1]
    assert (seat.evidence.line_start, seat.as_printed) == (6, "Ida Falk (A), Lejre Kommune")
    assert seat.evidence.wording == seat.as_printed


@pytest.mark.parametrize(
    "person", ["Anne-Mette Juhl", "Hans von Holt", "Bo P. Lind", "Åse Ørum Ærlig", "Knud Erik Falck", "Lars Bo"]
)
def test_names_have_many_forms(person: str) -> None:
    """Hyphens, initials, particles; a name that is also a company's or a place's."""
    assert [r[1] for r in rows(f"Medlemmer af SKU:\n\n• {person} (V), Greve Kommune\n")] == [person]


NONE = {
    "a contact": "Notat om Sundhedskoordinationsudvalget\n\nKontaktperson: Bo Lind, bl@kommune.dk, tlf. 5555 0101\n",
    "a case worker": "Sundhedskoordinationsudvalget\n\nSagsbehandler: Bo Lind\n",
    "questions": "Medlemmer af SKU mødes i maj. Spørgsmål kan rettes til konsulent Bo Lind, Greve Kommune.\n",
    "authors": "Notat til SKU. Notatet er udarbejdet af fuldmægtig Bo Lind og konsulent Ida Falk.\n",
    "a quote": "”Medlemmerne af SKU er enige om det”, siger borgmester Bo Lind (V), Greve.\n",
    "a quote of the chair": "Bo Lind (V), formand for Sundhedskoordinationsudvalget, siger, at det haster.\n",
    "an opening": "Borgmester Bo Lind (V) åbnede mødet om Sundhedskoordinationsudvalgets arbejde.\n",
    "places and programmes": (
        "Medlemmerne af SKU er enige om at bruge Fælles Medicinkort i Høje Taastrup og på Bispebjerg Hospital.\n"
    ),
    "a list of places": (
        "Medlemmer af SKU følger arbejdet i:\n\n• Greve Kommune\n• Høje Taastrup\n"
        "• Bispebjerg og Frederiksberg Hospital\n"
    ),
    "organisations": (
        "Medlemmer af Patientinddragelsesudvalget:\n\n• Danske Patienter\n"
        "• Danske Handicaporganisationer\n• Ældre Sagen\n"
    ),
    "another group": "SKU har nedsat en arbejdsgruppe. Projektgruppen består af Bo Lind og Ida Falk.\n",
    "goals": "Medlemmerne af SKU er enige om, at udvalget vil:\n\n• styrke Sund By Netværket\n• indføre Fælles Sprog\n",
    "a secretary": "Medlemmer af SKU:\n\nSekretariat:\nBo Lind, Greve Kommune\n",
    "a table of contacts": "Kontakt\n\nNavn          Telefon        Mail\nBo Lind       5555 0101      bl@kommune.dk\n",
    "no committee": "Planen er skrevet af Bo Lind (V) og Ida Falk (A).\n",
    "thanks": "En tak til Bo Lind (V), Greve, og Ida Falk (A), Lejre, for hjælpen.\n",
    "who attended": "Notat til møde i PPU\n\nTil stede: Bo Lind (V), Ida Falk (A)\nAfbud: Eva Moe (C)\n",
    "another leader": "SKU har bestilt en analyse. Projektet ledes af Bo Lind, Greve Kommune.\n",
    "another committee below": (
        "Sundhedskoordinationsudvalget har ti medlemmer. Under udvalget sidder Det Administrative Kontaktforum, og ved "
        "hvert sygehus mødes en gruppe.\n"
    ),
    "a date of consent": "Tiltrådt af regionsrådet den 3. maj\nBo Lind (V), Greve\nIda Falk (A), Lejre\n",
    "those who attended": f"{REGIONAL}Udvalget mødes.\n\nI mødet deltog:\nBo Lind (V), Greve\nIda Falk (A), Lejre\n",
    "greetings": f"{REGIONAL}Udvalget mødes.\n\nVenlig hilsen\n\nBo Lind (V), Greve\nIda Falk (A), Lejre\n",
    "another list": (
        f"{REGIONAL}Udvalget mødes. Aftalen er underskrevet i maj på regionsgården i Hillerød af disse:\n\n"
        "Bo Lind (V), Greve\nIda Falk (A), Lejre\n"
    ),
    "one signer": f"{REGIONAL}Udvalget mødes.\n\nVi glæder os.\n\nBo Lind (V)\nRegionsrådsformand\n",
    "thanks below a heading": (
        f"{REGIONAL}Udvalget mødes.\n\nEn tak til Bo Lind (V), Greve.\nOg til Ida Falk (A), Lejre.\n"
    ),
    "colleagues": f"{REGIONAL}Udvalget mødes.\n\nBo Lind, konsulent\nIda Falk, fuldmægtig\n",
    "who spoke": "Sundhedskoordinationsudvalget hørte tre oplæg: Bo Lind (V), Greve, og Ida Falk (A), Lejre.\n",
    "a director": "Administrativt ledes sekretariatet for SKU af chefkonsulent Bo Lind.\n",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_people_and_capitals_are_no_seats(text: str) -> None:
    """Contacts, authors, people quoted, places, programmes and organisations."""
    assert rows(text) == []


def test_who_is_on_leave_keeps_the_seat() -> None:
    """Who stands in has one too."""
    text = (
        "Sundhedskoordinationsudvalgets medlemmer er:\n\n• Bo Lind (V), Greve Kommune\n\n"
        "Bo Lind er indtrådt i stedet for Ida Falk (A), Lejre Kommune, som har orlov.\n"
    )
    assert {"Bo Lind", "Ida Falk"} == {s.person for s in found(text)}
