"""Discussion documents as pages: alternatives side by side, and for those whose money it is, what each would cost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.vurdering.alternativer import Kostnadscelle, Kostnadssum, hele_kroner, kostnadstabell
from avtaler.models import Alternativ, Alternativkostnad, Avtale, Diskusjonsdokument, Dokument, Runde
from kommuner.models import Part, Region, Statistikk
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import medlemmer, navn_paa

from .regioner import hoerer_til


@dataclass(frozen=True, kw_only=True)
class Beloepscelle:
    """An amount as it is shown, under the alternative named. ``per_innbygger`` in whole kroner."""

    alternativ: str
    oere: int | None
    per_innbygger: int | None
    endring: int | None

    @property
    def spart(self) -> int:
        """What is saved, as an amount above nought."""
        return -(self.endring or 0)

    @property
    def retning(self) -> str:
        """«dyrere», «billigere», «likt»; empty where there is nothing to compare."""
        if self.endring is None:
            return ""
        return "dyrere" if self.endring > 0 else "billigere" if self.endring < 0 else "likt"


@dataclass(frozen=True, kw_only=True)
class Kommunelinje:
    """One municipality under every alternative."""

    navn: str
    folketall: int | None
    celler: tuple[Beloepscelle, ...]


@dataclass(frozen=True, kw_only=True)
class Kostnader:
    """The table of costs; the first alternative is what the others are compared with."""

    linjer: tuple[Kommunelinje, ...]
    summer: tuple[tuple[Beloepscelle, Kostnadssum], ...]
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Diskusjonsside:
    """One document. ``kostnader`` is None for readers whose money it is not, and when nobody has typed any."""

    alternativer: tuple[Alternativ, ...]
    kostnader: Kostnader | None
    ser_penger: bool
    avtale: Avtale | None
    runde: Runde | None
    analyse: Dokument | None


def diskusjoner(innsyn: Innsyn, region: Region | None = None) -> QuerySet[Diskusjonsdokument]:
    """Those the reader may see: the published ones, and drafts of regions they keep."""
    alle = Diskusjonsdokument.objects.select_related("region")
    if not innsyn.er_administrator:
        alle = alle.filter(er_utkast=False) | alle.filter(region__in=innsyn.regioner)
    return alle if region is None else alle.filter(region=region)


def diskusjonsside(dokument: Diskusjonsdokument, innsyn: Innsyn) -> Diskusjonsside:
    """Nine queries at most."""
    parter = parter_i(dokument)
    ser_penger = hoerer_til(innsyn, dokument.region_id, [part.pk for part in parter])
    alternativer = list(dokument.alternativer.prefetch_related("kostnader"))
    return Diskusjonsside(
        alternativer=tuple(alternativer), ser_penger=ser_penger,
        kostnader=_kostnader(dokument, alternativer, parter) if ser_penger else None,
        avtale=_synlig(Avtale.objects.for_user(innsyn), dokument.avtale_id),
        runde=_synlig(Runde.objects.filter(avtale__in=Avtale.objects.for_user(innsyn)), dokument.runde_id),
        analyse=_synlig(Dokument.objects.for_user(innsyn), dokument.analyse_id),
    )  # fmt: skip


def parter_i(dokument: Diskusjonsdokument) -> list[Part]:
    """Those who would pay: the region's members that day, others in the agreement, and those with an amount.

    In Norwegian order. An amount that somebody has typed is shown also when the document has got another date since.
    """
    dag = dokument.dato
    egne = set(medlemmer(dokument.region_id, dato=dag).values_list("pk", flat=True))
    if dokument.avtale_id is not None:
        med = dokument.avtale.deltakelser.filter(gyldig(dag)).exclude(rolle__in=UTENFOR)
        egne |= set(med.values_list("part", flat=True))
    med_beloep = Alternativkostnad.objects.filter(alternativ__dokument=dokument).values("part")
    return list(Part.objects.filter(Q(pk__in=egne) | Q(pk__in=med_beloep)).prefetch_related("identiteter"))


def bakgrunn_for(runde_id: int) -> QuerySet[Diskusjonsdokument]:
    """The published discussions that are the background of a round."""
    return Diskusjonsdokument.objects.filter(runde=runde_id, er_utkast=False)


def _kostnader(
    dokument: Diskusjonsdokument, alternativer: Sequence[Alternativ], parter: Sequence[Part]
) -> Kostnader | None:
    beloep = [{kostnad.part_id: kostnad.beloep_oere for kostnad in en.kostnader.all()} for en in alternativer]
    folketall = _folketall(parter, dokument.dato)
    tabell = kostnadstabell(beloep, parter=[part.pk for part in parter], folketall=folketall)
    if not tabell.har_beloep:
        return None
    navn = {part.pk: navn_paa(part, dokument.dato) for part in parter}
    return Kostnader(
        linjer=tuple(
            Kommunelinje(
                navn=navn[rad.part_id], folketall=folketall.get(rad.part_id),
                celler=tuple(map(_vist, rad.celler, alternativer)),
            )
            for rad in tabell.rader
        ),
        summer=tuple(zip(map(_vist, tabell.summer, alternativer), tabell.summer, strict=True)),
        er_eksempel=any(kostnad.er_eksempel for en in alternativer for kostnad in en.kostnader.all()),
    )  # fmt: skip


def _vist(celle: Kostnadscelle | Kostnadssum, alternativ: Alternativ) -> Beloepscelle:
    per = None if celle.per_innbygger is None else hele_kroner(celle.per_innbygger)
    return Beloepscelle(alternativ=alternativ.navn, oere=celle.oere, per_innbygger=per, endring=celle.endring)


def _folketall(parter: Iterable[Part], dato: date) -> Mapping[int, int]:
    """The newest population known on the day."""
    kjente = Statistikk.objects.filter(part__in=parter, variabel="folketall", dato__lte=dato)
    nyeste = kjente.order_by("part", "-dato").distinct("part").values_list("part", "verdi")
    return {part: int(verdi) for part, verdi in nyeste}


def _synlig(rader: QuerySet, pk: int | None):
    """The row if the reader may see it."""
    return None if pk is None else rader.filter(pk=pk).first()
