"""Who pays for the demo projects, and what projects and agreements are to give."""

from decimal import Decimal
from typing import Any

from django.db import transaction

from avtaler.models import Avtale, Finansiering, Gevinst, Prosjekt
from avtaler.tjenester.rad import endre_rad, registrer_rad
from rapport.demodata import les

NIVAAER = ("grunnlinje", "forventet", "maalt")


@transaction.atomic
def last_prosjektoekonomi() -> None:
    """Everything in the file; a project or a gain that is there already is left alone. Wants the projects."""
    data = les("prosjektoekonomi")
    for rad in data["finansiering"]:
        prosjekt = _prosjekt(rad)
        if prosjekt is not None and not prosjekt.finansiering.exists():
            _last_finansiering(prosjekt, rad)
    for rad in data["gevinster"]:
        eier = {"prosjekt": _prosjekt(rad)} if "prosjekt" in rad else {"avtale": _avtale(rad)}
        if all(eier.values()) and not Gevinst.objects.filter(navn=rad["navn"], **eier).exists():
            registrer_rad(Gevinst(**eier), _gevinstfelt(rad))


def _last_finansiering(prosjekt: Prosjekt, rad: dict[str, Any]) -> None:
    merknad = " ".join(filter(None, (prosjekt.eksempel_merknad, rad["merknad"])))
    felt: dict[str, Any] = {"eksempel_merknad": merknad[:300]}
    if "kostnadsramme" in rad:
        felt["kostnad_oere"] = rad["kostnadsramme"] * 100
    endre_rad(Prosjekt, prosjekt.pk, None, felt)
    for del_ in rad["deler"]:
        registrer_rad(Finansiering(prosjekt=prosjekt), _finansieringsfelt(del_))


def _finansieringsfelt(rad: dict[str, Any]) -> dict[str, Any]:
    """A funder with an amount is an example, as no source has any; one without is what the source says."""
    beloep = rad.get("beloep")
    return {
        "navn": rad["navn"], "type": rad["type"], "status": rad["status"], "vilkaar": rad.get("vilkaar", ""),
        "beloep_oere": None if beloep is None else beloep * 100, "utbetalt_oere": rad.get("utbetalt", 0) * 100,
        "frist": rad.get("frist"), "er_eksempel": beloep is not None,
    }  # fmt: skip


def _gevinstfelt(rad: dict[str, Any]) -> dict[str, Any]:
    felt = {navn: rad[navn] for navn in ("navn", "enhet") if navn in rad}
    felt |= {"er_kroner": rad.get("er_kroner", False), "lavere_er_bedre": rad.get("lavere_er_bedre", True)}
    felt |= {"merknad": rad.get("merknad", ""), "er_eksempel": rad.get("eksempel", True)}
    for navn in NIVAAER:
        verdi, dag = rad.get(navn, (None, None))
        felt |= {navn: None if verdi is None else Decimal(verdi), f"{navn}_dato": dag}
    return felt


def _prosjekt(rad: dict[str, Any]) -> Prosjekt | None:
    return Prosjekt.objects.filter(region__slug=rad["region"], navn=rad["prosjekt"]).first()


def _avtale(rad: dict[str, Any]) -> Avtale | None:
    return Avtale.objects.filter(region__slug=rad["region"], navn=rad["avtale"]).first()
