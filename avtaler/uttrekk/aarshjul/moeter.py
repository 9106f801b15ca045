"""Meetings of the organs, the latest day to call them, and posts whose term runs out."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from avtaler.domene.aarshjul.hendelse import BEGGE, Hendelse, Hjul, Slag
from avtaler.domene.moeter.innkalling import innkallingsfrist
from avtaler.models import Moete, Moetestatus, Organ, Verv
from avtaler.regler.innkalling import innkallingsregel
from avtaler.uttrekk.moeter.tittel import egen_tittel
from kommuner.models import Rolle

from .utsnitt import Utsnitt, lenker

KALLER_INN = frozenset({Rolle.KOORDINATOR.value, Rolle.SEKRETAER.value})
VELGER = frozenset({Rolle.POLITIKER.value, Rolle.SEKRETAER.value, Rolle.KOORDINATOR.value})


def moetehendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """One query. Closed meetings keep their titles to themselves."""
    moeter = Moete.objects.for_user(utsnitt.innsyn).filter(_organets(utsnitt, "organ__"))
    moeter = moeter.filter(dato__gte=utsnitt.fra, dato__lte=utsnitt.til + timedelta(days=366))
    for moete in moeter.exclude(status=Moetestatus.AVLYST).select_related("organ__avtale"):
        yield _moetet(moete)
        skal_kalles_inn = moete.innkalt is None and moete.status != Moetestatus.HOLDT
        if skal_kalles_inn and utsnitt.innlogget and (dag := siste_innkallingsdag(moete)):
            yield _innkallingen(moete, dag)


def vervhendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Posts that run out, for those who are logged in. One query."""
    if not utsnitt.innlogget:
        return
    verv = Verv.objects.filter(
        _organets(utsnitt, "organ__"), til__gt=utsnitt.fra, til__lte=utsnitt.til + timedelta(days=1)
    )
    if utsnitt.omfang.parter:
        verv = verv.filter(Q(part__in=utsnitt.omfang.parter) | Q(organ__avtale__region__in=utsnitt.omfang.regioner))
    rader = list(verv.select_related("organ__avtale"))
    organer = {rad.organ_id: rad.organ for rad in rader}
    eksempler = {(rad.organ_id, rad.til) for rad in rader if rad.er_eksempel}
    for (organ_id, til), antall in Counter((rad.organ_id, rad.til) for rad in rader).items():
        er_eksempel = (organ_id, til) in eksempler
        yield _perioden_ut(organer[organ_id], til - timedelta(days=1), antall, er_eksempel=er_eksempel)


def siste_innkallingsdag(moete: Moete) -> date | None:
    """The last day the law and the agreement let the meeting be called; None where neither says a number."""
    organ = moete.organ
    regel = innkallingsregel(organ.avtale.form, organ.type) if organ.avtale_id is not None else None
    lovens = regel.dager if regel else None
    return innkallingsfrist(moete.dato, lovens_dager=lovens, avtalens_dager=organ.innkalling_dager).siste_dag


def _organets(utsnitt: Utsnitt, prefiks: str) -> Q:
    avtaler = Q(**{f"{prefiks}avtale__in": list(utsnitt.avtale)})
    return avtaler | Q(**{f"{prefiks}region__in": utsnitt.omfang.om_regioner})


def _moetet(moete: Moete) -> Hendelse:
    tittel = egen_tittel(moete, har_innsyn=False)
    return Hendelse(
        noekkel=f"moete-{moete.pk}", fra=moete.dato, til=moete.dato, slag=Slag.MOETE, **_om(moete.organ),
        tittel=tittel or _("Møte i %(organ)s") % {"organ": _organnavn(moete.organ)}, sted=_stor(moete.organ),
        url=reverse("avtaler:moete", args=[moete.pk]), er_eksempel=moete.er_eksempel, raadet_kan_paavirke=True,
        gjoere=_("Si fra til dem som sitter der for kommunen, før møtet."),
    )  # fmt: skip


def _innkallingen(moete: Moete, dag: date) -> Hendelse:
    return Hendelse(
        noekkel=f"innkalling-{moete.pk}", fra=dag, til=dag, slag=Slag.MOETE, roller=KALLER_INN, **_om(moete.organ),
        tittel=_("Siste dag for å kalle inn til møtet i %(organ)s") % {"organ": _organnavn(moete.organ)},
        sted=_stor(moete.organ), url=reverse("avtaler:moete", args=[moete.pk]), er_eksempel=moete.er_eksempel,
        gjoere=_("Send innkalling og saksliste."),
    )  # fmt: skip


def _perioden_ut(organ: Organ, siste: date, antall: int, *, er_eksempel: bool) -> Hendelse:
    tittel = ngettext(
        "Perioden går ut for %(antall)s verv i %(organ)s", "Perioden går ut for %(antall)s verv i %(organ)s", antall
    ) % {"antall": antall, "organ": _organnavn(organ)}  # fmt: skip
    return Hendelse(
        noekkel=f"verv-{organ.pk}-{siste:%Y%m%d}", fra=siste, til=siste, slag=Slag.VERV, roller=VELGER, **_om(organ),
        tittel=tittel, sted=_("Kommunestyret"), url=reverse("avtaler:organ", args=[organ.pk]), er_eksempel=er_eksempel,
        gjoere=_("Velg nye representanter før perioden er ute."), raadet_kan_paavirke=True,
    )  # fmt: skip


def _om(organ: Organ) -> dict[str, object]:
    if organ.avtale_id is None:
        return {"hjul": BEGGE}
    return {"hjul": frozenset({Hjul(organ.avtale.klasse)}), "avtaler": lenker([organ.avtale])}


def _organnavn(organ: Organ) -> str:
    """With the agreement's name, for «representantskap» alone says nothing in a calendar."""
    return f"{organ}, {organ.avtale.navn}" if organ.avtale_id else str(organ)


def _stor(organ: Organ) -> str:
    navn = str(organ)
    return navn[:1].upper() + navn[1:]
