"""The fact sheet of each agreement, seen from one municipality on one date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, UTENFOR, VERTSKOMMUNE, Avtalegrunnlag
from avtaler.domene.krav import Resultat, Vurderes
from avtaler.domene.lovkrav import vurder_avtale
from avtaler.domene.regelverk import Regelverk
from avtaler.domene.samarbeidsform import Eierinteresse, Samarbeidsform
from avtaler.models import Avtale, Deltakelse
from avtaler.uttrekk import Deltakerrad, deltakelser_for, deltakere_paa, grunnlag_for
from kommuner.models import Part
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Navnebok
from kostnad.models import Budsjett, Fordeling, Noekkel
from rapport.domene.innhold import Avtaleark, Deltaker, Funn, Representant
from rapport.models import Eierformaal

from .betalinger import betaling, fordelinger_paa
from .folketall import Folketall
from .representanter import representanter

#: Findings that a council must hear of.
VISES = (Resultat.MANGLER, Resultat.MAA_VURDERES)


@dataclass(frozen=True, kw_only=True)
class Arkgrunnlag:
    """Everything the sheets are written from, fetched once for all the agreements."""

    part: Part
    dato: date
    maalform: str
    ser_oekonomi: bool
    regelverk: Regelverk
    grunnlag: Mapping[int, Avtalegrunnlag]
    deltakere: Mapping[int, list[Deltakerrad]]
    fordelinger: Mapping[int, Fordeling]
    representanter: Mapping[int, tuple[Representant, ...]]
    formaal: Mapping[int, Eierformaal]
    folketall: Folketall
    navn: Navnebok


def avtaler_for(part: Part, *, dato: date, innsyn: Innsyn, regelverk: Regelverk) -> list[Avtale]:
    """The agreements in force that the municipality is in on ``dato``, in the law's order of forms. Three queries."""
    rader = (
        Avtale.objects.for_user(innsyn)
        .gjeldende(dato)
        .filter(pk__in=Deltakelse.objects.filter(gyldig(dato), part=part).values("avtale"))
        .annotate(har_kostnad=_har_kostnad(dato))
        .prefetch_related("formaal", "oppgaver")
    )
    former = list(regelverk.former)
    return sorted(rader, key=lambda avtale: (former.index(avtale.form), avtale.sortering, avtale.pk))


def _har_kostnad(dato: date) -> Exists:
    """Whether the agreement has a key or a budget for the year of ``dato`` or an earlier one."""
    noekler = Noekkel.objects.filter(avtale=OuterRef("pk"), fra_aar__lte=dato.year)
    return Exists(noekler) | Exists(Budsjett.objects.filter(avtale=OuterRef("pk"), aar__lte=dato.year))


def hent_arkgrunnlag(
    part: Part, avtaler: list[Avtale], *, dato: date, maalform: str, ser_oekonomi: bool, regelverk: Regelverk
) -> Arkgrunnlag:
    """The rest of what the sheets need, for all the agreements at once."""
    fordelinger = fordelinger_paa(avtaler, dato) if ser_oekonomi else {}
    betalere = [part, *(rad.part for fordeling in fordelinger.values() for rad in fordeling.deler.all())]
    deltakelser = deltakelser_for(avtaler)
    return Arkgrunnlag(
        part=part,
        dato=dato,
        maalform=maalform,
        ser_oekonomi=ser_oekonomi,
        regelverk=regelverk,
        grunnlag=grunnlag_for(avtaler, dato=dato, deltakelser=deltakelser),
        deltakere={avtale.pk: deltakere_paa(avtale, deltakelser.get(avtale.pk, []), dato) for avtale in avtaler},
        fordelinger=fordelinger,
        representanter=representanter(part, avtaler, dato),
        formaal={rad.avtale_id: rad for rad in Eierformaal.objects.filter(part=part, avtale__in=avtaler)},
        folketall=Folketall([part.pk]),
        navn=Navnebok(betalere, dato=dato),
    )


