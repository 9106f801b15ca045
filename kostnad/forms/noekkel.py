"""Keys by template: a few questions in the region's own words become the steps of docs/fordeling.md."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.tekstfelt import Flerlinjefelt
from avtaler.models import Avtale
from avtaler.tjenester import Avvist
from kommuner.felt import BeloepFelt, ProsentFelt
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.penger import kroner
from kostnad.domene.tekstformat import les_tekst
from kostnad.models import Noekkel, Tellepunkt
from kostnad.tjenester import proev_steg
from kostnad.uttrekk.forslag import maalform

from .felt import Aarsfelt, Vektfelt, prosenttall

AVRUNDING = [("krone", _("hele kroner")), ("oere", _("øre"))]
LIK, FOLKETALL = "lik", "folketall"
Steg = list[dict[str, Any]]


def fordel(**vekter: str) -> dict[str, Any]:
    """The step that splits what is left by weighted criteria; those without weight are left out."""
    etter = [{"kriterium": navn, "vekt": vekt} for navn, vekt in vekter.items() if vekt != "0"]
    return {"steg": "fordel", "etter": etter}


class Noekkelskjema(forms.Form):
    """What every key has. A subclass asks for the rest and gives the steps. ``steg`` is there when it is valid."""

    navn: ClassVar[Any]
    forklaring: ClassVar[Any]
    #: The field that shows what is wrong with the steps, when one can be blamed.
    stegfelt: ClassVar[str | None] = None

    fra_aar = Aarsfelt(
        label=_("Gjelder fra og med budsjettåret"), error_messages={"required": _("Skriv året nøkkelen gjelder fra.")}
    )
    avrunding = forms.ChoiceField(
        label=_("Avrunding"), choices=AVRUNDING, initial="krone", widget=forms.RadioSelect,
        error_messages={"required": _("Velg om beløpene skal rundes av til kroner eller øre.")},
    )  # fmt: skip
    tellepunkt = forms.ChoiceField(
        label=_("Folketall og andre tall per"), choices=Tellepunkt.choices, initial=Tellepunkt.SAMME_AAR,
        widget=forms.RadioSelect, error_messages={"required": _("Velg hvilken dag tallene gjelder.")},
    )  # fmt: skip
    kilde = forms.CharField(
        label=_("Kilde"), max_length=300, required=False,
        help_text=_("Hvor nøkkelen er vedtatt, for eksempel saksnummer."),
    )  # fmt: skip
    er_eksempel = forms.BooleanField(label=_("Nøkkelen er et eksempel"), required=False)

    def __init__(self, data: Any = None, *, avtale: Avtale, deltakere: Sequence[tuple[str, str]], **valg: Any) -> None:
        self.avtale = avtale
        self.steg: Steg = []
        super().__init__(data, **valg)
        if "deltaker" in self.fields:
            self.fields["deltaker"].choices = [("", _("Velg deltaker")), *deltakere]

    def malsteg(self) -> Steg:
        """The steps that the answers make. Only for answers without errors."""
        raise NotImplementedError

    @property
    def malfelt(self) -> list[forms.BoundField]:
        """The template's own questions."""
        return [self[navn] for navn in self.fields if navn not in Noekkelskjema.base_fields]

    @property
    def fellesfelt(self) -> list[forms.BoundField]:
        """What every key has."""
        return [self[navn] for navn in Noekkelskjema.base_fields]

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            try:
                self.steg = proev_steg(self.avtale, self.malsteg())
            except Noekkelfeil as feil:
                self.add_error(self.stegfelt, feil.setning(maalform()))
            except Avvist as avvist:
                self.add_error(self.stegfelt, avvist.setning)
        return self.cleaned_data

    def felt(self) -> dict[str, Any]:
        """What `fastsett_noekkel` takes. Only for a valid form."""
        return {navn: self.cleaned_data[navn] for navn in Noekkelskjema.base_fields} | {"steg": self.steg}

    def ulagret(self) -> Noekkel:
        """The key as it would be, for a split that is only shown. Only for a valid form."""
        return Noekkel(avtale=self.avtale, versjon=0, **self.felt())


