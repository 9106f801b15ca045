"""Makes hostile files, and the honest workbook they are made from. Each function returns the bytes of one file."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import xlsxwriter

ARK = "xl/worksheets/sheet1.xml"
DELTE = "xl/sharedStrings.xml"
_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def aerlig_xlsx(rader: list[list[object]] | None = None) -> bytes:
    """A small list, as a person would have made it."""
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut, {"in_memory": True}) as bok:
        ark = bok.add_worksheet()
        for nummer, rad in enumerate(
            rader or [["Navn", "Kommune"], ["Felles IKT", "Sogndal"], ["Brannvern", "Luster"]]
        ):
            ark.write_row(nummer, 0, rad)
    return ut.getvalue()


def med_deler(nye: Mapping[str, bytes], grunnlag: bytes | None = None) -> bytes:
    """An honest workbook with some parts replaced or added."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(grunnlag or aerlig_xlsx())) as inn, zipfile.ZipFile(ut, "w", 8) as pakke:
        for del_ in inn.infolist():
            if del_.filename not in nye:
                pakke.writestr(del_, inn.read(del_))
        for navn, innhold in nye.items():
            pakke.writestr(navn, innhold)
    return ut.getvalue()


def ark_xml(rader: bytes, etter: bytes = b"", dimensjon: bytes = b"A1") -> bytes:
    """A sheet with these rows, saying what it likes of its own size."""
    dim = b'<dimension ref="' + dimensjon + b'"/>'
    return _XML + b"<worksheet " + _NS + b">" + dim + b"<sheetData>" + rader + b"</sheetData>" + etter + b"</worksheet>"


def med_ark(rader: bytes, etter: bytes = b"", dimensjon: bytes = b"A1") -> bytes:
    """An honest workbook whose one sheet is these rows."""
    return med_deler({ARK: ark_xml(rader, etter, dimensjon)})


def en_celle(celle: str = "XFD1048576") -> bytes:
    """F1: a list of one cell as far away as a sheet goes."""
    rad = "".join(tegn for tegn in celle if tegn.isdigit())
    return med_ark(
        b'<row r="1"><c r="A1"><v>1</v></c></row>' + f'<row r="{rad}"><c r="{celle}"><v>1</v></c></row>'.encode()
    )


def mange_mellomrom(megabyte: int = 600) -> bytes:
    """F2: a shared text of spaces."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(aerlig_xlsx())) as inn, zipfile.ZipFile(ut, "w", 8, compresslevel=1) as pakke:
        for del_ in inn.infolist():
            if del_.filename != DELTE:
                pakke.writestr(del_, inn.read(del_))
        with pakke.open(DELTE, "w") as tekst:
            tekst.write(_XML + b"<sst " + _NS + b"><si><t>")
            for _ in range(megabyte):
                tekst.write(b" " * (1 << 20))
            tekst.write(b"</t></si></sst>")
    return ut.getvalue()


def loegn_om_stoerrelse() -> bytes:
    """F2: twenty megabytes of spaces whose directory says one hundred bytes."""
    bombe = bytearray(mange_mellomrom(20))
    with zipfile.ZipFile(io.BytesIO(bombe)) as pakke:
        ekte = pakke.getinfo(DELTE).file_size
    plass = bombe.rfind(struct.pack("<I", ekte))
    while plass >= 0:
        bombe[plass : plass + 4] = struct.pack("<I", 100)
        plass = bombe.rfind(struct.pack("<I", ekte))
    return bytes(bombe)


def million_rader() -> bytes:
    """F2: one million rows with a number in each."""
    return med_ark(b"".join(b'<row r="%d"><c><v>1</v></c></row>' % n for n in range(1, 1_000_001)))


def like_rader() -> bytes:
    """F2: rows without numbers, packed a thousand to one."""
    return med_ark(b"<row><c><v>1</v></c></row>" * 1_000_000)


def mange_deler(antall: int = 10_000) -> bytes:
    """F2: many small parts."""
    return med_deler({f"xl/media/{nummer}.bin": b"x" for nummer in range(antall)})


def pakke_i_pakke() -> bytes:
    """F2: a zip in a zip in a zip, under the name of a picture."""
    innerst = mange_mellomrom(5)
    return med_deler({"xl/media/image1.png": med_deler({"xl/media/image1.png": innerst})})


def overlappende() -> bytes:
    """F2: a directory where two hundred names point to the same packed bytes."""
    data = b" " * 300_000
    pakket = zlib.compressobj(9, zlib.DEFLATED, -15)
    kropp = pakket.compress(data) + pakket.flush()
    felles = (20, 0, 8, 0, 33, zlib.crc32(data), len(kropp), len(data), 5, 0)
    lokal = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", *felles) + b"a.xml" + kropp
    poster = b"".join(
        b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", 20, *felles, 0, 0, 0, 0, 0) + b"%05d" % n for n in range(150)
    )
    return lokal + poster + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 150, 150, len(poster), len(lokal), 0)


def doctype(definisjon: bytes, bruk: bytes = b"&a;", tegnsett: str = "utf-8") -> bytes:
    """F3: a shared text with a document type definition."""
    xml = b'<?xml version="1.0"?>' + definisjon + b"<sst " + _NS + b"><si><t>" + bruk + b"</t></si></sst>"
    return med_deler({DELTE: xml.decode().encode(tegnsett)})


def milliard_latter(tegnsett: str = "utf-8") -> bytes:
    """F3: ten to the ninth laughs."""
    lag = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return doctype(b'<!DOCTYPE sst [<!ENTITY l0 "ha">' + lag + b"]>", b"&l9;", tegnsett)


def ekstern_entitet(adresse: str) -> bytes:
    """F3: an entity that is a file or a page somewhere else."""
    return doctype(b'<!DOCTYPE sst [<!ENTITY a SYSTEM "%s">]>' % adresse.encode())


def sen_doctype() -> bytes:
    """F3: a definition that begins just before the guard's first piece of the part ends."""
    fyll = b"<!--" + b"x" * (65536 - 4 - 3 - 9 - 22) + b"-->"
    return doctype(fyll + b'<!DOCTYPE sst [<!ENTITY a "ha">]>')


def kryptert() -> bytes:
    """A package whose parts say they are under a password."""
    innhold = bytearray(aerlig_xlsx())
    for merke, avstand in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plass = innhold.find(merke)
        while plass >= 0:
            innhold[plass + avstand] |= 1
            plass = innhold.find(merke, plass + 4)
    return bytes(innhold)


def med_navn(navn: str) -> Callable[[], bytes]:
    """A workbook with one more part, under this name."""
    return lambda: med_deler({navn: b"x"})
