"""Reading documents: what a text, PDF or Word file says is what the document says, and all else is refused."""

import random
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samspil.loaders.errors import UnreadableDocument
from samspil.loaders.files import pdf, reading, text, word
from samspil.loaders.files.document import Document
from samspil.loaders.files.numbering import BULLET
from samspil.loaders.files.reading import read
from samspil.loaders.files.text import suspicious
from samspil.loaders.files.wordparts import RULE
from samspil.loaders.loading import load
from tests.loaders.pages import drawn, made_pdf, ruled

DANISH = "Børn på Ærø: én overgang\nÅben rådgivning i KØBENHAVN, § 5\nældre og sårbare, 1½ år\n"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]


def saved(document: Any) -> bytes:
    """Return a Word file's bytes."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """Return an archive of the given members."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a Word file with something replaced in one of its parts."""
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old in members[part]
    return zipped({**members, part: members[part].replace(old, new)})


def cells(document: Document, table: int = 0) -> list[list[str]]:
    """Return the texts of a table's cells."""
    return [[document.text[c.start : c.end] for c in row] for row in document.tables[table].rows]


def refusal(data: bytes, name: str = "fil.bin") -> str:
    """Return the message with which a file is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        read(data, name)
    assert str(caught.value).startswith(f"{name}: ")
    return str(caught.value)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_reads_the_same_in_every_encoding(encoding: str) -> None:
    """Danish text is what it was, whatever encoding it was saved in."""
    assert DANISH == read(DANISH.encode(encoding), "a.txt").text


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850", "cp865"])
@pytest.mark.parametrize("written", ["Børn\n", "Sårbehandling på Ærø\n", "ÆLDRE OG ÅRSAGER", "én æske\n" * 30])
def test_old_encodings_are_told_apart_by_danish_letters(encoding: str, written: str) -> None:
    """A few words are enough to tell the encodings of DOS and the old Macintosh from those of Windows."""
    assert written == read(written.encode(encoding), "a.txt").text


def test_the_euro_sign_tells_latin_9_from_windows() -> None:
    """The byte that is a euro sign in ISO 8859-15 is one that nobody writes in Windows."""
    document = read("Prisen på året er 100 €\n".encode("iso8859-15"), "a.txt")
    assert ("Prisen på året er 100 €\n", "iso8859-15") == (document.text, document.encoding)


def test_only_line_breaks_are_changed() -> None:
    """Every kind of line break becomes a line feed; tabs, soft hyphens and double spaces stay."""
    assert "a\nb\nc\td  e\u00ad\nf" == read("a\r\nb\rc\td  e\u00ad\u2028f".encode(), "a.txt").text


def test_form_feeds_count_pages() -> None:
    """A line behind a form feed is on the next page; a text without form feeds has no pages."""
    document = read(b"one\n\ftwo\nstill two\fthree in it\n\f\ffive\n", "a.txt")
    assert [1, 2, 2, 5] == [line.page for line in document.lines if line.text.strip()]
    assert () == read(b"one\ntwo\n", "a.txt").pages


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is empty"),
        (b" \r\n\t\f \n", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"abc\0def\0\0\1\2", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (
            "Børn på vej\n".encode() + b"b\xf8rn\n" + "æøå".encode(),
            "mixes UTF-8 with another encoding, first in line 2",
        ),
        ("Børn på".encode()[:-1], "mixes UTF-8"),
        (b"\xff\xfea\0b\0c", "damaged at byte"),
        (b"PK\x03\x04 cut off", "damaged Word file or archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "(.doc)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1\\ansi B\\'f8rn}", "(.rtf)"),
        (b"\n<!-- x --><!DOCTYPE html><p>B", "web page"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"%PDF-1.7\n%%EOF", "damaged PDF"),
    ],
)
def test_what_is_no_document_is_refused_by_name_and_cause(data: bytes, cause: str) -> None:
    """An empty, binary, damaged or foreign file is refused, and the message says which it is."""
    assert cause in refusal(data)


@pytest.mark.parametrize(
    ("member", "what"),
    [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("content.xml", ".odt"), ("a.txt", ".zip")],
)
def test_other_archives_are_refused_by_what_they_are(member: str, what: str) -> None:
    """A workbook, slides, an OpenDocument file and a plain archive are named as such."""
    message = refusal(zipped({member: b"x"}))
    assert what in message and "Save it as PDF, Word (.docx) or plain text." in message


def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, texts and page counts beyond the limits are refused before they are read."""
    monkeypatch.setattr(reading, "MAX_BYTES", 2000)
    assert "larger than" in refusal(b"x" * 2001)
    monkeypatch.setattr(text, "MAX_TEXT", 10)
    assert "more than 10 bytes of text" in refusal(b"x" * 11)
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    assert "has 2 pages" in refusal(made_pdf(drawn(50, 700, "a"), drawn(50, 700, "b")))


