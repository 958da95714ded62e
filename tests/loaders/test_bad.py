"""Hostile and broken documents: the good rows are kept, the doubtful ones flagged (tests/data/bad/README.md)."""

from pathlib import Path

import pytest

from samspil.loaders.files.reading import read
from samspil.loaders.loading import load
from samspil.loaders.records import Extraction

BAD = Path(__file__).parents[1] / "data" / "bad"


def extraction(name: str) -> Extraction:
    """Return the extraction of one broken document."""
    path = BAD / f"{name}.txt"
    return load(read(path.read_bytes(), path.name))


@pytest.mark.parametrize("path", sorted(BAD.glob("*.txt")), ids=lambda p: p.stem)
def test_the_good_rows_are_kept(path: Path) -> None:
    """No defect costs more than the row it stands in."""
    assert len(extraction(path.stem).initiatives) >= 2


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("absurd-amount", "absurd_amount"),
        ("negative-amount", "absurd_amount"),
        ("cyrillic-actor", "suspicious_characters"),
        ("cyrillic-actor", "misspelt_actor"),
        ("decomposed", "suspicious_characters"),
        ("zero-width", "suspicious_characters"),
        ("end-before-start", "date_order"),
        ("misspelt-actors", "misspelt_actor"),
        ("row-without-status", "missing_status"),
        ("same-letter-twice", "duplicate_key"),
    ],
)
def test_the_defect_is_reported(name: str, rule: str) -> None:
    """Each defect has a finding with its rule."""
    assert rule in {finding.rule for finding in extraction(name).findings}


@pytest.mark.parametrize("name", ["decomposed", "zero-width"])
def test_odd_characters_do_not_hide_an_actor(name: str) -> None:
    """A name is recognised although its characters are composed or parted in another way."""
    assert [] == [f for f in extraction(name).findings if f.rule == "unknown_actor"]


def test_two_projects_with_one_letter_keep_both() -> None:
    """The second is kept under a key of its own."""
    keys = [initiative.key for initiative in extraction("same-letter-twice").initiatives]
    assert len(keys) == len(set(keys))
    assert {"A", "A~2"} <= set(keys)
