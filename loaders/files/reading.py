"""The one way from a file's bytes to a document: its format is told by its content, never by its ending."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from samspil.loaders.errors import UnreadableDocument
from samspil.loaders.files.document import Document
from samspil.loaders.files.text import SAVE_AS, read_text

MAX_BYTES = 100_000_000
_HEAD = 2048
_PDF = re.compile(rb"(?:\A|[\r\n\0 ])%PDF-\d")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What an office file of the kind before Word 2007 holds, by the name of a stream within it.
_STREAMS = {
    "EncryptedPackage": "a document protected by a password",
    "WordDocument": "a Word document in the old format (.doc)",
    "Workbook": "an Excel workbook in the old format (.xls)",
    "PowerPoint Document": "a PowerPoint file in the old format (.ppt)",
}
_MEMBERS = {
    "xl/workbook": "an Excel workbook (.xlsx)",
    "ppt/presentation": "a PowerPoint file (.pptx)",
    "content.xml": "an OpenDocument file (such as .odt)",
    "META-INF/container.xml": "an e-book (.epub)",
}
_SIGNATURES = {
    rb"\{\\rtf": "a rich-text file (.rtf)",
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b": "a web page (HTML)",
    rb"(?:\xef\xbb\xbf)?\s*<\?xml\b": "an XML file",
    rb"(?:MIME-Version|Received|Return-Path):\s": "an e-mail or web archive",
    rb"%!PS": "a PostScript file",
    rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF....WEBP": "an image",
    rb"\x1f\x8b|BZh\d|7z\xbc\xaf\x27\x1c|Rar!|\xfd7zXZ": "a compressed archive",
    rb"\x7fELF|MZ[\x90\0]": "a program",
}


def read(data: bytes, name: str) -> Document:
    """Return the document that a file holds; `name` is the file's, for the document and for errors."""
    if len(data) > MAX_BYTES:
        cause = f"is larger than {MAX_BYTES // 1_000_000} MB"
        raise UnreadableDocument(name, cause, "Split it, or make its pictures smaller.")
    if not data:
        raise UnreadableDocument(name, "is empty", "Check that the right file was saved.")
    return _READERS[recognised(data, name)](data, name)


def recognised(data: bytes, name: str) -> str:
    """Return `pdf`, `docx` or `text`, or refuse a file that is known to be something else."""
    if _PDF.search(data[:_HEAD]):
        return "pdf"
    if data.startswith(_ZIP):
        return _recognised_archive(data, name)
    if data.startswith(_OLE):
        raise _refused(name, _in_old_office_file(data))
    for signature, what in _SIGNATURES.items():
        if re.match(signature, data[:_HEAD], re.IGNORECASE | re.DOTALL):
            raise _refused(name, what)
    return "text"


def _recognised_archive(data: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        cause = "is a damaged Word file or archive"
        raise UnreadableDocument(name, cause, "Fetch it anew, or save it again.") from None
    if any(member.startswith("word/") for member in names):
        return "docx"
    kinds = (what for start, what in _MEMBERS.items() if any(member.startswith(start) for member in names))
    raise _refused(name, next(kinds, "an archive of files (.zip)"))


def _in_old_office_file(data: bytes) -> str:
    kinds = (what for stream, what in _STREAMS.items() if stream.encode("utf-16-le") in data)
    return next(kinds, "an office file in an old format")


def _refused(name: str, what: str) -> UnreadableDocument:
    return UnreadableDocument(name, f"is {what}, which is not read", SAVE_AS)


def _read_pdf(data: bytes, name: str) -> Document:
    from samspil.loaders.files.pdf import read_pdf

    return _guarded(read_pdf, data, name, "PDF")


def _read_word(data: bytes, name: str) -> Document:
    from samspil.loaders.files.word import read_word

    return _guarded(read_word, data, name, "Word")


def _guarded(reader: Callable[[bytes, str], Document], data: bytes, name: str, what: str) -> Document:
    try:
        return reader(data, name)
    except UnreadableDocument:
        raise
    except MemoryError:
        raise UnreadableDocument(name, "needs too much memory to be read", "Split it.") from None
    except Exception as error:  # On a damaged file the libraries raise whatever they stumble over.
        cause = f"is a damaged {what} file ({type(error).__name__})"
        raise UnreadableDocument(name, cause, "Open it, save it again, and try that one.") from error


_READERS: dict[str, Callable[[bytes, str], Document]] = {"text": read_text, "pdf": _read_pdf, "docx": _read_word}
