"""A conference, and one line of the case list it gives, as they are typed."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.forms.tekstfelt import Flerlinjefelt
from avtaler.models import Konferanse, Saksforslag


class Konferanseskjema(Radskjema):
    """When and where, the programme, and afterwards what came of it."""

    program = Flerlinjefelt(label=_("Program"), required=False, rader=10, help_text=_("Ett punkt på hver linje."))
    oppsummering = Flerlinjefelt(
        label=_("Oppsummering"),
        required=False,
        rader=10,
        help_text=_("Det konferansen kom fram til. Ingen navn på personer."),
    )

    class Meta(Radskjema.Meta):
        model = Konferanse
        fields = ("region", "tittel", "dato", "sted", "program", "oppsummering")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        if not self.instance._state.adding:
            del self.fields["region"]


class Saksskjema(Radskjema):
    """What the councils are asked, and which agreement it is about."""

    tekst = Flerlinjefelt(label=_("Hva rådene bes om"), required=False, rader=6)

    class Meta(Radskjema.Meta):
        model = Saksforslag
        fields = ("tittel", "tekst", "avtale")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["avtale"].label = _("Gjelder avtalen")
        self.fields["avtale"].help_text = _("Velg en avtale, så kan saken sendes til rådene i den.")
