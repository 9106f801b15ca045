"""The form of one row, made from its model: it reads what Norwegians type, and shows mine against theirs."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kommuner.felt import BeloepFelt, DatoFelt, DesimalFelt

from .forskjell import MedForskjeller
from .tekstfelt import Aarsfelt, Antallfelt, Flerlinjefelt, Versjonsfelt

IKKE_VALGT = _("Ikke oppgitt")
#: Columns that hold a calendar year.
AARSKOLONNER = ("aar", "fra_aar", "til_aar")


class SisteDagFelt(DatoFelt):
    """The last day of a period, as people say it; cleaned to the day after, as the tables keep it."""

    def les(self, tekst: str) -> date:
        return super().les(tekst) + timedelta(days=1)

    def vis(self, verdi: date) -> str:
        return super().vis(verdi - timedelta(days=1))


class Klokkefelt(forms.TimeField):
    """A time of day as Norwegians type and read it: «18.30», «18:30», «18»."""

    default_error_messages = {"invalid": _("Skriv klokkeslettet som 18.30.")}

    def __init__(self, **valg: Any) -> None:
        super().__init__(input_formats=["%H.%M", "%H:%M", "%H"], widget=forms.TimeInput(format="%H.%M"), **valg)

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H.%M") if isinstance(value, time) else value


class Valgboks(forms.ModelChoiceField):
    """One of the rows the reader may choose among."""

    def __init__(self, **valg: Any) -> None:
        valg.setdefault("empty_label", IKKE_VALGT)
        super().__init__(**valg)
        self.widget.attrs["translate"] = "no"  # The choices are names people have written, in their own language.


def norsk_felt(felt: models.Field, **valg: Any) -> forms.Field | None:
    """The form field of a model's column. ``*_oere`` is typed in kroner; ``til`` is typed as the last day."""
    valg = {"label": capfirst(felt.verbose_name), "required": not felt.blank, "help_text": ""} | valg
    valg["initial"] = felt.get_default() if felt.has_default() else None
    for slag, lag in _FELT.items():
        if isinstance(felt, slag):
            return lag(felt, valg)
    return felt.formfield(**valg)


def _dato(felt: models.Field, valg: dict[str, Any]) -> forms.Field:
    if felt.name == "til":
        return SisteDagFelt(**valg | {"label": _("Siste dag"), "help_text": _("La stå tomt så lenge det varer.")})
    return DatoFelt(**valg)


def _tekst(felt: models.Field, valg: dict[str, Any]) -> forms.Field:
    if not felt.choices:
        return forms.CharField(max_length=felt.max_length, **valg)
    tomt = [("", IKKE_VALGT)] if felt.blank else []
    return forms.ChoiceField(choices=tomt + [(kode, capfirst(navn)) for kode, navn in felt.choices], **valg)


def _flervalg(felt: models.Field, valg: dict[str, Any]) -> forms.Field:
    koder = [(kode, capfirst(navn)) for kode, navn in felt.base_field.choices]
    return forms.MultipleChoiceField(choices=koder, widget=forms.CheckboxSelectMultiple, **valg)


def _heltall(felt: models.Field, valg: dict[str, Any]) -> forms.Field:
    if felt.name.endswith("_oere"):
        return BeloepFelt(**valg)
    return Aarsfelt(**valg) if felt.name in AARSKOLONNER else Antallfelt(hoeyst=32_000, **valg)


def _desimal(felt: models.Field, valg: dict[str, Any]) -> forms.Field:
    return DesimalFelt(hoeyst=10 ** (felt.max_digits - felt.decimal_places) - 1, **valg)


#: The first that fits is used: what is special stands before what is general.
_FELT: dict[type[models.Field], Callable[[models.Field, dict[str, Any]], forms.Field]] = {
    ArrayField: _flervalg,
    models.DateField: _dato,
    models.TimeField: lambda _felt, valg: Klokkefelt(**valg),
    models.BooleanField: lambda _felt, valg: forms.BooleanField(**valg | {"required": False}),
    models.URLField: lambda felt, valg: forms.URLField(
        max_length=felt.max_length, assume_scheme="https", widget=forms.TextInput(attrs={"inputmode": "url"}), **valg
    ),
    models.CharField: _tekst,
    models.TextField: lambda _felt, valg: Flerlinjefelt(**valg),
    models.DecimalField: _desimal,
    models.IntegerField: _heltall,
    models.ForeignKey: lambda felt, valg: Valgboks(queryset=felt.related_model._default_manager.none(), **valg),
    models.ManyToManyField: lambda felt, valg: forms.ModelMultipleChoiceField(
        queryset=felt.related_model._default_manager.none(), widget=forms.CheckboxSelectMultiple, **valg
    ),
}


class Slettskjema(forms.Form):
    """The question before a row is deleted: it remembers which version it was asked about."""

    versjon = Versjonsfelt()


class Radskjema(MedForskjeller, forms.ModelForm):
    """Base of the forms of one row. A subclass names its model and fields, with ``class Meta(Radskjema.Meta)``.

    ``utvalg`` gives the rows each relation is chosen among: without it there are none, so no form reaches outside the
    reader's scope by forgetting to say so. What the stored row already holds may always stay. Constraints with a
    ``violation_error_message`` answer at the form.
    """

    versjon = Versjonsfelt()

    class Meta:
        formfield_callback = norsk_felt

    def __init__(self, *args: Any, utvalg: Mapping[str, models.QuerySet] | None = None, **valg: Any) -> None:
        super().__init__(*args, **valg)
        # Version 0 is "nobody had stored it": a row that is stored meanwhile is then in conflict, not overwritten.
        self.initial.setdefault("versjon", 0 if self.instance._state.adding else self.instance.versjon)
        for navn, rader in (utvalg or {}).items():
            self.fields[navn].queryset = rader
        for navn, felt in self.fields.items():
            if navn in self._meta.fields and isinstance(felt, forms.ModelChoiceField) and self.instance.pk:
                felt.queryset = _med_valgte(felt.queryset, self.instance, navn)

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        fra, til = ren.get("fra"), ren.get("til")
        if fra and til and til <= fra and "til" in self.fields:
            self.add_error("til", _("Siste dag kan ikke være før første dag."))
        return ren

    def felt(self) -> dict[str, Any]:
        """The columns and what they are to hold. Only for a valid form."""
        return {navn: self.cleaned_data[navn] for navn in self._meta.fields if navn in self.cleaned_data}


def _med_valgte(utvalg: models.QuerySet, rad: models.Model, navn: str) -> models.QuerySet:
    """The choices, and what the stored row holds outside them: saving something else must not drop it. No query."""
    if rad._meta.get_field(navn).many_to_many:
        valgte = getattr(rad, navn).order_by().values("pk")
    elif (noekkel := getattr(rad, rad._meta.get_field(navn).attname)) is not None:
        valgte = [noekkel]
    else:
        return utvalg
    alle = utvalg.model._default_manager.filter(Q(pk__in=utvalg.order_by().values("pk")) | Q(pk__in=valgte))
    alle.query.select_related = utvalg.query.select_related
    return alle.order_by(*utvalg.query.order_by) if utvalg.query.order_by else alle
