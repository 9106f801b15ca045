"""Events as an iCalendar file (RFC 5545, with the refresh times of RFC 7986 and of Outlook)."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from avtaler.domene.aarshjul.hendelse import Hendelse

#: A calendar programme is told to ask twice a day; it does as it likes.
HENTES = timedelta(hours=12)


def uid(hendelse: Hendelse, nettadresse: str) -> str:
    """The same for the same event, whoever fetches it and whenever."""
    return f"{hendelse.noekkel}@{urlsplit(nettadresse).hostname or 'samarbeid'}"


def avtrykk(hendelse: Hendelse) -> str:
    """Of everything the calendar shows: another one means that the event has changed."""
    deler = (hendelse.fra, hendelse.til, hendelse.tittel, hendelse.sted, _beskrivelse(hendelse), hendelse.url)
    return hashlib.sha256("\x1f".join(map(str, deler)).encode()).hexdigest()[:16]


def kalenderfil(
    hendelser: Iterable[Hendelse],
    *,
    navn: str,
    dato: date,
    nettadresse: str,
    sekvenser: Mapping[str, int] | None = None,
) -> bytes:
    """The file. ``dato`` is the day it is made; ``sekvenser`` are those of the events by UID."""
    kalender = Calendar()
    kalender.add("prodid", "-//Samarbeid//Aarshjul//NO")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("name", navn)
    kalender.add("x-wr-calname", navn)
    kalender.add("refresh-interval", vDuration(HENTES), parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", vDuration(HENTES))
    for hendelse in hendelser:
        kalender.add_component(_hendelse(hendelse, dato, nettadresse, sekvenser or {}))
    return kalender.to_ical()


def _hendelse(hendelse: Hendelse, dato: date, nettadresse: str, sekvenser: Mapping[str, int]) -> Event:
    linje = Event()
    linje.add("uid", uid(hendelse, nettadresse))
    linje.add("dtstamp", datetime.combine(dato, time(), tzinfo=UTC))
    linje.add("sequence", sekvenser.get(uid(hendelse, nettadresse), 0))
    linje.add("dtstart", hendelse.fra)
    linje.add("dtend", hendelse.til + timedelta(days=1))
    linje.add("summary", hendelse.tittel)
    linje.add("transp", "TRANSPARENT")
    if beskrivelse := _beskrivelse(hendelse):
        linje.add("description", beskrivelse)
    if hendelse.sted:
        linje.add("location", hendelse.sted)
    if hendelse.url:
        linje.add("url", nettadresse.rstrip("/") + hendelse.url)
    return linje


def _beskrivelse(hendelse: Hendelse) -> str:
    deler = [hendelse.gjoere]
    if len(hendelse.avtaler) > 1:
        deler.append(_("Gjelder: %(avtaler)s.") % {"avtaler": ", ".join(avtale.navn for avtale in hendelse.avtaler)})
    if hendelse.hjemmel:
        usikker = "" if hendelse.er_bekreftet else f" ({_('dagen er ikke bekreftet')})"
        deler.append(hendelse.hjemmel + usikker)
    if hendelse.er_eksempel:
        deler.append(_("Eksempel: hendelsen er oppdiktet."))
    return "\n".join(del_ for del_ in deler if del_)