def avtaleark(avtale: Avtale, alt: Arkgrunnlag) -> Avtaleark:
    """The sheet of one agreement."""
    form = alt.regelverk.form(avtale.form)
    deltakere = _deltakere(avtale, alt)
    vaar = next(deltaker for deltaker in deltakere if deltaker.er_oss)
    eget = alt.formaal.get(avtale.pk)
    fordeling = alt.fordelinger.get(avtale.pk)
    return Avtaleark(
        id=avtale.pk,
        navn=avtale.navn,
        maalform=avtale.maalform,
        form=form.kode,
        form_navn=form.navn.paa(alt.maalform),
        form_kort=form.kortnavn.paa(alt.maalform),
        form_hjemmel=form.hjemmel.paa(alt.maalform),
        eierinteresse=form.eierinteresse is not Eierinteresse.OPPLYSNING,
        klasse=avtale.klasse,
        klasse_navn=str(avtale.get_klasse_display()),
        oppgaver=tuple(oppgave.navn_paa(alt.maalform) for oppgave in avtale.oppgaver.all()),
        formaal=tuple(formaal.tekst for formaal in avtale.formaal.all()),
        kommunens_formaal=eget.tekst if eget else "",
        kommunens_formaal_maalform=eget.maalform if eget else alt.maalform,
        orgnr=avtale.orgnr,
        eget_rettssubjekt=avtale.eget_rettssubjekt,
        fra=avtale.fra,
        til=avtale.til,
        vaar_rolle=vaar.rolle_navn,
        eierandel=vaar.eierandel,
        ansvarsandel=vaar.ansvarsandel,
        deltakere=deltakere,
        vertskommune=_vert(deltakere),
        oppsigelse=_oppsigelse(avtale, form, alt),
        ansvar=form.ansvar.tekst.paa(alt.maalform),
        representanter=alt.representanter.get(avtale.pk, ()),
        betaling=fordeling and betaling(fordeling, alt.part, maalform=alt.maalform, navn=alt.navn),
        funn=_funn(avtale, alt),
        er_eksempel=avtale.er_eksempel,
        eksempel_merknad=avtale.eksempel_merknad,
        mangler_fordeling=alt.ser_oekonomi and avtale.har_kostnad and not fordeling and vaar.rolle not in UTENFOR,
    )


def _deltakere(avtale: Avtale, alt: Arkgrunnlag) -> tuple[Deltaker, ...]:
    """All parties, those without obligations last."""
    rader = sorted(alt.deltakere[avtale.pk], key=lambda rad: rad.rolle in UTENFOR)
    return tuple(_deltaker(rad, alt.part) for rad in rader)


def _deltaker(rad: Deltakerrad, part: Part) -> Deltaker:
    return Deltaker(
        nummer=rad.nummer,
        navn=rad.navn,
        type=rad.type,
        rolle=rad.rolle,
        rolle_navn=str(rad.rolle_navn),
        eierandel=rad.eierandel,
        ansvarsandel=rad.ansvarsandel,
        medlemmer=rad.medlemmer,
        er_oss=rad.part_id == part.pk,
    )


def _vert(deltakere: Iterable[Deltaker]) -> str:
    verter = (deltaker.navn for deltaker in deltakere if deltaker.rolle in (VERTSKOMMUNE, KONTORKOMMUNE))
    return next(verter, "")


def _oppsigelse(avtale: Avtale, form: Samarbeidsform, alt: Arkgrunnlag) -> str:
    """How to leave: what this agreement says, then what the form's law says."""
    lov = form.oppsigelse.tekst.paa(alt.maalform)
    if (maaneder := avtale.oppsigelse_maaneder) is not None:
        egen = ngettext(
            "Avtalen gir %(antall)d måneds oppsigelse.", "Avtalen gir %(antall)d måneders oppsigelse.", maaneder
        ) % {"antall": maaneder}
        return f"{egen} {lov}"
    if klausul := _klausul(form, alt.grunnlag[avtale.pk], alt):
        return _("Avtalen sier: «%(tekst)s» %(lov)s") % {"tekst": klausul, "lov": lov}
    return lov


def _klausul(form: Samarbeidsform, grunnlag: Avtalegrunnlag, alt: Arkgrunnlag) -> str:
    """The agreement's own clause about notice, when it has one in words."""
    for krav in alt.regelverk.krav_for(form.kode, alt.dato):
        if krav.vurderes is Vurderes.FELT and krav.proeve == "oppsigelse" and grunnlag.har_bestemmelse(krav.kode):
            return grunnlag.bestemmelser[krav.kode].strip()
    return ""


def _funn(avtale: Avtale, alt: Arkgrunnlag) -> tuple[Funn, ...]:
    vurderinger = vurder_avtale(alt.grunnlag[avtale.pk], regelverk=alt.regelverk, dato=alt.dato)
    return tuple(
        Funn(
            kode=vurdering.kode,
            resultat=vurdering.resultat.value,
            tittel=vurdering.tittel.paa(alt.maalform),
            hjemmel=vurdering.hjemmel.paa(alt.maalform),
            begrunnelse=vurdering.begrunnelse.paa(alt.maalform),
        )
        for vurdering in vurderinger
        if vurdering.resultat in VISES
    )
