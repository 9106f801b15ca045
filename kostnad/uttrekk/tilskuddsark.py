"""The grants of a region to take away."""

from decimal import Decimal

from django.utils.translation import gettext as _

from kommuner.filer.ark import Ark, Celle, Kolonne, Slag

from .tilskudd import Tilskuddsoversikt, Tilskuddsrad


def tilskuddsark(oversikt: Tilskuddsoversikt) -> Ark:
    """One row for each grant that the page shows, amounts in kroner."""
    kolonner = [
        Kolonne(_("Gis av")), Kolonne(_("Til")), Kolonne(_("År"), Slag.HELTALL), Kolonne(_("Status")),
        Kolonne(_("Beløp"), Slag.BELOEP), Kolonne(_("Utbetalt"), Slag.BELOEP), Kolonne(_("Gjelder til"), Slag.DATO),
        Kolonne(_("Vilkår"), bredde=40), Kolonne(_("Eksempel")),
    ]  # fmt: skip
    return Ark(_("Tilskudd"), kolonner, [_rad(rad) for rad in oversikt.rader])


def _rad(rad: Tilskuddsrad) -> list[Celle]:
    return [
        rad.giver, rad.hvor, rad.aar, rad.status_navn, _kroner(rad.beloep_oere), _kroner(rad.utbetalt_oere),
        rad.frist, rad.vilkaar, _("ja") if rad.er_eksempel else "",
    ]  # fmt: skip


def _kroner(oere: int | None) -> Decimal | None:
    return None if oere is None else Decimal(oere) / 100
