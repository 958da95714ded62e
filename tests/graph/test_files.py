"""Documents on the disk: only regular files are read, and no file can crash or halt the program."""

import os
import sys
import time
from pathlib import Path

import docx
import pytest

from samspil.graph import files
from samspil.graph.files import documents, read_path
from samspil.loaders.errors import SamspilError, UnreadableDocument


def word_file(path: Path, text: str = "Børn") -> Path:
    """Save a Word file with one paragraph."""
    file = docx.Document()
    file.add_paragraph(text)
    file.save(str(path))
    return path


def test_a_word_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    """What the other process read comes back whole, even when the ending is another; names are composed letters."""
    document = read_path(word_file(tmp_path / "a\u030a.txt"))
    assert ("å.txt", "docx", "Børn\n") == (document.name, document.format, document.text)


def test_a_library_of_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file named as a library beside the documents is never imported."""
    (tmp_path / "docx.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert "Børn\n" == read_path(word_file(Path("a.docx"))).text


def test_refusals_come_back_with_the_path(tmp_path: Path) -> None:
    """The other process's reason is told with the path of the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"%PDF-1.4 and nothing else")
    with pytest.raises(UnreadableDocument, match="damaged PDF") as caught:
        read_path(path)
    assert str(path) == caught.value.name


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    """After the time given the other process is killed, and the file refused."""
    started = time.monotonic()
    with pytest.raises(UnreadableDocument, match=r"longer than 0\.01 seconds"):
        read_path(word_file(tmp_path / "a.docx"), timeout=0.01)
    assert time.monotonic() - started < 5


def test_a_reader_that_crashes_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the other process dies, the file is refused and the program goes on."""
    monkeypatch.setattr(sys, "executable", "false")
    with pytest.raises(UnreadableDocument, match="break off"):
        read_path(word_file(tmp_path / "a.docx"))


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A folder, a pipe, a device, a missing file and a link to nowhere are named as what they are."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    causes = {
        "pipe.txt": "is a pipe",
        "folder.txt": "is a folder",
        "link.txt": "is a link to a file that does not exist",
        "loop.txt": "cannot be read",
        "none.txt": "does not exist",
        "a.txt/b": "does not exist",
        "/dev/zero": "is a device",
        "x" * 300: "cannot be read",
        "a\0b": "cannot be read",
    }
    for name, cause in causes.items():
        with pytest.raises(SamspilError, match=cause):
            read_path(tmp_path / name)


def test_large_files_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is checked before anything is read."""
    monkeypatch.setattr(files, "MAX_BYTES", 3)
    (tmp_path / "a.txt").write_text("abcd")
    with pytest.raises(SamspilError, match="is larger than"):
        read_path(tmp_path / "a.txt")


def test_folders_give_their_documents_in_order(tmp_path: Path) -> None:
    """Documents are found at any depth by ending or content, in order, once each; the rest is reported."""
    (tmp_path / "b").mkdir()
    for name in ("b/z.TXT", "a.txt", ".hidden.txt", "table.csv", "notes"):
        (tmp_path / name).write_text(name)
    (tmp_path / "copy.txt").write_text("a.txt")
    (tmp_path / "photo").write_bytes(b"\x89PNG")
    (tmp_path / "~$x.docx").write_bytes(b"lock")
    (tmp_path / "again").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    word_file(tmp_path / "word.bak")
    told: list[str] = []
    found = documents([tmp_path / "b" / "z.TXT", tmp_path], told.append)
    assert ["b/z.TXT", "a.txt", "notes", "word.bak"] == [str(path.relative_to(tmp_path)) for path in found]
    reported = {line.split(": ")[0].removeprefix(f"{tmp_path}/") for line in told}
    assert {"again", "b/z.TXT", "copy.txt", "photo", "pipe.txt", "table.csv"} == reported


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    """A folder that holds none, and a path that is not there, say so."""
    with pytest.raises(SamspilError, match="no documents found"):
        documents([tmp_path])
    with pytest.raises(SamspilError, match="does not exist"):
        documents([tmp_path / "none"])
