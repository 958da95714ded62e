"""The registers that come with the package, and what `parse` refuses."""

from collections import Counter
from datetime import date

import pytest

from samspil.ontology.register import Area, Change, Entry, Register, parse, register

REGION = """
[[actor]]
key = "region-a"
name = "Region A"
kind = "region"
sector = "region"
source = "a law"
verified = true
valid_until = 2026-12-31
"""
MUNICIPALITY = """
[[actor]]
key = "b-kommune"
name = "B Kommune"
kind = "municipality"
sector = "municipality"
region = "region-a"
source = "a law"
verified = true
"""
AREA = """
[[area]]
key = "area-c"
name = "Planområde C"
region = "region-a"
members = ["b-kommune"]
source = "a plan"
verified = true
"""
CHANGE = """
[[change]]
key = "change-d"
label = "A bliver til B"
date = 2027-01-01
originals = ["region-a"]
results = ["region-a"]
source = "a law"
verified = true
"""
HOSPITAL = MUNICIPALITY.replace("b-kommune", "h").replace('"municipality"', '"hospital"')
IN_HOSPITAL_AREA = AREA + 'hospitals = ["h"]\n'


@pytest.fixture(scope="module")
def real() -> Register:
    """The registers of the package."""
    return register()


def small(*tables: str) -> Register:
    """Parse tables as one file."""
    return parse({"small.toml": "".join(tables)})


def keys(things: tuple[Entry, ...] | tuple[Area, ...]) -> list[str]:
    """Return the keys of entries or areas."""
    return [thing.key for thing in things]


def test_there_are_98_municipalities(real: Register) -> None:
    """Denmark has 98 municipalities, each with a code of four digits that no other has."""
    municipalities = [e for e in real.entries if e.kind == "municipality"]
    codes = {e.codes["kommune"] for e in municipalities}

    assert 98 == len(municipalities) == len(codes)
    assert all(len(code) == 4 and code.isdigit() for code in codes)


@pytest.mark.parametrize(
    ("region", "count"),
    [("hovedstaden", 29), ("sjaelland", 17), ("syddanmark", 22), ("midtjylland", 19), ("nordjylland", 11)],
)
def test_each_region_has_its_municipalities(real: Register, region: str, count: int) -> None:
    """From 2007 to 2026 the number of municipalities of each region is the one that the reform gave it."""
    assert count == len(real.municipalities(f"region-{region}", date(2007, 1, 1)))
    assert count == len(real.municipalities(f"region-{region}", date(2026, 12, 31)))
    assert () == real.municipalities(f"region-{region}", date(2006, 12, 31))


def test_two_regions_become_one_in_2027(real: Register) -> None:
    """On 2027-01-01 Region Østdanmark takes over the 46 municipalities of Region Hovedstaden and Region Sjælland."""
    before, after = date(2026, 12, 31), date(2027, 1, 1)
    old = real.municipalities("region-hovedstaden", before) + real.municipalities("region-sjaelland", before)

    assert 46 == len(old)
    assert set(keys(old)) == set(keys(real.municipalities("region-oestdanmark", after)))
    assert () == real.municipalities("region-oestdanmark", before)
    assert () == real.municipalities("region-hovedstaden", after)
    assert 19 == len(real.municipalities("region-midtjylland", after))


def test_the_2027_change_names_its_regions(real: Register) -> None:
    """Exactly one change event leads to Region Østdanmark, from the two regions that end the day before."""
    (change,) = (c for c in real.changes if "region-oestdanmark" in c.results)

    assert {"region-hovedstaden", "region-sjaelland"} == set(change.originals)
    assert date(2027, 1, 1) == change.date
    assert {date(2026, 12, 31)} == {real.by_key[key].valid_until for key in change.originals}


def test_todays_region_is_part_of_the_history(real: Register) -> None:
    """Where the history of a region is given, the region itself stands in it."""
    assert [] == [e.key for e in real.entries if e.regions and e.region not in real.regions_of(e)]


def test_everything_says_where_it_comes_from(real: Register) -> None:
    """Every entry, area and change has a source, and a note where it is not verified."""
    everything: list[Entry | Area | Change] = [*real.entries, *real.areas, *real.changes]

    assert all(thing.source for thing in everything)
    assert all(thing.verified or thing.note for thing in everything)


