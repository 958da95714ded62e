"""Loader of municipal strategies: aims, policy statements, and examples of efforts in boxes at the side."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from samspil.loaders.cited.selfcitation import self_citation
from samspil.loaders.files.document import Document
from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.naming.groups import Context
from samspil.loaders.plans.areas import Areas, Asides, asides
from samspil.loaders.plans.boxes import at, lists, patterns, policies, tabled, unlabelled
from samspil.loaders.plans.plan import Reading, gathered
from samspil.loaders.records import Contents, Example, Goal, Targeting
from samspil.loaders.targets import concepts_in
from samspil.loaders.texts.announce import is_area, label
from samspil.loaders.texts.prose import prose
from samspil.loaders.texts.statements import Scan, Statement, scan
from samspil.loaders.texts.structure import Text, parsed

_RESTATED = 90.0  # how alike an aim and a later clause are that states it again (rapidfuzz, 0 to 100)
_CLAUSE = re.compile(r"(?:[:;,]|\bog\b|^)\s*(?=at\s)")
_AIMS = re.compile(r"\b(?:mål\w*|formål\w*)\b[^.:;,]{0,60}[:;,]", re.IGNORECASE)
_TAIL = re.compile(r"(?:[\s.,;]|\bog)+$")
# Between two groups: "gravide, der ryger, og børn med overvægt og deres forældre" names two, "børn og unge" one.
_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:og|samt|eller)?|;|\bsamt\b|\bog\b(?!\s+unge)|(?<!\bbørn )\bog\b)\s+"
    r"(?!(?:der|som|hvor|hvis|deres|dennes)\b)"
)
_LONGEST_GROUP = 12  # words
_EVERYONE = ("all-citizens",)
_NEAR = 3  # blocks below the heading of the target groups


def load(document: Document, joiner: Joiner, context: Context) -> Contents:
    """Return what a strategy sets out."""
    aside = asides(document, prose(document).lines, joiner)
    body = _without(document, aside.lines)
    text = unlabelled(parsed(body, joiner))
    found = scan(text)
    named = _together(_named(text, found.statements), list(tabled(document, text, joiner)))
    stated = policies(body, text, aside.tops, sum(s.kind == "policy_goal" for s in named))
    statements = [_own(s) for s in _together(named, [policy.statement for policy in stated])]
    own = self_citation(text, document, joiner, context)
    made = gathered(Reading(body, text, joiner, context, own), Scan(tuple(statements), found.leads))
    plan = replace(
        made.plan,
        goals=tuple(_restated([goal for goal in made.plan.goals if goal.kind != "goal"], text, joiner)),
        examples=tuple(_examples(statements, aside, Areas(text, aside, stated), joiner)),
        target_groups=tuple(_target_groups(text, joiner)),
    )
    return replace(made, plan=plan)


def _without(document: Document, numbers: frozenset[int]) -> Document:
    """Return a document in which some lines are blank, so that every other character keeps its place."""
    lines = (" " * len(line.text) if line.number in numbers else line.text for line in document.lines)
    return replace(document, text="\n".join(lines))


def _named(text: Text, found: Sequence[Statement]) -> list[Statement]:
    """Return the statements with each goal as an aim or a policy statement, and the lists of this genre alone."""
    rest = _together([s for s in found if s.kind != "focus_area" or s.key or _heads(text, s)], list(lists(text)))
    kinds = _kinds(text, [s for s in rest if s.kind == "goal"])
    kept = [replace(s, kind=kinds.get(_start(s), s.kind)) for s in rest if s.kind != "goal" or _start(s) in kinds]
    aims = [] if any(s.kind == "objective" for s in kept) else list(_inline(text))
    return _together(kept, aims)


def _own(statement: Statement) -> Statement:
    """Return a statement without the contact or imprint that stands right below it."""
    contact = patterns("policy")["contact"].search(statement.passage.text)
    return replace(statement, passage=statement.passage.slice(0, contact.start())) if contact else statement


def _heads(text: Text, area: Statement) -> bool:
    """Whether a focus area is a heading with a label: an item or a word in passing is no part of the strategy."""
    n = at(text, _start(area))
    labelled = label(text.blocks[n].text) is not None or (n > 0 and is_area(text.blocks[n - 1].text))
    return n in text.outline.headings and labelled


def _together(found: Sequence[Statement], own: Sequence[Statement]) -> list[Statement]:
    """Return the statements of two readings in print order; where both have one, the second's counts."""
    taken = {place for statement in own for place in statement.passage.starts}
    return sorted([*(s for s in found if _start(s) not in taken), *own], key=_start)


def _start(statement: Statement) -> int:
    return statement.passage.starts[0]


