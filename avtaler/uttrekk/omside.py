"""The first page of an agreement: facts, purposes, relations to others, organs and who sits in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Organ, Verv
from avtaler.regler import les_regelverk
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa

from .sammenheng import Relasjon, relasjoner


@dataclass(frozen=True, kw_only=True)
class Sete:
    """Who sits in an organ, for whom."""

    navn: str
    rolle: str
    part_navn: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Organrad:
    """An organ with those who sit in it on the date."""

    navn: str
    seter: tuple[Sete, ...]


@dataclass(frozen=True, kw_only=True)
class Formregelrad:
    """What follows from the legal form itself, with its paragraph."""

    tittel: str
    tekst: str
    hjemmel: str
    kilde: str
    er_bekreftet: bool


@dataclass(frozen=True, kw_only=True)
class Omside:
    """The facts page."""

    klasse_navn: str
    oppgaver: tuple[str, ...]
    formaal: tuple[str, ...]
    maalform: str
    orgnr: str
    eget_rettssubjekt: str
    oppsigelse_maaneder: int | None
    meldt_statsforvalter: date | None
    kilde: str
    relasjoner: tuple[Relasjon, ...]
    organer: tuple[Organrad, ...]
    regler: tuple[Formregelrad, ...]


def omside(avtale: Avtale, innsyn: Innsyn, *, dato: date, maalform: str) -> Omside:
    """Seven queries at most. A relation to an agreement the reader may not see is not there."""
    return Omside(
        klasse_navn=avtale.get_klasse_display(),
        oppgaver=tuple(oppgave.navn_paa(maalform) for oppgave in avtale.oppgaver.all()),
        formaal=tuple(avtale.formaal.values_list("tekst", flat=True)),
        maalform=avtale.maalform,
        orgnr=avtale.orgnr,
        eget_rettssubjekt={True: _("Ja"), False: _("Nei"), None: ""}[avtale.eget_rettssubjekt],
        oppsigelse_maaneder=avtale.oppsigelse_maaneder,
        meldt_statsforvalter=avtale.meldt_statsforvalter,
        kilde=avtale.kilde,
        relasjoner=tuple(relasjoner(avtale, innsyn)),
        organer=tuple(_organer(avtale, dato)),
        regler=tuple(_regler(avtale.form, maalform)),
    )


def _organer(avtale: Avtale, dato: date) -> Iterable[Organrad]:
    verv = Verv.objects.filter(gyldig(dato)).select_related("part").prefetch_related("part__identiteter")
    verv = verv.order_by("part__sortering", "navn", "pk")
    rekkefoelge = [rolle.value for rolle in Verv.Rolle]
    for organ in Organ.objects.filter(avtale=avtale).prefetch_related(Prefetch("verv", queryset=verv)):
        seter = sorted(organ.verv.all(), key=lambda sete: rekkefoelge.index(sete.rolle))
        yield Organrad(navn=str(organ), seter=tuple(_sete(sete, dato) for sete in seter))


def _sete(verv: Verv, dato: date) -> Sete:
    return Sete(
        navn=verv.navn, rolle=verv.get_rolle_display(), part_navn=navn_paa(verv.part, dato),
        er_eksempel=verv.er_eksempel,
    )  # fmt: skip


def _regler(kode: str, maalform: str) -> Iterable[Formregelrad]:
    form = les_regelverk().form(kode)
    regler = {
        _("Vedtas av"): form.vedtas_av,
        _("Enkeltvedtak"): form.enkeltvedtak,
        _("Ansvar"): form.ansvar,
        _("Uttreden"): form.oppsigelse,
        _("Melding til staten"): form.statlig_melding,
    }
    for tittel, regel in regler.items():
        if regel is not None:
            yield Formregelrad(
                tittel=tittel, tekst=regel.tekst.paa(maalform),
                hjemmel=regel.hjemmel.paa(maalform) if regel.hjemmel else "",
                kilde=regel.hjemmel.kilde if regel.hjemmel else "", er_bekreftet=regel.sikkerhet == "lest",
            )  # fmt: skip
