"""An event of a region's own, as it is typed; and the links and letters a person asks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.aarshjul.gjentakelse import Gjentas
from avtaler.forms.radskjema import Radskjema, SisteDagFelt
from avtaler.models import Hjulhendelse, Sammendrag

#: An event is over before it comes again; one that never comes again lasts no longer than a term.
LENGST = {
    Gjentas.ALDRI: 1460, Gjentas.MAANED: 28, Gjentas.KVARTAL: 89, Gjentas.HALVAAR: 181, Gjentas.AAR: 365,
    Gjentas.FIRE_AAR: 1460,
}  # fmt: skip


class Hjulhendelseskjema(Radskjema):
    """What, in which wheel, when the first time and how often."""

    til = SisteDagFelt(
        label=_("Kommer ikke etter"), required=False,
        help_text=_("La stå tomt så lenge den skal komme igjen. For eksempel 31.12.2027."),
    )  # fmt: skip

    class Meta(Radskjema.Meta):
        model = Hjulhendelse
        fields = (
            "tittel", "klasse", "fra", "gjentas", "varer_dager", "til", "roller", "avtale", "part", "kan_paavirkes",
            "beskrivelse",
        )  # fmt: skip

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["roller"].help_text = _("Kryss av for ingen når hendelsen er for alle.")
        self.fields["fra"].help_text = _("Faller den 31., kommer den siste dagen i kortere måneder.")
        self.fields["kan_paavirkes"].help_text = _("Hendelsen kommer med i «Hva kan vi påvirke, hvor og når?».")
        self.fields["beskrivelse"].help_text = _("Hva man kan gjøre, og hvor.")

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        dager, gjentas = ren.get("varer_dager"), ren.get("gjentas")
        if dager is not None and dager < 1:
            self.add_error("varer_dager", _("Hendelsen må vare minst én dag."))
        elif dager and gjentas and dager > LENGST[Gjentas(gjentas)]:
            self.add_error("varer_dager", _("Hendelsen kan ikke vare lenger enn til neste gang den kommer."))
        return ren


class Sammendragskjema(forms.ModelForm):
    """How often one wants a letter."""

    class Meta:
        model = Sammendrag
        fields = ("hyppighet",)
        widgets = {"hyppighet": forms.RadioSelect}
