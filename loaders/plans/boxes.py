"""Boxes of a strategy: policy statements, labelled or left as a sentence that stands by itself, and their areas."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads

from samspil.loaders.files.document import Document, Span, Table
from samspil.loaders.files.passage import Joiner, Passage, sentences
from samspil.loaders.plans import plantables
from samspil.loaders.texts.announce import announced, column
from samspil.loaders.texts.blocks import Block
from samspil.loaders.texts.statements import Statement, joined
from samspil.loaders.texts.structure import Text

_FEWEST_WORDS, _MOST_WORDS, _MOST_LINES = 4, 45, 5
_FEWEST, _LONGEST_EXAMPLE = 3, 12  # parts of an enumeration by commas; words of each
_PAIR = 2  # cells of a row that is a label and what it is of
_MANY = 3  # sentences
_WELL_APART = 2  # blank lines around a statement that no paragraph has
_FURTHER = re.compile(r"[.?!]\s+[A-ZÆØÅ]")  # within a text of several sentences
_QUOTES = "”“„\"«»‘’'"
_KEY = r"(?:\s+(?:nr\.?\s*)?(?P<key>\d{1,2}|[IVX]{1,4}|[A-Z]))?"


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy statement, and the index of the block that heads its area, if any."""

    statement: Statement
    area: int | None


def policies(document: Document, text: Text, tops: Collection[int], known: int) -> list[Policy]:
    """Return the policy statements of a text that boxes hold, in print order.

    `tops` are the first lines of pages, `known` is how many statements were announced otherwise.
    A strategy states its policy in one manner: where labels or lead-ins do, no sentence is taken for where it stands.
    """
    found = _Reader(document, text, frozenset(tops))
    labelled = dict(found.labelled())
    headed = {} if len(labelled) + known > 1 else dict(found.headed())
    late = dict(found.late({p.area for p in headed.values()})) if headed else {}
    return [policy for _, policy in sorted((labelled | headed | late).items())]


