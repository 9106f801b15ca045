"""Who takes part in a project, and with what."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Prosjektdeltakelse
from avtaler.uttrekk.parter import betegnelse, finn_part, lignende_parter
from kommuner.models import Part


class Prosjektdeltakerskjema(Radskjema):
    """What one party is in the project, for how long, and what it puts in besides money."""

    class Meta(Radskjema.Meta):
        model = Prosjektdeltakelse
        fields = ("rolle", "fra", "til", "egeninnsats", "egeninnsats_timer")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["egeninnsats"].help_text = _("Det de bidrar med utenom penger, for eksempel en prosjektleder.")
        self.fields["egeninnsats_timer"].help_text = _("La stå tomt når timene ikke er kjent.")
        self.fields["fra"].error_messages["required"] = _("Skriv den første dagen.")


class NyeProsjektdeltakere(Prosjektdeltakerskjema):
    """Many at once: those of the cooperation who are not in yet, and one who is outside it."""

    field_order = ("versjon", "parter", "annen", "rolle", "fra", "til", "egeninnsats", "egeninnsats_timer")

    parter = forms.MultipleChoiceField(
        label=_("Hvem blir med?"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("En av dem er allerede med, eller er ikke med i samarbeidet.")},
    )  # fmt: skip
    annen = forms.CharField(
        label=_("En annen"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"list": "deltakervalg", "autocomplete": "off"}),
        help_text=_("En partner eller nabokommune. Skriv navnet eller kommunenummeret."),
    )  # fmt: skip

    def __init__(self, *args: Any, parter: Iterable[Part], dato: date, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self._parter = {str(part.pk): part for part in parter}
        self._dato = dato
        self.fields["parter"].choices = [(pk, betegnelse(part, dato)) for pk, part in self._parter.items()]
        if not self._parter:
            del self.fields["parter"]

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        valgte = [self._parter[pk] for pk in ren.get("parter", ())]
        if ren.get("annen"):
            valgte += self._finn(ren["annen"], ren.get("fra") or self._dato)
        elif not valgte and not self.errors:
            self.add_error("parter" if "parter" in self.fields else "annen", _("Velg hvem som blir med."))
        self.valgte = valgte
        return ren

    def _finn(self, tekst: str, dato: date) -> list[Part]:
        treff = finn_part(tekst, dato=dato)
        if len(treff) == 1:
            return treff
        navn = [betegnelse(part, dato) for part in treff] or lignende_parter(tekst, dato=dato)
        setning = _("Flere heter «%(tekst)s».") if treff else _("Fant ingen som het «%(tekst)s» den første dagen.")
        mente = _("Mente du %(navn)s?") % {"navn": str(_(" eller ")).join(f"«{ett}»" for ett in navn)}
        self.add_error("annen", " ".join(map(str, [setning % {"tekst": tekst}, *([mente] if navn else [])])))
        return []
