"""The form of an agreement. Which facts and clauses it asks for follows from the legal form that is chosen."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.domene.arbeidsdeling import Varsel, varsler
from avtaler.domene.avtalegrunnlag import Avtalegrunnlag
from avtaler.domene.krav import Krav, Vurderes
from avtaler.domene.samarbeidsform import Rettssubjekt, Samarbeidsform, kan_inngaas
from avtaler.models import Avtale, Klasse, Kommunerolle, Oppgave, Oppsigelsesregel
from avtaler.regler import les_regelverk
from avtaler.uttrekk import avtalegrunnlag
from kommuner.domene.orgnr import er_gyldig_orgnr, rens_orgnr
from kommuner.felt import DatoFelt
from kommuner.models import Bruker, Region, Rolle
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

from .formaalsliste import Formaalsfelt, delt_i_linjer
from .forskjell import MedForskjeller
from .oppgavevalg import Oppgavevalg
from .tekstfelt import MAALFORMER, Antallfelt, Flerlinjefelt, Versjonsfelt, valg

#: Requirements that a field of this form, or the list of participants, always answers better than a clause.
UTEN_KLAUSUL = frozenset({"navn", "eget_rettssubjekt", "deltakere"})
#: Fields that the services know by the same name.
LIKE_FELT = (
    "navn", "form", "klasse", "region", "orgnr", "fra", "oppsigelse_maaneder", "oppsigelse_regel", "bundet_til",
    "delvis_ikrafttreden", "roller", "andre_deltakere", "dataeier", "evalueres_hvert_aar", "sist_evaluert", "maalform",
    "er_utkast", "kilde",
)  # fmt: skip
#: Heading, fields, and whether the group is always open.
GRUPPER = (
    (_("Om samarbeidet"), ("navn", "region", "klasse", "formaal", "oppgaver", "maalform"), True),
    (_("Start, oppsigelse og binding"),
     ("fra", "oppsigelse_maaneder", "oppsigelse_regel", "bundet_til", "delvis_ikrafttreden"), True),
    (_("Rettssubjekt og registrering"), ("orgnr", "eget_rettssubjekt", "meldt_statsforvalter"), True),
    (_("Roller og deltakere bare kjent som antall"), ("roller", "andre_deltakere"), False),
    (_("Vedlikehold og evaluering"), ("dataeier", "evalueres_hvert_aar", "sist_evaluert", "kilde"), False),
)  # fmt: skip
JA_NEI = [("", _("Ikke avklart")), ("ja", _("Ja")), ("nei", _("Nei"))]


@dataclass(frozen=True)
class Gruppe:
    """Fields that belong together; one that is seldom needed is folded until something is in it."""

    tittel: str
    felt: tuple[forms.BoundField, ...]
    aapen: bool = True


class Avtaleskjema(MedForskjeller, forms.Form):
    """All facts of an agreement but its participants. Build with the reader's access, today and language."""

    versjon = Versjonsfelt()
    form = forms.CharField(label=_("Samarbeidsform"), error_messages={"required": _("Velg en samarbeidsform.")})
    navn = forms.CharField(
        label=_("Navn på samarbeidet"), max_length=200, error_messages={"required": _("Skriv navnet på samarbeidet.")}
    )
    region = forms.ModelChoiceField(
        label=_("Region"), queryset=Region.objects.none(), empty_label=None,
        error_messages={"required": _("Velg regionen som skal følge opp avtalen."),
                        "invalid_choice": _("Velg en region du er koordinator for.")},
    )  # fmt: skip
    klasse = forms.ChoiceField(
        label=_("Hva slags samarbeid"), choices=valg(Klasse), widget=forms.RadioSelect,
        error_messages={"required": _("Velg regional utvikling eller tjenesteyting.")},
    )  # fmt: skip
    formaal = Formaalsfelt(
        label=_("Formål"), required=False,
        help_text=_("Ett formål i hver rute, i samme rekkefølge som i avtalen. Limer du inn en liste, deles den opp."),
    )  # fmt: skip
    oppgaver = Oppgavevalg(
        label=_("Oppgaver"), queryset=Oppgave.objects.all(), required=False,
        help_text=_("Tallet er funksjonen i KOSTRA, der oppgaven blir regnskapsført."),
    )  # fmt: skip
    roller = forms.MultipleChoiceField(
        label=_("Hvilken av kommunens roller gjelder samarbeidet?"), choices=valg(Kommunerolle), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    maalform = forms.ChoiceField(label=_("Målform i avtalen"), choices=MAALFORMER, initial="nb")
    fra = DatoFelt(
        label=_("Gjelder fra"), required=False, help_text=_("For eksempel 1.1.2027. La stå tomt til datoen er kjent.")
    )
    delvis_ikrafttreden = forms.BooleanField(
        label=_("Kan tre i kraft for dem som har vedtatt"), required=False,
        help_text=_("Bare når avtalen sier det: De andre kommer med når de vedtar."),
    )  # fmt: skip
    andre_deltakere = Antallfelt(
        label=_("Andre deltakere, antall"), hoeyst=2000, required=False,
        help_text=_("Når bare antallet er kjent, som «og 113 andre kommuner»."),
    )  # fmt: skip
    orgnr = forms.CharField(
        label=_("Organisasjonsnummer"), required=False, max_length=30,
        help_text=_("Ni siffer. Et samarbeid kan mangle organisasjonsnummer."),
    )  # fmt: skip
    eget_rettssubjekt = forms.ChoiceField(
        label=_("Er samarbeidet et eget rettssubjekt?"), choices=JA_NEI, required=False
    )
    oppsigelse_maaneder = Antallfelt(label=_("Oppsigelsesfrist i måneder"), hoeyst=240, required=False)
    oppsigelse_regel = forms.ChoiceField(
        label=_("Uttredenen gjelder"), choices=valg(Oppsigelsesregel), initial=Oppsigelsesregel.MAANEDER, required=False
    )
    bundet_til = DatoFelt(
        label=_("Bindingstid til"), required=False, help_text=_("Ingen kan si opp avtalen før denne dagen.")
    )
    dataeier = forms.ModelChoiceField(
        label=_("Dataeier"), queryset=Bruker.objects.none(), required=False, empty_label=_("Ikke bestemt"),
        help_text=_("Den som hvert år bekrefter at opplysningene stemmer."),
    )  # fmt: skip
    evalueres_hvert_aar = Antallfelt(
        label=_("Antall år mellom evalueringene"), hoeyst=20, required=False,
        help_text=_("Skriv 4 når avtalen skal evalueres hvert fjerde år."),
    )  # fmt: skip
    sist_evaluert = DatoFelt(label=_("Sist evaluert"), required=False)
    meldt_statsforvalter = DatoFelt(label=_("Meldt til statsforvalteren"), required=False)
    kilde = Flerlinjefelt(
        label=_("Kilde"), required=False, rader=2, help_text=_("Hvor opplysningene er hentet, for eksempel saksnummer.")
    )
    er_utkast = forms.BooleanField(
        label=_("Lagre som utkast"),
        required=False,
        help_text=_("Bare koordinatorer i regionen ser et utkast. Fjern krysset for å publisere avtalen."),
    )

    def __init__(
        self, data: Any = None, *, innsyn: Innsyn, dato: date, maalform: str, kode: str, avtale: Avtale | None = None,
        **valg: Any,
    ) -> None:  # fmt: skip
        self.avtale, self.dato, self.leser_maalform = avtale, dato, maalform
        self.samarbeidsform = les_regelverk().former.get(kode)
        super().__init__(data, **valg)
        self._sett_formvalg()
        self._sett_region(innsyn)
        self._sett_dataeier(innsyn)
        self.fields["oppgaver"].maalform = maalform
        self.krav_for_felt: dict[str, Krav] = {}
        if self.samarbeidsform is not None:
            self._tilpass(self.samarbeidsform)

    @property
    def klausulfelt(self) -> list[forms.BoundField]:
        """The clauses, in the order of the law."""
        return [self[navn] for navn in self.krav_for_felt]

    @property
    def gjemte_klausuler(self) -> list[tuple[str, str]]:
        """Clauses written for another form than the one chosen now: they come back when the form does."""
        kilde = self.data if self.is_bound else self.initial
        andre = {klausulnavn(krav.kode) for krav in les_regelverk().krav} - set(self.fields)
        return [(navn, tekst) for navn in sorted(andre) if (tekst := kilde.get(navn))]

    @property
    def grupper(self) -> list[Gruppe]:
        """The facts in the order they are thought of; draft or not is the last decision and stands by the button."""
        return [
            Gruppe(tittel, felt, aapen=aapen or any(ett.errors or ett.value() for ett in felt))
            for tittel, navn, aapen in GRUPPER
            if (felt := tuple(self[ett] for ett in navn if ett in self.fields))
        ]

    def varsler(self) -> tuple[Varsel, ...]:
        """What does not go together in what is typed, or stored: to think about, never a refusal."""
        if self.samarbeidsform is None:
            return ()
        if self.is_bound:
            self.is_valid()
        verdier = self.cleaned_data if self.is_bound else self.initial
        oppgaver = {oppgave.kode for oppgave in verdier.get("oppgaver") or () if isinstance(oppgave, Oppgave)}
        return varsler(
            form=self.samarbeidsform.kode, klasse=verdier.get("klasse") or "", roller=verdier.get("roller") or (),
            oppgaver=oppgaver,
        )  # fmt: skip

    @property
    def formbeskrivelse(self) -> str:
        """What the chosen form is, in a sentence or two."""
        return self.samarbeidsform.beskrivelse.paa(self.leser_maalform) if self.samarbeidsform else ""

    @property
    def formhjemmel(self) -> str:
        """The paragraph of the chosen form, as the reader's language cites it."""
        return self.samarbeidsform.hjemmel.paa(self.leser_maalform) if self.samarbeidsform else ""

    def clean_form(self) -> str:
        """A closed form is refused with the sentence of the rules; an old agreement may keep the form it has."""
        kode = self.cleaned_data["form"]
        form = les_regelverk().former.get(kode)
        if form is None:
            raise forms.ValidationError(_("Velg en samarbeidsform."), "ukjent_form")
        har_fra_foer = self.avtale is not None and self.avtale.form == kode
        if not har_fra_foer and (avslag := kan_inngaas(form, self.dato)) is not None:
            raise forms.ValidationError(avslag.paa(self.leser_maalform), "lukket_form")
        return kode

    def clean_orgnr(self) -> str:
        orgnr = rens_orgnr(self.cleaned_data["orgnr"])
        if orgnr and not er_gyldig_orgnr(orgnr):
            raise forms.ValidationError(
                _("«%(tekst)s» er ikke et organisasjonsnummer. Kontroller de ni sifrene."),
                "ugyldig_orgnr", {"tekst": self.cleaned_data["orgnr"]},
            )  # fmt: skip
        return orgnr

    def clean_formaal(self) -> list[str]:
        """A pasted list becomes a purpose a line; a stored purpose keeps its line breaks."""
        lagret = list(self.avtale.formaal.values_list("tekst", flat=True)) if self.avtale else []
        return delt_i_linjer(self.cleaned_data["formaal"], unntatt=lagret)

    def clean_oppsigelse_regel(self) -> str:
        return self.cleaned_data["oppsigelse_regel"] or Oppsigelsesregel.MAANEDER.value

    def innhold(self) -> dict[str, Any]:
        """What the services take: facts, purposes, tasks, clauses, and the reason. Only for a valid form."""
        ren = self.cleaned_data
        felt = {navn: ren[navn] for navn in LIKE_FELT} | {"eget_rettssubjekt": self._rettssubjekt()}
        if "meldt_statsforvalter" in self.fields:
            felt["meldt_statsforvalter"] = ren["meldt_statsforvalter"]
        return {
            "felt": felt, "formaal": ren["formaal"], "oppgaver": list(ren["oppgaver"]),
            "bestemmelser": self._bestemmelser(),
        } | ({"begrunnelse": ren["begrunnelse"]} if "begrunnelse" in self.fields else {})  # fmt: skip

    def grunnlag(self) -> Avtalegrunnlag | None:
        """The facts as they are typed, valid or not, on top of what is stored. None until a form is chosen."""
        if self.samarbeidsform is None:
            return None
        kode = self.samarbeidsform.kode
        lagret = avtalegrunnlag(self.avtale, dato=self.dato) if self.avtale else Avtalegrunnlag(form=kode)
        if not self.is_bound:
            return replace(lagret, form=kode)
        self.is_valid()
        ren = self.cleaned_data
        return replace(
            lagret, form=kode, navn=ren.get("navn", ""),
            formaal=tuple(ren.get("formaal") or ()), eget_rettssubjekt=self._rettssubjekt(),
            start=ren.get("fra"), oppsigelse_maaneder=ren.get("oppsigelse_maaneder"),
            meldt_statsforvalter=ren.get("meldt_statsforvalter"), bestemmelser=self._bestemmelser(),
        )  # fmt: skip

    def _sett_formvalg(self) -> None:
        kan_velges = {form.kode: form for form in les_regelverk().former_som_kan_inngaas(self.dato)}
        if self.samarbeidsform is not None:
            kan_velges.setdefault(self.samarbeidsform.kode, self.samarbeidsform)
        valg = [(kode, capfirst(form.navn.paa(self.leser_maalform))) for kode, form in kan_velges.items()]
        self.fields["form"].widget = forms.Select(
            # The browser must not put back a choice that the rest of the form does not follow.
            attrs={"autocomplete": "off"},
            choices=[("", _("Velg samarbeidsform")), *valg],
        )

    def _sett_region(self, innsyn: Innsyn) -> None:
        alle = Region.objects.all()
        egne = alle if innsyn.er_administrator else alle.filter(pk__in=innsyn.regioner)
        self.fields["region"].queryset = egne
        if innsyn.er_administrator or len(innsyn.regioner) > 1:
            self.fields["region"].empty_label = _("Velg region")

    def _sett_dataeier(self, innsyn: Innsyn) -> None:
        """Those who coordinate the reader's regions today, and the one who is stored."""
        naa = gyldig(self.dato, "tilganger__") & Q(tilganger__rolle=Rolle.KOORDINATOR)
        if not innsyn.er_administrator:
            naa &= Q(tilganger__region__in=innsyn.regioner)
        lagret = Q(pk=self.avtale.dataeier_id) if self.avtale and self.avtale.dataeier_id else Q()
        self.fields["dataeier"].queryset = Bruker.objects.filter(naa | lagret).order_by("navn", "pk").distinct()

    def _tilpass(self, form: Samarbeidsform) -> None:
        """Leave out what the form answers by itself, add its name rule and its clauses."""
        if form.eget_rettssubjekt in (Rettssubjekt.JA, Rettssubjekt.NEI):
            del self.fields["eget_rettssubjekt"]
        if form.statlig_melding is None:
            del self.fields["meldt_statsforvalter"]
        if form.navnekrav:
            ord_ = str(_(" eller ")).join(f"«{ord_}»" for ord_ in form.navnekrav)
            self.fields["navn"].help_text = _("Navnet skal inneholde %(ord)s.") % {"ord": ord_}
        self.fields["oppsigelse_maaneder"].help_text = form.oppsigelse.tekst.paa(self.leser_maalform)
        for krav in les_regelverk().krav_for(form.kode, self.dato):
            if krav.tar_bestemmelse and not (krav.vurderes is Vurderes.FELT and krav.proeve in UTEN_KLAUSUL):
                self._legg_til_klausul(krav)
        if self.krav_for_felt and self.avtale is not None and not self.avtale.er_utkast:
            self.fields["begrunnelse"] = Flerlinjefelt(
                label=_("Hvorfor rettes teksten?"), required=False, rader=2, max_length=2000,
                help_text=_("Må fylles ut når du skriver om eller fjerner noe avtalen alt sier. Vises i historikken."),
            )  # fmt: skip

    def _legg_til_klausul(self, krav: Krav) -> None:
        navn = klausulnavn(krav.kode)
        self.krav_for_felt[navn] = krav
        self.fields[navn] = Flerlinjefelt(
            label=krav.tittel.paa(self.leser_maalform), required=False, rader=3,
            help_text=f"{krav.hjelp.paa(self.leser_maalform)} ({krav.hjemmel.paa(self.leser_maalform)})",
        )  # fmt: skip

    def _bestemmelser(self) -> dict[str, str]:
        return {krav.kode: self.cleaned_data.get(navn) or "" for navn, krav in self.krav_for_felt.items()}

    def _rettssubjekt(self) -> bool | None:
        form = self.samarbeidsform
        if form is not None and form.eget_rettssubjekt in (Rettssubjekt.JA, Rettssubjekt.NEI):
            return form.eget_rettssubjekt is Rettssubjekt.JA
        return {"ja": True, "nei": False}.get(self.cleaned_data.get("eget_rettssubjekt", ""))


def klausulnavn(kode: str) -> str:
    """The form field of a requirement's clause."""
    return f"krav-{kode.replace('.', '-')}"
