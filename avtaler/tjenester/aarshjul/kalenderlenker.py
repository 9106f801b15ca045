"""Secret addresses of calendars: made once, kept only as a fingerprint, called back when wanted."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import date, datetime
from hmac import compare_digest

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Kalenderlenke
from avtaler.tjenester.avvisning import Avvist
from kommuner.models import Bruker, Part, Region

#: 256 bits.
HEMMELIGE_BYTER = 32
HOEYST = 20


@transaction.atomic
def lag_kalenderlenke(
    bruker: Bruker, *, navn: str, naa: datetime, maalform: str, klasse: str = "", region: Region | None = None,
    part: Part | None = None,
) -> tuple[Kalenderlenke, str]:  # fmt: skip
    """The link and its secret, which is never to be had again. Raises Avvist when the person has too many.

    The person's row is locked while the links are counted: two at once do not both become the last.
    """
    Bruker.objects.select_for_update(of=("self",), no_key=True).get(pk=bruker.pk)
    if Kalenderlenke.objects.filter(bruker=bruker, tilbakekalt__isnull=True).count() >= HOEYST:
        raise Avvist(_("Du har for mange lenker. Trekk tilbake en du ikke bruker."))
    hemmelighet = secrets.token_urlsafe(HEMMELIGE_BYTER)
    lenke = Kalenderlenke.objects.create(
        bruker=bruker, navn=navn, avtrykk=avtrykk_av(hemmelighet), region=region, part=part, klasse=klasse,
        maalform=maalform, opprettet=naa,
    )  # fmt: skip
    return lenke, hemmelighet


def avtrykk_av(hemmelighet: str) -> str:
    """What is kept of the secret."""
    return hashlib.sha256(hemmelighet.encode()).hexdigest()


def finn_kalenderlenke(hemmelighet: str) -> Kalenderlenke | None:
    """The link in use that the secret opens. Looked up by the fingerprint, so that time tells nothing of the secret."""
    avtrykk = avtrykk_av(hemmelighet)
    lenker = Kalenderlenke.objects.filter(avtrykk=avtrykk, tilbakekalt__isnull=True, bruker__is_active=True)
    lenke = lenker.select_related("bruker").first()
    return lenke if lenke is not None and compare_digest(lenke.avtrykk, avtrykk) else None


def trekk_tilbake(lenke: Kalenderlenke, *, naa: datetime) -> None:
    """From now on the address is nowhere. Calling back twice keeps the first time."""
    Kalenderlenke.objects.filter(pk=lenke.pk, tilbakekalt__isnull=True).update(tilbakekalt=naa)


@transaction.atomic
def sekvenser_for(lenke_id: int, avtrykkene: Mapping[str, str], *, dato: date) -> dict[str, int]:
    """The SEQUENCE of each event for the link: one more than last told when the event has changed, else the same.

    What is told is remembered, also for events that are gone: one that comes back is not older than it was.
    """
    lenke = Kalenderlenke.objects.select_for_update().get(pk=lenke_id)
    husket = dict(lenke.sekvenser)
    for uid, avtrykk in avtrykkene.items():
        forrige, nummer = husket.get(uid, (avtrykk, 0))
        husket[uid] = [avtrykk, nummer + (forrige != avtrykk)]
    if husket != lenke.sekvenser or lenke.sist_hentet != dato:
        Kalenderlenke.objects.filter(pk=lenke_id).update(sekvenser=husket, sist_hentet=dato)
    return {uid: husket[uid][1] for uid in avtrykkene}