class Likt(Noekkelskjema):
    """Everyone pays the same."""

    navn = _("Likt")
    forklaring = _("Alle deltakere betaler det samme.")

    def malsteg(self) -> Steg:
        return [fordel(lik="1")]


class EtterFolketall(Noekkelskjema):
    """By population."""

    navn = _("Etter folketall")
    forklaring = _("Hver deltaker betaler etter hvor mange innbyggere den har.")

    def malsteg(self) -> Steg:
        return [fordel(folketall="1")]


class Halvt(Noekkelskjema):
    """Half equally, half by population."""

    navn = _("Halvparten likt, halvparten etter folketall")
    forklaring = _("Den vanligste nøkkelen i regionråd.")

    def malsteg(self) -> Steg:
        return [fordel(lik="50", folketall="50")]


class Blandet(Noekkelskjema):
    """Equally and by population with weights of one's own, which make up the whole."""

    navn = _("Likt og folketall med egne vekter")
    forklaring = _("En del deles likt, resten etter folketall.")

    vekt_lik = Vektfelt(label=_("Deles likt"), initial=Fraction(1, 2), help_text=_("Prosent av beløpet."))
    vekt_folketall = Vektfelt(
        label=_("Deles etter folketall"), initial=Fraction(1, 2), help_text=_("Prosent av beløpet.")
    )

    def clean(self) -> dict[str, Any]:
        lik, folketall = (self.cleaned_data.get(navn) for navn in ("vekt_lik", "vekt_folketall"))
        if lik is not None and folketall is not None and lik + folketall != 1:
            self.add_error("vekt_folketall", _("De to prosentene må være 100 til sammen."))
        return super().clean()

    def malsteg(self) -> Steg:
        lik, folketall = self.cleaned_data["vekt_lik"], self.cleaned_data["vekt_folketall"]
        return [fordel(lik=prosenttall(lik), folketall=prosenttall(folketall))]


class ProsentFoerst(Blandet):
    """One party's fixed percentage first, the rest by weights among the others."""

    navn = _("Fast prosent først, så likt og folketall")
    forklaring = _("En deltaker betaler en fast prosent, for eksempel fylkeskommunen. De andre deler resten.")

    deltaker = forms.ChoiceField(
        label=_("Hvem betaler fast prosent"), error_messages={"required": _("Velg hvem som betaler fast prosent.")}
    )
    prosent = ProsentFelt(
        label=_("Prosent av beløpet"), widget=forms.TextInput(attrs={"class": "felt-kort"}),
        error_messages={"required": _("Skriv hvor mange prosent deltakeren betaler.")},
    )  # fmt: skip
    field_order = ("deltaker", "prosent", "vekt_lik", "vekt_folketall")

    def malsteg(self) -> Steg:
        ren = self.cleaned_data
        foerst = {"steg": "fast_prosent", "deltaker": ren["deltaker"], "prosent": prosenttall(ren["prosent"])}
        return [foerst, *super().malsteg()]


