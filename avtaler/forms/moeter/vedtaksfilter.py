"""Which decisions the reader wants to see."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.moeter.oppfoelging import Oppfoelging
from avtaler.uttrekk.moeter.vedtakslogg import Loggfilter

Valg = Iterable[tuple[int, str]]


class Vedtaksfilter(forms.Form):
    """Everything may be left out; what is no choice counts as left out."""

    skjul_valgfritt = True

    oppfoelging = forms.ChoiceField(label=_("Oppfølging"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    avtale = forms.ChoiceField(label=_("Avtale"), required=False)
    organ = forms.ChoiceField(label=_("Organ"), required=False)

    def __init__(self, *args: Any, regioner: Valg, avtaler: Valg, organer: Valg, **valg: Any) -> None:
        super().__init__(*args, auto_id="filter-%s", **valg)
        alle = ("", _("Alle"))
        for navn, rader in (("region", regioner), ("avtale", avtaler), ("organ", organer)):
            self.fields[navn].choices = [alle, *((str(pk), tekst) for pk, tekst in rader)]
        self.fields["oppfoelging"].choices = [
            alle, (Oppfoelging.FORSINKET, _("Over fristen")), (Oppfoelging.AAPEN, _("Åpen")),
            (Oppfoelging.UTFOERT, _("Utført")), (Oppfoelging.INGEN, _("Ingen oppfølging")),
        ]  # fmt: skip

    def filter(self) -> Loggfilter:
        """What was asked for."""
        self.is_valid()
        ren = self.cleaned_data
        pk = {navn: int(ren[navn]) if ren.get(navn) else None for navn in ("region", "avtale", "organ")}
        return Loggfilter(**pk, oppfoelging=ren.get("oppfoelging") or "")
