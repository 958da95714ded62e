"""From a passage that lists participants to participations as printed, and findings for what is doubtful."""

import re
from collections.abc import Sequence
from dataclasses import replace

from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.naming import groups
from samspil.loaders.naming.chunks import Chunk, chunks, phrases
from samspil.loaders.naming.grammar import read
from samspil.loaders.naming.groups import Context
from samspil.loaders.naming.names import names
from samspil.loaders.naming.reader import Found, Reader
from samspil.loaders.records import Actor, Finding, Participation, Severity

_SEVERITY: dict[str, Severity] = {"ambiguous_actor": "info", "misspelt_actor": "warning", "unknown_actor": "warning"}
# "alle kommuner", "3 praktiserende læger": the words of quantity belong to the name.
_QUANTIFIED = re.compile(r"[QD]+(?=[KHCG])")
_SPLIT = re.compile(r"(?<=[^\W\d_]{6}s) (?=[^\W\d_])")
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,}[A-ZÆØÅ0-9-]*$")


def participations(
    passage: Passage, joiner: Joiner, context: Context, subject: str, section: str | None = None
) -> tuple[list[Participation], list[Finding]]:
    """Return the actors of a passage, one participation an actor, in the order of print, and the findings."""
    made: dict[str, Participation] = {}
    findings: list[Finding] = []
    for sentence in (s for item in joiner.items(passage) for s in sentences(item)):
        if any(cue in sentence.text.casefold() for cue in phrases()["words"]["refusal"]):
            message = f"not taken as parties: “{sentence.text}”"
            findings.append(Finding("info", "ambiguous_actor", subject, message, joiner.evidence(sentence)))
            continue
        for found in read_sentence(sentence.text, context):
            evidence = joiner.evidence(sentence, found.start, found.end, section)
            one = Participation(
                found.actor, sentence.text[found.start : found.end], evidence, _role(found, sentence.text), found.units
            )
            made[found.actor.name] = merged(made[found.actor.name], one) if found.actor.name in made else one
            findings += [Finding(_SEVERITY.get(r, "warning"), r, subject, m, evidence) for r, m in found.doubts]
            if found.actor.kind in ("hospital", "psychiatric_centre") and found.actor.register_key:
                context = replace(
                    context, hospital=names(context.on, context.region, context.declared).full_name(found.actor.name)
                )
    return list(made.values()), findings


def merged(first: Participation, again: Participation) -> Participation:
    """Return one participation of what was stated twice: the first's words, the units and evidence of both."""
    units = tuple(dict.fromkeys((*first.units, *again.units)))
    role = again.role if first.role == "prospective" else first.role
    known = (first.evidence, *first.further)
    further = tuple(e for e in (again.evidence, *again.further) if e not in known)
    return replace(first, units=units, role=role, further=(*first.further, *further))


def together(first: Sequence[Participation], more: Sequence[Participation]) -> list[Participation]:
    """Return the participations of two lists, one an actor."""
    known = {p.actor.name: p for p in first}
    for one in more:
        known[one.actor.name] = merged(known[one.actor.name], one) if one.actor.name in known else one
    return list(known.values())


def read_sentence(text: str, context: Context) -> list[Found]:
    """Return the actors of one sentence in the order of print, those that no register knows among them."""
    reader = read(text, context)
    prose = "V" in reader.code
    unknown = [f for run in reader.rest if (f := _unknown(run, reader, prose))]
    return sorted([*reader.found, *unknown], key=lambda f: (f.start, f.end))


def _unknown(run: list[Chunk], reader: Reader, prose: bool) -> Found | None:
    """Return what a left-over run names: a misspelt or unknown actor, or None for words of the sentence."""
    while run and run[0].kind == "w" and not prose and run[0].fold in phrases()["words"]["article"]:
        run = run[1:]
    if not run:
        return None
    text = reader.text[run[0].start : run[-1].end].strip()
    entry = reader.known.like(text) if len(text) > 6 else None
    if entry:
        doubt = ("misspelt_actor", f"“{text}” is read as {entry.name}")
        return Found(groups.registered(entry), run[0].start, run[-1].end, doubts=(doubt,))
    if prose and not any(_ACRONYM.match(c.text) for c in run):
        return None
    if not prose and not any(c.kind in "WUDH" for c in run) and not _is_item(run, reader):
        return None
    if prose:
        run = [c for c in run if _ACRONYM.match(c.text)]
        text = run[0].text
    # "specialundervisnings institutioner": a compound written as two words.
    if len(run) == 2 and text.islower():
        text = _SPLIT.sub("", text)
    doubt = ("unknown_actor", f"no register knows “{text}”")
    return Found(groups.guessed(text, run[0].number), run[0].start, run[-1].end, doubts=(doubt,))


def _is_item(run: list[Chunk], reader: Reader) -> bool:
    """Whether one word in lower case is a whole item of a list, as some organisations write their names."""
    at = reader.chunks.index(run[0])
    around = [*reader.chunks[max(0, at - 1) : at], *reader.chunks[at + 1 : at + 2]]
    return len(run) == 1 and bool(around) and all(c.kind in ",&" for c in around)


def _role(found: Found, sentence: str) -> str:
    lowered = sentence.casefold()
    if found.proposer:
        return "proposer"
    if found.prospective or any(cue in lowered for cue in phrases()["words"]["prospective_sentence"]):
        return "prospective"
    if any(cue in lowered[: found.start] for cue in phrases()["words"]["host_sentence"]):
        return "host"
    return "partner"


def actor_marks(text: str, context: Context) -> list[tuple[int, int, bool]]:
    """Return the ranges of a text that are words of actors' names or kinds, whatever the grammar makes of them."""
    found = chunks(text, names(context.on, context.region, context.declared))
    code = "".join(c.kind for c in found)
    quantified = [(found[m.start()].start, found[m.end() - 1].end, True) for m in _QUANTIFIED.finditer(code)]
    return [*quantified, *((c.start, c.end, c.kind == "N") for c in found if c.kind in "NPSKHCYGEF")]


def mentions(text: str, context: Context) -> list[tuple[Actor, int, int]]:
    """Return the register's actors that running text names, with their places; a profession or a bare place is none."""
    found = [f for f in read(text, context).found if f.actor.register_key and not _is_bare(f)]
    known = names(context.on, context.region, context.declared)
    named = [f for f in found if f.actor.sector != "practice" or known.full_name(text[f.start : f.end])]
    return [(f.actor, f.start, f.end) for f in named]


def _is_bare(found: Found) -> bool:
    return any(rule == "ambiguous_actor" for rule, _ in found.doubts)
