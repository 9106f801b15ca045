"""A place of an agreement, as it is typed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.models import Sted, Stedstype
from avtaler.uttrekk.parter import betegnelse, finn_part, lignende_parter
from kommuner.felt import DesimalFelt
from kommuner.models import Parttype

from .deloppgaveskjema import Periodeskjema, siste_dag
from .tekstfelt import Versjonsfelt, valg


class Stedskjema(Periodeskjema):
    """Which municipality, what is there, how many posts, and when."""

    field_order = ("versjon", "part", "type", "navn", "aarsverk", "fra", "siste_dag", "merknad")

    versjon = Versjonsfelt()
    part = forms.CharField(
        label=_("Kommune"), max_length=200, help_text=_("Skriv navnet eller kommunenummeret."),
        widget=forms.TextInput(attrs={"list": "deltakervalg", "autocomplete": "off"}),
        error_messages={"required": _("Skriv hvilken kommune stedet ligger i.")},
    )  # fmt: skip
    type = forms.ChoiceField(label=_("Hva er her?"), choices=valg(Stedstype), initial=Stedstype.AVDELINGSKONTOR)
    navn = forms.CharField(
        label=_("Navn på stedet"), required=False, max_length=120, help_text=_("For eksempel «Gaupne, rådhuset».")
    )
    aarsverk = DesimalFelt(
        label=_("Årsverk"), required=False, help_text=_("For eksempel 2,5. La stå tomt når tallet ikke er kjent."),
        widget=forms.TextInput(attrs={"class": "felt-kort"}),
    )  # fmt: skip
    merknad = forms.CharField(label=_("Merknad"), required=False, max_length=300)

    def __init__(self, *args: Any, dato: date, **valg: Any) -> None:
        self.dato = dato
        super().__init__(*args, **valg)

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if "part" in ren:
            self._finn_kommune(ren["part"], ren.get("fra") or self.dato)
        return ren

    def felt(self) -> dict[str, Any]:
        """What the services take. Only for a valid form."""
        ren = self.cleaned_data
        return {navn: ren[navn] for navn in ("part", "type", "navn", "aarsverk", "merknad")} | self.periode()

    def _finn_kommune(self, tekst: str, dato: date) -> None:
        treff = [part for part in finn_part(tekst, dato=dato) if part.type == Parttype.KOMMUNE]
        if len(treff) == 1:
            self.cleaned_data["part"] = treff[0]
        elif treff:
            navn = ", ".join(f"«{betegnelse(part, dato)}»" for part in treff)
            setning = _("Flere heter «%(tekst)s». Skriv en av disse: %(navn)s.")
            self.add_error("part", setning % {"tekst": tekst, "navn": navn})
        else:
            self.add_error("part", self._ikke_funnet(tekst, dato))

    def _ikke_funnet(self, tekst: str, dato: date) -> str:
        setning = _("Fant ingen kommune som het «%(tekst)s» den første dagen.") % {"tekst": tekst}
        if forslag := lignende_parter(tekst, dato=dato):
            navn = str(_(" eller ")).join(f"«{ett}»" for ett in forslag)
            return f"{setning} {_('Mente du %(navn)s?') % {'navn': navn}}"
        return setning


def stedets_verdier(sted: Sted) -> dict[str, Any]:
    """The stored place as the form's initial values."""
    like = {navn: getattr(sted, navn) for navn in ("versjon", "type", "navn", "aarsverk", "fra", "merknad")}
    return like | {"part": betegnelse(sted.part, sted.fra), "siste_dag": siste_dag(sted.til)}
