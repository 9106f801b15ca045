"""Doing what the councils have decided: each act on its own, by a person, through the services that already are."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from avtaler.domene.ordlyd import er_utkast
from avtaler.domene.rundeslag import Foelge
from avtaler.models import Avtale, Avtaleversjon, Deltakelse, Runde
from avtaler.uttrekk.rundefoelger import Foelgevalg, foelgevalg
from avtaler.uttrekk.rundetavle import rundetavle
from kommuner.models import Part
from kommuner.querysets import gyldig

from .avtale import SETNINGER as OM_AVTALEN
from .avtale import avslutt_avtale
from .avvisning import Avvist, oversatt
from .deloppgave import SETNINGER as OM_DELOPPGAVER
from .deloppgave import flytt_deloppgaver, klipp_deloppgaver
from .deltakelse import SETNINGER as OM_DELTAKERE
from .deltakelse import meld_inn, meld_ut
from .laas import laast
from .versjon import sett_i_kraft


@transaction.atomic
def gjoer_foelge(runde: Runde, *, foelge: str, part_id: int | None, dato: date) -> str:
    """Do one of the acts the round opens for on ``dato``; what was done, as a sentence. Doing it twice changes nothing.

    Raises Avvist when the councils have not decided it, and whatever the act itself raises.
    """
    runde = Runde.objects.select_for_update(of=("self",)).select_related("avtale", "gjelder_part").get(pk=runde.pk)
    for valg in foelgevalg(runde, rundetavle(runde, dato=dato)):
        if valg.foelge == foelge and valg.part_id == part_id:
            if not valg.er_gjort:
                _gjoer(runde, valg)
            return valg.tekst
    raise Avvist(_("Rådene har ikke vedtatt dette."))


def _gjoer(runde: Runde, valg: Foelgevalg) -> None:
    if valg.deltakelse_id is not None:
        raise Avvist(_("Avtalens egne vilkår gir dagen. Regn den ut på siden for uttreden."))
    with oversatt({**OM_AVTALEN, **OM_DELTAKERE, **OM_DELOPPGAVER}):
        _GJOER[valg.foelge](runde, valg)


def _avtalen_gjelder(runde: Runde, valg: Foelgevalg) -> None:
    """The agreement begins on the day, and nobody is in it or in its sub-tasks before."""
    avtale = laast(Avtale, runde.avtale_id, None)
    fra_start = Q(fra__lt=valg.dato) | Q(fra=avtale.fra)
    rader = avtale.deltakelser.filter(fra_start, til__isnull=True).exclude(fra=valg.dato)
    rader.update(fra=valg.dato, versjon=F("versjon") + 1)
    flytt_deloppgaver(avtale.pk, fra=valg.dato)
    avtale.fra, avtale.er_utkast = valg.dato, False
    avtale.save()


def _versjonen_gjelder(runde: Runde, valg: Foelgevalg) -> None:
    """The first wording begins with its agreement; a later one is put in force as the councils decided here."""
    alle = list(runde.avtale.versjoner.all())
    for versjon in runde.versjoner.exclude(fra=valg.dato):
        if er_utkast(versjon, alle):
            hvorfor = _("Vedtatt i saken «%(sak)s».") % {"sak": runde.tittel}
            sett_i_kraft(versjon_id=versjon.pk, versjon=None, fra=valg.dato, begrunnelse=hvorfor, dato=valg.dato)
        else:
            rad = laast(Avtaleversjon, versjon.pk, None)
            rad.fra = valg.dato
            rad.save()


def _utenfor(runde: Runde, valg: Foelgevalg) -> None:
    """A party that was to be in from the start never came in; one that was in already leaves."""
    for deltakelse in _deltakelser(runde, valg):
        if deltakelse.fra >= valg.dato:
            deltakelse.delete()
        else:
            meld_ut(deltakelse, til=valg.dato)
    klipp_deloppgaver(runde.avtale_id, valg.part_id)


def _meld_inn(runde: Runde, valg: Foelgevalg) -> None:
    meld_inn(runde.avtale, part=Part.objects.get(pk=valg.part_id), fra=valg.dato)


def _meld_ut(runde: Runde, valg: Foelgevalg) -> None:
    for deltakelse in _deltakelser(runde, valg):
        meld_ut(deltakelse, til=valg.dato)


def _avslutt(runde: Runde, valg: Foelgevalg) -> None:
    avslutt_avtale(runde.avtale, til=valg.dato)


_GJOER: dict[Foelge, Callable[[Runde, Foelgevalg], object]] = {
    Foelge.AVTALEN_GJELDER: _avtalen_gjelder,
    Foelge.VERSJONEN_GJELDER: _versjonen_gjelder,
    Foelge.UTENFOR: _utenfor,
    Foelge.MELD_INN: _meld_inn,
    Foelge.MELD_UT: _meld_ut,
    Foelge.AVSLUTT: _avslutt,
}


def _deltakelser(runde: Runde, valg: Foelgevalg) -> list[Deltakelse]:
    """The party's participation on the day and after."""
    egne = Deltakelse.objects.filter(avtale=runde.avtale_id, part=valg.part_id)
    return list(egne.filter(gyldig(valg.dato)) | egne.filter(fra__gt=valg.dato))
