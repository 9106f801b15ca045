"""Reminding the councils that have not treated a case: a letter to each municipality's secretaries, one a day."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from avtaler.domene.paaminnelse import skal_minnes
from avtaler.domene.runde import BEHANDLET
from avtaler.models import Paaminnelse, Raadsvedtak, Runde
from kommuner.models import Bruker, Rolle
from kommuner.querysets import gyldig

logg = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Utsending:
    """How many councils were reminded, and the names of those with nobody to remind, and of those no letter reached."""

    raad: int
    uten_sekretaer: tuple[str, ...]
    feilet: tuple[str, ...] = ()


def minn_runde(runde: Runde, *, dato: date) -> Utsending:
    """Remind every council that has not treated the case and has not been reminded on ``dato``."""
    return _minn(_ubehandlede(dato).filter(runde=runde), dato)


def minn_alle(*, dato: date) -> Utsending:
    """The nightly round: every council whose reminder has fallen due (14, 7 and 1 days before the window closes)."""
    aktuelle = _ubehandlede(dato).filter(runde__vindu_til__gte=dato)
    return _minn([vedtak for vedtak in aktuelle if _forfalt(vedtak, dato)], dato)


def _ubehandlede(dato: date) -> Iterable[Raadsvedtak]:
    aapne = Raadsvedtak.objects.exclude(status__in=BEHANDLET).filter(runde__laast__isnull=False)
    aapne = aapne.exclude(paaminnelser__dato=dato).select_related("runde__avtale", "part")
    return aapne.prefetch_related("paaminnelser").order_by("runde", "part__sortering", "pk")


def _forfalt(vedtak: Raadsvedtak, dato: date) -> bool:
    sist = max((p.dato for p in vedtak.paaminnelser.all()), default=None)
    return skal_minnes(dato, vindu_fra=vedtak.runde.vindu_fra, vindu_til=vedtak.runde.vindu_til, sist=sist)


def _minn(vedtakene: Iterable[Raadsvedtak], dato: date) -> Utsending:
    raad, uten, feilet = 0, [], []
    for vedtak in vedtakene:
        sekretaerer = list(_sekretaerer(vedtak, dato))
        if not sekretaerer:
            uten.append(str(vedtak.part))
        elif (sendt := _send(vedtak, sekretaerer, dato)) == 0:
            feilet.append(str(vedtak.part))
        else:
            raad += sendt is not None
    return Utsending(raad=raad, uten_sekretaer=tuple(uten), feilet=tuple(feilet))


def _sekretaerer(vedtak: Raadsvedtak, dato: date) -> Iterable[Bruker]:
    """The secretaries of the municipality itself; one who serves a whole region follows the board."""
    return Bruker.objects.filter(
        gyldig(dato, "tilganger__"), is_active=True, tilganger__rolle=Rolle.SEKRETAER, tilganger__part=vedtak.part_id
    ).distinct()


@transaction.atomic
def _send(vedtak: Raadsvedtak, sekretaerer: list[Bruker], dato: date) -> int | None:
    """Write the reminder down and send it: how many letters went out, None when somebody else has sent them.

    When none got through there is no row, so that it is tried again; one that did is never sent twice.
    """
    rad, ny = Paaminnelse.objects.get_or_create(vedtak=vedtak, dato=dato, defaults={"mottakere": len(sekretaerer)})
    if not ny:
        return None
    sendt = sum(_gikk_ut(vedtak, bruker) for bruker in sekretaerer)
    if sendt == 0:
        transaction.set_rollback(True)
    elif sendt != rad.mottakere:
        rad.mottakere = sendt
        rad.save()
    return sendt


def _gikk_ut(vedtak: Raadsvedtak, bruker: Bruker) -> bool:
    """Whether the mail server took the letter; what it refuses stops neither the others nor the night."""
    try:
        _brev(vedtak, bruker)
    except OSError:
        logg.exception("reminder of vedtak %s to user %s was not sent", vedtak.pk, bruker.pk)
        return False
    return True


def _brev(vedtak: Raadsvedtak, bruker: Bruker) -> None:
    """In the reader's own language."""
    with translation.override(bruker.maalform):
        runde = vedtak.runde
        kontekst = {"vedtak": vedtak, "runde": runde, "bruker": bruker,
                    "adresse": settings.NETTADRESSE.rstrip("/") + runde.get_absolute_url()}  # fmt: skip
        emne = _("Venter på kommunestyret: %(tittel)s") % {"tittel": " ".join(runde.tittel.split())}
        send_mail(emne, render_to_string("avtaler/epost/paaminnelse.txt", kontekst), None, [bruker.email])
