"""Plain text: which encoding it is in, which characters in it are suspicious, and putting it together line by line."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256

from samspil.loaders.errors import UnreadableDocument
from samspil.loaders.files.document import Document, Span, Table

MAX_TEXT = 20_000_000
SAVE_AS = "Save it as PDF, Word (.docx) or plain text."
SAVE_AS_UTF8 = "Save it as plain text in UTF-8."

# The longer marks first: the mark of UTF-32 begins as the one of UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Danish offices have used; the first of equally plausible ones is taken.
_DANISH_ENCODINGS = ("cp1252", "iso8859-15", "mac-roman", "cp850", "cp865")
_LINE_BREAK = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD_WITH_HIGH = re.compile(r"[^\W\d_]*[^\x00-\x7f]+[^\W\d_]*")
_DANISH = frozenset("æøåÆØÅ")
_FOREIGN = frozenset("éèêëáàäâóöôüúíïñçßÉÄÖÜ")
_MARKUP = frozenset("–—‘’‚“”„…•·«»§°½¼¾´€£©®™²³µ×±\u00a0\u00ad")
_CONTINUATION = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LOWER = "a-zæøå"
_SUSPICIOUS = {
    "mojibake": re.compile(
        f"[ÂÃ][{_CONTINUATION}]|â€[{_CONTINUATION}]|√[¶∏•ÖÜò©®]|├[{_CONTINUATION}ªÑåÿ®ó¨]"
        f"|(?<=[{_LOWER}])[¿¾°µÕ¢›†¬¨](?=[{_LOWER}])|\ufffd|[\x80-\x9f]"
    ),
    "zero-width or bidirectional control character": re.compile(
        "[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    ),
    "look-alike letters in": re.compile(r"\b(?=\w*[A-Za-zÀ-ɏ])(?=\w*[\u0400-\u052fοορνικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ])[^\W\d_]+"),
    "decomposed character": re.compile("\\w[\u0300-\u036f]+|[\u2126\u212a\u212b]"),
}
_PLACES = 5
_SAMPLE = 1 << 18
_FILE_NAME = re.compile(
    r"^(?:microsoft \w+|powerpoint|adobe|untitled|unavngivet|document|dokument|lysbillede|skabelon|brevskabelon)\b"
    r"|\.(?:docx?|pdf|indd|pptx?|xlsx?|rtf|odt|txt|qxd)\b|[\\_]|^[\d\W]+$",
    re.IGNORECASE,
)


def read_text(data: bytes, name: str) -> Document:
    """Return the document of a plain-text file, its form feeds counted as page breaks."""
    if len(data) > MAX_TEXT:
        raise UnreadableDocument(name, f"holds more than {MAX_TEXT:,} bytes of text", "Split it into its documents.")
    decoded, encoding = _decoded(data, name)
    text = _LINE_BREAK.sub("\n", decoded)
    if not text.strip("\ufeff\u200b \t\n\f\xa0"):
        raise UnreadableDocument(name, "holds no text, only white space", "Check that the right file was saved.")
    return Document(name, "text", text, sha256(data).hexdigest(), _pages(text), encoding=encoding)


def suspicious(text: str) -> list[str]:
    """Return what in a text is probably not as its author wrote it, each kind of it with the offsets."""
    found: dict[tuple[str, str], list[int]] = {}
    for kind, pattern in _SUSPICIOUS.items():
        for match in pattern.finditer(text):
            if kind != "decomposed character" or unicodedata.normalize("NFC", match.group()) != match.group():
                found.setdefault((kind, match.group()), []).append(match.start())
    return [f"{kind} {shown(sequence)} at {_places(offsets)}" for (kind, sequence), offsets in found.items()]


def shown(sequence: str) -> str:
    """Return a text in quotes, with the code points behind it where it cannot be seen as what it is."""
    if all(char.isprintable() and not unicodedata.combining(char) for char in sequence):
        return f'"{sequence}"'
    return " ".join(f"U+{ord(char):04X}" for char in sequence)


def plausible_title(title: str | None) -> str | None:
    """Return a title from a file's properties unless it is empty, one word, or the name of a file or a template."""
    cleaned = " ".join((title or "").split())
    if len(cleaned.split()) < 2 or len(cleaned) > 300 or _FILE_NAME.search(cleaned):
        return None
    return cleaned


