"""Converting an agreement: what the law lets it become, what would be copied, and afterwards what to review."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from avtaler.domene.omdanning import navneforslag, overfoer_bestemmelser
from avtaler.domene.ordlyd import siste_vedtatte
from avtaler.domene.samarbeidsform import Samarbeidsform
from avtaler.models import Avtale, Avtalerelasjon, Deloppgave, Rundeslag, Sted, Verv
from avtaler.regler import les_regelverk
from avtaler.regler.omdanning import les_omdanningsregler
from kommuner.domene.skriving import vis_kort_dato
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

from .grunnlag import avtalegrunnlag, bestemmelser_for
from .lovkravside import Lovkravside, sjekkliste
from .lovsetning import Lovsetning, eventuell_lovsetning

Type = Avtalerelasjon.Type


@dataclass(frozen=True, kw_only=True)
class Nyform:
    """One form the agreement may become."""

    kode: str
    navn: str
    hjemmel: str
    kilde: str
    beskrivelse: str
    periode: str
    navneforslag: tuple[str, ...]
    navnekrav: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Kopi:
    """What follows, as a kind and a count."""

    navn: str
    antall: int


@dataclass(frozen=True, kw_only=True)
class Klausulvei:
    """A clause of the old agreement and where it goes in one successor; nowhere is beside the list."""

    fra: str
    til: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Omdanningsside:
    """Before the conversion."""

    plikt: Lovsetning | None
    frist: date | None
    former: tuple[Nyform, ...]
    kopier: tuple[Kopi, ...]
    klausuler: Mapping[str, tuple[Klausulvei, ...]]
    alt_omdannet: bool

    @property
    def kan_omdannes(self) -> bool:
        return bool(self.former) and not self.alt_omdannet


@dataclass(frozen=True, kw_only=True)
class Punkt:
    """One thing to review on a successor; ``sted`` is the URL name of the page where it is put right."""

    navn: str
    antall: int
    raad: str
    sted: str


@dataclass(frozen=True, kw_only=True)
class Gjennomgang:
    """After the conversion, on a successor."""

    gammel_id: int
    gammel_navn: str
    gammel_kan_redigeres: bool
    gammel_avsluttet: date | None
    fra: date | None
    punkter: tuple[Punkt, ...]
    liste: Lovkravside
    frie_klausuler: tuple[str, ...]
    soesken: tuple[tuple[int, str], ...]
    runde_id: int | None
    er_utkast: bool

    @property
    def mangler(self) -> int:
        return self.liste.mangler


def omdanningsside(avtale: Avtale, *, dato: date, maalform: str) -> Omdanningsside:
    """A dozen queries, whatever the agreement holds."""
    form = les_regelverk().form(avtale.form)
    former = [les_regelverk().form(kode) for kode in form.omdannes_til]
    return Omdanningsside(
        plikt=eventuell_lovsetning(form.omdanning, maalform), frist=form.omdanningsfrist,
        former=tuple(_form(avtale, ny, maalform) for ny in former),
        kopier=tuple(_kopier(avtale, dato)),
        klausuler=_klausuler(avtale, dato, maalform),
        alt_omdannet=avtale.relasjoner_ut.filter(type=Type.OMDANNET_TIL).exists(),
    )  # fmt: skip


def gjennomgang(avtale: Avtale, innsyn: Innsyn, *, dato: date, maalform: str) -> Gjennomgang | None:
    """What to review on a successor; None when the agreement is not converted from one the reader may see."""
    synlige = Avtale.objects.for_user(innsyn)
    relasjon = avtale.relasjoner_inn.filter(type=Type.OMDANNET_TIL, fra_avtale__in=synlige).select_related("fra_avtale")
    foerste = relasjon.first()
    if foerste is None:
        return None
    gammel = foerste.fra_avtale
    soesken = synlige.filter(relasjoner_inn__fra_avtale=gammel, relasjoner_inn__type=Type.OMDANNET_TIL)
    runde = gammel.runder.filter(slag=Rundeslag.OMDANNE).first()
    frie = avtale.versjoner.order_by("-nummer").values_list("bestemmelser__tittel", "bestemmelser__krav")
    return Gjennomgang(
        gammel_id=gammel.pk, gammel_navn=gammel.navn, gammel_kan_redigeres=innsyn.kan_redigere(gammel.region_id),
        gammel_avsluttet=gammel.til, fra=avtale.fra, punkter=tuple(_punkter(avtale)),
        liste=sjekkliste(avtalegrunnlag(avtale, dato=dato), dato=dato, maalform=maalform),
        frie_klausuler=tuple(tittel for tittel, krav in frie if tittel and not krav),
        soesken=tuple((en.pk, en.navn) for en in soesken.exclude(pk=avtale.pk).distinct()),
        runde_id=runde.pk if runde else None, er_utkast=avtale.er_utkast,
    )  # fmt: skip


def planlagt_ikrafttreden(gammel: Avtale) -> date | None:
    """The first day the successors are planned to hold. One query."""
    utkast = gammel.relasjoner_ut.filter(
        type=Type.OMDANNET_TIL, til_avtale__er_utkast=True, til_avtale__region=gammel.region_id
    )
    return utkast.order_by("til_avtale__fra").values_list("til_avtale__fra", flat=True).first()


def _form(avtale: Avtale, form: Samarbeidsform, maalform: str) -> Nyform:
    return Nyform(
        kode=form.kode, navn=form.navn.paa(maalform), hjemmel=form.hjemmel.paa(maalform), kilde=form.hjemmel.kilde,
        beskrivelse=form.beskrivelse.paa(maalform), periode=_periode(form), navnekrav=form.navnekrav,
        navneforslag=navneforslag(avtale.navn, form, avtale.maalform, les_omdanningsregler()),
    )  # fmt: skip


def _periode(form: Samarbeidsform) -> str:
    if form.gyldig.fra is None:
        return _("i dag")
    return _("fra %(dato)s") % {"dato": vis_kort_dato(form.gyldig.fra)}


def _kopier(avtale: Avtale, dato: date) -> Iterable[Kopi]:
    varer = Q(til__isnull=True) | Q(til__gt=dato)
    verv = Verv.objects.filter(gyldig(dato), organ__avtale=avtale)
    tall = {
        _("Deltakere"): avtale.deltakelser.filter(varer).count(),
        _("Organer"): avtale.organer.count(),
        _("Verv"): verv.count(),
        _("Dokumenter"): avtale.dokumenter.count(),
        _("Deloppgaver"): Deloppgave.objects.filter(gyldig(dato), avtale=avtale).count(),
        _("Steder"): Sted.objects.filter(gyldig(dato), avtale=avtale).count(),
    }
    return (Kopi(navn=navn, antall=antall) for navn, antall in tall.items() if antall)


def _klausuler(avtale: Avtale, dato: date, maalform: str) -> dict[str, tuple[Klausulvei, ...]]:
    tekster = {krav: tekst for krav, tekst in bestemmelser_for(avtale, dato=dato).items() if krav}
    titler = {krav.kode: krav.tittel.paa(maalform) for krav in les_regelverk().krav}
    regler = les_omdanningsregler()
    veier: dict[str, tuple[Klausulvei, ...]] = {}
    for form in les_regelverk().form(avtale.form).omdannes_til:
        tabell = regler.bestemmelser.get(avtale.form, {}).get(form, {})
        uten = overfoer_bestemmelser(tekster, fra_form=avtale.form, til_form=form, regler=regler).uten_plass
        veier[form] = tuple(
            Klausulvei(
                fra=titler.get(krav, krav), til=tuple(titler.get(nytt, nytt) for nytt in tabell.get(krav, ())),
            )
            for krav in tekster if tekster[krav].strip() and (krav in tabell or krav in uten)
        )  # fmt: skip
    return veier


def _punkter(avtale: Avtale) -> Iterable[Punkt]:
    verv = Verv.objects.filter(organ__avtale=avtale).count()
    deltakere, endre, om = "avtaler:deltakere", "avtaler:endre", "avtaler:avtale"
    yield Punkt(
        navn=_("Deltakere"), antall=avtale.deltakelser.count(), sted=deltakere,
        raad=_("Skal alle være med i det nye samarbeidet? Kontroller roller, andeler og plasser."),
    )  # fmt: skip
    yield Punkt(
        navn=_("Formål"), antall=avtale.formaal.count(), sted=endre,
        raad=_("Les formålene opp mot det formen er laget for."),
    )  # fmt: skip
    yield Punkt(
        navn=_("Oppgaver"), antall=avtale.oppgaver.count(), sted=endre,
        raad=_("Velg oppgavene det nye samarbeidet skal ha."),
    )  # fmt: skip
    yield Punkt(
        navn=_("Bestemmelser"), antall=_antall_klausuler(avtale), sted=endre,
        raad=_("Tekstene er kopiert fra den gamle avtalen. Skriv dem om så de svarer på den nye lovens krav."),
    )  # fmt: skip
    yield Punkt(
        navn=_("Organer"), antall=avtale.organer.count(), sted=om,
        raad=_("Behold de organene det nye samarbeidet skal ha."),
    )  # fmt: skip
    yield Punkt(
        navn=_("Verv"), antall=verv, sted=om,
        raad=_("Medlemmene av representantskapet må hvert kommunestyre selv velge på nytt."),
    )  # fmt: skip
    yield Punkt(
        navn=_("Dokumenter"), antall=avtale.dokumenter.count(), sted=om,
        raad=_("Den gamle avtalen er med til opplysning. Legg til den nye når den er vedtatt."),
    )  # fmt: skip


def _antall_klausuler(avtale: Avtale) -> int:
    versjon = siste_vedtatte(avtale.versjoner.all())
    return versjon.bestemmelser.count() if versjon else 0
