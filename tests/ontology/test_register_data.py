"""The facts in the registers of hospitals, psychiatric centres, organisations and change events hold together."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations

import pytest

from samspil.ontology.concepts import concepts
from samspil.ontology.register import Change, Entry, Register, register

REGIONS = ("region-hovedstaden", "region-sjaelland", "region-syddanmark", "region-midtjylland", "region-nordjylland")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# what these words mean depends on the document, so no register may claim them
CONTEXT = ("psykiatrien", "hele psykiatrien", "egen læge", "hospitalet", "kommunerne", "regionen", "psykiatrisk center")


@pytest.fixture(scope="module")
def real() -> Register:
    """The registers of the package."""
    return register()


def folded(name: str) -> str:
    """Return a name as it is compared: without regard to case and spacing."""
    return " ".join(name.casefold().split())


def overlap(a: Entry, b: Entry) -> bool:
    """Tell whether there is a day on which both are valid."""
    starts = max(a.valid_from or date.min, b.valid_from or date.min)
    return starts <= min(a.valid_until or date.max, b.valid_until or date.max)


def clashes(uses: Iterable[tuple[str, Entry]]) -> list[tuple[str, str, str]]:
    """Return the texts that stand for two entries on one day."""
    users: dict[str, dict[str, Entry]] = defaultdict(dict)
    for text, entry in uses:
        users[text][entry.key] = entry
    pairs = ((text, a, b) for text, held in users.items() for a, b in combinations(held.values(), 2))
    return [(text, a.key, b.key) for text, a, b in pairs if overlap(a, b)]


def meant(real: Register, text: str, on: date) -> set[str]:
    """Return the keys of the entries that a text can mean on a day."""
    valid = (e for e in real.entries if real.valid(e, on))
    return {e.key for e in valid if text in e.abbreviations or folded(text) in map(folded, (e.name, *e.aliases))}


def misfits(real: Register, change: Change) -> list[str]:
    """Return the actors whose validity does not fit the event."""
    before, after = set(change.originals), set(change.results)
    eve = change.date - timedelta(days=1)
    ended = [k for k in before - after if real.by_key[k].valid_until != eve]
    begun = [k for k in after - before if real.by_key[k].valid_from != change.date]
    return ended + begun + [k for k in before & after if not lives_through(real, k, eve)]


def lives_through(real: Register, key: str, eve: date) -> bool:
    """Tell whether an actor is valid on a day and on the next."""
    return real.valid(real.by_key[key], eve) and real.valid(real.by_key[key], eve + timedelta(days=1))


def test_keys_are_unique_slugs(real: Register) -> None:
    """No key names two things, and a key is lower-case ASCII, so that it can stand in an IRI."""
    keys = [*(e.key for e in real.entries), *(c.key for c in real.changes), *(a.key for a in real.areas)]
    assert sorted(set(keys)) == sorted(keys)
    assert [k for k in keys if not SLUG.fullmatch(k)] == []


def test_codes_are_concepts(real: Register) -> None:
    """Each kind and sector is a concept of its scheme."""
    assert {e.kind for e in real.entries} - set(concepts("kind")) == set()
    assert {e.sector for e in real.entries} - set(concepts("sector")) == set()


def test_references_resolve(real: Register) -> None:
    """Each region, owner and party of a change event is an entry."""
    named = {key for e in real.entries for key in (e.region, e.part_of) if key}
    named |= {key for c in real.changes for key in (*c.originals, *c.results)}
    assert named - set(real.by_key) == set()


def test_a_part_lives_with_its_owner(real: Register) -> None:
    """A part and its owner are valid on some common day, and are of one region where both have one."""
    pairs = [(e, real.by_key[e.part_of]) for e in real.entries if e.part_of]
    assert [e.key for e, owner in pairs if not overlap(e, owner)] == []
    assert [e.key for e, owner in pairs if owner.region and e.region not in (None, owner.region)] == []


def test_names_are_unambiguous(real: Register) -> None:
    """No name or alias stands for two entries on one day, whatever its case."""
    assert clashes((folded(n), e) for e in real.entries for n in (e.name, *e.aliases)) == []


def test_abbreviations_are_unambiguous(real: Register) -> None:
    """No abbreviation, as it is cased, stands for two entries on one day or is another entry's name."""
    texts = ((text, e) for e in real.entries for text in (e.name, *e.aliases, *e.abbreviations))
    assert clashes(texts) == []


