"""Demo regions with their members and agreements, entered through the same services as the pages use."""

from datetime import date
from fractions import Fraction
from typing import Any

from django.db import transaction

from avtaler import tjenester
from avtaler.models import Avtale, Oppgave, Organ, Verv
from avtaler.tjenester.omdanning import Etterfoelger, omdann
from avtaler.tjenester.uttreden import si_opp
from kommuner.models import Region, Regionmedlemskap
from rapport.demodata import les
from rapport.demodata.deler import last_deler
from rapport.demodata.kostnad import last_kostnad
from rapport.demodata.parter import finn_part
from rapport.demodata.runder import last_runder
from rapport.models import Eierformaal, Eierprinsipper

FELT = ("navn", "form", "klasse", "orgnr", "eget_rettssubjekt", "fra", "til", "oppsigelse_maaneder", "oppsigelse_regel")
FELT += ("meldt_statsforvalter", "maalform", "eksempel_merknad", "kilde", "roller", "bundet_til")
FELT += ("delvis_ikrafttreden", "andre_deltakere", "evalueres_hvert_aar", "sist_evaluert")


@transaction.atomic
def last_region(filnavn: str) -> Region:
    """One region with everything in its file; what is there already is left alone."""
    data = les(filnavn)
    region, ny = Region.objects.get_or_create(
        slug=data["region"]["slug"], defaults={felt: data["region"][felt] for felt in ("navn", "maal", "kilde")}
    )
    if not ny:
        return region
    _meld_inn_i_region(region, data["region"]["medlemmer"])
    avtaler = {rad["kode"]: _last_avtale(region, rad) for rad in data["avtaler"]}
    for rad in data["avtaler"]:
        _last_relasjoner(avtaler, rad)
        if "omdannes" in rad:
            _omdann(avtaler[rad["kode"]], rad["omdannes"])
    for rad in data.get("eierprinsipper", ()):
        _last_prinsipper(rad)
    return region


def _meld_inn_i_region(region: Region, grupper: list[dict[str, Any]]) -> None:
    for gruppe in grupper:
        for nummer in gruppe["nummer"]:
            part = finn_part(nummer, gruppe["fra"])
            Regionmedlemskap.objects.create(region=region, part=part, fra=gruppe["fra"], til=gruppe.get("til"))


def _last_avtale(region: Region, rad: dict[str, Any]) -> Avtale:
    felt = {navn: rad[navn] for navn in FELT if navn in rad}
    avtale = tjenester.registrer_avtale(
        felt={
            **felt,
            "region": region,
            "til": None,
            "er_utkast": rad.get("utkast", False),
            "er_eksempel": rad.get("eksempel", False),
        },
        formaal=rad.get("formaal", ()),
        oppgaver=Oppgave.objects.filter(kode__in=rad["oppgaver"]),
        bestemmelser=rad.get("bestemmelser", {}),
        dato=rad.get("fra") or date(2026, 1, 1),
        importert=True,
    )
    for gruppe in rad["deltakere"]:
        _meld_inn(avtale, gruppe)
    for organ in rad.get("organer", ()):
        _last_organ(avtale, organ)
    last_deler(avtale, rad)
    last_kostnad(avtale, rad)
    last_runder(avtale, rad.get("runder", ()))
    for nummer, tekst in rad.get("eierformaal", {}).items():
        part = finn_part(nummer, date(2026, 1, 1))
        Eierformaal.objects.create(part=part, avtale=avtale, tekst=tekst, maalform="nn", er_eksempel=True)
    if rad.get("til"):
        tjenester.avslutt_avtale(avtale, til=rad["til"])
    return avtale


def _meld_inn(avtale: Avtale, gruppe: dict[str, Any]) -> None:
    for nummer in gruppe["nummer"]:
        deltakelse = tjenester.meld_inn(
            avtale,
            part=finn_part(nummer, gruppe["fra"]),
            rolle=gruppe.get("rolle", "deltaker"),
            fra=gruppe["fra"],
            til=gruppe.get("til"),
            eierandel=Fraction(gruppe["eierandel"]) if "eierandel" in gruppe else None,
            medlemmer=gruppe.get("medlemmer"),
            varamedlemmer=gruppe.get("varamedlemmer"),
            er_eksempel=gruppe.get("eksempel", avtale.er_eksempel),
        )
        if (varsel := gruppe.get("oppsagt")) is not None:
            si_opp(deltakelse_id=deltakelse.pk, versjon=None, varsel=varsel, idag=varsel)


def _omdann(avtale: Avtale, rad: dict[str, Any]) -> None:
    """Into one successor, which is still a draft to be gone through."""
    ny = Etterfoelger(
        form=rad["form"],
        navn=rad["navn"],
        formaal=frozenset(avtale.formaal.values_list("pk", flat=True)),
        oppgaver=frozenset(avtale.oppgaver.values_list("pk", flat=True)),
    )
    omdann(avtale_id=avtale.pk, versjon=None, fra=rad["fra"], etterfoelgere=[ny], avslutt=False)


def _last_organ(avtale: Avtale, rad: dict[str, Any]) -> None:
    organ = Organ.objects.create(avtale=avtale, type=rad["type"], navn=rad.get("navn", ""))
    mal = rad.get("verv_per_deltaker")
    if mal:
        for deltakelse in avtale.deltakelser.filter(til__isnull=True).select_related("part"):
            Verv.objects.create(
                organ=organ,
                part=deltakelse.part,
                navn=mal["navn"].format(kommune=deltakelse.part.navn),
                rolle=mal["rolle"],
                fra=mal["fra"],
                til=mal["til"],
                er_eksempel=True,
            )


def _last_relasjoner(avtaler: dict[str, Avtale], rad: dict[str, Any]) -> None:
    for relasjon in rad.get("relasjoner", ()):
        fra = avtaler[relasjon.get("fra", rad["kode"])]
        til = avtaler[relasjon.get("til", rad["kode"])]
        tjenester.knytt(fra, til, type=relasjon["type"], dato=relasjon["dato"])


def _last_prinsipper(rad: dict[str, Any]) -> None:
    part = finn_part(rad["nummer"], date(rad["fra_aar"], 1, 1))
    felt = {navn: rad[navn] for navn in ("fra_aar", "til_aar", "tekst", "maalform", "vedtatt")}
    Eierprinsipper.objects.create(part=part, er_eksempel=rad["eksempel"], **felt)
