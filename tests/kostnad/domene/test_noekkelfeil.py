"""Everything that is refused: by which code, at which step, and with a sentence in both languages."""

import copy
import string
from datetime import date
from fractions import Fraction

import pytest

from kostnad.domene.feil import SETNINGER, STEDER, Noekkelfeil
from kostnad.domene.fordeling import fordel
from kostnad.domene.lesing import les_oppdrag
from kostnad.domene.oppdrag import Deltaker, FastProsent, Oppdrag

GYLDIG = {
    "beloep": "1000",
    "tilskudd": [{"navn": "Støtte", "beloep": "100"}],
    "avrunding": "krone",
    "periode": {"fra": "2023-01-01", "til": "2024-01-01"},
    "deltakere": [
        {"id": "1", "navn": "A", "verdier": {"folketall": 10, "null": 0}, "fra": None, "til": None},
        {"id": "2", "navn": "B", "verdier": {"folketall": 20, "null": 0}, "fra": None, "til": None},
    ],
    "noekkel": [
        {"steg": "fast_prosent", "deltaker": "1", "prosent": "20"},
        {"steg": "fordel", "etter": [{"kriterium": "folketall", "vekt": "1"}]},
    ],
}
LIKT = {"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}]}
TRINN = {"steg": "trinn", "etter": "folketall"}
BETALT = {"steg": "fast_beloep", "deltaker": "alle", "beloep": "450"}


def med(sti, verdi):
    """GYLDIG with one place changed; the path is written a.0.b,."""
    oppdrag = copy.deepcopy(GYLDIG)
    deler = [int(del_) if del_.isdigit() else del_ for del_ in sti.split(".")]
    maal = oppdrag
    for del_ in deler[:-1]:
        maal = maal[del_]
    maal[deler[-1]] = verdi
    return oppdrag


def noekkel(*steg, **felt):
    return {**copy.deepcopy(GYLDIG), "noekkel": list(steg), **felt}


FORMFEIL = [
    ("ukjent_felt", med("belop", "1")),
    ("ukjent_felt", med("deltakere.0.folketall", 5)),
    ("ukjent_felt", med("noekkel.0.tak", "5")),
    ("ukjent_felt", med("periode.slutt", "2024-01-01")),
    ("ukjent_felt", med("tilskudd.0.aar", 2003)),
    ("ukjent_felt", med("noekkel.1.etter.0.andel", "5")),
    ("mangler_felt", {navn: verdi for navn, verdi in GYLDIG.items() if navn != "beloep"}),
    ("mangler_felt", med("deltakere.0", {"id": "1"})),
    ("mangler_felt", med("noekkel.0", {"deltaker": "1"})),
    ("mangler_felt", med("periode", {"fra": "2023-01-01"})),
    ("mangler_felt", med("periode", {"fra": "2023-01-01", "til": None})),
    ("flyttall", med("beloep", 1000.0)),
    ("flyttall", med("noekkel.0.prosent", 20.5)),
    ("flyttall", med("deltakere.0.verdier.folketall", 10.5)),
    ("flyttall", med("noekkel.1.etter.0.vekt", float("nan"))),
    ("ikke_beloep", med("beloep", "1 000")),
    ("ikke_beloep", med("beloep", "1000,50")),
    ("ikke_beloep", med("beloep", "12.345")),
    ("ikke_beloep", med("beloep", "1e6")),
    ("ikke_beloep", med("beloep", True)),
    ("ikke_beloep", med("tilskudd.0.beloep", None)),
    ("ikke_tall", med("noekkel.0.prosent", "20 %")),
    ("ikke_tall", med("noekkel.0.prosent", None)),
    ("ikke_tall", med("deltakere.0.verdier.folketall", "mange")),
    ("ikke_tall", med("deltakere.0.verdier.folketall", None)),
    ("ikke_tekst", med("deltakere.0.id", 719)),
    ("ikke_tekst", med("deltakere.0.navn", "  ")),
    ("ikke_tekst", med("deltakere.0.navn", "A\ud800")),
    ("ikke_tekst", med("deltakere.0.verdier", {"": 5})),
    ("ikke_tekst", noekkel(LIKT | {"deltakere": [1]})),
    ("ikke_dato", med("periode.fra", "1.1.2023")),
    ("ikke_dato", med("periode.fra", "2023-02-30")),
    ("ikke_dato", med("deltakere.0.fra", 2023)),
    ("ikke_objekt", []),
    ("ikke_objekt", med("deltakere.0", "A")),
    ("ikke_objekt", med("deltakere.0.verdier", [5])),
    ("ikke_objekt", med("noekkel.0", "fordel")),
    ("ikke_liste", med("deltakere", {})),
    ("ikke_liste", med("noekkel", None)),
    ("ukjent_valg", med("avrunding", "kroner")),
    ("ukjent_steg", med("noekkel.0.steg", "fordeling")),
    ("ukjent_steg", med("noekkel.0.steg", None)),
]
INNHOLDSFEIL = [
    ("ingen_deltakere", med("deltakere", [])),
    ("ingen_steg", noekkel()),
    ("dobbel_deltaker", med("deltakere.1.id", "1")),
    ("reservert_id", med("deltakere.1.id", "alle")),
    ("reservert_kriterium", med("deltakere.0.verdier.lik", 2)),
    ("negativ_verdi", med("deltakere.0.verdier.folketall", -1)),
    ("periode_snudd", med("periode.til", "2023-01-01")),
    ("deltakelse_snudd", med("deltakere.0", {"id": "1", "navn": "A", "fra": "2023-05-01", "til": "2023-05-01"})),
    ("deltakelse_uten_periode", med("deltakere.0.fra", "2023-05-01") | {"periode": None}),
    ("negativt_tilskudd", med("tilskudd.0.beloep", "-1")),
    ("tilskudd_uten_beloep", med("beloep", None)),
    ("tilskudd_over_beloepet", med("tilskudd.0.beloep", "1001")),
    ("tilskudd_over_beloepet", med("beloep", "-50")),
    ("ikke_hele_kroner", med("beloep", "1000.50")),
    ("rest_igjen", noekkel(GYLDIG["noekkel"][0])),
]
STEGFEIL = [
    ("negativt_beloep", 1, noekkel(BETALT | {"beloep": "-1"})),
    ("negativt_beloep", 1, noekkel({"steg": "sats", "etter": "folketall", "beloep": "-1"})),
    ("negativt_beloep", 2, noekkel(LIKT, {"steg": "grense", "tak": "-1"})),
    ("ukjent_deltaker", 1, med("noekkel.0.deltaker", "9")),
    ("ukjent_deltaker", 1, noekkel(LIKT | {"unntatt": ["9"]})),
    ("tomt_utvalg", 1, noekkel(LIKT | {"deltakere": []})),
    ("tomt_utvalg", 1, noekkel(LIKT | {"unntatt": ["1", "2"]})),
    ("dobbel_i_utvalg", 1, noekkel(LIKT | {"deltakere": ["1", "1"]})),
    ("begge_utvalg", 1, noekkel(LIKT | {"deltakere": ["1"], "unntatt": ["2"]})),
    ("utvalg_med_navn", 1, noekkel(BETALT | {"deltaker": "1", "unntatt": ["2"]})),
    ("prosent_utenfor", 1, med("noekkel.0.prosent", "100.01")),
    ("prosent_utenfor", 1, med("noekkel.0.prosent", "-1")),
    ("steg_uten_beloep", 1, noekkel(LIKT, beloep=None, tilskudd=[])),
    ("steg_uten_beloep", 1, noekkel(GYLDIG["noekkel"][0], beloep=None, tilskudd=[])),
    ("steg_etter_fordel", 2, noekkel(LIKT, LIKT)),
    ("steg_etter_fordel", 2, noekkel(LIKT, BETALT)),
    ("steg_etter_grense", 1, noekkel({"steg": "grense", "gulv": "1"}, LIKT)),
    ("mangler_kriterium", 2, med("deltakere.1.verdier", {})),
    ("mangler_kriterium", 1, noekkel({"steg": "sats", "etter": "tonn", "beloep": "1"})),
    ("kriterium_uten_sum", 2, med("noekkel.1.etter.0.kriterium", "null")),
    ("vekter_uten_sum", 2, med("noekkel.1.etter.0.vekt", "0")),
    ("vekter_uten_sum", 2, med("noekkel.1.etter", [])),
    ("negativ_vekt", 2, med("noekkel.1.etter.0.vekt", "-1")),
    ("dobbelt_kriterium", 1, noekkel(LIKT | {"etter": LIKT["etter"] * 2})),
    ("tar_for_mye", 1, noekkel(BETALT | {"beloep": "450.01"})),
    ("trinn_tomt", 1, noekkel(TRINN | {"trinn": []})),
    ("trinn_rekkefoelge", 1, noekkel(TRINN | {"trinn": [{"til": 5, "beloep": "1"}, {"til": 5, "beloep": "2"}]})),
    ("trinn_aapent", 1, noekkel(TRINN | {"trinn": [{"til": None, "beloep": "1"}, {"til": 5, "beloep": "2"}]})),
    ("trinn_for_hoey", 1, noekkel(TRINN | {"trinn": [{"til": 19, "beloep": "1"}]})),
    ("grense_tom", 2, noekkel(LIKT, {"steg": "grense"})),
    ("gulv_over_tak", 2, noekkel(LIKT, {"steg": "grense", "gulv": "2", "tak": "1"})),
    ("gulv_over_potten", 2, noekkel(LIKT, {"steg": "grense", "gulv": "451"})),
    ("tak_under_potten", 2, noekkel(LIKT, {"steg": "grense", "tak": "449"})),
    ("grense_foer_fordel", 1, noekkel({"steg": "grense", "gulv": "1"})),
    ("grense_negativ", 2, noekkel(LIKT, {"steg": "grense", "tak": "1"}, beloep="-5", tilskudd=[])),
]
TEKSTFEIL = [
    ("ikke_utf8", b'{"beloep": "\xff"}'),
    ("ikke_lesbar", "{"),
    ("ikke_lesbar", "a: [1"),
    ("ikke_lesbar", "!!python/object/apply:os.getcwd []"),
    ("for_dypt", "[" * 100_000),
    ("dobbelt_felt", '{"beloep": "1", "beloep": "2"}'),
    ("dobbelt_felt", "beloep: '1'\nbeloep: '2'"),
    ("yaml_alias", "beloep: &a '1'\ntilskudd: *a"),
    ("flyttall", '{"beloep": 1.0, "deltakere": [], "noekkel": []}'),
    ("flyttall", '{"beloep": NaN, "deltakere": [], "noekkel": []}'),
    ("flyttall", "beloep: 1.5\ndeltakere: []\nnoekkel: []"),
    ("ikke_beloep", '{"beloep": %s, "deltakere": [], "noekkel": []}' % ("9" * 5000)),
    ("ikke_beloep", "beloep: 1_000\ndeltakere: []\nnoekkel: []"),
    ("ikke_objekt", ""),
    ("filen_mangler", None),
]


def feilen(innhold):
    with pytest.raises(Noekkelfeil) as feil:
        fordel(les_oppdrag(innhold))
    return feil.value


@pytest.mark.parametrize(("kode", "oppdrag"), [*FORMFEIL, *INNHOLDSFEIL])
def test_oppdrag_with_a_fault_is_refused(kode, oppdrag):
    feil = feilen(oppdrag)
    assert feil.kode == kode
    assert feil.setning("nb").endswith(".")


@pytest.mark.parametrize(("kode", "nr", "oppdrag"), STEGFEIL)
def test_impossible_noekkel_is_refused_by_step(kode, nr, oppdrag):
    feil = feilen(oppdrag)
    navn = oppdrag["noekkel"][nr - 1]["steg"]
    assert (feil.kode, feil.steg_nr, feil.steg_navn) == (kode, nr, navn)
    for maalform in ("nb", "nn"):
        assert feil.setning(maalform).startswith(f"Steg {nr} ({navn}): ")


@pytest.mark.parametrize(("kode", "innhold"), [rad for rad in TEKSTFEIL if rad[1] is not None])
def test_text_that_is_no_oppdrag_is_refused(kode, innhold):
    assert feilen(innhold).kode == kode


def test_every_feil_is_tried_here():
    proevd = {rad[0] for rad in (*FORMFEIL, *INNHOLDSFEIL, *STEGFEIL, *TEKSTFEIL)}
    assert proevd == set(SETNINGER)


@pytest.mark.parametrize("kode", SETNINGER)
def test_setning_has_both_languages_with_the_same_values(kode):
    nb, nn = ({felt for _, felt, _, _ in string.Formatter().parse(mal) if felt} for mal in SETNINGER[kode])
    assert nb == nn
    assert all(mal.endswith(".") for mal in SETNINGER[kode])


def test_setning_says_where_in_each_language():
    feil = feilen(med("deltakere.1.belop", "5"))
    assert feil.setning("nb").startswith("Ukjent felt «belop» i deltaker 2. Feltene som kan brukes, er id, navn")
    assert feil.setning("nn").startswith("Ukjent felt «belop» i deltakar 2. Felta som kan brukast, er id, navn")
    assert all(len(par) == 2 for par in STEDER.values())


def test_oppdrag_made_by_hand_is_checked_too():
    oppdrag = Oppdrag(100, (Deltaker("1", "A", fra=date(2023, 1, 1)),), (FastProsent("1", Fraction(100)),))
    with pytest.raises(Noekkelfeil) as feil:
        fordel(oppdrag)
    assert feil.value.kode == "deltakelse_uten_periode"
