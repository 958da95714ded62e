"""The register of instruments, and the generations of the health agreements."""

import re

import pytest

from samspil.ontology.instruments import KINDS, find, in_series, instruments, parse, series

ROW = '[[instrument]]\nkey = "x"\nname = "Testloven"\nkind = "law"\nsource = "En prøve"\nverified = true\n'


def test_names_and_keys_are_used_once() -> None:
    """No two instruments share a name, and keys are plain."""
    found = instruments().by_key.values()
    names = [n.casefold() for i in found for n in i.names] + [a for i in found for a in i.abbreviations]
    assert sorted(set(names)) == sorted(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i.key) for i in found)


def test_the_register_holds_every_kind_that_is_known_nationally() -> None:
    """Laws, agreements, strategies, programmes, plans, pools, systems and databases."""
    assert KINDS == {i.kind for i in instruments().by_key.values()}


def test_what_is_not_verified_says_so() -> None:
    """Each entry names its source, and each unverified one what was not looked up."""
    assert all(i.source and (i.verified or i.note) for i in instruments().by_key.values())
    assert all(g.source and (g.verified or g.note) for g in instruments().generations)


def test_the_generations_follow_each_other() -> None:
    """Five generations, without gaps and overlaps, from 2007 to 2027."""
    found = instruments().generations
    assert [1, 2, 3, 4, 5] == [g.n for g in found]
    assert [g.end + 1 for g in found[:-1]] == [g.start for g in found[1:]]
    assert (2007, 2027) == (found[0].start, found[-1].end)


@pytest.mark.parametrize(
    ("name", "start", "end", "number"),
    [
        ("Sundhedsaftale 2007-2010", None, None, 1),
        ("Sundhedsaftale 2007-2009", None, None, 1),
        ("Sundhedsaftale", "2010-07-01", "2014", 2),
        ("Sundhedsaftalen", "2015-03-01", "2018", 3),
        ("Sundhedsaftalen 2019 - 2023", None, None, 4),
        ("Sundhedsaftalen", "2024", None, 5),
        ("tredje generation af sundhedsaftaler", None, None, 3),
        ("den femte sundhedsaftale", None, None, 5),
        ("2. generation af sundhedsaftaler", None, None, 2),
        ("Sundhedsaftalen", None, None, None),
        ("Sundhedsaftalen 1999", None, None, None),
        ("Ældrestrategi 2015-2018", None, None, None),
    ],
)
def test_a_health_agreement_is_of_a_generation(
    name: str, start: str | None, end: str | None, number: int | None
) -> None:
    """The years shared most decide, or the words; what is no agreement is of none."""
    assert number == series(name, start, end)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Efter sundhedslovens § 119 og lov om social service", ["sundhedsloven", "serviceloven"]),
        ("Kortet (FMK) ses på sundhed.dk", ["faelles-medicinkort", "sundhed-dk"]),
        ("10-års-plan for psykiatrien", ["tiaarsplan-for-psykiatrien"]),
        ("fmk er ingen forkortelse, og et sundt liv er sund hele livet", []),
        ("praksisplan 2030-2033", []),
    ],
)
def test_a_text_names_instruments(text: str, keys: list[str]) -> None:
    """Genitives, hyphens and other names are read; phrases in small letters and series are not."""
    assert keys == [place.instrument.key for place in find(text)]


def test_a_place_leaves_out_the_genitive() -> None:
    """The range is that of the name."""
    (place,) = find("Se psykiatrilovens § 3")
    assert (3, 17) == (place.start, place.end)


def test_a_noun_may_name_a_series() -> None:
    """Whatever its case; the yearly ones are marked."""
    found = in_series("Økonomiaftale")
    assert found is not None and found.annual
    assert in_series("huslejeaftale") is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ROW.replace("law", "letter"), "unknown kind"),
        (ROW.replace("verified = true", "verified = false"), "a note must say"),
        (ROW + 'colour = "blue"\n', "x: unknown or missing field colour"),
        (ROW.replace('name = "Testloven"\n', ""), "x: unknown or missing field name"),
        (ROW + ROW, "used twice"),
        ("[[letter]]\n", "unknown tables"),
    ],
)
def test_a_mistake_in_the_register_is_refused(text: str, problem: str) -> None:
    """A mistake is a ValueError that says what is wrong."""
    with pytest.raises(ValueError, match=problem):
        parse(text)
