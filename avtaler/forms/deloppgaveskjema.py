"""Sub-tasks and who is in them, as they are typed."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.models import Avtale, Deloppgave, Deloppgavedeltakelse, Oppgave
from kommuner.felt import DatoFelt
from kommuner.models import Part

from .forskjell import MedForskjeller
from .tekstfelt import Versjonsfelt


class Oppgavevalgboks(forms.ModelChoiceField):
    """One task of the taxonomy, by name in the reader's language."""

    maalform = "nb"

    def label_from_instance(self, obj: Oppgave) -> str:
        return obj.navn_paa(self.maalform)


class Periodeskjema(MedForskjeller, forms.Form):
    """A period as people give it: first and last day."""

    TJENESTEFELT = {"til": "siste_dag"}

    fra = DatoFelt(label=_("Første dag"), error_messages={"required": _("Skriv den første dagen.")})
    siste_dag = DatoFelt(label=_("Siste dag"), required=False, help_text=_("La stå tomt så lenge det varer."))

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        fra, siste = ren.get("fra"), ren.get("siste_dag")
        if fra and siste and siste < fra:
            self.add_error("siste_dag", _("Siste dag kan ikke være før første dag."))
        return ren

    def periode(self) -> dict[str, date | None]:
        """The period as the services take it. Only for a valid form."""
        siste = self.cleaned_data["siste_dag"]
        return {"fra": self.cleaned_data["fra"], "til": siste + timedelta(days=1) if siste else None}


class Deloppgaveskjema(Periodeskjema):
    """A sub-task; a new one also asks who is in it from its first day."""

    field_order = ("versjon", "navn", "oppgave", "parter", "fra", "siste_dag", "merknad")

    versjon = Versjonsfelt()
    navn = forms.CharField(
        label=_("Navn på deloppgaven"), max_length=200, error_messages={"required": _("Skriv hva deloppgaven heter.")}
    )
    oppgave = Oppgavevalgboks(
        label=_("Oppgave i registeret"), queryset=Oppgave.objects.all(), required=False, empty_label=_("Ingen"),
        help_text=_("Har deloppgaven en egen oppgave, gjelder den bare dem som er med i deloppgaven."),
    )  # fmt: skip
    parter = forms.ModelMultipleChoiceField(
        label=_("Hvem er med fra første dag?"), queryset=Part.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    merknad = forms.CharField(label=_("Merknad"), required=False, max_length=300)

    def __init__(self, *args: Any, avtale: Avtale, maalform: str, ny: bool, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["oppgave"].maalform = maalform
        self.fields["parter"].queryset = deltakende(avtale)
        if not ny:
            del self.fields["parter"]

    def felt(self) -> dict[str, Any]:
        """What the services take. Only for a valid form."""
        ren = self.cleaned_data
        return {navn: ren[navn] for navn in ("navn", "oppgave", "parter", "merknad") if navn in ren} | self.periode()


class Deloppgavedeltakerskjema(Periodeskjema):
    """One participant in a sub-task. ``lest`` is the period the reader saw when it is changed."""

    field_order = ("lest", "part", "fra", "siste_dag")

    lest = forms.CharField(required=False, widget=forms.HiddenInput)
    part = forms.ModelChoiceField(
        label=_("Deltaker"), queryset=Part.objects.none(), empty_label=_("Velg deltaker"),
        help_text=_("Bare de som er deltakere i avtalen, kan være med i en deloppgave."),
        error_messages={"required": _("Velg hvem som er med.")},
    )  # fmt: skip

    def __init__(self, *args: Any, avtale: Avtale, ny: bool, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["part"].queryset = deltakende(avtale)
        if not ny:
            del self.fields["part"]


def deltakende(avtale: Avtale):
    """Everybody who is, has been or will be a participant in the sense of the law."""
    deltakelser = avtale.deltakelser.exclude(rolle__in=UTENFOR)
    return Part.objects.filter(pk__in=deltakelser.values("part"))


def siste_dag(til: date | None) -> date | None:
    """The last day of a period that ends, exclusively, at ``til``."""
    return til - timedelta(days=1) if til else None


def deloppgavens_verdier(deloppgave: Deloppgave) -> dict[str, Any]:
    """The stored sub-task as the form's initial values."""
    like = {navn: getattr(deloppgave, navn) for navn in ("versjon", "navn", "oppgave", "fra", "merknad")}
    return like | {"siste_dag": siste_dag(deloppgave.til)}


def deltakelsens_verdier(rad: Deloppgavedeltakelse) -> dict[str, Any]:
    """The stored period as the form's initial values."""
    return {"lest": lest_periode(rad), "fra": rad.fra, "siste_dag": siste_dag(rad.til)}


def lest_periode(rad: Deloppgavedeltakelse) -> str:
    """The period as the hidden field carries it."""
    return f"{rad.fra}/{rad.til or ''}"
