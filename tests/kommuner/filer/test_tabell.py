"""Reading lists in the child process: what a person expects of a sheet, and F1, F2, F3 and F5 end to end."""

import datetime
import io
import random
import socket
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.grenser import FLESTE_KOLONNER, FLESTE_RADER
from kommuner.filer.tabell import Ark, kolonnebokstav, les_tabell
from tests.kommuner.filer import bomber

ROT = Path(__file__).resolve().parents[3]


def _xlsx(fyll) -> bytes:
    bok = openpyxl.Workbook()
    fyll(bok)
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def _grunn(innhold, navn="liste.xlsx", **valg):
    with pytest.raises(Filavvist) as avvist:
        les_tabell(innhold, navn, **valg)
    return avvist.value.grunn


def test_tabell_reads_cells_as_a_person_reads_them():
    def fyll(bok):
        bok.active.append(["Navn", "Fra", "Beløp", "Andel", "Aktiv", "Kommunenr", "Tid", "Sum", "Fødd"])
        bok.active.append(
            [
                "  Felles\u00a0 IKT ",
                datetime.date(2019, 1, 1),
                1234.5,
                0.125,
                True,
                301,
                datetime.time(9, 30),
                0.1 + 0.2,
                971524960.0,
            ]
        )
        for plass, tallformat in ((2, "dd.mm.yyyy"), (3, "#,##0.00"), (4, "0%"), (6, "0000")):
            bok.active.cell(2, plass).number_format = tallformat

    tabell = les_tabell(_xlsx(fyll), "liste.xlsx")
    ventet = ("Felles IKT", "2019-01-01", "1234,5", "12,5 %", "ja", "0301", "09:30", "0,3", "971524960")
    assert tabell.rader[0].celler == ventet
    assert (tabell.format, tabell.rader[0].nummer, tabell.overskriftsrad) == ("xlsx", 2, 1)


def test_tabell_finds_headings_below_title_and_keeps_row_numbers():
    def fyll(bok):
        ark = bok.active
        ark["B2"] = "Oversikt over samarbeid"
        ark.merge_cells("B2:E2")
        ark["B3"] = "Oppdatert 1.1.2022"
        for plass, navn in enumerate(["Avtale", "Form", "Vert", "Fra"], 2):
            ark.cell(5, plass, navn)
        for rad in (6, 7, 9):
            for plass in range(2, 6):
                ark.cell(rad, plass, f"{rad}-{plass}x")
        ark.cell(20, 9).number_format = "0%"

    tabell = les_tabell(_xlsx(fyll), "liste.xlsx")
    assert tabell.overskriftsrad == 5
    assert tabell.overskrifter == ("", "Avtale", "Form", "Vert", "Fra")
    assert next((k.bokstav, k.overskrift) for k in tabell.kolonner) == ("B", "Avtale")
    assert [rad.nummer for rad in tabell.rader] == [6, 7, 9]
    assert [rad.celler for rad in tabell.over] == [("", "Oversikt over samarbeid"), ("", "Oppdatert 1.1.2022")]


def test_tabell_takes_the_row_of_headings_it_is_told():
    innhold = bomber.aerlig_xlsx([["Tittel", "x"], ["Navn", "Nr"], ["IKT", "1"]])
    assert les_tabell(innhold, "a.xlsx", overskriftsrad=2).overskrifter == ("Navn", "Nr")
    assert _grunn(innhold, overskriftsrad=9) == Grunn.UKJENT_OVERSKRIFTSRAD


def test_tabell_repeats_cells_merged_down_and_looks_under_group_headings():
    def fyll(bok):
        ark = bok.active
        for rad in (
            ["Avtale", "Deltakere", None, None, "Merknad"],
            [None, "Vågan", "Flakstad", "Moskenes", None],
            ["IKT", "x", "x", None, "a"],
            [None, None, "x", "x", "b"],
            ["Brann", "x", None, "x", None],
        ):
            ark.append(rad)
        for omraade in ("A1:A2", "B1:D1", "E1:E2", "A3:A4"):
            ark.merge_cells(omraade)

    tabell = les_tabell(_xlsx(fyll), "liste.xlsx")
    assert tabell.overskrifter == ("Avtale", "Vågan", "Flakstad", "Moskenes", "Merknad")
    assert [rad.celler[0] for rad in tabell.rader] == ["IKT", "IKT", "Brann"]