@cache
def patterns(table: str) -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of a table of `strategy.toml`, each list as one."""
    found = loads(files("samspil.loaders.plans").joinpath("strategy.toml").read_text("utf-8"))[table]
    return {
        name: re.compile(_label(p) if name == "labels" else "|".join([p] if isinstance(p, str) else p))
        for name, p in found.items()
    }


def _label(names: Sequence[str]) -> str:
    return rf"(?i:{'|'.join(names)}){_KEY}\s*(?P<end>[:–—]\s*|\s-\s+|$|\.\s*(?=$))"


class _Reader:
    """The blocks of a text with what is known of their surroundings."""

    def __init__(self, document: Document, text: Text, tops: frozenset[int]) -> None:
        self.text = text
        self.tops = tops
        self.blocks = text.blocks
        self.places = text.outline.places
        self.word = document.format == "docx"
        self.boxes = [t.span for t in document.tables if len(t.rows) == 1 and len(t.rows[0]) == 1]

    def labelled(self) -> Iterator[tuple[int, Policy]]:
        """Yield the statements behind labels, on the same line or in the block below."""
        for n, block in enumerate(self.blocks):
            match = patterns("policy")["labels"].match(block.text)
            if match and (match["end"].strip() or match["key"]):
                rest = block.passage.slice(match.end())
                after = self.blocks[n + 1] if not rest and n + 1 < len(self.blocks) else None
                passage = after.passage if after and not after.form else rest
                if passage:
                    yield n, self._policy(n, passage, self._heading(n, own=n), match["key"])

    def headed(self) -> Iterator[tuple[int, Policy]]:
        """Yield the statements right below the heading of an area; one blank line is a sign only if several have it."""
        found = {n: self._apart(n) for n in range(1, len(self.blocks)) if self._heads(n - 1) and self._may_state(n)}
        several = sum(1 for apart in found.values() if apart) > 1
        for n, apart in found.items():
            single = len(sentences(self.blocks[n].passage)) == 1
            if (apart >= _WELL_APART and (single or self._is_firm(n))) or (
                apart and several and single and self._is_firm(n)
            ):
                yield n, self._policy(n, self.blocks[n].passage, n - 1)

    def late(self, stated: set[int | None]) -> Iterator[tuple[int, Policy]]:
        """Yield the statements that extraction printed behind the text of an area that none stands above."""
        for n in range(1, len(self.blocks)):
            area = self._heading(n, own=n)
            free = area is not None and area not in stated and area != n - 1
            if free and self._states(n) and self._apart(n) >= _WELL_APART:
                stated.add(area)
                yield n, self._policy(n, self.blocks[n].passage, area)

    def _heads(self, n: int) -> bool:
        """Whether a block is a heading of what may be an area: it announces nothing and is no preface."""
        if n not in self.text.outline.headings or self.text.announces[n]:
            return False
        title = self.text.outline.titles.get(n, self.blocks[n].passage).text.casefold()
        return not is_lead(title) and not patterns("policy")["no_area"].fullmatch(title)

    def _heading(self, n: int, own: int | None = None) -> int | None:
        """Return the index of the heading above a block, without what states something itself."""
        above = (m for m in range(n - 1, -1, -1) if m != own and self._heads(m))
        return next((m for m in above if not is_label(self.blocks[m]) and not self._states(m)), None)

    def _states(self, n: int) -> bool:
        """Whether a block is one sentence of what is to be, although it may look like a heading."""
        return self._may_state(n) and self._is_firm(n) and len(sentences(self.blocks[n].passage)) == 1

    def _may_state(self, n: int) -> bool:
        block = self.blocks[n]
        folded = block.text.casefold()
        fits = _FEWEST_WORDS <= len(folded.split()) <= _MOST_WORDS and len(block.lines) <= _MOST_LINES
        plain = (
            not block.form
            and (block.text[0].isupper() or block.text[0] in _QUOTES)
            and not block.text.endswith((":", ",", ";", "?"))
        )
        if not (fits and plain) or announced(block.text, heading=False, items=0):
            return False
        verb = patterns("policy")["strong"].search(folded) or patterns("policy")["weak"].search(folded)
        return (
            bool(verb) and not patterns("policy")["going_on"].search(folded) and len(sentences(block.passage)) < _MANY
        )

    def _is_firm(self, n: int) -> bool:
        text = self.blocks[n].text
        quoted = is_quoted(text) and not patterns("policy")["personal"].search(text.casefold())
        return quoted or patterns("policy")["strong"].search(text.casefold()) is not None

    def _apart(self, n: int) -> int:
        """Return how many blank lines stand around a block at least; a table's only cell stands well apart.

        A Word file has none: there a single sentence above a paragraph of several is as much.
        """
        block = self.blocks[n]
        after = self.blocks[n + 1] if n + 1 < len(self.blocks) else None
        if any(span.start <= block.first.start < span.end for span in self.boxes):
            return _WELL_APART
        if self.word:
            return int(after is not None and not after.form and len(sentences(after.passage)) > 1)
        ends_page = after is None or after.first.number in self.tops or after.first.text[:1] in ("\f", " ")
        below = _WELL_APART if after is None or ends_page else after.gap
        return min(block.gap, below)

    def _policy(self, n: int, passage: Passage, area: int | None, key: str | None = None) -> Policy:
        return Policy(Statement("policy_goal", key, unquoted(passage), self.places[n if area is None else area]), area)


def unlabelled(text: Text) -> Text:
    """Return a text with each place below the heading of its area, where a statement's label stands as one between."""
    places = list(text.outline.places)
    above = None
    for n, place in enumerate(places):
        if n and place.section != places[n - 1].section:
            above = None
        if place.heading and patterns("policy")["labels"].fullmatch(place.heading):
            places[n] = replace(place, heading=above)
        else:
            above = place.heading
    return replace(text, outline=replace(text.outline, places=tuple(places)))


def lists(text: Text) -> Iterator[Statement]:
    """Yield the items of lists under words that only strategies use; sub-items belong to the item above."""
    for n, block in enumerate(text.blocks):
        after = range(n + 1, len(text.blocks))
        last = next((m for m in after if not text.blocks[m].form or m in text.outline.headings), len(text.blocks))
        items = text.blocks[n + 1 : last]
        kind = _announced(block, items) if items and not block.form else None
        marks = [(item.form, item.mark if item.form == "bullet" else "") for item in items]
        firsts = [m for m in range(len(items)) if marks[m] == marks[0]] if kind else []
        for start, end in pairwise([*firsts, len(items)]):
            key = items[start].mark if items[start].form == "number" and kind != "example" else None
            passage = joined(item.passage for item in items[start:end])
            yield Statement(kind or "", key, passage, text.outline.places[n + 1 + start])
        yield from (Statement("example", None, item, text.outline.places[n]) for item in _in_line(block))


def _announced(block: Block, items: Sequence[Block]) -> str | None:
    """Return what a list under a block is of; bare words for efforts head examples only if the items are phrases."""
    folded = block.text.casefold()
    if heads_examples(folded):
        named = patterns("examples")["leads"].search(folded)
        return "example" if named or are_phrases(item.text for item in items) else None
    kind = next((kind for kind, pattern in patterns("lists").items() if pattern.search(folded)), None)
    return "objective" if kind == "policy_goal" and patterns("policy")["overall"].search(folded) else kind


def heads_examples(text: str) -> bool:
    """Whether a text is what stands above examples, be it a bare word for efforts."""
    folded, known = text.casefold(), patterns("examples")
    return bool(known["leads"].search(folded) or known["efforts"].fullmatch(folded))


