"""Labels: ours where there are some, else the first words; short, and never a whole sentence of a source."""

import csv
from importlib.resources import files

import pytest

from samspil.graph.labels import automatic, fingerprint, labels

OURS = list(csv.DictReader(files("samspil.graph").joinpath("labels.csv").read_text("utf-8").splitlines()))


def test_every_goal_indicator_commitment_and_example_of_the_three_documents_has_a_label() -> None:
    """As many labels as there are statements of each kind in the agreement, the memo and the strategy."""
    counted: dict[tuple[str, str], int] = {}
    for row in OURS:
        kind = row["kind"] if row["kind"] in ("indicator", "commitment", "example") else "goal"
        counted[row["document"], kind] = counted.get((row["document"], kind), 0) + 1
    assert {
        ("sundhedsaftale-2015", "goal"): 15,
        ("sundhedsaftale-2015", "indicator"): 11,
        ("sundhedsaftale-2015", "commitment"): 73,
        ("kkr-notat-2019", "goal"): 14,
        ("kbh-strategi", "goal"): 14,
        ("kbh-strategi", "example"): 30,
    } == counted


@pytest.mark.parametrize("language", ["da", "en"])
def test_our_labels_are_short_and_tell_their_statements_apart(language: str) -> None:
    """At most seven words and 50 letters, none twice within a document."""
    assert [] == [row[language] for row in OURS if len(row[language].split()) > 7 or len(row[language]) > 50]
    assert len(OURS) == len({(row["document"], row[language]) for row in OURS})


def test_a_fingerprint_is_of_the_letters_alone() -> None:
    """Wraps, marks and case do not change it."""
    assert fingerprint("At flere får hjælp.") == fingerprint("at  flere\nfår hjælp")
    assert fingerprint("At flere får hjælp") != fingerprint("At færre får hjælp")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("At flere borgere får hjælp i tide.", "Flere borgere får hjælp i tide"),
        ("For at sikre en god start vil vi udvide sundhedsplejen, så alle familier nås.", "Udvide sundhedsplejen"),
        (
            "udarbejde en fælles vejledning om børn som pårørende",
            "Udarbejde en fælles vejledning om børn som pårørende",
        ),
        ("Vi vil aftale faste frister for svar; det sker i 2016.", "Aftale faste frister for svar"),
        ("Parterne skal mødes.", "Mødes"),
    ],
)
def test_an_automatic_label_is_the_main_clause(text: str, label: str) -> None:
    """Purpose and promise go, and what follows the first clause."""
    assert label == automatic(text)


def test_a_long_statement_is_cut_at_a_word() -> None:
    """Eight words at most, and a sign that more follows."""
    label = automatic("styrke det fælles arbejde med kvalitet og med viden om tværgående forløb i alle kommuner")
    assert label.endswith("…")
    assert len(label.split()) <= 8


def test_a_statement_without_a_label_of_ours_has_none_in_english() -> None:
    """Nothing is translated silently."""
    assert labels("At ingen kender denne sætning i forvejen").en is None
