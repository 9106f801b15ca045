"""What a new councillor must know, in the order one asks: what, how, how much, who, and what we can do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.urls import reverse

from avtaler.domene.regelverk import Regelverk
from avtaler.domene.samarbeidsform import Formregel, Samarbeidsform
from avtaler.regler import les_regelverk
from avtaler.regler.runderegler import rundeart
from rapport.domene.innhold import Avtaleark, Kommuneoversikt

from .klager import Klage, klagene
from .ordliste import ORDLISTE, Ord

#: So many of the largest are named.
STOERSTE = 3


@dataclass(frozen=True, kw_only=True)
class Form:
    """A legal form the municipality has, in plain words with its paragraph."""

    navn: str
    kort: str
    beskrivelse: str
    hjemmel: str
    kilde: str
    organ: str
    avtaler: tuple[Avtaleark, ...]


@dataclass(frozen=True, kw_only=True)
class Regel:
    """What the law says, of whom, and its paragraph."""

    form: str
    tekst: str
    hjemmel: str
    kilde: str


@dataclass(frozen=True, kw_only=True)
class Stor:
    """One of the largest: by what we pay when that may be seen, otherwise by how many take part."""

    ark: Avtaleark
    andel: Fraction | None
    """Its part of all we pay; None without amounts."""


@dataclass(frozen=True, kw_only=True)
class Folkevalgtside:
    """The page of one municipality on one date."""

    oversikt: Kommuneoversikt
    former: tuple[Form, ...]
    stoerste: tuple[Stor, ...]
    maa_selv: tuple[Regel, ...]
    endringer: tuple[Regel, ...]
    eierskapsmelding: Regel
    klager: tuple[Klage, ...]
    ordliste: tuple[Ord, ...]
    paavirke_url: str


def folkevalgtside(oversikt: Kommuneoversikt, *, region_slug: str) -> Folkevalgtside:
    """From the overview and the law: no query."""
    regelverk, nummer = les_regelverk(), oversikt.kommune.nummer
    former = [regelverk.form(gruppe.kode) for gruppe in oversikt.etter_form]
    return Folkevalgtside(
        oversikt=oversikt, former=tuple(_former(oversikt, regelverk)), stoerste=_stoerste(oversikt),
        maa_selv=_regler(((form, form.vedtas_av) for form in former), oversikt.maalform),
        endringer=_regler(((form, form.endring.i_momenter) for form in former), oversikt.maalform),
        eierskapsmelding=_eierskapsmelding(oversikt.maalform), ordliste=ORDLISTE,
        klager=klagene(nummer, region_slug, ser_oekonomi=oversikt.ser_oekonomi),
        paavirke_url=reverse("avtaler:paavirke", args=[nummer]),
    )  # fmt: skip


def _former(oversikt: Kommuneoversikt, regelverk: Regelverk) -> Iterable[Form]:
    for gruppe in oversikt.etter_form:
        form, maal = regelverk.form(gruppe.kode), oversikt.maalform
        yield Form(
            navn=form.navn.paa(maal), kort=form.kortnavn.paa(maal), beskrivelse=form.beskrivelse.paa(maal),
            hjemmel=form.hjemmel.paa(maal), kilde=form.hjemmel.kilde, avtaler=gruppe.avtaler,
            organ=form.oeverste_organ.paa(maal) if form.oeverste_organ else "",
        )  # fmt: skip


def _stoerste(oversikt: Kommuneoversikt) -> tuple[Stor, ...]:
    if oversikt.betalinger:
        rader = oversikt.betalinger[:STOERSTE]
        sum_oere = oversikt.sum_oere
        return tuple(
            Stor(ark=ark, andel=Fraction(ark.betaling.beloep_oere, sum_oere) if ark.betaling and sum_oere else None)
            for ark in rader
        )
    etter_antall = sorted(oversikt.avtaler, key=lambda ark: (-len(ark.deltakere), ark.id))
    return tuple(Stor(ark=ark, andel=None) for ark in etter_antall[:STOERSTE])


def _regler(par: Iterable[tuple[Samarbeidsform, Formregel | None]], maal: str) -> tuple[Regel, ...]:
    """Each rule with a paragraph, once for the forms that share its words."""
    like: dict[tuple[str, str, str], list[str]] = {}
    for form, regel in par:
        if regel is not None and regel.hjemmel is not None:
            noekkel = (regel.tekst.paa(maal), regel.hjemmel.paa(maal), regel.hjemmel.kilde)
            like.setdefault(noekkel, []).append(form.kortnavn.paa(maal))
    return tuple(
        Regel(form=", ".join(dict.fromkeys(former)), tekst=tekst, hjemmel=hjemmel, kilde=kilde)
        for (tekst, hjemmel, kilde), former in like.items()
    )


def _eierskapsmelding(maal: str) -> Regel:
    art = rundeart("eierskapsmelding", "IPR")
    hjemmel = art.hjemmel
    return Regel(
        form="", tekst=art.tekst.paa(maal), hjemmel=hjemmel.paa(maal) if hjemmel else "",
        kilde=hjemmel.kilde if hjemmel else "",
    )  # fmt: skip
