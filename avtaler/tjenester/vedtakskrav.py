"""What must hold for one council's answer before it is recorded, each with the sentence that says why not."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.runde import BEHANDLET, IKKE_BEHANDLET, UTEN_MOETE, motsies_av_stemmene
from avtaler.domene.rundeslag import Rundeart, Samsvarskrav
from avtaler.domene.samsvar import er_like_ord
from avtaler.models import Raadsvedtak, Vedtaksstatus
from kommuner.domene.skriving import vis_dato

from .avvisning import Avvist


def krev_gyldig(
    vedtak: Raadsvedtak, *, idag: date | None, art: Rundeart, avvikende_punkter: Sequence[int] = ()
) -> None:
    """Raise Avvist with the first thing that cannot be. ``idag``: no meeting after it has been held."""
    _krev_laast(vedtak)
    _krev_moetedato(vedtak, idag)
    _krev_ubehandlet_uten_vedtak(vedtak)
    _krev_riktig_ordlyd(vedtak, art, avvikende_punkter)
    stemmer = {"stemmer_for": vedtak.stemmer_for, "stemmer_mot": vedtak.stemmer_mot}
    if motsies_av_stemmene(vedtak.status, **stemmer):
        raise Avvist(_flertallssetning(vedtak.status), felt="stemmer_mot")


def _krev_laast(vedtak: Raadsvedtak) -> None:
    """A council answers a text that can no longer change."""
    if vedtak.runde.laast is None and vedtak.status != Vedtaksstatus.IKKE_SENDT:
        raise Avvist(_("Teksten er åpen for innspill. Lås den og send saken til rådene før du registrerer svar."))


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


def _krev_riktig_ordlyd(vedtak: Raadsvedtak, art: Rundeart, avvikende_punkter: Sequence[int]) -> None:
    """The words fit the answer. Where each council decides for itself, any words may be adopted."""
    avvik, likelydende = vedtak.status == Vedtaksstatus.AVVIK, vedtak.status == Vedtaksstatus.LIKELYDENDE
    if avvik and not vedtak.ordlyd and not avvikende_punkter:
        raise Avvist(_mangler_ord(art), felt="ordlyd")
    if art.krav is Samsvarskrav.EGET_VEDTAK:
        return
    like = er_like_ord(vedtak.ordlyd, vedtak.runde.forslag)
    if likelydende and avvikende_punkter:
        raise Avvist(_("Rådet vedtok noe annet enn forslaget på dette punktet. Velg «vedtatt med avvik»."),
                     felt=f"punkt_{avvikende_punkter[0]}")  # fmt: skip
    if likelydende and vedtak.ordlyd and not like:
        raise Avvist(_ikke_lik(art), felt="ordlyd")
    if avvik and like and not avvikende_punkter:
        raise Avvist(
            _("Ordlyden er lik forslaget. Velg «vedtatt likelydende», eller skriv det rådet vedtok."), felt="ordlyd"
        )


def _mangler_ord(art: Rundeart) -> str:
    if art.krav is Samsvarskrav.BEHANDLING:
        return _("Skriv merknadene.")
    return _("Skriv vedtakets ordlyd, slik at avviket kan leses.")


def _ikke_lik(art: Rundeart) -> str:
    if art.krav is Samsvarskrav.BEHANDLING:
        return _("Det er skrevet merknader. Velg «behandlet med merknader», eller la feltet stå tomt.")
    return _("Ordlyden er ikke lik forslaget. Velg «vedtatt med avvik», eller rett ordlyden.")


def _flertallssetning(status: str) -> str:
    if status == Vedtaksstatus.AVVIST:
        return _("Flere stemte for enn mot. Kontroller stemmetallene, eller velg hva rådet vedtok.")
    return _("Flere stemte mot enn for. Kontroller stemmetallene, eller velg «avvist».")
