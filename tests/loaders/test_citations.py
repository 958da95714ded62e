"""What documents cite by name, how they stand to it, and what they say of themselves. All texts are invented."""

import pytest

from samspil.loaders.cited.citations import citations
from samspil.loaders.cited.citedtitles import kind_of
from samspil.loaders.files.passage import Joiner
from samspil.loaders.records import Citation
from samspil.loaders.texts.structure import parsed
from tests.loaders.citing import document, itself

FRONT = "Prøvenotat\n\nHer begynder en tekst, som er lang nok til at være et afsnit og ikke en overskrift.\n\n"


def cited(text: str, own: Citation | None = None) -> list[Citation]:
    """Return what a text cites, behind a front page."""
    source = document(FRONT + text)
    joiner = Joiner(source)
    return citations(parsed(source, joiner), joiner, own)


def one(text: str) -> Citation:
    """Return the only citation of a text."""
    (found,) = cited(text)
    return found


NAMES = {
    "Et Forløbsprogram for migræne først foreligger i 2031.": ["Forløbsprogram for migræne"],
    "Vi søger Puljen til støtte af enlige fædre i fællesskab med regionen.": ["Puljen til støtte af enlige fædre"],
    "Kommunerne følger Forløbsprogram for migræne i det daglige.": ["Forløbsprogram for migræne"],
    "Arbejdet er beskrevet i Regional Cykelplan 2031-2034 og i bilaget.": ["Regional Cykelplan 2031-2034"],
    "Vi læser kommunens Børne- og Ungepolitik 2030-2033.": ["Børne- og Ungepolitik 2030-2033"],
    "Vi læser den sammen med Rygestopstrategi 2030.": ["Rygestopstrategi 2030"],
    "Pengene kommer fra Puljen til støtte af enlige fædre, som udløber.": ["Puljen til støtte af enlige fædre"],
    "Med lov om kloge høns i haver beskyttes de.": ["lov om kloge høns i haver"],
    "Det fremgår af cykelreformen.": ["cykelreformen"],
    "Data hentes i Landspatientregisteret og i Kræftplan IV.": ["Landspatientregisteret", "Kræftplan IV"],
    "Det følger af økonomiaftalen for 2031, at alle er enige.": ["økonomiaftalen for 2031"],
    "Det Fælles Medicinkort (FMK) bruges af alle.": ["Fælles Medicinkort"],
    "Tallene ses i omsorgssystemet Abacus hver dag.": ["Abacus"],
    "Læs strategien ”Bedre søvn for alle”, før mødet begynder.": ["Bedre søvn for alle"],
    "Regionen har udviklet forløbsprogrammer for borgere med gigt, børn og unge, demens og hjertesvigt.": [
        "forløbsprogram for gigt",
        "forløbsprogram for børn og unge",
        "forløbsprogram for demens",
        "forløbsprogram for hjertesvigt",
    ],
    "Vi har samarbejdsaftaler mellem region og kommuner på høreområdet.": ["samarbejdsaftaler på høreområdet"],
    "En § 2-aftale om hjemmebesøg er i gang.": ["§ 2-aftale om hjemmebesøg"],
    "Reglerne i bekendtgørelse nr. 31 om røde briller er strenge.": ["bekendtgørelse nr. 31 om røde briller"],
    "Det følger af cirkulære om blå hjælpemidler og i lov om kloge høns.": [
        "cirkulære om blå hjælpemidler",
        "lov om kloge høns",
    ],
    "Vi venter på bekendtgørelse nr. 7 af 3. maj 2031 om ure.": ["bekendtgørelse nr. 7 af 3. maj 2031 om ure"],
    "Dansk Søvndatabase har tallene.": ["Dansk Søvndatabase"],
    "Tallene findes i Dansk OdontologiskMedicinsk Database.": ["Dansk OdontologiskMedicinsk Database"],
    "Vi følger Cykelpolitisk rammeaftale for Fyn fra 2031.": ["Cykelpolitisk rammeaftale for Fyn"],
    "Det nye er, at Regionalt Madprogram begynder.": ["Regionalt Madprogram"],
    "Nationalt Madprogram giver fælles mål.": ["Nationalt Madprogram"],
    "Pengene er fra Cykelstyrelsens pulje til hjelme.": ["Cykelstyrelsens pulje til hjelme"],
    "Madrådets pulje til grøntsager finansierer indsatsen.": ["Madrådets pulje til grøntsager"],
    "De får penge fra Danske Regioners pulje til skove.": ["Danske Regioners pulje til skove"],
    "Alle har taget forløbsprogram for snue i brug i år.": ["forløbsprogram for snue"],
    "Forløbsprogram for snue stammer fra 2031.": ["Forløbsprogram for snue"],
    "De kender forløbsprogram for snue og forløbsprogram for hoste.": [
        "forløbsprogram for snue",
        "forløbsprogram for hoste",
    ],
    "Den nye Overenskomst om almen praksis fra maj 2031 gælder.": ["Overenskomst om almen praksis"],
    "Det ses i Sundhedsaftalerne 2007-2010 fra dengang.": ["Sundhedsaftalerne 2007-2010"],
    "De rammer er sat i kommuneplan 2031.": ["kommuneplan 2031"],
    "Arbejdet følger den nationale søvnstrategi1, som alle kender.": ["nationale søvnstrategi"],
    "En ny madpolitik for kantiner er på vej.": ["madpolitik for kantiner"],
    "En samarbejdsaftale om søvn er under udarbejdelse.": ["samarbejdsaftale om søvn"],
    "Parterne erstatter sundhedsaftalerne fra første generation.": ["sundhedsaftalerne fra første generation"],
    "Vi bruger Tilskudsaftale om kørsel og Tilskudsaftale om mad.": [
        "Tilskudsaftale om kørsel",
        "Tilskudsaftale om mad",
    ],
}


