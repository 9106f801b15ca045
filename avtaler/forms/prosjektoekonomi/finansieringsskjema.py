"""One funder's part of a project as it is typed, and the frame of the whole."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Finansiering, Prosjekt


class Finansieringsskjema(Radskjema):
    """Amounts in kroner; empty when not known. What is paid follows from the status, or says how much of it."""

    class Meta(Radskjema.Meta):
        model = Finansiering
        fields = ("navn", "part", "type", "status", "beloep_oere", "utbetalt_oere", "frist", "vilkaar")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        hjelp = {
            "navn": _("For eksempel «Høykom – infrastruktur» eller «Skjønnsmidler 2027»."),
            "part": _("Når den som gir, også er part i registeret."),
            "beloep_oere": _("La stå tomt når beløpet ikke er kjent."),
            "frist": _("Siste dag pengene kan brukes. Det som ikke er brukt da, faller bort."),
            "vilkaar": _("Det som må være oppfylt for å få eller beholde pengene."),
        }
        for navn, tekst in hjelp.items():
            self.fields[navn].help_text = tekst
        self.fields["utbetalt_oere"].required = False

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        beloep, status = ren.get("beloep_oere"), ren.get("status")
        utbetalt = ren.get("utbetalt_oere") or 0
        er_utbetalt = status == Finansiering.Status.UTBETALT
        if er_utbetalt and "utbetalt_oere" in ren and not utbetalt:
            utbetalt = beloep or 0  # «utbetalt» says it all: the whole amount
        ren["utbetalt_oere"] = utbetalt
        if "beloep_oere" in ren and (setning := _innvending(status, beloep, utbetalt)):
            self.add_error("utbetalt_oere", setning)
        return ren


def _innvending(status: str | None, beloep: int | None, utbetalt: int) -> str:
    """What is wrong with what is paid, or nothing."""
    Status = Finansiering.Status  # noqa: N806
    if utbetalt and beloep is None:
        return _("Skriv hele beløpet når noe er utbetalt.")
    if utbetalt and status in (Status.SOEKT, Status.AVSLAATT):
        return _("Det kan ikke være utbetalt noe som ikke er innvilget. Kontroller statusen.")
    if beloep is not None and utbetalt > beloep:
        return _("Det kan ikke være utbetalt mer enn beløpet.")
    if status == Status.UTBETALT and beloep is not None and utbetalt < beloep:
        return _("Er bare en del betalt ut, velg «Innvilget» som status til resten kommer.")
    return ""


class Rammeskjema(Radskjema):
    """What the whole project is to cost."""

    class Meta(Radskjema.Meta):
        model = Prosjekt
        fields = ("kostnad_oere",)

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["kostnad_oere"].help_text = _(
            "Det hele prosjektet skal koste i kroner. Egeninnsats i timer tas ikke med."
        )
