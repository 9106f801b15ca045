"""Raising a matter for the organ above, answering it, and which ones the reader wants to see."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Initiativ
from avtaler.uttrekk.moeter.initiativer import Initiativfilter

from .moeteskjema import Organvalg

Valg = Iterable[tuple[int, str]]
SVAR = (Initiativ.Status.VEDTATT, Initiativ.Status.AVVIST, Initiativ.Status.SENDT_RAADENE)


class Initiativskjema(Radskjema):
    """Who raises what for whom. It goes to the organ above, or to another of the same cooperation."""

    class Meta(Radskjema.Meta):
        model = Initiativ
        fields = ("fra_organ", "til_organ", "tittel", "tekst", "dato")
        help_texts = {"tekst": _("Alle kan lese et initiativ. Skriv ikke noe hemmelig her.")}

    def __init__(self, *args: Any, idag: date, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.idag = idag
        for navn, tekst in (("fra_organ", _("Hvem reiser saken?")), ("til_organ", _("Hvem skal behandle den?"))):
            self.fields[navn] = Organvalg(
                queryset=self.fields[navn].queryset, label=tekst, empty_label=_("Velg organ"),
                error_messages={"required": _("Velg organet.")},
            )  # fmt: skip

    def clean_dato(self) -> date:
        dag, behandlet = self.cleaned_data["dato"], self.instance.behandlet
        if dag > self.idag:
            raise forms.ValidationError(_("Dagen er ikke kommet ennå."))
        if behandlet and dag > behandlet:
            raise forms.ValidationError(_("Saken kan ikke være reist etter at den ble behandlet."))
        return dag

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        fra, til = ren.get("fra_organ"), ren.get("til_organ")
        if fra and til and fra.pk == til.pk:
            self.add_error("til_organ", _("Velg et annet organ enn det som reiser saken."))
        elif fra and til and til.pk != fra.overordnet_id and til.regionens_pk != fra.regionens_pk:
            self.add_error("til_organ", _("Velg et organ i samme region."))
        return ren


class Initiativsvar(Radskjema):
    """What the organ above decided, and the council round it led to."""

    class Meta(Radskjema.Meta):
        model = Initiativ
        fields = ("status", "behandlet", "svar", "runde")
        help_texts = {"svar": _("Alle kan lese svaret. Skriv ikke noe hemmelig her.")}

    def __init__(self, *args: Any, idag: date, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.idag = idag
        self.fields["status"].choices = [(kode.value, capfirst(kode.label)) for kode in SVAR]
        self.fields["status"].label = _("Utfall")
        self.fields["behandlet"].required = True
        self.fields["runde"].help_text = _("Saken om avtalen som kommunestyrene får, når den er sendt dem.")

    def clean_behandlet(self) -> date:
        dag = self.cleaned_data["behandlet"]
        if dag < self.instance.dato:
            raise forms.ValidationError(_("Saken kan ikke være behandlet før den ble reist."))
        if dag > self.idag:
            raise forms.ValidationError(_("Dagen er ikke kommet ennå."))
        return dag

    def clean_svar(self) -> str:
        svar = self.cleaned_data["svar"]
        lukket = Q(er_lukket=True) | Q(moete__er_aapent=False)
        if svar and self.instance.moetesaker.filter(lukket).exists():
            raise forms.ValidationError(
                _("Saken er behandlet for lukkede dører, og alle kan lese svaret. La det stå tomt.")
            )
        return svar

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if ren.get("status") != Initiativ.Status.SENDT_RAADENE:
            ren["runde"] = None
        elif not ren.get("runde") and "runde" not in self.errors:
            self.add_error("runde", _("Velg saken som er sendt kommunestyrene."))
        return ren


class Initiativfilterskjema(forms.Form):
    """Everything may be left out; what is no choice counts as left out."""

    skjul_valgfritt = True

    region = forms.ChoiceField(label=_("Region"), required=False)
    organ = forms.ChoiceField(label=_("Organ"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)

    def __init__(self, *args: Any, regioner: Valg, organer: Valg, **valg: Any) -> None:
        super().__init__(*args, auto_id="filter-%s", **valg)
        for felt, rader in (("region", regioner), ("organ", organer)):
            self.fields[felt].choices = [("", _("Alle")), *((str(pk), navn) for pk, navn in rader)]
        statuser = ((kode, capfirst(navn)) for kode, navn in Initiativ.Status.choices)
        self.fields["status"].choices = [("", _("Alle")), *statuser]

    def filter(self) -> Initiativfilter:
        """What was asked for."""
        self.is_valid()
        ren = self.cleaned_data
        pk = {navn: int(ren[navn]) if ren.get(navn) else None for navn in ("region", "organ")}
        return Initiativfilter(**pk, status=ren.get("status") or "")
