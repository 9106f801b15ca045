"""Who is in: joining, changing the terms, leaving."""

from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from avtaler.models import Avtale, Deltakelse
from kommuner.models import Part

from .avtrykk import avtrykk_av
from .avvisning import Avvist, Konflikt, oversatt

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
FELT = ("part", "rolle", "fra", "til", "eierandel", "ansvarsandel", "medlemmer", "varamedlemmer", "merknad")


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
    merknad: str = "",
    er_eksempel: bool = False,
) -> Deltakelse:
    """Let ``part`` in from ``fra`` to ``til`` (the first day outside). Raises Avvist on overlap and bad periods."""
    deltakelse = Deltakelse(
        avtale=avtale, part=part, rolle=rolle, fra=fra, til=til, merknad=merknad, er_eksempel=er_eksempel,
        medlemmer=medlemmer, varamedlemmer=varamedlemmer,
    )  # fmt: skip
    deltakelse.eierandel = eierandel
    deltakelse.ansvarsandel = ansvarsandel
    with oversatt(SETNINGER):
        deltakelse.save()
    return deltakelse


def avtrykk(deltakelse: Deltakelse) -> str:
    """A fingerprint of what a person read, to see whether somebody has changed it since."""
    return avtrykk_av(deltakelse, ("part_id" if navn == "part" else navn for navn in FELT))


def endre_deltakelse(*, deltakelse_id: int, lest: str, felt: dict[str, object]) -> Deltakelse:
    """Change a participation that the caller read with the fingerprint ``lest``. Raises Konflikt and Avvist."""
    if ukjente := set(felt) - set(FELT):
        raise TypeError(f"unknown fields of Deltakelse: {', '.join(sorted(ukjente))}")
    with oversatt(SETNINGER):
        deltakelse = Deltakelse.objects.select_for_update().get(pk=deltakelse_id)
        if avtrykk(deltakelse) != lest:
            raise Konflikt(deltakelse)
        for navn, verdi in felt.items():
            setattr(deltakelse, navn, verdi)
        deltakelse.save()
    return deltakelse


def meld_ut(deltakelse: Deltakelse, *, til: date) -> Deltakelse:
    """Let the party out: ``til`` is the first day it takes no part. History stays."""
    with oversatt(SETNINGER):
        deltakelse = Deltakelse.objects.select_for_update().get(pk=deltakelse.pk)
        if til <= deltakelse.fra:
            raise Avvist(_("Deltakelsen må ta slutt etter at den begynner."), felt="til")
        deltakelse.til = til
        deltakelse.save()
    return deltakelse
