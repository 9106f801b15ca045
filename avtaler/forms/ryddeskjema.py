"""Handling a finding of the clean-up list: who takes it and by when, and why it is judged as settled."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.rydding.regel import Alvor
from avtaler.uttrekk.ryddeliste import AAPNE, ALLE, AVKLARTE, Ryddefilter, alvornavn
from kommuner.felt import DatoFelt

from .tekstfelt import Flerlinjefelt, Versjonsfelt


class Ryddefilterskjema(forms.Form):
    """The filters of the list, as plain GET parameters. What is not a choice is no wish."""

    skjul_valgfritt = True

    region = forms.ChoiceField(label=_("Region"), required=False)
    alvor = forms.ChoiceField(label=_("Hvor viktig"), required=False)
    vis = forms.ChoiceField(label=_("Vis"), required=False)
    mine = forms.ChoiceField(label=_("Ansvarlig"), required=False)

    def __init__(self, data: Mapping[str, str], *, regioner: list[tuple[str, str]]) -> None:
        super().__init__({**{navn: data.get(navn, "") for navn in self.base_fields}}, auto_id="filter-%s")
        alle = ("", _("Alle"))
        self.fields["region"].choices = [alle, *regioner]
        self.fields["alvor"].choices = [alle, *((alvor.value, alvornavn(alvor)) for alvor in Alvor)]
        self.fields["vis"].choices = [("", _("Åpne")), (AVKLARTE, _("Avklarte")), (ALLE, _("Alle"))]
        self.fields["mine"].choices = [alle, ("ja", _("Meg"))]

    def filter(self, *, kode: str, side: str) -> Ryddefilter:
        """The wish; an unknown choice counts as none."""
        self.is_valid()
        ren = self.cleaned_data
        return Ryddefilter(
            region=ren.get("region", ""), alvor=ren.get("alvor", ""), vis=ren.get("vis") or AAPNE,
            mine=ren.get("mine", ""), kode=kode, side=side,
        )  # fmt: skip


class Fordelingsskjema(forms.Form):
    """Who handles the finding, by when, and a note."""

    eier = forms.ModelChoiceField(label=_("Ansvarlig"), queryset=None, required=False, empty_label=_("Ingen"))
    frist = DatoFelt(label=_("Frist"), required=False, help_text=_("For eksempel 31.12.2026."))
    merknad = Flerlinjefelt(label=_("Merknad"), required=False, rader=3, max_length=2000)
    versjon = Versjonsfelt()

    def __init__(
        self, *args: Any, koordinatorer: Any, dato: date, lagret_frist: date | None = None, **valg: Any
    ) -> None:
        super().__init__(*args, prefix="fordel", **valg)
        self.fields["eier"].queryset = koordinatorer
        self._dato, self._lagret_frist = dato, lagret_frist

    def clean_frist(self) -> date | None:
        """A new deadline lies ahead; one that has passed may stand while something else is changed."""
        frist = self.cleaned_data["frist"]
        if frist is not None and frist < self._dato and frist != self._lagret_frist:
            raise forms.ValidationError(_("Fristen er allerede ute. Skriv en dag som kommer."))
        return frist

    def felt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        return {navn: self.cleaned_data[navn] for navn in ("eier", "frist", "merknad", "versjon")}


class Kvitteringsskjema(forms.Form):
    """Why the finding is settled although the rule still sees it."""

    begrunnelse = Flerlinjefelt(
        label=_("Hvorfor er det avklart?"), rader=3, max_length=2000,
        error_messages={"required": _("Skriv hvorfor funnet er avklart.")},
    )  # fmt: skip
    avtrykk = forms.CharField(widget=forms.HiddenInput, max_length=64)
    versjon = Versjonsfelt()

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, prefix="kvitter", **valg)
