"""A project's rows as the rules of its steps want them."""

from collections.abc import Iterable
from datetime import date

from avtaler.domene.prosjekter.gang import RAADSSTEG, Gang, Raad, Steg, Stegstatus, ny_gang
from avtaler.domene.prosjekter.modenhet import modenhet
from avtaler.models import Modenhetssvar, Prosjekt, Prosjektdeltakelse, Prosjektstatus, Prosjektsteg
from avtaler.regler.modenhet import modenhetskoder
from kommuner.models import Parttype
from kommuner.querysets import gyldig

#: The roles whose councils treat the project.
MED_RAAD = (Prosjektdeltakelse.Rolle.DELTAKER, Prosjektdeltakelse.Rolle.PROSJEKTEIER)


def gang_for(prosjekt: Prosjekt, *, dato: date) -> Gang:
    """Four queries. ``dato`` decides which municipalities take part; the steps are as they are stored."""
    rader = list(prosjekt.steg.prefetch_related("vedtak"))
    svar = dict(Modenhetssvar.objects.filter(prosjekt=prosjekt).values_list("kode", "svar"))
    deltar = prosjekt.deltakelser.filter(gyldig(dato), rolle__in=MED_RAAD, part__type=Parttype.KOMMUNE)
    return Gang(
        steg=stegene(rader),
        raad={rad.nummer: raadene(rad) for rad in rader if rad.nummer in RAADSSTEG},
        raad_som_deltar=tuple(sorted(deltar.values_list("part_id", flat=True))),
        modenhet=modenhet(svar, modenhetskoder()),
        er_avsluttet=prosjekt.status == Prosjektstatus.AVSLUTTET,
        er_stanset=prosjekt.status == Prosjektstatus.STANSET,
        har_ordning=har_ordning(prosjekt),
    )


def har_ordning(prosjekt: Prosjekt) -> bool:
    """Whether the arrangement it led to is there, and no draft. One query when it led to one and that is not read."""
    return prosjekt.etterfoelger is not None and not prosjekt.etterfoelger.er_utkast


def stegene(rader: Iterable[Prosjektsteg]) -> tuple[Steg, ...]:
    """All six; a step without a row has not begun."""
    lagret = {rad.nummer: som_steg(rad) for rad in rader}
    return tuple(lagret.get(steg.nummer, steg) for steg in ny_gang())


def som_steg(rad: Prosjektsteg) -> Steg:
    """The row as the rules want it."""
    return Steg(nummer=rad.nummer, status=Stegstatus(rad.status), begynt=rad.begynt, ferdig=rad.ferdig)


def raadene(rad: Prosjektsteg) -> tuple[Raad, ...]:
    """The answers of the councils in the step. Wants ``vedtak`` prefetched."""
    return tuple(Raad(part=ett.part_id, svar=ett.svar, dato=ett.dato) for ett in rad.vedtak.all())
