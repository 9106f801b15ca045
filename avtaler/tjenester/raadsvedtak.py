"""Recording where one council is, and what it decided: as a whole and point by point."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.rundeslag import Rundeart, Samsvarskrav
from avtaler.domene.samsvar import er_like_ord
from avtaler.models import Punktvedtak, Raadsvedtak, Runde, Vedtaksstatus
from avtaler.regler.runderegler import rundeart

from .avvisning import Avvist, Konflikt, oversatt
from .runde import SETNINGER
from .vedtakskrav import krev_gyldig


def registrer_vedtak(
    *,
    vedtak_id: int,
    versjon: int | None,
    status: str,
    dato: date | None = None,
    saksnummer: str = "",
    ordlyd: str = "",
    punkter: Mapping[int, str] | None = None,
    stemmer_for: int | None = None,
    stemmer_mot: int | None = None,
    idag: date | None = None,
) -> Raadsvedtak:
    """Record where one council is. A treated proposal has the date of the meeting; a deviation has its words.

    ``punkter`` are the council's words on the points, by the point's key; words like the proposal's are no deviation
    and are not kept. An identical decision has the proposal's words, given or not. ``idag`` is the last day a meeting
    can have been held; None for history. Raises Konflikt when somebody has recorded something since ``versjon`` was
    read, and Avvist.
    """
    with oversatt(SETNINGER):
        vedtak = _laast_vedtak(vedtak_id, versjon)
        vedtak.status, vedtak.dato = status, dato
        vedtak.saksnummer, vedtak.ordlyd = saksnummer.strip(), ordlyd.strip()
        vedtak.stemmer_for, vedtak.stemmer_mot = stemmer_for, stemmer_mot
        avvik = _avvikende_punkter(vedtak, punkter or {})
        art = rundeart(vedtak.runde.slag, vedtak.runde.avtale.form)
        krev_gyldig(vedtak, idag=idag, art=art, avvikende_punkter=tuple(avvik))
        vedtak.ordlyd = _hel_ordlyd(vedtak, art)
        vedtak.save()
        vedtak.punkter.all().delete()
        Punktvedtak.objects.bulk_create(
            Punktvedtak(vedtak=vedtak, punkt_id=punkt_id, ordlyd=tekst) for punkt_id, tekst in avvik.items()
        )
    return vedtak


def _laast_vedtak(vedtak_id: int, versjon: int | None) -> Raadsvedtak:
    """The row, locked after its round: whoever takes the round back sees the answer, or it is refused."""
    Runde.objects.select_for_update(of=("self",), no_key=True).filter(vedtak=vedtak_id).first()
    alle = Raadsvedtak.objects.select_for_update(of=("self",)).select_related("runde__avtale")
    vedtak = alle.filter(pk=vedtak_id).first()
    if vedtak is None:
        raise Avvist(_("Saken er trukket."))
    if versjon is not None and vedtak.versjon != versjon:
        raise Konflikt(vedtak)
    vedtak.versjon += 1
    return vedtak


def _avvikende_punkter(vedtak: Raadsvedtak, punkter: Mapping[int, str]) -> dict[int, str]:
    forslagets = {punkt.pk: punkt.tekst for punkt in vedtak.runde.punkter.all()}
    return {
        punkt_id: tekst.strip()
        for punkt_id, tekst in punkter.items()
        if punkt_id in forslagets and tekst.strip() and not er_like_ord(tekst, forslagets[punkt_id])
    }


def _hel_ordlyd(vedtak: Raadsvedtak, art: Rundeart) -> str:
    """An identical decision has the proposal's words; remarks are no decision, so there «» says nothing was added."""
    fyll = vedtak.status == Vedtaksstatus.LIKELYDENDE and art.krav is not Samsvarskrav.BEHANDLING
    return vedtak.ordlyd or (vedtak.runde.forslag.strip() if fyll else "")
