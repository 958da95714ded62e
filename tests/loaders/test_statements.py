"""Statements: what labels and lead-ins announce, which items belong to them, and what is none."""

import pytest

from samspil.loaders.files.passage import Joiner
from samspil.loaders.texts.statements import scan
from samspil.loaders.texts.structure import parsed
from tests.loaders.plans import document, scanned, stated

BODY = "Samarbejdet om de borgere, der har brug for hjælp fra flere sider, er fortsat under udvikling. Det går fremad."
ITEMS = ["udbrede fælles undervisning", "aftale faste mødetider"]


@pytest.mark.parametrize(
    "lead",
    [
        "Vi vil i perioden gøre følgende:",
        "Parterne forpligter sig til at:",
        "Regionen og kommunerne vil i aftaleperioden:",
        "Det aftales, at",
        "I aftaleperioden skal der:",
        "Vi vil:",
        "Aftalen indebærer, at kommunerne:",
        "I planperioden vil kommunerne:",
        "Udvalget er enigt om i 2016 at:",
        "Hospitalet og kommunen sørger for at:",
    ],
)
@pytest.mark.parametrize("sign", ["•", "–", "o", "1."])
def test_promises_are_announced_in_many_ways(lead: str, sign: str) -> None:
    """The items under any such lead-in are commitments."""
    listed = "\n".join(f"{sign.replace('1', str(n))} {item}" for n, item in enumerate(ITEMS, 1))
    assert [("commitment", item) for item in ITEMS] == stated(f"{BODY}\n\n{lead}\n{listed}\n\n{BODY}")


@pytest.mark.parametrize(
    "lead",
    [
        "Aftalen består af tre dele:",
        "Kommunen har efter sundhedsloven ansvaret for:",
        "Erfaringerne viser, at:",
        "Medarbejderne peger på to forhold:",
        "Styregruppen består af:",
        "Det gælder især, hvis:",
        "Efter bekendtgørelsen skal aftalen som minimum dække:",
    ],
)
def test_other_lists_are_no_promises(lead: str) -> None:
    """Parts, tasks by law, experience and members are none."""
    listed = "\n".join(f"• {item}" for item in ITEMS)
    assert [] == stated(f"{BODY}\n\n{lead}\n{listed}\n\n{BODY}")


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Politiske målsætninger:", "goal"),
        ("Vores mål er, at", "goal"),
        ("Indikatorer:", "indicator"),
        ("Vi kan se, at det lykkes, når", "indicator"),
        ("Vi følger målene med disse indikatorer:", "indicator"),
        ("Parterne har disse visioner:", "vision"),
        ("Visionen udmøntes i to fokusområder:", "focus_area"),
        ("Eksempler på initiativer:", "example"),
    ],
)
def test_lists_of_other_kinds(lead: str, kind: str) -> None:
    """What stands last in a lead-in is what follows; an indicator is one whatever it follows."""
    listed = "\n".join(f"• {item}" for item in ITEMS)
    assert [(kind, item) for item in ITEMS] == stated(f"{BODY}\n\n{lead}\n{listed}\n\n{BODY}")


def test_a_list_ends_at_a_paragraph() -> None:
    """What stands behind the items without a mark is no item, nor what is listed there."""
    text = f"Vi vil:\n• {ITEMS[0]}\n\n{BODY}\n\n• et løst punkt\n"
    assert [("commitment", ITEMS[0])] == stated(text)


def test_a_list_goes_on_over_a_page() -> None:
    """Page number, running head and a late heading do not end a list."""
    text = (
        "5.2.1 Synlige tilbud\n\nVi vil:\n• udbrede fælles undervisning\n\n5.2 Forebyggelse\n\nUdkast\n\n7\n \n"
        "• aftale faste mødetider\n\n5.2.2 Børn\n\nVi vil:\n• begynde tidligt\n\nUdkast\n\n8\n"
    )
    assert [("5.2.1", ITEMS[0]), ("5.2.1", ITEMS[1]), ("5.2.2", "begynde tidligt")] == [
        (s.place.section, s.passage.text) for s in scanned(text).statements
    ]


def test_labels_carry_their_keys() -> None:
    """Goals and focus areas are found by their labels, also in headings of sections."""
    text = (
        f"1 Indledning\n\n{BODY}\n\n2 Fokusområde 1: Tidlig hjælp\n\n"
        f"Mål 1: Flere får hjælp i tide.\nMål 2: Færre venter.\n\n{BODY}\n\n3 Økonomi\n\n{BODY}"
    )
    assert [
        ("focus_area", "1", "Tidlig hjælp"),
        ("goal", "1", "Flere får hjælp i tide."),
        ("goal", "2", "Færre venter."),
    ] == [(s.kind, s.key, s.passage.text) for s in scanned(text).statements]


def test_labels_torn_from_their_texts_get_them_back() -> None:
    """Extraction may print the labels of a box first and the texts behind."""
    text = f"Mål 1:\n\nMål 2:\n\nFlere får hjælp i tide.\n\nFærre venter.\n\n{BODY}"
    assert [("1", "Flere får hjælp i tide."), ("2", "Færre venter.")] == [
        (s.key, s.passage.text) for s in scanned(text).statements
    ]


def test_goals_with_indicators_between_them() -> None:
    """The list of goals goes on behind the indicators of one."""
    text = (
        "Målsætninger\nA1: Flere får hjælp\n\nVi følger målet ved:\n- Andel med en plan\n\n"
        "A2: Færre venter\n\nVi følger målet ved:\n- Ventetid i dage\n"
    )
    assert ["goal", "indicator", "goal", "indicator"] == [kind for kind, _ in stated(text)]


