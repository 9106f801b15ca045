"""Organ trees with seats and posts, how municipalities are governed, and key figures of regions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from avtaler.models import Avtale, Organ, Setetall, Verv
from avtaler.tjenester.rad import endre_rad, registrer_rad
from avtaler.uttrekk.organer.grunnlag import MED_SETE
from kommuner.models import Folkevalgt, Kommunestyring, Region, Regiontall
from rapport.demodata import les
from rapport.demodata.parter import finn_part

IDAG = date(2026, 11, 20)


@transaction.atomic
def last_organer() -> None:
    """Everything in the file, once."""
    if Kommunestyring.objects.exists():
        return
    data = les("organer")
    organer: dict[str, Organ] = {}
    for kode, rad in data["organer"].items():
        organer[kode] = _organ(rad, organer)
    for modell, rader in ((Kommunestyring, data["styring"]), (Folkevalgt, data["folkevalgte"])):
        for rad in rader:
            felt = {navn: verdi for navn, verdi in rad.items() if navn != "nummer"}
            registrer_rad(modell(part=finn_part(rad["nummer"], IDAG), er_eksempel=True, **felt))
    for slug, rader in data["tall"].items():
        for rad in rader:
            felt = {navn: rad[navn] for navn in ("navn", "verdi", "aar", "kilde")}
            region = Region.objects.get(slug=slug)
            registrer_rad(Regiontall(region=region, er_eksempel=rad.get("eksempel", False), **felt))


def _organ(rad: Mapping[str, Any], organer: Mapping[str, Organ]) -> Organ:
    sted = _sted(rad)
    finn = {"type": rad["finn_type"]} if "finn_type" in rad else {"navn": rad.get("finn", rad["navn"])}
    felt = {"type": rad["type"], "navn": rad["navn"], "er_eksempel": rad.get("eksempel", True), **rad.get("felt", {})}
    felt["overordnet"] = organer.get(rad.get("over", ""))
    if "foelger" in rad:
        felt["foelger"] = [Avtale.objects.get(navn=navn) for navn in rad["foelger"]]
    kjent = Organ.objects.filter(**sted, **finn).first()
    organ = endre_rad(Organ, kjent.pk, None, felt) if kjent else registrer_rad(Organ(**sted), felt)
    for seter in rad.get("seter", ()):
        felt = {navn: seter[navn] for navn in ("medlemmer", "varamedlemmer", "fra")}
        part = finn_part(seter["nummer"], seter["fra"])
        registrer_rad(Setetall(organ=organ, part=part, er_eksempel=True, **felt))
    for mal in rad.get("per_deltaker", ()):
        _verv_per_deltaker(organ, mal)
    for verv in rad.get("verv", ()):
        _verv(organ, finn_part(verv["nummer"], verv["fra"]), verv)
    return organ


def _sted(rad: Mapping[str, Any]) -> dict[str, Any]:
    if "avtale" in rad:
        return {"avtale": Avtale.objects.get(navn=rad["avtale"])}
    return {"region": Region.objects.get(slug=rad["region"])}


def _verv_per_deltaker(organ: Organ, mal: Mapping[str, Any]) -> None:
    """One for each that took part on the first day of the post."""
    deltakelser = organ.avtale.deltakelser.filter(rolle__in=MED_SETE, fra__lte=mal["fra"])
    for deltakelse in deltakelser.exclude(til__lte=mal["fra"]).select_related("part"):
        _verv(organ, deltakelse.part, mal | {"navn": mal["navn"].format(kommune=deltakelse.part.navn)})


def _verv(organ: Organ, part: Any, rad: Mapping[str, Any]) -> None:
    felt = {navn: rad[navn] for navn in ("navn", "rolle", "fra", "til", "plass", "parti") if navn in rad}
    registrer_rad(Verv(organ=organ, part=part, er_eksempel=rad.get("eksempel", True), **felt))
