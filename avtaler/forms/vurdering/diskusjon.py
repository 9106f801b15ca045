"""A discussion document, one alternative, and the amounts of all of them, as they are typed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.forskjell import MedForskjeller
from avtaler.forms.radskjema import Radskjema
from avtaler.forms.tekstfelt import Flerlinjefelt, Versjonsfelt
from avtaler.models import Alternativ, Diskusjonsdokument
from kommuner.felt import BeloepFelt
from kommuner.models import Part


class Diskusjonsskjema(Radskjema):
    """What is to be discussed, and what lies behind it."""

    bakgrunn = Flerlinjefelt(label=_("Bakgrunn"), required=False, rader=8)
    er_utkast = forms.BooleanField(
        label=_("Dette er et utkast"), required=False, initial=True,
        help_text=_("Et utkast ser bare koordinatorene i regionen. Fjern krysset når det skal leses av alle."),
    )  # fmt: skip

    class Meta(Radskjema.Meta):
        model = Diskusjonsdokument
        fields = (
            "region", "tittel", "spoersmaal", "bakgrunn", "avtale", "ide", "analyse", "runde", "dato", "er_utkast"
        )  # fmt: skip

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["analyse"].help_text = _("En utredning eller analyse som er lagt ved en avtale.")
        self.fields["runde"].help_text = _("Saken til rådene som dokumentet er bakgrunn for. Den viser hit.")
        if not self.instance._state.adding:
            del self.fields["region"]

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        region = ren.get("region") or getattr(self.instance, "region", None)
        for navn in ("avtale", "ide"):
            if region and ren.get(navn) and ren[navn].region_id != region.pk:
                self.add_error(navn, _("Velg noe som hører til regionen."))
        return ren


class Alternativskjema(Radskjema):
    """One alternative: what it is, what speaks for it and against it."""

    class Meta(Radskjema.Meta):
        model = Alternativ
        fields = ("navn", "beskrivelse", "fordeler", "ulemper")


class Kostnadsskjema(MedForskjeller, forms.Form):
    """What every municipality would pay under every alternative, in one table."""

    skjul_valgfritt = True

    def __init__(
        self, *args: Any, alternativer: Sequence[Alternativ], parter: Sequence[tuple[Part, str]], **valg: Any
    ) -> None:
        super().__init__(*args, **valg)
        self.alternativer, self.parter = alternativer, parter
        for en in alternativer:
            self.fields[f"versjon-{en.pk}"] = Versjonsfelt()
            self.initial[f"versjon-{en.pk}"] = en.versjon
            lagret = {kostnad.part_id: kostnad.beloep_oere for kostnad in en.kostnader.all()}
            for part, navn in parter:
                self.fields[_felt(en, part)] = BeloepFelt(
                    label=f"{navn}, {en.navn}", required=False, initial=lagret.get(part.pk)
                )

    def linjer(self) -> Iterable[tuple[str, list[forms.BoundField]]]:
        """Each municipality with its fields, in the order of the alternatives."""
        return ((navn, [self[_felt(en, part)] for en in self.alternativer]) for part, navn in self.parter)

    def beloep(self) -> Iterable[tuple[Alternativ, int, Mapping[Part, int | None]]]:
        """Each alternative with the version that was read and its amounts in øre, None for an empty field.

        Only those whose field was shown. Only for a valid form.
        """
        for en in self.alternativer:
            vist = [part for part, _navn in self.parter if _felt(en, part) in self.data]
            yield en, self.cleaned_data[f"versjon-{en.pk}"], {p: self.cleaned_data[_felt(en, p)] for p in vist}


def _felt(alternativ: Alternativ, part: Part) -> str:
    return f"beloep-{alternativ.pk}-{part.pk}"
