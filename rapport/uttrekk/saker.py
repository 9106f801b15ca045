"""The rounds that are before a council on a date, and those it has answered while others have not."""

from datetime import date

from django.db.models import Prefetch

from avtaler.domene.runde import Raadssvar, har_begynt
from avtaler.models import Avtale, Raadsvedtak, Runde
from avtaler.regler.runderegler import rundeart
from avtaler.uttrekk.rundeord import vedtaksstatusnavn
from kommuner.models import Part
from kommuner.tilgang import Innsyn
from rapport.domene.innhold import Sak


def saker(part: Part, *, dato: date, innsyn: Innsyn) -> tuple[Sak, ...]:
    """The rounds on ``dato`` that wait for this council or for others, the nearest deadline first. Two queries."""
    synlige = Avtale.objects.for_user(innsyn).filter(er_utkast=False)
    runder = (
        Runde.objects.filter(vedtak__part=part, avtale__in=synlige)
        .select_related("avtale")
        .prefetch_related(Prefetch("vedtak", Raadsvedtak.objects.order_by("pk")))
    )
    aktuelle = [_sak(runde, part, dato) for runde in runder if _begynt(runde, dato) and not _lagt_bort(runde, dato)]
    return tuple(sorted((sak for sak in aktuelle if _er_aapen(sak)), key=_frist))


def _begynt(runde: Runde, dato: date) -> bool:
    return har_begynt(
        dato,
        tilraadd=runde.tilraadd_dato,
        vindu_fra=runde.vindu_fra,
        laast=runde.laast,
        innspillsfrist=runde.innspillsfrist,
    )


def _lagt_bort(runde: Runde, dato: date) -> bool:
    """An agreement that has ended has nothing more to decide."""
    return runde.avtale.til is not None and runde.avtale.til <= dato


def _er_aapen(sak: Sak) -> bool:
    """Until every council has answered, also those that let the window close."""
    return sak.behandlet < sak.antall


def _frist(sak: Sak) -> tuple[date, str, int]:
    return (sak.vindu_til or date.max, sak.tittel, sak.runde_id)


def _sak(runde: Runde, part: Part, dato: date) -> Sak:
    alle = {
        vedtak.part_id: Raadssvar(status=vedtak.status, dato=vedtak.dato).paa(dato) for vedtak in runde.vedtak.all()
    }
    vaart = alle[part.pk]
    frist_ute = runde.vindu_til is not None and runde.vindu_til < dato
    return Sak(
        runde_id=runde.pk,
        avtale_id=runde.avtale_id,
        avtale_navn=runde.avtale.navn,
        tittel=runde.tittel,
        slag=runde.get_slag_display(),
        tilraadd_dato=runde.tilraadd_dato,
        vindu_fra=runde.vindu_fra,
        vindu_til=runde.vindu_til,
        status=vaart.status,
        status_navn=vedtaksstatusnavn(
            vaart.status,
            krav=rundeart(runde.slag, runde.avtale.form).krav,
            er_sendt=runde.laast is not None and runde.laast <= dato,
        ),
        behandlet=sum(svar.er_behandlet for svar in alle.values()),
        antall=len(alle),
        er_forfalt=frist_ute and not vaart.er_behandlet,
        er_eksempel=runde.er_eksempel,
    )
