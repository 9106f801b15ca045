"""What a cooperation under the old law becomes: which forms, their names, and which purpose and task goes where."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.models import Avtale
from avtaler.regler import les_regelverk
from avtaler.regler.omdanning import les_omdanningsregler
from avtaler.tjenester.omdanning import Etterfoelger
from avtaler.uttrekk.omdanningsside import Nyform
from kommuner.felt import DatoFelt

from .tekstfelt import Versjonsfelt

#: The forms of chapter 20 exclude each other; a regional council may become a council and a task community both.
EN_AV = frozenset({"VERT_ADM", "VERT_NEMND"})


class Omdanningsskjema(forms.Form):
    """Built for one agreement and the forms it may become. Fields of a form that is not chosen are not asked for."""

    skjul_valgfritt = True
    TJENESTEFELT: dict[str, str] = {}

    versjon = Versjonsfelt()
    fra = DatoFelt(
        label=_("De nye avtalene gjelder fra"), help_text=_("Dagen dere planlegger med. Den kan endres senere."),
        error_messages={"required": _("Skriv dagen de nye avtalene skal gjelde fra.")},
    )  # fmt: skip
    avslutt = forms.ChoiceField(
        label=_("Når slutter den gamle avtalen?"), widget=forms.RadioSelect, initial="ikraft",
        choices=[("ikraft", _("Når de nye trer i kraft")), ("dato", _("Den dagen som står over, uansett"))],
        error_messages={"required": _("Velg når den gamle avtalen slutter.")},
    )  # fmt: skip

    def __init__(self, *args: Any, avtale: Avtale, former: Iterable[Nyform], maalform: str, **valg: Any) -> None:
        self.avtale, self.former_i_bruk = avtale, list(former)
        super().__init__(*args, **valg)
        self._legg_til_former()
        self._legg_til_navn()
        self.formaalsfelt = [
            self._fordel(f"formaal-{rad.pk}", rad.tekst, _("Velg hvor formålet «%(tekst)s» skal høre til."))
            for rad in avtale.formaal.all()
        ]
        self.oppgavefelt = [
            self._fordel(f"oppgave-{rad.pk}", rad.navn_paa(maalform), None) for rad in avtale.oppgaver.all()
        ]
        self.order_fields(["versjon", "former", *(f"navn-{f.kode}" for f in self.former_i_bruk), "fra", "avslutt"])

    @property
    def navnefelt(self) -> list[forms.BoundField]:
        return [self[f"navn-{form.kode}"] for form in self.former_i_bruk]

    @property
    def velger_en(self) -> bool:
        """Only one of the forms can be chosen."""
        return bool(self.former_i_bruk) and all(form.kode in EN_AV for form in self.former_i_bruk)

    @property
    def formaal(self) -> list[forms.BoundField]:
        """The purposes to distribute; with one successor there is nothing to choose."""
        return [self[navn] for navn in self.formaalsfelt] if self._fordeler else []

    @property
    def oppgaver(self) -> list[forms.BoundField]:
        return [self[navn] for navn in self.oppgavefelt] if self._fordeler else []

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        valgte = self._valgte(ren)
        for kode in valgte:
            if not ren.get(f"navn-{kode}", "").strip() and f"navn-{kode}" not in self.errors:
                self.add_error(f"navn-{kode}", _("Skriv navnet på det nye samarbeidet."))
        if len(valgte) > 1:
            for navn in self.formaalsfelt:
                if not ren.get(navn):
                    self.add_error(navn, _("Velg hvor formålet skal høre til."))
        return ren

    def etterfoelgere(self) -> list[Etterfoelger]:
        """What the service takes. Only for a valid form."""
        ren = self.cleaned_data
        valgte = self._valgte(ren)
        return [
            Etterfoelger(
                form=kode, navn=ren[f"navn-{kode}"],
                formaal=frozenset(self._som_gaar_til(kode, self.formaalsfelt, alene=len(valgte) == 1)),
                oppgaver=frozenset(self._som_gaar_til(kode, self.oppgavefelt, alene=len(valgte) == 1)),
            )
            for kode in valgte
        ]  # fmt: skip

    @property
    def _fordeler(self) -> bool:
        return not self.velger_en and len(self.former_i_bruk) > 1

    def _valgte(self, ren: dict[str, Any]) -> list[str]:
        valgte = ren.get("former") or []
        return [valgte] if isinstance(valgte, str) else list(valgte)

    def _som_gaar_til(self, kode: str, felt: Iterable[str], *, alene: bool) -> Iterable[int]:
        for navn in felt:
            if alene or kode in self.cleaned_data.get(navn, ()):
                yield int(navn.rpartition("-")[2])

    def _legg_til_former(self) -> None:
        valg = [(form.kode, f"{capfirst(form.navn)} ({form.hjemmel})") for form in self.former_i_bruk]
        paakrevd = {"required": _("Velg minst én form.")}
        if self.velger_en:
            self.fields["former"] = forms.ChoiceField(
                label=_("Omdannes til"), choices=valg, widget=forms.RadioSelect, error_messages=paakrevd,
                initial=valg[0][0],
            )  # fmt: skip
        else:
            self.fields["former"] = forms.MultipleChoiceField(
                label=_("Omdannes til"), choices=valg, widget=forms.CheckboxSelectMultiple, error_messages=paakrevd,
                initial=[kode for kode, _navn in valg],
            )  # fmt: skip

    def _legg_til_navn(self) -> None:
        for form in self.former_i_bruk:
            ord_ = str(_(" eller ")).join(f"«{ett}»" for ett in form.navnekrav)
            self.fields[f"navn-{form.kode}"] = forms.CharField(
                label=_("Navn: %(form)s") % {"form": form.navn}, required=False, max_length=200,
                initial=form.navneforslag[0] if form.navneforslag else "",
                help_text=_("Navnet må inneholde %(ord)s.") % {"ord": ord_} if form.navnekrav else "",
                widget=forms.TextInput(attrs={"list": f"navn-{form.kode}-forslag"}),
            )  # fmt: skip

    def _fordel(self, navn: str, tekst: str, mangler: Any) -> str:
        """One purpose or task: which of the successors it belongs to; to begin with the one made for its like."""
        koder = [form.kode for form in self.former_i_bruk]
        klasse = les_omdanningsregler().klasse
        passer = [kode for kode in koder if klasse.get(kode) == self.avtale.klasse] or koder
        self.fields[navn] = forms.MultipleChoiceField(
            label=tekst, required=False, widget=forms.CheckboxSelectMultiple, initial=passer,
            choices=[(kode, les_regelverk().form(kode).kortnavn.nb) for kode in koder],
        )  # fmt: skip
        return navn


class Ikrafttredelsesskjema(forms.Form):
    """The day the successors begin, and the old agreement ends."""

    fra = DatoFelt(
        label=_("De nye avtalene gjelder fra"),
        error_messages={"required": _("Skriv dagen de nye avtalene gjelder fra.")},
    )

    def felt(self) -> dict[str, date]:
        return {"fra": self.cleaned_data["fra"]}
