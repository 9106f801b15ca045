"""What must hold for one council's answer before it is recorded, each with the sentence that says why not."""

from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.runde import BEHANDLET, IKKE_BEHANDLET, UTEN_MOETE, er_like_ord, motsies_av_stemmene
from avtaler.models import Raadsvedtak, Vedtaksstatus
from kommuner.domene.skriving import vis_dato

from .avvisning import Avvist


def krev_gyldig(vedtak: Raadsvedtak, *, idag: date | None) -> None:
    """Raise Avvist with the first thing that cannot be. ``idag``: no meeting after it has been held."""
    _krev_moetedato(vedtak, idag)
    _krev_ubehandlet_uten_vedtak(vedtak)
    _krev_riktig_ordlyd(vedtak)
    stemmer = {"stemmer_for": vedtak.stemmer_for, "stemmer_mot": vedtak.stemmer_mot}
    if motsies_av_stemmene(vedtak.status, **stemmer):
        raise Avvist(_flertallssetning(vedtak.status), felt="stemmer_mot")


def _krev_moetedato(vedtak: Raadsvedtak, idag: date | None) -> None:
    dato, tilraadd = vedtak.dato, vedtak.runde.tilraadd_dato
    if vedtak.status in BEHANDLET and dato is None:
        raise Avvist(_("Skriv møtedatoen når saken er behandlet."), felt="dato")
    if vedtak.status in UTEN_MOETE and dato is not None:
        raise Avvist(
            _("Saken er ikke satt opp til et møte. La møtedatoen stå tom, eller velg «på saklista»."), felt="dato"
        )
    if idag is not None and vedtak.status in BEHANDLET and dato > idag:
        raise Avvist(_("Møtet er ikke holdt ennå. Velg «på saklista» til rådet har behandlet saken."), felt="dato")
    if dato is not None and tilraadd is not None and dato < tilraadd:
        setning = _("Møtedatoen er før saken ble tilrådd (%(dato)s). Kontroller datoen.")
        raise Avvist(setning % {"dato": vis_dato(tilraadd)}, felt="dato")


def _krev_ubehandlet_uten_vedtak(vedtak: Raadsvedtak) -> None:
    if vedtak.status not in IKKE_BEHANDLET:
        return
    skrevet = {"stemmer_for": vedtak.stemmer_for, "stemmer_mot": vedtak.stemmer_mot, "ordlyd": vedtak.ordlyd or None}
    for felt, verdi in skrevet.items():
        if verdi is not None:
            raise Avvist(
                _("Rådet har ikke behandlet saken. La ordlyd og stemmer stå tomme, eller velg hva rådet vedtok."),
                felt=felt,
            )


def _krev_riktig_ordlyd(vedtak: Raadsvedtak) -> None:
    if vedtak.status == Vedtaksstatus.AVVIK and not vedtak.ordlyd:
        raise Avvist(_("Skriv vedtakets ordlyd, slik at avviket kan leses."), felt="ordlyd")
    like = er_like_ord(vedtak.ordlyd, vedtak.runde.forslag)
    if vedtak.status == Vedtaksstatus.LIKELYDENDE and vedtak.ordlyd and not like:
        raise Avvist(_("Ordlyden er ikke lik forslaget. Velg «vedtatt med avvik», eller rett ordlyden."), felt="ordlyd")
    if vedtak.status == Vedtaksstatus.AVVIK and like:
        raise Avvist(
            _("Ordlyden er lik forslaget. Velg «vedtatt likelydende», eller skriv det rådet vedtok."), felt="ordlyd"
        )


def _flertallssetning(status: str) -> str:
    if status == Vedtaksstatus.AVVIST:
        return _("Flere stemte for enn mot. Kontroller stemmetallene, eller velg hva rådet vedtok.")
    return _("Flere stemte mot enn for. Kontroller stemmetallene, eller velg «avvist».")
