"""Strategies with measures, front cases and plans of action, through the same services as the pages use."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from avtaler import tjenester
from avtaler.models import Avtale, Frontsak, Handlingsplan, Prosjekt, Runde, Strategi, Strategipunkt, Tiltak
from avtaler.tjenester.rad import registrer_rad
from avtaler.tjenester.strategi import registrer_punkt, send_handlingsplan
from avtaler.uttrekk.strategi.handlingsplan import sakens_felt
from kommuner.models import Bruker, Region
from kommuner.tilgang import INGEN
from rapport.demodata import les
from rapport.demodata.parter import finn_part
from rapport.demodata.runder import last_vedtak

#: What the tables take as it stands in the file.
STRATEGIFELT = ("visjon", "slagord", "fra_aar", "til_aar", "maalform", "kilde")
TILTAKSFELT = ("tittel", "beskrivelse", "status", "neste_dato", "resultat")
FRONTFELT = (
    "tittel", "maal", "prioritet", "rettet_mot", "kanal", "dato", "neste", "neste_dato", "ansvarlig", "status",
    "resultat",
)  # fmt: skip
SAKSFELT = ("tilraadd_dato", "tilraadd_av", "vindu_fra", "vindu_til")
I_DAG = date(2026, 11, 20)


def last_strategi() -> None:
    """Every strategy of the file; one that is there already is left alone."""
    for rad in les("strategi"):
        _last(rad)


@transaction.atomic
def _last(rad: dict[str, Any]) -> None:
    region = Region.objects.get(slug=rad["region"])
    if Strategi.objects.filter(region=region, tittel=rad["tittel"]).exists():
        return
    avtale = _avtale(region, rad["avtale"]) if "avtale" in rad else None
    felt = {navn: rad[navn] for navn in STRATEGIFELT if navn in rad}
    strategi = registrer_rad(Strategi(region=region, tittel=rad["tittel"], avtale=avtale, **felt))
    punkter = dict(_last_punkter(strategi, None, rad["punkter"]))
    for tiltak in rad.get("tiltak", ()):
        _last_tiltak(strategi, punkter, tiltak)
    for sak in rad.get("frontsaker", ()):
        felt = {navn: sak[navn] for navn in FRONTFELT if navn in sak}
        registrer_rad(Frontsak(region=region, punkt=punkter[sak["punkt"]], er_eksempel=True, **felt))
    for plan in rad.get("planer", ()):
        _last_plan(strategi, plan)


def _last_punkter(
    strategi: Strategi, over: Strategipunkt | None, rader: Iterable[dict[str, Any]]
) -> Iterable[tuple[str, Strategipunkt]]:
    for rad in rader:
        punkt = Strategipunkt(strategi=strategi, over=over, slag=rad["slag"])
        punkt = registrer_punkt(punkt, {"tekst": rad["tekst"], "forklaring": rad.get("forklaring", "")})
        punkt.avtaler.set(_avtale(strategi.region, navn) for navn in rad.get("avtaler", ()))
        if klasse := rad.get("prosjektklasse"):
            punkt.prosjekter.set(Prosjekt.objects.filter(region=strategi.region, klasse=klasse))
        yield punkt.tekst, punkt
        yield from _last_punkter(strategi, punkt, rad.get("under", ()))


def _last_tiltak(strategi: Strategi, punkter: Mapping[str, Strategipunkt], rad: dict[str, Any]) -> None:
    fra, til = rad["aar"]
    registrer_rad(
        Tiltak(
            strategi=strategi, punkt=punkter[rad["punkt"]], fra_aar=fra, til_aar=til, er_eksempel=True,
            part=finn_part(rad["nummer"], I_DAG) if "nummer" in rad else None,
            ansvarlig=Bruker.objects.get(email=rad["driver"]) if "driver" in rad else None,
            avtale=_avtale(strategi.region, rad["avtale"]) if "avtale" in rad else None,
            **{navn: rad[navn] for navn in TILTAKSFELT if navn in rad},
        )
    )  # fmt: skip


def _last_plan(strategi: Strategi, rad: dict[str, Any]) -> None:
    plan = registrer_rad(
        Handlingsplan(
            strategi=strategi, aar=rad["aar"], innledning=rad.get("innledning", ""), er_eksempel=True,
            runde=Runde.objects.get(avtale=strategi.avtale, tittel=rad["runde"]) if "runde" in rad else None,
        )
    )  # fmt: skip
    if sak := rad.get("sak"):
        dato = sak["tilraadd_dato"]
        felt = sakens_felt(plan, INGEN, dato=dato) | {navn: sak[navn] for navn in SAKSFELT}
        felt["ansvarlig"] = Bruker.objects.get(email=sak["driver"])
        runde = send_handlingsplan(plan.pk, felt=felt, dato=dato, er_eksempel=True)
        runde = tjenester.laas_og_send(runde_id=runde.pk, versjon=None, dato=dato)
        for vedtak in sak["vedtak"]:
            last_vedtak(runde, vedtak, dato)


def _avtale(region: Region, navn: str) -> Avtale:
    return Avtale.objects.get(region=region, navn=navn)