def test_tabell_reads_first_visible_list_and_names_all_sheets():
    def fyll(bok):
        bok.active.title = "Om filen"
        bok.active["A1"] = "Dette er en oversikt."
        bok.create_sheet("Valg").append(["a", "b"])
        bok["Valg"].append(["c", "d"])
        bok["Valg"].sheet_state = "hidden"
        for rad in (["Navn", "Nr"], ["IKT", 1]):
            bok.create_sheet("Avtaler").append(rad) if "Avtaler" not in bok.sheetnames else bok["Avtaler"].append(rad)

    innhold = _xlsx(fyll)
    tabell = les_tabell(innhold, "a.xlsx")
    assert tabell.valgt_ark == "Avtaler"
    assert tabell.ark == (Ark("Om filen", False), Ark("Valg", True), Ark("Avtaler", False))
    assert les_tabell(innhold, "a.xlsx", ark="Valg").rader[0].celler == ("c", "d")
    assert _grunn(innhold, ark="Finnes ikke") == Grunn.UKJENT_ARK
    assert _grunn(innhold, ark="\ud800" * 9000) == Grunn.UKJENT_ARK


def test_tabell_reads_formulas_by_their_last_value():
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut) as bok:
        ark = bok.add_worksheet()
        ark.write_row(0, 0, ["Navn", "Sum"])
        ark.write_string(1, 0, "IKT")
        ark.write_formula(1, 1, "=1+1", None, 2)
    assert les_tabell(ut.getvalue(), "a.xlsx").rader[0].celler == ("IKT", "2")


@pytest.mark.parametrize(
    ("tekst", "tegnsett", "skilletegn"),
    [
        ("Navn;Kommune;Beløp\r\nFelles IKT;Bø, Nome;1,5\r\n", "utf-8-sig", ";"),
        ("Navn;Kommune;Beløp\nFelles IKT;Bø, Nome;1,5\n", "cp1252", ";"),
        ("Navn\tKommune\tBeløp\nFelles IKT\tBø, Nome\t1,5\n", "utf-16", "\t"),
        ('Navn,Kommune,Beløp\nFelles IKT,"Bø, Nome","1,5"\n', "utf-8", ","),
        ("Navn|Kommune|Beløp\nFelles IKT|Bø, Nome|1,5", "utf-8", "|"),
        ("sep=;\r\nNavn;Kommune;Beløp\r\nFelles IKT;Bø, Nome;1,5\r\n", "cp1252", ";"),
    ],
)
def test_tabell_reads_csv_in_every_common_dress(tekst, tegnsett, skilletegn):
    tabell = les_tabell(tekst.encode(tegnsett), "Liste.CSV")
    assert tabell.overskrifter == ("Navn", "Kommune", "Beløp")
    assert [(rad.nummer, rad.celler) for rad in tabell.rader] == [(2, ("Felles IKT", "Bø, Nome", "1,5"))]
    assert (tabell.tegnsett, tabell.skilletegn) == (tegnsett, skilletegn)


def test_tabell_keeps_lines_inside_quotes_and_empty_rows_out():
    tabell = les_tabell(b'Navn;Form\r\n;;\r\n"Felles\nIKT ""A""";KO\r\n\r\nBrann;IKS\r\n', "a.csv")
    assert [(rad.nummer, rad.celler[0]) for rad in tabell.rader] == [(3, 'Felles\nIKT "A"'), (5, "Brann")]


@pytest.mark.parametrize(
    ("innhold", "grunn"),
    [
        (b'Navn;Form\n"IKT;KO\nBrann;IKS\n', Grunn.ANFOERSELSTEGN),
        (b"\n;;\n", Grunn.UTEN_INNHOLD),
        (b"Navn\x81;Form\n", Grunn.TEGNSETT),
        ("Navn;\0".encode("utf-16"), Grunn.NULLBYTE),
        (";".join("a" * (FLESTE_KOLONNER + 1)).encode(), Grunn.FOR_MANGE_KOLONNER),
        (b"a;b\n" * (FLESTE_RADER + 2), Grunn.FOR_MANGE_RADER),
        (b"a;b\n" + b"\n" * (3 * FLESTE_RADER) + b"c;d\n", Grunn.FOR_LANGT_NED),
    ],
)
def test_tabell_refuses_csv_it_would_have_to_guess_or_cut(innhold, grunn):
    assert _grunn(innhold, "a.csv") == grunn


