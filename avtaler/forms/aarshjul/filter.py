"""Which year, whose, which half and for which role. What is not a choice is no wish."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.forms.tekstfelt import valg
from avtaler.models import Klasse
from kommuner.models import Part, Region, Regionmedlemskap, Rolle
from kommuner.querysets import gyldig

#: How far a wheel looks back and ahead: a term and a half.
AAR_TILBAKE, AAR_FRAM = 2, 6
ROLLER = (Rolle.KOORDINATOR, Rolle.POLITIKER, Rolle.SEKRETAER, Rolle.RAPPORTOER, Rolle.INNSYN)


class Aarshjulfilter(forms.Form):
    """Two queries: the regions and their members."""

    skjul_valgfritt = True

    aar = forms.ChoiceField(label=_("År"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    kommune = forms.ChoiceField(label=_("Kommune"), required=False)
    klasse = forms.ChoiceField(label=_("Årshjul"), required=False, choices=[("", _("Begge")), *valg(Klasse)])
    rolle = forms.ChoiceField(
        label=_("For hvem"), required=False,
        choices=[("", _("Alle")), *((rolle.value, capfirst(rolle.label)) for rolle in ROLLER)],
    )  # fmt: skip

    def __init__(self, data: Any, *, dato: date, har_eget: bool) -> None:
        self._regioner = {region.slug: region for region in Region.objects.all()}
        medlemmer = list(Regionmedlemskap.objects.filter(gyldig(dato)).exclude(part__nummer="").select_related("part"))
        self._parter = {rad.part.nummer: rad.part for rad in medlemmer}
        virker = {rad.region_id for rad in medlemmer}
        self._foerste = next((slug for slug, region in self._regioner.items() if region.pk in virker), "")
        self._har_eget = har_eget
        self._dato = dato
        super().__init__(data={}, auto_id="filter-%s")
        self._sett_valg()
        self.data = self._kjente(data)

    @property
    def kommunen(self) -> Part | None:
        return self._parter.get(self.data["kommune"])

    @property
    def regionen(self) -> Region | None:
        """The region chosen; the first one with members when there is nothing of the reader's own to show."""
        return self._regioner.get(self.data["region"])

    @property
    def aaret(self) -> int:
        return int(self.data["aar"])

    def _sett_valg(self) -> None:
        aar = range(self._dato.year - AAR_TILBAKE, self._dato.year + AAR_FRAM + 1)
        self.fields["aar"].choices = [(str(ett), str(ett)) for ett in aar]
        egne = [("", _("Mine"))] if self._har_eget else []
        self.fields["region"].choices = egne + [(slug, region.navn) for slug, region in self._regioner.items()]
        parter = sorted(self._parter.values(), key=lambda part: part.sortering)
        self.fields["kommune"].choices = [("", _("Alle")), *((part.nummer, part.navn) for part in parter)]

    def _kjente(self, data: Any) -> dict[str, str]:
        """What was asked for and is a choice; otherwise the default."""
        standard = {"aar": str(self._dato.year), "region": "" if self._har_eget else self._foerste}
        kjente = {}
        for navn, felt in self.fields.items():
            spurt = data.get(navn, "")
            gyldige = {str(kode) for kode, _navn in felt.choices}
            kjente[navn] = spurt if spurt in gyldige and (spurt or navn == "region") else standard.get(navn, "")
        if kjente["region"] not in {str(kode) for kode, _navn in self.fields["region"].choices}:
            kjente["region"] = standard["region"]
        return kjente