class Builder:
    """Puts a document's text together: lines with their pages, and tables whose cells are spans of it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lines: list[str] = []
        self._pages: list[int | None] = []
        self._length = 0
        self._tables: list[Table] = []

    def line(self, text: str, page: int | None = None) -> Span:
        """Add a line and return its range."""
        start = self._length
        self._lines.append(text)
        self._pages.append(page)
        self._length += len(text) + 1
        if self._length > MAX_TEXT:
            cause = f"holds more than {MAX_TEXT:,} characters of text"
            raise UnreadableDocument(self._name, cause, "Split it into its documents.")
        return Span(start, start + len(text))

    def blank(self, page: int | None = None) -> None:
        """Add an empty line unless the last one is empty already."""
        if self._lines and self._lines[-1]:
            self.line("", page)

    def cell(self, lines: Iterable[str], page: int | None = None) -> Span:
        """Add the lines of a cell and return its range, empty for an empty cell."""
        spans = [self.line(text, page) for text in lines if text.strip()]
        return Span(spans[0].start, spans[-1].end) if spans else Span(self._length, self._length)

    def table(self, rows: Sequence[Sequence[Span]]) -> None:
        """Note the cells already added as one table."""
        if any(rows):
            self._tables.append(Table(tuple(tuple(row) for row in rows if row)))

    def document(self, form: str, data: bytes, title: str | None, created: str | None) -> Document:
        """Return what was put together; `form` is the format it was read from."""
        text = "\n".join(self._lines) + "\n"
        pages = tuple(self._pages) if any(self._pages) else ()
        digest = sha256(data).hexdigest()
        return Document(self._name, form, text, digest, pages, tuple(self._tables), None, title, created)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for decode in (_marked, _unmarked_utf16, _utf8, _eight_bit):
        result = decode(data, name)
        if result is not None:
            return _without_binary(*result, name)
    cause = "is in no encoding that Danish text is written in"
    raise UnreadableDocument(name, cause, SAVE_AS_UTF8)


def _without_binary(text: str, encoding: str, name: str) -> tuple[str, str]:
    """Return what it was given, unless the text holds what only a binary file would."""
    # A form feed or a lone control character is left by many programs; a NUL or many of them are not text.
    text = text.removesuffix("\x1a")
    if "\0" in text or len(_CONTROL.findall(text)) * 100 > len(text):
        raise UnreadableDocument(name, "is a binary file, not a text", SAVE_AS)
    return text, encoding


def _marked(data: bytes, name: str) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    return None


def _unmarked_utf16(data: bytes, name: str) -> tuple[str, str] | None:
    # Nearly every second byte of Latin text in UTF-16 is zero, always on the same side.
    sample = data[: 1 << 16]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < 0.7 * half or min(even, odd) > 0.02 * half:
        return None
    return _strictly(data, "utf-16-le" if odd > even else "utf-16-be", name)


def _strictly(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        cause = f"begins as {encoding} but is damaged at byte {error.start}"
        raise UnreadableDocument(name, cause, SAVE_AS_UTF8) from None


def _utf8(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # Read in an 8-bit encoding, text that is UTF-8 but for some bytes would be mojibake.
        if 4 * len(_UTF8_PAIR.findall(data)) < len(_HIGH.findall(data)):
            return None
        line = data.count(b"\n", 0, error.start) + 1
        cause = f"mixes UTF-8 with another encoding, first in line {line} (byte {error.start})"
        raise UnreadableDocument(name, cause, SAVE_AS_UTF8) from None


def _eight_bit(data: bytes, name: str) -> tuple[str, str] | None:
    if b"\0" in data:
        raise UnreadableDocument(name, "is a binary file, not a text", SAVE_AS)
    texts = {encoding: text for encoding in _DANISH_ENCODINGS if (text := _tried(data, encoding)) is not None}
    # With one byte a character, a part can be judged alone: that around the first characters beyond ASCII.
    first = next((match.start() for match in _HIGH.finditer(data)), 0)
    part = slice(max(0, first - _SAMPLE), first + _SAMPLE)
    fit = {encoding: _plausibility(text[part]) for encoding, text in texts.items()}
    best = max(fit, key=fit.__getitem__, default=None)
    return (texts[best], best) if best is not None and fit[best] > 0 else _detected(data)


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _detected(data: bytes) -> tuple[str, str] | None:
    """Return the text in the encoding that its bytes' statistics tell, for texts that are not Danish."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE], threshold=0.1).best()
    text = _tried(data, match.encoding) if match else None
    return (text, match.encoding) if match and text is not None else None


def _plausibility(text: str) -> int:
    """Return how well the characters beyond ASCII fit a Danish text, each in the word around it."""
    counted: dict[str, int] = {}
    for word in _WORD_WITH_HIGH.findall(text):
        counted[word] = counted.get(word, 0) + 1
    return sum(_fit(word) * count for word, count in counted.items())


def _fit(word: str) -> int:
    letters = "".join(filter(str.isalpha, word))
    cased = letters.islower() or letters.isupper() or (letters[:1].isupper() and letters[1:].islower())
    return sum(map(_weight, word)) - (0 if cased or not letters else 3) - (3 if _broken_inside(word) else 0)


def _weight(char: str) -> int:
    if char < "\x80":
        return 0
    if char in _DANISH:
        return 3
    return 1 if char in _FOREIGN or char in _MARKUP else -3


def _broken_inside(word: str) -> bool:
    """Whether a sign that is no letter stands between two letters, as no writer puts it."""
    return any(not char.isalpha() and char not in "’´\u00ad" for char in word[1:-1])


def _pages(text: str) -> tuple[int | None, ...]:
    if "\f" not in text:
        return ()
    pages, page = [], 1
    for line in text.split("\n"):
        content = line.strip()
        leading = len(line) - len(line.lstrip()) if content else 0
        pages.append(page + line[:leading].count("\f"))
        page += line.count("\f")
    return tuple(pages)


def _places(offsets: list[int]) -> str:
    listed = ", ".join(map(str, offsets[:_PLACES]))
    rest = len(offsets) - _PLACES
    return f"{listed} and {rest} more places" if rest > 0 else listed
