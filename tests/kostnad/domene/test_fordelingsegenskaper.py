"""What holds for every split, tried on random keys; and a second way to the exact parts, written on its own."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kostnad.domene.fordeling import fordel
from kostnad.domene.frysing import frys, oppdrag_som_json, resultat_som_json, sha256
from kostnad.domene.ledd import Ledd
from kostnad.domene.lesing import les_oppdrag
from kostnad.domene.utledning import setninger

START, SLUTT = date(2023, 1, 1), date(2024, 1, 1)
RASK = settings(max_examples=300, deadline=None)
GRUNDIG = settings(max_examples=5_000, deadline=None)
DAGER = tuple(str(START + timedelta(nr)) for nr in range(365))

tall = st.integers(0, 60_000)
satser = st.decimals(0, 50, places=2).map(str)
smaa = st.integers(0, 5_000).map(str)


@st.composite
def deltakere(draw, *, delaar=True):
    """1–12 participants; the first always takes part all year and always has inhabitants, so every key has a payer."""
    ider = draw(st.lists(st.integers(1, 9999).map(lambda nr: f"{nr:04}"), min_size=1, max_size=12, unique=True))
    rader = []
    for nr, ident in enumerate(ider):
        verdier = {"folketall": draw(tall) + (nr == 0), "elever": draw(tall) + (nr == 0)}
        tider = draw(tidsrom()) if delaar and nr else {"fra": None, "til": None}
        rader.append({"id": ident, "navn": f"Kommune {ident}", "verdier": verdier, **tider})
    return rader


@st.composite
def tidsrom(draw):
    fra, lengde = draw(st.integers(-400, 400)), draw(st.integers(1, 800))
    dager = {"fra": START + timedelta(fra), "til": START + timedelta(fra + lengde)}
    return {navn: str(dag) if draw(st.booleans()) else None for navn, dag in dager.items()}


@st.composite
def gebyrsteg(draw):
    etter = draw(st.sampled_from(["folketall", "elever"]))
    slag = draw(st.sampled_from(["fast_beloep", "sats", "trinn"]))
    if slag == "fast_beloep":
        return {"steg": slag, "deltaker": "alle", "beloep": draw(smaa)}
    if slag == "sats":
        return {"steg": slag, "etter": etter, "beloep": draw(satser), "tak": draw(smaa)}
    grenser = sorted(draw(st.sets(tall, max_size=3)))
    return {"steg": slag, "etter": etter, "trinn": [{"til": til, "beloep": draw(smaa)} for til in [*grenser, None]]}


@st.composite
def oppdrag(draw, *, delaar=True):
    """An assignment that can be split: with a pot large enough for its fees, or with fees that set the sum."""
    rader = draw(deltakere(delaar=delaar))
    gebyrer = draw(st.lists(gebyrsteg(), max_size=2))
    felles = {"periode": {"fra": str(START), "til": str(SLUTT)}, "deltakere": rader}
    avrunding = draw(st.sampled_from(["krone", "oere"]))
    if gebyrer and draw(st.booleans()):
        return {"beloep": None, "avrunding": avrunding, "noekkel": gebyrer, **felles}
    return {"avrunding": avrunding, **felles, **draw(pott(rader, gebyrer, avrunding))}


@st.composite
def pott(draw, rader, gebyrer, avrunding):
    steg = list(gebyrer)
    if len(rader) > 1 and draw(st.booleans()):
        prosent = draw(st.decimals(0, 50, places=1).map(str))
        steg.insert(
            draw(st.integers(0, len(steg))), {"steg": "fast_prosent", "deltaker": rader[-1]["id"], "prosent": prosent}
        )
    vekter = draw(st.lists(st.integers(0, 100).map(str), min_size=2, max_size=2))
    kriterier = zip(["lik", "folketall", "elever"], ["1", *vekter], strict=True)
    steg.append({"steg": "fordel", "etter": [{"kriterium": navn, "vekt": vekt} for navn, vekt in kriterier]})
    plass = 2 * 5_000 * len(rader) * len(gebyrer)
    oere = draw(st.integers(0, 99)) if avrunding == "oere" else 0
    beloep = f"{plass + draw(st.integers(0, 3_000_000))}.{oere:02}"
    tilskudd = draw(st.integers(0, 10**6))
    return {
        "beloep": _legg_til(beloep, tilskudd),
        "tilskudd": [{"navn": "Støtte", "beloep": str(tilskudd)}],
        "noekkel": steg,
    }


def _legg_til(beloep, kroner):
    hele, oere = beloep.split(".")
    return f"{int(hele) + kroner}.{oere}"


# --- the second way: plain Fraction in kroner, one participant at a time, sharing nothing with the engine ------------


def andre_vei(data):
    """Exact kroner per participant id."""
    med = {rad["id"]: _del_av_aaret(rad) for rad in data["deltakere"]}
    betalt = {ident: Fraction(0) for ident in med}
    ute = set()
    igjen = None
    if data["beloep"] is not None:
        igjen = Fraction(data["beloep"]) - sum(Fraction(et["beloep"]) for et in data["tilskudd"])
    for steg in data["noekkel"]:
        aktive = [rad for rad in data["deltakere"] if rad["id"] not in ute]
        nye = _steg(steg, aktive, med, igjen)
        for ident, kroner in nye.items():
            betalt[ident] += kroner
        igjen = None if igjen is None else igjen - sum(nye.values())
        if steg["steg"] == "fast_prosent":
            ute.add(steg["deltaker"])
    assert not igjen
    return betalt


def _steg(steg, aktive, med, igjen):
    match steg["steg"]:
        case "fast_prosent":
            return {steg["deltaker"]: igjen * Fraction(steg["prosent"]) / 100 * med[steg["deltaker"]]}
        case "fast_beloep":
            return {rad["id"]: Fraction(steg["beloep"]) * med[rad["id"]] for rad in aktive}
        case "sats":
            pris = {rad["id"]: Fraction(steg["beloep"]) * rad["verdier"][steg["etter"]] for rad in aktive}
            return {ident: min(kroner, Fraction(steg["tak"])) * med[ident] for ident, kroner in pris.items()}
        case "trinn":
            return {rad["id"]: _trinn(steg, rad["verdier"][steg["etter"]]) * med[rad["id"]] for rad in aktive}
    vekter = sum(Fraction(et["vekt"]) for et in steg["etter"])
    return {rad["id"]: sum(_andel(et, rad, aktive, med) for et in steg["etter"]) * igjen / vekter for rad in aktive}


def _andel(kriterium, rad, aktive, med):
    def tyngde(en):
        return med[en["id"]] * (1 if kriterium["kriterium"] == "lik" else en["verdier"][kriterium["kriterium"]])

    return Fraction(kriterium["vekt"]) * tyngde(rad) / sum(tyngde(en) for en in aktive)


def _trinn(steg, verdi):
    return Fraction(next(rad["beloep"] for rad in steg["trinn"] if rad["til"] is None or verdi <= rad["til"]))


def _del_av_aaret(rad):
    fra, til = rad["fra"] or DAGER[0], rad["til"] or "9999"
    return Fraction(sum(fra <= dag < til for dag in DAGER), 365)


# --- the properties ---------------------------------------------------------------------------------------------------


def krev_sum(data):
    resultat = fordel(les_oppdrag(data))
    assert sum(del_.oere for del_ in resultat.deler) == resultat.sum_oere == resultat.til_fordeling_oere
    if data["beloep"] is not None:
        assert resultat.til_fordeling_oere == 100 * (Fraction(data["beloep"]) - Fraction(data["tilskudd"][0]["beloep"]))
    assert sum(del_.andel for del_ in resultat.deler) == (1 if any(del_.eksakt_oere for del_ in resultat.deler) else 0)


def krev_andre_vei(data):
    enhet = 100 if data["avrunding"] == "krone" else 1
    eksakte = andre_vei(data)
    for del_ in fordel(les_oppdrag(data)).deler:
        assert del_.eksakt_oere == 100 * eksakte[del_.id]
        assert del_.oere % enhet == 0
        assert abs(del_.oere - 100 * eksakte[del_.id]) < enhet


def krev_rekkefoelge(data, stokket):
    rett = {del_.id: del_ for del_ in fordel(les_oppdrag(data)).deler}
    assert {del_.id: del_ for del_ in fordel(les_oppdrag({**data, "deltakere": stokket})).deler} == rett


def krev_frysing(data):
    lest = les_oppdrag(data)
    resultat = fordel(lest)
    frosset = frys(lest, resultat)
    assert les_oppdrag(oppdrag_som_json(lest)) == lest
    assert sha256(frosset) == sha256(frys(lest, fordel(les_oppdrag(frosset["oppdrag"]))))
    for rad, del_ in zip(frosset["resultat"]["deltakere"], resultat.deler, strict=True):
        assert setninger([Ledd.fra_json(et) for et in rad["ledd"]], "nn") == setninger(del_.ledd, "nn")


def krev_setninger(data):
    for maalform in ("nb", "nn"):
        for del_ in resultat_som_json(fordel(les_oppdrag(data)), maalform)["deltakere"]:
            assert del_["utledning"]
            assert not any("{" in setning or setning != setning.strip() for setning in del_["utledning"])


@RASK
@given(oppdrag())
def test_deler_always_add_up(data):
    krev_sum(data)


@RASK
@given(oppdrag())
def test_deler_are_within_one_unit_of_a_second_way_of_reckoning(data):
    krev_andre_vei(data)


@RASK
@given(oppdrag(), st.data())
def test_deler_do_not_depend_on_the_order_of_deltakere(data, valg):
    krev_rekkefoelge(data, valg.draw(st.permutations(data["deltakere"])))


@RASK
@given(oppdrag())
def test_frozen_fordeling_gives_itself_again(data):
    krev_frysing(data)


@RASK
@given(oppdrag())
def test_every_deltaker_gets_whole_sentences_in_both_languages(data):
    krev_setninger(data)


@RASK
@given(st.integers(-(10**9), 10**9), st.integers(1, 40))
def test_equal_parts_differ_by_one_oere_at_most(oere, antall):
    fortegn = "-" if oere < 0 else ""
    data = {
        "beloep": f"{fortegn}{abs(oere) // 100}.{abs(oere) % 100:02}",
        "avrunding": "oere",
        "deltakere": [{"id": str(nr), "navn": "K"} for nr in range(antall)],
        "noekkel": [{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}]}],
    }
    deler = [del_.oere for del_ in fordel(les_oppdrag(data)).deler]
    assert sum(deler) == oere
    assert max(deler) - min(deler) <= 1
    assert sorted(deler, key=abs, reverse=True) == deler  # the lowest numbers carry the odd øre


@RASK
@given(oppdrag(delaar=False), st.integers(0, 500_000), st.integers(0, 500_000))
def test_grense_holds_the_sum_the_limits_and_one_common_factor(data, gulv, over):
    krev_grense(data, gulv, over)


def krev_grense(data, ledig_gulv, over):
    """Floor and ceiling are put around the mean, so they can always be met."""
    data = {**data, "noekkel": [steg for steg in data["noekkel"] if steg["steg"] != "fast_prosent"]}
    foer = {del_.id: del_.eksakt_oere for del_ in fordel(les_oppdrag(data)).deler}
    snitt = int(sum(foer.values()) / len(foer))
    gulv, tak = max(snitt - ledig_gulv, 0) // 100 * 100, (snitt + over) // 100 * 100 + 100
    steg = {"steg": "grense", "gulv": str(gulv // 100), "tak": str(tak // 100)}
    resultat = fordel(les_oppdrag({**data, "noekkel": [*data["noekkel"], steg]}))
    etter = {del_.id: del_.eksakt_oere for del_ in resultat.deler}
    assert all(gulv <= del_.oere <= tak for del_ in resultat.deler if data["beloep"] is not None)
    assert all(gulv <= kroner <= tak for kroner in etter.values())
    if data["beloep"] is None:
        assert etter == {ident: min(max(kroner, Fraction(gulv)), Fraction(tak)) for ident, kroner in foer.items()}
        return
    assert sum(etter.values()) == sum(foer.values())
    faktorer = {etter[ident] / foer[ident] for ident in foer if foer[ident] and gulv < etter[ident] < tak}
    assert len(faktorer) <= 1
    for faktor in faktorer:
        assert all(foer[ident] * faktor >= tak for ident in foer if etter[ident] == tak)
        assert all(foer[ident] * faktor <= gulv for ident in foer if etter[ident] == gulv)


@pytest.mark.treg
@pytest.mark.parametrize("_firedel", range(4))
@GRUNDIG
@given(oppdrag(), st.data())
def test_everything_holds_for_twenty_thousand_keys(_firedel, data, valg):
    """Four times 5 000, so that two workers share them."""
    krev_sum(data)
    krev_andre_vei(data)
    krev_rekkefoelge(data, valg.draw(st.permutations(data["deltakere"])))
