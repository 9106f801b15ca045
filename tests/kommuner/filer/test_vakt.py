"""The guard of lists (F2, F3): every bomb and trick is refused with its own reason, and honest files pass."""

import io
import zipfile

import pytest

from kommuner.filer import pakke
from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.vakt import STOERSTE_TABELL, Tabellformat, sjekk_tabell
from tests.kommuner.filer import bomber

BOMBER = {
    "600 MB of spaces": (bomber.mange_mellomrom, Grunn.PAKKET_FOR_TETT),
    "a size that lies": (bomber.loegn_om_stoerrelse, Grunn.OEDELAGT_PAKKE),
    "a million equal rows": (bomber.like_rader, Grunn.PAKKET_FOR_TETT),
    "10 000 parts": (bomber.mange_deler, Grunn.FOR_MANGE_DELER),
    "201 parts": (lambda: bomber.mange_deler(201), Grunn.FOR_MANGE_DELER),
    "nested": (bomber.pakke_i_pakke, Grunn.FIL_I_FIL),
    "overlapping": (bomber.overlappende, Grunn.OEDELAGT_PAKKE),
    "billion laughs": (bomber.milliard_latter, Grunn.DOCTYPE),
    "billion laughs in utf-16": (lambda: bomber.milliard_latter("utf-16"), Grunn.DOCTYPE),
    "billion laughs in utf-16-be": (lambda: bomber.milliard_latter("utf-16-be"), Grunn.DOCTYPE),
    "xxe to a file": (lambda: bomber.ekstern_entitet("file:///etc/passwd"), Grunn.DOCTYPE),
    "doctype at a seam": (bomber.sen_doctype, Grunn.DOCTYPE),
    "macro": (bomber.med_navn("xl/vbaProject.bin"), Grunn.MAKRO),
    "macro in capitals": (bomber.med_navn("XL/VBAPROJECT.BIN"), Grunn.MAKRO),
    "excel 4 macro": (bomber.med_navn("xl/macrosheets/sheet1.xml"), Grunn.MAKRO),
    "active x": (bomber.med_navn("xl/activeX/activeX1.xml"), Grunn.MAKRO),
    "external link": (bomber.med_navn("xl/externalLinks/externalLink1.xml"), Grunn.EKSTERN_KOBLING),
    "embedded file": (bomber.med_navn("xl/embeddings/oleObject1.bin"), Grunn.FIL_I_FIL),
    "program as picture": (lambda: bomber.med_deler({"xl/media/a.png": b"MZ\x90"}), Grunn.FIL_I_FIL),
    "parent folder": (bomber.med_navn("../../a.xml"), Grunn.UTRYGT_NAVN),
    "parent folder in windows": (bomber.med_navn("..\\..\\a.xml"), Grunn.UTRYGT_NAVN),
    "root": (bomber.med_navn("/etc/a.xml"), Grunn.UTRYGT_NAVN),
    "drive": (bomber.med_navn("C:/a.xml"), Grunn.UTRYGT_NAVN),
    "the same name twice": (bomber.med_navn("XL/workbook.xml"), Grunn.UTRYGT_NAVN),
    "password in the zip": (bomber.kryptert, Grunn.PASSORD),
    "opendocument": (bomber.med_navn("mimetype"), Grunn.OPENDOCUMENT),
    "binary excel": (bomber.med_navn("xl/workbook.bin"), Grunn.BINAERT_EXCEL),
}


@pytest.mark.parametrize(("lag", "grunn"), BOMBER.values(), ids=BOMBER.keys())
def test_vakt_refuses_a_bomb_with_its_reason(lag, grunn):
    with pytest.raises(Filavvist) as avvist:
        sjekk_tabell(lag(), "liste.xlsx")
    assert avvist.value.grunn == grunn


def test_vakt_counts_what_it_reads_when_the_directory_is_modest():
    grenser = pakke.Pakkegrenser(utpakket=10_000_000, forhold=3)
    with pytest.raises(Filavvist) as avvist:
        pakke.sjekk_pakke(bomber.med_ark(b"<row><c><v>1</v></c></row>" * 1000), grenser)
    assert avvist.value.grunn == Grunn.PAKKET_FOR_TETT


def test_vakt_refuses_packing_methods_that_take_memory_as_they_please():
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_LZMA) as fil:
        fil.writestr("xl/workbook.xml", b"<workbook/>")
    with pytest.raises(Filavvist) as avvist:
        sjekk_tabell(ut.getvalue(), "liste.xlsx")
    assert avvist.value.grunn == Grunn.OEDELAGT_PAKKE


def test_vakt_refuses_a_workbook_that_declares_macros():
    typer = b'<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    with pytest.raises(Filavvist) as avvist:
        sjekk_tabell(bomber.med_deler({"[Content_Types].xml": typer}), "liste.xlsx")
    assert avvist.value.grunn == Grunn.MAKRO


@pytest.mark.parametrize(
    ("innhold", "navn", "grunn"),
    [
        (b"", "a.xlsx", Grunn.TOM),
        (b"a;b\n" * (STOERSTE_TABELL // 4) + b"xx", "a.csv", Grunn.FOR_STOR),
        (b"%PDF-1.7", "a.pdf", Grunn.FEIL_TYPE_TABELL),
        (b"%PDF-1.7", "a.xlsx", Grunn.FEIL_TYPE_TABELL),
        (b"<html>", "a.html", Grunn.FEIL_TYPE_TABELL),
        (b"MZ\x90\0", "a.csv", Grunn.NULLBYTE),
        (b"navn;nr\0\n", "a.csv", Grunn.NULLBYTE),
        (b"PK\x03\x04 and then nothing", "a.xlsx", Grunn.OEDELAGT_PAKKE),
        (bomber.aerlig_xlsx()[:-200], "a.xlsx", Grunn.OEDELAGT_PAKKE),
        (bomber.aerlig_xlsx(), "a.csv", Grunn.ENDELSE),
        (bomber.aerlig_xlsx(), "liste", Grunn.ENDELSE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls", Grunn.GAMMELT_EXCEL),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", Grunn.PASSORD),
    ],
)
def test_vakt_refuses_what_is_not_a_list(innhold, navn, grunn):
    with pytest.raises(Filavvist) as avvist:
        sjekk_tabell(innhold, navn)
    assert avvist.value.grunn == grunn


def test_vakt_passes_honest_files():
    assert sjekk_tabell(bomber.aerlig_xlsx(), "Avtaler 2026.XLSX") == Tabellformat.XLSX
    assert sjekk_tabell("navn;kommune\nFelles IKT;Bø\n".encode("utf-16"), "a.csv") == Tabellformat.CSV
    assert sjekk_tabell(b"navn\tnr\n", "C:\\filer\\a.txt") == Tabellformat.CSV