@pytest.mark.parametrize(("text", "names"), NAMES.items())
def test_a_name_is_read_as_printed(text: str, names: list[str]) -> None:
    """Without article and genitive, with object and years, each thing of an enumeration by itself."""
    assert names == [c.name for c in cited(text)]


OWN_NAMES = {
    "Kommunen holder kurset Spis med ro to gange om året.": ("Spis med ro", "programme"),
    "Vi er med i partnerskabet Grøn Hverdag, som vokser.": ("Grøn Hverdag", "programme"),
    "De bygger på programmet Et bedre måltid og andre ting.": ("Et bedre måltid", "programme"),
    "Forsøget hedder Tryg på farten.": ("Tryg på farten", "programme"),
    "Ordningen, kaldet Mad til tiden, er ny.": ("Mad til tiden", "programme"),
    "Fra 2031 har Projekt Rask Cykel i Vejle hjulpet mange.": ("Projekt Rask Cykel", "programme"),
    "Den nationale handlingsplan Frisk – ny luft i alle rum peger på det samme.": (
        "Frisk – ny luft i alle rum",
        "plan",
    ),
    "Regeringens strategi Mere luft lægger vægt på rum.": ("Mere luft", "strategy"),
    "Det gælder sygehusenes journal, Stella Record, som er gammel.": ("Stella Record", "it_system"),
    "De måler selv gennem it-løsningen PulsHjem og ringer.": ("PulsHjem", "it_system"),
    "De bruger platformen Fjernsyn til alt.": ("Fjernsyn", "it_system"),
    "Regeringens plan Jo før – jo bedre er fra 2014.": ("Jo før – jo bedre", "plan"),
}


@pytest.mark.parametrize(("text", "named"), OWN_NAMES.items())
def test_a_noun_before_an_own_name_tells_what_it_is(text: str, named: tuple[str, str]) -> None:
    """Also where the name goes on in small letters; it ends at a verb, a number or a comma."""
    found = one(text)
    assert named == (found.name, found.kind)


@pytest.mark.parametrize(
    "text",
    [
        "Siden kommunalreformen er meget sket.",
        "Det skete i forbindelse med strukturreformen.",
        "Efter Kommunalreformen flyttede de.",
        "Styrelsens vejledning på området er god, og det er planer på børneområdet også.",
        "Den regionale plan Region Sjælland har lavet, er kort.",
        "Der lægges en plan for patienten, og genoptræningsplanen sendes til kommunen.",
        "Vi laver faste aftaler med lægerne om, hvem der gør hvad.",
        "Aftalen gælder for alle, og planen følges hver dag.",
        "Politikerne og politikere fra partiprogrammet deltager.",
        "Se mere på https://www.eksempel.example/om-ældreaftalen/side",
        "Der udarbejdes forløbsprogrammer for kronisk sygdom.",
    ],
)
def test_a_noun_of_everyday_work_is_no_name(text: str) -> None:
    """Neither a plan for one patient nor any agreement, nor the words of an address."""
    assert [] == cited(text)