def test_lettered_items_below_a_focus_area_are_goals() -> None:
    """They need no lead-in of their own."""
    text = f"1) Fokusområde - Børn\na) Alle børn får hjælp i tide\nb) Ingen børn venter\n\n{BODY}"
    assert [("focus_area", "Børn"), ("goal", "Alle børn får hjælp i tide"), ("goal", "Ingen børn venter")] == stated(
        text
    )


def test_inner_items_belong_to_their_item() -> None:
    """A list within an item is part of it."""
    text = "Vi vil:\n• aftale faste rammer for:\n  - mødetider\n  - referater\n• lukke ventelisten\n"
    assert ["aftale faste rammer for: mødetider referater", "lukke ventelisten"] == [text for _, text in stated(text)]


def test_a_lead_without_a_list_is_told() -> None:
    """Extraction may have lost the box that was announced."""
    [lead] = scanned(f"Vi vil i aftaleperioden sætte fokus på:\n\n\n\n\n{BODY}\n").leads
    assert ("commitment", 0) == (lead.kind, lead.items)


def test_running_text_with_the_same_words_states_nothing() -> None:
    """Sentences about goals and indicators are neither."""
    assert [] == stated(
        f"Målene følges hvert år. En indikator viser sjældent alt. {BODY}\n\nVisionen er fra 2018. {BODY}"
    )


def test_a_sentence_under_indicators_is_none() -> None:
    """What a heading announces is named, not told: a full sentence below it is running text."""
    assert [] == stated(f"Indikatorer\n\nVi ser på tallene hvert år i maj.\n\n{BODY}")


@pytest.mark.parametrize("lead", ["Det lover vi:", "Vores løfter:", "Politiske løfter:"])
def test_promises_are_called_so(lead: str) -> None:
    """Strategies promise where agreements oblige."""
    assert [("commitment", item) for item in ITEMS] == stated(f"{BODY}\n\n{lead}\n• {ITEMS[0]}\n• {ITEMS[1]}\n")


def test_a_running_head_between_two_items_ends_no_list() -> None:
    """In a file with pages, where a list goes on behind the first line of a page."""
    pages = [f"{BODY}\n\nVi vil:\n• {ITEMS[0]}\n\n", f"Udvalget · Notat · 4. april\n\n• {ITEMS[1]}\n\n{BODY}"]
    found = document("\f".join(pages))
    assert ITEMS == [s.passage.text for s in scan(parsed(found, Joiner(found))).statements]


@pytest.mark.parametrize(
    "sentence",
    [
        "De otte nationale mål udgør rammen.",
        "De fem indikatorer er valgt sammen.",
        "De to fælles visioner er fra 2018.",
    ],
)
def test_a_sentence_about_the_goals_is_no_vision(sentence: str) -> None:
    """Below a vision, what tells of the goals is text."""
    assert [("vision", "Alle borgere får et helt forløb.")] == stated(
        f"Vores vision er:\n\nAlle borgere får et helt forløb.\n\n{sentence}\n\n{BODY}"
    )


def test_marks_on_lines_of_their_own_belong_to_the_text_below() -> None:
    """As where extraction parts them, with areas and their goals."""
    text = (
        "Udvalget har valgt to indsatsområder med hver to mål, som alle vil følge:\n"
        "1) \nBørn og unge\na) \nAlle trives i skolen\nb) \nIngen venter på hjælp\n"
        "2) \nÆldre borgere\na) \nFærre er alene hjemme\n"
    )
    assert [
        ("focus_area", "Børn og unge"),
        ("goal", "Alle trives i skolen"),
        ("goal", "Ingen venter på hjælp"),
        ("focus_area", "Ældre borgere"),
        ("goal", "Færre er alene hjemme"),
    ] == stated(text)


def test_an_area_may_be_named_below_its_label() -> None:
    """A bare word above a heading."""
    text = (
        "INDSATSOMRÅDE\nLige muligheder for et sundt liv\n\nVi ved, at mange bliver syge. Det vil vi ændre nu.\n\n"
        "INDSATSOMRÅDE\nEn god start på livet\n\nBørn skal trives. Det gør de fleste, men ikke alle børn.\n"
    )
    assert [("focus_area", "Lige muligheder for et sundt liv"), ("focus_area", "En god start på livet")] == stated(text)


def test_a_heading_of_goals_tells_what_a_lead_in_below_it_serves() -> None:
    """What the policy is to contribute to are its goals."""
    text = "Tre mål for perioden\n\nPolitikken skal bidrage til, at\n• flere klarer sig selv\n• færre er alene\n"
    assert [("goal", "flere klarer sig selv"), ("goal", "færre er alene")] == stated(text)


def test_a_line_with_a_colon_may_stand_between_a_heading_and_its_list() -> None:
    """It leads on to what the heading announces."""
    text = "Indikatorer\nFor psykiatrien følges:\n• Antal borgere i ventetid\n• Andel med en plan\n"
    assert [("indicator", "Antal borgere i ventetid"), ("indicator", "Andel med en plan")] == stated(text)


def test_running_text_behind_a_bullet_is_no_indicator() -> None:
    """Several long sentences tell of something else."""
    long = "Området er nyt, og parterne har endnu ikke haft tid til at finde ud af, hvordan de vil måle det. " * 4
    assert [("indicator", "Andel med en plan")] == stated(f"Indikatorer:\n• Andel med en plan\n• {long}\n")


def test_a_goal_named_between_indicators_ends_no_list() -> None:
    """It tells what the next of them are of."""
    text = "Indikatorer:\nMål 1\n• Andel med en plan\nMål 2\n• Antal på venteliste\n"
    assert [("indicator", "Andel med en plan"), ("indicator", "Antal på venteliste")] == stated(text)
