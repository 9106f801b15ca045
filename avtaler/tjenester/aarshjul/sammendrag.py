"""Letters about what is coming, to those who have asked: one a week or a month, and none that says nothing."""

import logging
from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from avtaler.domene.aarshjul.brev import FRAM, Hyppighet, skal_sendes
from avtaler.domene.aarshjul.hendelse import Hendelse
from avtaler.models import Sammendrag
from avtaler.uttrekk.aarshjul import eget_omfang
from avtaler.uttrekk.aarshjul.lenker import personens_hendelser
from kommuner.models import Bruker

logg = logging.getLogger(__name__)


def send_alle(*, dato: date) -> int:
    """Every letter that is due on ``dato``: how many went out. One that fails stops no other."""
    rader = Sammendrag.objects.exclude(hyppighet=Hyppighet.ALDRI).filter(bruker__is_active=True)
    return sum(_send(pk, dato) for pk in rader.values_list("pk", flat=True))


def _send(pk: int, dato: date) -> bool:
    """Whatever is wrong with one letter, the others go out, and this one is tried again the next night.

    Only the kind of error is logged: its text, and so its traceback, may hold the address it was sent to.
    """
    try:
        return _skriv_og_send(pk, dato)
    except Exception as feil:
        logg.error("digest %s was not sent: %s", pk, type(feil).__name__)
        return False


@transaction.atomic
def _skriv_og_send(pk: int, dato: date) -> bool:
    """The row is locked: two nights at once send one letter. Undone when the letter does not get through."""
    rad = Sammendrag.objects.select_for_update(of=("self",)).select_related("bruker").get(pk=pk)
    hyppighet = Hyppighet(rad.hyppighet)
    if not skal_sendes(hyppighet, sist=rad.sist_sendt, dato=dato):
        return False
    with translation.override(rad.bruker.maalform):
        til = dato + FRAM[hyppighet]
        omfang = eget_omfang(rad.bruker, dato=dato)
        hendelser = personens_hendelser(rad.bruker, omfang, fra=dato, til=til, dato=dato, maalform=rad.bruker.maalform)
        if not hendelser:
            return False
        rad.sist_sendt = dato
        rad.save(update_fields=["sist_sendt"])
        _brev(rad.bruker, hendelser, til)
    return True


def _brev(bruker: Bruker, hendelser: Sequence[Hendelse], til: date) -> None:
    antall = len(hendelser)
    emne = ngettext("Det kommer: %(antall)s frist eller møte", "Det kommer: %(antall)s frister og møter", antall)
    rot = settings.NETTADRESSE.rstrip("/")
    kontekst = {
        "hendelser": hendelser, "bruker": bruker, "til": til, "rot": rot,
        "aarshjul": rot + reverse("avtaler:aarshjul"), "valg": rot + reverse("avtaler:sammendrag"),
    }  # fmt: skip
    tekst = render_to_string("avtaler/epost/sammendrag.txt", kontekst)
    send_mail(emne % {"antall": antall}, tekst, None, [bruker.email])
