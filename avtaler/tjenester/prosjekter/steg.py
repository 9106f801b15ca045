"""Beginning, finishing, declining and taking back a step of a project. The rules are ``domene.prosjekter.gang``'s."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.domene.prosjekter import gang as regler
from avtaler.domene.prosjekter.gang import AVSLUTNING, RAADSSTEG, Gang, Hinder, Steg
from avtaler.models import Prosjekt, Prosjektstatus, Prosjektsteg, Stegvedtak
from avtaler.tjenester.avvisning import Avvist, Konflikt
from avtaler.uttrekk.prosjekter.gang import gang_for
from avtaler.uttrekk.prosjekter.ord import hindersetning

#: The field of a form that each hindrance belongs to; the others stand on top.
FELT = {
    Hinder.MODENHET_UBEKREFTET: "bekreftet",
    Hinder.INGEN_SOM_GODKJENTE: "godkjent_av",
    Hinder.UTEN_VEI_VIDERE: "vei",
}


@transaction.atomic
def begynn_steg(
    prosjekt_id: int,
    nummer: int,
    *,
    begynt: date,
    merknad: str = "",
    bekreftet: bool = False,
    versjon: int | None = None,
    idag: date | None = None,
    er_eksempel: bool = False,
) -> Prosjektsteg:
    """Begin the step on ``begynt``; in step 2 and 4 each participating council is asked.

    ``bekreftet``: each «nei» of the maturity check is acknowledged. Raises Avvist and Konflikt.
    """
    prosjekt = laas_prosjekt(prosjekt_id)
    gang = gang_for(prosjekt, dato=begynt)
    _krev_dag(gang, nummer, begynt, felt="begynt", idag=idag)
    krev(regler.hinder_for_aa_begynne(gang, nummer, bekreftet=bekreftet))
    ny = regler.begynt(gang, nummer, begynt)
    rad = _lagre(prosjekt, ny.nummer(nummer), versjon=versjon, merknad=merknad, er_eksempel=er_eksempel)
    if nummer in RAADSSTEG:
        spurte = (Stegvedtak(steg=rad, part_id=raad.part, er_eksempel=er_eksempel) for raad in ny.raad[nummer])
        Stegvedtak.objects.bulk_create(spurte)
    return rad


@transaction.atomic
def fullfoer_steg(
    prosjekt_id: int,
    nummer: int,
    *,
    ferdig: date,
    godkjent_av: str = "",
    merknad: str = "",
    versjon: int | None = None,
    idag: date | None = None,
) -> Prosjektsteg:
    """Finish the step on ``ferdig``. Raises Avvist when a council has not answered, or nobody approved the forprosjekt.

    Raises Konflikt when somebody has changed the step since ``versjon`` was read.
    """
    prosjekt = laas_prosjekt(prosjekt_id)
    gang = gang_for(prosjekt, dato=ferdig)
    _krev_dag(gang, nummer, ferdig, felt="ferdig", idag=idag)
    krev(regler.hinder_for_aa_fullfoere(gang, nummer, godkjent_av=godkjent_av))
    _krev_etter_moetene(gang, nummer, ferdig)
    ny = regler.fullfoert(gang, nummer, ferdig).nummer(nummer)
    return _lagre(prosjekt, ny, versjon=versjon, merknad=merknad, godkjent_av=godkjent_av.strip())


@transaction.atomic
def frafall_steg(
    prosjekt_id: int,
    nummer: int,
    *,
    ferdig: date,
    merknad: str = "",
    versjon: int | None = None,
    idag: date | None = None,
    er_eksempel: bool = False,
) -> Prosjektsteg:
    """Decline the hovedutredning or the iverksetting on ``ferdig``. Raises Avvist and Konflikt."""
    prosjekt = laas_prosjekt(prosjekt_id)
    gang = gang_for(prosjekt, dato=ferdig)
    _krev_dag(gang, nummer, ferdig, felt="ferdig", idag=idag)
    krev(regler.hinder_for_aa_frafalle(gang, nummer))
    if not merknad.strip():
        raise Avvist(_("Skriv hvorfor steget frafaller."), felt="merknad")
    ny = regler.frafalt(gang, nummer, ferdig).nummer(nummer)
    return _lagre(prosjekt, ny, versjon=versjon, merknad=merknad, er_eksempel=er_eksempel)


@transaction.atomic
def angre_steg(prosjekt_id: int, nummer: int, *, versjon: int | None = None) -> None:
    """Take back what was last done with the step; councils that were asked are asked no more.

    A closed project goes on again; the draft it led to stays as one. Raises Avvist and Konflikt.
    """
    prosjekt = laas_prosjekt(prosjekt_id)
    gang = gang_for(prosjekt, dato=date.max)
    krev(regler.hinder_for_aa_angre(gang, nummer))
    if nummer == AVSLUTNING:
        _gjenaapne(prosjekt, versjon)
        return
    ny = regler.angret(gang, nummer).nummer(nummer)
    if ny.status is not regler.Stegstatus.VENTER:
        _lagre(prosjekt, ny, versjon=versjon, godkjent_av="")
        return
    _rad(prosjekt, nummer, versjon).delete()


def laas_prosjekt(prosjekt_id: int) -> Prosjekt:
    """The project, locked: what happens in one project happens one at a time. Needs a transaction."""
    prosjekt = Prosjekt.objects.select_for_update(of=("self",)).filter(pk=prosjekt_id).first()
    if prosjekt is None:
        raise Avvist(_("Noen andre har slettet dette mens du arbeidet med det."))
    return prosjekt


def _gjenaapne(prosjekt: Prosjekt, versjon: int | None) -> None:
    _rad(prosjekt, AVSLUTNING, versjon).delete()
    prosjekt.status, prosjekt.til = Prosjektstatus.PAAGAAENDE, None
    prosjekt.etterfoelger, prosjekt.viderefoert = None, ""
    prosjekt.versjon += 1
    prosjekt.save()


def krev(hinder: Iterable[Hinder]) -> None:
    """Raise Avvist with the first hindrance, at the field it belongs to."""
    for ett in hinder:
        raise Avvist(hindersetning(ett), felt=FELT.get(ett))


def _krev_dag(gang: Gang, nummer: int, dag: date, *, felt: str, idag: date | None) -> None:
    if idag is not None and dag > idag:
        raise Avvist(_("Datoen kan ikke være i framtida."), felt=felt)
    if regler.er_foer_forrige(gang, nummer, dag):
        raise Avvist(hindersetning(Hinder.FOER_FORRIGE), felt=felt)


def _krev_etter_moetene(gang: Gang, nummer: int, ferdig: date) -> None:
    moeter = [raad.dato for raad in gang.raad.get(nummer, ()) if raad.dato is not None]
    if moeter and ferdig < max(moeter):
        raise Avvist(_("Behandlingen kan ikke være ferdig før det siste kommunestyret hadde møte."), felt="ferdig")


def _rad(prosjekt: Prosjekt, nummer: int, versjon: int | None) -> Prosjektsteg:
    """The stored row, or a new one; Konflikt when somebody has changed it since ``versjon`` was read."""
    rad = prosjekt.steg.filter(nummer=nummer).first()
    if rad is None:
        return Prosjektsteg(prosjekt=prosjekt, nummer=nummer, versjon=0)
    if versjon is not None and rad.versjon != versjon:
        raise Konflikt(rad)
    return rad


def _lagre(prosjekt: Prosjekt, steg: Steg, *, versjon: int | None, **felt: object) -> Prosjektsteg:
    rad = _rad(prosjekt, steg.nummer, versjon)
    rad.status, rad.begynt, rad.ferdig = steg.status.value, steg.begynt, steg.ferdig
    for navn, verdi in felt.items():
        if navn != "er_eksempel" or verdi:
            setattr(rad, navn, verdi)
    rad.versjon += 1
    rad.save()
    return rad
