"""Mine and theirs: the fields where what was typed differs from what somebody else has stored meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Forskjell:
    """One field on which two people disagree, as each of them would read it."""

    navn: str
    mitt: str
    lagret: str


class MedForskjeller:
    """A form that can show itself against the stored values, which are its ``initial``."""

    def forskjeller(self) -> Iterator[Forskjell]:
        """The visible fields that differ. For a bound form."""
        for felt in self.visible_fields():
            mitt = vis(felt.field, felt.data)
            lagret = vis(felt.field, felt.initial)
            if mitt != lagret:
                yield Forskjell(str(felt.label), mitt, lagret)


def paa_nytt(sendt: QueryDict, **lest: object) -> QueryDict:
    """What was typed, now against the stored row (``versjon=``): saving again is a choice made with open eyes."""
    data = sendt.copy()
    for navn, verdi in lest.items():
        data[navn] = str(verdi)
    return data


def vis(felt: forms.Field, verdi: Any) -> str:
    """A value of a field, typed or stored, as a person reads it."""
    if isinstance(felt, forms.BooleanField):
        return _("Ja") if verdi else _("Nei")
    verdi = _lest(felt, verdi)
    if isinstance(felt, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(felt.label_from_instance(ledd) for ledd in verdi or []))
    if isinstance(felt, forms.ModelChoiceField):
        return str(verdi or "")
    if valg := getattr(felt.widget, "choices", None):
        navn = _navn(valg)
        flere = verdi if isinstance(verdi, list | tuple) else [verdi]
        return ", ".join(str(navn.get(ett, ett or "")) for ett in flere)
    vist = felt.prepare_value(verdi)
    if isinstance(vist, list):
        return "\n".join(vist)
    return "" if vist is None else str(vist).strip()


def _navn(valg: Any) -> dict[Any, Any]:
    """The choices by value, also those that stand in groups."""
    flate = [under for kode, navn in valg for under in (navn if isinstance(navn, list | tuple) else [(kode, navn)])]
    return dict(flate)


def _lest(felt: forms.Field, verdi: Any) -> Any:
    """The value when it can be read; otherwise as it was typed."""
    try:
        return felt.to_python(verdi) if not isinstance(felt, forms.ModelMultipleChoiceField) else felt.clean(verdi)
    except forms.ValidationError:
        return verdi if isinstance(verdi, str) else None
