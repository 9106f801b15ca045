"""How a municipality is governed, who holds office in it, and a region's key figures."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.forms.tekstfelt import Aarsfelt
from kommuner.models import Folkevalgt, Kommunestyring, Regiontall


class Styringsskjema(Radskjema):
    """The form of government, the size of the council and the owner organ, in a period."""

    class Meta(Radskjema.Meta):
        model = Kommunestyring
        fields = ("styreform", "medlemmer", "eierorgan", "eierorgan_varsles", "fra", "til", "kilde")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["eierorgan"].help_text = _("Organet som opptrer som eier på vegne av kommunen: «formannskapet».")
        self.fields["kilde"].help_text = _("Hvor tallene kommer fra, for eksempel delegeringsreglementet.")


class Folkevalgtskjema(Radskjema):
    """One who holds public office. Name and role, nothing more."""

    class Meta(Radskjema.Meta):
        model = Folkevalgt
        fields = ("navn", "verv", "parti", "fra", "til")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["navn"].help_text = _("Navnet, eller embetet selv: «Ordføreren». Ikke adresse eller telefon.")
        self.fields["parti"].help_text = _("Bare for folkevalgte, som stilte til valg for det.")

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if ren.get("parti") and ren.get("verv") == Folkevalgt.Verv.KOMMUNEDIREKTOER:
            self.add_error("parti", _("Parti føres bare på folkevalgte."))
        return ren


class Regiontallskjema(Radskjema):
    """One key figure, as its source has it. Some are old: a region may tell of 1850."""

    aar = Aarsfelt(label=_("År"), foerste=1800, siste=2199)

    class Meta(Radskjema.Meta):
        model = Regiontall
        fields = ("navn", "verdi", "aar", "kilde")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["verdi"].help_text = _("Som kilden skriver det: «7 000–8 000».")
