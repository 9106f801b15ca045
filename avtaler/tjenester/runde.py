"""Sending one proposal to every council, and recording what each of them decided."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.runde import BEHANDLET
from avtaler.models import Avtale, Raadsvedtak, Runde, Vedtaksstatus
from kommuner.models import Part, Parttype
from kommuner.querysets import gyldig

from .avtrykk import avtrykk_av
from .avvisning import Avvist, Konflikt, oversatt
from .vedtakskrav import krev_gyldig

SETNINGER = {
    "runde_vindu_i_rekkefolge": ("vindu_til", lambda: _("Vinduet må slutte etter at det begynner.")),
    "raadsvedtak_behandlet_har_dato": ("dato", lambda: _("Skriv møtedatoen når saken er behandlet.")),
}

#: What an edit may change, and what the fingerprint of a read round is made of.
RUNDEFELT = (
    "slag", "tittel", "forslag", "maalform", "tilraadd_dato", "tilraadd_av", "vindu_fra", "vindu_til",
    "avtalt_ikrafttreden",
)  # fmt: skip

#: Parties that have a council (or, for a company, a representantskap) to put the proposal to.
MED_RAAD = (Parttype.KOMMUNE, Parttype.FYLKESKOMMUNE, Parttype.IKS)


def start_runde(
    avtale: Avtale,
    *,
    slag: str,
    tittel: str,
    forslag: str,
    tilraadd_dato: date | None = None,
    tilraadd_av: str = "",
    vindu_fra: date | None = None,
    vindu_til: date | None = None,
    avtalt_ikrafttreden: date | None = None,
    maalform: str = "nb",
    er_eksempel: bool = False,
    parter: Iterable[Part] | None = None,
    dato: date,
) -> Runde:
    """Send ``forslag`` to every council: one Raadsvedtak per party, all «ikke sendt».

    Without ``parter`` it is the participants on ``dato`` (of an agreement that is still to begin: all who are to be
    in it). The window holds both its ends. Raises Avvist when there is nobody to ask.
    """
    raad = list(parter) if parter is not None else list(_parter_med_raad(avtale, dato))
    if not raad:
        raise Avvist(_("Avtalen har ingen deltakere å sende saken til. Legg til deltakere først."))
    with oversatt(SETNINGER):
        runde = Runde.objects.create(
            avtale=avtale, slag=slag, tittel=tittel, forslag=forslag, tilraadd_dato=tilraadd_dato,
            tilraadd_av=tilraadd_av, vindu_fra=vindu_fra, vindu_til=vindu_til, maalform=maalform,
            avtalt_ikrafttreden=avtalt_ikrafttreden, er_eksempel=er_eksempel,
        )  # fmt: skip
        Raadsvedtak.objects.bulk_create(Raadsvedtak(runde=runde, part=part, er_eksempel=er_eksempel) for part in raad)
    return runde


def avtrykk_runde(runde: Runde) -> str:
    """A fingerprint of what a person read, to see whether somebody has changed it since."""
    return avtrykk_av(runde, RUNDEFELT)


def endre_runde(*, runde_id: int, lest: str, felt: Mapping[str, object]) -> Runde:
    """Change a proposal that no council has answered yet, read with the fingerprint ``lest``.

    Raises Avvist when a council has decided (its words would be answers to something else), and Konflikt.
    """
    if ukjente := set(felt) - set(RUNDEFELT):
        raise TypeError(f"unknown fields of Runde: {', '.join(sorted(ukjente))}")
    with oversatt(SETNINGER):
        runde = Runde.objects.select_for_update().get(pk=runde_id)
        _krev_ubesvart(runde)
        if avtrykk_runde(runde) != lest:
            raise Konflikt(runde)
        for navn, verdi in felt.items():
            setattr(runde, navn, verdi)
        runde.save()
    return runde


@transaction.atomic
def trekk_runde(runde: Runde) -> None:
    """Take back a proposal that no council has answered, as if it had never been sent. Raises Avvist."""
    runde = Runde.objects.select_for_update().get(pk=runde.pk)
    _krev_ubesvart(runde)
    runde.delete()


def hinder_for_endring(runde: Runde) -> str:
    """Why the proposal must stay as it is, as a sentence for the user; empty until a council has decided."""
    if runde.vedtak.filter(status__in=BEHANDLET).exists():
        return _("Et råd har allerede behandlet saken. Da kan den ikke endres eller trekkes.")
    return ""


def _krev_ubesvart(runde: Runde) -> None:
    if hinder := hinder_for_endring(runde):
        raise Avvist(hinder)


def registrer_vedtak(
    *,
    vedtak_id: int,
    versjon: int,
    status: str,
    dato: date | None = None,
    saksnummer: str = "",
    ordlyd: str = "",
    stemmer_for: int | None = None,
    stemmer_mot: int | None = None,
    idag: date | None = None,
) -> Raadsvedtak:
    """Record where one council is. A treated proposal has the date of the meeting; a deviation has its words.

    An identical decision has the proposal's words, given or not. ``idag`` is the last day a meeting can have been
    held; None for history. Raises Konflikt when somebody has recorded something since ``versjon`` was read, and Avvist.
    """
    with oversatt(SETNINGER):
        vedtak = Raadsvedtak.objects.select_for_update().select_related("runde").filter(pk=vedtak_id).first()
        if vedtak is None:
            raise Avvist(_("Saken er trukket."))
        if vedtak.versjon != versjon:
            raise Konflikt(vedtak)
        vedtak.status, vedtak.dato = status, dato
        vedtak.saksnummer, vedtak.ordlyd = saksnummer.strip(), ordlyd.strip()
        vedtak.stemmer_for, vedtak.stemmer_mot = stemmer_for, stemmer_mot
        krev_gyldig(vedtak, idag=idag)
        if status == Vedtaksstatus.LIKELYDENDE:
            vedtak.ordlyd = vedtak.ordlyd or vedtak.runde.forslag.strip()
        vedtak.versjon += 1
        vedtak.save()
    return vedtak


def _parter_med_raad(avtale: Avtale, dato: date) -> Iterable[Part]:
    """The parties to ask, each once."""
    med = avtale.deltakelser.exclude(rolle__in=UTENFOR)
    i_kraft = avtale.fra is not None and avtale.fra <= dato
    med = med.filter(gyldig(dato)) if i_kraft else med.filter(Q(til__isnull=True) | Q(til__gt=dato))
    return Part.objects.filter(type__in=MED_RAAD, pk__in=med.values("part"))
