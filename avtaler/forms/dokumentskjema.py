"""What is said of a document, and the file itself, which a guard passes before anything else looks at it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from avtaler.models import Avtale, Avtaleversjon, Dokument, Dokumenttype, Runde
from kommuner.felt import DatoFelt
from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.vedlegg import STOERSTE_VEDLEGG, Vedlegg, Vedleggsslag, godkjenn_vedlegg

from .forskjell import MedForskjeller
from .tekstfelt import MAALFORMER, Versjonsfelt, valg

OFFENTLIG, UNNTATT = "offentlig", "unntatt"
MB = 1024 * 1024


class Vedleggsfelt(forms.FileField):
    """A file, cleaned to a Vedlegg; what cannot be kept is refused with the guard's own sentence."""

    def __init__(self, **valg: Any) -> None:
        widget = forms.FileInput(attrs={"accept": ",".join(f".{slag}" for slag in Vedleggsslag)})
        super().__init__(allow_empty_file=True, widget=widget, **valg)

    def clean(self, data: Any, initial: Any = None) -> Vedlegg | None:
        fil: UploadedFile | None = super().clean(data, initial)
        if not fil:
            return None
        try:
            if fil.size > STOERSTE_VEDLEGG:
                raise Filavvist(Grunn.FOR_STOR, hoeyst=STOERSTE_VEDLEGG // MB)
            return godkjenn_vedlegg(fil.read(), fil.name)
        except Filavvist as feil:
            raise forms.ValidationError(feil.setning, feil.grunn) from feil


class Versjonsvalg(forms.ModelChoiceField):
    """A wording by its number."""

    def label_from_instance(self, obj: Avtaleversjon) -> str:
        return str(_("Versjon %(nummer)s") % {"nummer": obj.nummer})


class Dokumentskjema(MedForskjeller, forms.Form):
    """``med_fil``: a new document. Later only what is said of it can change."""

    versjon = Versjonsfelt()
    fil = Vedleggsfelt(
        label=_("Fil"), error_messages={"required": _("Velg en fil."), "invalid": _("Velg en fil.")},
    )  # fmt: skip
    tittel = forms.CharField(
        label=_("Tittel"), max_length=200, error_messages={"required": _("Skriv en tittel på dokumentet.")},
        help_text=_("Tittelen på et offentlig dokument kan alle lese. Skriv ikke noe hemmelig i den."),
    )  # fmt: skip
    type = forms.ChoiceField(label=_("Hva slags dokument er det?"), choices=valg(Dokumenttype))
    dato = DatoFelt(label=_("Dokumentets dato"), required=False)
    maalform = forms.ChoiceField(label=_("Målform"), choices=MAALFORMER, initial="nb")
    offentlighet = forms.ChoiceField(
        label=_("Hvem kan lese dokumentet?"), widget=forms.RadioSelect,
        choices=[(OFFENTLIG, _("Alle: dokumentet er offentlig")),
                 (UNNTATT, _("Bare deltakerne og koordinatoren: dokumentet er unntatt offentlighet"))],
        error_messages={"required": _("Velg om dokumentet er offentlig.")},
    )  # fmt: skip
    unntakshjemmel = forms.CharField(
        label=_("Hjemmel for unntak"), required=False, max_length=120,
        widget=forms.TextInput(attrs={"list": "unntakshjemler", "autocomplete": "off"}),
        help_text=_("Må være med når dokumentet er unntatt offentlighet. Velg en av de vanlige, eller skriv en annen."),
    )  # fmt: skip
    avtaleversjon = Versjonsvalg(
        label=_("Hører til versjon"), queryset=Avtaleversjon.objects.none(), required=False, empty_label=_("Ingen"),
        error_messages={"invalid_choice": _("Velg en av versjonene i avtalen.")},
    )  # fmt: skip
    runde = forms.ModelChoiceField(
        label=_("Hører til sak"), queryset=Runde.objects.none(), required=False, empty_label=_("Ingen"),
        error_messages={"invalid_choice": _("Velg en av sakene om avtalen.")},
    )  # fmt: skip

    def __init__(self, *args: Any, avtale: Avtale, med_fil: bool, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["avtaleversjon"].queryset = avtale.versjoner.all()
        self.fields["runde"].queryset = avtale.runder.all()
        hjelp = _("PDF, Word (.docx), Excel (.xlsx), PNG eller JPG, høyst %(hoeyst)s MB.")
        self.fields["fil"].help_text = hjelp % {"hoeyst": STOERSTE_VEDLEGG // MB}
        if not med_fil:
            del self.fields["fil"]

    @property
    def fil_maa_velges_igjen(self) -> bool:
        """A file was sent, but nothing is stored: the browser does not send it again by itself."""
        return self.is_bound and bool(self.errors) and "fil" in self.fields and bool(self.files)

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        hjemmel = ren.get("unntakshjemmel", "").strip()
        if ren.get("offentlighet") == UNNTATT and not hjemmel and "unntakshjemmel" in ren:
            self.add_error("unntakshjemmel", _("Skriv hvilken bestemmelse som unntar dokumentet fra offentlighet."))
        if ren.get("offentlighet") == OFFENTLIG and hjemmel:
            self.add_error("offentlighet", _("Du har skrevet en hjemmel for unntak. Velg «unntatt», eller fjern den."))
        return ren

    def felt(self) -> dict[str, Any]:
        """What the services take. Only for a valid form."""
        like = ("type", "tittel", "dato", "maalform", "unntakshjemmel", "avtaleversjon", "runde")
        felt = {navn: self.cleaned_data[navn] for navn in like}
        return felt | {"er_offentlig": self.cleaned_data["offentlighet"] == OFFENTLIG}


def dokumentverdier(dokument: Dokument) -> dict[str, Any]:
    """The stored document as the form's initial values."""
    like = ("versjon", "type", "tittel", "dato", "maalform", "unntakshjemmel", "avtaleversjon", "runde")
    offentlighet = OFFENTLIG if dokument.er_offentlig else UNNTATT
    return {navn: getattr(dokument, navn) for navn in like} | {"offentlighet": offentlighet}
