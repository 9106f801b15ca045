"""Rounds of the demo agreements, with debate, points and answers, through the same services as the pages use."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from avtaler import tjenester
from avtaler.models import Avtale, Runde
from kommuner.models import Bruker
from rapport.demodata.parter import finn_part

#: What the service takes as it stands in the file.
FELT = (
    "slag", "tittel", "forslag", "tilraadd_dato", "tilraadd_av", "vindu_fra", "vindu_til", "avtalt_ikrafttreden",
    "innspillsfrist", "delvis_ikrafttreden",
)  # fmt: skip


def last_runder(avtale: Avtale, rader: Iterable[dict[str, Any]]) -> None:
    """The rounds in the order of the file; one may replace another that stands before it («erstatter»)."""
    lastet: dict[str, Runde] = {}
    for rad in rader:
        runde = _last_runde(avtale, rad, lastet[rad["erstatter"]] if "erstatter" in rad else None)
        lastet[rad.get("kode", rad["tittel"])] = runde


def fordel_ansvar() -> None:
    """Give every round that nobody drives to a coordinator of its region, once there are users."""
    for runde in Runde.objects.filter(ansvarlig__isnull=True).select_related("avtale"):
        egne = Bruker.objects.filter(tilganger__rolle="koordinator", tilganger__region=runde.avtale.region_id)
        Runde.objects.filter(pk=runde.pk).update(ansvarlig=egne.order_by("pk").first())


def _last_runde(avtale: Avtale, rad: dict[str, Any], erstatter: Runde | None) -> Runde:
    dato = rad.get("avtalt_ikrafttreden") or rad.get("vindu_til") or rad["innspillsfrist"]
    parter = [finn_part(nummer, dato) for nummer in rad["parter"]] if "parter" in rad else None
    runde = tjenester.start_runde(
        avtale,
        **{navn: rad[navn] for navn in FELT if navn in rad},
        punkter=[tjenester.Punkttekst(**punkt) for punkt in rad.get("punkter", ())],
        erstatter=erstatter,
        parter=parter,
        maalform=avtale.maalform,
        er_eksempel=rad.get("eksempel", False),
        dato=dato,
    )
    for innspill in rad.get("innspill", ()):
        _last_innspill(runde, innspill)
    if "forbehandlet" in rad:
        tjenester.foer_inn_forbehandling(
            runde_id=runde.pk, versjon=None, dato=rad["forbehandlet"], merknad=rad.get("forbehandlet_merknad", "")
        )
    if laast := rad.get("laast", rad.get("tilraadd_dato")):
        runde = tjenester.laas_og_send(runde_id=runde.pk, versjon=None, dato=laast)
    for vedtak in rad.get("vedtak", ()):
        last_vedtak(runde, vedtak, dato)
    return runde


def _last_innspill(runde: Runde, rad: dict[str, Any]) -> None:
    part = finn_part(rad["nummer"], rad["dato"]) if "nummer" in rad else None
    innspill = tjenester.gi_innspill(
        runde, fra_hvem=rad["fra"], tekst=rad["tekst"], dato=rad["dato"], part=part, er_eksempel=True
    )
    if "svar" in rad:
        tjenester.svar_paa_innspill(innspill_id=innspill.pk, versjon=None, svar=rad["svar"], dato=rad["svar_dato"])


def last_vedtak(runde: Runde, rad: dict[str, Any], dato: date) -> None:
    """What one council answered; ``dato`` is a day the municipality had the number of the file."""
    vedtak = runde.vedtak.get(part=finn_part(rad["nummer"], dato))
    punkter = {punkt.pk: rad.get("punkter", {}).get(punkt.navn, "") for punkt in runde.punkter.all()}
    tjenester.registrer_vedtak(
        vedtak_id=vedtak.pk,
        versjon=None,
        status=rad["status"],
        dato=rad.get("dato"),
        saksnummer=rad.get("saksnummer", ""),
        ordlyd=rad.get("ordlyd", ""),
        punkter=punkter,
        stemmer_for=rad.get("for"),
        stemmer_mot=rad.get("mot"),
    )
    runde.vedtak.filter(pk=vedtak.pk).update(er_eksempel=True)