@pytest.mark.parametrize(
    ("key", "name", "code"),
    [
        ("koebenhavns-kommune", "Københavns Kommune", "0101"),
        ("hoeje-taastrup-kommune", "Høje-Taastrup Kommune", "0169"),
        ("bornholms-regionskommune", "Bornholms Regionskommune", "0400"),
        ("aarhus-kommune", "Aarhus Kommune", "0751"),
    ],
)
def test_names_are_official(real: Register, key: str, name: str, code: str) -> None:
    """A municipality stands under its official name, its key is that name in ASCII."""
    assert (name, code) == (real.by_key[key].name, real.by_key[key].codes["kommune"])


def test_a_spelling_means_one_municipality_or_region(real: Register) -> None:
    """No name, place, alias or abbreviation is shared by two municipalities or regions."""
    places = [e for e in real.entries if e.kind in ("municipality", "region")]
    spellings = Counter(s for e in places for s in {e.name, e.place, *e.aliases, *e.abbreviations})

    assert [] == [spelling for spelling, count in spellings.items() if count > 1]


def test_every_municipality_and_region_has_a_place(real: Register) -> None:
    """Coordinated lists print bare places, so each municipality and region has one."""
    assert all(e.place for e in real.entries if e.kind in ("municipality", "region"))


def test_areas_of_hovedstaden_cover_the_region_once(real: Register) -> None:
    """The planning areas of Region Hovedstaden hold its 29 municipalities once, only the split København twice."""
    areas = [a for a in real.areas if a.region == "region-hovedstaden"]
    counts = Counter(key for area in areas for key in area.members)

    assert set(keys(real.municipalities("region-hovedstaden", date(2019, 12, 1)))) == set(counts)
    assert {"koebenhavns-kommune": 2} == {key: count for key, count in counts.items() if count > 1}


def test_members_of_an_area_belong_to_its_region(real: Register) -> None:
    """An area does not reach over the border of its region."""
    strangers = [(a.key, k) for a in real.areas for k in a.members if a.region != real.by_key[k].region]

    assert [] == strangers


@pytest.mark.parametrize(
    ("hospital", "area"),
    [
        ("nordsjaellands-hospital", "Planområde Nord"),
        ("herlev-og-gentofte-hospital", "Planområde Midt"),
        ("amager-og-hvidovre-hospital", "Planområde Syd"),
        ("bispebjerg-og-frederiksberg-hospital", "Planområde Byen"),
        ("bornholms-hospital", "Planområde Bornholm"),
    ],
)
def test_a_hospital_has_one_area(real: Register, hospital: str, area: str) -> None:
    """In 2019 each hospital with emergency admission has the area that is named after its part of the region."""
    found = real.area_of_hospital(hospital, date(2019, 12, 1))

    assert found is not None
    assert area == found.name


def test_areas_are_found_by_any_name(real: Register) -> None:
    """An area is found by alias, in capitals and over a line break; the region tells namesakes apart."""
    assert ["planomraade-syd"] == keys(real.areas_named("PLANLÆGNINGSOMRÅDE\n SYD"))
    assert {"planomraade-syd", "klynge-syd-nordjylland-omraade"} == set(keys(real.areas_named("Klynge Syd")))
    assert ["klynge-syd-nordjylland-omraade"] == keys(real.areas_named("Klynge Syd", "region-nordjylland"))
    assert () == real.areas_named("Planområde Øst")


def test_the_register_is_read_once() -> None:
    """All callers share one register."""
    assert register() is register()


def test_validity_includes_first_and_last_day() -> None:
    """An actor is valid on its last day and not after it; an open start has always been."""
    region = small(REGION).by_key["region-a"]

    assert [True, True, False, True] == [
        Register.valid(region, on) for on in (date(1900, 1, 1), date(2026, 12, 31), date(2027, 1, 1), None)
    ]


def test_a_region_that_ended_has_no_municipalities() -> None:
    """A municipality without a history of regions belongs to its region only as long as that exists."""
    made = small(REGION, MUNICIPALITY)

    assert ["b-kommune"] == keys(made.municipalities("region-a"))
    assert () == made.municipalities("region-a", date(2027, 1, 1))


