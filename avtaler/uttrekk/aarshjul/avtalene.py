"""What the agreements' own terms say: notice, lock-in, evaluation, the yearly confirmation, beginning, end, leavers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from avtaler.domene.aarshjul.avtalefrister import Avtalefrist, Avtaletid, Fristdag, frister_i
from avtaler.domene.aarshjul.hendelse import Hendelse, Slag
from avtaler.domene.bekreftelse import bekreftelsesfrist
from avtaler.domene.uttreden import Kilde
from avtaler.models import Avtale, Deltakelse
from avtaler.regler import les_regelverk
from avtaler.uttrekk.uttredensvilkaar import vilkaar_av
from kommuner.models import Rolle
from kommuner.uttrekk import Navnebok

from .utsnitt import Utsnitt, hjulene, lenker

POLITISK = frozenset({Rolle.POLITIKER.value, Rolle.SEKRETAER.value, Rolle.KOORDINATOR.value, Rolle.INNSYN.value})
HOLDER_REGISTERET = frozenset({Rolle.KOORDINATOR.value})


def avtalehendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Agreements with the same day stand together. Two queries, for those who leave."""
    grupper: dict[Fristdag, list[Avtale]] = defaultdict(list)
    for avtale in utsnitt.avtaler:
        for frist in frister_i(_tid(avtale), fra=utsnitt.fra, til=utsnitt.til) if not avtale.er_utkast else ():
            grupper[frist].append(avtale)
    for frist, avtaler in grupper.items():
        yield _hendelse(frist, avtaler, utsnitt.maalform)
    yield from _bekreftelser(utsnitt)
    yield from _uttredener(utsnitt)


def _tid(avtale: Avtale) -> Avtaletid:
    return Avtaletid(
        fra=avtale.fra, til=avtale.til, bundet_til=avtale.bundet_til, sist_evaluert=avtale.sist_evaluert,
        evalueres_hvert_aar=avtale.evalueres_hvert_aar, vilkaar=vilkaar_av(avtale).vilkaar,
    )  # fmt: skip


def _hendelse(frist: Fristdag, avtaler: list[Avtale], maalform: str) -> Hendelse:
    tittel, gjoere = _ord(frist, len(avtaler))
    slutt = f"-{frist.virkning:%Y}" if frist.virkning else ""
    hjemmel, kilde = _hjemmel(avtaler, maalform) if frist.frist is Avtalefrist.OPPSIGELSE else ("", "")
    return Hendelse(
        noekkel=f"{frist.frist}-{frist.dato:%Y%m%d}{slutt}", fra=frist.dato, til=frist.dato, slag=Slag.AVTALE,
        tittel=tittel if len(avtaler) > 1 else f"{avtaler[0].navn}: {tittel}", gjoere=gjoere,
        sted=_("Kommunestyret"), hjul=hjulene(avtaler), roller=POLITISK, avtaler=lenker(avtaler),
        url=_adresse(avtaler), hjemmel=hjemmel, kilde=kilde, er_eksempel=all(a.er_eksempel for a in avtaler),
        raadet_kan_paavirke=frist.frist in _RAADETS,
    )  # fmt: skip


#: What a council can act on before the day; what only happens on its own is no influence.
_RAADETS = {Avtalefrist.OPPSIGELSE, Avtalefrist.BINDING_UTE, Avtalefrist.EVALUERING, Avtalefrist.OPPHOERER}


def _ord(frist: Fristdag, antall: int) -> tuple[str, str]:
    """The title, as it stands alone or after one agreement's name, and what one can do."""
    if frist.frist is Avtalefrist.OPPSIGELSE:
        aar = {"aar": frist.virkning.year if frist.virkning else "", "antall": antall}
        tittel = ngettext(
            "siste dag for å si opp til årsskiftet %(aar)s",
            "Siste dag for å si opp %(antall)s avtaler til årsskiftet %(aar)s", antall,
        )  # fmt: skip
        gjoere = _("Vil kommunen ut, må kommunestyret ha vedtatt det, og oppsigelsen må være gitt senest denne dagen.")
        return tittel % aar, gjoere
    ord_om = {
        Avtalefrist.BINDING_UTE: (
            ngettext("bindingstiden er ute", "Bindingstiden er ute i %(antall)s avtaler", antall),
            _("Fra denne dagen kan kommunen si opp avtalen. Vurder om den fortsatt er god."),
        ),
        Avtalefrist.EVALUERING: (
            ngettext("skal evalueres", "%(antall)s avtaler skal evalueres", antall),
            _("Si hva kommunen mener: avvikle, videreføre eller utvikle samarbeidet."),
        ),
        Avtalefrist.TRER_I_KRAFT: (
            ngettext("trer i kraft", "%(antall)s avtaler trer i kraft", antall),
            _("Samarbeidet begynner."),
        ),
        Avtalefrist.OPPHOERER: (
            ngettext("siste dag", "%(antall)s avtaler har sin siste dag", antall),
            _("Skal samarbeidet fortsette, må kommunestyrene vedta en ny avtale før denne dagen."),
        ),
    }
    tittel, gjoere = ord_om[frist.frist]
    return tittel % {"antall": antall} if antall > 1 else tittel, gjoere


