"""Conferences, yellow notes, verdicts and discussions of the demo data, through the services the pages use."""

from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from avtaler.models import (
    Avtale,
    Diskusjonsdokument,
    Ide,
    Konferanse,
    Lapp,
    Lappegruppe,
    Lapperunde,
    Vurdering,
)
from avtaler.tjenester.vurdering.diskusjon import neste_plass, sett_kostnader
from avtaler.tjenester.vurdering.saker import legg_til_saker
from avtaler.uttrekk.vurdering.konferanser import forslag_til_saker
from kommuner.models import Region

from . import les
from .parter import finn_part


def last_vurdering() -> None:
    """Everything of ``vurdering.yaml``. Loading twice changes nothing."""
    innhold = les("vurdering")
    konferanser = {rad["kode"]: _konferanse(rad) for rad in innhold["konferanser"]}
    for rad in innhold["lapperunder"]:
        _lapperunde(rad, konferanser)
    for rad in innhold["vurderinger"]:
        _vurderinger(rad, konferanser)
    for rad in innhold["diskusjoner"]:
        _diskusjon(rad)
    for kode in innhold["saker"]:
        _saker(konferanser[kode])


def _konferanse(rad: dict[str, Any]) -> Konferanse:
    felt = {navn: rad[navn] for navn in ("dato", "sted", "program", "oppsummering", "kilde")}
    region = Region.objects.get(slug=rad["region"])
    return Konferanse.objects.get_or_create(region=region, tittel=rad["tittel"], defaults=felt)[0]


def _lapperunde(rad: dict[str, Any], konferanser: dict[str, Konferanse]) -> None:
    felt = {navn: rad[navn] for navn in ("spoersmaal", "fra", "til")} | {
        "kilde": rad.get("kilde", ""), "konferanse": konferanser.get(rad.get("konferanse", "")),
        "er_eksempel": rad.get("eksempel", False),
    }  # fmt: skip
    region = Region.objects.get(slug=rad["region"])
    runde, ny = Lapperunde.objects.get_or_create(region=region, tittel=rad["tittel"], defaults=felt)
    if not ny:
        return
    temaer = {
        kode: Lappegruppe.objects.create(lapperunde=runde, rekkefoelge=nr, er_eksempel=True, **tema)
        for nr, (kode, tema) in enumerate(rad.get("temaer", {}).items(), 1)
    }
    # The same key each time, so that the wall of notes looks the same on every machine.
    Lapp.objects.bulk_create(
        Lapp(
            lapperunde=runde, tekst=tekst, gruppe=temaer.get(tema), er_eksempel=runde.er_eksempel,
            stokket=uuid5(NAMESPACE_URL, f"{rad['tittel']}/{nr}"),
        )
        for nr, (tema, tekst) in enumerate(rad["lapper"])
    )  # fmt: skip


def _vurderinger(rad: dict[str, Any], konferanser: dict[str, Konferanse]) -> None:
    avtale = Avtale.objects.get(region__slug=rad["region"], navn=rad["avtale"])
    for dom in rad["dommer"]:
        felt = {
            "dom": dom["dom"], "begrunnelse": dom["hvorfor"], "er_eksempel": True,
            "konferanse": konferanser.get(rad.get("konferanse", "")),
        }  # fmt: skip
        part = finn_part(dom["nummer"], rad["dato"])
        Vurdering.objects.get_or_create(avtale=avtale, part=part, dato=rad["dato"], defaults=felt)


def _diskusjon(rad: dict[str, Any]) -> None:
    region = Region.objects.get(slug=rad["region"])
    felt = {navn: rad[navn] for navn in ("spoersmaal", "bakgrunn", "dato")} | {
        "ide": Ide.objects.filter(region=region, tittel__icontains=rad["ide"]).first(),
        "er_utkast": False, "er_eksempel": True,
    }  # fmt: skip
    dokument, ny = Diskusjonsdokument.objects.get_or_create(region=region, tittel=rad["tittel"], defaults=felt)
    for alternativ in rad["alternativer"] if ny else ():
        _alternativ(dokument, alternativ, rad["dato"])


def _alternativ(dokument: Diskusjonsdokument, rad: dict[str, Any], dato: date) -> None:
    felt = {navn: rad[navn] for navn in ("navn", "beskrivelse", "fordeler", "ulemper")}
    alternativ = dokument.alternativer.create(rekkefoelge=neste_plass(dokument), er_eksempel=True, **felt)
    beloep = {finn_part(nummer, dato): kroner * 100 for nummer, kroner in rad["beloep"].items()}
    sett_kostnader(alternativ, beloep, er_eksempel=True)


def _saker(konferanse: Konferanse) -> None:
    """As the coordinator's one click would give; each line is invented as the verdicts are."""
    if not konferanse.saksforslag.exists():
        legg_til_saker(konferanse, forslag_til_saker(konferanse, idag=date(2026, 11, 20)))
        konferanse.saksforslag.update(er_eksempel=True)
