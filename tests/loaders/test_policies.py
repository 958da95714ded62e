"""Aims and policy statements of strategies: what tells them apart, and what is neither. All are invented."""

import pytest

from samspil.loaders.files.passage import Joiner
from samspil.loaders.plans.boxes import policies
from samspil.loaders.texts.structure import parsed
from tests.loaders.strategies import BODY, BOXED, document, examples, goals, plan, two


def test_an_aim_stated_again_has_further_evidence() -> None:
    """A sentence that recalls the aims is evidence of each, and no goal of its own."""
    aims = [goal for goal in plan(BOXED).goals if goal.kind == "objective"]
    assert ["at flere lever sundt", "at færre er alene"] == [goal.further[0].wording for goal in aims]


def test_no_sentence_states_policy_where_lists_do() -> None:
    """A strategy has one manner: where enough was announced, what stands by itself is text."""
    source = document(two("\n\nAlle skal have råd til frugt.\n\n\n", "\n\nAlle skal kunne røre sig.\n\n\n"))
    text = parsed(source, Joiner(source))
    assert [2, 0] == [len(policies(source, text, (), known)) for known in (0, 2)]


def test_a_heading_above_policy_is_no_item() -> None:
    """It may stand as near to the items of the area before as they do to each other."""
    part = "EKSEMPLER:\nHaver\n\nKøkkener\n\n"
    text = f"Strategi for sundhed\n\nMad\n\nAlle skal have råd til frugt.\n\n{BODY}\n{part}Bevægelse\n\n"
    found = plan(f"{text}Alle skal kunne røre sig.\n\n{BODY}\n{part}Opfølgning\n\n{BODY}")
    areas = [(None, area, item) for area in ("Mad", "Bevægelse") for item in ("Haver", "Køkkener")]
    assert areas == examples(found)
    assert ["Alle skal have råd til frugt.", "Alle skal kunne røre sig."] == goals(found, "policy_goal")


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Strategiens to overordnede mål:", "objective"),
        ("Kommunen har som mål at sikre:", "objective"),
        ("Politiske målsætninger:", "policy_goal"),
        ("Strategien skal bidrage til:", "objective"),
        ("Formålet med strategien er", "objective"),
    ],
)
def test_the_lead_in_tells_aims_from_policy(lead: str, kind: str) -> None:
    """What it says of itself decides."""
    text = f"Strategi for sundhed\n\n{BODY}\n{lead}\n\n• Flere lever sundt\n• Færre er alene\n\nMad\n{BODY}"
    assert ["Flere lever sundt", "Færre er alene"] == goals(plan(text), kind)


def test_lists_of_purposes_and_of_guiding_statements_are_goals() -> None:
    """A strategy may call its aims purposes, and announce its policy in one list."""
    aims = "Formålet med strategien er at:\n\n- styrke trivslen\n- mindske uligheden\n"
    found = plan(
        f"Strategi for sundhed\n\n{BODY}\n{aims}\nVi har to pejlemærker:\n\n1. Vi taler om det.\n2. Vi når ud.\n"
    )
    assert ["styrke trivslen", "mindske uligheden"] == goals(found, "objective")
    assert ["Vi taler om det.", "Vi når ud."] == goals(found, "policy_goal")


def test_a_lead_in_that_recurs_is_of_policy() -> None:
    """Goals under one and the same word in each area are its policy."""
    found = plan(two("\nMål\n• Alle børn spiser frugt\n", "\nMål\n• Alle voksne rører sig\n"))
    assert ["Alle børn spiser frugt", "Alle voksne rører sig"] == goals(found, "policy_goal")
    assert [] == goals(found, "objective")