def _hjemmel(avtaler: list[Avtale], maalform: str) -> tuple[str, str]:
    """The law's paragraph when it is the law's notice that holds for all of them."""
    former = {avtale.form for avtale in avtaler}
    if len(former) > 1 or any(vilkaar_av(avtale).kilde is not Kilde.LOVEN for avtale in avtaler):
        return "", ""
    hjemmel = les_regelverk().form(former.pop()).oppsigelse.hjemmel
    return (hjemmel.paa(maalform), hjemmel.kilde) if hjemmel else ("", "")


def _adresse(avtaler: list[Avtale]) -> str:
    return reverse("avtaler:avtale", args=[avtaler[0].pk]) if len(avtaler) == 1 else ""


def _bekreftelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """The yearly confirmation, for those who keep the agreement."""
    grupper: dict[date, list[Avtale]] = defaultdict(list)
    for avtale in utsnitt.avtaler:
        if utsnitt.innsyn.kan_redigere(avtale.region_id) and not avtale.er_utkast:
            registrert = timezone.localdate(avtale.opprettet)
            grupper[bekreftelsesfrist(bekreftet=avtale.bekreftet_dato, registrert=registrert)].append(avtale)
    for dag, avtaler in grupper.items():
        if utsnitt.fra <= dag <= utsnitt.til:
            yield _bekreftelse(dag, avtaler)


def _bekreftelse(dag: date, avtaler: list[Avtale]) -> Hendelse:
    tittel = ngettext(
        "bekreft opplysningene", "Bekreft opplysningene i %(antall)s avtaler", len(avtaler)
    ) % {"antall": len(avtaler)}  # fmt: skip
    return Hendelse(
        noekkel=f"bekreftelse-{dag:%Y%m%d}", fra=dag, til=dag, slag=Slag.AVTALE,
        tittel=tittel if len(avtaler) > 1 else f"{avtaler[0].navn}: {tittel}", hjul=hjulene(avtaler),
        roller=HOLDER_REGISTERET, avtaler=lenker(avtaler), url=_adresse(avtaler),
        gjoere=_("Se at opplysningene stemmer, og bekreft dem for et nytt år."),
    )  # fmt: skip


def _uttredener(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Those who have given notice, on their last day."""
    ute = Deltakelse.objects.filter(
        avtale__in=list(utsnitt.avtale), oppsagt__isnull=False, til__gt=utsnitt.fra,
        til__lte=utsnitt.til + timedelta(days=1),
    ).select_related("part")  # fmt: skip
    deltakelser = list(ute)
    navn = Navnebok([d.part for d in deltakelser], dato=utsnitt.fra)
    for deltakelse in deltakelser:
        avtale = utsnitt.avtale[deltakelse.avtale_id]
        siste = deltakelse.til - timedelta(days=1)
        yield Hendelse(
            noekkel=f"uttreden-{deltakelse.pk}", fra=siste, til=siste, slag=Slag.AVTALE, hjul=hjulene([avtale]),
            tittel=_("%(avtale)s: siste dag for %(part)s")
            % {"avtale": avtale.navn, "part": navn(deltakelse.part).navn},
            roller=POLITISK, avtaler=lenker([avtale]), url=_adresse([avtale]), er_eksempel=deltakelse.er_eksempel,
            gjoere=_("Oppgjør, ansvar og det som er igjen av samarbeidet må være avklart."),
        )  # fmt: skip
