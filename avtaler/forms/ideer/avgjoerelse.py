"""Judging an idea: the five points, and no with a reason."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from avtaler.forms.forskjell import MedForskjeller
from avtaler.forms.tekstfelt import Flerlinjefelt, Versjonsfelt
from avtaler.models.idee import Klarhetssvar
from avtaler.uttrekk.ideer.ideside import Klarhetsrad

IKKE_VURDERT = _("Ikke vurdert")


class Klarhetsskjema(MedForskjeller, forms.Form):
    """One choice and one remark for each point of the checklist, under the point's own code."""

    skjul_valgfritt = True

    versjon = Versjonsfelt()

    def __init__(self, *args: Any, punkter: Iterable[Klarhetsrad], **valg: Any) -> None:
        self.punkter = list(punkter)
        valg.setdefault("initial", {})
        valg["initial"] |= {rad.kode: rad.svar for rad in self.punkter}
        valg["initial"] |= {merknadsfelt(rad.kode): rad.merknad for rad in self.punkter}
        super().__init__(*args, **valg)
        svarvalg = [("", IKKE_VURDERT), *((kode, capfirst(navn)) for kode, navn in Klarhetssvar.Svar.choices)]
        for rad in self.punkter:
            self.fields[rad.kode] = forms.ChoiceField(
                label=rad.navn, help_text=rad.spoersmaal, required=False, choices=svarvalg
            )
            self.fields[merknadsfelt(rad.kode)] = forms.CharField(
                label=format_lazy("{}: {}", _("Merknad"), rad.navn), required=False, max_length=300
            )

    def svar(self) -> dict[str, tuple[str, str]]:
        """What the service takes. Only for a valid form."""
        ren = self.cleaned_data
        return {rad.kode: (ren[rad.kode], ren[merknadsfelt(rad.kode)].strip()) for rad in self.punkter}


class Neiskjema(MedForskjeller, forms.Form):
    """Why it is said no."""

    versjon = Versjonsfelt()
    begrunnelse = Flerlinjefelt(
        label=_("Hvorfor?"), help_text=_("Grunnen står på ideens side, så ingen må spørre på nytt."),
        error_messages={"required": _("Skriv hvorfor det blir sagt nei.")},
    )  # fmt: skip


def merknadsfelt(kode: str) -> str:
    """The name of the field for the remark to a point."""
    return f"{kode}_merknad"