@pytest.mark.parametrize(
    ("written", "kind", "offset"),
    [
        ("et BÃ¸rn", "mojibake", 4),
        ("to â€“ tre", "mojibake", 3),
        ("sm¿r", "mojibake", 2),
        ("b\ufffdrn", "mojibake", 1),
        ("a\u200bb", "zero-width or bidirectional control character U+200B", 1),
        ("a\u202eb", "zero-width or bidirectional control character U+202E", 1),
        ("en R\u0435gion", "look-alike letters", 3),
        ("a\u030aben", "decomposed character", 0),
    ],
)
def test_suspicious_characters_are_named_with_their_offset(written: str, kind: str, offset: int) -> None:
    """Each thing that its author hardly wrote is told once, by its kind and place."""
    (found,) = suspicious(written)
    assert found.startswith(kind) and found.endswith(f" at {offset}")


def test_ordinary_danish_text_is_not_suspicious() -> None:
    """Danish letters, typographic signs, units and whole Greek or Russian words are as they should be."""
    assert [] == suspicious(DANISH + "”ÆØÅ” – 5 µg, 20 °C, ¾ liter • det’s ½-delen: café, α, Москва, Ålborg\n")


def test_mojibake_is_read_as_it_stands() -> None:
    """Text that was spoilt before it was saved is not repaired."""
    assert "BÃ¸rn og Ã¦ldre" == read("BÃ¸rn og Ã¦ldre".encode(), "a.txt").text


def test_a_pdf_is_told_by_its_content() -> None:
    """A PDF file named as a text is read as PDF: lines with pages, properties, line-end soft hyphens as hyphens."""
    info = "/Title (Oversigt over samarbejder) /CreationDate (D:20191203120000+01'00')"
    pages = drawn(50, 700, "Børn på samar\u00ad") + drawn(50, 688, "bejde"), drawn(50, 700, "Næste side")
    document = read(made_pdf(*pages, info=info), "notat.txt")
    assert ["Børn på samar-", "bejde", "Næste side", ""] == document.text.split("\n")
    assert (1, 1, 2) == document.pages
    assert ("pdf", "Oversigt over samarbejder", "2019-12-03") == (document.format, document.title, document.created)


def test_a_ruled_table_is_read_cell_by_cell_at_its_place() -> None:
    """Lines before, the cells row after row with every line of a cell together, an empty cell, lines after."""
    page = drawn(50, 750, "Før") + drawn(50, 600, "Efter") + ruled([50, 200, 350], [730, 690, 650])
    page += drawn(55, 715, "Titel på to") + drawn(55, 703, "linjer") + drawn(205, 715, "Parter")
    page += drawn(55, 675, "Sårpleje")
    document = read(made_pdf(page, page), "a.pdf")
    assert [["Titel på to\nlinjer", "Parter"], ["Sårpleje", ""]] == cells(document) == cells(document, 1)
    lines = [line for line in document.text.split("\n") if line]
    assert ["Før", "Titel på to", "linjer", "Parter", "Sårpleje", "Efter"] == lines[:6]


def test_columns_of_text_are_read_one_after_the_other() -> None:
    """Two columns with a clear gutter are not interleaved; the heading above both comes first."""
    page = drawn(50, 780, "En overskrift som går tværs over begge spalter på hele siden og lidt til her")
    for n in range(8):
        page += drawn(50, 750 - 12 * n, f"venstre spalte har denne linje {n}")
        page += drawn(320, 748 - 12 * n, f"den anden spalte har linje {n}")
    lines = read(made_pdf(page), "a.pdf").text.split()
    assert 8 * ["venstre"] == [w for w in lines if w in ("venstre", "anden")][:8]


def test_rows_of_an_unruled_table_stay_rows() -> None:
    """Short entries side by side are rows of a table, not columns of text."""
    page = "".join(drawn(50, 750 - 12 * n, f"A{n}") + drawn(320, 750 - 12 * n, f"B{n}") for n in range(8))
    assert "A0 B0" == read(made_pdf(page), "a.pdf").text.split("\n")[0]


