"""Who is in: joining, changing the terms, leaving."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Deltakelse
from kommuner.models import Part
from kommuner.tjenester import registrer_part

from .avtrykk import avtrykk_av
from .avvisning import Avvist, Konflikt, oversatt
from .deloppgave import klipp_deloppgaver, krev_deloppgaver_innenfor
from .laas import laast

SETNINGER = {
    "deltakelse_en_gang_om_gangen": (
        "part",
        lambda: _("Deltakeren er allerede med i avtalen i hele eller deler av denne perioden."),
    ),
    "deltakelse_til_etter_fra": ("til", lambda: _("Deltakelsen må ta slutt etter at den begynner.")),
    "deltakelse_eierandel_lovlig": ("eierandel", lambda: _("Eierandelen må være fra 0 til 100 %.")),
    "deltakelse_ansvarsandel_lovlig": ("ansvarsandel", lambda: _("Ansvarsandelen må være fra 0 til 100 %.")),
}

#: What an edit may change, and what the fingerprint of a read row is made of.
FELT = (
    "part", "rolle", "fra", "til", "eierandel", "ansvarsandel", "medlemmer", "varamedlemmer", "stemmer", "del_av",
    "merknad",
)  # fmt: skip


def meld_inn(
    avtale: Avtale,
    *,
    part: Part,
    rolle: str = "deltaker",
    fra: date,
    til: date | None = None,
    eierandel: Fraction | None = None,
    ansvarsandel: Fraction | None = None,
    medlemmer: int | None = None,
    varamedlemmer: int | None = None,
    stemmer: int | None = None,
    del_av: str = "",
    merknad: str = "",
    er_eksempel: bool = False,
) -> Deltakelse:
    """Let ``part`` in from ``fra`` to ``til`` (the first day outside). Raises Avvist on overlap and bad periods.

    In an agreement that ends, nobody is in for longer. ``del_av`` names the part of a municipality that is in
    («nord»); empty is the whole of it.
    """
    deltakelse = Deltakelse(
        avtale=avtale, part=part, rolle=rolle, fra=fra, til=til, merknad=merknad, er_eksempel=er_eksempel,
        medlemmer=medlemmer, varamedlemmer=varamedlemmer, stemmer=stemmer, del_av=del_av,
    )  # fmt: skip
    deltakelse.eierandel = eierandel
    deltakelse.ansvarsandel = ansvarsandel
    with oversatt(SETNINGER):
        deltakelse.til = _senest(avtale.pk, fra, til)
        deltakelse.save()
    return deltakelse


def _senest(avtale_id: int, fra: date, til: date | None) -> date | None:
    """``til``, or the end of the agreement when that is sooner. The agreement is locked: it does not end meanwhile."""
    avtale = Avtale.objects.select_for_update(of=("self",), no_key=True).get(pk=avtale_id)
    if avtale.til is None:
        return til
    if fra >= avtale.til:
        raise Avvist(_("Avtalen er avsluttet før den dagen."), felt="fra")
    return min(til or avtale.til, avtale.til)


def meld_inn_flere(avtale: Avtale, rader: Iterable[Mapping[str, Any]]) -> list[Deltakelse]:
    """Let many in at once, each with the facts ``meld_inn`` takes: all of them or none. Raises Avvist."""
    deltakelser = []
    for rad in rader:
        deltakelse = Deltakelse(avtale=avtale)
        for navn, verdi in rad.items():
            setattr(deltakelse, navn, verdi)
        deltakelser.append(deltakelse)
    with oversatt(SETNINGER):
        return Deltakelse.objects.bulk_create(deltakelser)


def meld_inn_ny_part(
    avtale: Avtale, *, navn: str, type: str, orgnr: str = "", likevel: bool = False, **felt: Any
) -> Deltakelse:
    """Enter a party that is missing from the register and let it in, both or none. Raises as registrer_part."""
    with transaction.atomic():
        return meld_inn(avtale, part=registrer_part(navn=navn, type=type, orgnr=orgnr, likevel=likevel), **felt)


def avtrykk(deltakelse: Deltakelse) -> str:
    """A fingerprint of what a person read, to see whether somebody has changed it since."""
    return avtrykk_av(deltakelse, ("part_id" if navn == "part" else navn for navn in FELT))


def endre_deltakelse(*, deltakelse_id: int, lest: str, felt: dict[str, object]) -> Deltakelse:
    """Change a participation that the caller read with the fingerprint ``lest``. Raises Konflikt and Avvist."""
    if ukjente := set(felt) - set(FELT):
        raise TypeError(f"unknown fields of Deltakelse: {', '.join(sorted(ukjente))}")
    with oversatt(SETNINGER):
        deltakelse = laast(Deltakelse, deltakelse_id, None)
        if avtrykk(deltakelse) != lest:
            raise Konflikt(deltakelse)
        foer = deltakelse.part_id
        for navn, verdi in felt.items():
            setattr(deltakelse, navn, verdi)
        deltakelse.save()
        for part_id in {foer, deltakelse.part_id}:
            krev_deloppgaver_innenfor(deltakelse.avtale_id, part_id)
    return deltakelse


def meld_ut(deltakelse: Deltakelse, *, til: date, versjon: int | None = None) -> Deltakelse:
    """Let the party out, of the sub-tasks too: ``til`` is the first day it takes no part. History stays.

    Raises Konflikt when somebody has changed the participation since ``versjon`` was read, and Avvist.
    """
    with oversatt(SETNINGER):
        deltakelse = laast(Deltakelse, deltakelse.pk, versjon)
        if til <= deltakelse.fra:
            raise Avvist(_("Deltakelsen må ta slutt etter at den begynner."), felt="til")
        deltakelse.til = til
        deltakelse.save()
        klipp_deloppgaver(deltakelse.avtale_id, deltakelse.part_id)
    return deltakelse
