"""Where a cooperation is: offices, branch offices and posts, by municipality and period."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from avtaler.models import Avtale, Sted
from kommuner.models import Part

from .avvisning import oversatt
from .laas import laast

SETNINGER = {
    "sted_til_etter_fra": ("til", lambda: _("Stedet må ta slutt etter at det begynner.")),
    "sted_aarsverk_ikke_negativt": ("aarsverk", lambda: _("Skriv null årsverk eller mer.")),
}


def registrer_sted(
    avtale: Avtale,
    *,
    part: Part,
    type: str,
    fra: date,
    til: date | None = None,
    navn: str = "",
    aarsverk: Decimal | None = None,
    merknad: str = "",
    er_eksempel: bool = False,
) -> Sted:
    """Enter a place of the agreement, with its posts if they are known. Raises Avvist on a bad period."""
    with oversatt(SETNINGER):
        return Sted.objects.create(
            avtale=avtale, part=part, type=type, navn=navn, aarsverk=aarsverk, fra=fra, til=til, merknad=merknad,
            er_eksempel=er_eksempel,
        )  # fmt: skip


def endre_sted(*, sted_id: int, versjon: int, felt: dict[str, object]) -> Sted:
    """Change a place read as ``versjon``. Raises Konflikt and Avvist.

    Posts that move or grow are a new place from a date, with an end on the old: then history answers for each day.
    """
    if ukjente := set(felt) - {"part", "type", "navn", "aarsverk", "fra", "til", "merknad"}:
        raise TypeError(f"unknown fields of Sted: {', '.join(sorted(ukjente))}")
    with oversatt(SETNINGER):
        sted = laast(Sted, sted_id, versjon)
        for navn, verdi in felt.items():
            setattr(sted, navn, verdi)
        sted.save()
    return sted