class Sats(Noekkelskjema):
    """A rate per inhabitant, with a ceiling if one is wanted."""

    navn = _("Sats per innbygger")
    forklaring = _("Hver deltaker betaler et beløp per innbygger.")

    sats = BeloepFelt(
        label=_("Kroner per innbygger"), widget=forms.TextInput(attrs={"class": "felt-kort"}),
        error_messages={"required": _("Skriv hvor mange kroner det er per innbygger.")},
    )  # fmt: skip
    tak = BeloepFelt(
        label=_("Høyeste beløp for én deltaker"), required=False, widget=forms.TextInput(attrs={"class": "felt-kort"})
    )
    resten = forms.ChoiceField(
        label=_("Resten av budsjettet"),
        choices=[
            ("", _("Det er ingen rest: Satsen alene setter summen, og budsjettet har ikke noe beløp")),
            (LIK, _("Deles likt")),
            (FOLKETALL, _("Deles etter folketall")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )

    def malsteg(self) -> Steg:
        ren = self.cleaned_data
        tak = {} if ren["tak"] is None else {"tak": kroner(ren["tak"])}
        sats = {"steg": "sats", "etter": FOLKETALL, "beloep": kroner(ren["sats"]), **tak}
        return [sats, fordel(**{ren["resten"]: "1"})] if ren["resten"] else [sats]


class MedGrenser(Blandet):
    """Weights, then a floor and a ceiling."""

    navn = _("Likt og folketall med gulv og tak")
    forklaring = _("Ingen betaler mindre enn gulvet eller mer enn taket. De andre bærer forskjellen.")

    gulv = BeloepFelt(
        label=_("Gulv"), required=False, help_text=_("Det minste en deltaker betaler i året."),
        widget=forms.TextInput(attrs={"class": "felt-kort"}),
    )  # fmt: skip
    tak = BeloepFelt(
        label=_("Tak"), required=False, help_text=_("Det meste en deltaker betaler i året."),
        widget=forms.TextInput(attrs={"class": "felt-kort"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        if not self.errors and self.cleaned_data["gulv"] is None and self.cleaned_data["tak"] is None:
            self.add_error("gulv", _("Skriv et gulv, et tak eller begge."))
        return super().clean()

    def malsteg(self) -> Steg:
        grenser = {navn: self.cleaned_data[navn] for navn in ("gulv", "tak")}
        skrevet = {navn: kroner(oere) for navn, oere in grenser.items() if oere is not None}
        return [*super().malsteg(), {"steg": "grense", **skrevet}]


class Egendefinert(Noekkelskjema):
    """The steps themselves, in JSON or YAML."""

    navn = _("Egendefinert")
    forklaring = _("Skriv stegene selv, som JSON eller YAML.")
    stegfelt = "tekst"

    tekst = Flerlinjefelt(
        label=_("Steg"), rader=12,
        help_text=_("En liste av steg. Formatet er beskrevet i dokumentet om fordeling av kostnader."),
        error_messages={"required": _("Skriv stegene i nøkkelen.")},
    )  # fmt: skip

    def malsteg(self) -> Steg:
        lest = les_tekst(self.cleaned_data["tekst"])
        if isinstance(lest, dict) and set(lest) == {"noekkel"}:
            lest = lest["noekkel"]
        if not isinstance(lest, list):
            raise Noekkelfeil("ikke_liste", sted=("oppdrag", 0), felt="noekkel")
        return lest


MALER: dict[str, type[Noekkelskjema]] = {
    "halvt": Halvt,
    "likt": Likt,
    "folketall": EtterFolketall,
    "blandet": Blandet,
    "prosent": ProsentFoerst,
    "sats": Sats,
    "grenser": MedGrenser,
    "egen": Egendefinert,
}


def noekkelskjema(
    mal: str,
    data: Any = None,
    *,
    avtale: Avtale,
    deltakere: Sequence[tuple[str, str]],
    naa: Noekkel | None,
    aar: int,
    har_aarets_tall: bool = True,
) -> Noekkelskjema:
    """The form of a template, suggesting what the key in force has; an unknown template is the commonest one.

    Where the figures of the budget year are not published, those of the year before are suggested.
    """
    start: dict[str, Any] = {"fra_aar": aar}
    if naa is not None:
        start |= {"avrunding": naa.avrunding, "tellepunkt": naa.tellepunkt}
        start["tekst"] = json.dumps(naa.steg, ensure_ascii=False, indent=2)
    if not har_aarets_tall:
        start["tellepunkt"] = Tellepunkt.AARET_FOER
    return MALER.get(mal, Halvt)(data, avtale=avtale, deltakere=deltakere, initial=start)
