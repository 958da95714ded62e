"""Which bodies appoint the members of which committees."""

from collections.abc import Iterator, Sequence

from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.records import Actor, Appointment
from samspil.loaders.seating.committees import Committees, Named, pattern
from samspil.loaders.texts.structure import Text


def appointments(text: Text, joiner: Joiner, known: Committees) -> list[Appointment]:
    """Return which bodies appoint members of which committees, each pair once, at its first place."""
    made: dict[tuple[str, str], Appointment] = {}
    scope = known.main
    for n, block in enumerate(text.blocks):
        here = scope
        for sentence in sentences(block.passage):
            named = known.find(sentence.text, here)
            heading = n in text.outline.headings or not block.ends
            for one in _appointed(sentence, named, here, known, heading, joiner):
                made.setdefault((one.body.name, one.committee.name), one)
            here = named[-1].actor if named else here
        scope = here if n in text.outline.headings else scope
    return list(made.values())


def _appointed(
    sentence: Passage, named: Sequence[Named], scope: Actor | None, known: Committees, heading: bool, joiner: Joiner
) -> Iterator[Appointment]:
    bodies = known.bodies(sentence.text)
    if not heading and not named and not pattern("appointing", "object").search(sentence.text):
        return
    for body in dict.fromkeys((*_passive(sentence.text, bodies), *_active(sentence.text, bodies))):
        for committee in dict.fromkeys(n.actor for n in named) or filter(None, [scope]):
            as_printed = sentence.text[body.start : body.end]
            evidence = joiner.evidence(sentence, body.start, body.end)
            if committee.name != body.actor.name:
                yield Appointment(body.actor, committee, as_printed, evidence)


def _passive(text: str, bodies: Sequence[Named]) -> Iterator[Named]:
    """Yield the bodies listed behind "udpeget af"."""
    for verb in pattern("appointing", "passive").finditer(text):
        at, first = verb.end(), True
        for body in (b for b in bodies if b.start >= verb.end()):
            if not (text[at : body.start].strip() in ("", "det", "de") if first else _chains(text[at : body.start])):
                break
            yield body
            at, first = body.end, False


def _active(text: str, bodies: Sequence[Named]) -> Iterator[Named]:
    """Yield the bodies that stand before their verb, or directly behind it ("i SKU udpeger KKR ...")."""
    for verb in pattern("appointing", "active").finditer(text):
        at, first = verb.start(), True
        for body in reversed([b for b in bodies if b.end <= verb.start()]):
            gap = text[body.end : at]
            if not (pattern("appointing", "between").fullmatch(gap) if first else _chains(gap)):
                break
            yield body
            at, first = body.start, False
        yield from (b for b in bodies if first and text[verb.end() : b.start].isspace())


def _chains(gap: str) -> bool:
    return bool(pattern("appointing", "chained").fullmatch(gap))
