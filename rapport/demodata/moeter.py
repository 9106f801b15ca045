"""Meetings of the demo organs: agenda, decisions, initiatives, reports home and news."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django.db import transaction

from avtaler.models import Avtale, Initiativ, Kunngjoering, Moete, Moetesak, Organ, Runde, Tilbakemelding
from avtaler.tjenester.rad import registrer_rad
from kommuner.models import Region
from rapport.demodata import les
from rapport.demodata.parter import finn_part

SAKSFELT = ("tittel", "slag", "saksnummer", "vedtak", "ansvarlig", "frist", "utfoert")
MOETEFELT = ("tittel", "dato", "sted", "status", "innkalt", "referat")


@transaction.atomic
def last_moeter() -> None:
    """Everything in the file; what is there already is left alone."""
    if Moete.objects.exists():
        return
    data = les("moeter")
    organer: dict[str, Organ] = {}
    for kode, rad in data["organer"].items():
        organer[kode] = _organ(rad, organer)
    initiativer = {rad["kode"]: _initiativ(rad, organer) for rad in data["initiativer"]}
    for rad in data["moeter"]:
        _moete(rad, organer[rad["organ"]], initiativer)
    for rad in data["kunngjoeringer"]:
        _kunngjoering(rad)


def _organ(rad: Mapping[str, Any], organer: Mapping[str, Organ]) -> Organ:
    sted = {"avtale": _avtale(rad["avtale"])} if "avtale" in rad else {"region": Region.objects.get(slug=rad["region"])}
    slike = Organ.objects.filter(type__in=rad["typer"], **sted)
    organ = slike.filter(navn=rad["navn"]).first() or (slike.first() if "avtale" in rad else None)
    organ = organ or registrer_rad(Organ(type=rad["typer"][0], navn=rad["navn"], **sted))
    if "over" in rad and organ.overordnet_id is None:
        organ.overordnet = organer[rad["over"]]
        organ.save()
    return organ


def _initiativ(rad: Mapping[str, Any], organer: Mapping[str, Organ]) -> Initiativ:
    felt = {navn: rad[navn] for navn in ("tittel", "tekst", "dato", "status", "behandlet", "svar") if navn in rad}
    runde = Runde.objects.get(tittel=rad["runde"]) if "runde" in rad else None
    return registrer_rad(
        Initiativ(fra_organ=organer[rad["fra"]], til_organ=organer[rad["til"]], runde=runde, er_eksempel=True, **felt)
    )


def _moete(rad: Mapping[str, Any], organ: Organ, initiativer: Mapping[str, Initiativ]) -> None:
    felt = {navn: rad[navn] for navn in MOETEFELT if navn in rad}
    klokka = time.fromisoformat(rad["klokka"]) if "klokka" in rad else None
    eksempel = rad.get("eksempel", True)
    moete = registrer_rad(Moete(organ=organ, klokka=klokka, er_eksempel=eksempel, **felt))
    for nr, sak in enumerate(rad.get("saker", ()), 1):
        _sak(moete, nr, sak, initiativer, eksempel)
    for melding in rad.get("meldinger", ()):
        _melding(moete, melding)


def _sak(
    moete: Moete, nr: int, rad: Mapping[str, Any], initiativer: Mapping[str, Initiativ], eksempel: bool
) -> Moetesak:
    felt = {navn: rad[navn] for navn in SAKSFELT if navn in rad}
    return registrer_rad(
        Moetesak(
            moete=moete, rekkefoelge=nr, er_eksempel=eksempel, initiativ=initiativer.get(rad.get("initiativ", "")),
            avtale=_avtale(rad["avtale"]) if "avtale" in rad else moete.organ.avtale,
            runde=Runde.objects.get(tittel=rad["runde"]) if "runde" in rad else None,
            er_lukket="lukket" in rad, lukket_hjemmel=rad.get("lukket", ""), **felt,
        )
    )  # fmt: skip


def _melding(moete: Moete, rad: Mapping[str, Any]) -> Tilbakemelding:
    part = finn_part(rad["nummer"], rad["dato"])
    felt = {"dato": rad["dato"], "til_hvem": rad["til"], "tekst": rad.get("tekst", "")}
    return registrer_rad(Tilbakemelding(moete=moete, part=part, er_eksempel=True, **felt))


def _kunngjoering(rad: Mapping[str, Any]) -> Kunngjoering:
    grupper = {f"for_{navn}": navn in rad["for"] for navn in ("politikere", "tillitsvalgte", "ansatte", "innbyggere")}
    avtale = _avtale(rad["avtale"]) if "avtale" in rad else None
    return registrer_rad(
        Kunngjoering(
            region=Region.objects.get(slug=rad["region"]), avtale=avtale, tittel=rad["tittel"], tekst=rad["tekst"],
            dato=rad["dato"], er_eksempel=rad.get("eksempel", True), **grupper,
        )
    )  # fmt: skip


def _avtale(navn: str) -> Avtale:
    return Avtale.objects.get(navn=navn, er_utkast=False)
