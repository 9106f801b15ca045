"""A proposal to the councils, point by point."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.forms import formset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from avtaler.models import Avtale, Forslagspunkt, Runde, Rundeslag
from avtaler.tjenester import MED_RAAD, Punkttekst
from kommuner.felt import DatoFelt
from kommuner.models import Bruker, Part

from .forskjell import Forskjell, MedForskjeller
from .tekstfelt import MAALFORMER, Flerlinjefelt, Versjonsfelt, valg

#: What is fixed once the text is locked.
LAASES = (
    "slag", "gjelder_part", "tittel", "forslag", "maalform", "innspillsfrist", "avtalt_ikrafttreden",
    "delvis_ikrafttreden",
)  # fmt: skip


class Partvalg(forms.ModelChoiceField):
    """Parties by name; two of the same name (Herøy, Våler) are told apart by their county."""

    def label_from_instance(self, part: Part) -> str:
        return f"{part.navn} ({part.fylke or part.nummer})" if part.har_navnebror else part.navn


class Rundeskjema(MedForskjeller, forms.Form):
    """What every council is asked to adopt, and when. ``laast``: only when and by whom is left to change."""

    versjon = Versjonsfelt()
    slag = forms.ChoiceField(label=_("Hva skal rådene ta stilling til?"), choices=valg(Rundeslag))
    gjelder_part = Partvalg(
        label=_("Hvem gjelder saken?"), queryset=Part.objects.none(), required=False, empty_label=_("Ingen bestemt"),
        help_text=_("Den som vil bli med eller ut. La stå tomt i andre saker."),
    )  # fmt: skip
    tittel = forms.CharField(
        label=_("Tittel på saken"), max_length=200, error_messages={"required": _("Skriv en tittel på saken.")}
    )
    forslag = Flerlinjefelt(
        label=_("Forslag til vedtak"), rader=6,
        help_text=_("De samme ordene går til alle. Et vedtak er likelydende når rådet har vedtatt akkurat disse."),
        error_messages={"required": _("Skriv forslaget som rådene skal ta stilling til.")},
    )  # fmt: skip
    maalform = forms.ChoiceField(label=_("Målform i forslaget"), choices=MAALFORMER, initial="nb")
    innspillsfrist = DatoFelt(
        label=_("Frist for innspill"), required=False,
        help_text=_("Siste dag for innspill før teksten låses. La stå tomt når debatten er tatt."),
    )  # fmt: skip
    tilraadd_dato = DatoFelt(label=_("Tilrådd dato"), required=False)
    tilraadd_av = forms.CharField(
        label=_("Tilrådd av"), required=False, max_length=200, help_text=_("For eksempel representantskapet.")
    )
    vindu_fra = DatoFelt(label=_("Rådene behandler saken fra"), required=False)
    vindu_til = DatoFelt(label=_("og senest"), required=False)
    avtalt_ikrafttreden = DatoFelt(
        label=_("Skal gjelde fra"), required=False, help_text=_("Gjelder likevel ikke før alle har vedtatt det samme.")
    )
    delvis_ikrafttreden = forms.BooleanField(
        label=_("Kan begynne å gjelde for dem som har vedtatt, uten de andre"), required=False,
        help_text=_("Kryss bare av når forslaget selv sier det. De andre kan slutte seg til senere."),
    )  # fmt: skip
    ansvarlig = forms.ModelChoiceField(
        label=_("Hvem driver saken?"), queryset=Bruker.objects.none(), required=False, empty_label=_("Ingen"),
    )  # fmt: skip

    def __init__(self, *args: Any, avtale: Avtale, laast: bool = False, **valgene: Any) -> None:
        super().__init__(*args, **valgene)
        self.fields["gjelder_part"].queryset = med_raad()
        self.fields["ansvarlig"].queryset = drivere(avtale)
        if laast:
            for navn in LAASES:
                del self.fields[navn]

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        fra, til, innspill = ren.get("vindu_fra"), ren.get("vindu_til"), ren.get("innspillsfrist")
        if fra and til and til < fra:
            self.add_error("vindu_til", _("Siste frist kan ikke være før rådene begynner."))
        if innspill and til and innspill > til:
            self.add_error("innspillsfrist", _("Innspillene må komme før rådene er ferdige."))
        return ren

    def felt(self) -> dict[str, Any]:
        """What the services take. Only for a valid form."""
        return {navn: self.cleaned_data[navn] for navn in self.fields if navn != "versjon"}


class Punktskjema(forms.Form):
    """One point of the proposal; an empty one is left out."""

    navn = forms.CharField(label=_("Punktet gjelder"), required=False, max_length=120)
    krav = forms.ChoiceField(label=_("Punkt i loven"), required=False)
    tekst = Flerlinjefelt(label=_("Forslaget på dette punktet"), required=False, rader=2)

    def __init__(self, *args: Any, kravvalg: Iterable[tuple[str, str]] = (), **valgene: Any) -> None:
        super().__init__(*args, **valgene)
        self.fields["krav"].choices = [("", _("Ikke i lovens liste")), *kravvalg]

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        navn, tekst = ren.get("navn"), ren.get("tekst")
        if tekst and not navn:
            self.add_error("navn", _("Skriv hva punktet gjelder."))
        if navn and not tekst:
            self.add_error("tekst", _("Skriv hva forslaget sier på dette punktet."))
        return ren


def _vist_punkt(verdier: Mapping[str, Any]) -> str:
    """A point as a person reads it; empty when there is none."""
    hode = " – ".join(ledd for navn in ("navn", "krav") if (ledd := str(verdier.get(navn) or "").strip()))
    return "\n".join(ledd for ledd in (hode, str(verdier.get("tekst") or "").strip()) if ledd)


_Punktskjemasett = formset_factory(Punktskjema, extra=0, max_num=40, absolute_max=40)


class Punktskjemasett(_Punktskjemasett):
    """The points in order; the rows left empty go away."""

    def punkter(self) -> list[Punkttekst]:
        """What the service takes. Only for a valid set."""
        rene = (skjema.cleaned_data for skjema in self.forms)
        return [Punkttekst(navn=r["navn"], tekst=r["tekst"], krav=r["krav"]) for r in rene if r.get("navn")]

    def forskjeller(self, lagret: Iterable[Mapping[str, str]]) -> Iterator[Forskjell]:
        """Mine and theirs, place by place: what is stored there, or was and is gone. Only for a valid set."""
        mine = punktverdier(self.punkter())
        for nr, (mitt, deres) in enumerate(zip_longest(mine, lagret, fillvalue={}), 1):
            if _vist_punkt(mitt) != _vist_punkt(deres):
                yield Forskjell(gettext("Punkt %(nr)s") % {"nr": nr}, _vist_punkt(mitt), _vist_punkt(deres))


def med_raad() -> QuerySet[Part]:
    """The parties of today that have a council, marked when another of them has the same name."""
    dagens = Part.objects.filter(type__in=MED_RAAD, til__isnull=True)
    navnebror = dagens.filter(navn=OuterRef("navn")).exclude(pk=OuterRef("pk"))
    return dagens.annotate(har_navnebror=Exists(navnebror)).select_related("fylke")


def drivere(avtale: Avtale) -> Any:
    """Those who may drive a case of the agreement: the coordinators of its region."""
    return drivere_i(avtale.region_id)


def drivere_i(region_id: int) -> Any:
    """The coordinators of the region."""
    return (
        Bruker.objects.filter(is_active=True, tilganger__rolle="koordinator", tilganger__region=region_id)
        .distinct()
        .order_by("navn", "pk")
    )


def rundeverdier(runde: Runde) -> dict[str, Any]:
    """The stored proposal as the form's initial values."""
    return {navn: getattr(runde, navn) for navn in Rundeskjema.base_fields}


def punktverdier(punkter: Iterable[Forslagspunkt | Punkttekst]) -> list[dict[str, str]]:
    """Points as the set's initial values."""
    return [{"navn": punkt.navn, "krav": punkt.krav, "tekst": punkt.tekst} for punkt in punkter]
