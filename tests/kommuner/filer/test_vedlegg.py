"""Attachments (F6): what may be kept, what is refused and why, and that pictures lose all but the picture."""

import hashlib
import io
import zipfile

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, PngImagePlugin

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.vedlegg import MIME, STOERSTE_VEDLEGG, Vedleggsslag, godkjenn_vedlegg
from tests.kommuner.filer import bomber

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(endre=lambda fil: None, **valg) -> bytes:
    ut = io.BytesIO()
    with pikepdf.new() as fil:
        fil.add_blank_page()
        endre(fil)
        fil.save(ut, **valg)
    return ut.getvalue()


def _rot(noekkel, verdi):
    return lambda fil: fil.Root.__setitem__(noekkel, verdi(fil) if callable(verdi) else verdi)


def _merknad(**felt):
    def endre(fil):
        felles = {"Type": Name.Annot, "Rect": Array([0, 0, 9, 9])}
        fil.pages[0].Annots = Array([Dictionary(**felles, **felt)])

    return endre


def _skjult_handling(fil):
    """No page leads to it, it lies in a packed object stream, and its name is written in code."""
    fil.Root.Ubrukt = fil.make_indirect(Dictionary(A=Array([Dictionary(S=Name("/JavaScript"), JS=String("x"))])))


def docx(ekstra=None, *, innhold="", type_=_WORD) -> bytes:
    ut = io.BytesIO()
    deler = {
        "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{type_}"/></Types>',
        "word/document.xml": f"<w:document {_W}>{innhold}</w:document>",
    }
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn, del_ in (deler | (ekstra or {})).items():
            pakke.writestr(navn, del_)
    return ut.getvalue()


def relasjon(slag, maal="http://x.example/a", ekstern=True) -> dict[str, str]:
    modus = ' TargetMode="External"' if ekstern else ""
    xml = f'<Relationships><Relationship Id="r1" Type="{_REL}/{slag}" Target="{maal}"{modus}/></Relationships>'
    return {"word/_rels/document.xml.rels": xml}


def bilde(slag, stoerrelse=(40, 30), farge="RGB", **valg) -> bytes:
    ut = io.BytesIO()
    Image.new(farge, stoerrelse).save(ut, slag, **valg)
    return ut.getvalue()