def test_no_entry_repeats_a_spelling(real: Register) -> None:
    """An entry's name and aliases differ in more than case and spacing."""
    assert [e.key for e in real.entries if len({folded(n) for n in (e.name, *e.aliases)}) != 1 + len(e.aliases)] == []


def test_words_that_depend_on_context_are_nobodys(real: Register) -> None:
    """Words whose meaning only the document tells are no name of an entry."""
    names = {folded(n) for e in real.entries for n in (e.name, *e.aliases)}
    assert names & set(CONTEXT) == set()


def test_every_fact_has_a_source(real: Register) -> None:
    """Each entry and event names its source; what is only general knowledge says so and is not verified."""
    things: list[Entry | Change] = [*real.entries, *real.changes]
    assert [t.key for t in things if not t.source.strip()] == []
    assert [t.key for t in things if t.verified and "general knowledge" in t.source] == []
    assert [t.key for t in things if not t.verified and not t.note] == []


def test_changes_fit_the_validity_of_their_actors(real: Register) -> None:
    """Originals end the day before an event and results begin that day; who takes over another lives through it."""
    assert {c.key: misfits(real, c) for c in real.changes if misfits(real, c)} == {}


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_hospitals_and_one_psychiatry(real: Register, region: str) -> None:
    """In 2019 each region had somatic hospitals and exactly one psychiatric hospital organisation."""
    there = [e for e in real.entries if e.kind == "hospital" and e.region == region and real.valid(e, date(2019, 6, 1))]
    assert len([e for e in there if e.sector == "psychiatry"]) == 1
    assert len([e for e in there if e.sector == "hospital"]) >= 5


@pytest.mark.parametrize(
    ("text", "on", "key"),
    [
        ("BFH", date(2012, 1, 1), "bispebjerg-og-frederiksberg-hospital"),
        ("Bispebjerg og Frederiksberg Hospitaler", date(2019, 1, 1), "bispebjerg-og-frederiksberg-hospital"),
        ("BBH", date(2011, 12, 31), "bispebjerg-hospital"),
        ("HIH", date(2012, 5, 1), "hilleroed-hospital"),
        ("Glostrup Hospital", date(2014, 12, 31), "glostrup-hospital"),
        ("Rigshospitalet - Glostrup", date(2015, 7, 1), "rigshospitalet-glostrup"),
        ("Sjællands Universitetshospital, Køge", date(2020, 1, 1), "sjaellands-universitetshospital"),
        ("OUH", date(2020, 1, 1), "odense-universitetshospital"),
        ("AUH", date(2020, 1, 1), "aarhus-universitetshospital"),
        ("Psykiatrisk Center Skt. Hans", date(2019, 1, 1), "psykiatrisk-center-sct-hans"),
        ("PC Hvidovre", date(2016, 1, 31), "psykiatrisk-center-hvidovre"),
        (
            "Børne- og Ungdomspsykiatrisk Center Glostrup",
            date(2012, 1, 1),
            "boerne-og-ungdomspsykiatrisk-center-glostrup",
        ),
        ("de praktiserende læger", date(2019, 1, 1), "almen-praksis"),
        ("PLO-H", date(2019, 1, 1), "plo-hovedstaden"),
        ("Sundhedsministeriet", date(2018, 1, 1), "sundheds-og-aeldreministeriet"),
        ("Indenrigs- og Sundhedsministeriet", date(2011, 1, 1), "indenrigs-og-sundhedsministeriet-2010"),
        ("SKU", date(2019, 12, 1), "sundhedskoordinationsudvalg"),
        ("KKR Hovedstaden", date(2019, 12, 1), "kkr-hovedstaden"),
    ],
)
def test_a_name_of_its_time_means_one_actor(real: Register, text: str, on: date, key: str) -> None:
    """Names, spellings and abbreviations of a day mean the actor of that day."""
    assert meant(real, text, on) == {key}


@pytest.mark.parametrize("text", ["Bispebjerg Hospital", "Psykiatrisk Center Gentofte", "Steno Diabetes Center", "SKU"])
def test_a_name_of_the_past_means_nobody_today(real: Register, text: str) -> None:
    """The name of an actor that merged does not pass to the one that it became."""
    assert meant(real, text, date(2026, 1, 1)) == set()