def test_a_hospital_in_two_areas_has_no_single_one() -> None:
    """Where two areas hold a hospital, the day decides; without one that does there is no answer."""
    later = IN_HOSPITAL_AREA.replace("area-c", "area-d") + "valid_from = 2020-01-01\n"
    made = small(REGION, MUNICIPALITY, HOSPITAL, IN_HOSPITAL_AREA + "valid_until = 2019-12-31\n", later)

    assert [None, "area-c", "area-d"] == [
        area and area.key
        for area in (made.area_of_hospital("h", on) for on in (None, date(2019, 1, 1), date(2020, 1, 1)))
    ]


def test_empty_texts_are_nothing() -> None:
    """An optional text that is left empty is None, as if it were missing."""
    made = small(REGION, MUNICIPALITY + 'part_of = ""\nnote = ""\n')

    assert (None, None) == (made.by_key["b-kommune"].part_of, made.by_key["b-kommune"].note)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (MUNICIPALITY, "b-kommune: region: no region of the registers has the key 'region-a'"),
        (REGION.replace('name = "Region A"', 'name = ""'), "region-a: name is missing"),
        (REGION.replace('key = "region-a"', ""), "actor 1: key is missing"),
        (REGION.replace('source = "a law"', ""), "region-a: source is missing"),
        (REGION.replace('kind = "region"', 'kind = "land"'), "region-a: unknown kind 'land'"),
        (REGION.replace('sector = "region"', 'sector = "land"'), "region-a: unknown sector 'land'"),
        (REGION.replace("verified = true", "verified = false"), "region-a: a note must say what is not verified"),
        (REGION.replace("verified = true", 'verified = "yes"'), "region-a: verified is not of the type bool"),
        (REGION.replace("verified = true", ""), "region-a: verified is missing"),
        (REGION.replace("2026-12-31", '"2026"'), "region-a: valid_until is not of the type date"),
        (REGION.replace("2026-12-31", "2026-12-31T00:00:00"), "region-a: valid_until is not of the type date"),
        (REGION + "valid_from = 2027-01-01", "region-a: valid_until 2026-12-31 lies before valid_from 2027-01-01"),
        (REGION + 'alias = "A"', "region-a: unknown field alias"),
        (REGION + 'aliases = "A"', "region-a: aliases is not of the type list"),
        (REGION + 'aliases = ["A", ""]', "region-a: aliases is not a list of texts"),
        (REGION + "codes = { kommune = 101 }", "region-a: codes is not a table of texts"),
        (REGION + 'regions = ["region-a"]', "region-a: regions is not a list of tables"),
        (REGION + 'regions = [{ key = "region-a", untill = 2026-12-31 }]', "region-a 1: unknown field untill"),
        (
            REGION + 'regions = [{ key = "region-x" }]',
            "region-a: region: no region of the registers has the key 'region-x'",
        ),
        (REGION + 'part_of = "x"', "has the key 'x'"),
        (REGION + REGION, "region-a: the key is used 2 times"),
        (REGION + AREA, "area-c: members: no municipality of the registers has the key 'b-kommune'"),
        (
            REGION + MUNICIPALITY + IN_HOSPITAL_AREA,
            "area-c: hospitals: no hospital/psychiatric_centre of the registers",
        ),
        (REGION + CHANGE.replace('["region-a"]', '["x"]', 1), "change-d: originals: no "),
        (REGION + CHANGE.replace("date = 2027-01-01", ""), "change-d: date is missing"),
        ('[[actors]]\nkey = "a"', "actors: none of the tables actor, area, change"),
        ('[actor]\nkey = "a"', "actor: actor is not of the type list"),
        ("[[actor", "Expected"),
    ],
)
def test_a_mistake_names_file_and_key(text: str, message: str) -> None:
    """A structural mistake in a file is refused with the file's name, the key of the table, and what is wrong."""
    with pytest.raises(ValueError, match=r"^small\.toml: ") as caught:
        small(text)

    assert message in str(caught.value)


def test_a_key_is_unique_over_all_files() -> None:
    """Two files may not define the same key."""
    with pytest.raises(ValueError, match=r"^one\.toml: region-a: the key is used 2 times$"):
        parse({"two.toml": REGION, "one.toml": REGION})


def test_files_may_refer_to_each_other() -> None:
    """A reference may point into a file that is read later."""
    made = parse(
        {"areas.toml": AREA, "changes.toml": CHANGE, "municipalities.toml": MUNICIPALITY, "regions.toml": REGION}
    )

    assert ["b-kommune", "region-a"] == keys(made.entries)
    assert ("b-kommune",) == made.areas[0].members