def test_unreadable_pdfs_are_refused_by_cause() -> None:
    """A PDF with a password, one of images only, and one cut short say so."""
    keys = "/O <" + "41" * 32 + "> /U <" + "42" * 32 + ">"
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 {keys} /P -4 >> /ID [<00> <00>]"
    assert "password" in refusal(made_pdf(drawn(50, 700, "x"), trailer=locked))
    assert "OCR" in refusal(made_pdf("0 0 100 100 re f"))
    assert "damaged PDF" in refusal(made_pdf(drawn(50, 700, "x"))[:300])


def test_word_paragraphs_and_tables_keep_their_order() -> None:
    """Headings, bullets, numbers, tables with merged cells and nested tables stand where they stand in Word."""
    file = docx.Document()
    file.core_properties.title = "Aftale om samarbejde"
    file.add_heading("Indsatser", 1)
    file.add_paragraph("Børn", style="List Bullet")
    file.add_paragraph("Først", style="List Number")
    file.add_paragraph("Så", style="List Number")
    table = file.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Titel"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Høj"
    table.cell(1, 1).text = "Parter"
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "Indre"
    file.add_paragraph("Efter")
    document = read(saved(file), "a.docx")
    assert ["Indsatser", f"{BULLET} Børn", "1. Først", "2. Så"] == document.text.split("\n")[:4]
    assert [["Titel", "", ""], ["Høj", "Parter\nIndre", ""], ["", "", ""]] == cells(document)
    assert ["Efter", ""] == document.text.split("\n")[-2:]
    assert ("docx", "Aftale om samarbejde", ()) == (document.format, document.title, document.pages)


NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def with_notes(file: Any, texts: Sequence[str]) -> Any:
    """Return a Word document with a note of each text, all marked in its last paragraph, the last of them first."""
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
    made = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{t}</w:t></w:r></w:p></w:footnote>'
        for n, t in enumerate(texts, 1)
    )
    blob = f"<w:footnotes {nsdecls('w')}>{separator}{made}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), NOTES, blob, file.part.package)
    file.part.relate_to(part, f"{RELATIONS}/footnotes")
    for n in range(len(texts), 0, -1):
        mark = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{n}"/></w:r>'
        file.paragraphs[-1]._p.append(parse_xml(mark))
    return file


