"""Writing lists (F7): nothing becomes a formula, numbers and dates are real, and what is written is read back."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

from kommuner.filer.ark import Ark, Egenskaper, Kolonne, Slag, skriv_csv, skriv_xlsx
from kommuner.filer.tabell import les_tabell

EGENSKAPER = Egenskaper("Register & avtaler", datetime(2026, 7, 2, 12, tzinfo=UTC), spraak="nn-NO", emne="Register")
FORMLER = [
    "=1+1", "=HYPERLINK(\"http://x.example\";\"y\")", "=cmd|' /C calc'!A0", "=IMPORTXML(\"http://x.example\")",
    "=WEBSERVICE(\"http://x.example\")", "='file:///etc/passwd'#$passwd.A1", "={1;2}", "==1", "=", "=-1",
    "+1+1", "+47 12345678", "+cmd|' /C calc'!A0", "+", "++1",
    "-1+1", "-2+3+cmd|' /C calc'!A0", "-", "--1", "- 5", "-5;=1+1", "-1E5(", "-x",
    "@SUM(1+1)", "@", "@x|'y'!A0", "\t=1+1", "\r=1+1", "\n=1+1", "\t", "'=1+1", "''=1+1", "'-x", "'",
    "＝1+1", "＋1", "－1+1", "＠SUM(1)", "DDE(\"cmd\";\"/C calc\";\"x\")", "http://x.example", "mailto:a@b.example",
    "a\";=1+1;\"", "a\r\n=1+1", "_x003D_1+1", "0301", "1e5", "{=1+1}", " =1+1", "\x00=1+1",
]  # fmt: skip


def _ark(verdier):
    return Ark("Prøve", [Kolonne("Tekst"), Kolonne("=Overskrift")], [[verdi, "x"] for verdi in verdier])


def test_xlsx_holds_no_formula_whatever_the_text():
    innhold = skriv_xlsx([_ark(FORMLER)], EGENSKAPER)
    bok = openpyxl.load_workbook(io.BytesIO(innhold))
    slag = {celle.data_type for rad in bok.active.iter_rows() for celle in rad}
    assert slag == {"s"}
    with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
        for navn in pakke.namelist():
            assert b"<f>" not in pakke.read(navn)
            assert b"<hyperlink " not in pakke.read(navn).lower()
            assert "externalLink" not in navn


def test_csv_holds_no_cell_a_spreadsheet_would_compute():
    rader = list(csv.reader(io.StringIO(skriv_csv(_ark(FORMLER)).decode("utf-8-sig"), newline=""), delimiter=";"))
    celler = [celle for rad in rader for celle in rad]
    assert len(rader) == len(FORMLER) + 1
    assert not [celle for celle in celler if celle.startswith(tuple("=+-@\t\r\n＝＋－＠"))]


def test_csv_keeps_real_negative_numbers_and_quotes_every_cell():
    ark = Ark("a", [Kolonne("Beløp", Slag.BELOEP), Kolonne("Tekst")], [[Decimal("-5.5"), "-12,5"], [-3, "-1-2"]])
    assert skriv_csv(ark) == '\ufeff"Beløp";"Tekst"\r\n"-5,50";"-12,5"\r\n"-3,00";"\'-1-2"\r\n'.encode()


@pytest.mark.parametrize("skriv", [lambda ark: skriv_xlsx([ark], EGENSKAPER), skriv_csv], ids=["xlsx", "csv"])
def test_texts_come_back_letter_for_letter(skriv):
    verdier = [verdi for verdi in FORMLER if verdi == verdi.strip() and verdi.isprintable()]
    innhold = skriv(_ark(verdier))
    tabell = les_tabell(innhold, "a.xlsx" if innhold.startswith(b"PK") else "a.csv", overskriftsrad=1)
    assert [rad.celler[0] for rad in tabell.rader] == verdier
    assert tabell.overskrifter == ("Tekst", "=Overskrift")


def test_xlsx_writes_real_numbers_and_dates():
    kolonner = [
        Kolonne("Beløp", Slag.BELOEP), Kolonne("Andel", Slag.PROSENT), Kolonne("Fra", Slag.DATO), Kolonne("Nr"),
        Kolonne("Aktiv"), Kolonne("Stiftet", Slag.DATO), Kolonne("Id", Slag.HELTALL, skjult=True),
    ]  # fmt: skip
    rad = [Decimal("-1234.50"), Fraction(1, 8), date(2019, 1, 1), "0301", True, date(1837, 1, 14), 7]
    innhold = skriv_xlsx([Ark("A", kolonner, [rad], faste_kolonner=1)], EGENSKAPER)
    blad = openpyxl.load_workbook(io.BytesIO(innhold)).active
    celler = next(blad.iter_rows(min_row=2))
    assert [celle.data_type for celle in celler] == ["n", "n", "d", "s", "s", "s", "n"]
    assert [celle.number_format for celle in celler[:3]] == ["#,##0.00", "0.00%", "dd.mm.yyyy"]
    assert (blad.freeze_panes, blad.auto_filter.ref, blad.column_dimensions["G"].hidden) == ("B2", "A1:G2", True)
    ventet = ("-1234,5", "12,5 %", "2019-01-01", "0301", "ja", "1837-01-14", "7")
    assert les_tabell(innhold, "a.xlsx").rader[0].celler == ventet


def test_xlsx_offers_choices_from_a_hidden_sheet():
    valg = [f"Form nummer {nummer}, med komma" for nummer in range(30)]
    ark = Ark("Avtaler", [Kolonne("Navn"), Kolonne("Form", valg=valg, forklaring="Velg en form.")], [["IKT", valg[2]]])
    bok = openpyxl.load_workbook(io.BytesIO(skriv_xlsx([ark], EGENSKAPER)))
    (regel,) = bok["Avtaler"].data_validations.dataValidation
    assert (regel.type, regel.formula1, str(regel.sqref)) == ("list", "'Valg'!$A$1:$A$30", "B2:B5001")
    assert bok["Valg"].sheet_state == "hidden"
    assert [rad[0].value for rad in bok["Valg"].iter_rows()] == valg


def test_xlsx_is_the_same_bytes_twice_and_tells_its_language():
    ark = [_ark(["a"]), _ark(["b"])]
    innhold = skriv_xlsx(ark, EGENSKAPER)
    assert innhold == skriv_xlsx(ark, EGENSKAPER)
    with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
        kjerne = pakke.read("docProps/core.xml").decode()
    assert "<dc:language>nn-NO</dc:language>" in kjerne
    assert "2026-07-02T12:00:00Z" in kjerne
    assert openpyxl.load_workbook(io.BytesIO(innhold)).properties.title == "Register & avtaler"


def test_xlsx_gives_every_sheet_a_name_excel_takes():
    navn = ["Avtaler/deltakere: [2026]", "avtaler deltakere   2026", "x" * 60, "x" * 60, "History", "", "'a'"]
    innhold = skriv_xlsx([Ark(ett, [Kolonne("A")], []) for ett in navn], EGENSKAPER)
    skrevet = openpyxl.load_workbook(io.BytesIO(innhold)).sheetnames
    assert len(skrevet) == len({ett.casefold() for ett in skrevet}) == len(navn)
    assert all(1 <= len(ett) <= 31 and not set(ett) & set("[]:*?/\\") for ett in skrevet)


def test_xlsx_takes_texts_longer_than_excel_and_letters_xml_cannot_hold():
    innhold = skriv_xlsx([_ark(["æ" * 40_000, "a\ud800b\ufffe\x00c\x07"])], EGENSKAPER)
    rader = les_tabell(innhold, "a.xlsx").rader
    assert len(rader[0].celler[0]) == 32_767
    assert rader[0].celler[0].endswith("…")
    assert rader[1].celler[0] == "abc"


def test_largest_honest_list_is_written_and_read_back():
    kolonner = [Kolonne(f"Kolonne {nummer}") for nummer in range(30)]
    rader = [[f"Verdi {rad} {n} æøå" if n % 3 else rad * n for n in range(30)] for rad in range(5000)]
    innhold = skriv_xlsx([Ark("Alt", kolonner, rader)], EGENSKAPER)
    lest = []
    tabell = les_tabell(innhold, "a.xlsx", framdrift=lest.append)
    assert [list(rad.celler) for rad in tabell.rader] == [[str(celle) for celle in rad] for rad in rader]
    assert lest == list(range(250, 5001, 250))
