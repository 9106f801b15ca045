"""The filters of the register, as plain GET parameters. What is not a choice is no wish."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from avtaler.domene.virketid import Avtalestatus
from avtaler.models import Klasse, Kommunerolle
from avtaler.uttrekk import Filter
from avtaler.uttrekk.register import Filtervalg
from avtaler.uttrekk.registervilkaar import Geografi

from .tekstfelt import valg as valg_av

LENGSTE_SOEK = 100
#: The filters that are always in sight; the others are folded until one is in use.
SYNLIGE = ("q", "kommune", "status")


@dataclass(frozen=True)
class Filtermerke:
    """A filter in use, and the address without it."""

    navn: str
    verdi: str
    uten: str


class Registerfilter(forms.Form):
    """Search and ten choices."""

    skjul_valgfritt = True

    q = forms.CharField(label=_("Søk"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    kommune = forms.ChoiceField(label=_("Kommune"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    form = forms.ChoiceField(label=_("Form"), required=False)
    klasse = forms.ChoiceField(label=_("Hva slags samarbeid"), required=False)
    oppgave = forms.ChoiceField(label=_("Oppgave"), required=False)
    rolle = forms.ChoiceField(label=_("Kommunens rolle"), required=False)
    vert = forms.ChoiceField(label=_("Vertskommune eller kontorkommune"), required=False)
    geografi = forms.ChoiceField(label=_("Geografi"), required=False)
    bekreftelse = forms.ChoiceField(label=_("Bekreftelse"), required=False)

    def __init__(self, data: Any, *, valg: Filtervalg) -> None:
        super().__init__(_kjente(data), auto_id="filter-%s")
        self._adresse = data
        valgene = {
            "form": valg.former, "kommune": valg.kommuner, "oppgave": valg.oppgaver, "region": valg.regioner,
            "klasse": valg_av(Klasse), "rolle": valg_av(Kommunerolle), "vert": valg.verter,
            "geografi": Geografi.choices, "bekreftelse": valg.bekreftelser,
        }  # fmt: skip
        for navn, ett in valgene.items():
            self.fields[navn].choices = [("", _("Alle")), *ett]
        self.fields["status"].choices = valg.statuser
        if not valg.bekreftelser:
            del self.fields["bekreftelse"]

    @property
    def synlige(self) -> list[forms.BoundField]:
        return [self[navn] for navn in SYNLIGE]

    @property
    def flere(self) -> list[forms.BoundField]:
        return [felt for felt in self if felt.name not in SYNLIGE]

    @property
    def flere_i_bruk(self) -> int:
        """How many of the folded filters are in use."""
        return len([merke for merke in self._i_bruk() if merke not in SYNLIGE])

    @property
    def merker(self) -> list[Filtermerke]:
        """Every filter in use, in the order of the form; the usual status is none."""
        return [
            Filtermerke(str(self.fields[navn].label), self._vist(navn), self._uten(navn)) for navn in self._i_bruk()
        ]

    def filter(self, side: str, *, bruker_id: int | None = None) -> Filter:
        """The wish; an unknown choice counts as none."""
        self.is_valid()
        ren = self.cleaned_data
        like = ("form", "kommune", "oppgave", "region", "klasse", "rolle", "vert", "geografi", "bekreftelse")
        return Filter(
            soek=ren.get("q", ""), status=ren.get("status") or Avtalestatus.GJELDENDE, side=side, bruker_id=bruker_id,
            **{navn: ren.get(navn, "") for navn in like},
        )  # fmt: skip

    def _i_bruk(self) -> list[str]:
        self.is_valid()
        vanlig = {"status": Avtalestatus.GJELDENDE.value}
        return [navn for navn in self.fields if self.cleaned_data.get(navn, "") not in ("", vanlig.get(navn, ""))]

    def _vist(self, navn: str) -> str:
        verdi = self.cleaned_data[navn]
        return str(dict(getattr(self.fields[navn], "choices", ())).get(verdi, verdi))

    def _uten(self, navn: str) -> str:
        adresse = QueryDict(mutable=True)
        for felt in self._adresse:
            if felt not in (navn, "side") and self._adresse.get(felt):
                adresse[felt] = self._adresse.get(felt)
        return f"?{adresse.urlencode()}"


def _kjente(data: Any) -> dict[str, str]:
    """Only the parameters of the form, without what no database can search for."""
    kjente = {navn: data.get(navn, "").replace("\x00", "")[:LENGSTE_SOEK] for navn in Registerfilter.base_fields}
    kjente["status"] = kjente["status"] or Avtalestatus.GJELDENDE.value
    return kjente
