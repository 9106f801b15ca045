"""The button «Hent fra Enhetsregisteret»: fills what is empty, keeps what is typed, saves nothing."""

from collections.abc import Mapping

from django.http import HttpRequest, QueryDict

from avtaler.uttrekk.enhetspanel import Enhetspanel, enhetspanel, formforslag
from kommuner.domene.enhetsregister import (
    Feilgrunn,
    Registerfeil,
    Registerutdrag,
    les_utdrag,
    parttype_for,
    penskrevet,
)
from kommuner.domene.orgnr import er_gyldig_orgnr, rens_orgnr
from kommuner.enhetsregister import setning, tjenesten
from kommuner.foresporsel import innsyn
from kommuner.tjenester import like_parter

#: The button, and the files people may bring instead of asking over the network: the unit, its roles, or both.
KNAPP, FIL = "hent", "enhetsfil"
FLEST_FILER, STOERST = 4, 1024 * 1024
#: What our forms call the facts.
AVTALEFELT = {"orgnr": "orgnr", "navn": "navn", "form": "form"}
PARTFELT = {"orgnr": "part_orgnr", "navn": "part", "type": "part_type"}


def med_enhet(
    request: HttpRequest, felt: Mapping[str, str], *, avtale_id: int | None = None
) -> tuple[QueryDict, Enhetspanel]:
    """What was typed, with the empty fields filled, and what the register says; one sentence when it says nothing."""
    data = request.POST.copy()
    try:
        orgnr, utdrag = _utdrag(request, data.get(felt["orgnr"], ""))
    except Registerfeil as feil:
        return data, Enhetspanel(feil=setning(feil))
    navn, form = data.get(felt["navn"], ""), data.get(felt["form"], "") if "form" in felt else ""
    for navnet, verdi in _funnet(utdrag, orgnr).items():
        if navnet in felt and verdi and not data.get(felt[navnet], "").strip():
            data[felt[navnet]] = verdi
    data[felt["orgnr"]] = orgnr
    panel = enhetspanel(
        utdrag, orgnr, navn=navn, form=form, innsyn=innsyn(request), maalform=request.LANGUAGE_CODE,
        avtale_id=avtale_id,
    )  # fmt: skip
    return data, panel


def _utdrag(request: HttpRequest, skrevet: str) -> tuple[str, Registerutdrag]:
    """The number, typed or the only one of the file, and what is known of it."""
    orgnr = rens_orgnr(skrevet)
    if orgnr and not er_gyldig_orgnr(orgnr):
        raise Registerfeil(Feilgrunn.UGYLDIG_ORGNR, tekst=skrevet[:30])
    filer = request.FILES.getlist(FIL)
    if not filer:
        if not orgnr:
            raise Registerfeil(Feilgrunn.UTEN_ORGNR)
        return orgnr, tjenesten().hent(orgnr)
    if len(filer) > FLEST_FILER or any(fil.size > STOERST for fil in filer):
        raise Registerfeil(Feilgrunn.FOR_STOR)
    utdrag = Registerutdrag({}, {})
    for fil in filer:
        utdrag = utdrag.sammen_med(les_utdrag(fil.read(), orgnr=orgnr))
    return _det_ene(orgnr, utdrag), utdrag


def _det_ene(orgnr: str, utdrag: Registerutdrag) -> str:
    """The number that is asked about."""
    alle = set(utdrag.enheter) or set(utdrag.deltakere)
    if orgnr:
        if orgnr not in {*utdrag.enheter, *utdrag.deltakere}:
            raise Registerfeil(Feilgrunn.IKKE_I_UTDRAGET, orgnr=orgnr)
        return orgnr
    if len(alle) > 1:
        raise Registerfeil(Feilgrunn.UTEN_ORGNR)
    return alle.pop()


def _funnet(utdrag: Registerutdrag, orgnr: str) -> dict[str, str | None]:
    """What can be filled in: the party of ours when we have it, else the name and the kind."""
    if kjente := like_parter(orgnr=orgnr):
        return {"navn": kjente[0].navn, "form": _sikker_form(utdrag, orgnr)}
    enhet = utdrag.enheter.get(orgnr)
    if enhet is None:
        return {}
    type_ = parttype_for(enhet)
    return {
        "navn": penskrevet(enhet.navn), "form": _sikker_form(utdrag, orgnr),
        "type": None if type_ == "kommune" else type_,
    }  # fmt: skip


def _sikker_form(utdrag: Registerutdrag, orgnr: str) -> str | None:
    enhet = utdrag.enheter.get(orgnr)
    forslaget = formforslag(enhet) if enhet else None
    return forslaget.sikker if forslaget else None