def _inline(text: Text) -> Iterator[Statement]:
    """Yield the aims of the first sentence that names several in a row, where no list does."""
    for block, place in zip(text.blocks, text.outline.places, strict=True):
        named = patterns("policy")["aims"].search(block.text.casefold())
        clauses = list(_clauses(block.passage)) if named else []
        if len(clauses) > 1:
            yield from (Statement("objective", None, clause, place) for clause in clauses)
            return


def _kinds(text: Text, goals: Sequence[Statement]) -> dict[int, str]:
    """Return the kind of each goal by its place: that of the list it stands in."""
    lists: dict[int, list[Statement]] = {}
    for goal in goals:
        lists.setdefault(_lead(text, goal), []).append(goal)
    leads = {n: _wording(text, n) for n in lists}
    # A label stands on each statement, a lead-in on each list of them.
    apart = {(leads[n], _area(text, n) if label(text.blocks[n].text) else n) for n in lists}
    count = Counter(lead for lead, _ in apart)
    made: dict[int, str] = {}
    for n, listed in lists.items():
        kind = _kind(leads[n], (text.outline.places[n].nearest or "").casefold(), count[leads[n]])
        made.update((_start(s), kind) for s in _alike(text, listed))
    return made


def _area(text: Text, n: int) -> str | None:
    """Return what the labelled statement `n` stands under: a label that looks like a heading is none."""
    above = next((m for m in range(n, -1, -1) if not label(text.blocks[m].text)), n)
    return text.outline.places[above].nearest


def _lead(text: Text, statement: Statement) -> int:
    """Return the index of the block that announces a statement: its own if a label begins it, else one above."""
    own = at(text, _start(statement))
    if label(text.blocks[own].text):
        return own
    return next((n for n in range(own, -1, -1) if text.announces[n] == "goal"), own)


def _wording(text: Text, n: int) -> str:
    """Return the words of a lead-in, or a label's without its key."""
    folded = text.blocks[n].text.casefold()
    return re.split(r"\s*[\d:.–]", folded)[0] if label(folded) else folded.strip(" :")


def _kind(lead: str, above: str, areas: int) -> str:
    """Return what a list is of: policy statements if its lead-in says so or recurs from area to area, else aims."""
    known = patterns("policy")
    if known["overall"].search(lead):
        return "objective"
    if known["leads"].search(lead):
        return "policy_goal"
    if known["aims"].search(lead) or known["aims"].search(above):
        return "objective"
    return "policy_goal" if areas > 1 or known["leads"].search(above) else "objective"


