"""A gain as it is typed: three levels in the same unit, each with its day, and never a result without a baseline."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from avtaler.domene.prosjektoekonomi import gevinst as domene
from avtaler.domene.prosjektoekonomi.gevinst import Innvending, innvendinger
from avtaler.forms.radskjema import Radskjema
from avtaler.models import Gevinst

#: Where each objection is told, and how.
_SETNINGER = {
    Innvending.MANGLER_GRUNNLINJE: (
        "grunnlinje", _("Skriv grunnlinja før resultatet: Uten den kan ingen si hva som ble spart.")
    ),
    Innvending.MANGLER_GRUNNLINJE_DATO: ("grunnlinje_dato", _("Skriv når grunnlinja ble målt.")),
    Innvending.MANGLER_FORVENTET_DATO: ("forventet_dato", _("Skriv når dette skal være nådd.")),
    Innvending.MANGLER_MAALT_DATO: ("maalt_dato", _("Skriv når resultatet ble målt.")),
    Innvending.FORVENTET_FEIL_VEI: (
        "forventet", _("Det som er ventet, er ikke bedre enn grunnlinja. Kontroller tallene og om lavere er bedre.")
    ),
    Innvending.FORVENTET_FOER_GRUNNLINJE: ("forventet_dato", _("Dette må være etter at grunnlinja ble målt.")),
    Innvending.MAALT_FOER_GRUNNLINJE: ("maalt_dato", _("Resultatet må være målt etter grunnlinja.")),
}  # fmt: skip
_TALL = ("lavere_er_bedre", "grunnlinje", "grunnlinje_dato", "forventet", "forventet_dato", "maalt", "maalt_dato")


class Gevinstskjema(Radskjema):
    """Levels, not differences: what it cost before, what it is to cost, and what it was measured to cost."""

    class Meta(Radskjema.Meta):
        model = Gevinst
        fields = ("navn", "enhet", "er_kroner", *_TALL, "merknad")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        hjelp = {
            "navn": _("Hva som skal bli bedre, for eksempel «Lisenser til fagsystem»."),
            "enhet": _("For eksempel «kr per år», «dager» eller «saker per årsverk»."),
            "er_kroner": _("Da vises gevinsten bare til dem som ser økonomien."),
            "grunnlinje": _("Nivået før samarbeidet, i enheten over."),
            "forventet": _("Nivået det skal komme til, ikke forskjellen."),
            "maalt": _("Nivået slik det ble målt."),
        }
        for navn, tekst in hjelp.items():
            self.fields[navn].help_text = tekst
        self.fields["grunnlinje_dato"].label = _("Grunnlinja målt")
        self.fields["maalt_dato"].label = _("Resultatet målt")

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if er_i_kroner(ren.get("enhet", "")) and not ren.get("er_kroner"):
            self.add_error(
                "er_kroner", _("Enheten er kroner. Kryss av, så vises tallene bare til dem som ser økonomien.")
            )
        if all(navn in ren for navn in _TALL):
            for innvending in innvendinger(domene.Gevinst(**{navn: ren[navn] for navn in _TALL})):
                self.add_error(*_SETNINGER[innvending])
        return ren


def er_i_kroner(enhet: str) -> bool:
    """Whether the unit is money, however it is written."""
    ord = enhet.lower().replace(".", " ").split()
    return any(ett in {"kr", "kroner", "krone", "nok", "mill", "tkr", "mnok"} for ett in ord[:2])