def are_phrases(texts: Iterable[str]) -> bool:
    """Whether items only name efforts: none of them promises or tells something."""
    no_phrase = patterns("examples")["no_phrase"]
    return all(text[0].isupper() and not no_phrase.search(text.casefold()) for text in texts)


def _in_line(block: Block) -> Sequence[Passage]:
    """Return the examples that follow the word for them on its own line, if they are several short ones."""
    match = patterns("examples")["in_line"].match(block.text.casefold())
    parts = enumerated(block.passage.slice(match.end())) if match else []
    return parts if len(parts) > 1 and all(len(part.text.split()) <= _LONGEST_EXAMPLE for part in parts) else ()


def enumerated(passage: Passage) -> list[Passage]:
    """Return the members of an enumeration: semicolons or points part them, else commas and the last word for "and"."""
    marks = next((mark for mark in (";", "·", "•", "|", " / ") if mark in passage.text), None)
    if marks is None and len(re.split(r", (?:og |samt |eller )?| og | samt | eller ", passage.text)) < _FEWEST:
        return [passage]
    cuts = [m.span() for m in re.finditer(re.escape(marks) if marks else r", (?!der\b|som\b|hvor\b)", passage.text)]
    last = re.compile(r",? (?:og|samt|eller) ").search(passage.text, cuts[-1][1]) if cuts and not marks else None
    cuts += [last.span()] if last and passage.text[last.start() - 1] != "-" else []
    edges = [0, *(place for cut in cuts for place in cut), len(passage.text.rstrip(" .;"))]
    return [part for n in range(0, len(edges), 2) if (part := passage.slice(edges[n], edges[n + 1]))]


def states(text: str) -> bool:
    """Whether a text is one sentence of what is to be."""
    folded = text.casefold()
    known = patterns("policy")
    single = text.endswith((".", *_QUOTES)) and not _FURTHER.search(text) and len(text.split()) <= _MOST_WORDS
    return single and bool(known["strong"].search(folded)) and not known["going_on"].search(folded)


def tabled(document: Document, text: Text, joiner: Joiner) -> Iterator[Statement]:
    """Yield what tables state: policy in a column of goals; in one whose rows have labels also what is followed."""
    labelled = [table for table in document.tables if _has_labels(table, joiner)]
    rest = tuple(table for table in document.tables if table not in labelled)
    for statement in plantables.tabled(replace(document, tables=rest), text, joiner):
        if statement.kind == "goal":
            yield replace(statement, kind="policy_goal", passage=unquoted(statement.passage))
    for table in labelled:
        place = text.outline.places[at(text, table.span.start)]
        for row in table.rows:
            kind = _row_kind(_words_of(row[0], joiner))
            cells = [] if kind is None else [row[1]] if kind == "policy_goal" else list(joiner.by_line(row[1]))
            found = (unquoted(passage) for cell in cells if (passage := joiner.cell(cell)))
            yield from (Statement(kind or "", None, passage, place) for passage in found)


def _has_labels(table: Table, joiner: Joiner) -> bool:
    """Whether a table's rows are each a label and what it is of."""
    if any(len(row) != _PAIR for row in table.rows) or column(_words_of(table.rows[0][1], joiner)):
        return False
    heads = [_words_of(row[0], joiner) for row in table.rows]
    return sum(1 for head in heads if _row_kind(head) or heads_examples(head)) > 1


def _row_kind(head: str) -> str | None:
    kind = column(head)
    is_policy = kind == "goal" or patterns("policy")["labels"].fullmatch(head)
    return "policy_goal" if is_policy else kind if kind in ("indicator", "vision") else None


def _words_of(cell: Span, joiner: Joiner) -> str:
    return joiner.cell(cell).text if cell.end > cell.start else ""


def unquoted(passage: Passage) -> Passage:
    """Return a passage without the marks of quotation around the whole of it."""
    return passage.slice(1, len(passage.text) - 1) if is_quoted(passage.text) else passage


def is_quoted(text: str) -> bool:
    """Whether marks of quotation stand around the whole of a text."""
    inner = text[1:-1]
    return bool(inner) and text[0] in _QUOTES and text[-1] in _QUOTES and not any(mark in _QUOTES for mark in inner)


def is_label(block: Block) -> bool:
    """Whether a block is a policy statement's label, with or without the statement."""
    return patterns("policy")["labels"].match(block.text) is not None


def is_lead(folded: str) -> bool:
    """Whether what looks like a heading announces something, be it examples."""
    known = patterns("examples")
    return folded.endswith(":") or bool(known["leads"].search(folded) or known["efforts"].fullmatch(folded))


def at(text: Text, start: int) -> int:
    """Return the index of the block that holds a place of the document."""
    return bisect_right([block.first.start for block in text.blocks], start) - 1
