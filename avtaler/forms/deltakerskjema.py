"""One party's part in an agreement, as it is typed."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.models import Deltakelse, Deltakerrolle
from avtaler.uttrekk.parter import betegnelse, finn_part, lignende_parter
from kommuner.domene.skriving import vis_kort_dato
from kommuner.felt import AndelFelt, DatoFelt
from kommuner.models import Parttype

from .forskjell import MedForskjeller
from .tekstfelt import Antallfelt, valg

#: What the services know by the same name.
LIKE_FELT = (
    "part", "rolle", "fra", "eierandel", "ansvarsandel", "medlemmer", "varamedlemmer", "stemmer", "del_av", "merknad",
)  # fmt: skip
#: What is asked of a party that the register does not have.
NY_PART = ("part_type", "part_orgnr", "part_likevel")


def rollevalg() -> list[tuple[Any, list[tuple[str, str]]]]:
    """The roles, with partners without obligations in a group of their own."""
    alle = valg(Deltakerrolle)
    return [
        (_("Deltakere"), [ett for ett in alle if ett[0] not in UTENFOR]),
        (_("Partnere uten forpliktelser"), [ett for ett in alle if ett[0] in UTENFOR]),
    ]


class Deltakerskjema(MedForskjeller, forms.Form):
    """People give the last day of a period; the services get the first day outside it."""

    #: The services' names of our fields.
    TJENESTEFELT = {"til": "siste_dag", "navn": "part", "type": "part_type", "orgnr": "part_orgnr"}

    lest = forms.CharField(required=False, widget=forms.HiddenInput)
    part = forms.CharField(
        label=_("Deltaker"), max_length=200,
        widget=forms.TextInput(attrs={"list": "deltakervalg", "autocomplete": "off"}),
        help_text=_("Skriv navnet eller kommunenummeret."),
        error_messages={"required": _("Skriv hvem som deltar.")},
    )  # fmt: skip
    part_type = forms.ChoiceField(
        label=_("Hva slags part er det?"), required=False,
        choices=[("", _("Velg")), *(ett for ett in valg(Parttype) if ett[0] != Parttype.KOMMUNE)],
    )  # fmt: skip
    part_orgnr = forms.CharField(
        label=_("Organisasjonsnummer"), required=False, max_length=30, help_text=_("Ni siffer, når parten har det.")
    )
    part_likevel = forms.BooleanField(
        label=_("Jeg har sett etter: parten er en annen enn dem med lignende navn"), required=False
    )
    rolle = forms.ChoiceField(label=_("Rolle"), choices=rollevalg, initial=Deltakerrolle.DELTAKER)
    del_av = forms.CharField(
        label=_("Del av kommunen"), required=False, max_length=80,
        widget=forms.TextInput(attrs={"class": "felt-middels"}),
        help_text=_("Bare når ikke hele kommunen er med, for eksempel «nord»."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Første dag"), error_messages={"required": _("Skriv den første dagen som deltaker.")})
    siste_dag = DatoFelt(label=_("Siste dag"), required=False, help_text=_("La stå tomt så lenge deltakelsen varer."))
    eierandel = AndelFelt(
        label=_("Eierandel"), required=False, help_text=_("En brøk som 1/9 eller en prosent som 11,5 %.")
    )
    ansvarsandel = AndelFelt(
        label=_("Ansvarsandel"), required=False, help_text=_("Bare når den er en annen enn eierandelen.")
    )
    medlemmer = Antallfelt(label=_("Medlemmer i øverste organ"), required=False)
    varamedlemmer = Antallfelt(label=_("Varamedlemmer"), required=False)
    stemmer = Antallfelt(
        label=_("Stemmer i øverste organ"),
        required=False,
        help_text=_("Bare når de er flere eller færre enn medlemmene."),
    )
    merknad = forms.CharField(label=_("Merknad"), required=False, max_length=300)

    def __init__(
        self, *args: Any, dato: date, avtale_fra: date | None = None, med_ny_part: bool = False, **valg: Any
    ) -> None:
        self.dato, self.avtale_fra = dato, avtale_fra
        self.ny_part: dict[str, Any] | None = None
        super().__init__(*args, **valg)
        if not med_ny_part:
            for navn in NY_PART:
                del self.fields[navn]

    @property
    def hovedfelt(self) -> list[forms.BoundField]:
        """The fields after the party itself."""
        return [felt for felt in self.visible_fields() if felt.name not in (*NY_PART, "part")]

    @property
    def nypartfelt(self) -> list[forms.BoundField]:
        """What is asked of a party that is not in the register."""
        return [self[navn] for navn in NY_PART if navn in self.fields]

    @property
    def viser_ny_part(self) -> bool:
        """Whether the questions about a new party stand open: something is typed there, or nobody was found."""
        return self.is_bound and (bool(self.errors.get("part")) or any(felt.value() for felt in self.nypartfelt))

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        fra, siste = ren.get("fra"), ren.get("siste_dag")
        if fra and siste and siste < fra:
            self.add_error("siste_dag", _("Siste dag kan ikke være før første dag."))
        if fra and self.avtale_fra and fra < self.avtale_fra and fra != self.initial.get("fra"):
            self._avvis_foer_avtalen(self.avtale_fra)
        if "part" in ren and ren.get("part_type"):
            self._ny_part(ren, fra or self.dato)
        elif "part" in ren and "fra" in ren:
            self._finn_part(ren["part"], fra or self.dato)
        return ren

    def felt(self) -> dict[str, Any]:
        """What the services take. Only for a valid form."""
        ren = self.cleaned_data
        siste = ren["siste_dag"]
        return {navn: ren[navn] for navn in LIKE_FELT} | {"til": siste + timedelta(days=1) if siste else None}

    def _avvis_foer_avtalen(self, avtale_fra: date) -> None:
        """What has been let in as history may keep its day; nobody types a new one."""
        setning = _("Avtalen gjelder fra %(dato)s. Ingen kan være med før det.")
        self.add_error("fra", setning % {"dato": vis_kort_dato(avtale_fra)})

    def _ny_part(self, ren: dict[str, Any], dato: date) -> None:
        """A party to be entered with its participation; names close to it are looked at first."""
        likevel = ren.get("part_likevel", False)
        self.ny_part = {
            "navn": ren["part"], "type": ren["part_type"], "orgnr": ren.get("part_orgnr", ""), "likevel": likevel
        }  # fmt: skip
        if not likevel and (forslag := lignende_parter(ren["part"], dato=dato)):
            navn = str(_(" eller ")).join(f"«{ett}»" for ett in forslag)
            setning = _("Registeret har %(navn)s. Er det en annen du mener, krysser du av for det under.")
            self.add_error("part", setning % {"navn": navn})

    def _finn_part(self, tekst: str, dato: date) -> None:
        treff = finn_part(tekst, dato=dato)
        if len(treff) == 1:
            self.cleaned_data["part"] = treff[0]
            return
        if treff:
            navn = ", ".join(f"«{betegnelse(part, dato)}»" for part in treff)
            melding = _("Flere heter «%(tekst)s». Skriv en av disse: %(navn)s.") % {"tekst": tekst, "navn": navn}
        else:
            melding = self._ikke_funnet(tekst, dato)
        self.add_error("part", melding)

    def _ikke_funnet(self, tekst: str, dato: date) -> str:
        """A name close to what was typed, or that the party is not in the register yet."""
        setning = _("Fant ingen deltaker som het «%(tekst)s» %(dato)s.") % {"tekst": tekst, "dato": vis_kort_dato(dato)}
        if forslag := lignende_parter(tekst, dato=dato):
            navn = str(_(" eller ")).join(f"«{ett}»" for ett in forslag)
            return f"{setning} {_('Mente du %(navn)s?') % {'navn': navn}}"
        hjelp = _("Skriv navnet eller kommunenummeret. Er det riktig skrevet, finnes parten ikke i registeret ennå.")
        return f"{setning} {hjelp}"


def startverdier(deltakelse: Deltakelse, *, lest: str) -> dict[str, Any]:
    """The stored participation as the form's initial values."""
    return {navn: getattr(deltakelse, navn) for navn in LIKE_FELT if navn != "part"} | {
        "lest": lest, "part": betegnelse(deltakelse.part, deltakelse.fra),
        "siste_dag": deltakelse.til - timedelta(days=1) if deltakelse.til else None,
    }  # fmt: skip
