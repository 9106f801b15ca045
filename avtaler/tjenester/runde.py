"""Putting one proposal to the councils: starting it, changing it while the text is open, taking it back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import UTENFOR, VERTSKOMMUNE
from avtaler.domene.runde import BEHANDLET
from avtaler.domene.rundeslag import Rundeart, Spoerres
from avtaler.models import Avtale, Avtaleversjon, Forslagspunkt, Raadsvedtak, Runde
from avtaler.regler.runderegler import rundeart
from kommuner.models import Bruker, Part, Parttype
from kommuner.querysets import gyldig

from .avvisning import Avvist, oversatt
from .laas import laast as laast_rad

SETNINGER = {
    "runde_vindu_i_rekkefolge": ("vindu_til", lambda: _("Vinduet må slutte etter at det begynner.")),
    "raadsvedtak_behandlet_har_dato": ("dato", lambda: _("Skriv møtedatoen når saken er behandlet.")),
}

#: What the councils adopt: fixed once the text is locked.
TEKSTFELT = (
    "slag", "tittel", "forslag", "maalform", "avtalt_ikrafttreden", "delvis_ikrafttreden", "gjelder_part",
    "innspillsfrist",
)  # fmt: skip
#: When and by whom: may change all the time.
FRISTFELT = ("tilraadd_dato", "tilraadd_av", "vindu_fra", "vindu_til", "ansvarlig")
RUNDEFELT = TEKSTFELT + FRISTFELT

#: Parties that have a council (or, for a company, a representantskap) to put the proposal to.
MED_RAAD = (Parttype.KOMMUNE, Parttype.FYLKESKOMMUNE, Parttype.IKS)


@dataclass(frozen=True, kw_only=True)
class Punkttekst:
    """One point of a proposal as it is written; ``krav`` is the statutory item it answers, when there is one."""

    navn: str
    tekst: str
    krav: str = ""


def start_runde(
    avtale: Avtale,
    *,
    slag: str,
    tittel: str,
    forslag: str,
    punkter: Sequence[Punkttekst] = (),
    tilraadd_dato: date | None = None,
    tilraadd_av: str = "",
    vindu_fra: date | None = None,
    vindu_til: date | None = None,
    avtalt_ikrafttreden: date | None = None,
    innspillsfrist: date | None = None,
    delvis_ikrafttreden: bool = False,
    gjelder_part: Part | None = None,
    ansvarlig: Bruker | None = None,
    erstatter: Runde | None = None,
    versjon: Avtaleversjon | None = None,
    laast: date | None = None,
    forbehandlet: date | None = None,
    maalform: str = "nb",
    er_eksempel: bool = False,
    parter: Iterable[Part] | None = None,
    dato: date,
) -> Runde:
    """Write a proposal to every council: one Raadsvedtak per party, all «ikke sendt». ``laast``: sent on that day.

    Without ``parter`` it is those the kind of case asks on ``dato`` (of an agreement that is still to begin: all who
    are to be in it). The window holds both its ends. ``versjon`` is the wording of the agreement that is put to them.
    Raises Avvist when there is nobody to ask.
    """
    art = rundeart(slag, avtale.form)
    _krev_parten(art, gjelder_part)
    raad = list(parter) if parter is not None else list(parter_som_spoerres(avtale, art, gjelder_part, dato))
    if not raad:
        raise Avvist(_("Avtalen har ingen deltakere å sende saken til. Legg til deltakere først."))
    with oversatt(SETNINGER):
        runde = Runde.objects.create(
            avtale=avtale, slag=slag, tittel=tittel, forslag=forslag, tilraadd_dato=tilraadd_dato,
            tilraadd_av=tilraadd_av, vindu_fra=vindu_fra, vindu_til=vindu_til, maalform=maalform,
            avtalt_ikrafttreden=avtalt_ikrafttreden, innspillsfrist=innspillsfrist, gjelder_part=gjelder_part,
            delvis_ikrafttreden=delvis_ikrafttreden, ansvarlig=ansvarlig, erstatter=erstatter, laast=laast,
            forbehandlet=forbehandlet, er_eksempel=er_eksempel,
        )  # fmt: skip
        _skriv_punkter(runde, punkter)
        Raadsvedtak.objects.bulk_create(Raadsvedtak(runde=runde, part=part, er_eksempel=er_eksempel) for part in raad)
        if versjon is not None:
            avtale.versjoner.filter(pk=versjon.pk).update(runde=runde)
    return runde


def endre_runde(
    *, runde_id: int, versjon: int | None, felt: Mapping[str, object], punkter: Sequence[Punkttekst] | None = None
) -> Runde:
    """Change a case that the caller read as ``versjon``: everything while the text is open, later only when and who.

    ``punkter`` replaces the points when given. Raises Avvist when the text is locked, and Konflikt.
    """
    if ukjente := set(felt) - set(RUNDEFELT):
        raise TypeError(f"unknown fields of Runde: {', '.join(sorted(ukjente))}")
    with oversatt(SETNINGER):
        runde = laast_rad(Runde, runde_id, versjon)
        if er_laast(runde) and (punkter is not None or any(felt[navn] != getattr(runde, navn) for navn in felt
                                                          if navn in TEKSTFELT)):  # fmt: skip
            raise Avvist(laasesetning())
        for navn, verdi in felt.items():
            setattr(runde, navn, verdi)
        _krev_parten(rundeart(runde.slag, runde.avtale.form), runde.gjelder_part)
        runde.save()
        if punkter is not None:
            runde.punkter.all().delete()
            _skriv_punkter(runde, punkter)
    return runde


@transaction.atomic
def trekk_runde(runde: Runde) -> None:
    """Take back a proposal that no council has answered, as if it had never been sent. Raises Avvist."""
    runde = Runde.objects.select_for_update().get(pk=runde.pk)
    if hinder := hinder_for_trekking(runde):
        raise Avvist(hinder)
    runde.delete()


def hinder_for_trekking(runde: Runde) -> str:
    """Why the proposal must stay, as a sentence for the user; empty until a council has decided."""
    if runde.vedtak.filter(status__in=BEHANDLET).exists():
        return _("Et råd har allerede behandlet saken. Da kan den ikke trekkes.")
    return ""


def er_laast(runde: Runde) -> bool:
    """Whether the text is fixed: locked, or (a round from before locks) answered."""
    return runde.laast is not None or runde.vedtak.filter(status__in=BEHANDLET).exists()


def laasesetning() -> str:
    """Why the text stays as it is."""
    return _("Teksten er låst og sendt til rådene. Skal den endres, må saken sendes som en ny runde.")


def parter_som_spoerres(avtale: Avtale, art: Rundeart, gjelder_part: Part | None, dato: date) -> Iterable[Part]:
    """The parties whose councils the kind of case asks on ``dato``, each once."""
    alle = _parter_med_raad(avtale, dato)
    if art.spoerres is Spoerres.PARTEN:
        return [gjelder_part] if gjelder_part is not None else []
    if art.spoerres is Spoerres.SAMARBEIDSKOMMUNENE:
        verter = avtale.deltakelser.filter(gyldig(dato), rolle=VERTSKOMMUNE)
        return alle.exclude(pk__in=verter.values("part"))
    if gjelder_part is not None and art.spoerres is Spoerres.DELTAKERNE_OG_PARTEN:
        return [*alle.exclude(pk=gjelder_part.pk), gjelder_part]
    return alle


def _parter_med_raad(avtale: Avtale, dato: date) -> QuerySet[Part]:
    med = avtale.deltakelser.exclude(rolle__in=UTENFOR)
    i_kraft = avtale.fra is not None and avtale.fra <= dato
    med = med.filter(gyldig(dato)) if i_kraft else med.filter(Q(til__isnull=True) | Q(til__gt=dato))
    return Part.objects.filter(type__in=MED_RAAD, pk__in=med.values("part"))


def _krev_parten(art: Rundeart, part: Part | None) -> None:
    if art.spoerres is Spoerres.PARTEN and part is None:
        raise Avvist(_("Velg hvem saken gjelder."), felt="gjelder_part")


def _skriv_punkter(runde: Runde, punkter: Iterable[Punkttekst]) -> None:
    Forslagspunkt.objects.bulk_create(
        Forslagspunkt(runde=runde, rekkefoelge=plass, navn=punkt.navn, krav=punkt.krav, tekst=punkt.tekst)
        for plass, punkt in enumerate(punkter, 1)
    )
