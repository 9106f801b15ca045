"""Which events a reader may read at all: no money of others, no drafts, nothing of agreements they do not see."""

from collections.abc import Iterable

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from avtaler.models import (
    Avtale,
    Avtalerelasjon,
    Avtaleversjon,
    Bestemmelse,
    Finansiering,
    Funnbehandling,
    Gevinst,
    Prosjekt,
)
from kommuner.models import Hendelse
from kommuner.models.sporing import SPORET
from kommuner.tilgang import Innsyn

from .verdier import tabeller_med_oekonomi

AVTALE, RELASJON, VERSJON, BESTEMMELSE, FUNN = (
    modell._meta.db_table for modell in (Avtale, Avtalerelasjon, Avtaleversjon, Bestemmelse, Funnbehandling)
)
#: Money that hangs on a project: who is in its agreement does not see it for that.
PROSJEKTPENGER = (Finansiering._meta.db_table, Gevinst._meta.db_table)


def lesbare(innsyn: Innsyn) -> Q:
    """The events of tables that are still tracked, as far as the reader's role reaches into an agreement."""
    sporet = Q(tabell__in=list(SPORET))
    if innsyn.er_administrator:
        return sporet
    holdt = Avtale.objects.filter(region__in=innsyn.regioner).order_by().values("pk")
    egne = Q(region_id__in=innsyn.regioner) | Q(avtale_id__in=holdt)
    return sporet & _uten_skjulte_relasjoner(innsyn) & (egne | (_penger(innsyn) & _offentliggjort()))


def kjente_avtaler(innsyn: Innsyn, noekler: Iterable[str]) -> set[int]:
    """Those of the agreements whose names the reader may know; of deleted ones, those of the reader's regions."""
    if innsyn.er_administrator:
        return {int(noekkel) for noekkel in noekler}
    synlige = Avtale.objects.for_user(innsyn).filter(pk__in=noekler).order_by().values_list("pk", flat=True)
    return set(synlige.union(_borte_herfra(innsyn).filter(avtale_id__in=noekler).values_list("avtale_id", flat=True)))


def _borte_herfra(innsyn: Innsyn) -> QuerySet[Hendelse]:
    """The events of agreements themselves that were in the reader's regions and are deleted."""
    egne = Hendelse.objects.filter(tabell=AVTALE, region_id__in=innsyn.regioner, avtale_id__isnull=False)
    return egne.exclude(Exists(Avtale.objects.filter(pk=OuterRef("avtale_id")))).order_by()


def _penger(innsyn: Innsyn) -> Q:
    """Money of agreements whose money they may see, and of projects likewise."""
    med = Q(avtale_id__in=Avtale.objects.med_oekonomi_for(innsyn).order_by().values("pk"))
    prosjekters = Q()
    for tabell in PROSJEKTPENGER:
        laget = Hendelse.objects.filter(tabell=tabell, etter__has_key="prosjekt_id").alias(hva=_tall("prosjekt_id"))
        sett = laget.filter(hva__in=Prosjekt.objects.med_oekonomi_for(innsyn).order_by().values("pk"))
        avtalens = laget.filter(hva__isnull=True)
        prosjekters |= Q(tabell=tabell, objekt__in=sett.order_by().values("objekt"))
        prosjekters |= med & Q(tabell=tabell, objekt__in=avtalens.order_by().values("objekt"))
    return ~Q(tabell__in=tabeller_med_oekonomi()) | (med & ~Q(tabell__in=PROSJEKTPENGER)) | prosjekters


def _uten_skjulte_relasjoner(innsyn: Innsyn) -> Q:
    """Not those of a relation with an agreement the reader does not see: even its name is a secret."""
    kjent = Q()
    for ende in ("fra", "til"):
        synlig = Q(**{f"{ende}__in": Avtale.objects.for_user(innsyn).order_by().values("pk")})
        kjent &= synlig | Q(**{f"{ende}__in": _borte_herfra(innsyn).values("avtale_id")})
    laget = Hendelse.objects.filter(tabell=RELASJON, etter__has_keys=["fra_avtale_id", "til_avtale_id"])
    laget = laget.alias(fra=_tall("fra_avtale_id"), til=_tall("til_avtale_id")).order_by()
    return ~Q(tabell=RELASJON) | Q(objekt__in=laget.filter(kjent).values("objekt"))


def _tall(kolonne: str) -> Cast:
    return Cast(KT(f"etter__{kolonne}"), BigIntegerField())


def _offentliggjort() -> Q:
    """What those see who do not keep the agreement: from its publication on, adopted wordings, no cleaning up."""
    publisert = Hendelse.objects.filter(tabell=AVTALE, avtale_id=OuterRef("avtale_id"), pk__lte=OuterRef("pk"))
    er_ute = Exists(publisert.filter(etter__er_utkast=False))
    versjon = Q(tabell=VERSJON) & Q(Exists(_vedtatt(OuterRef("objekt"))))
    bestemmelse = Q(tabell=BESTEMMELSE) & Q(Exists(_vedtatt(Subquery(_bestemmelsens_versjon()))))
    return Q(er_ute) & ~Q(tabell=FUNN) & (~Q(tabell__in=[VERSJON, BESTEMMELSE]) | versjon | bestemmelse)


def _vedtatt(versjon: OuterRef | Subquery) -> QuerySet[Hendelse]:
    """The moment, before the event, at which the wording got the day it holds from. The first is never a draft."""
    fastsatt = Hendelse.objects.filter(tabell=VERSJON, objekt=versjon, pk__lte=OuterRef("pk")).order_by()
    return fastsatt.alias(gjelder_fra=KT("etter__fra")).filter(Q(gjelder_fra__isnull=False) | Q(etter__nummer=1))


def _bestemmelsens_versjon() -> QuerySet[Hendelse]:
    """The wording the clause was made in; a change of a clause does not repeat it."""
    laget = Hendelse.objects.filter(tabell=BESTEMMELSE, objekt=OuterRef(OuterRef("objekt")), handling="opprettet")
    return laget.order_by().values(versjon=KT("etter__versjon_id"))[:1]
