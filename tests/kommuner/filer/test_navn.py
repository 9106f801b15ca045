"""File names (F8): safe to show, safe to send, and never a way out of a folder."""

import re
from email.message import Message
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommuner.filer.navn import LENGST_TEGN, innholdsdisposisjon, trygt_navn

NAVN = {
    "../../etc/passwd": "passwd", "..\\..\\boot.ini": "boot.ini", "/etc/shadow": "shadow", "C:\\a\\b.docx": "b.docx",
    "....//....//x.pdf": "x.pdf", "..": "fil", ".": "fil", "": "fil", "   ": "fil", "/": "fil", "\\": "fil",
    "a/": "fil",
    "..\\": "fil", "../": "fil", ".htaccess": "htaccess", "..pdf": "pdf", "a..pdf": "a.pdf", "x.pdf.": "x.pdf",
    "x.pdf ": "x.pdf", "plan\0.pdf": "plan.pdf", "a.pdf\0.exe": "a.pdf.exe", "a\nb.pdf": "a b.pdf",
    "a\r\nSet-Cookie: x=1.pdf": "a Set-Cookie_ x=1.pdf", "a\tb.pdf": "a b.pdf", "a\x1b[31m.pdf": "a[31m.pdf",
    "faktura\u202efdp.exe": "fakturafdp.exe", "\u200fa.pdf": "a.pdf", "\u2066x\u2069.pdf": "x.pdf",
    "\ufeffa.pdf": "a.pdf", "a\u200bb.pdf": "ab.pdf", "\ud800a.pdf": "a.pdf", "\u2028a.pdf": "a.pdf",
    "CON": "_CON", "con.txt": "_con.txt", "nul.tar.gz": "_nul.tar.gz", "COM1.pdf": "_COM1.pdf", "lpt9": "_lpt9",
    "aux .pdf": "_aux.pdf", "COM¹.pdf": "_COM¹.pdf", "console.pdf": "console.pdf", "prn.": "_prn", "CONIN$": "_CONIN$",
    'a"b.pdf': "a_b.pdf", "a<b>.pdf": "a_b_.pdf", "a|b?c*.pdf": "a_b_c_.pdf", "a:b.pdf": "a_b.pdf",
    "x.pdf::$DATA": "x.pdf__$DATA", "%2e%2e%2fpasswd": "_2e_2e_2fpasswd", "..%2f..%2fx": "_2f.._2fx",
    "file:///etc/passwd": "passwd", "\\\\server\\share\\a.pdf": "a.pdf", "~/.ssh/id_rsa": "id_rsa", "-rf": "-rf",
    "$(reboot).pdf": "$(reboot).pdf", "`id`.pdf": "`id`.pdf", "a;b.pdf": "a;b.pdf", "æøå ÆØÅ.pdf": "æøå ÆØÅ.pdf",
    "a\u030a.pdf": "å.pdf", "日本.pdf": "日本.pdf", "😀.pdf": "😀.pdf", "a  b.pdf": "a b.pdf", "=cmd.csv": "=cmd.csv",
}  # fmt: skip


# RFC 6266 with RFC 8187: what may stand in the quotation and in the extended value.
_VERDI = r"(?:[\w!#$&+.^`|~-]|%[0-9A-F]{2})+"
HODE = re.compile(rf"attachment; filename=\"([A-Za-z0-9 ._()\-]+)\"; filename\*=UTF-8''({_VERDI})", re.ASCII)


@pytest.mark.parametrize(("raatt", "ventet"), NAVN.items())
def test_navn_is_safe_and_readable(raatt, ventet):
    assert trygt_navn(raatt) == ventet


def _sjekk(raatt):
    navn = trygt_navn(raatt)
    assert 1 <= len(navn) <= LENGST_TEGN
    assert len(navn.encode()) <= 200
    assert navn.isprintable()
    assert navn == PurePosixPath(navn).name == PureWindowsPath(navn).name
    assert not navn.startswith(".")
    assert trygt_navn(navn) == navn
    verdi = innholdsdisposisjon(raatt)
    assert verdi.isascii()
    assert verdi.isprintable()
    treff = HODE.fullmatch(verdi)
    assert treff
    assert unquote(treff[2], errors="strict") == navn
    hode = Message()
    hode["Content-Disposition"] = verdi
    assert (hode.get_content_disposition(), hode.get_filename()) == ("attachment", treff[1])


@pytest.mark.parametrize("raatt", NAVN)
def test_header_parses_to_the_same_name(raatt):
    _sjekk(raatt)


@given(st.text(st.characters(), max_size=400))
def test_any_name_is_safe_and_its_header_parses(raatt):
    _sjekk(raatt)


def test_long_names_are_cut_before_their_ending():
    assert trygt_navn("a" * 300 + ".pdf") == "a" * (LENGST_TEGN - 4) + ".pdf"
    assert trygt_navn("日" * 300 + ".docx").endswith("日.docx")


@pytest.mark.parametrize(
    ("raatt", "endelse", "ventet"),
    [
        ("plan.pdf", "pdf", "plan.pdf"),
        ("plan.PDF", "pdf", "plan.PDF"),
        ("bilde.jpeg", "jpg", "bilde.jpeg"),
        ("plan.exe", "pdf", "plan.exe.pdf"),
        ("plan", "docx", "plan.docx"),
        ("", "pdf", "fil.pdf"),
    ],
)
def test_name_ends_as_its_content(raatt, endelse, ventet):
    assert trygt_navn(raatt, endelse=endelse) == ventet


def test_header_has_a_name_for_old_readers():
    ventet = "attachment; filename=\"Blaabaer & oel_.pdf\"; filename*=UTF-8''Bl%C3%A5b%C3%A6r%20&%20%C3%B8l_.pdf"
    assert innholdsdisposisjon("Blåbær & øl?.pdf") == ventet.replace("Blaabaer & oel_", "Blaabaer _ oel_")
