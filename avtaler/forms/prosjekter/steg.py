"""What is typed when a step begins, is finished or declined, when a council answers, and when the project ends."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.domene.prosjekter.gang import FORPROSJEKT
from avtaler.forms.radskjema import Radskjema
from avtaler.forms.tekstfelt import Flerlinjefelt, Versjonsfelt
from avtaler.models import Avtale, Prosjektsteg, Stegvedtak
from kommuner.felt import DatoFelt
from kommuner.models import Part


class Stegskjema(Radskjema):
    """Base: each act on a step asks for its day and a remark."""

    class Meta(Radskjema.Meta):
        model = Prosjektsteg
        fields = ("merknad",)

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        for navn in ("begynt", "ferdig"):
            if navn in self.fields:
                self.fields[navn].required = True
                self.fields[navn].error_messages["required"] = _("Skriv datoen.")


class Begynnskjema(Stegskjema):
    """The step begins. ``nei``: how many questions of the maturity check say no, to be acknowledged."""

    class Meta(Stegskjema.Meta):
        fields = ("begynt", "merknad")

    bekreftet = forms.BooleanField(label=_("Saken skal fram til kommunestyrene likevel"), required=False)

    def __init__(self, *args: Any, nei: int = 0, **valg: Any) -> None:
        super().__init__(*args, **valg)
        if not nei:
            del self.fields["bekreftet"]


class Fullfoerskjema(Stegskjema):
    """The step is finished; the forprosjekt is approved by somebody."""

    class Meta(Stegskjema.Meta):
        fields = ("ferdig", "godkjent_av", "merknad")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["ferdig"].label = _("Ferdig")
        if self.instance.nummer == FORPROSJEKT:
            self.fields["godkjent_av"].help_text = _("Som regel styringsgruppa.")
            self.fields["godkjent_av"].required = True
            self.fields["godkjent_av"].error_messages["required"] = _(
                "Skriv hvem som godkjente forprosjektet, for eksempel styringsgruppa."
            )
        else:
            del self.fields["godkjent_av"]


class Frafallskjema(Stegskjema):
    """The step is declined, and why."""

    class Meta(Stegskjema.Meta):
        fields = ("ferdig", "merknad")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["ferdig"].label = _("Frafalt")
        self.fields["merknad"].label = _("Hvorfor frafaller steget?")
        self.fields["merknad"].required = True
        self.fields["merknad"].error_messages["required"] = _("Skriv hvorfor steget frafaller.")


class Angreskjema(Stegskjema):
    """Nothing is typed to take back what was done last."""

    class Meta(Stegskjema.Meta):
        fields = ()


class Stegvedtakskjema(Radskjema):
    """The answer of one council."""

    class Meta(Radskjema.Meta):
        model = Stegvedtak
        fields = ("svar", "dato", "saksnummer", "merknad")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        koder = [(kode, capfirst(navn)) for kode, navn in Stegvedtak.Svar.choices]
        self.fields["svar"] = forms.ChoiceField(
            label=_("Hva sa kommunestyret?"), choices=koder, widget=forms.RadioSelect
        )
        self.fields["dato"].help_text = _("Må være med når kommunestyret har behandlet saken.")
        self.fields["saksnummer"].help_text = _("For eksempel PS 12/23.")
        self.fields["saksnummer"].widget.attrs["class"] = "felt-middels"


#: What comes after a project.
NY, FINNES, VIDEREFOERES, INGENTING = "ny", "finnes", "viderefoeres", "ingenting"


class Avslutningsskjema(forms.Form):
    """The last day, and what comes after: a new arrangement, one that is there, each its own, or nothing."""

    skjul_valgfritt = True

    versjon = Versjonsfelt()
    dato = DatoFelt(label=_("Siste dag"), error_messages={"required": _("Skriv prosjektets siste dag.")})
    vei = forms.ChoiceField(
        label=_("Hva kommer etter?"), widget=forms.RadioSelect,
        choices=[
            (NY, _("En ny ordning. Det lages et utkast til avtale med prosjektets deltakere og formål.")),
            (FINNES, _("En ordning som finnes fra før")),
            (VIDEREFOERES, _("Hver kommune eller organisasjon fører det videre selv")),
            (INGENTING, _("Ingenting. Det avsluttes uten videreføring.")),
        ],
        error_messages={"required": _("Velg hva prosjektet føres videre i.")},
    )  # fmt: skip
    navn = forms.CharField(label=_("Ny ordning: navn"), max_length=200, required=False)
    form = forms.ChoiceField(label=_("Ny ordning: samarbeidsform"), required=False)
    vert = forms.ModelChoiceField(
        label=_("Ny ordning: vertskommune eller kontorkommune"), queryset=Part.objects.none(), required=False,
        empty_label=_("Ikke bestemt"), help_text=_("Lokalisering kan avgjøres senere."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Ny ordning: gjelder fra"), required=False, help_text=_("La stå tomt til datoen er kjent."))
    avtale = forms.ModelChoiceField(
        label=_("Ordningen som finnes"), queryset=Avtale.objects.none(), required=False, empty_label=_("Velg")
    )
    viderefoert = forms.CharField(label=_("Slik føres det videre"), max_length=200, required=False)
    grunn = Flerlinjefelt(label=_("Hvorfor avsluttes det uten videreføring?"), required=False, rader=3)

    #: The field each way needs, and what is said when it is empty.
    KREVER = {
        NY: (("navn", _("Skriv hva den nye ordningen skal hete.")), ("form", _("Velg en samarbeidsform."))),
        FINNES: (("avtale", _("Velg ordningen prosjektet føres videre i.")),),
        VIDEREFOERES: (("viderefoert", _("Skriv hvordan det føres videre.")),),
        INGENTING: (("grunn", _("Skriv hvorfor prosjektet avsluttes uten videreføring.")),),
    }

    def __init__(
        self,
        *args: Any,
        former: Iterable[tuple[str, str]],
        avtaler: QuerySet[Avtale],
        parter: QuerySet[Part],
        **valg: Any,
    ) -> None:
        super().__init__(*args, **valg)
        self.fields["vert"].queryset = parter
        self.fields["form"].choices = [("", _("Velg")), *former]
        self.fields["avtale"].queryset = avtaler

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        for navn, setning in self.KREVER.get(ren.get("vei", ""), ()):
            if not ren.get(navn) and navn not in self.errors:
                self.add_error(navn, setning)
        return ren