KINDS = {
    "Vi kender Kørselsoverenskomst 2030 godt.": "agreement",
    "Vi kender Svømmeprogram for seniorer godt.": "programme",
    "Vi kender Madpolitik for plejehjem godt.": "strategy",
    "Vi kender Bekendtgørelse om briller godt.": "law",
    "Vi kender Hospitalsplan 2030 godt.": "plan",
    "Vi kender Ensomhedspuljen godt.": "pool",
    "Vi kender Dansk Patientsikkerhedsdatabase godt.": "database",
    "Vi kender Vaccineportalen godt.": "it_system",
    "Vi kender Fonden for Velfærdsteknologi godt.": "pool",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_the_noun_tells_the_kind(text: str, kind: str) -> None:
    """The last part of the compound decides, or the register."""
    assert kind == one(text).kind


def test_a_noun_alone_tells_the_kind() -> None:
    """Whatever its form and its case; other words tell none."""
    assert ["plan", "agreement", None] == [kind_of(w) for w in ("Cykelplanerne,", "SUNDHEDSAFTALE", "planet")]


RELATIONS = {
    "Vi følger Samarbejdsaftale om cykling, som vil blive revideret i 2031.": "revises",
    "Strategien bygger videre på Madpolitik 2020-2024.": "builds_on",
    "Amtets Kørselsaftale om taxa fra 2003 videreføres.": "builds_on",
    "Planen udmønter Svømmeprogram for seniorer.": "implements",
    "Sundhedsloven forpligter parterne til at mødes.": "implements",
    "Vi vil revidere Madpolitik for plejehjem, så den bliver kortere.": "revises",
    "Kørselsaftale om taxa fra 2003 er gammel og revideres.": "revises",
    "Vi vil indgå aftale om kørsel til dialyse.": "planned",
    "Madpolitik for plejehjem skal udarbejdes i 2031.": "planned",
    "Kommunen følger nationale retningslinjer for bade, når disse foreligger.": "planned",
    "Det fremgår af Madpolitik for plejehjem.": "refers_to",
    "Planen gennemfører Madpolitik for plejehjem.": "implements",
    "Den skal føre Madpolitik for plejehjem ud i livet.": "implements",
    "Aftalen udfylder bekendtgørelse om briller.": "implements",
    "Planen er et svar på økonomiaftalen for 2031.": "implements",
    "Planen er et svar på Madpolitik for plejehjem.": "refers_to",
    "Madpolitik 2020-2024 danner grundlaget for den.": "builds_on",
    "Aftalen bygger på Madpolitik 2020-2024.": "builds_on",
    "Byen vedtog Madpolitik 2020-2024, som strategien her viderefører.": "builds_on",
    "Det står i Madpolitik 2020-2024, og strategien bygger oven på det fundament.": "builds_on",
    "Forhandlingerne om Madpolitik 2031-2034 er i gang.": "planned",
    "Økonomiaftalen for 2031 er ikke indgået, når dette skrives.": "planned",
    "Næste skridt er Madpolitik for plejehjem, som endnu ikke er sat i gang.": "planned",
    "De indgår i Madpolitik for plejehjem, som endnu er i støbeskeen.": "planned",
    "Madpolitik for plejehjem udarbejdes i 2031.": "planned",
    "Madpolitik for plejehjem siger, hvordan menuer udarbejdes.": "refers_to",
    "Dansk Søvndatabase, som de er ved at opbygge, er god.": "planned",
    "Vi vil udvikle Dansk Søvndatabase.": "refers_to",
    "Madpolitik for plejehjem skal skrives om i 2031.": "revises",
    "Madpolitik for plejehjem står foran en revision.": "revises",
    "De fører Madpolitik for plejehjem igennem en revision.": "revises",
    "Madpolitik for plejehjem blev revideret i 2031.": "refers_to",
    "Psykiatriloven revideres hvert år.": "refers_to",
    "Hospitalsplan 2030 skal revideres, hvis der kommer flere patienter.": "refers_to",
    "Vaccineportalen forventes klar i 2031.": "refers_to",
}


@pytest.mark.parametrize(("text", "relation"), RELATIONS.items())
def test_the_words_around_tell_the_relation(text: str, relation: str) -> None:
    """A cue before or behind the name decides; a condition does not, and a system is never planned."""
    assert relation == one(text).relation


def test_two_names_have_each_their_own_relation() -> None:
    """The nearest cue counts."""
    text = "Den bygger videre på Madpolitik 2020-2024 og er kommunens udmøntning af Svømmeprogram for seniorer."
    assert ["builds_on", "implements"] == [c.relation for c in cited(text)]


def test_the_next_sentence_may_say_that_it_is_still_to_be_made() -> None:
    """Of one name, or of the last of several."""
    text = "Der er Forløbsprogram for gigt, Forløbsprogram for søvn og Forløbsprogram for angst."
    found = cited(f"{text} De to sidste er stadig under udarbejdelse.")
    assert ["refers_to", "planned", "planned"] == [c.relation for c in found]
    assert "planned" == one("Det skrives i Praksisplan for høreprøver. Planen ventes vedtaget i maj.").relation


@pytest.mark.parametrize(
    "later",
    [
        "Aftalen passer dårligt til dialyse.",
        "Aftalen bruges ikke, efter at psykiatriloven kom; den bliver revideret.",
        "Den er forældet.",
    ],
)
def test_the_next_sentence_may_say_that_it_is_to_be_revised(later: str) -> None:
    """Where it speaks of a thing of that kind, whatever else it names."""
    assert "revises" == cited(f"Det står i Kørselsaftale om taxa fra 2003. {later}")[0].relation


def test_the_next_sentence_may_speak_of_something_else() -> None:
    """Another noun is another subject; "Begge" is the last two."""
    assert "refers_to" == one("Det står i Kørselsaftale om taxa fra 2003. Planen er forældet.").relation
    assert "refers_to" == one("Det står i Kørselsaftale om taxa fra 2003. Bygningen er forældet.").relation
    found = cited("Vi har Forløbsprogram for gigt og Forløbsprogram for snue. Begge programmer udvikles i 2031.")
    assert ["planned", "planned"] == [c.relation for c in found]


def test_what_goes_for_some_is_said_in_the_sentence_before() -> None:
    """A sentence "Det gælder ..." takes up what the sentence before it says of them."""
    names = "Kørselsaftale om taxa fra 2003 og Rammeaftale om mad"
    for lead, relation in (
        ("De aftaler, der fungerer, videreføres.", "builds_on"),
        ("To af dem revideres.", "revises"),
        ("Der er meget at læse.", "refers_to"),
    ):
        assert [relation] * 2 == [c.relation for c in cited(f"{lead} Det gælder {names}.")]


def test_a_revision_says_more_than_a_use() -> None:
    """Told again, a thing is what says most of it."""
    text = "Implementeringen af Kørselsaftale om taxa går godt. I år skal Kørselsaftale om taxa revideres."
    assert "revises" == one(text).relation


def test_an_agreement_stands_to_those_before_and_behind_it() -> None:
    """The generation before is built on, a later one is planned; one of a single year before it is not itself."""
    own = itself("Sundhedsaftale 2015-2018\n\nAftalen handler om mange ting og er ganske lang at læse.", None)
    for name, relation in (
        ("Sundhedsaftalen 2011-2014", "builds_on"),
        ("Sundhedsaftalen 2007-2010", "refers_to"),
        ("Sundhedsaftalen 2019-2023", "planned"),
        ("Handleplan 2016-2017", "planned"),
        ("Madpolitik 2014-2017", "refers_to"),
        ("Sundhedsaftale 2014", "builds_on"),
    ):
        assert [relation] == [c.relation for c in cited(f"Det står i {name}, som alle kender.", own)]


def test_an_order_in_a_footnote_is_only_named() -> None:
    """Where nothing but "Jf." stands before it."""
    own = itself("Sundhedsaftale 2015-2018\n\nAftalen handler om mange ting og er ganske lang at læse.", None)
    text = "Jf. bekendtgørelse om sundhedskoordinationsudvalg og sundhedsaftaler."
    assert ["refers_to"] == [c.relation for c in cited(text, own)]


def test_a_strategy_does_not_cite_itself_without_its_place() -> None:
    """As the heads of its pages print it."""
    own = itself(
        "Madpolitik for Fanø 2030-2033\n\nMadpolitik for Fanø 2030-2033 handler om mad og er ganske lang at læse.",
        None,
    )
    assert "Madpolitik for Fanø 2030-2033" == own.name
    assert [] == cited("Det er Madpolitik 2030-2033, som alle kender.", own)
    assert 1 == len(cited("Det er Madpolitik 2026-2029, som alle kender.", own))


def test_a_repeated_name_may_be_shorter() -> None:
    """Later "Programmet for snue" is the programme named before."""
    found = one("Vi har Forløbsprogram for snue.\n\nProgrammet for snue er godt, siger alle, der kender det.")
    assert ("Forløbsprogram for snue", 1) == (found.name, len(found.further))


PERIODS = {
    "Vi læser Madpolitik 2020-2024 igen.": ("2020", "2024"),
    "Vi læser Kørselsaftale om taxa fra 2003 igen.": ("2003", None),
    "National strategi for digitalisering af sundhedsvæsenet 2013-2017 gælder.": ("2013", "2017"),
    "Overenskomst om almen praksis fra september 2031 gælder.": ("2031", None),
    "Det står i økonomiaftalen 2031, som alle kender.": ("2031", "2031"),
    "Hjælpemiddelaftalen indgået 5. maj 2031 gælder alle.": ("2031-05-05", None),
    "Kørselsaftale om taxa løber til 31. december 2032.": (None, "2032-12-31"),
    "Den 1. juli 2031 trådte Madpolitik 2031-2034 i kraft.": ("2031-07-01", "2034"),
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_period_keeps_its_precision(text: str, period: tuple[str | None, str | None]) -> None:
    """Years of a name, days where the sentence prints them; a yearly agreement is of its year alone."""
    found = one(text)
    assert period == (found.start, found.end)


def test_a_thing_cited_again_is_one() -> None:
    """First place, the rest as further evidence; a bare noun and another name of a law count too."""
    found = cited(
        "Efter serviceloven er det sådan. Transportaftalen fra 2030 gælder.\n\n"
        "Lov om social service gælder også. Det står i Transportaftalen."
    )
    assert [("serviceloven", 1), ("Transportaftalen", 1)] == [(c.name, len(c.further)) for c in found]
    assert "2030" == found[1].start


def test_a_fuller_name_replaces_a_bare_one() -> None:
    """The place stays the first."""
    (found,) = cited("Det står i praksisplanen.\n\nDen hedder Praksisplan for fodpleje 2030-2033.")
    assert "Praksisplan for fodpleje 2030-2033" == found.name
    assert "praksisplanen" == found.evidence.wording


def test_the_same_name_of_other_years_is_another_thing() -> None:
    """Two generations of a policy are two."""
    assert 2 == len(cited("Vi læser Madpolitik 2020-2024 og Madpolitik 2016-2019 igen."))


def test_earlier_health_agreements_are_one_thing() -> None:
    """A plural without years is cited under its own words."""
    found = one("Vi bygger videre på erfaringer fra de to foregående sundhedsaftaler.")
    assert ("to foregående sundhedsaftaler", "builds_on") == (found.name, found.relation)


def test_words_and_years_of_one_generation_are_one_agreement() -> None:
    """The third generation is that of 2015-2018."""
    (found,) = cited("Den tredje sundhedsaftale er god. Det er Sundhedsaftalen 2015-2018.")
    assert 1 == len(found.further)


def test_an_agreement_does_not_cite_itself() -> None:
    """Neither by its years nor by its generation; the earlier one is cited."""
    own = itself("Sundhedsaftale 2015-2018\n\nAftalen handler om mange ting og er ganske lang at læse.", None)
    found = cited("Med tredje generation af sundhedsaftaler afløser vi Sundhedsaftalen 2011-2014.", own)
    assert [("Sundhedsaftalen 2011-2014", "builds_on")] == [(c.name, c.relation) for c in found]


def test_a_health_agreement_carries_out_the_order_it_is_made_under() -> None:
    """In an agreement; a memo only refers to it."""
    text = "Se bekendtgørelse om sundhedskoordinationsudvalg og sundhedsaftaler."
    own = itself("Sundhedsaftale 2015-2018\n\nAftalen handler om mange ting og er ganske lang at læse.", None)
    assert ["implements"] == [c.relation for c in cited(text, own)]
    assert "refers_to" == one(text).relation


def test_a_footnote_gives_the_title_of_a_plan() -> None:
    """With the same years and an address behind it."""
    note = "2 Ro og orden på afsnittene i Region Sjælland 2031-2033  https://www.eksempel.example/ro"
    found = one(f"De har nu en plan for psykiatri 2031-20332 og glæder sig.\n\n{note}\n")
    assert ("Ro og orden på afsnittene", "plan", "2033") == (found.name, found.kind, found.end)


def test_evidence_is_the_place_in_the_document() -> None:
    """Also where a name is wrapped; lines count from the top."""
    found = one("Det er en lang linje, som til sidst nævner Forløbsprogram for\nmigræne og så slutter den.")
    assert "Forløbsprogram for migræne" == found.as_printed
    assert (5, 6) == (found.evidence.line_start, found.evidence.line_end)
    assert "Forløbsprogram for\nmigræne" == found.evidence.wording


def test_a_heading_needs_a_year() -> None:
    """What a section is about is not yet cited."""
    text = "Handleplan for sygeplejen\n\nHer står en hel masse om dagligdagen, og det er der ikke noget forkert i."
    assert [] == cited(text)