def test_what_word_prints_beside_the_text_is_read_once() -> None:
    """Headers first, the text, below a line the notes in the order of their marks, numbered, and the footers."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Region Sjælland"
    file.sections[0].footer.paragraphs[0].text = "Sagsnr. 12-3"
    file.add_paragraph("Første side")
    file.add_section().header.is_linked_to_previous = False
    file.sections[1].header.paragraphs[0].text = "Region Sjælland"
    file.add_paragraph("Holbæk Sygehus")
    lines = read(saved(with_notes(file, ["Fra 2012", "Kun hverdage"])), "a.docx").text.split("\n")
    rule = lines.index(RULE)
    assert ["Region Sjælland", "Første side", "Holbæk Sygehus"] == [line for line in lines[:rule] if line]
    assert ["1 Kun hverdage", "2 Fra 2012", "Sagsnr. 12-3"] == [line for line in lines[rule + 1 :] if line]


def test_notes_belong_to_no_field() -> None:
    """The last field of a record ends where the notes begin."""
    file = docx.Document()
    for line in ("Projekt A: Sår", "Deltagere: Holbæk Sygehus", "Budget: 2 mio. kr. i 2012", "Effekt:", "Færre sår"):
        file.add_paragraph(line)
    (found,) = load(read(saved(with_notes(file, ["Anslået"])), "a.docx"), "proposals").initiatives
    assert ["Færre sår"] == [effect.text for effect in found.effects]


def test_text_boxes_are_read_where_they_are_anchored() -> None:
    """Also in a cell, and once, though older programs get a double."""
    file = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>I en boks</w:t></w:r></w:p></w:txbxContent>"
    drawing = f"<w:r {nsdecls('w')}><w:pict>{box}</w:pict></w:r>"
    file.add_paragraph("Før")._p.append(parse_xml(drawing))
    file.add_paragraph("Efter")
    cell = file.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0]._p.append(parse_xml(drawing.replace("I en boks", "I en celle")))
    document = read(saved(file), "a.docx")
    assert ["Før", "I en boks", "Efter", "I en celle"] == [line for line in document.text.split("\n") if line]
    assert [["I en celle"]] == cells(document)


def test_tracked_deletions_are_left_out_and_insertions_kept() -> None:
    """A tracked change counts as accepted, and a text box is read behind the paragraph that holds it."""
    body = (
        "<w:r><w:t>a </w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:r><w:pict><w:txbxContent>"
        "<w:p><w:r><w:t>boks</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    file = docx.Document()
    file.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{body}</w:p>"))
    assert "a b\nboks\n" == read(saved(file), "a.docx").text


def test_numbers_of_headings_follow_their_levels() -> None:
    """A number made of several levels is counted as Word counts it, from the style's level and the list's start."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shape}"/></w:lvl>'
        for n, start, kind, shape in [(0, 5, "decimal", "%1"), (1, 1, "decimal", "%1.%2"), (2, 1, "lowerLetter", "%3)")]
    )
    file = docx.Document()
    root = file.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for name, level in [("Mål", 0), ("Børn", 1), ("Ældre", 1), ("ét", 2), ("to", 2), ("Nyt", 0), ("Igen", 1)]:
        place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="99"/></w:numPr>'
        file.add_paragraph(name)._p.get_or_add_pPr().append(parse_xml(place))
    expected = ["5 Mål", "5.1 Børn", "5.2 Ældre", "a) ét", "b) to", "6 Nyt", "6.1 Igen", ""]
    assert expected == read(saved(file), "a.docx").text.split("\n")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too much, too well packed, or too many parts: none of them is unpacked."""
    assert "would unpack to 30 MB" in refusal(zipped({"word/document.xml": b" " * 30_000_000}))
    monkeypatch.setattr(word, "MAX_XML", 10)
    assert "holds a part of" in refusal(zipped({"word/document.xml": b"<a>12345678</a>"}))
    monkeypatch.setattr(word, "MAX_MEMBERS", 1)
    assert "more than 1 parts" in refusal(zipped({"word/document.xml": b"", "b": b""}))


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_a_document_type_in_any_part_is_refused(part: str) -> None:
    """Entities, which could blow up or reach for other files, are refused wherever they are declared."""
    file = docx.Document()
    file.add_paragraph("x")
    data = changed(saved(file), part, b"?>", b"?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")
    assert f"declares a document type or entities in {part}" in refusal(data)


def test_what_a_word_file_refers_to_outside_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that links to a template elsewhere is read without opening a connection."""
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection was opened"))
    file = docx.Document()
    file.add_paragraph("x")
    file.part.rels.get_or_add_ext_rel(f"{RELATIONS}/attachedTemplate", "http://127.0.0.1/t.dotm")
    file.part.rels.get_or_add_ext_rel(f"{RELATIONS}/numbering", "http://127.0.0.1/n.xml")
    assert "x\n" == read(saved(file), "a.docx").text


def test_an_empty_or_foreign_word_file_is_refused() -> None:
    """A Word file without text, and one with macros, say so."""
    assert "holds no text" in refusal(saved(docx.Document()))
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert "macros" in refusal(changed(saved(docx.Document()), "[Content_Types].xml", main, macros))


def read_or_refused(data: bytes) -> bool:
    """Whether a file is read to a text, or refused with cause and remedy; any other error is passed on."""
    try:
        return bool(read(data, "a").text.strip())
    except UnreadableDocument as refused:
        return bool(refused.cause and refused.remedy)


def test_damage_anywhere_is_only_ever_a_refusal() -> None:
    """Cut or garbled files are read or refused; no other error comes through."""
    file = docx.Document()
    file.add_paragraph("Børn og unge")
    page = drawn(50, 700, "Børn") + ruled([50, 200, 350], [730, 690, 650])
    chance = random.Random(1)
    for data in (saved(file), made_pdf(page), DANISH.encode("utf-16"), DANISH.encode()):
        for _ in range(40):
            garbled = bytearray(data[: chance.randrange(1, len(data))] if chance.random() < 0.4 else data)
            for _ in range(chance.randrange(6)):
                garbled[chance.randrange(len(garbled))] = chance.randrange(256)
            assert read_or_refused(bytes(garbled))


def test_the_hash_is_that_of_the_bytes() -> None:
    """The document's hash is that of the file's bytes, not of its text."""
    packed = made_pdf(drawn(50, 700, "x"))
    assert read(packed, "a").sha256 != read(packed + b"\n", "a").sha256
