"""The projects as a sheet. Text stays text: nothing in it is a formula."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from avtaler.models import Prosjektklasse, Prosjektstatus
from kommuner.filer.ark import Ark, Celle, Kolonne, Slag

from .register import Prosjektrad


def prosjektark(rader: Iterable[Prosjektrad], *, med_driver: bool) -> Ark:
    """One row for each project. Who drives it is for those who are logged in."""
    kolonner = [
        Kolonne(_("Region")), Kolonne(_("Prosjekt"), bredde=40), Kolonne(_("Klasse")), Kolonne(_("Status")),
        Kolonne(_("Merknad"), bredde=30), Kolonne(_("Steg")), Kolonne(_("Under avtalen"), bredde=30),
        Kolonne(_("Deltakere"), bredde=40), Kolonne(_("Neste skritt"), bredde=30), Kolonne(_("Neste dato"), Slag.DATO),
        *([Kolonne(_("Driver"))] if med_driver else []), Kolonne(_("Fra"), Slag.DATO),
        Kolonne(_("Avsluttet"), Slag.DATO), Kolonne(_("Videreført i"), bredde=30), Kolonne(_("Opphav")),
        Kolonne(_("Kilde"), bredde=30),
        Kolonne(_("Eksempel")),
    ]  # fmt: skip
    return Ark(_("Prosjekter"), kolonner, [_rad(rad, med_driver=med_driver) for rad in rader], faste_kolonner=2)


def _rad(rad: Prosjektrad, *, med_driver: bool) -> list[Celle]:
    return [
        rad.region_navn, rad.navn, capfirst(str(Prosjektklasse(rad.klasse).label)),
        capfirst(str(Prosjektstatus(rad.status).label)), rad.merknad, f"{rad.steg} {rad.steg_navn}" if rad.steg else "",
        rad.avtale_navn, ", ".join(rad.deltakere), rad.neste, rad.neste_dato, *([rad.driver] if med_driver else []),
        rad.fra, rad.til - timedelta(days=1) if rad.til else None, rad.etterfoelger or rad.viderefoert, rad.opphav,
        rad.kilde, _("ja") if rad.er_eksempel else "",
    ]  # fmt: skip