def _alike(text: Text, listed: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the items of a list; where their marks are lost, a page's first line may pass for one: it begins unlike."""
    small = listed[0].passage.text[0].islower()
    for statement in listed:
        block = text.blocks[at(text, _start(statement))]
        if block.form != "lost" or statement.passage.text[0].islower() == small:
            yield statement


def _restated(goals: Sequence[Goal], text: Text, joiner: Joiner) -> Iterator[Goal]:
    """Yield the goals, an objective with evidence of the clauses in which it is stated again."""
    clauses = [clause for block in text.blocks for clause in _clauses(block.passage)]
    for goal in goals:
        again = [clause for clause in clauses if goal.kind == "objective" and _is_again(goal, clause)]
        yield replace(goal, further=(*goal.further, *map(joiner.evidence, again)))


def _clauses(passage: Passage) -> Iterator[Passage]:
    """Yield the clauses of a sentence that lists aims: "..., the aims: that ..., that ..., and that ..."."""
    for sentence in sentences(passage):
        match = _AIMS.search(sentence.text)
        if match:
            rest = sentence.slice(match.end())
            cuts = [found.end() for found in _CLAUSE.finditer(rest.text)]
            parts = [rest.slice(start, end) for start, end in pairwise([*cuts, len(rest.text)])]
            yield from (part.slice(0, len(_TAIL.sub("", part.text))) for part in parts)


def _is_again(goal: Goal, clause: Passage) -> bool:
    known = {evidence.char_start for evidence in (goal.evidence, *goal.further)}
    text = goal.text.casefold()
    that = text if text.startswith("at ") else f"at {text}"
    return clause.starts[0] not in known and fuzz.token_set_ratio(that, clause.text.casefold()) >= _RESTATED


def _examples(statements: Sequence[Statement], aside: Asides, areas: Areas, joiner: Joiner) -> Iterator[Example]:
    """Yield the examples in print order, those of lists and those of boxes at the side."""
    listed = [(s.passage, s.place.section, areas.above(s)) for s in statements if s.kind == "example"]
    boxed = [(item, *areas.of(box)) for box in aside.boxes for item in box.items]
    placed = sorted([*listed, *boxed], key=lambda example: example[0].starts[0])
    for n, (passage, section, area) in enumerate(placed, 1):
        yield Example(n, passage.text, joiner.evidence(passage, section=section), section, area)


def _target_groups(text: Text, joiner: Joiner) -> Iterator[Targeting]:
    """Yield the main target groups, each once: those under their heading, else those that a sentence names."""
    heading = next((n for n in sorted(text.outline.headings) if _heads_groups(text, n)), None)
    found = _under_heading(text, heading) if heading is not None else []
    found = found or next((groups for n in range(len(text.blocks)) if (groups := _at(text, n))), [])
    first = {phrase.text.casefold(): phrase for phrase in reversed(found)}
    for phrase in reversed(first.values()):
        yield Targeting(phrase.text, concepts_in(phrase.text), joiner.evidence(phrase))


def _heads_groups(text: Text, n: int) -> bool:
    title = text.outline.titles.get(n, text.blocks[n].passage).text
    return patterns("target_groups")["headings"].search(title.casefold().strip(" :?")) is not None


def _under_heading(text: Text, heading: int) -> list[Passage]:
    """Return the groups listed below their heading, else those that its first sentences name."""
    near = [block.passage for block in text.blocks[heading + 1 : heading + 1 + _NEAR] if not block.form]
    return (
        list(_listed(text, heading))
        or next((groups for passage in near if (groups := _in_sentences(passage))), [])
        or next((list(_groups(passage)) for passage in near if _is_phrase(passage)), [])
    )


def _at(text: Text, n: int) -> list[Passage]:
    """Return the groups that a block's sentences name, or the list that its last one announces."""
    block = text.blocks[n]
    cue = block.text.endswith(":") and patterns("target_groups")["cues"].search(block.text.casefold())
    return _in_sentences(block.passage) or (list(_listed(text, n)) if cue else [])


def _is_phrase(passage: Passage) -> bool:
    """Whether a paragraph is no sentence but names groups and no more."""
    known, folded = patterns("policy"), passage.text.casefold()
    verb = known["strong"].search(folded) or known["weak"].search(folded)
    return not verb and len(folded.split()) <= 3 * _LONGEST_GROUP


def _listed(text: Text, heading: int) -> Iterator[Passage]:
    """Yield the items below a heading, or sub-headings, that name a group each, up to a heading of something else."""
    for n in range(heading + 1, len(text.blocks)):
        block = text.blocks[n]
        phrase = block.passage.slice(0, len(re.split(r"\s*[:–]\s|[.,;:]+$", block.text)[0]))
        group = _names_people(phrase.text)
        if n in text.outline.titles or (n in text.outline.headings and not group):
            return
        if group and (block.form or n in text.outline.headings):
            yield phrase


def _names_people(text: str) -> bool:
    known = concepts_in(text) or patterns("target_groups")["people"].search(text.casefold())
    return bool(known) and len(text.split()) <= _LONGEST_GROUP


def _in_sentences(passage: Passage) -> list[Passage]:
    """Return the groups that sentences name behind words such as "The strategy is for"; one after may add others."""
    found: list[Passage] = []
    cued = False
    for sentence in sentences(passage):
        folded = sentence.text.casefold()
        match = patterns("target_groups")["cues"].search(folded)
        cued = cued or match is not None
        match = match or (patterns("target_groups")["turn"].match(folded) if cued else None)
        found += _groups(sentence.slice(match.end())) if match else ()
    return found


def _groups(passage: Passage) -> Iterator[Passage]:
    for part in _parts(passage):
        group = _group(part)
        if group:
            yield group


def _parts(passage: Passage) -> Iterator[Passage]:
    """Yield the parts of an enumeration; a comma or an "and" parts two groups only if people stand behind it."""
    start = 0
    for match in _BETWEEN.finditer(passage.text):
        behind = _BETWEEN.split(passage.text[match.end() :])[0]
        if patterns("target_groups")["people"].search(" ".join(behind.casefold().split()[:_LONGEST_GROUP])):
            yield passage.slice(start, match.start())
            start = match.end()
    yield passage.slice(start)


def _group(part: Passage) -> Passage | None:
    """Return a group without the words before it and the marks behind it; None if it names nobody in particular."""
    known, folded = patterns("target_groups"), part.text.casefold()
    turn = known["turn"].match(folded)
    before = known["before"].match(folded, turn.end() if turn else 0)
    phrase = part.slice(before.end() if before else turn.end() if turn else 0, len(part.text.rstrip(" .,;:")))
    concepts = concepts_in(phrase.text)
    vague = concepts == _EVERYONE or not (concepts or " " in phrase.text)
    return phrase if _names_people(phrase.text) and not vague else None
