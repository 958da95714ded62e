"""Goals of all kinds out of statements: keys, parents, chapters; what is stated again becomes further evidence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from samspil.loaders.files.passage import Joiner
from samspil.loaders.plans.parents import Setting, parent
from samspil.loaders.plans.people import groups_in
from samspil.loaders.records import Goal
from samspil.loaders.targets import concepts_in
from samspil.loaders.texts.outline import Place
from samspil.loaders.texts.statements import Statement

KINDS = ("vision", "focus_area", "goal", "objective", "policy_goal", "national_frame")
# What share of their words two statements of a kind have in common if they are one (Jaccard, 0 to 1).
SAME, SAME_SHORT, SHORT = 0.65, 0.9, 6
_INITIAL = {"vision": "V", "focus_area": "F", "objective": "O", "policy_goal": "P", "national_frame": "N"}
_MARKS = re.compile(r"\W+")


def goals(statements: Iterable[Statement], joiner: Joiner, setting: Setting) -> list[Goal]:
    """Return the goals among some statements, each once, in the order of print."""
    made: list[Goal] = []
    places: list[list[Place]] = []
    for statement in statements:
        again = next((n for n, goal in enumerate(made) if _is_same(goal, statement)), None)
        if again is not None:
            further = (*made[again].further, joiner.evidence(statement.passage))
            made[again] = replace(made[again], further=further)
            places[again].append(statement.place)
        else:
            made.append(_goal(statement, joiner))
            places.append([statement.place])
    return _keyed(made, places, setting)


def _is_same(goal: Goal, statement: Statement) -> bool:
    """Whether a statement restates a goal: nearly the same words, for the same people, under no other key."""
    if goal.kind != statement.kind or (goal.key and statement.key and goal.key != statement.key):
        return False
    ours, theirs = _content(goal.text), _content(statement.passage.text)
    if concepts_in(goal.text) != concepts_in(statement.passage.text) or not ours | theirs:
        return False
    least = SAME_SHORT if min(len(ours), len(theirs)) < SHORT else SAME
    return len(ours & theirs) / len(ours | theirs) >= least


def _content(text: str) -> frozenset[str]:
    """Return the words that carry a statement."""
    return frozenset(word for word in _MARKS.split(text.casefold()) if len(word) > 3)


def _goal(statement: Statement, joiner: Joiner) -> Goal:
    text = statement.passage.text
    return Goal(
        statement.kind,
        statement.key or "",
        text[0].upper() + text[1:] if statement.kind == "national_frame" else text,
        joiner.evidence(statement.passage, section=statement.place.section),
        chapter=statement.place.chapter,
        target_groups=groups_in(statement.passage, joiner),
    )


def _keyed(made: Sequence[Goal], places: Sequence[Sequence[Place]], setting: Setting) -> list[Goal]:
    """Return the goals with keys of their own and the keys of what they stand under; `places` are all of each."""
    named = _numbered(made)
    above = [parent(n, named, places, setting) for n in range(len(named))]
    found = _unique([_under(goal, None if m is None else named[m].key) for goal, m in zip(named, above, strict=True)])
    parents = [None if m is None else found[m] for m in above]
    return [
        replace(goal, parent=over.key, parent_kind=over.kind) if over else goal
        for goal, over in zip(found, parents, strict=True)
    ]


def _numbered(made: Sequence[Goal]) -> list[Goal]:
    """Give what has no printed key one of its kind's initial and its place: V1, F2."""
    count: dict[str, int] = {}
    found = []
    for goal in made:
        count[goal.kind] = count.get(goal.kind, 0) + 1
        initial = _INITIAL.get(goal.kind)
        printed = goal.key if goal.kind != "national_frame" else ""
        found.append(replace(goal, key=printed or f"{initial or 'M'}{count[goal.kind]}"))
    return found


def _under(goal: Goal, area: str | None) -> Goal:
    """Return a lettered goal with its area's key before its own: `1a`; below one without a number, letters run on."""
    if (
        goal.kind == "goal"
        and area
        and area[0] not in _INITIAL.values()
        and len(goal.key) == 1
        and goal.key.isalpha()
        and goal.key.islower()
    ):
        return replace(goal, key=f"{area}{goal.key}")
    return goal


def _unique(made: Sequence[Goal]) -> list[Goal]:
    """Return goals with keys of their own: a number that begins anew in each chapter gets the chapter's before it."""
    taken: set[tuple[str, str]] = set()
    found = []
    for goal in made:
        names = (goal.key, f"{goal.chapter}.{goal.key}", *(f"{goal.key}~{n}" for n in range(2, len(made) + 2)))
        key = next(name for name in names if (goal.kind, name) not in taken and not name.startswith("None"))
        taken.add((goal.kind, key))
        found.append(replace(goal, key=key))
    return found
