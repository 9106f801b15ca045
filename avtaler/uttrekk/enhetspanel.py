"""What Enhetsregisteret says of one number, beside what is typed: to look at, never a refusal. Two queries at most."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from avtaler.models import Avtale
from avtaler.regler.organisasjonsformer import Formforslag, les_formforslag
from kommuner.domene.enhetsregister import Registerdeltaker, Registerenhet, Registerutdrag, penskrevet, samme_navn
from kommuner.domene.skriving import vis_andel_kort, vis_kort_dato, vis_prosent
from kommuner.models import Part
from kommuner.tilgang import Innsyn


@dataclass(frozen=True, kw_only=True)
class Paneldeltaker:
    """A participant with its share in words; ``kjent`` is the party of ours with that number, if any."""

    navn: str
    orgnr: str
    andel: str
    kjent: str


@dataclass(frozen=True, kw_only=True)
class Enhetspanel:
    """The facts as (name, value), what the form can be, and what ought to be looked into."""

    fakta: tuple[tuple[str, str], ...] = ()
    forslag: str = ""
    deltakere: tuple[Paneldeltaker, ...] = ()
    sum_andeler: str = ""
    varsler: tuple[str, ...] = ()
    feil: str = ""
    """The one sentence when nothing was found; then the rest is empty."""


def formforslag(enhet: Registerenhet) -> Formforslag | None:
    """What the unit can be as a form of cooperation, if the rules say anything of it."""
    return les_formforslag().get("BEDR" if enhet.er_underenhet else enhet.form)


def enhetspanel(
    utdrag: Registerutdrag, orgnr: str, *, navn: str, form: str, innsyn: Innsyn, maalform: str, avtale_id: int | None
) -> Enhetspanel:
    """The panel of one number. ``navn`` and ``form`` (may be empty) are what the reader has typed or chosen."""
    enhet, deltakere = utdrag.enheter.get(orgnr), utdrag.deltakere.get(orgnr, ())
    forslaget = formforslag(enhet) if enhet else None
    return Enhetspanel(
        fakta=_fakta(enhet) if enhet else ((_("Nummer"), orgnr),),
        forslag=forslaget.tekst.paa(maalform) if forslaget else "",
        deltakere=_deltakere(deltakere), sum_andeler=_sum(deltakere),
        varsler=(*(_varsler(enhet, navn, form, forslaget) if enhet else ()), *_samme(orgnr, innsyn, avtale_id)),
    )  # fmt: skip


def _fakta(enhet: Registerenhet) -> tuple[tuple[str, str], ...]:
    adresse = enhet.adresse
    form = f"{enhet.formnavn} ({enhet.form})" if enhet.formnavn else enhet.form
    kommune = f"{adresse.kommunenummer} {penskrevet(adresse.kommune)}".strip() if adresse else ""
    rader = (
        (_("Navn i registeret"), enhet.navn), (_("Nummer"), enhet.orgnr), (_("Organisasjonsform"), form),
        (_("Adresse"), str(adresse or "")), (_("Kommune"), kommune),
        (_("Del av enheten"), enhet.overordnet),
        (_("Slettet"), vis_kort_dato(enhet.slettet) if enhet.slettet else ""),
    )  # fmt: skip
    return tuple(rad for rad in rader if rad[1])


def _varsler(enhet: Registerenhet, navn: str, form: str, forslaget: Formforslag | None) -> list[str]:
    varsler = []
    if enhet.slettet:
        setning = _("Enheten ble slettet fra Enhetsregisteret %(dato)s. Et nytt samarbeid trenger et annet nummer.")
        varsler.append(setning % {"dato": vis_kort_dato(enhet.slettet)})
    if enhet.konkurs:
        varsler.append(_("Enheten er registrert som konkurs."))
    elif enhet.under_avvikling:
        varsler.append(_("Enheten er registrert som under avvikling eller oppløsning."))
    if navn.strip() and enhet.navn and not samme_navn(navn, enhet.navn):
        setning = _("Du har skrevet «%(vaart)s», men Enhetsregisteret har «%(registerets)s».")
        varsler.append(setning % {"vaart": navn.strip(), "registerets": enhet.navn})
    if form and forslaget and forslaget.former and form not in forslaget.former:
        setning = _("Organisasjonsformen %(kode)s passer ikke med samarbeidsformen du har valgt.")
        varsler.append(setning % {"kode": enhet.form})
    return varsler


def _samme(orgnr: str, innsyn: Innsyn, avtale_id: int | None) -> list[str]:
    """Other agreements with the number, among those the reader may see: perhaps this one is there already."""
    andre = Avtale.objects.for_user(innsyn).filter(orgnr=orgnr).exclude(pk=avtale_id).values_list("navn", flat=True)
    setning = _("Avtalen «%(navn)s» har samme organisasjonsnummer.")
    return [setning % {"navn": navn} for navn in andre[:3]]


def _deltakere(deltakere: tuple[Registerdeltaker, ...]) -> tuple[Paneldeltaker, ...]:
    if not deltakere:
        return ()
    kjente = dict(Part.objects.filter(orgnr__in={en.orgnr for en in deltakere}).values_list("orgnr", "navn"))
    return tuple(
        Paneldeltaker(
            navn=penskrevet(en.navn), orgnr=en.orgnr, kjent=kjente.get(en.orgnr, ""),
            andel=_("solidarisk") if en.andel is None else vis_andel_kort(en.andel),
        )
        for en in deltakere
    )  # fmt: skip


def _sum(deltakere: tuple[Registerdeltaker, ...]) -> str:
    """The shares together, when they are not the whole: people round to percent when they report them."""
    andeler = [en.andel for en in deltakere if en.andel is not None]
    return vis_prosent(sum(andeler, Fraction(0)), 2) if andeler and sum(andeler) != 1 else ""
