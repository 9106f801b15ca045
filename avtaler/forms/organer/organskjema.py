"""The forms of an organ, of the seats of one party in it, and of one post."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Organ, Setetall, Verv

BARE_OFFENTLIG = _(
    "Bare de som har et offentlig verv, eller embetet selv: «Ordføreren i Vik». "
    "Representanter for de ansatte føres med navnet på organisasjonen."
)


class Organskjema(Radskjema):
    """What the organ is, how it decides, and when."""

    class Meta(Radskjema.Meta):
        model = Organ
        fields = (
            "type", "navn", "overordnet", "myndighet", "beslutningsregel", "vedtaksfoert", "lederrolle", "periode_aar",
            "moeter_aarlig", "innkalling_dager", "krever_tillitsvalgt", "tillitsvalgt_unntak", "foelger", "fra", "til",
        )  # fmt: skip

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        hjelp = {
            "navn": _("La stå tomt hvis organet bare heter det det er."),
            "myndighet": _("Det avtalen eller vedtektene gir det. Det som følger av loven, viser siden selv."),
            "lederrolle": _("Et verv, ikke en person: «en rådmann»."),
            "vedtaksfoert": _("For eksempel «halvparten av medlemmene»."),
            "periode_aar": _("Når avtalen sier noe annet enn loven."),
            "innkalling_dager": _("Når avtalen sier noe annet enn loven."),
            "tillitsvalgt_unntak": _("Skriv grunnen hvis de ansatte likevel ikke er med her."),
        }
        for navn, tekst in hjelp.items():
            self.fields[navn].help_text = tekst
        if not self.fields["foelger"].queryset.exists():
            del self.fields["foelger"]

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if ren.get("tillitsvalgt_unntak") and not ren.get("krever_tillitsvalgt"):
            self.add_error(
                "tillitsvalgt_unntak",
                _("Et unntak forutsetter at de ansatte skal være representert. Kryss av for det."),
            )
        return ren


class Setetallskjema(Radskjema):
    """How many seats a party has in the organ, and when."""

    class Meta(Radskjema.Meta):
        model = Setetall
        fields = ("part", "medlemmer", "varamedlemmer", "fra", "til")


class Vervskjema(Radskjema):
    """Who sits in a seat. Only holders of public office are named."""

    class Meta(Radskjema.Meta):
        model = Verv
        fields = ("part", "navn", "parti", "rolle", "plass", "valgt_dato", "saksnummer", "fra", "til")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["navn"].help_text = BARE_OFFENTLIG
        self.fields["parti"].help_text = _("Bare for folkevalgte, som stilte til valg for det.")
        self.fields["plass"].help_text = _("For varamedlemmer: 1 innkalles først.")
        self.fields["saksnummer"].help_text = _("Saken i kommunestyret, for eksempel 112/27.")

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if ren.get("parti") and ren.get("rolle") in (Verv.Rolle.TILLITSVALGT, Verv.Rolle.SEKRETAER):
            self.add_error("parti", _("Parti føres bare på folkevalgte."))
        return ren


class Fyllskjema(Vervskjema):
    """The municipality's own secretary fills a seat of its own: the party is given. The organ chooses its leader."""

    class Meta(Vervskjema.Meta):
        fields = ("navn", "parti", "rolle", "plass", "valgt_dato", "saksnummer", "fra")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        valgbare = (Verv.Rolle.MEDLEM, Verv.Rolle.VARAMEDLEM)
        rolle = self.fields["rolle"]
        rolle.choices = [ett for ett in rolle.choices if ett[0] in valgbare]
        self.fields["plass"].widget = forms.TextInput(attrs={"class": "felt-kort", "inputmode": "numeric"})