def test_aims_may_stand_in_a_sentence() -> None:
    """Where no list has them, the clauses of the sentence that calls itself so are the aims."""
    aims = "Det overordnede mål er, at flere lever sundt, og at færre er alene."
    text = f"Strategi for sundhed\n\n{BODY}\n{aims}\n\nMad\n{BODY}"
    assert ["at flere lever sundt", "at færre er alene"] == goals(plan(text), "objective")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Politisk målsætning: Alle skal have råd til frugt.", "Politisk målsætning: Alle skal kunne røre sig."),
        ("Politisk målsætning:\nAlle skal have råd til frugt.", "Politisk målsætning:\nAlle skal kunne røre sig."),
        ("Byrådets ambition: Alle skal have råd til frugt.", "Byrådets ambition: Alle skal kunne røre sig."),
        ("\n»Alle skal have råd til frugt.«\n", "\n»Alle skal kunne røre sig.«\n"),
        ("\nAlle skal have råd til frugt.\n", "\nAlle skal kunne røre sig.\n"),
        ("\n\nAlle skal have råd til frugt.\n\n\n", "\n\nAlle skal kunne røre sig.\n\n\n"),
    ],
)
def test_policy_statements_stand_in_many_shapes(first: str, second: str) -> None:
    """A label names them, or they stand by themselves below the heading of their area."""
    assert ["Alle skal have råd til frugt.", "Alle skal kunne røre sig."] == goals(
        plan(two(first, second)), "policy_goal"
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "Derfor skal der flere haver til.",
        "Denne strategi skal vise vejen.",
        "Maden i kantinen",
        "Hvem skal have råd til frugt?",
        "»Min datter har fået mad igen.«",
        "Alle skal spise frugt. Ingen skal sulte. Det er målet.",
    ],
)
def test_other_paragraphs_state_no_policy(paragraph: str) -> None:
    """One that goes on from another, speaks of the strategy, has no verb, asks, or is of several sentences."""
    found = plan(two(f"\n{paragraph}\n", "\nAlle skal kunne røre sig.\n"))
    assert paragraph not in goals(found, "policy_goal")


def test_a_statement_printed_late_belongs_to_the_heading_above() -> None:
    """Behind the body of an area without one, it is the area's."""
    text = two("\n\nAlle skal have råd til frugt.\n\n\n", f"{BODY}\n\n\nAlle skal kunne røre sig, hvor de bor.\n\n\n")
    assert ["Alle skal have råd til frugt.", "Alle skal kunne røre sig, hvor de bor."] == goals(
        plan(text), "policy_goal"
    )


def test_statements_have_the_chapter_of_their_area() -> None:
    """The number of the chapter that the area stands in."""
    assert ["1", "1"] == [goal.chapter for goal in plan(BOXED).goals if goal.kind == "policy_goal"]


@pytest.mark.parametrize("word", ["FOKUSOMRÅDE: ", "Tema: ", "Indsatsområde – "])
def test_a_heading_with_the_label_of_a_focus_area_states_it(word: str) -> None:
    """It needs no number; the same word within the text is none."""
    text = f"Plan\n\n{word}Mad og måltider\n\n{BODY}\n{word}Bevægelse i byen\n\n{BODY}\nEt tema: ro.\n"
    found = [goal.text for goal in plan(text).goals if goal.kind == "focus_area"]
    assert ["Mad og måltider", "Bevægelse i byen"] == found


@pytest.mark.parametrize("label", ["Politisk pejlemærke:", "Ledestjerne:", "Byrådets mål:"])
def test_a_label_is_no_heading_of_what_follows(label: str) -> None:
    """A promise stands below the area's heading."""
    promise = "I perioden vil vi:\n\n– åbne to haller\n– plante træer ved alle skoler\n"
    text = "\n".join(f"{area}\n\n{label}\n\n{area} skal være for alle.\n\n{BODY}\n{promise}" for area in ("Ro", "Leg"))
    found = [(commitment.heading, commitment.text) for commitment in plan(text).commitments]
    assert [("Ro", "åbne to haller"), ("Leg", "åbne to haller")] == found[::2]


@pytest.mark.parametrize(
    "contact", ["Spørgsmål: Konsulent Bo Vig, Ry", "Kontakt: Plan og Sundhed", "Udgivet af: Ry Kommune"]
)
def test_a_contact_right_below_the_last_aim_is_no_part_of_it(contact: str) -> None:
    """A colon within an aim stays."""
    aims = "1. Flere i job\n2. Mere af det gode: mad og ro"
    text = f"Plan\n\n{BODY}\nStrategiens overordnede mål er:\n\n{aims}\n{contact}\n"
    assert ["Flere i job", "Mere af det gode: mad og ro"] == [goal.text for goal in plan(text).goals]


def test_labelled_aims_that_look_like_headings_are_aims_of_one_list() -> None:
    """They stand under one heading, so that no label recurs from area to area."""
    text = (
        "Sundhedsstrategi for Fjordlev\n\nDet vil vi opnå\n\nVisionen er oversat til to mål, som alle kender.\n\n"
        "Mål 1: Flere ældre klarer sig selv\n\nMål 2: Ingen ældre er alene\n\n"
        "Vi følger målene i de kommende år. Det gør vi hvert år.\n"
    )
    assert ["Flere ældre klarer sig selv", "Ingen ældre er alene"] == goals(plan(text), "objective")
