"""F4 in small: whatever bytes come, guard and readers answer with a list or with Filavvist, and nothing else."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kommuner.filer.avvisning import Filavvist
from kommuner.filer.grenser import FLESTE_KOLONNER
from kommuner.filer.overskrift import finn_overskriftsrad
from kommuner.filer.regneark import les_xlsx
from kommuner.filer.tekstfil import les_csv
from kommuner.filer.vakt import Tabellformat, sjekk_tabell
from kommuner.filer.vedleggsvakt import sjekk_vedlegg
from tests.kommuner.filer import bomber

AERLIG = bomber.aerlig_xlsx([["Navn", "Nr"], ["IKT", 301], ["Brann", 0.5]])
DELER = zipfile.ZipFile(io.BytesIO(AERLIG)).namelist()
BEGYNNELSER = ["", "PK\x03\x04", "\xff\xfe", "\xef\xbb\xbf", "sep=;\n", "%PDF-", "\xff\xd8\xff", "\x89PNG\r\n\x1a\n"]
RO = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


def _les(innhold: bytes, navn: str) -> None:
    try:
        if sjekk_tabell(innhold, navn) is Tabellformat.CSV:
            rader = les_csv(innhold, lambda antall: None).rader
        else:
            rader = les_xlsx(innhold, None, lambda antall: None).valgt.rader
    except Filavvist:
        return
    assert finn_overskriftsrad(rader) in rader
    for rad in rader.values():
        assert 1 <= min(rad) <= max(rad) <= FLESTE_KOLONNER
        assert all(tekst and "\0" not in tekst and tekst.encode() for tekst in rad.values())


@st.composite
def skadet(draw, innhold: bytes) -> bytes:
    """The file with some bytes changed, a piece taken out, or a piece doubled."""
    data = bytearray(innhold)
    for plass, verdi in draw(st.lists(st.tuples(st.integers(0, len(data) - 1), st.integers(0, 255)), max_size=8)):
        data[plass] = verdi
    fra, til = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
    midten = draw(st.sampled_from([data[fra:til], b"", data[fra:til] * 2]))
    return bytes(data[:fra] + midten + data[til:])


@RO
@given(st.binary(max_size=2000), st.sampled_from(BEGYNNELSER))
def test_reader_survives_random_bytes(innhold, forbokstaver):
    for navn in ("a.csv", "a.xlsx"):
        _les(forbokstaver.encode("latin-1") + innhold, navn)
    _les_vedlegg(forbokstaver.encode("latin-1") + innhold)


@RO
@given(st.text(st.sampled_from('ab;,\t|"\n\r=æ 1'), max_size=300))
def test_reader_survives_any_separators_and_quotes(tekst):
    _les(tekst.encode(), "a.csv")


@RO
@given(skadet(AERLIG))
def test_reader_survives_a_damaged_workbook(innhold):
    _les(innhold, "a.xlsx")


@RO
@given(st.data(), st.sampled_from(DELER))
def test_reader_survives_a_whole_package_with_damaged_xml(data, navn):
    with zipfile.ZipFile(io.BytesIO(AERLIG)) as pakke:
        xml = pakke.read(navn)
    _les(bomber.med_deler({navn: data.draw(skadet(xml))}, AERLIG), "a.xlsx")


@RO
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "2", "-1", "0", "x", "1048577", "99999999999999999999", ""]),
            st.sampled_from(["A1", "XFD1", "", "1A", "A0", "ZZZZZ9", "A-1"]),
            st.sampled_from(["n", "s", "b", "d", "e", "str", "inlineStr", "q"]),
            st.sampled_from(["1", "-1", "1e999", "nan", "x", "99999999", "2024-13-45", ""]),
            st.sampled_from(["0", "1", "999", "-1", "x"]),
        ),
        max_size=6,
    )
)
def test_reader_survives_cells_that_make_no_sense(celler):
    rader = "".join(
        f'<row r="{rad}"><c r="{sted}" t="{slag}" s="{stil}"><v>{verdi}</v></c></row>'
        for rad, sted, slag, verdi, stil in celler
    )
    _les(bomber.med_ark(rader.encode()), "a.xlsx")


def _les_vedlegg(innhold: bytes) -> None:
    try:
        slag, tegnet = sjekk_vedlegg(innhold)
    except Filavvist:
        return
    pytest.fail(f"{slag} taken in: {tegnet!r}")
