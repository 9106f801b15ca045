"""The idea banks of the demo regions: every idea of the sources; answers, judgements and input are examples."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from avtaler.domene.ideer.oensker import oenskede_navn
from avtaler.models import Avtale, Oppgave
from avtaler.models.idee import Ide, Idestatus
from avtaler.tjenester.ideer.avgjoerelse import si_nei, ta_opp, vurder_klarhet
from avtaler.tjenester.ideer.innbyggerinnspill import behandle, ta_imot
from avtaler.tjenester.ideer.interesse import svar_paa_ide
from kommuner.models import Bruker, Part, Region
from rapport.demodata import les
from rapport.demodata.parter import finn_part

#: The day of the invented answers.
SVART = date(2026, 9, 1)


def last_ideer() -> None:
    """Every idea in the file, in its order; a region that has ideas already is left alone. Wants the demo users."""
    for rad in les("ideer"):
        region = Region.objects.get(slug=rad["region"])
        if not region.ideer.exists():
            _last_region(region, rad)


@transaction.atomic
def _last_region(region: Region, rad: dict[str, Any]) -> None:
    parter = {navn: finn_part(nummer, rad["dato"]) for navn, nummer in rad["kommuner"].items()}
    felles = {navn: rad[navn] for navn in ("kilde", "dato", "fra_hvem")}
    driver = Bruker.objects.filter(email=rad["driver"]).first()
    for liste in rad["lister"]:
        for ide in liste:
            _last_ide(region, felles | ide, parter, driver)


def _last_ide(region: Region, rad: dict[str, Any], parter: Mapping[str, Part], driver: Bruker | None) -> None:
    er_eksempel = rad.get("eksempel", False)
    ide = Ide.objects.create(
        region=region, tittel=rad["tittel"], beskrivelse=rad.get("beskrivelse", ""), dato=rad["dato"],
        fra_hvem=rad["fra_hvem"], oensket_med=rad.get("oensket_med", ""), neste_dato=rad.get("neste_dato"),
        oppgave=Oppgave.objects.filter(kode=rad.get("oppgave", "-")).first(), er_eksempel=er_eksempel,
        bygger_paa=Avtale.objects.filter(region=region, navn=rad.get("bygger_paa", "-")).first(),
        ansvarlig=driver if "neste_dato" in rad else None, kilde="" if er_eksempel else rad["kilde"],
    )  # fmt: skip
    ide.oensket.set(parter[navn] for navn in oenskede_navn(ide.oensket_med) if navn in parter)
    for navn, svar in rad.get("interesse", {}).items():
        svar_paa_ide(ide, parter[navn], {"svar": svar, "dato": max(SVART, rad["dato"]), "er_eksempel": True})
    _last_vurdering(ide, rad)
    _last_innspill(ide, rad.get("innspill", ()), parter)


def _last_vurdering(ide: Ide, rad: dict[str, Any]) -> None:
    """How ready it is judged to be, and what it came to."""
    if "interesse" in rad:
        ta_opp(ide_id=ide.pk)
    if "klarhet" in rad:
        svar = {kode: (valgt, merknad) for kode, (valgt, merknad) in rad["klarhet"].items()}
        vurder_klarhet(ide_id=ide.pk, versjon=None, svar=svar, er_eksempel=True)
    if "nei" in rad:
        si_nei(ide_id=ide.pk, versjon=None, begrunnelse=rad["nei"])
    if "blei" in rad:
        avtale = Avtale.objects.get(region=ide.region, navn=rad["blei"])
        Ide.objects.filter(pk=ide.pk).update(status=Idestatus.FORSLAG, avtale=avtale)


def _last_innspill(ide: Ide, rader: Iterable[dict[str, Any]], parter: Mapping[str, Part]) -> None:
    """Those with an answer are shown; the others wait to be read."""
    for rad in rader:
        innspill = ta_imot(ide, tekst=rad["tekst"], dato=rad["dato"], part=parter.get(rad.get("bor_i", "")))
        type(innspill).objects.filter(pk=innspill.pk).update(er_eksempel=True)
        if "svar" in rad:
            behandle(
                innspill_id=innspill.pk, versjon=None, status="vist", svar=rad["svar"], dato=rad["svar_dato"]
            )  # fmt: skip