JS = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
AVVIST = {
    "pdf open action": (lambda: pdf(_rot("/OpenAction", JS)), Grunn.PDF_HANDLING),
    "pdf javascript by name": (
        lambda: pdf(_rot("/Names", Dictionary(JavaScript=Dictionary(Names=Array([String("a"), JS]))))),
        Grunn.PDF_HANDLING,
    ),
    "pdf launch": (
        lambda: pdf(_merknad(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("cmd.exe")))),
        Grunn.PDF_HANDLING,
    ),
    "pdf submit": (lambda: pdf(_merknad(Subtype=Name.Link, A=Dictionary(S=Name.SubmitForm))), Grunn.PDF_HANDLING),
    "pdf page action": (lambda: pdf(lambda fil: setattr(fil.pages[0], "AA", Dictionary(O=JS))), Grunn.PDF_HANDLING),
    "pdf embedded file": (
        lambda: pdf(lambda fil: fil.attachments.__setitem__("a.exe", b"MZ\x90")),
        Grunn.PDF_HANDLING,
    ),
    "pdf file as stream": (
        lambda: pdf(_rot("/A", lambda fil: Stream(fil, b"MZ", Type=Name.EmbeddedFile))),
        Grunn.PDF_HANDLING,
    ),
    "pdf film": (lambda: pdf(_merknad(Subtype=Name.RichMedia)), Grunn.PDF_HANDLING),
    "pdf xfa": (lambda: pdf(_rot("/AcroForm", Dictionary(XFA=Array([])))), Grunn.PDF_HANDLING),
    "pdf hidden action": (
        lambda: pdf(_skjult_handling, object_stream_mode=pikepdf.ObjectStreamMode.generate),
        Grunn.PDF_HANDLING,
    ),
    "pdf name in code": (
        lambda: pdf(_rot("/OpenAction", JS)).replace(b"/JavaScript", b"/#4aavaScript").replace(b"/JS", b"/J#53"),
        Grunn.PDF_HANDLING,
    ),
    "pdf with password": (
        lambda: pdf(encryption=pikepdf.Encryption(owner="a", user="b")),
        Grunn.PASSORD,
    ),
    "pdf cut off": (lambda: pdf()[:200], Grunn.IKKE_LEST),
    "pdf in name only": (lambda: b"%PDF-1.7\n" + b"x" * 900 + b"%%EOF", Grunn.IKKE_LEST),
    "pdf and zip": (lambda: pdf() + bomber.aerlig_xlsx(), Grunn.FLERE_FORMATER),
    "pdf and web page": (
        lambda: pdf().replace(b"\n", b"\n%<html><script>alert(1)</script>\n", 1),
        Grunn.FLERE_FORMATER,
    ),
    "pdf and tail": (lambda: pdf() + b"<script>alert(1)</script>" * 20, Grunn.FLERE_FORMATER),
    "svg": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', Grunn.FEIL_TYPE_VEDLEGG),
    "html": (lambda: b"<!doctype html><script>alert(1)</script>", Grunn.FEIL_TYPE_VEDLEGG),
    "exe": (lambda: b"MZ\x90\x00" + b"\0" * 500, Grunn.FEIL_TYPE_VEDLEGG),
    "page before pdf": (lambda: b"<html>" + pdf(), Grunn.FEIL_TYPE_VEDLEGG),
    "gif": (lambda: bilde("GIF"), Grunn.FEIL_TYPE_VEDLEGG),
    "old word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Grunn.GAMMELT_EXCEL),
    "zip of anything": (lambda: docx({"a.txt": "x"}, type_="text/plain"), Grunn.FLERE_FORMATER),
    "docx macro": (lambda: docx({"word/vbaProject.bin": "x"}), Grunn.MAKRO),
    "docm as docx": (
        lambda: docx(type_="application/vnd.ms-word.document.macroEnabled.main+xml"),
        Grunn.MAKRO,
    ),
    "docx remote template": (lambda: docx(relasjon("attachedTemplate")), Grunn.EKSTERN_KOBLING),
    "docx remote picture": (lambda: docx(relasjon("image")), Grunn.EKSTERN_KOBLING),
    "docx object": (lambda: docx(relasjon("oleObject", "a.bin", ekstern=False)), Grunn.FIL_I_FIL),
    "docx web page inside": (lambda: docx(relasjon("aFChunk", "a.html", ekstern=False)), Grunn.FIL_I_FIL),
    "docx dde in pieces": (
        lambda: docx(innhold="<w:instrText>DDE</w:instrText><w:r/><w:instrText>AUTO c:\\cmd</w:instrText>"),
        Grunn.EKSTERN_KOBLING,
    ),
    "docx entity": (lambda: docx({"word/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), Grunn.DOCTYPE),
    "docx bomb": (lambda: docx({"word/a.xml": " " * 50_000_000}), Grunn.PAKKET_FOR_TETT),
    "xlsx connection": (lambda: bomber.med_deler({"xl/connections.xml": b"<a/>"}), Grunn.EKSTERN_KOBLING),
    "xlsx macro": (lambda: bomber.med_deler({"xl/vbaProject.bin": b"x"}), Grunn.MAKRO),
    "picture bomb": (lambda: bilde("PNG", (30_000, 30_000), "1"), Grunn.FOR_MANGE_PIKSLER),
    "picture that lies": (
        lambda: bilde("PNG").replace((40).to_bytes(4) + (30).to_bytes(4), (99_999).to_bytes(4) * 2),
        Grunn.OEDELAGT_BILDE,
    ),
    "picture cut off": (lambda: bilde("JPEG", (400, 300))[:700], Grunn.OEDELAGT_BILDE),
    "picture in name only": (lambda: b"\x89PNG\r\n\x1a\n" + b"<script>", Grunn.OEDELAGT_BILDE),
    "nothing": (lambda: b"", Grunn.TOM),
    "too large": (lambda: b"%PDF-" + b"\0" * STOERSTE_VEDLEGG, Grunn.FOR_STOR),
}


@pytest.mark.parametrize(("lag", "grunn"), AVVIST.values(), ids=AVVIST.keys())
def test_vedlegg_is_refused_with_its_reason(lag, grunn):
    with pytest.raises(Filavvist) as avvist:
        godkjenn_vedlegg(lag(), "vedtak.pdf")
    assert avvist.value.grunn == grunn


GODTATT = {
    "pdf": (pdf, Vedleggsslag.PDF),
    "pdf opening at a page": (
        lambda: pdf(lambda fil: fil.Root.__setitem__("/OpenAction", Array([fil.pages[0].obj, Name.Fit]))),
        Vedleggsslag.PDF,
    ),
    "pdf with a link": (
        lambda: pdf(_merknad(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://x.example")))),
        Vedleggsslag.PDF,
    ),
    "pdf that may not be changed": (lambda: pdf(encryption=pikepdf.Encryption(owner="a", user="")), Vedleggsslag.PDF),
    "docx": (docx, Vedleggsslag.DOCX),
    "docx with a link": (lambda: docx(relasjon("hyperlink")), Vedleggsslag.DOCX),
    "xlsx": (bomber.aerlig_xlsx, Vedleggsslag.XLSX),
}


@pytest.mark.parametrize(("lag", "slag"), GODTATT.values(), ids=GODTATT.keys())
def test_vedlegg_document_is_kept_letter_for_letter(lag, slag):
    innhold = lag()
    vedlegg = godkjenn_vedlegg(innhold, "../Vedtak i sak 12/23.exe")
    assert (vedlegg.slag, vedlegg.mime, vedlegg.innhold) == (slag, MIME[slag], innhold)
    assert vedlegg.sha256 == hashlib.sha256(innhold).hexdigest()
    assert vedlegg.navn == f"23.exe.{slag}"


def test_vedlegg_photo_is_turned_upright_and_loses_its_place():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    raa = bilde("JPEG", exif=exif, comment=b"hemmelig") + b"<?php system($_GET[0]); ?>PK\x03\x04"
    vedlegg = godkjenn_vedlegg(raa, "IMG_1.JPEG")
    assert (vedlegg.slag, vedlegg.navn) == (Vedleggsslag.JPG, "IMG_1.JPEG")
    for rest in (b"hemmelig", b"php", b"PK\x03\x04", b"Exif"):
        assert rest not in vedlegg.innhold
    with Image.open(io.BytesIO(vedlegg.innhold)) as tegnet:
        assert tegnet.size == (30, 40)


@pytest.mark.parametrize("farge", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_vedlegg_png_keeps_its_colours_and_loses_its_texts(farge):
    tekster = PngImagePlugin.PngInfo()
    tekster.add_text("Comment", "hemmelig")
    vedlegg = godkjenn_vedlegg(bilde("PNG", farge=farge, pnginfo=tekster), "skjerm.png")
    assert b"hemmelig" not in vedlegg.innhold
    with Image.open(io.BytesIO(vedlegg.innhold)) as tegnet:
        assert (tegnet.size, tegnet.mode) == ((40, 30), farge)


def test_vedlegg_from_a_press_becomes_a_picture_any_browser_shows():
    vedlegg = godkjenn_vedlegg(bilde("JPEG", farge="CMYK"), "trykk.jpg")
    with Image.open(io.BytesIO(vedlegg.innhold)) as tegnet:
        assert tegnet.mode == "RGB"