def test_tabell_takes_exactly_the_greatest_list_and_tells_progress():
    lest = []
    innhold = b"a;b\n" * (FLESTE_RADER + 1)
    assert len(les_tabell(innhold, "a.csv", framdrift=lest.append).rader) == FLESTE_RADER
    assert lest == sorted(lest)
    assert len(lest) >= 10


def test_tabell_stops_when_the_caller_does():
    class Avbrutt(Exception):
        pass

    def avbryt(antall):
        raise Avbrutt

    with pytest.raises(Avbrutt):
        les_tabell(b"a;b\n" * 1000, "a.csv", framdrift=avbryt)


HOSTILE = {
    "one cell in the last corner": (bomber.en_celle, Grunn.FOR_MANGE_KOLONNER),
    "one cell far down": (lambda: bomber.en_celle("A1048576"), Grunn.FOR_LANGT_NED),
    "one cell far out": (lambda: bomber.en_celle("XFD1"), Grunn.FOR_MANGE_KOLONNER),
    "a million rows": (bomber.million_rader, Grunn.FOR_MANGE_RADER),
    "600 MB of spaces": (bomber.mange_mellomrom, Grunn.PAKKET_FOR_TETT),
    "10 000 parts": (bomber.mange_deler, Grunn.FOR_MANGE_DELER),
    "nested": (bomber.pakke_i_pakke, Grunn.FIL_I_FIL),
    "billion laughs": (bomber.milliard_latter, Grunn.DOCTYPE),
}
MAALING = """
import resource, sys, time
from kommuner.filer.avvisning import Filavvist
from kommuner.filer.tabell import les_tabell
innhold = sys.stdin.buffer.read()
begynt = time.monotonic()
try:
    les_tabell(innhold, "liste.xlsx")
except Filavvist as avvist:
    print(avvist.grunn, time.monotonic() - begynt, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.parametrize(("lag", "grunn"), HOSTILE.values(), ids=HOSTILE.keys())
def test_tabell_refuses_a_bomb_using_little(lag, grunn):
    kommando = [sys.executable, "-W", "ignore", "-c", MAALING]
    maalt = subprocess.run(kommando, input=lag(), capture_output=True, cwd=ROT, check=True).stdout.decode().split()
    assert maalt[0] == grunn
    # About 35 MB is Python with openpyxl; the time is a guard against waiting, not a measurement.
    assert int(maalt[2]) < 130
    assert float(maalt[1]) < 10


def test_tabell_stops_a_child_that_takes_too_much_memory():
    fyll = random.Random(1).randbytes(400_000)
    innhold = bomber.med_ark(b'<row r="1">' + b'<c r="A"/>' * 2_500_000 + b"</row>")
    innhold = bomber.med_deler({"xl/media/a.bin": fyll}, innhold)
    assert _grunn(innhold) == Grunn.FOR_KREVENDE


def test_tabell_asks_nobody_on_the_network():
    with socket.create_server(("127.0.0.1", 0)) as lytter:
        lytter.settimeout(0.3)
        adresse = f"http://127.0.0.1:{lytter.getsockname()[1]}/a.dtd"
        assert _grunn(bomber.ekstern_entitet(adresse)) == Grunn.DOCTYPE
        with pytest.raises(TimeoutError):
            lytter.accept()


def test_barn_can_open_nothing_once_it_is_limited():
    program = (
        "import resource, sys, socket\n"
        "from kommuner.filer import barn\n"
        "barn._begrens('tabell')\n"
        "for proev in (lambda: open('/etc/passwd'), lambda: socket.socket(), lambda: bytearray(600_000_000)):\n"
        "    try: proev()\n"
        "    except (OSError, MemoryError) as feil: print(type(feil).__name__)\n"
    )
    ut = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROT, check=True).stdout.decode()
    assert ut.split() == ["OSError", "OSError", "MemoryError"]


def test_kolonnebokstav_counts_as_a_spreadsheet():
    assert [kolonnebokstav(plass) for plass in (0, 25, 26, 59, 701, 702)] == ["A", "Z", "AA", "BH", "ZZ", "AAA"]
