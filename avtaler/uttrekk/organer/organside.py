"""One organ: what it is, who sits there, the law of its form, and its portfolio over many agreements (needs 4.10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from avtaler.domene.samarbeidsform import TEMANAVN, Tema
from avtaler.domene.virketid import telledag
from avtaler.models import Avtale, Moete, Moetestatus, Organ, Raadsvedtak, Runde, Vedtaksstatus
from avtaler.regler import les_regelverk
from avtaler.regler.innkalling import innkallingsregel
from avtaler.regler.organregler import organregel
from avtaler.uttrekk.moeter.tittel import egen_tittel
from kommuner.tilgang import Innsyn

from .bilde import Organbilde, Regelsetning, lovsetning
from .grunnlag import OEVERSTE
from .organbilder import organbilder, organets_form

BEHANDLET = (Vedtaksstatus.LIKELYDENDE, Vedtaksstatus.AVVIK, Vedtaksstatus.AVVIST)


@dataclass(frozen=True, kw_only=True)
class Foelgerad:
    """One agreement in the portfolio: its next meeting, and the cases that wait for the councils."""

    id: int
    navn: str
    form_kort: str
    neste_moete: date | None
    aapne_runder: tuple[tuple[int, str], ...]


@dataclass(frozen=True, kw_only=True)
class Nestemoete:
    """A meeting to come; ``tittel`` is empty when it has none of its own, or is closed to the reader."""

    pk: int
    dato: date
    tittel: str
    sted: str


@dataclass(frozen=True, kw_only=True)
class Organside:
    """``under`` are the organs below it; ``regler`` is what follows from the legal form; ``dag`` the day shown."""

    dag: date
    organ: Organbilde
    over: Organ | None
    under: tuple[Organ, ...]
    regler: tuple[Regelsetning, ...]
    portefoelje: tuple[Foelgerad, ...]
    neste_moeter: tuple[Nestemoete, ...]


def organside(organ: Organ, innsyn: Innsyn, *, dato: date, maalform: str) -> Organside:
    """Fourteen queries at most. Wants ``avtale`` and ``overordnet`` selected."""
    dag = dato
    if organ.avtale_id:
        dag = telledag(fra=organ.avtale.fra, til=organ.avtale.til, dato=dato)
    (bilde,) = organbilder([organ], innsyn, dato=dag, maalform=maalform)
    moeter = Moete.objects.for_user(innsyn).filter(organ=organ, dato__gte=dato).exclude(status=Moetestatus.AVLYST)
    return Organside(
        dag=dag, organ=bilde, over=organ.overordnet, under=tuple(organ.underordnede.all()),
        regler=tuple(_regler(organ, maalform)),
        portefoelje=_portefoelje(bilde, innsyn, dato, maalform) if bilde.foelger else (),
        neste_moeter=tuple(map(_moetet, moeter.med_innsyn(innsyn).order_by("dato", "pk")[:3])),
    )  # fmt: skip


def _moetet(moete: Moete) -> Nestemoete:
    tittel = egen_tittel(moete, har_innsyn=moete.har_innsyn)
    return Nestemoete(pk=moete.pk, dato=moete.dato, tittel=tittel, sted=moete.sted)


def _regler(organ: Organ, maalform: str) -> Iterable[Regelsetning]:
    """What the form says of such an organ beside its powers: the leader, the term, the notice, the open doors."""
    form = organets_form(organ)
    if not form:
        return
    regel = organregel(organ.type, form)
    temaer = [Tema.LEDER, Tema.VALGBARHET, Tema.FUNKSJONSTID] if organ.type in OEVERSTE and regel.seter else []
    temaer += [Tema.STYRE] if organ.type == "styre" else []
    temaer += [Tema.INNKALLING] if innkallingsregel(form, organ.type) else []
    temaer += [Tema.MOETEOFFENTLIGHET] if regel.aapne_moeter else []
    for tema in temaer:
        if (setning := les_regelverk().form(form).regel_om(tema)) is not None:
            yield lovsetning(setning, maalform, TEMANAVN[tema].paa(maalform))


def _portefoelje(bilde: Organbilde, innsyn: Innsyn, dato: date, maalform: str) -> tuple[Foelgerad, ...]:
    """Three queries."""
    avtaler = list(Avtale.objects.for_user(innsyn).filter(pk__in=[pk for pk, _navn in bilde.foelger]).order_by("navn"))
    pker = [avtale.pk for avtale in avtaler]
    moeter = Moete.objects.for_user(innsyn).filter(organ__avtale__in=pker, dato__gte=dato)
    neste = dict(
        moeter.exclude(status=Moetestatus.AVLYST).order_by().values_list("organ__avtale").annotate(Min("dato"))
    )
    venter = Raadsvedtak.objects.exclude(status__in=BEHANDLET).order_by().values("runde")
    runder: dict[int, list[tuple[int, str]]] = {}
    for runde in Runde.objects.filter(avtale__in=pker, laast__lte=dato, pk__in=venter).order_by("vindu_til", "pk"):
        runder.setdefault(runde.avtale_id, []).append((runde.pk, runde.tittel))
    former = les_regelverk()
    return tuple(
        Foelgerad(
            id=avtale.pk, navn=avtale.navn, form_kort=former.form(avtale.form).kortnavn.paa(maalform),
            neste_moete=neste.get(avtale.pk), aapne_runder=tuple(runder.get(avtale.pk, ())),
        )
        for avtale in avtaler
    )  # fmt: skip
