"""Documents on the disk: which files they are, and reading each so that no file can harm or halt the program."""

import logging
import os
import pickle
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from hashlib import file_digest
from pathlib import Path

from samspil.loaders.errors import SamspilError, UnreadableDocument
from samspil.loaders.files.document import Document
from samspil.loaders.files.reading import MAX_BYTES, read, recognised

TIMEOUT = 120.0
MEMORY = 2 << 30
ENDINGS = frozenset({".txt", ".text", ".pdf", ".docx"})
_LOG = logging.getLogger(__name__)
_HIDDEN = (".", "~$")
_CHECK_PATH = "Check the path."
_NO_FILE = {
    stat.S_IFDIR: "is a folder, not a file",
    stat.S_IFIFO: "is a pipe, not a file",
    stat.S_IFSOCK: "is a socket, not a file",
    stat.S_IFCHR: "is a device, not a file",
    stat.S_IFBLK: "is a device, not a file",
}

Report = Callable[[str], None]


def read_path(path: Path, timeout: float = TIMEOUT) -> Document:
    """Return the document in a file; PDF and Word are read in a process of their own, bounded in time and memory."""
    data, name = _bytes(path), _name(path)
    try:
        if recognised(data, name) == "text":
            return read(data, name)
        return _read_apart(data, name, timeout)
    except UnreadableDocument as error:
        raise UnreadableDocument(_printable(str(path)), error.cause, error.remedy) from error


def documents(paths: Iterable[Path], report: Report = _LOG.warning) -> list[Path]:
    """Return the files to read: those named, and the documents in the folders named, each content once.

    `report` is told of every file in a folder that is left out, and of every double.
    """
    first: dict[str, Path] = {}
    for path in (file for named in paths for file in _files(named, report)):
        original = first.setdefault(_digest(path), path)
        if original is not path:
            report(f"{_printable(str(path))}: left out, the same as {_printable(str(original))}.")
    return list(first.values())


def _files(named: Path, report: Report) -> Iterator[Path]:
    if not named.is_dir():
        _regular(named)
        yield named
        return
    found = list(_documents_in(named, report))
    if not found:
        raise SamspilError(f"{_printable(str(named))}: no documents found. PDF, Word (.docx) and text files are read.")
    yield from found


def _documents_in(folder: Path, report: Report) -> Iterator[Path]:
    for path in _entries(folder):
        if path.name.startswith(_HIDDEN):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _documents_in(path, report)
        elif reason := _no_document(path):
            report(f"{_printable(str(path))}: left out, it {reason}.")
        else:
            yield path


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise SamspilError(f"{_printable(str(folder))}: the folder cannot be read ({error.strerror}).") from None


def _no_document(path: Path) -> str | None:
    """Return why a file in a folder is not taken as a document, or None if it is."""
    try:
        _regular(path)
        if path.suffix.lower() in ENDINGS:
            return None
        form = recognised(_bytes(path), path.name)
    except UnreadableDocument as error:
        return error.cause
    # Any ending will do for what says of itself that it is PDF or Word; a text without ending may be a document.
    return f"is no document by its ending ({path.suffix})" if form == "text" and path.suffix else None


def _regular(path: Path) -> os.stat_result:
    """Return the status of a file that is there and is a file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        cause = "is a link to a file that does not exist" if path.is_symlink() else "does not exist"
        raise _refused(path, cause) from None
    except (OSError, ValueError) as error:
        raise _refused(path, f"cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if not stat.S_ISREG(status.st_mode):
        raise _refused(path, _NO_FILE.get(stat.S_IFMT(status.st_mode), "is not a file"))
    return status


def _bytes(path: Path) -> bytes:
    if _regular(path).st_size > MAX_BYTES:
        raise _refused(path, f"is larger than {MAX_BYTES // 1_000_000} MB", "Split it, or make its pictures smaller.")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})", "Check its permissions.") from None


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})", "Check its permissions.") from None


def _refused(path: Path, cause: str, remedy: str = _CHECK_PATH) -> UnreadableDocument:
    return UnreadableDocument(_printable(str(path)), cause, remedy)


def _name(path: Path) -> str:
    """Return a file's name as text: composed letters, since some systems take them apart."""
    return unicodedata.normalize("NFC", _printable(path.name))


def _printable(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _read_apart(data: bytes, name: str, timeout: float) -> Document:
    # -P: a file named as a library in the current folder must not be run.
    command = [sys.executable, "-P", "-m", __name__, name]
    try:
        done = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        cause = f"takes longer than {timeout:g} seconds to read"
        raise UnreadableDocument(name, cause, "Split it, or save it as plain text.") from None
    if done.returncode != 0:
        cause = f"makes its reader break off (status {done.returncode})"
        raise UnreadableDocument(name, cause, "Open it, save it again, and try that one.")
    result = pickle.loads(done.stdout)
    if isinstance(result, Document):
        return result
    raise UnreadableDocument(name, *result)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _answer(name: str) -> None:
    """Read a document from standard input and write it, or why not, to standard output."""
    with os.fdopen(os.dup(1), "wb") as answer:
        # What a library may print must not get into the answer.
        os.dup2(2, 1)
        _limit_memory()
        try:
            result: Document | tuple[str, str] = read(sys.stdin.buffer.read(), name)
        except UnreadableDocument as error:
            result = error.cause, error.remedy
        pickle.dump(result, answer)


if __name__ == "__main__":
    _answer(sys.argv[1])
