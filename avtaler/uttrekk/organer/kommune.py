"""Which municipality a number means."""

from datetime import date

from kommuner.models import Identitet, Kommuneendring, Part, Parttype


def finn_kommune(nummer: str, *, dato: date) -> Part | None:
    """The municipality with the number, its newest or an old one; after a merger, the one it became a part of."""
    identitet = Identitet.objects.filter(nummer=nummer).select_related("part").order_by("fra").last()
    if identitet is None:
        return Part.objects.filter(nummer=nummer, type=Parttype.FYLKESKOMMUNE).first()
    part = identitet.part
    while part.til is not None and part.til <= dato:
        endring = Kommuneendring.objects.filter(fra_part=part, dato__lte=dato).select_related("til_part").last()
        if endring is None:
            break
        part = endring.til_part
    return part
