"""The only place that mints IRIs: plain strings, one function for each pattern of `docs/model.md`."""

import json
import re
from hashlib import sha256

ONTOLOGY = "https://w3id.org/samspil/ontology#"
SHAPES = "https://w3id.org/samspil/shapes#"
CONCEPT = "https://w3id.org/samspil/concept/"
ID = "https://w3id.org/samspil/id/"
GRAPH = "https://w3id.org/samspil/graph/"

GRAPH_REGISTERS = GRAPH + "registers"
GRAPH_VOCABULARY = GRAPH + "vocabulary"

_ACTOR = ID + "actor/"
# Neither form holds "--", which only a hash follows: so a plain text never equals the slug of another text.
_PLAIN_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN_KEY = re.compile(r"(?!.*--)[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9._~-]+)*")
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "é": "e"})
_SLUG_LENGTH, _HASH_LENGTH = 60, 10


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII with hyphens, and behind `--` a hash of it unless it was one already."""
    if len(text) <= _SLUG_LENGTH and _PLAIN_SLUG.fullmatch(text):
        return text
    ascii_only = re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_ASCII))
    return f"{ascii_only[:_SLUG_LENGTH].strip('-')}--{_digest(text)}"


def segment(key: str) -> str:
    """Return a key as one readable segment: letters keep their case, `1/7` becomes `1:7`, anything unsafe a slug."""
    return key.replace("/", ":") if _PLAIN_KEY.fullmatch(key) else slug(key)


def document(key: str) -> str:
    """Return the IRI of a document by its key."""
    return f"{ID}document/{segment(key)}"


def initiative(document_key: str, key: str) -> str:
    """Return the IRI of an initiative by its document's key and the document's own key of it."""
    return f"{document(document_key)}/initiative/{segment(key)}"


def participation(document_key: str, key: str, actor: str) -> str:
    """Return the IRI of an actor's participation in an initiative; `actor` is the actor's IRI."""
    return f"{initiative(document_key, key)}/participation/{_actor_path(actor)}"


def targeting(document_key: str, key: str, phrase: str) -> str:
    """Return the IRI of an initiative's link to its target group by the phrase as printed."""
    return f"{initiative(document_key, key)}/targeting/{slug(phrase)}"


def grant(document_key: str, key: str, kind: str, year: int | None = None) -> str:
    """Return the IRI of an initiative's grant of one kind, in one year if it has one."""
    base = f"{initiative(document_key, key)}/grant/{segment(kind)}"
    return base if year is None else f"{base}/{year}"


def effect(document_key: str, key: str, n: int) -> str:
    """Return the IRI of an initiative's n-th expected effect."""
    return f"{initiative(document_key, key)}/effect/{n}"


def section(document_key: str, number: str) -> str:
    """Return the IRI of a document's section by its number."""
    return f"{document(document_key)}/section/{segment(number)}"


def goal(document_key: str, kind: str, key: str) -> str:
    """Return the IRI of a goal by its code of kind and its key in the document."""
    return f"{document(document_key)}/goal/{segment(kind)}/{segment(key)}"


def indicator(document_key: str, chapter: str | None, n: int) -> str:
    """Return the IRI of a chapter's n-th indicator; the chapter is None where nothing is numbered."""
    return f"{document(document_key)}/indicator/{segment(chapter or '-')}/{n}"


def commitment(document_key: str, section_number: str | None, n: int) -> str:
    """Return the IRI of a section's n-th commitment; the section is None where nothing is numbered."""
    return f"{document(document_key)}/commitment/{segment(section_number or '-')}/{n}"


def example(document_key: str, n: int) -> str:
    """Return the IRI of a document's n-th example of an effort."""
    return f"{document(document_key)}/example/{n}"


def stated_targeting(owner: str, phrase: str) -> str:
    """Return the IRI of the link from a goal, a commitment or a document to a target group, by the owner's IRI."""
    return f"{owner}/targeting/{slug(phrase)}"


def agreement(name: str, place: str | None = None) -> str:
    """Return the IRI of an agreement, law, plan or system by its name and the register key of the place it is for."""
    return f"{ID}agreement/{segment(place) + '/' if place else ''}{slug(name)}"


def citation(document_key: str, name: str) -> str:
    """Return the IRI of what a document says of an agreement, by the agreement's name."""
    return f"{document(document_key)}/citation/{slug(name)}"


def seat(document_key: str, committee: str, person: str) -> str:
    """Return the IRI of a person's membership of a committee; `committee` is the committee's IRI."""
    return f"{document(document_key)}/seat/{_actor_path(committee)}/{slug(person)}"


def appointment(document_key: str, body: str, committee: str) -> str:
    """Return the IRI of an appointment by the IRIs of who appoints and of the committee."""
    return f"{document(document_key)}/appointment/{_actor_path(body)}/{_actor_path(committee)}"


def kinship(earlier: str, later: str) -> str:
    """Return the IRI of a proposed kinship of two goals by their IRIs."""
    return f"{ID}kinship/{_digest(json.dumps([earlier, later]))}"


def mention(document_key: str, actor: str) -> str:
    """Return the IRI of a document's mention of an actor; `actor` is the actor's IRI."""
    return f"{document(document_key)}/mention/{_actor_path(actor)}"


def evidence(fact: str, n: int) -> str:
    """Return the IRI of the n-th evidence of a fact, by the fact's IRI."""
    return f"{fact}/evidence/{n}"


def actor_registered(key: str) -> str:
    """Return the IRI of an actor of the registers by its register key; loaders and registers agree on it."""
    return _ACTOR + segment(key)


def actor_other(kind: str, name: str) -> str:
    """Return the IRI of an actor outside the registers by its code of kind and its name."""
    return f"{_ACTOR}{segment(kind)}/{slug(name)}"


def unit(actor: str, name: str) -> str:
    """Return the IRI of a named part of an actor; `actor` is the actor's IRI."""
    return f"{actor}/unit/{slug(name)}"


def change(key: str) -> str:
    """Return the IRI of a change event (merger, renaming) by its register key."""
    return f"{ID}change/{segment(key)}"


def finding(document_key: str, rule: str, subject: str, message: str, place: int | None = None) -> str:
    """Return the IRI of a finding, stable as long as what it says stays; `place` is the offset of its evidence."""
    return f"{document(document_key)}/finding/{segment(rule)}/{_digest(json.dumps([subject, message, place]))}"


def concept(scheme: str, code: str) -> str:
    """Return the IRI of a concept by the code of its scheme and its notation."""
    return f"{CONCEPT}{segment(scheme)}/{segment(code)}"


def graph_document(key: str) -> str:
    """Return the name of the graph that holds what one document states."""
    return f"{GRAPH}document/{segment(key)}"


def graph_inferred(rule: str) -> str:
    """Return the name of the graph that holds what one rule inferred."""
    return f"{GRAPH}inferred/{segment(rule)}"


def _actor_path(actor: str) -> str:
    if not actor.startswith(_ACTOR):
        raise ValueError(f"not the IRI of an actor: {actor!r}")
    return actor.removeprefix(_ACTOR)
