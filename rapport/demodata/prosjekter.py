"""The projects of the demo regions, entered and carried through their steps by the same services as the pages use."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from avtaler.models import Avtale, Organ, Prosjekt, Prosjektstatus, Stegvedtak
from avtaler.tjenester.prosjekter.deltakelse import bli_med
from avtaler.tjenester.prosjekter.modenhet import svar_modenhet
from avtaler.tjenester.prosjekter.prosjekt import FELT, registrer_prosjekt
from avtaler.tjenester.prosjekter.raadsvar import registrer_stegvedtak
from avtaler.tjenester.prosjekter.steg import begynn_steg, frafall_steg, fullfoer_steg
from kommuner.models import Bruker, Region
from kommuner.tjenester import like_parter
from rapport.demodata import les
from rapport.demodata.parter import finn_part


def last_prosjekter() -> None:
    """Every project in the file; a region that has projects already is left alone. Wants the demo users."""
    for rad in les("prosjekter"):
        region = Region.objects.get(slug=rad["region"])
        if not region.prosjekter.exists():
            _last_region(region, rad)


@transaction.atomic
def _last_region(region: Region, rad: dict[str, Any]) -> None:
    avtale = Avtale.objects.get(region=region, navn=rad["avtale"]) if "avtale" in rad else None
    for prosjekt in rad["prosjekter"]:
        _last_prosjekt(region, avtale, {"kilde": rad["kilde"]} | prosjekt)


def _last_prosjekt(region: Region, avtale: Avtale | None, rad: dict[str, Any]) -> None:
    felt = {navn: rad[navn] for navn in FELT & set(rad) - {"gruppe"}}
    felt |= {"avtale": avtale, "gruppe": Organ.objects.filter(avtale=avtale, navn=rad.get("gruppe", "-")).first()}
    felt["ansvarlig"] = Bruker.objects.filter(email=rad.get("driver", "-")).first()
    prosjekt = registrer_prosjekt(region, felt=felt)
    _last_deltakere(prosjekt, rad)
    if "modenhet" in rad:
        svar = {kode: (ett[0], ett[1] if len(ett) > 1 else "") for kode, ett in rad["modenhet"].items()}
        svar_modenhet(prosjekt.pk, svar, er_eksempel=True)
    for steg in rad.get("steg", ()):
        _last_steg(prosjekt, steg)
    if rad.get("status") == Prosjektstatus.AVSLUTTET:
        _avslutt(prosjekt, rad)


def _last_deltakere(prosjekt: Prosjekt, rad: dict[str, Any]) -> None:
    """The sources do not say who took part: all are examples."""
    for deltakere in rad.get("deltakere", ()):
        parter = [finn_part(nummer, deltakere["fra"]) for nummer in deltakere["nummer"]]
        bli_med(prosjekt.pk, parter=parter, er_eksempel=True, **_innsats(deltakere))
    for partner in rad.get("partnere", ()):
        bli_med(prosjekt.pk, parter=like_parter(navn=partner["navn"])[:1], er_eksempel=True, **_innsats(partner))


def _innsats(rad: dict[str, Any]) -> dict[str, Any]:
    return {
        "fra": rad["fra"], "rolle": rad.get("rolle", "deltaker"), "egeninnsats": rad.get("egeninnsats", ""),
        "egeninnsats_timer": Decimal(rad["timer"]) if "timer" in rad else None,
    }  # fmt: skip


def _last_steg(prosjekt: Prosjekt, rad: dict[str, Any]) -> None:
    nummer = rad["nummer"]
    if "begynt" in rad:
        steg = begynn_steg(prosjekt.pk, nummer, begynt=rad["begynt"], bekreftet=True, er_eksempel=True)
        for part, svar in rad.get("svar", {}).items():
            _last_svar(steg.vedtak.get(part=finn_part(part, rad["begynt"])), *svar)
        if "ferdig" in rad:
            fullfoer_steg(prosjekt.pk, nummer, ferdig=rad["ferdig"], godkjent_av=rad.get("godkjent_av", ""))
    else:
        frafall_steg(prosjekt.pk, nummer, ferdig=rad["frafalt"], merknad=rad["merknad"], er_eksempel=True)


def _last_svar(vedtak: Stegvedtak, svar: str, dato: date, merknad: str = "") -> None:
    registrer_stegvedtak(vedtak.pk, versjon=None, svar=svar, dato=dato, merknad=merknad)


def _avslutt(prosjekt: Prosjekt, rad: dict[str, Any]) -> None:
    """Ended before the register was: the source knows neither the day nor the steps."""
    prosjekt.status = Prosjektstatus.AVSLUTTET
    prosjekt.viderefoert = rad.get("viderefoert", "")
    prosjekt.etterfoelger = Avtale.objects.filter(region=prosjekt.region, navn=rad.get("etterfoelger", "-")).first()
    prosjekt.save()
